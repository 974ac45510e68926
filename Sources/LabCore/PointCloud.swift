/// The points on the canvas, stored by column, in the order the user made them.
///
/// `revision` names the content: two clouds with the same revision hold the same points, so what is derived from them
/// (colours, drawn pixels) need not compare a million numbers to know that it is still right.
public struct PointCloud: Sendable {
  public private(set) var x: [Double]
  public private(set) var y: [Double]
  public private(set) var revision: Revision

  public init(x: [Double] = [], y: [Double] = [], revision: Revision) {
    let count = min(x.count, y.count)
    self.x = x.count == count ? x : Array(x.prefix(count))
    self.y = y.count == count ? y : Array(y.prefix(count))
    self.revision = revision
  }

  public var count: Int { x.count }
  public var isEmpty: Bool { x.isEmpty }

  public subscript(index: Int) -> DataPoint { DataPoint(x[index], y[index]) }

  /// The smallest rectangle around all points; `nil` without points.
  public var bounds: DataRect? {
    guard let minX = x.min(), let maxX = x.max(), let minY = y.min(), let maxY = y.max() else { return nil }
    return DataRect(minX: minX, minY: minY, maxX: maxX, maxY: maxY)
  }

  mutating func append(_ point: DataPoint, revision: Revision) {
    x.append(point.x)
    y.append(point.y)
    self.revision = revision
  }

  /// Removes every point inside the ellipse of half-width and half-height `radius` around `center`.
  /// Returns how many went; the revision changes only when some did.
  mutating func remove(around center: DataPoint, radius: DataSize, revision: Revision) -> Int {
    guard radius.width > 0, radius.height > 0 else { return 0 }
    var kept = 0
    for index in 0..<count {
      let dx = (x[index] - center.x) / radius.width
      let dy = (y[index] - center.y) / radius.height
      if dx * dx + dy * dy > 1 {
        if kept != index {
          x[kept] = x[index]
          y[kept] = y[index]
        }
        kept += 1
      }
    }
    let removed = count - kept
    guard removed > 0 else { return 0 }
    x.removeLast(removed)
    y.removeLast(removed)
    self.revision = revision
    return removed
  }
}

/// Names one content of something that changes: never reused within a session.
public struct Revision: Sendable, Hashable {
  let number: Int
  public init(_ number: Int) { self.number = number }
}
