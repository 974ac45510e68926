/// The paths that the components' means have taken, so that looking one up needs no walk over the run.
struct Trails: Sendable, Equatable, Codable {
  /// That of one component.
  private struct Trail: Sendable, Equatable, Codable {
    /// All means it has had, those before the run began first.
    var means: [[Double]] = []
    /// How many means it had before the run began.
    var inherited = 0
    /// The places in `means` where the component was begun anew.
    var breaks: [Int] = []

    /// The latest path among the first `count` means.
    func path(among count: Int) -> ArraySlice<[Double]> {
      let end = min(max(count, 0), means.count)
      let begin = breaks.last { (0..<end).contains($0) } ?? 0
      return means[begin..<end]
    }
  }

  /// By identity.
  private var trails: [Int: Trail] = [:]

  init(_ start: RunStep) {
    for (identity, mean) in zip(start.identities, start.model.means) { trails[identity] = Trail(means: [mean]) }
  }

  /// Keeps the means after an M-step.
  mutating func append(_ step: RunStep) {
    let reseeded = Set(step.events.lazy.filter { $0.kind == .reseeded }.map(\.identity))
    for (identity, mean) in zip(step.identities, step.model.means) {
      if reseeded.contains(identity), let count = trails[identity]?.means.count {
        trails[identity]?.breaks.append(count)
      }
      trails[identity, default: Trail()].means.append(mean)
    }
  }

  /// - Parameter kind: that of the run's first step.
  func path(of identity: Int, upTo index: Int, from kind: RunStep.Kind) -> ArraySlice<[Double]> {
    guard let trail = trails[identity] else { return [] }
    return trail.path(among: min(trail.inherited, trail.means.count) + Self.meanCount(upTo: index, from: kind))
  }

  /// The trails of a run that continues another from step `index`.
  func upTo(_ index: Int, of steps: [RunStep]) -> Trails {
    var result = self
    for identity in trails.keys {
      let path = path(of: identity, upTo: index, from: steps[0].kind)
      // The first step of the new run brings its own mean, unless it is an E-step.
      let own = steps[index].kind == .expectation ? 0 : 1
      result.trails[identity] = Trail(means: Array(path), inherited: max(0, path.count - own))
    }
    return result
  }

  /// The trails of the same run when it had come to step `index`.
  ///
  /// - Parameter kind: that of the run's first step.
  func cut(to index: Int, from kind: RunStep.Kind) -> Trails {
    var result = self
    let own = Self.meanCount(upTo: index, from: kind)
    for (identity, trail) in trails {
      let count = min(trail.inherited + own, trail.means.count)
      result.trails[identity]?.means.removeLast(trail.means.count - count)
      result.trails[identity]?.breaks.removeAll { $0 >= count }
    }
    return result
  }

  /// How many means the steps 0...index bring: one each, E-steps none.
  private static func meanCount(upTo index: Int, from kind: RunStep.Kind) -> Int {
    kind == .expectation ? (index + 1) / 2 : index / 2 + 1
  }
}
