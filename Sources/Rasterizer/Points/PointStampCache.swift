import Synchronization

extension PointStamp {
  private struct Key: Hashable {
    var radius: Double
    var opacity: UInt32
    var rim: UInt32
    var rimWidth: Double
    var shape: PointShape
  }

  /// A window draws the same discs frame after frame; a few dozen kinds cover both themes, and points of
  /// different sizes and shapes.
  private static let limit = 60
  private static let known = Mutex<[Key: PointStamp]>([:])

  /// A stamp like `init` makes, kept from an earlier call if there was one.
  static func cached(radius: Double, opacity: UInt32, rim: UInt32, rimWidth: Double, shape: PointShape = .disc)
    -> PointStamp
  {
    let key = Key(radius: radius, opacity: opacity, rim: rim, rimWidth: rimWidth, shape: shape)
    if let stamp = known.withLock({ $0[key] }) { return stamp }
    let stamp = PointStamp(radius: radius, opacity: opacity, rim: rim, rimWidth: rimWidth, shape: shape)
    known.withLock { stamps in
      if stamps.count >= limit { stamps.removeAll() }
      stamps[key] = stamp
    }
    return stamp
  }
}
