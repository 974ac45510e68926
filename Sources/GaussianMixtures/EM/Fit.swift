/// The outcome of a run of EM: the run, seen from its end.
public struct FitResult: Sendable, Equatable {
  /// What led here. It records the trace, or every step where that was asked for.
  public let run: Run
  /// N: the number of points, or the sum of their sample weights.
  public let totalWeight: Double
  /// The number of rows, points of weight zero included.
  let pointCount: Int

  /// The parameters after the last iteration.
  public var model: GaussianMixture { run.model }
  /// The log-likelihood of `model`.
  public var logLikelihood: Double { run.logLikelihood ?? -.infinity }
  /// The T + 1 log-likelihoods of T iterations: entry t belongs to the parameters after t iterations, entry 0 to the
  /// start.
  public var trace: [Double] { run.trace }
  /// T.
  public var iterations: Int { run.iterations }
  /// How the run ended. One that could still go on counts as cancelled.
  public var end: RunEnd { run.end ?? .cancelled }
  /// Whether the gain fell below the tolerance.
  public var converged: Bool { end == .converged }
  /// All rescues.
  public var events: [EMEvent] { run.events }
  /// The components whose covariance the floor holds up at the end.
  public var floored: [Int] { run.latest.floored }
  /// Whether the floor holds up a covariance: then the likelihood says more about the floor than about the data.
  public var isFloored: Bool { !floored.isEmpty }
  /// The seed of the run: of its start, where that was drawn, and of its rescues. The same seed gives the same fit.
  public var seed: UInt64 { run.options.seed }

  /// −2 log L + 2p, p the number of free parameters: smaller is better, as in the next one. Neither costs a pass over
  /// the points. (For the ICL, which does, see `GaussianMixture.icl(on:)`.)
  public var aic: Double { criteria.aic }
  /// −2 log L + p log N.
  public var bic: Double { criteria.bic }
  /// AIC and BIC with what they are made from, without the ICL.
  public var criteria: InformationCriteria {
    InformationCriteria(logLikelihood: logLikelihood, parameters: model.parameterCount, totalWeight: totalWeight)
  }

  /// All three criteria: the ICL takes one pass over the points of the fit. Throws for points of another dimension, number
  /// or total weight; that they are others otherwise cannot be seen.
  public func criteria(includingICLOn data: Dataset) throws(MixtureError) -> InformationCriteria {
    guard data.count == pointCount, abs(data.totalWeight - totalWeight) <= 1e-9 * totalWeight else {
      throw .optionOutOfRange(name: "includingICLOn", allowed: "the points that were fitted")
    }
    return InformationCriteria(
      logLikelihood: logLikelihood, parameters: model.parameterCount, totalWeight: totalWeight,
      entropy: try model.entropy(on: data))
  }
}

extension FitResult {
  var abridged: FitResult { FitResult(run: run.abridged, totalWeight: totalWeight, pointCount: pointCount) }
}

extension EM {
  /// Runs EM until it converges, at most `iterations` times (by default the options' limit). With a tolerance of 0 it
  /// runs exactly that often. `shouldCancel` is asked once per iteration; the result so far is returned.
  ///
  /// Throws the error of a run that fails.
  public func fit(
    from start: GaussianMixture, iterations: Int? = nil, origin: RunOrigin = .adopted,
    recording: Run.Recording = .trace,
    shouldCancel: () -> Bool = { false }
  ) throws(MixtureError) -> FitResult {
    var run = run(from: start, origin: origin, recording: recording)
    if let iterations { run.options.maximumIterations = max(0, iterations) }
    return FitResult(
      run: try finished(run, shouldCancel: shouldCancel), totalWeight: data.totalWeight, pointCount: data.count)
  }

  /// A run of any algorithm, taken on until it ends. Throws the error of a run that fails.
  public func finished(_ run: Run, shouldCancel: () -> Bool = { false }) throws(MixtureError) -> Run {
    var run = run
    while run.end == nil {
      if run.latest.kind == .expectation, shouldCancel() { run.cancel() } else { try advance(&run) }
    }
    return run
  }
}
