import Foundation
import Testing

@testable import LabCore
@testable import SDLShell

/// What is done off the main thread, and what comes of it.
@Suite struct EffectRunnerTests {
  private let ticket = Ticket(7)
  private static let failure = Answer.Outcome.notOpened(.missing(path: "x"))

  /// Answers until there are `count` of them, or for so many seconds.
  private func answers(of runner: EffectRunner, _ count: Int, within seconds: Double = 2) -> [Answer] {
    var answers: [Answer] = []
    let deadline = Date(timeIntervalSinceNow: seconds)
    while answers.count < count, Date() < deadline {
      answers += runner.takeAnswers()
      Thread.sleep(forTimeInterval: 0.005)
    }
    return answers
  }

  @Test func everyAnswerComesOnce() {
    let mailbox = Mailbox()
    let answers = (1...3).map { Answer(Ticket($0), .done) }
    answers.prefix(2).forEach(mailbox.post)
    #expect(mailbox.take() == Array(answers.prefix(2)))
    mailbox.post(answers[2])
    #expect(mailbox.take() == [answers[2]])
    #expect(mailbox.take() == [])
  }

  @Test func aFileIsReadOnceHoweverOftenItIsAskedFor() {
    let runner = EffectRunner(engines: EngineMemory()) { _, progress in
      _ = progress(0.5)
      return Self.failure
    }
    for _ in 0..<5 { runner.read("x", ticket) }
    #expect(answers(of: runner, 3) == [Answer(ticket, .reading(0.5)), Answer(ticket, Self.failure)])
  }

  @Test func whatIsGivenUpIsToldToStopAndAnswersNoMore() {
    let begun = DispatchSemaphore(value: 0)
    let goOn = DispatchSemaphore(value: 0)
    let stopped = DispatchSemaphore(value: 0)
    let runner = EffectRunner(engines: EngineMemory()) { _, progress in
      begun.signal()
      goOn.wait()
      if !progress(0.5) { stopped.signal() }
      return Self.failure
    }
    runner.read("x", ticket)
    begun.wait()
    runner.giveUp(allBut: [])
    goOn.signal()
    #expect(stopped.wait(timeout: .now() + 5) == .success)
    Thread.sleep(forTimeInterval: 0.05)
    #expect(!runner.takeAnswers().contains(Answer(ticket, Self.failure)))
  }

  @Test func aFileThatNeverOpensKeepsNoOtherWaiting() {
    let never = DispatchSemaphore(value: 0)
    let runner = EffectRunner(engines: EngineMemory()) { path, _ in
      if path == "pipe" { never.wait() }
      return Self.failure
    }
    runner.read("pipe", Ticket(1))
    runner.read("file", Ticket(2))
    #expect(answers(of: runner, 1, within: 20) == [Answer(Ticket(2), Self.failure)])
    // Given up, it may come back whenever it likes.
    runner.giveUp(allBut: [])
    never.signal()
    Thread.sleep(forTimeInterval: 0.05)
    #expect(runner.takeAnswers().isEmpty)
  }

  /// The window closes when nothing is written any more: a file is whole, or not there.
  @Test func whatIsBeingWrittenIsWaitedFor() {
    let written = DispatchSemaphore(value: 0)
    let runner = EffectRunner(engines: EngineMemory()) { _, _ in Self.failure }
    runner.perform(ticket, isWriting: true) {
      Thread.sleep(forTimeInterval: 0.2)
      written.signal()
      return .saved(nil)
    }
    runner.finish(within: 30)
    #expect(written.wait(timeout: .now()) == .success)
  }

  /// What never ends keeps nobody waiting, and what only reads is not waited for at all.
  @Test func closingTakesNoLongerThanItMay() {
    let never = DispatchSemaphore(value: 0)
    let runner = EffectRunner(engines: EngineMemory()) { _, _ in
      never.wait()
      return Self.failure
    }
    runner.read("pipe", Ticket(1))
    let began = Date()
    runner.finish(within: 30)
    runner.perform(Ticket(2), isWriting: true) {
      never.wait()
      return .saved(nil)
    }
    runner.finish(within: 0.1)
    #expect(Date().timeIntervalSince(began) < 20)
    for _ in 0..<2 { never.signal() }
  }

  @Test func aComputationAnswersTheStateThatAskedForIt() throws {
    var state = LabState()
    let runner = EffectRunner(engines: EngineMemory()) { _, _ in .done }
    let pending = try #require(state.pendingComputation)
    runner.compute(pending.computation, pending.ticket)
    for answer in answers(of: runner, 1, within: 20) { state.apply(.answer(answer)) }
    #expect(!state.isComputing && state.document.runs.shown.logLikelihood != nil)
  }
}
