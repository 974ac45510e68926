import GaussianMixtures
import LabCore
import LabWords

/// What a lane is called among the others: by what tells it from them.
extension Words {
  /// Those of one name are numbered.
  func name(ofLane index: Int, in document: Document) -> String {
    let names = document.lanes.map { name($0, in: document) }
    let own = names[index]
    guard names.count(where: { $0 == own }) > 1 else { return own }
    return self(.numbered(name: own, number: names[...index].count { $0 == own }))
  }

  private func name(_ lane: Lane, in document: Document) -> String {
    switch document.comparison {
    case .families, nil: name(lane.model)
    case .starts:
      switch lane.startOrigin {
      case .seeded: self(.laneSeed(seed: String(lane.startSeed)))
      case .supplied: self(.suppliedStart)
      case .placed: self(.placed)
      case .adopted: self(.adoptedStart)
      }
    case .components: self(.laneComponents(count: lane.runs.shown.model.componentCount))
    case .kMeans: self(lane.algorithm == .em ? .em : .kMeans)
    }
  }

  /// What the name leaves open.
  func detail(_ lane: Lane, in document: Document) -> String? {
    switch (lane.model, document.comparison) {
    case (.em(let family), .kMeans): name(family)
    case (.em, .families), (.em, .starts), (.em, .components), (.em, nil), (.kMeans, _): nil
    }
  }
}

extension Words {
  /// How a lane ended, where its end is on show, or that it cannot run; nil while it goes on.
  func end(of index: Int, _ state: LabState) -> (text: String, hasConverged: Bool)? {
    let lane = state.document.lanes[index]
    guard lane.runs.isAtLatest, !state.hidesEnd else { return nil }
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
  /// What lanes are compared by.
  enum Measure {
    /// −2 log L + p log N, as models of different sizes must be; smaller is better.
    case bic
    /// The larger is better.
    case logLikelihood
    /// That of k-means, where nothing else runs; the smaller is better, for one number of components.
    case sumOfSquares
  }

  /// So little is written as 0.00: then two lanes are equal.
  static let tie = 0.005

  let measure: Measure
  /// Each lane's by that measure; nil where that is unknown or means nothing.
  let scores: [Double?]
  /// Those with the best score, the first one first: several where they are equal. None while fewer than two scores are
  /// known.
  let leaders: [Int]
  /// The best of the others.
  let second: Int?

  init(_ document: Document) {
    let total = Double(document.points.count)
    measure =
      document.lanes.allSatisfy { $0.algorithm == .kMeans }
      ? .sumOfSquares : document.comparison == .starts ? .logLikelihood : .bic
    let measure = measure
    let scores: [Double?] = document.lanes.map { lane in
      let step = lane.runs.shown
      switch measure {
      case .sumOfSquares: return document.comparison == .components ? nil : step.sumOfSquares
      case .logLikelihood: return step.logLikelihood
      case .bic:
        guard let value = step.logLikelihood, total > 0 else { return nil }
        return InformationCriteria(logLikelihood: value, parameters: step.model.parameterCount, totalWeight: total).bic
      }
    }
    self.scores = scores
    let costs = scores.map { score in score.map { measure == .logLikelihood ? -$0 : $0 } }
    let order = costs.indices.filter { costs[$0] != nil }.sorted { (costs[$0] ?? 0, $0) < (costs[$1] ?? 0, $1) }
    guard order.count > 1, let least = costs[order[0]] else {
      (leaders, second) = ([], nil)
      return
    }
    leaders = order.filter { (costs[$0] ?? 0) - least < LaneScores.tie }.sorted()
    second = order.count > leaders.count ? order[leaders.count] : nil
  }

  /// Whether a lane is as good as any, and there is a worse one.
  func isBest(_ lane: Int) -> Bool { second != nil && leaders.contains(lane) }

  /// How far a lane is from the best: positive where less is better, negative for log-likelihoods; nil for the best.
  func difference(_ lane: Int) -> Double? {
    guard let best = leaders.first, !leaders.contains(lane), let own = scores[lane], let least = scores[best] else {
      return nil
    }
    return own - least
  }
}

extension Words {
  /// Which lane is the best, and by how much; nil while there is nothing to compare.
  func verdict(_ state: LabState) -> String? {
    let document = state.document
    let scores = LaneScores(document)
    guard let best = scores.leaders.first else { return nil }
    if scores.leaders.count > 1 { return tie(of: scores, in: document) }
    guard let second = scores.second, let difference = scores.difference(second) else { return nil }
    let first = name(ofLane: best, in: document)
    let other = name(ofLane: second, in: document)
    let by = NumberText.decimal(abs(difference), digits: abs(difference) < 0.05 ? 2 : 1)
    let isFinal = document.lanes.allSatisfy { $0.runs.isAtLatest && $0.runs.current.end != nil }
    return switch (scores.measure, isFinal) {
    case (.bic, true): self(.lowestBICBy(name: first, difference: by, second: other))
    case (.bic, false): self(.lowestBICSoFar(name: first, difference: by, second: other))
    case (.logLikelihood, true): self(.highestBy(name: first, difference: by, second: other))
    case (.logLikelihood, false): self(.highestSoFar(name: first, difference: by, second: other))
    case (.sumOfSquares, _): nil
    }
  }

  private func tie(of scores: LaneScores, in document: Document) -> String? {
    let names = list(scores.leaders.map { name(ofLane: $0, in: document) })
    return switch scores.measure {
    case .bic: self(.lowestBICShared(names: names))
    case .logLikelihood: self(.highestShared(names: names))
    case .sumOfSquares: nil
    }
  }
}
