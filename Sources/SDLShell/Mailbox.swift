import CSDL2
import LabCore
import Synchronization

/// Answers from other threads, and a way to wake the event loop for them.
final class Mailbox: Sendable {
  private let answers = Mutex<[Answer]>([])
  private let wakeEvent = SDL_RegisterEvents(1)

  func post(_ answer: Answer) {
    answers.withLock { $0.append(answer) }
    var event = SDL_Event()
    event.type = wakeEvent
    SDL_PushEvent(&event)
  }

  func take() -> [Answer] {
    answers.withLock { answers in
      defer { answers.removeAll() }
      return answers
    }
  }
}
