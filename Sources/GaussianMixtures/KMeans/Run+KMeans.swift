import Glibc

/// k-means as a run: Lloyd's algorithm (1982) in the half-steps of EM.
///
/// It is EM in the limit of one vanishing variance that all components share and equal weights (Bishop, "Pattern
/// Recognition and Machine Learning", 2006, section 9.3.2): responsibilities become 0 or 1. The E-step assigns every point
/// to its nearest mean, the first of equals; the M-step moves every mean to the middle of its points, and one without
/// points stays where it is. The value that falls in both is the sum of squares Σₙ wₙ |xₙ − mean that owns it|², in the
/// data's units squared; `trace` has it after each iteration with every point at its nearest mean. A run has converged
/// when an iteration assigns every point as the one before did, or moves no mean.
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

  /// How many labels it keeps for the half-step to come: in k-means one per point once they are measured, in EM none.
  public var labelCount: Int { assignment?.labels.count ?? 0 }

  mutating func learn(_ assignment: KMeans.Assignment) {
    self.assignment = assignment
    steps[steps.count - 1].learn(assignment)
    if trace.isEmpty { trace = [assignment.sumOfSquares] }
    if latest.kind != .expectation { endAtLimit() }
  }

  mutating func append(_ update: KMeans.Update) {
    let isSettled = reassigned == 0 || update.assignment.centers == model.means
    append(RunStep(updateAfter: latest, update))
    assignment = update.assignment
    reassigned = update.reassigned
    trace.append(update.assignment.sumOfSquares)
    if recording == .everyStep { trails.append(latest) }
    if isSettled { end = .converged } else { endAtLimit() }
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
  init(updateAfter previous: RunStep, _ update: KMeans.Update) {
    var model = previous.model
    model.means = update.assignment.centers
    let total = previous.counts?.reduce(0, +) ?? 0
    if let counts = previous.counts, total > 0 { model.weights = counts.map { $0 / total } }
    self.init(
      kind: .maximization, iteration: previous.iteration, model: model, identities: previous.identities,
      owners: previous.owners, counts: previous.counts, logLikelihood: nil, lowerBound: nil, events: [], floored: [],
      rescued: [], sumOfSquares: update.sumOfSquares)
  }

  /// What is known of the step stays: that of an update is the sum before the points are assigned anew.
  mutating func learn(_ assignment: KMeans.Assignment) {
    sumOfSquares = sumOfSquares ?? assignment.sumOfSquares
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
  /// The owners in k-means, as those of a mixture: its variance is so small a part of the given one, 2⁻⁴⁰, that
  /// responsibilities are 0 or 1 but within 10⁻⁶ standard deviations of a border; and each weight is a millionth of the one
  /// before – as near to that as doubles allow for more than fifty means – so that of equally near means the first owns a
  /// point. That moves a border by less than 10⁻⁹ standard deviations.
  init(nearestMeanOf model: GaussianMixture, identities: [Int]) {
    let variances = model.covariances.flatMap(\.diagonal)
    let variance = variances.reduce(0) { $0 + $1 / Double(variances.count) }
    let hard = CovarianceMatrix.diagonal(Array(repeating: variance * 0x1p-40, count: model.dimensions))
    let count = model.componentCount
    let ratio = exp2(-min(20, 1000 / Double(max(count, 1))))
    let shares = (0..<count).map { pow(ratio, Double($0)) }
    let total = shares.reduce(0, +)
    self.init(
      model: GaussianMixture(
        weights: shares.map { $0 / total }, means: model.means,
        covariances: Array(repeating: hard, count: count), family: .spherical),
      identities: identities)
  }
}

extension KMeans {
  /// The outcome of the update half-step.
  public struct Update: Sendable, Equatable {
    /// The points assigned to the new means.
    public let assignment: Assignment
    /// How many of them that gives to another mean.
    public let reassigned: Int
    /// Σₙ wₙ |xₙ − new mean of its old center|², in the data's units squared.
    public let sumOfSquares: Double
  }

  /// The update half-step from an assignment, and the assignment to the new means.
  func iterate(_ assignment: Assignment) throws(MixtureError) -> Update {
    let next = try assign(to: update(assignment))
    // Moving to the middle saves each center's weight times the square of its way (Huygens).
    var saved = 0.0
    for k in next.centers.indices {
      for i in next.centers[k].indices {
        let way = (next.centers[k][i] - assignment.centers[k][i]) / columnScales[i]
        saved += assignment.counts[k] * way * way
      }
    }
    return Update(
      assignment: next, reassigned: zip(next.labels, assignment.labels).count { $0 != $1 },
      sumOfSquares: max(assignment.inertia - saved, next.inertia) * unit * unit)
  }
}
