import CSDL2
import Foundation
import LabCore

/// Answers from other threads, and a way to wake the event loop for them.
final class Mailbox: @unchecked Sendable {
  private let lock = NSLock()
  private var answers: [Answer] = []
  private let wakeEvent = SDL_RegisterEvents(1)

  func post(_ answer: Answer) {
    lock.withLock { answers.append(answer) }
    var event = SDL_Event()
    event.type = wakeEvent
    SDL_PushEvent(&event)
  }

  func take() -> [Answer] {
    lock.withLock {
      defer { answers.removeAll() }
      return answers
    }
  }
}
