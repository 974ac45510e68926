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
    #expect(first.timeline.earlier == second.timeline.earlier && first.timeline.cursor == second.timeline.cursor)
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
      if journal.count % 3 == 0, let work = live.pendingWork {
        record(.finish(ticket: work.ticket, work.perform()))
      }
    }
    var replayed = LabState()
    for command in journal { replayed.apply(command) }
    #expect(replayed.steps == live.steps && replayed.coordinates == live.coordinates)
    #expect(replayed.pendingWork?.ticket == live.pendingWork?.ticket)
  }
}
