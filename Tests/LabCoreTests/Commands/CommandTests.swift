import Foundation
import GaussianMixtures
import Testing

@testable import LabCore

struct CommandTests {
  @Test(arguments: Command.all)
  func everyCommandIsWrittenAndReadBack(_ command: Command) throws {
    let written = try JSONEncoder().encode(command)
    #expect(try JSONDecoder().decode(Command.self, from: written) == command)
  }

  @Test func ofAnAnswerOnlyTheTicketIsWritten() throws {
    let answer = Answer(Ticket(12), .opened(.points([(1, 2), (3, 4)])))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let written = try encoder.encode(Command.answer(answer))
    #expect(String(decoding: written, as: UTF8.self) == #"{"answer":{"_0":{"isLast":true,"ticket":12}}}"#)
    #expect(
      try JSONDecoder().decode(Command.self, from: written) == .answer(Answer(Ticket(12), .unrecorded(isLast: true))))
  }

  @Test func everyCommandLeavesALabThatGoesOn() {
    for command in Command.all {
      var state = LabState.opened()
      state.perform(command)
      state.perform(.interface(.dismiss), .run(.stepForward))
      #expect(state.steps.count >= 1, "\(command)")
    }
  }

  @Test func aSpeedBeyondTheLadderIsReadAsItsEnd() throws {
    let speed = try JSONDecoder().decode([Speed].self, from: Data("[99, -4]".utf8))
    #expect(speed.map(\.index) == [Speed.rates.count - 1, 0])
  }
}
