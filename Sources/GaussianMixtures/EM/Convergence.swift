extension Run {
  /// Whether the latest iteration was the last one needed: what it gained and what is left to gain are both below the
  /// tolerance per point (`EMOptions.hasConverged`). Iterations before the latest intervention, such as a reseeding, do
  /// not count, and the one that intervened never ends a run.
  var hasConverged: Bool {
    guard let expectation else { return false }
    let lastIntervention = events.last { $0.kind.isIntervention }?.iteration
    let undisturbed = lastIntervention.map { min(iterations, max(0, latest.iteration - $0)) } ?? iterations
    return options.hasConverged(trace.suffix(undisturbed + 1), points: expectation.counts.reduce(0, +))
  }

  /// A component that can stay nowhere would be reseeded for ever: after ten reseedings per component the floor takes
  /// over, and what is empty stays empty.
  var reseedingsLeft: Int { max(0, 10 * start.componentCount - events.count { $0.kind == .reseeded }) }
}

extension EMOptions {
  /// Whether a run whose log-likelihoods were ℓ₀, ℓ₁, …, ℓₜ has converged. With g = ℓₜ − ℓₜ₋₁ the latest gain and a its
  /// ratio to the one before it, both must hold:
  ///
  /// - the gain per point is below the tolerance: |g| < ε N;
  /// - so is what is left to gain, by Aitken's estimate of the limit ℓ∞ = ℓₜ₋₁ + g / (1 − a) (Böhning, Dietz, Schaub,
  ///   Schlattmann & Lindsay 1994; McNicholas, Murphy, McDaid & Frost 2010): a < 1 and ℓ∞ − ℓₜ = g a / (1 − a) < ε N.
  ///
  /// The second says what the first cannot: EM may climb slowly for long, and with many points the gain per point is
  /// small then though much is left. Where nothing is gained any more but rounding, nothing is left either. Both count
  /// per point, so neither N nor the data's units matter; and a loss as large as the tolerance is no convergence.
  ///
  /// - Parameters:
  ///   - trace: the log-likelihoods of successive undisturbed iterations, of which the last three count.
  ///   - points: N, the total sample weight.
  func hasConverged(_ trace: ArraySlice<Double>, points: Double) -> Bool {
    let latest = Array(trace.suffix(3))
    guard latest.count > 1 else { return false }
    let end = latest[latest.count - 1]
    let gain = end - latest[latest.count - 2]
    guard abs(gain) / points < tolerance else { return false }
    if gain <= 4 * end.ulp { return true }
    guard latest.count > 2 else { return false }
    let before = latest[1] - latest[0]
    return gain < before && gain * (gain / (before - gain)) / points < tolerance
  }
}
