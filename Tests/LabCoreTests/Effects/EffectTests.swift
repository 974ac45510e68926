import Foundation
import GaussianMixtures
import Testing

@testable import LabCore

/// Asking, answering and changing one's mind.
struct EffectTests {
  @Test func whatTheWindowMustDoIsAskedForAndAnswered() {
    var state = LabState.opened()
    state.apply(.shell(.toggleFullScreen))
    state.apply(.shell(.quit))
    #expect(state.effects.map(\.description) == ["full screen", "quit"])
    for effect in state.effects { state.apply(.answer(Answer(effect.ticket, .done))) }
    #expect(state.effects.isEmpty)
  }

  @Test func ticketsAreNeverUsedTwice() {
    var state = LabState.opened()
    var seen: Set<Ticket> = []
    for command in [Command.shell(.quit), .shell(.openFile(path: "a")), .search(.start), .run(.stepForward)] {
      state.apply(command)
      for effect in state.effects { seen.insert(effect.ticket) }
    }
    state.perform(.run(.stepIteration))
    #expect(seen.count == 3)
  }

  @Test func aFileThatCameTooLateIsNotOpened() throws {
    var state = LabState.opened()
    let before = state.coordinates
    state.perform(.shell(.openFile(path: "first.csv")))
    let first = try #require(state.effects.last).ticket
    state.perform(.shell(.openFile(path: "second.csv")))
    #expect(!state.effects.contains { $0.ticket == first })
    state.perform(.answer(Answer(first, .reading(0.9))))
    #expect(state.interface.loading?.fraction == 0 && state.interface.loading?.path == "second.csv")
    state.perform(.answer(Answer(first, .opened(.points([(1, 1)])))))
    #expect(state.coordinates == before && state.interface.loading != nil)
    state.perform(.answer(Answer(first, .notOpened(.missing(path: "first.csv")))))
    #expect(state.announcement == nil)
    let second = try #require(state.effects.last).ticket
    state.perform(.answer(Answer(second, .reading(0.4))))
    #expect(state.interface.loading?.fraction == 0.4)
    state.perform(.shell(.cancelLoading), .answer(Answer(second, .opened(.points([(1, 1)])))))
    #expect(state.coordinates == before && state.interface.loading == nil && state.effects.isEmpty)
  }

  @Test(arguments: [Command.interface(.dismiss), .edit(.openExample(.crossing))])
  func leavingOrOpeningOtherDataGivesUpAFile(_ command: Command) throws {
    var state = LabState.opened()
    state.perform(.shell(.openFile(path: "slow.csv")))
    let slow = try #require(state.effects.last).ticket
    state.perform(command)
    #expect(state.interface.loading == nil && state.effects.isEmpty)
    let before = state.coordinates
    state.perform(.answer(Answer(slow, .opened(.points([(1, 1)])))))
    #expect(state.coordinates == before)
  }

  @Test func anAnswerOfTheWrongKindDoesNoHarm() {
    var state = LabState.opened()
    state.perform(.search(.start))
    state.answer(.reading(0.5))
    #expect(state.interface.loading == nil && state.search.isRunning)
    state.answer(.unrecorded(isLast: true))
    #expect(state.search.isRunning)
  }

  /// A file that was being read when it was given up is not opened by the replay, however far the reading had come.
  @Test func aReplayOpensOnlyWhatWasOpened() throws {
    let opened = DataSource.points([(1, 1), (2, 2)])
    var live = LabState.opened()
    var record: [Command] = [.shell(.openFile(path: "a.csv"))]
    live.apply(record[0])
    let ticket = try #require(live.effects.last).ticket
    record += [
      .answer(Answer(ticket, .reading(0.4))), .shell(.cancelLoading), .answer(Answer(ticket, .opened(opened))),
    ]
    for command in record.dropFirst() { live.apply(command) }
    let read = try JSONDecoder().decode([Command].self, from: JSONEncoder().encode(record))
    var replayed = LabState.opened()
    for command in read { replayed.replay(command) { _ in .opened(opened) } }
    #expect(live.document.points.count != 2 && replayed.coordinates == live.coordinates)
  }

  @Test func aReplayPerformsWhatTheRecordOnlyMentions() throws {
    var state = LabState.opened()
    state.apply(.shell(.openFile(path: "a.csv")))
    let ticket = try #require(state.effects.last).ticket
    state.replay(.answer(Answer(ticket, .unrecorded(isLast: true)))) { path in
      path == "a.csv" ? .opened(.points([(1, 1), (2, 2), (3, 5)])) : .notOpened(.missing(path: path))
    }
    #expect(state.document.points.count == 3)
  }
}

extension Effect {
  fileprivate var description: String {
    switch task {
    case .compute: "computation"
    case .search: "search"
    case .race: "race"
    case .readFile(let path): "read \(path)"
    case .readTable(let path, _): "read table \(path)"
    case .listRecent: "recent"
    case .preview(let path, _): "preview \(path)"
    case .saveScene(_, let path, _): "save \(path)"
    case .saveLesson(_, let path, _): "save lesson \(path)"
    case .listFolder(let path): "list \(path)"
    case .export(let request): "export \(request.path)"
    case .gradeHandIns(let request): "grade \(request.sources)"
    case .toggleFullScreen: "full screen"
    case .quit: "quit"
    }
  }
}
