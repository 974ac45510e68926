/// The ways to begin. All are seeded; the same seed gives the same start on every machine.
public enum StartKind: String, CaseIterable, Codable, Sendable {
  /// Means uniform in [−10, 10]ᴰ, identity covariances, equal weights, whatever the data.
  case uniform
  /// Means at distinct random points.
  case randomPoints = "random-points"
  /// Means at points far from each other (k-means++).
  case kMeansPlusPlus = "k-means++"
  /// Means, covariances and weights of the clusters of k-means, begun with k-means++.
  case kMeans = "k-means"

  /// K components for the data. Data-driven starts follow the data's scale, as measured by `ColumnScales`, which a few
  /// wild points cannot move: covariances are diagonal, that scale squared divided by K, or (k-means) those of the
  /// clusters where they are sound; distances are taken in columns divided by their scale. k-means takes at most 30
  /// iterations: EM goes on from there.
  ///
  /// Throws for K = 0, no points, or fewer points than components. A row of weight w counts as ⌈w⌉ points here.
  ///
  /// `floor` is the smallest variance a start may have in any direction, as in `EMOptions.floor`; 0 = off.
  public func makeStart(
    data: Dataset, componentCount: Int, family: CovarianceFamily = .full, seed: UInt64,
    floor: Double = EMOptions.defaultFloor
  ) throws(MixtureError) -> GaussianMixture {
    guard componentCount > 0 else { throw .noComponents }
    let scales = try data.scales()
    guard data.drawableCount >= Double(componentCount) else {
      throw .tooFewPoints(points: Int(data.drawableCount), components: componentCount)
    }
    var generator = SeededGenerator(seed: seed)
    switch self {
    case .uniform:
      return try .uniformStart(
        componentCount: componentCount, dimensions: data.dimensions, family: family, seed: seed)
    case .randomPoints:
      let means = data.distinctRandomRows(componentCount, using: &generator).map { data.row($0) }
      return .start(means: means, scales: scales, family: family, floor: floor)
    case .kMeansPlusPlus:
      let kMeans = try KMeans(data: data, columnScales: scales.deviations)
      let means = try kMeans.plusPlusCenters(componentCount, using: &generator)
      return .start(means: means, scales: scales, family: family, floor: floor)
    case .kMeans:
      let kMeans = try KMeans(data: data, columnScales: scales.deviations)
      let centers = try kMeans.plusPlusCenters(componentCount, using: &generator)
      return kMeans.mixture(
        of: try kMeans.run(from: centers, maximumIterations: 30), scales: scales, family: family, floor: floor)
    }
  }
}

extension GaussianMixture {
  /// The start that needs no data: means uniform in the range, identity covariances, equal weights. Throws for fewer than
  /// one component or dimension, and a range that is not finite.
  public static func uniformStart(
    componentCount: Int, dimensions: Int, range: ClosedRange<Double> = -10...10,
    family: CovarianceFamily = .full, seed: UInt64
  ) throws(MixtureError) -> GaussianMixture {
    guard componentCount > 0 else { throw .noComponents }
    guard dimensions > 0 else { throw .noDimensions }
    guard range.lowerBound.isFinite, range.upperBound.isFinite else {
      throw .optionOutOfRange(name: "range", allowed: "finite bounds")
    }
    var generator = SeededGenerator(seed: seed)
    return GaussianMixture(
      weights: Array(repeating: 1 / Double(componentCount), count: componentCount),
      means: (0..<componentCount).map { _ in (0..<dimensions).map { _ in generator.uniform(in: range) } },
      covariances: Array(repeating: .identity(dimensions), count: componentCount), family: family)
  }

  /// The start a user gives: means alone, or weights and covariances too. Equal weights, and the data's scales squared
  /// divided by K as variances, where they are left out. Throws what `validate()` throws, or for data of other shape.
  ///
  /// `floor` is the smallest variance of covariances left out, as in `EMOptions.floor`.
  public static func start(
    means: [[Double]], weights: [Double]? = nil, covariances: [CovarianceMatrix]? = nil, data: Dataset,
    family: CovarianceFamily = .full, floor: Double = EMOptions.defaultFloor
  ) throws(MixtureError) -> GaussianMixture {
    var model = start(means: means, scales: try data.scales(), family: family, floor: floor)
    if let weights { model.weights = weights }
    if let covariances { model.covariances = covariances }
    _ = try data.prepare(model)
    return model
  }

  static func start(
    means: [[Double]], scales: ColumnScales, family: CovarianceFamily, floor: Double
  ) -> GaussianMixture {
    let covariance = scales.diagonalCovariance(family, parts: means.count, floor: floor)
    return GaussianMixture(
      weights: Array(repeating: 1 / Double(max(1, means.count)), count: means.count), means: means,
      covariances: Array(repeating: covariance, count: means.count), family: family)
  }
}
