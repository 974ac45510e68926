import LabCore
import LabWords
import Rasterizer

/// A text of a lesson in lines: plain, bold, and phrases that point.
struct LessonLines: Sendable {
  enum Style: Sendable { case plain, bold, phrase }

  /// What is drawn in one go.
  struct Piece: Sendable, Equatable {
    let text: String
    let style: Style
    /// From the left edge of the lines.
    var x: Double
    let width: Double

    /// As far from the right edge as it is from the left one.
    fileprivate func fromTheRight(in whole: Double) -> Piece {
      var piece = self
      piece.x = whole - x - width
      return piece
    }

    static func == (a: Piece, b: Piece) -> Bool { a.text == b.text && a.x == b.x && a.width == b.width }
  }

  let lines: [[Piece]]
  /// Whether a word is wider than the lines are.
  let isCut: Bool

  /// A word, or a part of one after which a line may end, with what clings to it.
  private struct Unit {
    var parts: [(text: String, style: Style)]
    let space: String
  }

  /// - Parameters:
  ///   - spans: one after the other; a space between them where they want one.
  ///   - width: that of the lines.
  ///   - isRightToLeft: whether the lines begin at the right.
  init(
    _ spans: [(text: String, style: Style)], size: Int, width: Double, font: any TextSource, isRightToLeft: Bool = false
  ) {
    func measure(_ text: String, _ style: Style) -> Double {
      font.width(of: text, TextStyle(size: size, weight: style == .plain ? .book : .bold))
    }
    let space = measure(" ", .plain)
    func line(_ units: ArraySlice<Unit>) -> [Piece] {
      var line: [Piece] = []
      var x = 0.0
      for part in LessonLines.joined(units) {
        // Measured as a whole: letters may stand otherwise beside others.
        let width = measure(part.text, part.style)
        if part.isApart { x += space }
        line.append(Piece(text: part.text, style: part.style, x: x, width: width))
        x += width
      }
      return line
    }
    func isTooWide(_ line: [Piece]) -> Bool { line.last.map { $0.x + $0.width > width } ?? false }
    var lines: [[Piece]] = []
    var isCut = false
    var rest = LessonLines.units(spans)[...]
    while !rest.isEmpty {
      // As many as have room, but at least one: looked for by halving, since measuring takes its time.
      var next = line(rest)
      var (most, tooMany) = (rest.count, rest.count + 1)
      if isTooWide(next), rest.count > 1 {
        (most, tooMany) = (1, rest.count)
        next = line(rest.prefix(1))
        while tooMany - most > 1 {
          let tried = line(rest.prefix((most + tooMany) / 2))
          if isTooWide(tried) {
            tooMany = (most + tooMany) / 2
          } else {
            (most, next) = ((most + tooMany) / 2, tried)
          }
        }
      }
      if isTooWide(next) { isCut = true }
      lines.append(next)
      rest = rest.dropFirst(most)
    }
    self.lines = isRightToLeft ? lines.map { $0.map { $0.fromTheRight(in: width) } } : lines
    self.isCut = isCut
  }

  /// What is drawn in one go, and whether there is a space before it.
  private static func joined(_ units: ArraySlice<Unit>) -> [(text: String, style: Style, isApart: Bool)] {
    var parts: [(text: String, style: Style, isApart: Bool)] = []
    for unit in units {
      var glue = parts.isEmpty ? "" : unit.space
      for part in unit.parts {
        if parts.last?.style == part.style {
          parts[parts.count - 1].text += glue + part.text
        } else {
          parts.append((part.text, part.style, !glue.isEmpty))
        }
        glue = ""
      }
    }
    return parts
  }

  private static func units(_ spans: [(text: String, style: Style)]) -> [Unit] {
    var units: [Unit] = []
    var wantsSpace = true
    for span in spans {
      for (index, piece) in LineBreaking.pieces(of: span.text).enumerated() {
        let clings = index == 0 && !wantsSpace && span.text.first != " "
        if clings, !units.isEmpty {
          units[units.count - 1].parts.append((piece.text, span.style))
        } else {
          units.append(Unit(parts: [(piece.text, span.style)], space: piece.space))
        }
      }
      wantsSpace = span.text.last == " "
    }
    return units
  }
}

extension LessonState {
  /// What the band says: the page's text and question, or what is replied to the answer that was chosen last.
  func spans(_ words: Words, language: String) -> [(text: String, style: LessonLines.Style)] {
    func marked(_ text: LessonText) -> [(text: String, style: LessonLines.Style)] {
      LessonSpan.spans(of: text.text(in: language)).map { ($0.text, $0.points ? .phrase : .plain) }
    }
    if let exercise { return exerciseSpans(exercise, words, language: language) }
    guard let question = shown.question else { return marked(shown.text) }
    guard let answer else {
      // The question is bold as a whole; what it points at is said in the text.
      let ask = LessonSpan.spans(of: question.ask.text(in: language))
      return marked(shown.text) + [(" ", .plain)] + ask.map { ($0.text, $0.points ? .phrase : .bold) }
    }
    let choice = question.choices[answer.latest]
    if question.isOpen { return marked(choice.reply) }
    return [(words(choice.isRight ? .yesRight : .notQuite) + " ", .bold)] + marked(choice.reply)
  }
}
