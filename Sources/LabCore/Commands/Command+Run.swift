extension Command {
  /// Running EM, and going back and forth in the run.
  public enum Run: Sendable, Equatable, Codable {
    case restart
    case togglePlay
    case stepForward
    case stepBack
    case stepIteration
    case runToConvergence
    case setSpeed(Speed)
    case beginScrubbing
    case scrub(toStep: Int)
    case endScrubbing
  }
}
