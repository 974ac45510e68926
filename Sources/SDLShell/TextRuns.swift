import Rasterizer

/// A piece of a line of text that one font draws in one direction.
struct TextRun: Equatable {
  var text: String
  /// Which of the fonts at hand has its letters.
  var font: Int
  var isRightToLeft: Bool

  /// Cuts a text into runs, in the order in which they stand on the screen from left to right.
  ///
  /// A short form of the Unicode bidirectional algorithm (UAX #9): a text with Arabic or Hebrew letters reads from the
  /// right; numbers and other letters in it read from the left; what stands between belongs to its neighbors where they
  /// agree, else to the text.
  ///
  /// - Parameter font: the first font that has a character.
  static func runs(of text: String, font: (Character) -> Int) -> [TextRun] {
    guard text.contains(where: { $0.direction == .right }) else { return cut(text.map { ($0, false) }, font) }
    let characters = Array(text)
    var directions = characters.map(\.direction)
    // A sign before a number, and a unit right behind it, belong to the number.
    for (place, character) in characters.enumerated() where directions[place] == .neutral {
      let beforeNumber = "−-+±".contains(character) && characters.dropFirst(place + 1).first?.isNumber == true
      let afterNumber = "%°′".contains(character) && place > 0 && characters[place - 1].isNumber
      if beforeNumber || afterNumber { directions[place] = .left }
    }
    var index = 0
    while index < directions.count {
      guard directions[index] == .neutral else {
        index += 1
        continue
      }
      let end = directions[index...].firstIndex { $0 != .neutral } ?? directions.count
      let before = index > 0 ? directions[index - 1] : .right
      let after = end < directions.count ? directions[end] : .right
      for place in index..<end { directions[place] = before == after ? before : .right }
      index = end
    }
    let runs = cut(zip(characters, directions).map { ($0, $1 == .right) }, font)
    return inOrderOnScreen(runs)
  }

  /// Not seen: they have what stands beside them read from the left, or the right.
  private static let marks: Set<Character> = ["\u{200E}", "\u{200F}"]

  private static func cut(_ characters: [(character: Character, isRight: Bool)], _ font: (Character) -> Int)
    -> [TextRun]
  {
    var runs: [TextRun] = []
    for (character, isRight) in characters where !marks.contains(character) {
      // A space is in every font: it stays with what stands before it.
      let own = character == " " ? runs.last?.font ?? 0 : font(character)
      if let last = runs.last, last.font == own, last.isRightToLeft == isRight {
        runs[runs.count - 1].text.append(character)
      } else {
        runs.append(TextRun(text: String(character), font: own, isRightToLeft: isRight))
      }
    }
    return runs
  }

  /// From the right the first run stands last; those from the left keep their order among each other.
  private static func inOrderOnScreen(_ runs: [TextRun]) -> [TextRun] {
    var ordered: [TextRun] = []
    var index = runs.count
    while index > 0 {
      var first = index - 1
      if !runs[first].isRightToLeft {
        while first > 0, !runs[first - 1].isRightToLeft { first -= 1 }
      }
      ordered += runs[first..<index]
      index = first
    }
    return ordered
  }
}

extension Character {
  fileprivate enum Direction { case left, right, neutral }

  /// Which way text with this character reads.
  fileprivate var direction: Direction {
    guard let scalar = unicodeScalars.first else { return .neutral }
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF:
      // Arabic-Indic digits read from the left as others do.
      return (0x0660...0x0669).contains(scalar.value) || (0x06F0...0x06F9).contains(scalar.value) ? .left : .right
    case 0x200E: return .left
    case 0x200F: return .right
    default: return scalar.properties.isAlphabetic || isNumber ? .left : .neutral
    }
  }
}
