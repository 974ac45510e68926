import Dispatch
import Glibc
import LabFiles
import Synchronization

/// Sees to it, off the main thread, that what is in a journal survives the machine, and that lists can say what it is.
final class JournalNotes: Sendable {
  private let claim: JournalClaim
  private let writer: SessionWriter
  private let queue = DispatchQueue(label: "mixture-lab.journal", qos: .utility)
  private let state = Mutex(State())

  private struct State {
    var note: JournalNote?
    var isDue = false
    var isOver = false
    var writtenAt: time_t = 0
    var folders: [String] = []
  }

  /// The seconds between two notes. What is between them is counted by whoever brings the work back.
  private static let interval = 5

  init(_ claim: JournalClaim, _ writer: SessionWriter) {
    self.claim = claim
    self.writer = writer
  }

  /// Something was added; a second later it is on the disk.
  func keep(_ note: JournalNote) {
    let isDue = state.withLock { state in
      defer { state.isDue = true }
      state.note = note
      return !state.isDue && !state.isOver
    }
    if isDue { queue.asyncAfter(deadline: .now() + 1) { [self] in flush() } }
  }

  private func flush() {
    let note = state.withLock { state -> JournalNote? in
      state.isDue = false
      guard !state.isOver, let note = state.note else { return nil }
      // Where files are written is known before anything can be left there.
      let isDue = time(nil) - state.writtenAt >= Self.interval || note.folders != state.folders
      return isDue ? note : nil
    }
    writer.flush()
    if let note { write(note) }
  }

  /// Writes the latest note, if it is not written.
  func writeLast() {
    if let note = state.withLock({ $0.note }) { write(note) }
  }

  private func write(_ note: JournalNote) {
    state.withLock { ($0.writtenAt, $0.folders) = (time(nil), note.folders) }
    var note = note
    note.bytes = writer.size.bytes
    // A list can do without.
    try? claim.note(note)
  }

  /// Waits for what is on its way; nothing follows.
  func stop() {
    state.withLock { $0.isOver = true }
    queue.sync {}
  }
}
