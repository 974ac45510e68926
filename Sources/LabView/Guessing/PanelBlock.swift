import Rasterizer

/// A line of text, and where its middle is.
struct PlacedLine: Sendable {
  let text: String
  let y: Double
}

extension TextSource {
  /// Wraps a text into lines from `y` down, which then stands where they end.
  func place(_ text: String, size: Int, width: Double, most: Int, from y: inout Double) -> [PlacedLine] {
    let height = (1.45 * Double(size)).rounded()
    return wrap(text, TextStyle(size: size, weight: .book), to: width, most: most).map { line in
      defer { y += height }
      return PlacedLine(text: line, y: (y + height / 2).rounded())
    }
  }
}

/// Two buttons side by side at the foot of the panel.
struct FootButtons {
  let left, right: Rect

  init(_ panel: Rect, metrics m: Metrics) {
    let em = Double(m.fine)
    let height = (m.isProjector ? 2.2 * em : 36 * m.scale).rounded()
    let y = panel.maxY - (m.isProjector ? 0.5 * em : 12 * m.scale).rounded() - height
    let (start, end) = (panel.x + m.padding, panel.maxX - m.padding)
    let half = ((end - start - (8 * m.scale).rounded()) / 2).rounded(.down)
    left = Rect(x: start, y: y, width: half, height: height)
    right = Rect(x: end - half, y: y, width: half, height: height)
  }
}
