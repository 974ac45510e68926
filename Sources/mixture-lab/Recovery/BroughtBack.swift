import Dispatch
import Glibc
import LabCore
import LabFiles
import Synchronization

/// A session brought back from its file, a journal or a recording, to the state that it came to.
struct BroughtBack: Sendable {
  struct Cancelled: Error {}

  let state: LabState
  /// Whether nothing of it is lost but a line that was being written when it ended, which nobody was told of.
  let isWhole: Bool

  /// - Parameters:
  ///   - depth: how many sessions are being brought back already: one may have opened another, and so on in a circle.
  ///   - progress: is told how much of it was done, 0…1, and stops it by `false`.
  init(_ path: String, depth: Int = 0, progress: (Double) -> Bool = { _ in true }) throws {
    guard depth < Self.mostSessions else {
      throw FileError.notUsable(
        path: path, problem: "is a session that opened too many others", advice: "open one of those")
    }
    let (session, damage) = try SessionFile.read(path)
    var replay = SessionReplay(menu: LabData.menu, lessons: LessonLibrary.lessons)
    var isWhole = damage.map { $0.lines == 1 && !Self.endsWithALine(path) } ?? true
    var flaw: SessionFlaw?
    for (index, entry) in session.entries.enumerated() {
      guard progress(Double(index) / Double(session.entries.count)) else { throw Cancelled() }
      do throws(SessionFlaw) {
        try replay.take(entry) { LabData.open($0, $1, depth: depth + 1) { _ in true } }
      } catch {
        // What comes after it would not lead to where the session went.
        flaw = error
        isWhole = false
        break
      }
    }
    replay.finish()
    guard let state = replay.state else {
      throw FileError.notUsable(
        path: path, problem: "is a session without a usable beginning (\(flaw.map { "\($0)" } ?? "no scene"))",
        advice: "open another")
    }
    self.state = state
    self.isWhole = isWhole
  }

  /// The same, given up where it takes longer than somebody would wait. One entry may hold a search of minutes: that goes
  /// on to its end, and comes to nothing.
  static func within(_ seconds: Double, _ path: String) throws -> BroughtBack {
    let found = Found()
    let isDone = DispatchSemaphore(value: 0)
    DispatchQueue.global(qos: .userInitiated).async {
      let result = Result { try BroughtBack(path) { _ in !found.isGivenUp.load(ordering: .relaxed) } }
      found.result.withLock { $0 = result }
      isDone.signal()
    }
    guard isDone.wait(timeout: .now() + seconds) == .success, let result = found.result.withLock({ $0 }) else {
      found.isGivenUp.store(true, ordering: .relaxed)
      throw Cancelled()
    }
    return try result.get()
  }

  private final class Found: Sendable {
    let result = Mutex<Result<BroughtBack, any Error>?>(nil)
    let isGivenUp = Atomic(false)
  }

  private static let mostSessions = 4

  private static func endsWithALine(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var last: UInt8 = 0
    return lseek(descriptor, -1, SEEK_END) >= 0 && read(descriptor, &last, 1) == 1 && last == UInt8(ascii: "\n")
  }
}
