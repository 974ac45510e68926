import GaussianMixtures
import LabCore
import LabWords

/// What a lane is called among the others: by what tells it from them.
extension Words {
  func name(_ lane: Lane, in document: Document) -> String {
    switch document.comparison {
    case .families: name(lane.model)
    case .starts:
      switch lane.startOrigin {
      case .seeded: self(.laneSeed(seed: String(lane.startSeed)))
      case .supplied: self(.suppliedStart)
      case .placed: self(.placed)
      case .adopted: self(.adoptedStart)
      }
    case .components: self(.laneComponents(count: lane.runs.shown.model.componentCount))
    case .kMeans, nil: self(lane.algorithm == .em ? .em : .kMeans)
    }
  }

  /// What the name leaves open.
  func detail(_ lane: Lane, in document: Document) -> String? {
    switch (lane.model, document.comparison) {
    case (.em(let family), .kMeans), (.em(let family), nil): name(family)
    case (.em, .families), (.em, .starts), (.em, .components), (.kMeans, _): nil
    }
  }
}

extension Words {
  /// How a lane ended, where its end is on show, or that it cannot run; nil while it goes on.
  func end(of index: Int, _ state: LabState) -> (text: String, hasConverged: Bool)? {
    let lane = state.document.lanes[index]
    guard lane.runs.isAtLatest else { return nil }
    switch lane.runs.current.end {
    case .converged: return (self(.laneAt(iteration: lane.runs.shown.iteration)), true)
    case .iterationLimit, .cancelled: return (self(.stopped), false)
    case .failed: return (self(.cannotRun), false)
    case nil: return state.looking(at: index).blockedReason == nil ? nil : (self(.cannotRun), false)
    }
  }
}

/// How good the lanes' models are, and which is the best.
struct LaneScores {
  /// −2 log L + p log N of each lane; nil where that is unknown or means nothing.
  let bics: [Double?]
  let values: [Double?]
  /// Whether lanes are told apart by BIC, as models of different sizes must be.
  let isByBIC: Bool
  /// The lane with the lowest BIC, or with the highest log-likelihood; nil while fewer than two are known.
  let best: Int?
  /// The best of the others.
  let second: Int?

  init(_ document: Document) {
    let total = Double(document.points.count)
    values = document.lanes.map { $0.runs.shown.logLikelihood }
    bics = document.lanes.map { lane in
      let step = lane.runs.shown
      guard let value = step.logLikelihood, total > 0 else { return nil }
      return InformationCriteria(logLikelihood: value, parameters: step.model.parameterCount, totalWeight: total).bic
    }
    isByBIC = document.comparison != .starts
    let costs = isByBIC ? bics : values.map { $0.map { -$0 } }
    let order = costs.indices.filter { costs[$0] != nil }.sorted { (costs[$0] ?? 0) < (costs[$1] ?? 0) }
    best = order.count > 1 ? order[0] : nil
    second = order.count > 1 ? order[1] : nil
  }

  /// What is compared, as it is written: smaller is better for BIC only.
  func score(_ lane: Int) -> Double? { isByBIC ? bics[lane] : values[lane] }

  /// How far a lane is from the best: positive for BIC, negative for log-likelihoods.
  func difference(_ lane: Int) -> Double? {
    guard let best, lane != best, let own = score(lane), let least = score(best) else { return nil }
    return own - least
  }
}

extension Words {
  /// Which lane is the best, and by how much; nil while there is nothing to compare.
  func verdict(_ state: LabState) -> String? {
    let document = state.document
    let scores = LaneScores(document)
    guard let best = scores.best, let second = scores.second, let difference = scores.difference(second) else {
      return nil
    }
    let first = name(document.lanes[best], in: document)
    let other = name(document.lanes[second], in: document)
    let by = NumberText.decimal(abs(difference), digits: abs(difference) < 0.05 ? 2 : 1)
    let isFinal = document.lanes.allSatisfy { $0.runs.isAtLatest && $0.runs.current.end != nil }
    return switch (scores.isByBIC, isFinal) {
    case (true, true): self(.lowestBICBy(name: first, difference: by, second: other))
    case (true, false): self(.lowestBICSoFar(name: first, difference: by, second: other))
    case (false, true): self(.highestBy(name: first, difference: by, second: other))
    case (false, false): self(.highestSoFar(name: first, difference: by, second: other))
    }
  }
}
