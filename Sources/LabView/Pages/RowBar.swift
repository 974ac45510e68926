import Rasterizer

/// The bar beside rows of cards of which not all are in sight.
struct RowBar: Sendable {
  let track, thumb: Rect

  /// Nil where all rows are in sight.
  ///
  /// - Parameters:
  ///   - margin: between the page's edge and the cards.
  ///   - shown: how many of the rows are in sight, from the first of them on.
  init?(page: Rect, margin: Double, rowCount: Int, shown: Int, firstRow: Int) {
    guard shown < rowCount else { return nil }
    track = Rect(
      x: page.maxX - 0.7 * margin, y: page.y + margin, width: (0.3 * margin).rounded(), height: page.height - 2 * margin
    )
    thumb = Rect(
      x: track.x, y: track.y + track.height * Double(firstRow) / Double(rowCount), width: track.width,
      height: track.height * Double(shown) / Double(rowCount))
  }
}

extension Painter {
  mutating func draw(_ bar: RowBar) {
    canvas.fill(bar.track, cornerRadius: bar.track.width / 2, theme.track)
    canvas.fill(bar.thumb, cornerRadius: bar.track.width / 2, theme.ink3)
  }
}
