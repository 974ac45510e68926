/// The paths that the components' means have taken, so that looking one up needs no walk over the run.
struct Trails: Sendable, Equatable {
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

  /// Whether all places are of so many dimensions, and the others among them.
  func areSound(dimensions: Int) -> Bool {
    trails.values.allSatisfy { trail in
      trail.means.allSatisfy { $0.count == dimensions && $0.allSatisfy(\.isFinite) }
        && (0...trail.means.count).contains(trail.inherited)
        && trail.breaks.allSatisfy(trail.means.indices.contains)
    }
  }

  /// How many means the steps 0...index bring: one each, E-steps none.
  private static func meanCount(upTo index: Int, from kind: RunStep.Kind) -> Int {
    kind == .expectation ? (index + 1) / 2 : index / 2 + 1
  }
}

/// One path after the other, by identity: the same paths are the same text.
extension Trails: Codable {
  private struct Record: Codable {
    let identity: Int
    let trail: Trail
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let records = try container.decode([Record].self)
    guard Set(records.map(\.identity)).count == records.count else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "A component has two paths.")
    }
    for record in records { trails[record.identity] = record.trail }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(
      trails.sorted { $0.key < $1.key }.map { Record(identity: $0.key, trail: $0.value) })
  }
}
