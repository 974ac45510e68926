import FoundationEssentials

extension GaussianMixture {
  /// Fits a mixture to points, given as rows of D coordinates:
  ///
  /// ```swift
  /// let fit = try GaussianMixture.fit(points, components: 3)
  /// let labels = try fit.model.predict(points)
  /// ```
  ///
  /// - Parameters:
  ///   - points: N ≥ K rows of equal length, all finite.
  ///   - components: K ≥ 1.
  ///   - family: how the covariances are restricted; that of the options where nil.
  ///   - start: how each run begins.
  ///   - restarts: the number of runs, each from another start, of which the best is returned (`MultistartFit`); where
  ///     nil, as many as are quick (`EM.defaultRestarts`).
  ///   - seed: what all randomness comes from, that of the options where nil. The seed of the fit is that of the run that
  ///     won: one run with it gives the same fit.
  ///   - options: when to stop, and what to do with components that degenerate.
  ///   - sampleWeights: how often each point counts, once where nil.
  ///   - threads: the most that run at a time. The result does not depend on them.
  /// - Throws: what the points or options are refused for, `.tooFewPoints`, and the first run's error if all fail.
  public static func fit(
    _ points: [[Double]], components: Int, family: CovarianceFamily? = nil, start: StartKind = .kMeans,
    restarts: Int? = nil, seed: UInt64? = nil, options: EMOptions = EMOptions(), sampleWeights: [Double]? = nil,
    threads: Int = ProcessInfo.processInfo.activeProcessorCount
  ) throws(MixtureError) -> FitResult {
    let data = try Dataset(rows: points, sampleWeights: sampleWeights)
    return try fit(
      data, components: components, family: family, start: start, restarts: restarts, seed: seed, options: options,
      threads: threads)
  }

  /// The same for points stored by column, which large data are better kept in. Throws the same.
  public static func fit(
    _ data: Dataset, components: Int, family: CovarianceFamily? = nil, start: StartKind = .kMeans, restarts: Int? = nil,
    seed: UInt64? = nil, options: EMOptions = EMOptions(),
    threads: Int = ProcessInfo.processInfo.activeProcessorCount
  ) throws(MixtureError) -> FitResult {
    var options = options
    if let family { options.family = family }
    if let seed { options.seed = seed }
    let em = try EM(data: data, options: options, resources: PassResources(threads: threads))
    let restarts = restarts ?? EM.defaultRestarts(points: data.count, components: components)
    return try em.fit(componentCount: components, start: start, restarts: restarts).best
  }
}
