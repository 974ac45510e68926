/// The paths that the components' means have taken, so far that looking one up needs no walk over the run.
struct Trails: Sendable, Equatable, Codable {
  /// By identity: all means it has had, those before the run began first.
  private var means: [[[Double]]]
  /// By identity: how many means it had before the run began.
  private var inherited: [Int]
  /// By identity: the places in `means` where a component was begun anew.
  private var breaks: [[Int]]

  init(_ start: RunStep) {
    let count = (start.identities.max() ?? -1) + 1
    means = Array(repeating: [], count: count)
    inherited = Array(repeating: 0, count: count)
    breaks = Array(repeating: [], count: count)
    for (k, identity) in start.identities.enumerated() { means[identity] = [start.model.means[k]] }
  }

  /// Keeps the means after an M-step.
  mutating func append(_ step: RunStep, survivors: [Int], old: RunStep) {
    let reseeded = Set(step.events.lazy.filter { $0.kind == .reseeded }.map { old.identities[$0.component] })
    for (k, identity) in step.identities.enumerated() {
      if reseeded.contains(identity) { breaks[identity].append(means[identity].count) }
      means[identity].append(step.model.means[k])
    }
  }

  /// - Parameter kind: that of the run's first step.
  func path(of identity: Int, upTo index: Int, from kind: RunStep.Kind) -> ArraySlice<[Double]> {
    guard means.indices.contains(identity) else { return [] }
    let end = min(inherited[identity] + Self.meanCount(upTo: index, from: kind), means[identity].count)
    let begin = breaks[identity].last { $0 < end } ?? 0
    return means[identity][begin..<end]
  }

  /// The trails of a run that continues another from step `index`.
  func upTo(_ index: Int, of steps: [RunStep]) -> Trails {
    var trails = self
    let step = steps[index]
    for identity in means.indices {
      let path = path(of: identity, upTo: index, from: steps[0].kind)
      trails.means[identity] = Array(path)
      trails.breaks[identity] = []
      // The first step of the new run brings its own mean, unless it is an E-step.
      trails.inherited[identity] = max(0, path.count - (step.kind == .expectation ? 0 : 1))
    }
    return trails
  }

  /// How many means the steps 0...index bring: one each, E-steps none.
  private static func meanCount(upTo index: Int, from kind: RunStep.Kind) -> Int {
    kind == .expectation ? (index + 1) / 2 : index / 2 + 1
  }
}
