import Glibc

/// The axes of a two-dimensional normal distribution's ellipses: how far one standard deviation reaches along the
/// direction in which it spreads most, and across it.
public struct PrincipalAxes: Sendable, Equatable {
  /// The standard deviation along the long axis, and along the short one.
  public let long, short: Double
  /// The direction of the long axis, in radians from the first coordinate's axis towards the second's: −π/2 … π/2; 0
  /// where both axes are equally long.
  public let angle: Double

  /// The axes of the covariance [[a, b], [b, c]]. Its eigenvalues m ± √(d² + b²), with m = (a + c) / 2 and
  /// d = (a − c) / 2, are their squares, and the long one stands at ½ atan2(b, d). Eigenvalues below zero count as zero.
  /// Nothing is squared on the way, so that the unit does not matter: variances of 1e300 will do, and of 1e−300.
  public init(_ a: Double, _ b: Double, _ c: Double) {
    let middle = a / 2 + c / 2
    let half = a / 2 - c / 2
    let root = hypot(half, b)
    long = max(middle + root, 0).squareRoot()
    short = max(middle - root, 0).squareRoot()
    angle = root == 0 ? 0 : 0.5 * atan2(b, half)
  }
}

extension CovarianceMatrix {
  /// The axes in two of its dimensions, each stretched by a scale of its own, as on a screen whose axes have different
  /// units; nil where there are no such dimensions.
  public func principalAxes(
    inDimensions first: Int = 0, _ second: Int = 1, scales: (Double, Double) = (1, 1)
  ) -> PrincipalAxes? {
    let dimensions = 0..<min(rows, columns)
    guard dimensions.contains(first), dimensions.contains(second) else { return nil }
    return PrincipalAxes(
      self[first, first] * scales.0 * scales.0, self[first, second] * scales.0 * scales.1,
      self[second, second] * scales.1 * scales.1)
  }
}
