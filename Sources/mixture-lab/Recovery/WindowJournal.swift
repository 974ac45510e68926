import Dispatch
import Glibc
import LabCore
import LabFiles
import LabWords
import SDLShell
import Synchronization

/// What a window remembers across its end: it begins with what an earlier session left, and keeps a journal of its own.
///
/// Nothing that goes wrong here is in the way of the window; it is said, once.
final class WindowJournal {
  private let folder: JournalFolder
  private let current = Current()
  private let failure = Failing()
  /// What lies under an offer: this window's journal, or a copy of one that is kept already.
  private var inPlace: InPlace?
  /// A journal that is gone on with, to be begun anew at what it came to.
  private var claimed: JournalClaim?
  /// Whether the journal was brought back, and nothing has been done with it yet.
  private var isTried = false
  /// A journal that is damaged: it is kept once there is a window.
  private var damaged: JournalClaim?
  /// Work that takes long to bring back, while that is under way.
  private var awaited: JournalClaim?
  /// The data on show, and by the data what was kept apart as others took their place: whoever turns the pages of a lesson
  /// to and fro leaves the same again and again.
  private var opened: OpenedData?
  private var keptApart: [OpenedData: LabScene] = [:]
  private let keeping = DispatchQueue(label: "mixture-lab.keeping")
  /// Where files were written.
  private var folders: Set<String> = []

  private enum InPlace { case own, copy }

  /// Longer than so many seconds nobody waits for a window; nor is more than so much read before it opens.
  private static let patience = (seconds: 1.0, bytes: 16 << 20)

  init(_ folders: UserFolders = UserFolders()) { folder = JournalFolder(folders) }

  // MARK: - The beginning

  /// What to begin with.
  ///
  /// - Parameters:
  ///   - usual: what the window would show if there were nothing to go on with.
  ///   - isAskedFor: whether somebody named what to show: then what was kept is only mentioned.
  func begin(_ usual: LabState, isAskedFor: Bool) -> LabState {
    folder.sweep([UserFolders().state, UserFolders().config])
    let cutOff = folder.journals().filter { $0.condition == .cutOff }
    var state = usual
    for journal in cutOff {
      if isAskedFor {
        guard let work = journal.work() else { continue }
        state.mention(work)
        break
      }
      // Each is tried once: that leaves its traces.
      guard let offered = offer(journal, insteadOf: usual) else { continue }
      state = offered
      break
    }
    // Of work that was cut off nobody knows whether its file has all of it.
    if state.recovery == nil { state.regardAsSaved() }
    opened = state.opened
    return state
  }

  /// Brings back what was cut off. Nil where somebody else has it, or there is nothing in it.
  private func offer(_ journal: Journal, insteadOf usual: LabState) -> LabState? {
    guard let work = journal.work(), let claim = folder.claim(journal) else { return nil }
    // A window that was gone before it had written anything.
    if journal.bytes == 0, journal.note == nil {
      claim.discard()
      return nil
    }
    let others = folder.journals().count { $0.condition != .open }
    if claim.attempts >= JournalClaim.mostAttempts {
      return setAside(journal, work, claim, .startFresh, others: others, insteadOf: usual)
    }
    // What ends the program while nobody knows would do so for ever.
    guard claim.beginAttempt() else { return nil }
    do {
      guard journal.bytes <= Self.patience.bytes else { throw BroughtBack.Cancelled() }
      let back = try BroughtBack.within(Self.patience.seconds, journal.path)
      guard back.state.holdsWork(beyond: usual) else {
        // What is damaged may have held more.
        guard back.isWhole else {
          return setAside(journal, work, claim, .startFreshUnread, others: others, insteadOf: usual)
        }
        claim.discard()
        return nil
      }
      var state = back.state
      state.add(recent: usual.recent)
      if let file = journal.note?.file { state.find(file: file) }
      let size = usual.interface
      state.apply(.shell(.resize(width: size.width, height: size.height, pixelRatio: size.pixelRatio)))
      state.offer(
        work.holding(state.contents), back.isWhole ? .goOn : .goOnWithoutTheEnd, others: others, insteadOf: usual)
      inPlace = back.isWhole ? .own : .copy
      isTried = back.isWhole
      // What is damaged is left as it is, beside what could be read of it.
      if back.isWhole { claimed = claim } else { damaged = claim }
      return state
    } catch is BroughtBack.Cancelled {
      // It comes as a file does that is opened, with a bar and a way out.
      var state = usual
      state.apply(.shell(.openFile(path: journal.path)))
      awaited = claim
      return state
    } catch FileError.newer {
      claim.forgetAttempts()
      return nil
    } catch {
      return setAside(journal, work, claim, .startFreshUnread, others: others, insteadOf: usual)
    }
  }

  private func setAside(
    _ journal: Journal, _ work: KeptWork, _ claim: JournalClaim, _ offer: Recovery.Offer, others: Int,
    insteadOf usual: LabState
  ) -> LabState {
    claim.setAside()
    var state = usual
    state.offer(folder.current(journal)?.work() ?? work, offer, others: others, insteadOf: usual)
    return state
  }

  // MARK: - The journal

  /// Where what happens is written to. Nil where it cannot be, which is said in the window.
  func sink(_ beginning: [SessionEntry]) -> SessionSink {
    damaged?.keep()
    damaged = nil
    open(beginning)
    return SessionSink(
      keepsPointer: false, append: { [current] in current.file?.append($0) },
      flush: { [current] in current.file?.flush() }, end: {},
      journal: SessionSink.Journal(
        replace: { [current] in current.file?.replace(with: $0, $1) ?? false },
        growth: { [current] in current.file?.growth ?? 0 },
        isBroken: { [current] in current.file?.isBroken ?? false }, beginElsewhere: { [self] in beginElsewhere($0) }))
  }

  private func open(_ beginning: [SessionEntry]) {
    do throws(FileError) {
      let claim: JournalClaim
      if let claimed { claim = claimed } else { claim = try folder.begin() }
      current.file = try JournalFile(claim, beginning) { [failure] in failure.tell($0) }
    } catch {
      failure.tell(error)
    }
    claimed = nil
  }

  /// The work that lay in place is left: it is kept, and what follows has a journal of its own.
  private func beginElsewhere(_ beginning: [SessionEntry]) {
    switch inPlace {
    case .own: current.file?.keep()
    case .copy, nil: current.file?.discard()
    }
    current.file = nil
    isTried = false
    open(beginning)
  }

  /// Follows what was done, once it is written down.
  func follow(_ command: Command, _ state: inout LabState) {
    if isTried, command.isWork {
      isTried = false
      current.file?.forgetAttempts()
    }
    if state.recovery == nil { inPlace = nil }
    if case .answer(let answer) = command { follow(answer, state) }
    if command.changesWhatIsHeld {
      keepWhatWasLeft(state, by: command)
      noteFolders(state)
      current.file?.hold(note(of: state))
    }
    state.note(isKept: current.file.map { !$0.isBroken } ?? false)
    if let reason = failure.take() {
      state.warnThatNothingIsKept(reason)
      Console.note(Words.english.text(.nothingIsKept(reason)))
    }
  }

  private func follow(_ answer: Answer, _ state: LabState) {
    guard let awaited, state.interface.loading == nil else { return }
    if case .openedSession = answer.outcome {
      // It is in this window's journal now; the other stays in the list.
      awaited.keep()
    } else {
      awaited.cancelAttempt()
    }
    self.awaited = nil
  }

  /// Where other data took the place of work that no file has, that is kept apart: this journal goes on without it.
  private func keepWhatWasLeft(_ state: LabState, by command: Command) {
    guard state.opened != opened else { return }
    defer { opened = state.opened }
    switch command {
    case .edit(.undo), .edit(.redo), .recovery: return
    case .tick, .answer, .interface, .shell, .view, .edit, .select, .stamp, .start, .option, .run, .lanes, .search,
      .race, .kept, .guess, .columns, .file, .export, .lesson, .handIns:
      break
    }
    guard let left = opened, let before = state.beforeOpening(insteadOf: left), before.holdsOwnWork, !before.isSaved,
      keptApart[left]?.holdsTheSame(as: before.scene) != true
    else { return }
    keptApart[left] = before.scene
    let (entries, note) = (SessionLog.beginning(before), note(of: before))
    // A million points take longer than a frame.
    keeping.async { [folder, failure] in
      do throws(FileError) {
        let file = try JournalFile(folder.begin(), entries) { failure.tell($0) }
        file.hold(note)
        file.keep()
      } catch {
        failure.tell(error)
      }
    }
  }

  private func noteFolders(_ state: LabState) {
    for effect in state.effects {
      switch effect.task {
      case .saveScene(_, let path, _), .saveLesson(_, let path, _): folders.insert(Self.folder(of: path))
      case .export(let request): folders.insert(Self.folder(of: request.path))
      case .compute, .search, .race, .readFile, .readTable, .listFolder, .listRecent, .preview, .gradeHandIns,
        .toggleFullScreen, .quit:
        break
      }
    }
  }

  /// The folder that a path leads into; an empty one where there is none.
  static func folder(of path: String) -> String {
    let path = SceneStore.expanded(path)
    guard let whole = realpath(path.lastIndex(of: "/").map { String(path[...$0]) } ?? ".", nil) else { return "" }
    defer { free(whole) }
    return String(cString: whole)
  }

  private func note(of state: LabState) -> JournalNote {
    JournalNote(
      contents: state.contents, name: state.suggestedName, file: state.file.map { SceneStore.whole($0.path) },
      folders: folders.sorted(), bytes: 0)
  }

  // MARK: - The end

  /// There is no window after all.
  func giveUp() {
    claimed?.cancelAttempt()
    awaited?.cancelAttempt()
  }

  /// The window was closed. What no file has is kept; what was offered and not decided is offered again.
  func close(_ state: LabState) {
    keeping.sync {}
    awaited?.cancelAttempt()
    guard let file = current.file else { return }
    file.hold(note(of: state))
    if state.recovery?.isInPlace == true { return file.leave() }
    if state.holdsOwnWork, !state.isSaved { file.keep() } else { file.discard() }
  }
}

/// The journal that is written now: another one after a fresh start.
private final class Current: Sendable {
  private let state = Mutex<JournalFile?>(nil)
  var file: JournalFile? {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }
}

/// What went wrong, told by any thread.
private final class Failing: Sendable {
  private let reason = Mutex<String?>(nil)

  func tell(_ error: FileError) { reason.withLock { $0 = error.clause } }

  func take() -> String? {
    reason.withLock { reason in
      defer { reason = nil }
      return reason
    }
  }
}

extension FileError {
  /// Why a journal cannot be written.
  fileprivate var clause: String {
    switch self {
    case .diskFull(let path, _): "the disk is full where '\(path)' would be"
    case .fileTooLarge: "no larger files may be written here"
    case .notWritable(_, let folder, let reason): "'\(folder)' cannot be written (\(reason))"
    case .noFolder(_, let folder): "there is no folder '\(folder)'"
    case .missing, .isFolder, .noPermission, .notReadable, .writeProtected, .notPassedOn, .isInput, .isStandardOutput,
      .readsItsOutput, .otherKind, .wrongExtension, .exists, .changedMeanwhile, .newer, .notSaved, .notUsable:
      description
    }
  }
}

extension Command {
  /// Whether somebody goes on with the work, rather than look at it.
  fileprivate var isWork: Bool {
    switch self {
    case .tick, .answer, .interface, .shell, .recovery, .view, .lesson, .handIns: false
    case .edit, .select, .stamp, .start, .option, .run, .lanes, .search, .race, .kept, .guess, .columns, .file, .export:
      true
    }
  }

  /// Whether a note of what is held may be another after it.
  fileprivate var changesWhatIsHeld: Bool {
    switch self {
    case .tick, .interface, .view: false
    case .answer, .shell, .recovery, .edit, .select, .stamp, .start, .option, .run, .lanes, .search, .race, .kept,
      .guess, .columns, .file, .export, .lesson, .handIns:
      true
    }
  }
}
