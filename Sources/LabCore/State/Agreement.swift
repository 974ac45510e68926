import GaussianMixtures

/// How far the model's grouping of the points agrees with the one that their file names.
public struct Agreement: Sendable, Equatable {
  let points: Revision
  let owners: Owners
  /// The adjusted Rand index over the points that have a group: 1 where the groupings are the same, about 0 by chance.
  public let index: Double
  /// For each group the letter of the component that stands for it: pairs that share most points first, each once; a
  /// group beyond the components takes a letter that none of them has.
  public let letters: [Int: Int]
}

/// The points that an E-step gave to another component.
public struct OwnerChange: Sendable, Equatable {
  let place: RunReference
  public let points: [Int]
  /// The letter of the new owner of each.
  public let letters: [Int]
  let beganAt: Double

  static let duration = 0.3
  /// Of more points nobody could see which.
  public static let mostPulses = 200

  /// How far the pulse of the points has come, 0 … 1; nil once it is over.
  public func pulse(at time: Double) -> Double? {
    let t = (time - beganAt) / OwnerChange.duration
    return t >= 0 && t < 1 && points.count <= OwnerChange.mostPulses ? t * (2 - t) : nil
  }
}

extension LabState {
  /// With more points, finding out who owns each would be felt at every step.
  static let mostFollowed = 50_000

  /// Brings up to date what follows from who owns each point.
  mutating func followOwners() {
    followAgreement()
    followChange()
  }

  private mutating func followAgreement() {
    let points = document.points
    guard layers.shows(.truth), layers.shows(.model), !points.groups.isEmpty, points.count <= LabState.mostFollowed,
      let owners = document.runs.shown.owners
    else {
      agreement = nil
      return
    }
    if let agreement, agreement.points == points.revision, agreement.owners == owners { return }
    agreement = Agreement(points, owners)
  }

  private mutating func followChange() {
    let runs = document.runs
    if let change = ownerChange, change.place != runs.place { ownerChange = nil }
    guard ownerChange == nil, let glide, glide.beganAt == now, runs.shown.kind == .expectation,
      let before = glide.from.owners, let owners = runs.shown.owners, before != owners,
      playback.mode != .playing || playback.speed.halfStepsPerSecond <= 4
    else { return }
    ownerChange = change(from: before, to: owners)
  }

  private func change(from before: Owners, to owners: Owners) -> OwnerChange? {
    guard document.points.count <= LabState.mostFollowed, let old = before.identities(of: document.points),
      let new = owners.identities(of: document.points)
    else { return nil }
    let changed = new.indices.filter { old[$0] != new[$0] }
    return OwnerChange(
      place: document.runs.place, points: changed, letters: changed.map { new[$0] }, beganAt: now)
  }

  /// What the E-step on show changed, as it was told when it was taken.
  mutating func tellOwnerChange() {
    guard let (before, owners) = ownersAround else { return }
    ownerChange = change(from: before, to: owners)
  }

  /// Whether it could be told again from the run alone: the first step of a run may have followed another run.
  var canTellOwnerChange: Bool { ownersAround != nil }

  private var ownersAround: (before: Owners, after: Owners)? {
    let runs = document.runs
    guard runs.cursor > 0, runs.shown.kind == .expectation, let before = runs.current.steps[runs.cursor - 1].owners,
      let owners = runs.shown.owners
    else { return nil }
    return (before, owners)
  }
}

extension Agreement {
  fileprivate init?(_ cloud: PointCloud, _ owners: Owners) {
    guard let assigned = owners.identities(of: cloud) else { return nil }
    let known = cloud.groups.indices.filter { cloud.groups[$0] >= 0 }
    // Fewer points can be grouped in one way only, and agree whatever the model.
    guard known.count >= 2,
      let index = try? adjustedRandIndex(known.map { cloud.groups[$0] }, known.map { assigned[$0] })
    else {
      return nil
    }
    var shared: [[Int]: Int] = [:]
    for point in known { shared[[cloud.groups[point], assigned[point]], default: 0] += 1 }
    var letters: [Int: Int] = [:]
    var taken: Set<Int> = []
    for (pair, _) in shared.sorted(by: { ($1.value, $0.key[0], $0.key[1]) < ($0.value, $1.key[0], $1.key[1]) })
    where letters[pair[0]] == nil && !taken.contains(pair[1]) {
      letters[pair[0]] = pair[1]
      taken.insert(pair[1])
    }
    var free = (0...).lazy.filter { !owners.identities.contains($0) }.makeIterator()
    for group in Set(known.map { cloud.groups[$0] }).sorted() where letters[group] == nil {
      letters[group] = free.next() ?? group
    }
    self.init(points: cloud.revision, owners: owners, index: index, letters: letters)
  }
}
