/// When a frame was on its way to the display, in seconds on the window's clock.
public struct FrameTiming: Sendable {
  /// Whatever came in before this moment is in the frame.
  public let inputUntil: Double
  /// The display had the frame.
  public let presented: Double
}
