import GaussianMixtures
import Synchronization

/// Why a session cannot be replayed any further.
public enum SessionFlaw: Error, Sendable, Equatable {
  /// It begins with something else than a scene.
  case noScene
  /// A scene says what cannot be, in this field.
  case scene(String)
  /// A file that was opened then cannot be read now.
  case cannotOpen(path: String, FileProblem)
  /// A file has not the content any more that it had then.
  case hasChanged(path: String)
}

/// Comes to the state that a session led to, entry by entry. The same entries lead to the same state, however many threads
/// there are; nothing is written, whatever the session wrote.
public struct SessionReplay: Sendable {
  /// Nil before the first entry.
  public private(set) var state: LabState?
  /// How many entries were taken.
  public private(set) var count = 0
  private let menu: [MenuEntry]
  private let lessons: [Lesson]
  private let memory = EngineMemory()
  /// Whether computations are still to be performed before the next entry.
  private var owes = false

  /// - Parameter lessons: those that the session may have begun by their names.
  public init(menu: [MenuEntry] = [], lessons: [Lesson] = []) {
    self.menu = menu
    self.lessons = lessons
  }

  /// - Parameter read: reads a file that the session opened, and a table as somebody said.
  public mutating func take(
    _ entry: SessionEntry, read: (_ path: String, _ reading: TableReading?) -> Answer.Outcome
  ) throws(SessionFlaw) {
    guard var present = state else {
      guard case .scene(let scene) = entry else { throw .noScene }
      state = try SessionReplay.begin(at: scene, menu: menu)
      state?.provide(lessons)
      (count, owes) = (1, true)
      return
    }
    // Not kept twice: what is changed in place is not copied.
    state = nil
    defer { state = present }
    if case .computed(let number) = entry {
      present.perform(number, with: memory)
      owes = false
    } else {
      if owes, !entry.isGround { present.performPendingWork(with: memory) }
      owes = true
      try take(entry, &present, read)
    }
    count += 1
  }

  /// Performs what is still to be computed: after the last entry, the session may have ended before that came.
  public mutating func finish() {
    if owes { state?.performPendingWork(with: memory) }
    owes = false
  }

  private func take(
    _ entry: SessionEntry, _ state: inout LabState, _ read: (String, TableReading?) -> Answer.Outcome
  ) throws(SessionFlaw) {
    switch entry {
    case .command(let command): state.apply(command)
    case .answer(let answer): try state.take(answer, memory, read)
    case .computed: break
    case .scene(let scene): try SessionReplay.inPlace { () throws(SceneFlaw) in try state.goOn(from: scene) }
    case .moment(let moment):
      try SessionReplay.inPlace { () throws(SceneFlaw) in try state.take(moment, with: memory) }
      if !moment.waits { state.performAllPending(with: memory) }
    }
  }

  private static func begin(at scene: LabScene, menu: [MenuEntry]) throws(SessionFlaw) -> LabState {
    do throws(SceneFlaw) {
      return try LabState(scene, menu: menu)
    } catch {
      throw .scene(error.field.description)
    }
  }

  private static func inPlace(_ body: () throws(SceneFlaw) -> Void) throws(SessionFlaw) {
    do throws(SceneFlaw) {
      try body()
    } catch {
      throw .scene(error.field.description)
    }
  }
}

extension SessionEntry {
  /// Whether the state goes on from this, whatever was to be computed before.
  fileprivate var isGround: Bool {
    switch self {
    case .scene, .moment: true
    case .command, .computed, .answer: false
    }
  }
}

extension LabState {
  /// Performs so many of the computations that the state asks for.
  fileprivate mutating func perform(_ count: Int, with memory: EngineMemory) {
    var left = count
    while left > 0, let (ticket, computation) = pendingComputation {
      apply(.answer(Answer(ticket, computation.perform(with: memory))))
      left -= 1
    }
  }

  /// Performs whatever a scene asks for that is opened.
  fileprivate mutating func performAllPending(with memory: EngineMemory) {
    performPendingWork(with: memory)
    performPendingRace()
    performPendingSearch()
  }

  fileprivate mutating func take(
    _ answer: SessionAnswer, _ memory: EngineMemory, _ read: (String, TableReading?) -> Answer.Outcome
  ) throws(SessionFlaw) {
    guard let effect = effects.first(where: { isQuestion($0, of: answer) }) else { return }
    apply(.answer(Answer(effect.ticket, try outcome(effect, answer, memory, read))))
  }

  private func isQuestion(_ effect: Effect, of answer: SessionAnswer) -> Bool {
    switch effect.task {
    case .compute(let computation): answer.kind == .compute && (answer.lane ?? computation.lane) == computation.lane
    case .search: answer.kind == .search
    case .race: answer.kind == .race
    case .readFile, .readTable: answer.kind == .read && effect.ticket == interface.loading?.ticket
    case .saveScene, .saveLesson: answer.kind == .save
    case .listFolder, .listRecent: answer.kind == .list
    case .preview, .gradeHandIns: false
    case .export: answer.kind == .export
    case .toggleFullScreen, .quit: answer.kind == .window
    }
  }

  private func outcome(
    _ effect: Effect, _ answer: SessionAnswer, _ memory: EngineMemory, _ read: (String, TableReading?) -> Answer.Outcome
  ) throws(SessionFlaw) -> Answer.Outcome {
    let failed = answer.failed == true
    switch effect.task {
    case .readFile(let path): return try opened(path, nil, answer, read)
    case .readTable(let path, let reading): return try opened(path, reading, answer, read)
    case .saveScene, .saveLesson: return failed ? .notSaved(.other("")) : .saved(nil)
    case .export(let request):
      return failed ? .notExported(.other("")) : .exported(path: request.path, bytes: 0)
    case .race(let request):
      if failed { return request.perform(with: memory) }
      guard let seed = answer.seed else {
        return .raced(request.runs(request.seeds(without: race.results.runs), memory))
      }
      return request.runs([seed], memory).first.map { .racing($0) } ?? .unrecorded(isLast: false)
    case .compute, .search, .listFolder, .listRecent, .preview, .gradeHandIns, .toggleFullScreen, .quit:
      return effect.perform(with: memory, read: { read($0, nil) })
    }
  }

  private func opened(
    _ path: String, _ reading: TableReading?, _ answer: SessionAnswer,
    _ read: (String, TableReading?) -> Answer.Outcome
  ) throws(SessionFlaw) -> Answer.Outcome {
    if answer.failed == true { return .notOpened(.other("")) }
    let outcome = read(path, reading)
    if case .notOpened(let problem) = outcome { throw .cannotOpen(path: path, problem) }
    if let digest = answer.digest, outcome.digest != digest { throw .hasChanged(path: path) }
    return outcome
  }
}

extension Answer.Outcome {
  /// The checksum of what was read.
  fileprivate var digest: UInt64? {
    switch self {
    case .opened(let source): PointCloud(source, revision: Revision(0)).digest
    case .openedScene(let scene, _), .openedSession(let scene, _): (try? LabState(scene))?.document.points.digest
    case .openedLesson(let lesson): lesson.scene.lab?.document.points.digest
    case .advanced, .drewStart, .drewNoStart, .searching, .found, .searchFailed, .racing, .raced, .raceFailed, .reading,
      .openedModel, .previewed, .foundHandIns, .gradingHandIns, .gradedHandIns, .notOpened, .saved, .notSaved,
      .exporting, .exported, .notExported, .listed, .notListed,
      .done, .unrecorded:
      nil
    }
  }
}

extension RaceRequest {
  fileprivate func seeds(without known: [MultistartRun]) -> [UInt64] {
    let known = Set(known.map(\.seed))
    return seeds.filter { !known.contains($0) }
  }

  /// The runs of some of the seeds, those that fail among them.
  fileprivate func runs(_ wanted: [UInt64], _ memory: EngineMemory) -> [MultistartRun] {
    let ended = Mutex<[MultistartRun]>([])
    let part = RaceRequest(points: points, setup: setup, seeds: wanted)
    if !wanted.isEmpty { _ = part.perform(with: memory, ended: { run in ended.withLock { $0.append(run) } }) }
    return ended.withLock { $0 }
  }
}
