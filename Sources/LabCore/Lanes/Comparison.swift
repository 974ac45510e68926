import GaussianMixtures

/// Lanes that are worth seeing side by side.
public enum Comparison: String, Sendable, Codable, CaseIterable {
  /// EM beside k-means, from one start.
  case kMeans = "k-means"
  /// The four families of covariances, from one start.
  case families
  /// Four starts of one kind, from successive seeds.
  case starts
  /// K − 1, K and K + 1 components.
  case components

  /// Whether all its lanes begin at one start.
  var startsTogether: Bool {
    switch self {
    case .kMeans, .families: true
    case .starts, .components: false
    }
  }
}

extension Document {
  /// Puts the active lane among those it is to be compared with. It keeps its runs, the others begin.
  mutating func compare(_ comparison: Comparison) {
    var own = lanes[active]
    if own.algorithm == .kMeans, comparison == .families || comparison == .kMeans {
      own = own.beginning(.em(own.options.family))
    }
    startsTogether = comparison.startsTogether
    switch comparison {
    case .kMeans:
      lanes = [own, own.beginning(.kMeans)]
      active = 0
    case .families:
      let families = CovarianceFamily.allCases
      lanes = families.map { $0 == own.options.family ? own : own.beginning(.em($0)) }
      active = families.firstIndex(of: own.options.family) ?? 0
    case .starts:
      lanes = [own] + (1..<UInt64(Lane.most)).map { drawn(own, seed: own.startSeed &+ $0, own.componentCount) }
      active = 0
    case .components:
      let counts = (own.componentCount - 1...own.componentCount + 1).filter(LabState.componentCounts.contains)
      lanes = counts.map { $0 == own.componentCount ? own : drawn(own, seed: own.startSeed, $0) }
      active = counts.firstIndex(of: own.componentCount) ?? 0
    }
  }

  /// A lane like another, from a start of its own.
  private func drawn(_ lane: Lane, seed: UInt64, _ count: Int) -> Lane {
    var drawn = lane
    drawn.startSeed = seed
    if lane.hasModel {
      drawn.drawStart(of: count, among: points)
    } else {
      drawn.start = LabState.makeStart(
        kind: .uniform, points: points, count: count, options: lane.options, seed: seed)
    }
    drawn.runs = Runs(drawn.freshRun())
    return drawn
  }

  /// Turns to the seeds that come next: the one after the active lane's; where starts are compared, the next that no
  /// lane has had.
  mutating func takeNextSeeds() {
    switch comparison {
    case .starts: for lane in lanes.indices { lanes[lane].startSeed &+= UInt64(lanes.count) }
    case .components: for lane in lanes.indices { lanes[lane].startSeed &+= 1 }
    case .kMeans, .families, nil: lanes[active].startSeed &+= 1
    }
  }

  /// The comparison that the lanes are, if they are one.
  public var comparison: Comparison? {
    guard lanes.count > 1 else { return nil }
    let models = lanes.map(\.model)
    if startsTogether {
      if models.count == 2, models[1] == .kMeans, models[0] != .kMeans { return .kMeans }
      return models == CovarianceFamily.allCases.map(LaneModel.em) ? .families : nil
    }
    return Set(lanes.map(\.componentCount)).count > 1 ? .components : .starts
  }
}
