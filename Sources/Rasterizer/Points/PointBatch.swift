/// Many discs at once: columns of data, mapped to pixels by a scale and an offset per axis. Later points lie over
/// earlier ones. Rows beyond the shorter column are ignored, as are points that are not numbers.
public struct PointBatch: Sendable {
  /// First coordinates, in data units.
  public var x: [Double]
  /// Second coordinates, in data units.
  public var y: [Double]

  /// Pixel column = x · `scaleX` + `offsetX`; rows alike.
  public var scaleX: Double
  /// The pixel column of x = 0.
  public var offsetX: Double
  /// Pixels per data unit, downwards.
  public var scaleY: Double
  /// The pixel row of y = 0.
  public var offsetY: Double

  /// The colors of the discs.
  public var colors: PointColors

  /// Pixels.
  public var radius: Double

  /// 0 … 1, of the discs; multiplies the alpha of a common color.
  public var opacity: Double

  /// The color, with its own alpha, of a ring around every disc, outside its edge, that keeps overlapping discs
  /// countable.
  public var rim: Color?

  /// Pixels.
  public var rimWidth: Double

  /// The outline of every point.
  public var shape: PointShape

  /// A batch of discs of one size.
  public init(
    x: [Double], y: [Double], scaleX: Double, offsetX: Double, scaleY: Double, offsetY: Double, colors: PointColors,
    radius: Double, opacity: Double, rim: Color? = nil, rimWidth: Double = 0, shape: PointShape = .disc
  ) {
    self.x = x
    self.y = y
    self.scaleX = scaleX
    self.offsetX = offsetX
    self.scaleY = scaleY
    self.offsetY = offsetY
    self.colors = colors
    self.radius = radius
    self.opacity = opacity
    self.rim = rim
    self.rimWidth = rimWidth
    self.shape = shape
  }
}

/// The colors of a batch.
public enum PointColors: Sendable {
  /// One for all.
  case uniform(Color)

  /// 0xRRGGBB for every point; points beyond the end are not drawn.
  case each([UInt32])

  /// A `LightWord` for every point; points beyond the end are not drawn.
  case words([UInt32])
}
