extension GaussianMixture {
  /// A random mixture to practise on: means uniform in the range per coordinate, covariances A·Aᵀ with A a
  /// D × (D + 10) matrix of uniform numbers in [0, 1), equal weights. D + 10 columns make A·Aᵀ positive definite for
  /// certain, short of rounding. Throws for fewer than one component or dimension, and a range that is not finite.
  public static func random(
    componentCount: Int, dimensions: Int, meanRange: ClosedRange<Double> = -10...10,
    using generator: inout SeededGenerator
  ) throws(MixtureError) -> GaussianMixture {
    guard componentCount > 0 else { throw .noComponents }
    guard dimensions > 0 else { throw .noDimensions }
    guard meanRange.lowerBound.isFinite, meanRange.upperBound.isFinite else {
      throw .optionOutOfRange(name: "meanRange", allowed: "finite bounds")
    }
    var means: [[Double]] = []
    var covariances: [CovarianceMatrix] = []
    for _ in 0..<componentCount {
      means.append((0..<dimensions).map { _ in generator.uniform(in: meanRange) })
      covariances.append(randomCovariance(dimensions, using: &generator))
    }
    return GaussianMixture(
      weights: Array(repeating: 1 / Double(componentCount), count: componentCount), means: means,
      covariances: covariances)
  }

  private static func randomCovariance(_ d: Int, using generator: inout SeededGenerator) -> CovarianceMatrix {
    let a = (0..<d).map { _ in (0..<(d + 10)).map { _ in generator.uniform() } }
    var product = CovarianceMatrix(rows: d, columns: d)
    for i in 0..<d {
      for j in 0...i {
        var sum = 0.0
        for c in 0..<(d + 10) { sum += a[i][c] * a[j][c] }
        product[i, j] = sum
        product[j, i] = sum
      }
    }
    return product
  }
}

/// A random mixture and points drawn from it.
public struct SyntheticData: Sendable, Equatable {
  /// The mixture the points were drawn from.
  public let model: GaussianMixture
  /// The points.
  public let data: Dataset
  /// The component of each point; the points of a component are consecutive.
  public let labels: [Int]

  /// A random mixture (`GaussianMixture.random`) with `pointsPerComponent` points of each component.
  /// Throws what that throws, or when a number is negative.
  public init(
    componentCount: Int, dimensions: Int, pointsPerComponent: Int, meanRange: ClosedRange<Double> = -10...10,
    seed: UInt64
  ) throws(MixtureError) {
    var generator = SeededGenerator(seed: seed)
    model = try .random(
      componentCount: componentCount, dimensions: dimensions, meanRange: meanRange, using: &generator)
    let sample = try model.sample(pointsPerComponent: pointsPerComponent, using: &generator)
    data = sample.data
    labels = sample.labels
  }
}
