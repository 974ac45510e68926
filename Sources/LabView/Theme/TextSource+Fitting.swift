import LabWords
import Rasterizer

/// Making text fit.
extension TextSource {
  /// The width of a text in whole pixels.
  func pixels(_ text: String, _ size: Int, _ weight: FontWeight = .book) -> Double {
    width(of: text, TextStyle(size: size, weight: weight)).rounded(.up)
  }

  /// The text, or its beginning with "…" when it is wider than `width`.
  func truncate(_ text: String, _ style: TextStyle, to width: Double) -> String {
    if self.width(of: text, style) <= width { return text }
    var kept = text
    while !kept.isEmpty, self.width(of: kept + "…", style) > width { kept.removeLast() }
    return kept.isEmpty ? "" : kept + "…"
  }

  /// The text, or its end after "…" when it is wider than `width`, in whole pixels.
  func ending(of text: String, _ style: TextStyle, within width: Double) -> String {
    func isTooWide(_ text: String) -> Bool { pixels(text, style.size, style.weight) > width }
    guard isTooWide(text) else { return text }
    var kept = text
    while !kept.isEmpty, isTooWide("…" + kept) { kept.removeFirst() }
    return "…" + kept
  }

  /// The text in lines no wider than `width`, broken where its language allows; what does not fit into the last ends in
  /// "…".
  func wrap(_ text: String, _ style: TextStyle, to width: Double, most: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var pieces = LineBreaking.pieces(of: text)[...]
    while let piece = pieces.first {
      let longer = line.isEmpty ? piece.text : line + piece.space + piece.text
      if line.isEmpty || self.width(of: longer, style) <= width {
        line = longer
        pieces.removeFirst()
      } else if lines.count + 1 < most {
        lines.append(line)
        line = ""
      } else {
        line = pieces.reduce(line) { $0 + $1.space + $1.text }
        pieces = []
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { truncate($0, style, to: width) }
  }

  /// The largest size up to `size`, but not below `least`, at which the text fits into `width`.
  func size(_ text: String, fitting width: Double, upTo size: Int, least: Int, _ weight: FontWeight) -> Int {
    var size = size
    while size > least, self.width(of: text, TextStyle(size: size, weight: weight)) > width { size -= 1 }
    return size
  }
}
