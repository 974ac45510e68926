import GaussianMixtures

/// The passage from one step to the next on the screen: a start, a length, and nothing else. What is drawn at any moment
/// is a function of its progress.
public struct Glide: Sendable, Equatable {
  public let from: RunStep
  public let beganAt: Double
  let duration: Double

  /// From 0 to 1, slow at both ends.
  public func progress(at time: Double) -> Double {
    guard duration > 0 else { return 1 }
    let t = min(max((time - beganAt) / duration, 0), 1)
    return t * t * (3 - 2 * t)
  }

  func isOver(at time: Double) -> Bool { time >= beganAt + duration }
}
