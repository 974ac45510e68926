/// One character of the built-in font: strokes of a pen in hundredths of an em, y upwards from the baseline.
struct Glyph: Sendable {
  /// How a pen moves from one point to the next; see `GlyphTable` for the letters.
  enum Move: Sendable {
    case line, quarterFromHorizontal, quarterFromVertical, doubleBendVertical, doubleBendHorizontal
    case arriveHorizontally, arriveVertically, leaveHorizontally, leaveVertically, dot

    init?(letter: Character) {
      switch letter {
      case "h": self = .quarterFromHorizontal
      case "v": self = .quarterFromVertical
      case "s": self = .doubleBendVertical
      case "w": self = .doubleBendHorizontal
      case "e": self = .arriveHorizontally
      case "n": self = .arriveVertically
      case "l": self = .leaveHorizontally
      case "d": self = .leaveVertically
      case ".": self = .dot
      default: return nil
      }
    }
  }

  var advance: Double
  var isLowercase: Bool
  var strokes: [[(move: Move, to: Point)]]

  /// The outer edges of the ink, left and right.
  var left: Double { strokes.joined().map(\.to.x).min() ?? 0 }
  var right: Double { strokes.joined().map(\.to.x).max() ?? 0 }

  /// Reads `GlyphTable`. A line that makes no sense is left out; a test sees to it that none is.
  static func read(_ table: String, isLowercase: Bool) -> [Character: Glyph] {
    var glyphs: [Character: Glyph] = [:]
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 2, let character = words[0].first, let advance = Double(words[1]) else { continue }
      var glyph = Glyph(advance: advance, isLowercase: isLowercase, strokes: [[]])
      for word in words.dropFirst(2) {
        if word == "|" {
          glyph.strokes.append([])
          continue
        }
        let move = word.first.flatMap(Move.init(letter:))
        let numbers = word.dropFirst(move == nil ? 0 : 1).split(separator: ",").compactMap { Double($0) }
        guard numbers.count == 2 else { continue }
        glyph.strokes[glyph.strokes.count - 1].append((move ?? .line, Point(numbers[0], numbers[1])))
      }
      glyphs[character] = glyph
    }
    return glyphs
  }

  static let all = read(GlyphTable.capitals, isLowercase: false)
    .merging(read(GlyphTable.lowercase, isLowercase: true)) { first, _ in first }

  /// What is drawn for a character the font does not have: a small box.
  static let unknown =
    all["\u{FFFD}"] ?? Glyph(advance: 60, isLowercase: false, strokes: [])

  /// Which way text reads, which is not seen.
  static func isMark(_ character: Character) -> Bool { character == "\u{200E}" || character == "\u{200F}" }

  /// Advances only.
  static func advance(of character: Character) -> Double {
    if isMark(character) { return 0 }
    return character == " " || character == "\u{A0}" ? 32 : (all[character] ?? unknown).advance
  }
}
