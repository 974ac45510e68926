import CSDL2
import Dispatch
import Foundation
import LabCore

/// Performs long computations off the main thread, one at a time, and wakes the event loop when one is done.
final class BackgroundWork: @unchecked Sendable {
  private let queue = DispatchQueue(label: "mixture-lab.work", qos: .userInitiated)
  private let lock = NSLock()
  private var answers: [Command] = []
  private var busy = false
  private let wakeEvent: UInt32

  init() { wakeEvent = SDL_RegisterEvents(1) }

  /// Whether a computation is under way.
  var isBusy: Bool { lock.withLock { busy } }

  /// Runs `job` off the main thread. Its command is among the next `takeAnswers()`.
  func start(_ job: @escaping @Sendable () -> Command) {
    lock.withLock { busy = true }
    queue.async { [self] in
      let answer = job()
      lock.withLock {
        answers.append(answer)
        busy = false
      }
      var event = SDL_Event()
      event.type = wakeEvent
      SDL_PushEvent(&event)
    }
  }

  func takeAnswers() -> [Command] {
    lock.withLock {
      defer { answers.removeAll() }
      return answers
    }
  }
}
