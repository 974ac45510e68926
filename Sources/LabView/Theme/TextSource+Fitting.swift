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
    guard isTooWide(text, style, for: width) else { return text }
    let kept = Fitting.most(text.count) { self.width(of: text.prefix($0) + "…", style) <= width }
    return kept == 0 ? "" : text.prefix(kept) + "…"
  }

  /// The text, or its beginning and its end around "…" when it is wider than `width`: names often differ at their ends.
  func middle(of text: String, _ style: TextStyle, to width: Double) -> String {
    guard isTooWide(text, style, for: width) else { return text }
    func cut(_ kept: Int) -> String { text.prefix((kept + 1) / 2) + "…" + text.suffix(kept / 2) }
    let kept = Fitting.most(text.count) { self.width(of: cut($0), style) <= width }
    return kept == 0 ? "" : cut(kept)
  }

  /// The text, or its end after "…" when it is wider than `width`, in whole pixels.
  func ending(of text: String, _ style: TextStyle, within width: Double) -> String {
    func isTooWide(_ text: String) -> Bool { pixels(text, style.size, style.weight) > width }
    guard text.utf8.count > Fitting.never || isTooWide(text) else { return text }
    return "…" + text.suffix(Fitting.most(text.count) { !isTooWide("…" + text.suffix($0)) })
  }

  private func isTooWide(_ text: String, _ style: TextStyle, for width: Double) -> Bool {
    text.utf8.count > Fitting.never || self.width(of: text, style) > width
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
        line = pieces.reduce(into: line) { $0 += $1.space + $1.text }
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

/// How much of a text fits.
private enum Fitting {
  /// Nothing that is longer than this, in bytes, fits anywhere.
  static let never = 20_000

  /// The largest number up to `count` that fits, where all below one that fits do too: a name of a hundred thousand
  /// letters is measured a few dozen times, and mostly by its beginning.
  static func most(_ count: Int, fits: (Int) -> Bool) -> Int {
    var (low, high) = (0, 1)
    while high <= count, fits(high) { (low, high) = (high, 2 * high) }
    high = min(high, count + 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if fits(middle) { low = middle } else { high = middle }
    }
    return low
  }
}
