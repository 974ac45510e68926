import LabCore
import LabWords
import Rasterizer

/// A text of a lesson in lines: plain, bold, and phrases that point.
struct LessonLines: Sendable {
  enum Style: Sendable { case plain, bold, phrase }

  /// What is drawn in one go.
  struct Piece: Sendable, Equatable {
    var text: String
    let style: Style
    /// From the left edge of the lines.
    var x: Double
    var width: Double

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
    // Measured with what it joins: letters may stand otherwise beside others.
    func adding(_ unit: Unit, to line: [Piece]) -> [Piece] {
      var line = line
      var glue = line.isEmpty ? "" : unit.space
      for part in unit.parts {
        if let last = line.last, last.style == part.style {
          let joined = last.text + glue + part.text
          line[line.count - 1].text = joined
          line[line.count - 1].width = measure(joined, part.style)
        } else {
          let x = (line.last.map { $0.x + $0.width } ?? 0) + (glue.isEmpty ? 0 : space)
          line.append(Piece(text: part.text, style: part.style, x: x, width: measure(part.text, part.style)))
        }
        glue = ""
      }
      return line
    }
    func isTooWide(_ line: [Piece]) -> Bool { line.last.map { $0.x + $0.width > width } ?? false }
    var lines: [[Piece]] = []
    var line: [Piece] = []
    var isCut = false
    for unit in LessonLines.units(spans) {
      var next = adding(unit, to: line)
      if !line.isEmpty, isTooWide(next) {
        lines.append(line)
        next = adding(unit, to: [])
      }
      if isTooWide(next) { isCut = true }
      line = next
    }
    if !line.isEmpty { lines.append(line) }
    self.lines = isRightToLeft ? lines.map { $0.map { $0.fromTheRight(in: width) } } : lines
    self.isCut = isCut
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
    return [(words(choice.isRight ? .yesRight : .notQuite) + " ", .bold)] + marked(choice.reply)
  }
}
