import LabCore
import Rasterizer

/// From data units to drawable pixels and back: a scale and an offset per axis, y up in the data and down on the screen.
public struct CanvasTransform: Sendable, Hashable {
  public let scaleX: Double
  public let scaleY: Double
  public let offsetX: Double
  public let offsetY: Double

  /// Shows all of the viewport's bounds in `rect`, with as much more at the sides as its shape asks for.
  public init(_ viewport: Viewport, aspect: Aspect, in rect: Rect) {
    let bounds = viewport.bounds
    // Data finer than this are one place: beyond it, scales would leave the range of numbers.
    let finest = 1e306
    var across = min(max(rect.width, 1) / bounds.width, finest)
    var up = min(max(rect.height, 1) / bounds.height, finest)
    if aspect == .equal {
      across = min(across, up)
      up = across
    }
    scaleX = across
    scaleY = -up
    offsetX = rect.midX - bounds.center.x * across
    offsetY = rect.midY + bounds.center.y * up
  }

  public func pixel(_ point: DataPoint) -> Point { Point(point.x * scaleX + offsetX, point.y * scaleY + offsetY) }
  public func data(_ point: Point) -> DataPoint {
    DataPoint((point.x - offsetX) / scaleX, (point.y - offsetY) / scaleY)
  }

  /// The half-width and half-height in data units of a circle of `pixels` radius on the screen.
  public func dataSize(pixels: Double) -> DataSize { DataSize(abs(pixels / scaleX), abs(pixels / scaleY)) }

  /// A way on the screen, in data units.
  public func dataStep(_ pixels: Point) -> DataSize { DataSize(pixels.x / scaleX, pixels.y / scaleY) }

  /// The data shown in `rect`.
  public func dataRect(_ rect: Rect) -> DataRect {
    let low = data(Point(rect.minX, rect.maxY))
    let high = data(Point(rect.maxX, rect.minY))
    return DataRect(minX: low.x, minY: low.y, maxX: high.x, maxY: high.y)
  }
}
