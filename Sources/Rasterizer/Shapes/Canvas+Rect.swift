extension Canvas {
  /// Fills a rectangle; edges between pixels are antialiased.
  public mutating func fill(_ rect: Rect, _ color: Color) {
    let source = color.premultiplied
    guard !rect.isEmpty, rect.x == rect.x, rect.y == rect.y, source != 0 else { return }
    let minX = max(rect.minX, Double(clipRect.left))
    let minY = max(rect.minY, Double(clipRect.top))
    let maxX = min(rect.maxX, Double(clipRect.right))
    let maxY = min(rect.maxY, Double(clipRect.bottom))
    let area = clipRect.touched(minX: minX, minY: minY, maxX: maxX, maxY: maxY)
    guard !area.isEmpty else { return }
    // Shares of the first and last column and row; what lies between is covered whole.
    let leftShare = min(Double(area.left + 1), maxX) - minX
    let rightShare = maxX - max(Double(area.right - 1), minX)
    let inner = area.width > 2 ? area.width - 2 : 0
    withPixels(in: area) { pixels, stride in
      for y in area.top..<area.bottom {
        let rowShare = min(Double(y + 1), maxY) - max(Double(y), minY)
        let row = pixels + y * stride + area.left
        Blend.span(row, count: 1, Blend.scale(source, share: leftShare * rowShare))
        if inner > 0 { Blend.span(row + 1, count: inner, Blend.scale(source, share: rowShare)) }
        if area.width > 1 {
          Blend.span(row + area.width - 1, count: 1, Blend.scale(source, share: rightShare * rowShare))
        }
      }
    }
  }

  /// Fills a rectangle with rounded corners; a radius beyond half the shorter side counts as that half.
  public mutating func fill(_ rect: Rect, cornerRadius: Double, _ color: Color) {
    guard cornerRadius > 0 else { return fill(rect, color) }
    guard var fill = scanlineFill(around: rect) else { return }
    fill.add(rect, cornerRadius: cornerRadius, clockwise: true)
    fill.fill(&self, color)
  }

  /// Draws the edge of a rectangle, `width` pixels wide, half of it on either side of the edge.
  public mutating func stroke(_ rect: Rect, cornerRadius: Double, width: Double, _ color: Color) {
    guard width > 0, !rect.isEmpty else { return }
    let half = min(width, farAway) / 2
    let outer = Rect(x: rect.x - half, y: rect.y - half, width: rect.width + 2 * half, height: rect.height + 2 * half)
    guard var fill = scanlineFill(around: outer) else { return }
    let radius = max(min(cornerRadius, min(rect.width, rect.height) / 2), 0)
    fill.add(outer, cornerRadius: radius > 0 ? radius + half : 0, clockwise: true)
    let inner = rect.inset(by: half)
    if !inner.isEmpty { fill.add(inner, cornerRadius: max(radius - half, 0), clockwise: false) }
    fill.fill(&self, color)
  }

  /// A fill for a shape within `bounds`, unless that lies outside the clip or is no rectangle.
  func scanlineFill(around bounds: Rect) -> ScanlineFill? {
    guard bounds.width >= 0, bounds.height >= 0, bounds.x == bounds.x, bounds.y == bounds.y else { return nil }
    let area = clipRect.touched(minX: bounds.minX, minY: bounds.minY, maxX: bounds.maxX, maxY: bounds.maxY)
    return area.isEmpty ? nil : ScanlineFill(clip: area)
  }
}

extension ScanlineFill {
  /// Adds a rectangle with rounded corners as an outline of its own.
  mutating func add(_ rect: Rect, cornerRadius: Double, clockwise: Bool) {
    let low = Point(rect.minX, rect.minY).reachable
    let high = Point(rect.maxX, rect.maxY).reachable
    let radius = max(min(cornerRadius, min(high.x - low.x, high.y - low.y) / 2), 0)
    // Corners in the order in which angles grow: bottom right, bottom left, top left, top right.
    let corners = [
      Point(high.x - radius, high.y - radius), Point(low.x + radius, high.y - radius),
      Point(low.x + radius, low.y + radius), Point(high.x - radius, low.y + radius),
    ]
    for turn in 0..<4 {
      let corner = clockwise ? turn : 3 - turn
      let from = Double(clockwise ? corner : corner + 1) * .pi / 2
      let to = Double(clockwise ? corner + 1 : corner) * .pi / 2
      if radius > 0 {
        add(EllipsePath(center: corners[corner], radius: radius), from: from, to: to, begin: turn == 0)
      } else if turn == 0 {
        move(to: corners[corner])
      } else {
        line(to: corners[corner])
      }
    }
    close()
  }
}

extension Blend {
  /// `pixel` with all four channels multiplied by a share from 0 to 1, taken to the nearest 255th.
  @inline(__always)
  static func scale(_ pixel: UInt32, share: Double) -> UInt32 {
    scale(pixel, by: UInt32(Int(clamping: share * 255 + 0.5, to: 0, 255)))
  }
}
