/// When the next frame is due: sixty times a second at most, and on a beat, so that a late frame does not delay all that
/// follow. The first frame after a rest is due at once.
struct FramePace {
  /// Seconds.
  static let interval = 1.0 / 60

  /// The earliest moment for the next frame, in seconds.
  private(set) var next = 0.0

  /// A frame was begun at this moment.
  mutating func began(at time: Double) {
    // A beat missed by more than its length is over: the rhythm begins anew.
    next = (time - next < FramePace.interval ? next : time) + FramePace.interval
  }

  func isDue(at time: Double) -> Bool { time >= next }
}
