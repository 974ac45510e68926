/// How points are drawn that lie so close together that their number per pixel is what can be seen.
///
/// Each pixel adds up, in linear light, the colors of the discs that cover it and the number n of them, a disc counting
/// by its coverage. It then shows their mean with alpha 1 − (1 − a)ⁿ, a the opacity of one: what n discs of one color
/// amount to when each is laid over the others. Sums know no order, so the points may come in any.
public struct PointDensity: Sendable {
  /// Pixel column = x · `scaleX` + `offsetX`; rows alike.
  public var scaleX: Double
  /// The pixel column of x = 0.
  public var offsetX: Double
  /// Pixels per data unit, downwards.
  public var scaleY: Double
  /// The pixel row of y = 0.
  public var offsetY: Double

  /// Of a point's disc, in pixels; discs stand on whole pixels.
  public var radius: Double

  /// Of a single disc, 0 … 1.
  public var opacity: Double

  /// Points mapped to pixels.
  public init(
    scaleX: Double, offsetX: Double, scaleY: Double, offsetY: Double, radius: Double, opacity: Double
  ) {
    self.scaleX = scaleX
    self.offsetX = offsetX
    self.scaleY = scaleY
    self.offsetY = offsetY
    self.radius = radius
    self.opacity = opacity
  }

  /// Pixels; larger discs are drawn as large as this.
  static let largestRadius = 16.0
}
