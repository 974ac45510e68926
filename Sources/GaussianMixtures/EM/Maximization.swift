/// The outcome of an M-step.
public struct Maximization: Sendable, Equatable {
  /// The new parameters.
  public let model: GaussianMixture
  /// The rescues of this step.
  public let events: [EMEvent]
  /// For each component of the new model, its index in the old one.
  public let survivors: [Int]
  /// The components of the new model whose covariance is held up by the floor.
  public let floored: [Int]
  /// F(q, θ) of the old responsibilities q and the new parameters θ (`EM.lowerBound`); −∞ after a component that had
  /// points was dropped.
  public let lowerBound: Double
}

extension EM {
  /// The M-step: πₖ = Nₖ / N, μₖ = Σₙ rₙₖ xₙ / Nₖ, Σₖ = Σₙ rₙₖ (xₙ − μₖ)(xₙ − μₖ)ᵀ / Nₖ, restricted to the family
  /// (`CovarianceFamily.restricted`).
  /// Degenerate components are treated by the policies of the options, and each rescue is an event.
  ///
  /// A component is reseeded where no other has its mean; where there is no such place, as when there are fewer distinct
  /// points than components, one that collapsed gets the floor instead, and an empty one stays as it is.
  ///
  /// - Parameters:
  ///   - expectation: the E-step before.
  ///   - iteration: from 1; dates the events and varies where components are reseeded.
  ///   - reseedings: how many components may be reseeded at most. A run allows a limited number of them.
  ///
  /// Throws what a policy of the options forbids, and where the expectation is of points of another dimension. It has to
  /// be of these points and this family otherwise: that cannot be seen.
  public func maximization(
    of expectation: Expectation, iteration: Int, reseedings: Int = .max
  ) throws(MixtureError) -> Maximization {
    let dimensions = expectation.statistics.dimensions
    guard dimensions == data.dimensions else { throw .dimensionMismatch(model: dimensions, data: data.dimensions) }
    var step = MaximizationStep(em: self, expectation: expectation, iteration: iteration, reseedings: reseedings)
    try step.run()
    let model = step.model
    return Maximization(
      model: model, events: step.events, survivors: step.survivors, floored: step.floored,
      lowerBound: try expectation.lowerBound(at: model, survivors: step.survivors))
  }
}

/// The M-step in the making: what becomes of each component of the old model.
private struct MaximizationStep {
  enum Fate: Equatable { case fitted, reseeded, dropped }

  let em: EM
  let old: GaussianMixture
  let statistics: SufficientStatistics
  let iteration: Int
  var reseedings: Int
  var fates: [Fate]
  var means: [[Double]]
  var covariances: [CovarianceMatrix]
  var isFloored: [Bool]
  var events: [EMEvent] = []

  var options: EMOptions { em.options }
  var componentCount: Int { old.componentCount }
  var guardian: CovarianceFloor { CovarianceFloor(scales: em.scales, floor: options.floor) }

  init(em: EM, expectation: Expectation, iteration: Int, reseedings: Int) {
    self.em = em
    self.iteration = iteration
    self.reseedings = reseedings
    old = expectation.model
    statistics = expectation.statistics
    fates = Array(repeating: .fitted, count: old.componentCount)
    isFloored = Array(repeating: false, count: old.componentCount)
    means = old.means
    covariances = old.covariances
  }

  mutating func run() throws(MixtureError) {
    for k in 0..<componentCount where !em.isEmpty(statistics, k) {
      means[k] = statistics.mean(k)
      covariances[k] = options.family.restricted(statistics.covariance(k))
    }
    for k in 0..<componentCount where em.isEmpty(statistics, k) { try rescueEmpty(k) }
    if options.family.isShared {
      try shareCovariance()
    } else {
      for k in 0..<componentCount where fates[k] == .fitted && !em.isEmpty(statistics, k) { try rescueCollapsed(k) }
    }
  }

  private mutating func rescueEmpty(_ k: Int) throws(MixtureError) {
    switch options.onEmpty {
    case .keep: keep(k)
    case .reseed: if try !reseed(k, .empty) { keep(k) }
    case .drop: drop(k, .empty)
    }
  }

  private mutating func keep(_ k: Int) {
    // Kept components may come from a start of another family.
    covariances[k] = options.family.restricted(covariances[k])
    record(k, .kept, .empty)
  }

  private mutating func rescueCollapsed(_ k: Int) throws(MixtureError) {
    let (finding, repaired) = guardian.examine(covariances[k], type: options.family)
    guard finding != .sound else { return }
    let reason: EMEvent.Reason = finding == .collapsed ? .collapsed : .flat
    switch options.onCollapse {
    case .reseed: if try !reseed(k, reason) { try applyFloor(k, repaired, reason) }
    case .drop: if isLast { try applyFloor(k, repaired, reason) } else { drop(k, reason) }
    case .floor: try applyFloor(k, repaired, reason)
    case .fail: throw .collapsed(component: k, iteration: iteration)
    }
  }

  private mutating func applyFloor(
    _ k: Int, _ repaired: CovarianceMatrix, _ reason: EMEvent.Reason
  ) throws(MixtureError) {
    guard options.floor > 0 else { throw .collapsed(component: k, iteration: iteration) }
    covariances[k] = repaired
    isFloored[k] = true
    if !wasFloored(k) { record(k, .floorApplied, reason) }
  }

  /// Whether all other components are dropped or empty: one with points always stays, under the floor.
  private var isLast: Bool {
    fates.indices.count { fates[$0] == .reseeded || fates[$0] == .fitted && !em.isEmpty(statistics, $0) } == 1
  }

  /// Pools the covariances of the components that have points. A shared matrix cannot be reseeded or dropped, so
  /// those policies fall back on the floor.
  private mutating func shareCovariance() throws(MixtureError) {
    let present = (0..<componentCount).filter { !em.isEmpty(statistics, $0) }
    let pooled = options.family.restricted(
      present.map { covariances[$0] }, counts: present.map { statistics.counts[$0] })
    var shared = pooled.first ?? CovarianceMatrix(rows: old.dimensions, columns: old.dimensions)
    let (finding, repaired) = guardian.examine(shared, type: options.family)
    if finding != .sound {
      guard options.onCollapse != .fail, options.floor > 0 else {
        throw .sharedCovarianceCollapsed(iteration: iteration)
      }
      shared = repaired
      if !wasFloored(0) { record(0, .floorApplied, .sharedFlat) }
      isFloored = Array(repeating: true, count: componentCount)
    }
    covariances = Array(repeating: shared, count: componentCount)
  }

  /// A component at the floor stays there for many iterations; only the first is news.
  private func wasFloored(_ k: Int) -> Bool {
    func isSound(above floor: Double) -> Bool {
      CovarianceFloor(scales: em.scales, floor: floor)
        .isSound(old.covariances[k], type: options.family)
    }
    return isSound(above: options.floor * (1 - 1e-6)) && !isSound(above: options.floor * (1 + 1e-6))
  }

  /// Begins component k again at a point that is explained badly, with the data's scale per component. False where that
  /// cannot be done.
  private mutating func reseed(_ k: Int, _ reason: EMEvent.Reason) throws(MixtureError) -> Bool {
    let part = UInt64(truncatingIfNeeded: iteration) &* 0x1_0000_0001 &+ UInt64(k)
    var generator = SeededGenerator(seed: SeededGenerator.derivedSeed(options.seed, part))
    // The means of all others, those reseeded in this step among them, and the place this component has just left.
    let taken = TakenPlaces(means: means, scales: em.scales)
    guard reseedings > 0, let row = em.data.freeRow(taken, try em.data.prepare(old), using: &generator) else {
      return false
    }
    means[k] = em.data.row(row)
    covariances[k] = em.scales.diagonalCovariance(options.family, parts: componentCount, floor: options.floor)
    fates[k] = .reseeded
    reseedings -= 1
    record(k, .reseeded, reason)
    return true
  }

  private mutating func drop(_ k: Int, _ reason: EMEvent.Reason) {
    fates[k] = .dropped
    record(k, .dropped, reason)
  }

  private mutating func record(_ k: Int, _ kind: EMEvent.Kind, _ reason: EMEvent.Reason) {
    events.append(
      EMEvent(iteration: iteration, component: k, kind: kind, reason: reason, points: statistics.counts[k]))
  }

  var survivors: [Int] { (0..<componentCount).filter { fates[$0] != .dropped } }
  var floored: [Int] { survivors.indices.filter { isFloored[survivors[$0]] } }

  /// A reseeded component gets an even share; the others divide the rest in proportion to their points. Where the
  /// others are all empty, the reseeded ones divide everything.
  var model: GaussianMixture {
    let survivors = survivors
    let reseeded = survivors.count { fates[$0] == .reseeded }
    let fitted = survivors.reduce(0.0) { $0 + (fates[$1] == .fitted ? statistics.counts[$1] : 0) }
    let share = 1 / Double(fitted > 0 ? survivors.count : max(1, reseeded))
    let rest = fitted > 0 ? 1 - Double(reseeded) * share : 0
    return GaussianMixture(
      weights: survivors.map {
        fates[$0] == .reseeded ? share : rest > 0 ? rest * (statistics.counts[$0] / fitted) : 0
      },
      means: survivors.map { means[$0] }, covariances: survivors.map { covariances[$0] },
      family: options.family)
  }
}
