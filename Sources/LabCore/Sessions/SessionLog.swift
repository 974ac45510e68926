/// Decides what of what happens is written down: all that is needed to come to the same state again, and little more.
///
/// Not written are how far something has come, where the mouse passes by, ticks that change nothing but the clock, and
/// answers of computations that come in the order in which they were asked for before anything else happens – which is
/// nearly all of them.
public struct SessionLog: Sendable {
  /// Whether the way of the mouse is written too, though nothing follows from it.
  private let keepsPointer: Bool
  /// Where the clock stands for whoever replays.
  private(set) var written: Double
  /// How many computations were answered since the last entry.
  private var answered = 0
  /// The latest edit when the session began at a scene, and the one that undo would have taken back then. What lies
  /// before them is not in it.
  private var ground: (latest: Int, place: Int)

  /// How many entries there have been since the scene that the session begins with.
  public private(set) var count = 0
  /// Whether a file was opened since: what it held is not in the session until it begins anew.
  public private(set) var hasOpenedFile = false

  /// A log of what follows on a state.
  public init(_ state: LabState, keepsPointer: Bool) {
    self.keepsPointer = keepsPointer
    written = state.now
    ground = (state.history.latest, state.history.place)
  }

  /// What a session begins with.
  public static func beginning(_ state: LabState) -> [SessionEntry] { [.scene(state.scene), .moment(state.moment)] }

  /// Begins anew at the present state, which is at rest.
  public mutating func begin(at state: LabState) {
    written = state.now
    ground = (state.history.latest, state.history.place)
    (answered, count, hasOpenedFile) = (0, 0, false)
  }

  /// What is to be written of a command that was applied.
  ///
  /// - Parameters:
  ///   - eve: taken of the state before.
  ///   - state: the state after.
  public mutating func note(_ command: Command, _ eve: SessionEve, _ state: LabState) -> [SessionEntry] {
    var entries: [SessionEntry]
    switch command {
    case .tick: entries = noteTick(eve, state)
    case .answer(let answer): entries = noteAnswer(answer, eve, state)
    case .interface(.pointer), .interface(.pointAt):
      entries = keepsPointer ? settled(eve, .command(command)) : []
    case .edit, .select, .stamp, .start, .option, .run, .lanes, .search, .race, .kept, .guess, .view, .columns,
      .interface, .shell, .file, .export, .recovery, .handIns, .lesson:
      entries = settled(eve, .command(inOtherWords(command, eve, state)))
    }
    entries += sceneBeyondGround(state)
    count += entries.count
    return entries
  }

  /// What remains to be written at the end.
  public mutating func end(_ state: LabState) -> [SessionEntry] {
    var entries: [SessionEntry] = []
    if state.isComputing { entries.append(.computed(answered)) }
    if written < state.now { entries.append(.command(.tick(state.now))) }
    // Of what was not answered before the clock moved nothing is answered after it.
    if state.isComputing, entries.count > 1 { entries.append(.computed(0)) }
    answered = 0
    written = state.now
    count += entries.count
    return entries
  }

  // MARK: - Time

  private mutating func noteTick(_ eve: SessionEve, _ state: LabState) -> [SessionEntry] {
    guard state.now > eve.now else { return [] }
    let hasStepped = eve.playback != state.playback && (eve.isRunning || state.playback.isRunning)
    // A puff too wide to leave a point draws from the random numbers all the same.
    let hasChanged = eve.revisionCount != state.revisionCount || eve.spray != state.spray
    let matters = hasStepped || hasChanged || eve.ticketCount != state.ticketCount
    // A long absence of the clock is none to a run that saw it tick.
    let seemsAbsent = eve.isRunning && state.now - written > 1 && eve.now > written
    guard matters || seemsAbsent else { return [] }
    var entries: [SessionEntry] = []
    if seemsAbsent { entries += settled(eve, .command(.tick(eve.now)), at: eve.now) }
    if matters { entries += settled(eve, .command(.tick(state.now)), at: state.now) }
    return entries
  }

  // MARK: - Answers

  private mutating func noteAnswer(_ answer: Answer, _ eve: SessionEve, _ state: LabState) -> [SessionEntry] {
    guard let question = eve.question else { return [] }
    switch answer.outcome {
    case .advanced, .drewStart, .drewNoStart:
      // A run that plays looks at the clock when an answer comes.
      let looksAtClock = eve.playback.mode == .playing || state.playback.mode == .playing
      if question.isFirst, !looksAtClock {
        answered += 1
        return []
      }
      return settled(eve, .answer(SessionAnswer(.compute, lane: question.lane)))
    case .racing(let run): return settled(eve, .answer(SessionAnswer(.race, seed: run.seed)))
    // What a file holds is looked at before it is opened; which one was opened, and how, is told by the command.
    case .searching, .reading, .exporting, .previewed, .foundHandIns, .gradingHandIns, .gradedHandIns, .unrecorded:
      return []
    case .found, .searchFailed: return settled(eve, .answer(SessionAnswer(.search)))
    case .raced: return settled(eve, .answer(SessionAnswer(.race)))
    case .raceFailed: return settled(eve, .answer(SessionAnswer(.race, failed: true)))
    case .opened, .openedScene, .openedSession, .openedLesson:
      if question.isForGallery { return [] }
      hasOpenedFile = true
      let read = SessionAnswer(.read, digest: state.document.points.digest)
      return settled(eve, .answer(read))
    // A lesson takes no model, and whoever does it again has no such file.
    case .openedModel:
      return settled(eve, .answer(SessionAnswer(.read, failed: state.lesson == nil ? nil : true)))
    case .notOpened:
      return question.isForGallery ? [] : settled(eve, .answer(SessionAnswer(.read, failed: true)))
    case .saved: return settled(eve, .answer(SessionAnswer(.save)))
    case .notSaved: return settled(eve, .answer(SessionAnswer(.save, failed: true)))
    case .exported: return settled(eve, .answer(SessionAnswer(.export)))
    case .notExported: return settled(eve, .answer(SessionAnswer(.export, failed: true)))
    case .listed, .notListed: return settled(eve, .answer(SessionAnswer(.list)))
    case .done: return settled(eve, .answer(SessionAnswer(.window)))
    }
  }

  // MARK: - Entries

  /// An entry after what it follows on: computations that were not all performed, and the time.
  ///
  /// - Parameter time: where the clock stands after it.
  private mutating func settled(_ eve: SessionEve, _ entry: SessionEntry, at time: Double? = nil) -> [SessionEntry] {
    var entries: [SessionEntry] = []
    if eve.isComputing { entries.append(.computed(answered)) }
    if time == nil, written < eve.now {
      entries.append(.command(.tick(eve.now)))
      if eve.isComputing { entries.append(.computed(0)) }
    }
    entries.append(entry)
    written = time ?? eve.now
    answered = 0
    return entries
  }

  /// What was chosen in a list that only this machine has is opened by its path.
  private func inOtherWords(_ command: Command, _ eve: SessionEve, _ state: LabState) -> Command {
    // The list that was prepared is in the session.
    if case .shell(.openListed) = command { return command }
    guard let loading = state.interface.loading, loading.ticket != eve.loading else { return command }
    for effect in state.effects where effect.ticket == loading.ticket {
      if case .readTable(let path, let reading) = effect.task { return .shell(.openTable(path: path, reading)) }
    }
    return .shell(.openFile(path: loading.path))
  }

  /// Undo may lead back beyond the scene that the session began with: then it goes on from another.
  private mutating func sceneBeyondGround(_ state: LabState) -> [SessionEntry] {
    let place = state.history.place
    guard place <= ground.latest, place != ground.place else { return [] }
    ground = (state.history.latest, place)
    return SessionLog.beginning(state)
  }
}

extension PointCloud {
  /// Tells contents apart.
  var digest: UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for column in fileColumns {
      for value in column { sum = (sum ^ value.bitPattern) &* 0x100_0000_01B3 }
    }
    return sum
  }
}
