import GaussianMixtures

/// What follows from a state depends on a little more than its scene says: the clock, where the spray's random numbers
/// stand, what was seen before. None of it is on the screen.
public struct SessionMoment: Sendable, Equatable, Codable {
  /// The clock.
  let now: Double
  /// Whether the state waited for something.
  let waits: Bool
  let spray: SeededGenerator
  let freshCount: UInt64
  /// Half-steps of these points that were revealed to somebody who guessed at them.
  let seen: [Seen]
  /// The families that a search would try.
  let families: [CovarianceFamily]
  let file: File?
  /// How many points stood there before the others were appended: sums over many points are taken in this order.
  let foundation: Int
  /// By lane, the numbers of the runs whose latest parameters have been measured.
  let measured: [[Int]]
  /// How often each lesson was begun, which decides of the points of its exercises; nil where none was.
  let plays: [String: UInt64]?
  /// The lesson that is recorded.
  let draft: LessonDraft?
  /// The files that are gone through.
  let list: RunningList?

  struct Seen: Sendable, Equatable, Codable {
    let kind: RunStep.Kind
    let model: GaussianMixture
  }

  /// The scene's file.
  struct File: Sendable, Equatable, Codable {
    let path: String
    let stamp: FileStamp?
  }

  /// Throws where it says what cannot be beside a scene.
  func check(beside scene: LabScene) throws(SceneFlaw) {
    let isSound =
      now.isFinite && (0...scene.pointCount).contains(foundation) && measured.count == scene.lanes.count
      && seen.allSatisfy { (try? $0.model.validate()) != nil }
    try draft?.check()
    if !isSound { throw SceneFlaw(field: ScenePath(), rule: .consistent) }
  }
}

extension LabState {
  /// What a session keeps of the state beside its scene.
  public var moment: SessionMoment {
    let points = document.points
    return SessionMoment(
      now: now, waits: !effects.isEmpty, spray: spray, freshCount: freshCount,
      seen: seenHalfSteps.filter { $0.points == points.revision }.map { .init(kind: $0.kind, model: $0.model) },
      families: CovarianceFamily.allCases.filter(search.families.contains),
      file: file.map { .init(path: $0.path, stamp: $0.stamp) }, foundation: points.foundation.count,
      measured: document.lanes.map { lane in lane.runs.all.filter { $0.run.isMeasured }.map(\.number) },
      plays: lessons.plays.isEmpty ? nil : lessons.plays, draft: draft, list: runningList)
  }

  /// Puts back what a session keeps beside the scene on show.
  mutating func take(_ moment: SessionMoment, with memory: EngineMemory) throws(SceneFlaw) {
    try moment.check(beside: scene)
    now = moment.now
    spray = moment.spray
    freshCount = moment.freshCount
    lessons.plays = moment.plays ?? [:]
    seenHalfSteps = moment.seen.map { HalfStepSeen($0, document.points.revision) }
    if !search.isRunning, search.searched.isEmpty { search.families = Set(moment.families) }
    draft = moment.draft
    runningList = moment.list
    standOnPage()
    file = moment.file.map { SceneReference(path: $0.path, stamp: $0.stamp) }
    if moment.foundation < document.points.count {
      document.points.stand(on: PointCloud.Foundation(revision: nextRevision(), count: moment.foundation))
    }
    for (index, numbers) in moment.measured.enumerated() { measure(numbers, in: index, with: memory) }
    requestWhatIsMissing()
  }

  /// Has the statistics of runs computed that a scene leaves out.
  private mutating func measure(_ numbers: [Int], in lane: Int, with memory: EngineMemory) {
    let points = document.points
    document.lanes[lane].runs.replaceEach(numbered: Set(numbers)) { run in
      run.measured { request in
        let outcome = Computation(task: .advance(request), points: points, lane: lane).perform(with: memory)
        guard case .advanced(let answer) = outcome else { return nil }
        return answer
      }
    }
  }
}

extension HalfStepSeen {
  fileprivate init(_ seen: SessionMoment.Seen, _ points: Revision) {
    (self.points, kind, model) = (points, seen.kind, seen.model)
  }
}

extension Runs {
  /// Changes runs by their numbers: that on show and earlier ones.
  fileprivate mutating func replaceEach(numbered numbers: Set<Int>, by change: (Run) -> Run) {
    if numbers.contains(number) { current = change(current) }
    for (index, kept) in earlier.enumerated() where numbers.contains(kept.number) {
      earlier[index] = Earlier(number: kept.number, run: change(kept.run), extent: kept.extent)
    }
  }
}
