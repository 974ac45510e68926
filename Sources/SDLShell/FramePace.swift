/// When the next frame is due: once a beat at most, and on the beat, so that a late frame does not delay all that follow.
/// The first frame after a rest is due at once.
struct FramePace {
  /// Of displays that do not tell, in seconds.
  static let usual = 1.0 / 60

  /// From beat to beat, in seconds.
  private(set) var interval = FramePace.usual
  /// The earliest moment for the next frame, in seconds.
  private(set) var next = 0.0

  /// When the latest frame was on its way to the display, in seconds.
  private var shown = -Double.infinity

  /// Takes on the beat of a display that shows so many pictures a second; 0 where it does not tell.
  mutating func follow(hertz: Int) {
    interval = (24...240).contains(hertz) ? 1 / Double(hertz) : FramePace.usual
  }

  /// A frame was begun at this moment.
  mutating func began(at time: Double) {
    // A beat missed by more than its length is over: the rhythm begins anew.
    next = (time - next < interval ? next : time) + interval
  }

  func isDue(at time: Double) -> Bool { time >= next }

  /// When to show a frame that was finished at a moment, so that frames follow each other evenly though some take longer
  /// to draw: a beat after the one before, or a little less, so that one late frame does not delay all that follow for
  /// good. After a rest at once.
  func evenMoment(finishedAt time: Double) -> Double {
    time - shown < 2 * interval ? max(time, shown + 0.97 * interval) : time
  }

  /// A frame is handed to the display from this moment on. How long that takes is no part of the beat: counted, it would
  /// make every frame late by it.
  mutating func isShown(at time: Double) { shown = time }
}
