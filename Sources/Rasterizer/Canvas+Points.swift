extension Canvas {
  /// Draws every disc of a batch.
  public mutating func draw(_ batch: PointBatch) {
    let radius = min(batch.radius, PointBatch.maximumRadius)
    var count = min(batch.x.count, batch.y.count)
    if case .each(let colors) = batch.colors { count = min(count, colors.count) }
    for i in 0..<count {
      let center = Point(batch.x[i] * batch.scaleX + batch.offsetX, batch.y[i] * batch.scaleY + batch.offsetY)
      if let rim = batch.rim, batch.rimWidth > 0 {
        fill(discAt: center, radius: radius + batch.rimWidth, rim.opacity(batch.opacity))
      }
      switch batch.colors {
      case .uniform(let color): fill(discAt: center, radius: radius, color.opacity(batch.opacity))
      case .each(let colors): fill(discAt: center, radius: radius, Color(colors[i], alpha: batch.opacity))
      }
    }
  }
}
