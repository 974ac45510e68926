import Glibc
import LabCore
import LabFiles

/// The journal of a window: what happens is in it before it is drawn, and survives the machine a second later.
///
/// It begins anew at a scene now and then, so that it stays short. Called on the main thread.
final class JournalStore {
  private let claim: JournalClaim
  private let writer: SessionWriter
  private let notes: JournalNotes
  private var log: SessionLog
  /// Whether it was brought back, and nothing has been done with it yet.
  private var isTried: Bool
  /// What a file has of the work; nil where none has.
  private var saved: LabScene?
  /// Where files were written.
  private var folders: Set<String> = []
  private var lastBeginning = -Double.infinity

  /// After so much it begins anew, once nothing is under way.
  private static let most = (entries: 4000, bytes: 4 << 20)
  /// The seconds between two beginnings: a large scene is as large when it begins anew, and a full disk as full.
  private static let rest = 10.0

  /// - Parameters:
  ///   - claim: where it is to be; what is there is replaced in one step.
  ///   - isTried: whether the state was brought back from there.
  ///   - report: is told once, on any thread, when it can no longer be written.
  init(
    _ state: LabState, _ claim: JournalClaim, isTried: Bool = false, report: @escaping @Sendable (FileError) -> Void
  ) throws(FileError) {
    self.claim = claim
    self.isTried = isTried
    log = SessionLog(state, keepsPointer: false)
    writer = try SessionWriter(
      claim.path, .now, SessionLog.beginning(state), replacing: access(claim.path, F_OK) == 0, report: report)
    notes = JournalNotes(claim, writer)
    saved = state.file == nil ? nil : state.scene
  }

  // MARK: - What happens

  /// Writes down a command that was applied.
  func take(_ command: Command, _ eve: SessionEve, _ state: LabState) {
    let entries = log.note(command, eve, state)
    followFiles(command, state)
    guard !entries.isEmpty else { return }
    writer.append(entries)
    if isTried, command.isWork {
      isTried = false
      claim.forgetAttempts()
    }
    beginAnew(at: state)
    notes.keep(note(of: state))
  }

  private func beginAnew(at state: LabState) {
    let size = writer.size
    let isLong = size.entries > Self.most.entries || size.bytes > Self.most.bytes
    guard log.hasOpenedFile || isLong || writer.isBroken, !writer.isReplacing, state.isAtRest,
      log.hasOpenedFile || state.now - lastBeginning > Self.rest
    else { return }
    lastBeginning = state.now
    if writer.replace(with: state.scene, state.moment) { log.begin(at: state) }
  }

  private func followFiles(_ command: Command, _ state: LabState) {
    for effect in state.effects {
      switch effect.task {
      case .saveScene(_, let path, _): folders.insert(Self.folder(of: path))
      case .export(let request): folders.insert(Self.folder(of: request.path))
      case .compute, .search, .race, .readFile, .listFolder, .toggleFullScreen, .quit: break
      }
    }
    if case .answer(let answer) = command, answer.isOfAFile { saved = state.file == nil ? nil : state.scene }
  }

  private static func folder(of path: String) -> String {
    let path = SceneStore.expanded(path)
    guard let whole = realpath(path.lastIndex(of: "/").map { String(path[...$0]) } ?? ".", nil) else { return "" }
    defer { free(whole) }
    return String(cString: whole)
  }

  private func note(of state: LabState) -> JournalNote {
    JournalNote(
      contents: state.contents, name: state.suggestedName, file: state.file?.path, folders: folders.sorted(), bytes: 0)
  }

  // MARK: - The end

  /// The window goes on with something else; the work is kept where it is.
  func leave() {
    notes.stop()
    writer.close(discarding: false)
    notes.writeLast()
    claim.keep()
  }

  /// Nothing of it is kept.
  func discard() {
    notes.stop()
    writer.close(discarding: true)
    claim.discard()
  }

  /// The window was closed. What no file has is kept; what was offered and not decided is offered again.
  func close(_ state: LabState) {
    let isOffered = state.recovery?.isInPlace == true
    let isSaved = saved.map { $0.holdsTheSame(as: state.scene) } ?? false
    guard isOffered || state.holdsOwnWork && !isSaved else { return discard() }
    writer.append(log.end(state))
    notes.keep(note(of: state))
    guard isOffered else { return leave() }
    notes.stop()
    writer.close(discarding: false)
    notes.writeLast()
    claim.forgetAttempts()
    claim.leave()
  }
}

extension Command {
  /// Whether somebody goes on with the work, rather than look at it.
  fileprivate var isWork: Bool {
    switch self {
    case .tick, .answer, .interface, .shell, .recovery, .view: false
    case .edit, .select, .stamp, .start, .option, .run, .lanes, .search, .race, .kept, .guess, .columns, .file, .export:
      true
    }
  }
}

extension Answer {
  /// Whether the work is now what a file has.
  fileprivate var isOfAFile: Bool {
    switch outcome {
    case .saved, .openedScene, .opened, .openedSession: true
    case .advanced, .drewStart, .drewNoStart, .searching, .found, .searchFailed, .racing, .raced, .raceFailed, .reading,
      .notOpened, .notSaved, .exporting, .exported, .notExported, .listed, .notListed, .done, .unrecorded:
      false
    }
  }
}
