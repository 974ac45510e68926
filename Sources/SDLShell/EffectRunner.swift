import CSDL2
import Dispatch
import LabCore
import Synchronization

/// Performs off the main thread what the state asks for, and gives up what it no longer waits for.
final class EffectRunner {
  private let mailbox = Mailbox()
  private let engines: EngineMemory
  private let readFile: FileReader
  private let computations = DispatchQueue(label: "mixture-lab.computations", qos: .userInitiated)
  /// What is under way. A computation that is no longer waited for still holds the queue until it is over.
  private var jobs: [Ticket: Token] = [:]
  /// What writes files: the program must not end under it.
  private let writers = DispatchGroup()

  init(engines: EngineMemory, readFile: @escaping FileReader) {
    self.engines = engines
    self.readFile = readFile
  }

  /// Gives up every job that is not among `effects`.
  func giveUp(allBut effects: [Effect]) {
    for (ticket, token) in jobs where !effects.contains(where: { $0.ticket == ticket }) {
      token.cancel()
      jobs[ticket] = nil
    }
  }

  /// Gives up everything, and waits until nothing is written any more. A disk may be gone: no longer than that.
  func finish(within seconds: Double) {
    giveUp(allBut: [])
    _ = writers.wait(timeout: .now() + seconds)
  }

  func compute(_ computation: Computation, _ ticket: Ticket) {
    start(ticket) { [mailbox, engines, computations] token in
      computations.async {
        if token.isCancelled { return }
        let wasInOrder = engines.isInOrder(computation.points)
        mailbox.post(Answer(ticket, computation.perform(with: engines)))
        // Bringing them into order takes memory that is not needed again.
        if !wasInOrder { EffectRunner.giveBackMemory() }
      }
    }
  }

  func search(_ request: SearchRequest, _ ticket: Ticket) {
    start(ticket) { [mailbox] token in
      DispatchQueue(label: "mixture-lab.search", qos: .userInitiated).async {
        let outcome = request.perform(
          progress: { done, total in mailbox.post(Answer(ticket, .searching(done: done, total: total))) },
          shouldCancel: { token.isCancelled })
        if !token.isCancelled { mailbox.post(Answer(ticket, outcome)) }
      }
    }
  }

  func race(_ request: RaceRequest, _ ticket: Ticket) {
    start(ticket) { [mailbox, engines] token in
      DispatchQueue(label: "mixture-lab.race", qos: .userInitiated).async {
        let outcome = request.perform(
          with: engines, ended: { mailbox.post(Answer(ticket, .racing($0))) },
          shouldCancel: { token.isCancelled })
        if !token.isCancelled { mailbox.post(Answer(ticket, outcome)) }
      }
    }
  }

  /// Reads on a queue, and so a thread, of its own: a file may take for ever to open, and must not keep the next one
  /// waiting.
  func read(_ path: String, _ ticket: Ticket) {
    start(ticket) { [mailbox, readFile] token in
      DispatchQueue(label: "mixture-lab.file", qos: .userInitiated).async {
        EffectRunner.read(path, ticket, token, mailbox, readFile)
      }
    }
  }

  private static func read(
    _ path: String, _ ticket: Ticket, _ token: Token, _ mailbox: Mailbox, _ readFile: FileReader
  ) {
    var shown = 0.0
    let outcome = readFile(path) { fraction in
      if fraction >= shown + 0.02 {
        shown = fraction
        mailbox.post(Answer(ticket, .reading(fraction)))
      }
      return !token.isCancelled
    }
    if !token.isCancelled { mailbox.post(Answer(ticket, outcome)) }
    // The file itself was there beside its numbers.
    giveBackMemory()
  }

  /// Once what was waited for is on the screen.
  private static func giveBackMemory() {
    DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + 1) { shim_give_back_memory() }
  }

  /// Reads a table as somebody said, on a thread of its own too.
  func read(
    _ path: String, _ ticket: Ticket,
    _ readTable: @escaping @Sendable (String, @escaping (Double) -> Bool) -> Answer.Outcome
  ) {
    start(ticket) { [mailbox] token in
      DispatchQueue(label: "mixture-lab.file", qos: .userInitiated).async {
        EffectRunner.read(path, ticket, token, mailbox, readTable)
      }
    }
  }

  /// Looks into a file once nothing else was chosen for a moment: what is passed over on the way is not read.
  func preview(_ ticket: Ticket, _ look: @escaping @Sendable (_ goesOn: () -> Bool) -> Answer.Outcome?) {
    start(ticket) { [mailbox] token in
      DispatchQueue(label: "mixture-lab.preview", qos: .userInitiated).asyncAfter(deadline: .now() + .milliseconds(40))
      {
        guard !token.isCancelled, let outcome = look({ !token.isCancelled }), !token.isCancelled else { return }
        mailbox.post(Answer(ticket, outcome))
      }
    }
  }

  /// Writes on a thread of its own, and tells ten times a second how far it has come.
  func export(
    _ request: ExportRequest, _ ticket: Ticket,
    _ write: @escaping @Sendable (ExportRequest, @escaping (ExportProgress) -> Bool) -> Answer.Outcome
  ) {
    start(ticket) { [mailbox, writers] token in
      DispatchQueue(label: "mixture-lab.export", qos: .userInitiated).async(group: writers) {
        var next = ContinuousClock.now
        let outcome = write(request) { progress in
          if ContinuousClock.now >= next {
            next = .now + .milliseconds(100)
            mailbox.post(Answer(ticket, .exporting(progress)))
          }
          return !token.isCancelled
        }
        if !token.isCancelled { mailbox.post(Answer(ticket, outcome)) }
      }
    }
  }

  /// Does again what was handed in, on a thread of its own, and tells how far it has come.
  func grade(
    _ request: HandInRequest, _ ticket: Ticket,
    _ grade: @escaping @Sendable (HandInRequest, @escaping (Int, Int) -> Bool) -> Answer.Outcome
  ) {
    start(ticket) { [mailbox] token in
      DispatchQueue(label: "mixture-lab.hand-ins", qos: .utility).async {
        var next = ContinuousClock.now
        let outcome = grade(request) { done, total in
          if ContinuousClock.now >= next {
            next = .now + .milliseconds(100)
            mailbox.post(Answer(ticket, .gradingHandIns(done: done, total: total)))
          }
          return !token.isCancelled
        }
        if !token.isCancelled { mailbox.post(Answer(ticket, outcome)) }
      }
    }
  }

  /// Does something short with a file, on a thread of its own: a disk may be slow, or a network gone.
  func perform(_ ticket: Ticket, isWriting: Bool = false, _ work: @escaping @Sendable () -> Answer.Outcome) {
    start(ticket) { [mailbox, group = isWriting ? writers : nil] token in
      DispatchQueue(label: "mixture-lab.file", qos: .userInitiated).async(group: group) {
        let outcome = work()
        if !token.isCancelled { mailbox.post(Answer(ticket, outcome)) }
      }
    }
  }

  /// The answers that came since the last call.
  func takeAnswers() -> [Answer] { mailbox.take() }

  private func start(_ ticket: Ticket, _ job: (Token) -> Void) {
    guard jobs[ticket] == nil else { return }
    let token = Token()
    jobs[ticket] = token
    job(token)
  }
}

/// Whether something should go on; set by the main thread, read by the one that does it.
private final class Token: Sendable {
  private let cancelled = Atomic(false)
  var isCancelled: Bool { cancelled.load(ordering: .relaxed) }
  func cancel() { cancelled.store(true, ordering: .relaxed) }
}
