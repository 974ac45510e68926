import Synchronization

/// A line on the terminal that is overwritten as work goes on, and is gone when it ends.
///
/// It appears after half a second, changes at most ten times a second, and stays silent where standard error is a file.
final class ProgressLine: Sendable {
  private struct State {
    var nextUpdate = ContinuousClock.now + .milliseconds(500)
    var isShown = false
  }

  private let isActive = Console.isTerminal
  private let state = Mutex(State())

  /// Shows the line if it is time to. May be called from any thread.
  func show(_ line: @autoclosure () -> String) {
    guard isActive else { return }
    state.withLock { state in
      guard ContinuousClock.now >= state.nextUpdate else { return }
      state.nextUpdate = .now + .milliseconds(100)
      state.isShown = true
      Console.draw("\r\u{1B}[K\(line())")
    }
  }

  /// Removes the line.
  func clear() {
    state.withLock { state in
      if state.isShown { Console.draw("\r\u{1B}[K") }
      state.isShown = false
    }
  }
}
