/// Expectation–maximization for Gaussian mixtures on one data set (Dempster, Laird & Rubin 1977; Bishop, "Pattern
/// Recognition and Machine Learning", 2006, section 9.2).
///
/// The value holds no state of a run: `expectation` and `maximization` are functions of their arguments, so any
/// half-step can be kept, repeated or continued from.
public struct EM: Sendable {
  /// The points.
  public let data: Dataset
  /// The settings.
  public let options: EMOptions
  /// Threads and kernel: they change the time a step takes, and nothing else but rounding.
  public let resources: PassResources
  let scales: ColumnScales

  /// Throws when there is no point or column, a column cannot be squared, or an option is out of range.
  public init(
    data: Dataset, options: EMOptions = EMOptions(), resources: PassResources = PassResources()
  ) throws(MixtureError) {
    try options.validate()
    self.resources = resources
    scales = try data.scales()
    self.data = data
    self.options = options
  }

  /// EM on the same data under other options, without another look at the points. Throws when an option is out of range.
  public func with(_ options: EMOptions) throws(MixtureError) -> EM {
    if options == self.options { return self }
    try options.validate()
    return EM(data: data, options: options, resources: resources, scales: scales)
  }

  /// The same with another number of threads.
  func with(threads: Int) -> EM {
    var resources = resources
    resources.threads = threads
    return EM(data: data, options: options, resources: resources, scales: scales)
  }

  private init(data: Dataset, options: EMOptions, resources: PassResources, scales: ColumnScales) {
    self.data = data
    self.options = options
    self.resources = resources
    self.scales = scales
  }

  /// The E-step: one pass over the points.
  ///
  /// Where a mean is about to move much further than its component is wide, moments about the old mean would lose
  /// digits; then another pass takes them about the new one. Throws for a model that is not valid or does not fit the
  /// data, and where a point is out of reach of every component.
  public func expectation(of model: GaussianMixture) throws(MixtureError) -> Expectation {
    let prepared = try data.prepare(model)
    let diagonal = options.family.isDiagonal
    var result = data.pass(prepared: prepared, diagonalScatter: diagonal, resources: resources)
    guard result.logLikelihood.isFinite else { throw data.firstOutOfReach(prepared) }
    for _ in 0..<Self.maximumRecenterings {
      guard let centers = betterCenters(result.statistics) else { break }
      result.statistics =
        data.pass(prepared: prepared, centers: centers, diagonalScatter: diagonal, resources: resources).statistics
    }
    return Expectation(model: model, logLikelihood: result.logLikelihood, statistics: result.statistics)
  }

  /// One is the rule. A second helps when the first center was off by its own rounding; more would find nothing new.
  private static let maximumRecenterings = 3

  /// The means of the components that moved far, in place of their centers; nil if none did. Rounding can put the mean
  /// of points that are very close to each other outside them all, hence the clamp.
  private func betterCenters(_ statistics: SufficientStatistics) -> [Double]? {
    let moved = (0..<statistics.componentCount).filter {
      !isEmpty(statistics, $0) && statistics.isPoorlyCentered($0)
    }
    guard !moved.isEmpty else { return nil }
    var centers = statistics.centers
    for k in moved {
      for (i, value) in statistics.mean(k).enumerated() {
        let range = scales.ranges[i]
        centers[k * data.dimensions + i] = min(max(value, range.lowerBound), range.upperBound)
      }
    }
    return centers == statistics.centers ? nil : centers
  }

  func isEmpty(_ statistics: SufficientStatistics, _ k: Int) -> Bool {
    statistics.counts[k]
      < EM.emptyShare(components: statistics.componentCount, points: data.presentCount) * data.totalWeight
  }

  /// The share of the points below which a component is empty: less than a millionth of an even share, and less than
  /// one point. One point is a row of average weight, so that scaling all weights changes nothing.
  ///
  /// - Parameters:
  ///   - components: K, 1 or more.
  ///   - points: the number of points with a weight above 0, 1 or more.
  public static func emptyShare(components: Int, points: Int) -> Double {
    min(1e-6 / Double(max(components, 1)), 1 / Double(max(points, 1)))
  }
}

extension Dataset {
  func prepare(_ model: GaussianMixture) throws(MixtureError) -> PreparedMixture {
    let prepared = try PreparedMixture(model)
    guard prepared.dimensions == dimensions else {
      throw .dimensionMismatch(model: prepared.dimensions, data: dimensions)
    }
    return prepared
  }

  /// The error for a log-likelihood that is not finite.
  func firstOutOfReach(_ prepared: PreparedMixture) -> MixtureError {
    var r: [Double] = []
    let row = presentRows.first { !prepared.responsibilities(at: self.row($0), into: &r).isFinite }
    return .pointOutOfReach(row: row ?? 0)
  }
}
