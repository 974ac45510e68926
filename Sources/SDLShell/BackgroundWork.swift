import CSDL2
import Foundation
import LabCore

/// Commands from other threads, and a way to wake the event loop for them.
final class Mailbox: @unchecked Sendable {
  private let lock = NSLock()
  private var commands: [Command] = []
  private let wakeEvent = SDL_RegisterEvents(1)

  func post(_ command: Command) {
    lock.withLock { commands.append(command) }
    var event = SDL_Event()
    event.type = wakeEvent
    SDL_PushEvent(&event)
  }

  func take() -> [Command] {
    lock.withLock {
      defer { commands.removeAll() }
      return commands
    }
  }
}

/// Performs long computations off the main thread, one at a time.
final class BackgroundWork: @unchecked Sendable {
  private let queue = DispatchQueue(label: "mixture-lab.work", qos: .userInitiated)
  private let mailbox = Mailbox()
  /// Only the main thread reads or writes it.
  private(set) var isBusy = false

  /// Runs `job` off the main thread. Its command is among the next `takeAnswers()`.
  func start(_ job: @escaping @Sendable () -> Command) {
    isBusy = true
    queue.async { [mailbox] in mailbox.post(job()) }
  }

  func takeAnswers() -> [Command] {
    let answers = mailbox.take()
    if !answers.isEmpty { isBusy = false }
    return answers
  }
}

/// Whether something should go on; set by the main thread, read by the one that does it.
private final class Token: @unchecked Sendable {
  private let lock = NSLock()
  private var cancelled = false
  var isCancelled: Bool { lock.withLock { cancelled } }
  func cancel() { lock.withLock { cancelled = true } }
}

/// Reads a file off the main thread; a newer one, or a cancelled one, ends it.
final class BackgroundLoad {
  private let queue = DispatchQueue(label: "mixture-lab.load", qos: .userInitiated)
  private let mailbox = Mailbox()
  private var token: Token?

  func start(_ path: String, _ read: @escaping FileReader) {
    cancel()
    let token = Token()
    self.token = token
    queue.async { [mailbox] in
      var shown = 0.0
      let answer = read(path) { fraction in
        if fraction >= shown + 0.02 {
          shown = fraction
          mailbox.post(.loadingProgress(fraction))
        }
        return !token.isCancelled
      }
      if !token.isCancelled { mailbox.post(answer) }
    }
  }

  func cancel() {
    token?.cancel()
    token = nil
  }

  func takeAnswers() -> [Command] { mailbox.take() }
}

/// Performs the search that the state waits for; one that it no longer waits for is cancelled.
final class BackgroundSearch {
  private let queue = DispatchQueue(label: "mixture-lab.search", qos: .utility)
  private let mailbox = Mailbox()
  private var current: (ticket: Int, token: Token)?

  func follow(_ request: SearchRequest?) {
    guard request?.ticket != current?.ticket else { return }
    current?.token.cancel()
    current = nil
    guard let request else { return }
    let token = Token()
    current = (request.ticket, token)
    queue.async { [mailbox] in
      let result = request.perform(
        progress: { done, total in
          mailbox.post(.searchProgress(ticket: request.ticket, done: done, total: total))
        }, shouldCancel: { token.isCancelled })
      mailbox.post(.finishSearch(ticket: request.ticket, result))
    }
  }

  func takeAnswers() -> [Command] { mailbox.take() }
}
