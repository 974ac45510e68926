import Glibc
import LabCore
import LabFiles
import SDLShell
import Synchronization

/// The journal of a window while it is written, with what lists say of it beside it. Any thread may call it.
final class JournalFile: Sendable {
  private let claim: JournalClaim
  private let writer: SessionWriter
  private let state = Mutex(State())
  /// Whether notes are over. Held while one is written, which takes longer than anybody should wait for `state`.
  private let isOver = Mutex(false)

  private struct State {
    var note: JournalNote?
    var writtenAt: time_t = 0
    var folders: [String] = []
  }

  /// The seconds between two notes. What is added between them is counted by whoever brings the work back.
  private static let interval = 5

  /// - Parameters:
  ///   - claim: where it is to be; what is there is replaced in one step.
  ///   - report: is told once when it can no longer be written.
  init(
    _ claim: JournalClaim, _ beginning: [SessionEntry], report: @escaping @Sendable (FileError) -> Void
  ) throws(FileError) {
    self.claim = claim
    writer = try SessionWriter(
      claim.path, Recording.header(), beginning, replacing: access(claim.path, F_OK) == 0, report: report)
  }

  // MARK: - While the window is open

  func append(_ entries: [SessionEntry]) { writer.append(entries) }
  func replace(with scene: LabScene, _ moment: SessionMoment) -> Bool { writer.replace(with: scene, moment) }
  var growth: Int { writer.growth }
  var isBroken: Bool { writer.isBroken }

  /// What is in it now.
  func hold(_ note: JournalNote) { state.withLock { $0.note = note } }

  /// Sees to it that it survives the machine. Off the main thread.
  func flush() {
    writer.flush()
    let note = state.withLock { state -> JournalNote? in
      // Where files are written is noted at once: something may be left there.
      let isDue = time(nil) - state.writtenAt >= Self.interval || state.note?.folders != state.folders
      return isDue ? state.note : nil
    }
    if let note { write(note) }
  }

  private func write(_ note: JournalNote) {
    state.withLock { ($0.writtenAt, $0.folders) = (time(nil), note.folders) }
    var note = note
    note.bytes = writer.size.bytes
    // A list can do without.
    isOver.withLock { if !$0 { try? claim.note(note) } }
  }

  /// Something was done with what was brought back.
  func forgetAttempts() { claim.forgetAttempts() }

  // MARK: - Its end

  /// The work is kept, and not offered again.
  func keep() {
    close()
    claim.keep()
  }

  /// It is offered again at the next start.
  func leave() {
    close()
    claim.forgetAttempts()
    claim.leave()
  }

  /// Nothing of it is kept.
  func discard() {
    isOver.withLock { $0 = true }
    writer.close(discarding: true)
    claim.discard()
  }

  private func close() {
    writer.close(discarding: false)
    if let note = state.withLock({ $0.note }) { write(note) }
    isOver.withLock { $0 = true }
  }
}
