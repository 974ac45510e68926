import GaussianMixtures

/// A position in data units: column one across, column two up.
public struct DataPoint: Sendable, Hashable, Codable {
  public var x: Double
  public var y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  var isFinite: Bool { x.isFinite && y.isFinite }
}

/// A width and a height in data units. The two axes may have different units, so a circle on the screen
/// is in general an ellipse of this half-width and half-height in the data.
public struct DataSize: Sendable, Hashable, Codable {
  public var width: Double
  public var height: Double

  public init(_ width: Double, _ height: Double) {
    self.width = width
    self.height = height
  }
}

/// The covariance of a component in the plane of the two columns shown, in data units squared.
public struct DataCovariance: Sendable, Hashable, Codable {
  public var xx: Double
  public var xy: Double
  public var yy: Double

  public init(xx: Double, xy: Double, yy: Double) {
    self.xx = xx
    self.xy = xy
    self.yy = yy
  }

  var matrix: CovarianceMatrix { CovarianceMatrix([[xx, xy], [xy, yy]]) }
}

/// An axis-parallel rectangle in data units.
public struct DataRect: Sendable, Hashable, Codable {
  public var minX: Double
  public var minY: Double
  public var maxX: Double
  public var maxY: Double

  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  public var width: Double { maxX - minX }
  public var height: Double { maxY - minY }
  public var center: DataPoint { DataPoint(minX / 2 + maxX / 2, minY / 2 + maxY / 2) }

  /// The smallest rectangle that also holds `point`.
  public mutating func extend(to point: DataPoint) {
    minX = min(minX, point.x)
    maxX = max(maxX, point.x)
    minY = min(minY, point.y)
    maxY = max(maxY, point.y)
  }

  /// The rectangle grown by a fraction of its own size on every side; a flat side is given some extent first,
  /// so that one point or a line of points still has a view: one that numbers of its size can tell from nothing.
  public func padded(by fraction: Double) -> DataRect {
    let magnitude = max(abs(minX), abs(maxX), abs(minY), abs(maxY))
    let side = max(width, height)
    let least =
      side > 0 ? max(side * 1e-3, 256 * magnitude.ulp) : max(magnitude * 1e-3, magnitude == 0 ? 1 : 0)
    /// Whatever the data, a view has an extent that numbers can express.
    func half(_ extent: Double) -> Double {
      min(max((extent > 0 ? extent : least) * (0.5 + fraction), 1e-300), DataRect.farthest)
    }
    let (halfWidth, halfHeight) = (half(width), half(height))
    let center = DataPoint(
      min(max(center.x, -DataRect.farthest), DataRect.farthest),
      min(max(center.y, -DataRect.farthest), DataRect.farthest))
    return DataRect(
      minX: center.x - halfWidth, minY: center.y - halfHeight, maxX: center.x + halfWidth, maxY: center.y + halfHeight)
  }

  /// How far a view reaches at most, so that its width is a number.
  private static let farthest = 4e307

  public func contains(_ point: DataPoint) -> Bool {
    point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
  }

  /// Whether the point lies inside and on no edge.
  func surrounds(_ point: DataPoint) -> Bool {
    point.x > minX && point.x < maxX && point.y > minY && point.y < maxY
  }
}
