import Rasterizer

/// Where data lie in a rectangle of pixels: the second coordinate grows upwards.
struct PlotFrame {
  let scaleX, scaleY: Double
  private let offsetX, offsetY: Double

  /// Shows the rectangle around `x` and `y` with a margin all around. A side without extent gets one, so that a point
  /// has a place too.
  init(x: ClosedRange<Double>, y: ClosedRange<Double>, in rect: Rect, margin: Double, hasEqualUnits: Bool) {
    let width = max(rect.width - 2 * margin, 1)
    let height = max(rect.height - 2 * margin, 1)
    var scaleX = width / Self.extent(x)
    var scaleY = height / Self.extent(y)
    if hasEqualUnits {
      scaleX = min(scaleX, scaleY)
      scaleY = scaleX
    }
    self.scaleX = scaleX
    self.scaleY = -scaleY
    offsetX = rect.x + rect.width / 2 - (x.lowerBound / 2 + x.upperBound / 2) * scaleX
    offsetY = rect.y + rect.height / 2 + (y.lowerBound / 2 + y.upperBound / 2) * scaleY
  }

  func pixel(_ x: Double, _ y: Double) -> Point { Point(x * scaleX + offsetX, y * scaleY + offsetY) }

  /// The batch of discs at the points.
  func batch(x: [Double], y: [Double], colors: [Color], radius: Double, rim: Color) -> PointBatch {
    PointBatch(
      x: x, y: y, scaleX: scaleX, offsetX: offsetX, scaleY: scaleY, offsetY: offsetY,
      colors: .each(colors.map(\.rgb)), radius: radius, opacity: 0.85, rim: rim, rimWidth: radius / 4)
  }

  private static func extent(_ range: ClosedRange<Double>) -> Double {
    let extent = range.upperBound - range.lowerBound
    // What numbers of that size can tell apart, with some room for the pixels between.
    let least = 256 * max(abs(range.lowerBound), abs(range.upperBound)).ulp
    return extent > least ? min(extent, .greatestFiniteMagnitude) : max(2 * least, 1)
  }
}
