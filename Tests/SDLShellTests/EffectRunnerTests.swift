import Foundation
import LabCore
import Testing

@testable import SDLShell

/// What is done off the main thread, and what comes of it.
@Suite struct EffectRunnerTests {
  private let ticket = Ticket(7)
  private static let failure = Answer.Outcome.notOpened(.missing(path: "x"))

  /// Answers until there are `count` of them, or for two seconds.
  private func answers(of runner: EffectRunner, _ count: Int) -> [Answer] {
    var answers: [Answer] = []
    let deadline = Date(timeIntervalSinceNow: 2)
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
}
