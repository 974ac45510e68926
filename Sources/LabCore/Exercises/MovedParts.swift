import GaussianMixtures
import Glibc

/// Means, axes, angles and weights beside those of the M-step, one after the other.
struct MovedParts {
  /// Four by component.
  let areRight: [Bool]

  /// A component this round has no angle.
  static let roundness = 1.2

  /// - Parameter tolerance: a mean may be so many σ off, axes and weights such a share, an angle so many hundred degrees.
  init(_ said: GaussianMixture, _ truth: GaussianMixture, tolerance: Double) {
    areRight = truth.means.indices.flatMap { k -> [Bool] in
      guard said.componentCount == truth.componentCount, said.means[k].count == 2, truth.means[k].count == 2,
        let own = truth.covariances[k].principalAxes(), let other = said.covariances[k].principalAxes(),
        own.short > 0
      else { return [false, false, false, false] }
      let (dx, dy) = (said.means[k][0] - truth.means[k][0], said.means[k][1] - truth.means[k][1])
      let (c, s) = (cos(own.angle), sin(own.angle))
      let distance = hypot((dx * c + dy * s) / own.long, (dy * c - dx * s) / own.short)
      let hasAxes =
        MovedParts.isNear(other.long, own.long, tolerance) && MovedParts.isNear(other.short, own.short, tolerance)
      let isTurned =
        own.long < MovedParts.roundness * own.short
        || MovedParts.degrees(from: own.angle, to: other.angle) <= 100 * tolerance
      return [
        distance <= tolerance, hasAxes, isTurned, MovedParts.isNear(said.weights[k], truth.weights[k], tolerance),
      ]
    }
  }

  /// Whether two lengths or weights differ by no more than such a share of the true one.
  private static func isNear(_ said: Double, _ truth: Double, _ tolerance: Double) -> Bool {
    abs(said - truth) <= tolerance * truth
  }

  /// Between two directions of an axis, which has no front: 0 to 90.
  private static func degrees(from a: Double, to b: Double) -> Double {
    abs(remainder(a - b, .pi)) / .pi * 180
  }
}
