import Foundation
import Testing

@testable import LabCore

/// A session is its list of commands: played again it ends in the same state.
struct ReplayTests {
  @Test(arguments: [UInt64(1), 2, 3])
  func theSameCommandsEndInTheSameState(_ seed: UInt64) {
    let commands = RandomCommands(seed: seed, outlandish: false).prefix(250)
    var first = LabState.opened()
    var second = LabState.opened()
    for command in commands { first.perform(command) }
    for command in commands { second.perform(command) }
    #expect(first.coordinates == second.coordinates)
    #expect(first.steps == second.steps)
    #expect(first.values.map { $0?.bitPattern } == second.values.map { $0?.bitPattern })
    #expect(first.runs.earlier == second.runs.earlier && first.runs.cursor == second.runs.cursor)
    #expect(first.viewport == second.viewport && first.playback == second.playback)
    #expect(first.interface == second.interface && first.announcement == second.announcement)
  }

  @Test func answersThatComeAsCommandsReplayToo() throws {
    var live = LabState()
    var journal: [Command] = []
    func record(_ command: Command) {
      journal.append(command)
      live.apply(command)
    }
    for command in RandomCommands(seed: 9, outlandish: false).prefix(120) {
      record(command)
      // A slow machine: the answer comes after whatever the user did next.
      if journal.count % 3 == 0, let pending = live.pendingComputation {
        record(.answer(Answer(pending.ticket, pending.computation.perform())))
      }
    }
    var replayed = LabState()
    for command in journal { replayed.apply(command) }
    #expect(replayed.steps == live.steps && replayed.coordinates == live.coordinates)
    #expect(replayed.effects.map(\.ticket) == live.effects.map(\.ticket))
  }

  /// What is written down of a session – intents, ticks, and that answers came – is enough to play it again.
  @Test(arguments: [UInt64(4), 5, 6])
  func aWrittenRecordEndsInTheSameState(_ seed: UInt64) throws {
    func read(_ path: String) -> Answer.Outcome {
      path.count % 2 == 0 ? .notOpened(.missing(path: path)) : .opened(.points([(0, 0), (3, 1), (2, 5), (4, 4)]))
    }
    var live = LabState()
    var record: [Command] = []
    func perform(_ command: Command) {
      record.append(command)
      live.replay(command, read: read)
    }
    for command in RandomCommands(seed: seed, outlandish: false).prefix(200) where command != .search(.start) {
      perform(command)
      // Some answers come late, some out of order.
      if record.count % 3 != 0, let effect = live.effects.randomElement(seed: record.count) {
        perform(.answer(Answer(effect.ticket, .unrecorded(isLast: record.count % 5 != 0))))
      }
    }
    let written = try JSONEncoder().encode(record)
    var replayed = LabState()
    for command in try JSONDecoder().decode([Command].self, from: written) { replayed.replay(command, read: read) }
    #expect(replayed.steps == live.steps && replayed.coordinates == live.coordinates)
    #expect(replayed.effects.map(\.ticket) == live.effects.map(\.ticket))
    #expect(replayed.interface == live.interface && replayed.announcement == live.announcement)
    #expect(replayed.playback == live.playback && replayed.viewport == live.viewport)
  }
}

extension Array {
  fileprivate func randomElement(seed: Int) -> Element? { isEmpty ? nil : self[seed * 31 % 7 % count] }
}
