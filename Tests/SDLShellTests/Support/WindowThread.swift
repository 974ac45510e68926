import Dispatch
import Testing

/// A thread for the tests that wait for a window, so that they neither keep the pool's threads from the other tests nor
/// wait behind these with a mouse button held down.
final class WindowThread: TaskExecutor {
  static let shared = WindowThread()
  private let queue = DispatchQueue(label: "window-tests")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

/// Runs every test of a suite on the window thread.
struct WindowThreadTrait: SuiteTrait, TestTrait, TestScoping {
  let isRecursive = true

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable @concurrent () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(WindowThread.shared) { try await function() }
  }
}

extension Trait where Self == WindowThreadTrait {
  static var onWindowThread: Self { Self() }
}
