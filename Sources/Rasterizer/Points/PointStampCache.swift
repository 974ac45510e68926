import Synchronization

extension PointStamp {
  private struct Key: Hashable {
    var radius: Double
    var opacity: UInt32
    var rim: UInt32
    var rimWidth: Double
  }

  /// A window draws the same discs frame after frame; a few dozen kinds cover both themes, and points of
  /// different sizes.
  private static let limit = 40
  private static let known = Mutex<[Key: PointStamp]>([:])

  /// A stamp like `init` makes, kept from an earlier call if there was one.
  static func cached(radius: Double, opacity: UInt32, rim: UInt32, rimWidth: Double) -> PointStamp {
    let key = Key(radius: radius, opacity: opacity, rim: rim, rimWidth: rimWidth)
    if let stamp = known.withLock({ $0[key] }) { return stamp }
    let stamp = PointStamp(radius: radius, opacity: opacity, rim: rim, rimWidth: rimWidth)
    known.withLock { stamps in
      if stamps.count >= limit { stamps.removeAll() }
      stamps[key] = stamp
    }
    return stamp
  }
}
