import Dispatch
import LabCore
import Synchronization

/// Writes settings as they change: off the thread that changes them, at most once a second, and at the end.
public final class SettingsKeeper: Sendable {
  private struct Pending {
    var changes = LabSettings()
    var isScheduled = false
    var writtenAt: ContinuousClock.Instant?
    var hasComplained = false
  }

  private let file: SettingsFile
  private let complain: @Sendable (String) -> Void
  private let queue = DispatchQueue(label: "mixture-lab.settings", qos: .utility)
  private let pending = Mutex(Pending())

  static let pause = Duration.seconds(1)

  /// - Parameter complain: told once, where nothing can be kept.
  public init(_ folders: UserFolders, complain: @escaping @Sendable (String) -> Void) {
    file = SettingsFile(folders)
    self.complain = complain
  }

  public func keep(_ changes: LabSettings) {
    let delay: Duration? = pending.withLock { pending in
      pending.changes = changes.over(pending.changes)
      if pending.isScheduled { return nil }
      pending.isScheduled = true
      let due = pending.writtenAt.map { $0 + SettingsKeeper.pause } ?? .now
      return max(due - .now, .zero)
    }
    guard let delay else { return }
    let nanoseconds = Int(delay.components.seconds) * 1_000_000_000 + Int(delay.components.attoseconds / 1_000_000_000)
    queue.asyncAfter(deadline: .now() + .nanoseconds(nanoseconds)) { [self] in write() }
  }

  /// Writes what has not been written yet.
  public func finish() { queue.sync { write() } }

  private func write() {
    let changes = pending.withLock { pending in
      defer { pending.changes = LabSettings() }
      pending.isScheduled = false
      pending.writtenAt = .now
      return pending.changes
    }
    let sentence: String? =
      switch file.keep(changes) {
      case .written: nil
      case .unusable(let problem): problem.description
      case .failed(let error): "the settings are not kept: \(error)"
      case .busy: "the settings are not kept: another window is writing them; close it"
      }
    guard let sentence else { return }
    let isFirst = pending.withLock { pending in
      defer { pending.hasComplained = true }
      return !pending.hasComplained
    }
    if isFirst { complain(sentence) }
  }
}
