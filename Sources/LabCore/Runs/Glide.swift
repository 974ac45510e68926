import GaussianMixtures

/// The passage from one step to the next on the screen: a start, a length, and nothing else. What is drawn at any moment
/// is a function of its progress.
public struct Glide: Sendable, Equatable {
  public let from: RunStep
  let beganAt: Double
  let duration: Double

  /// From 0 to 1, slow at both ends.
  public func progress(at time: Double) -> Double {
    guard duration > 0 else { return 1 }
    let t = min(max((time - beganAt) / duration, 0), 1)
    return t * t * (3 - 2 * t)
  }

  func isOver(at time: Double) -> Bool { time >= beganAt + duration }
}

extension GaussianMixture {
  /// The mixture a fraction `t` of the way to `other`: weights, means and covariances on straight lines. A straight line
  /// between two positive definite matrices stays positive definite. Mixtures of different size do not mix: `other`.
  public func interpolated(to other: GaussianMixture, _ t: Double) -> GaussianMixture {
    guard componentCount == other.componentCount, dimensions == other.dimensions, t < 1 else { return other }
    func mix(_ a: Double, _ b: Double) -> Double { a + (b - a) * t }
    var result = other
    for k in 0..<componentCount {
      result.weights[k] = mix(weights[k], other.weights[k])
      for i in 0..<dimensions {
        result.means[k][i] = mix(means[k][i], other.means[k][i])
        for j in 0..<dimensions {
          result.covariances[k][i, j] = mix(covariances[k][i, j], other.covariances[k][i, j])
        }
      }
    }
    return result
  }
}
