import Foundation
import Testing

@testable import LabCore
@testable import SDLShell

/// What is done off the main thread, without a window.
struct EffectRunnerTests {
  @Test func aFileThatNeverOpensKeepsNoOtherWaiting() {
    let never = DispatchSemaphore(value: 0)
    let runner = EffectRunner(engines: EngineMemory()) { path, _ in
      if path == "pipe" { never.wait() }
      return .notOpened(.empty(name: path))
    }
    runner.read("pipe", Ticket(1))
    runner.read("file", Ticket(2))
    #expect(answers(of: runner, count: 1) == [Answer(Ticket(2), .notOpened(.empty(name: "file")))])
    // Given up, it may come back whenever it likes.
    runner.giveUp(allBut: [])
    never.signal()
    Thread.sleep(forTimeInterval: 0.05)
    #expect(runner.takeAnswers().isEmpty)
  }

  @Test func readingTellsHowFarItIsAndWhenToStop() {
    let runner = EffectRunner(engines: EngineMemory()) { _, progress in
      var fraction = 0.0
      while progress(fraction) { fraction = min(fraction + 0.01, 1) }
      return .notOpened(.empty(name: "stopped"))
    }
    runner.read("long", Ticket(7))
    let seen = answers(of: runner, count: 3)
    #expect(seen.allSatisfy { $0.ticket == Ticket(7) })
    runner.giveUp(allBut: [])
    Thread.sleep(forTimeInterval: 0.05)
    _ = runner.takeAnswers()
    Thread.sleep(forTimeInterval: 0.05)
    #expect(runner.takeAnswers().isEmpty, "it has stopped")
  }

  @Test func computationsAndSearchesAnswerWithTheirTickets() throws {
    var state = LabState()
    let runner = EffectRunner(engines: EngineMemory()) { _, _ in .done }
    let pending = try #require(state.pendingComputation)
    runner.compute(pending.computation, pending.ticket)
    for answer in answers(of: runner, count: 1) { state.apply(.answer(answer)) }
    #expect(!state.isComputing && state.document.runs.shown.logLikelihood != nil)
  }

  private func answers(of runner: EffectRunner, count: Int) -> [Answer] {
    var answers: [Answer] = []
    let deadline = Date(timeIntervalSinceNow: 20)
    while answers.count < count, Date() < deadline {
      answers += runner.takeAnswers()
      Thread.sleep(forTimeInterval: 0.005)
    }
    return answers
  }
}
