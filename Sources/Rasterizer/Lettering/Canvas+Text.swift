extension Canvas {
  /// Draws a line of text.
  ///
  /// - Parameters:
  ///   - text: what to draw; one line.
  ///   - pen: where the line begins, has its middle or ends (see `align`), and its baseline; rounded to whole pixels,
  ///     which keeps letters sharp.
  ///   - align: what of the line stands at the pen.
  ///   - style: size and weight.
  ///   - color: of the letters.
  ///   - font: where the letters come from.
  public mutating func draw(
    text: String, at pen: Point, align: TextAlign = .left, style: TextStyle, color: Color, font: any TextSource
  ) {
    guard !text.isEmpty, pen.x.isFinite, pen.y.isFinite else { return }
    // Lines far above, below or to the right of the clip need no mask.
    let reach = Double(style.size) * 2 + 8
    guard pen.y > Double(clipRect.top) - reach, pen.y < Double(clipRect.bottom) + reach else { return }
    let text = font.mask(of: text, style)
    let shift: Double
    switch align {
    case .left: shift = 0
    case .center: shift = text.advance / 2
    case .right: shift = text.advance
    }
    let far = 1 << 30
    let x = Int(clamping: (pen.x - shift).rounded(), to: -far, far) + text.originX
    let y = Int(clamping: pen.y.rounded(), to: -far, far) - text.baseline
    draw(text.mask, x: x, y: y, color)
  }
}
