/// k-means as a run: Lloyd's algorithm (1982) in the half-steps of EM.
///
/// It is EM in the limit of one vanishing variance that all components share and equal weights (Bishop, "Pattern
/// Recognition and Machine Learning", 2006, section 9.3.2): responsibilities become 0 or 1. The E-step assigns every point
/// to its nearest mean, the first of equals; the M-step moves every mean to the middle of its points, and one without
/// points stays where it is. The value that falls in both is the sum of squares Σₙ wₙ |xₙ − nearest mean|², in the
/// data's units squared. A run has converged when an iteration leaves every point with its mean.
///
/// The steps keep mixtures, so that whatever can look at a step of EM can look at one of k-means: the means, the shares
/// of the points as weights, and the covariances of the start, which mean nothing here.
extension Run {
  /// What comes next. As with EM, the pass that measures new means is also the next assignment.
  var pendingOfKMeans: Pending {
    guard let assignment else { return .computation(RunRequest(.assignment(to: model.means), options: options)) }
    return switch latest.kind {
    case .start, .maximization: .expectation
    case .expectation: .computation(RunRequest(.update(of: assignment), options: options))
    }
  }

  mutating func learn(_ assignment: KMeans.Assignment) {
    self.assignment = assignment
    steps[steps.count - 1].learn(assignment)
    if trace.isEmpty { trace = [assignment.sumOfSquares] }
    if latest.kind != .expectation { endAtLimit() }
  }

  /// - Parameter moved: how many points the new assignment gives to another mean.
  mutating func append(_ assignment: KMeans.Assignment, moved: Int) {
    append(RunStep(updateAfter: latest, assignment))
    self.assignment = assignment
    trace.append(assignment.sumOfSquares)
    if recording == .everyStep { trails.append(latest, old: steps[steps.count - 2]) }
    if moved == 0 { end = .converged } else { endAtLimit() }
  }
}

extension RunStep {
  /// The assign half-step after `previous`: same means, new owners.
  init(assignmentAfter previous: RunStep, _ assignment: KMeans.Assignment) {
    self.init(
      kind: .expectation, iteration: previous.iteration + 1, model: previous.model, identities: previous.identities,
      owners: Owners(nearestMeanOf: previous.model, identities: previous.identities), counts: assignment.counts,
      logLikelihood: nil, lowerBound: nil, events: [], floored: [], rescued: [],
      sumOfSquares: assignment.sumOfSquares)
  }

  /// The update half-step after `previous`: same owners, new means.
  ///
  /// - Parameter assignment: that to the new means.
  init(updateAfter previous: RunStep, _ assignment: KMeans.Assignment) {
    var model = previous.model
    model.means = assignment.centers
    let total = previous.counts?.reduce(0, +) ?? 0
    if let counts = previous.counts, total > 0 { model.weights = counts.map { $0 / total } }
    self.init(
      kind: .maximization, iteration: previous.iteration, model: model, identities: previous.identities,
      owners: previous.owners, counts: previous.counts, logLikelihood: nil, lowerBound: nil, events: [], floored: [],
      rescued: [], sumOfSquares: assignment.sumOfSquares)
  }

  mutating func learn(_ assignment: KMeans.Assignment) {
    sumOfSquares = assignment.sumOfSquares
    switch kind {
    case .start: if owners != nil { counts = assignment.counts }
    case .expectation: counts = assignment.counts
    case .maximization:
      let total = assignment.counts.reduce(0, +)
      if counts == nil { counts = model.weights.map { $0 * total } }
    }
  }
}

extension Owners {
  /// The owners in k-means, as those of a mixture: its weights are equal, and its variance is so small a part of the
  /// given one, 2⁻⁴⁰, that responsibilities are 0 or 1 but within 10⁻⁶ standard deviations of a border.
  init(nearestMeanOf model: GaussianMixture, identities: [Int]) {
    let variances = model.covariances.flatMap(\.diagonal)
    let variance = variances.reduce(0) { $0 + $1 / Double(variances.count) }
    let hard = CovarianceMatrix.diagonal(Array(repeating: variance * 0x1p-40, count: model.dimensions))
    let count = model.componentCount
    self.init(
      model: GaussianMixture(
        weights: Array(repeating: 1 / Double(count), count: count), means: model.means,
        covariances: Array(repeating: hard, count: count), family: .spherical),
      identities: identities)
  }
}

extension KMeans {
  /// The update half-step from an assignment and the assignment to the new means, with how many points it moves.
  func iterate(_ assignment: Assignment) throws(MixtureError) -> RunAnswer.Outcome {
    let next = try assign(to: update(assignment))
    return .updated(next, moved: zip(next.labels, assignment.labels).count { $0 != $1 })
  }
}
