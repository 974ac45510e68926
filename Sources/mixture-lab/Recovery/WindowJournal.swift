import Glibc
import LabCore
import LabFiles
import LabWords
import Synchronization

/// What a window remembers across its end: it begins with what an earlier session left, and keeps a journal of its own.
///
/// Nothing that goes wrong here is in the way of the window; it says so, once.
final class WindowJournal {
  private let folder: JournalFolder
  private var store: JournalStore?
  /// What lies under an offer: this window's journal, or a copy of one that is kept already.
  private var inPlace: InPlace?
  /// Work that takes long to bring back, while that is under way.
  private var awaited: (path: String, claim: JournalClaim)?
  private let failure = Failing()

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
    var state = usual
    let cutOff = folder.journals().filter { $0.condition == .cutOff }
    if !isAskedFor {
      for journal in cutOff {
        if let offered = offer(journal, insteadOf: usual) {
          state = offered
          break
        }
      }
    } else if let work = cutOff.lazy.compactMap({ $0.work() }).first {
      state.mention(work)
    }
    if store == nil { beginJournal(&state) }
    return state
  }

  /// Brings back what was cut off. Nil where somebody else has it, or there is nothing in it.
  private func offer(_ journal: Journal, insteadOf usual: LabState) -> LabState? {
    guard let work = journal.work(), let claim = folder.claim(journal) else { return nil }
    let others = folder.journals().count { $0.condition != .open }
    var state = usual
    if claim.attempts >= JournalClaim.mostAttempts {
      claim.setAside()
      state.offer(folder.current(journal)?.work() ?? work, .startFresh, others: others, insteadOf: usual)
      return state
    }
    // What ends the program while nobody knows would do so for ever.
    guard claim.beginAttempt() else { return nil }
    guard journal.bytes <= Self.patience.bytes else { return openLater(journal, claim, insteadOf: usual) }
    let end = ContinuousClock.now + .seconds(Self.patience.seconds)
    do {
      let back = try BroughtBack(journal.path) { _ in ContinuousClock.now < end }
      guard back.state.holdsWork else {
        claim.discard()
        return nil
      }
      state = back.state
      let size = usual.interface
      state.apply(.shell(.resize(width: size.width, height: size.height, pixelRatio: size.pixelRatio)))
      state.offer(
        work.holding(state.contents), back.isWhole ? .goOn : .goOnWithoutTheEnd, others: others, insteadOf: usual)
      // What is damaged is left as it is, beside what could be read of it.
      inPlace = back.isWhole ? .own : .copy
      if back.isWhole { beginJournal(&state, claim, isTried: true) } else { claim.keep() }
    } catch is BroughtBack.Cancelled {
      return openLater(journal, claim, insteadOf: usual)
    } catch FileError.newer {
      return nil
    } catch {
      claim.setAside()
      state.offer(folder.current(journal)?.work() ?? work, .startFreshUnread, others: others, insteadOf: usual)
    }
    return state
  }

  /// Large work is brought back in the window, as a file is opened.
  private func openLater(_ journal: Journal, _ claim: JournalClaim, insteadOf usual: LabState) -> LabState {
    var state = usual
    state.apply(.shell(.openFile(path: journal.path)))
    awaited = (journal.path, claim)
    return state
  }

  // MARK: - The journal

  private func beginJournal(_ state: inout LabState, _ claim: JournalClaim? = nil, isTried: Bool = false) {
    do throws(FileError) {
      store = try JournalStore(state, try claim ?? folder.begin(), isTried: isTried) { [failure] in failure.tell($0) }
    } catch {
      failure.tell(error)
    }
    sayWhatFailed(&state)
  }

  /// Writes down a command that was applied.
  func take(_ command: Command, _ eve: SessionEve, _ state: inout LabState) {
    if case .recovery(.startFresh) = command, let inPlace {
      leave(inPlace)
      beginJournal(&state)
    } else {
      store?.take(command, eve, state)
    }
    if state.recovery == nil { inPlace = nil }
    if case .answer(let answer) = command { follow(answer) }
    sayWhatFailed(&state)
  }

  /// What lay in place is kept; the fresh start has a journal of its own.
  private func leave(_ inPlace: InPlace) {
    switch inPlace {
    case .own: store?.leave()
    case .copy: store?.discard()
    }
    store = nil
  }

  private func follow(_ answer: Answer) {
    guard awaited != nil, case .openedSession = answer.outcome else { return }
    // It is in this window's journal now; the other stays in the list.
    awaited?.claim.keep()
    awaited = nil
  }

  private func sayWhatFailed(_ state: inout LabState) {
    guard let reason = failure.take() else { return }
    state.warnThatNothingIsKept(reason)
    Console.note(Words.english.text(.nothingIsKept(reason)))
  }

  /// The window was closed.
  func close(_ state: LabState) { store?.close(state) }
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
