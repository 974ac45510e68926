import LabCore
import Testing

@testable import SDLShell

/// What the window hands to those who write its session down.
@Suite struct SessionKeeperTests {
  private final class Paper {
    var entries: [SessionEntry] = []
    var scenes = 0
    var ended = 0
    var isBroken = false
    var refuses = false

    func sink(isJournal: Bool) -> SessionSink {
      SessionSink(
        keepsPointer: false, append: { self.entries += $0 }, flush: {}, end: { self.ended += 1 },
        journal: isJournal
          ? SessionSink.Journal(
            replace: { scene, moment in
              if self.refuses { return false }
              self.entries = [.scene(scene), .moment(moment)]
              self.scenes += 1
              return true
            }, growth: { 0 }, isBroken: { self.isBroken }, beginElsewhere: { self.entries = $0 }) : nil)
    }

    func replayed() throws -> LabState? {
      var replay = SessionReplay()
      for entry in entries { try replay.take(entry) { path, _ in .notOpened(.missing(path: path)) } }
      replay.finish()
      return replay.state
    }
  }

  private static func opened(_ papers: [Paper]) -> (LabState, SessionKeeper) {
    var state = LabState()
    state.performPendingWork()
    let keeper = SessionKeeper()
    for (index, paper) in papers.enumerated() {
      paper.entries = SessionLog.beginning(state)
      keeper.add(paper.sink(isJournal: index > 0), at: state)
    }
    return (state, keeper)
  }

  private static func paint(_ keeper: SessionKeeper, _ state: inout LabState, times: Int) {
    for time in 0..<times {
      let place = DataPoint(Double(time % 9), 1)
      keeper.apply(.edit(.beginPainting(place, radius: DataSize(1, 1))), to: &state)
      keeper.apply(.edit(.endStroke), to: &state)
      while let (ticket, computation) = state.pendingComputation {
        keeper.apply(.answer(Answer(ticket, computation.perform())), to: &state)
      }
      keeper.shorten(state)
    }
  }

  @Test func recordingAndJournalLeadToTheSameState() throws {
    let papers = [Paper(), Paper()]
    var (state, keeper) = Self.opened(papers)
    Self.paint(keeper, &state, times: 20)
    keeper.end(state)
    for paper in papers { #expect(try paper.replayed()?.scene == state.scene && paper.ended == 1) }
    #expect(papers[1].scenes == 0)
  }

  @Test func aJournalThatIsLongBeginsAnewAtRest() throws {
    let papers = [Paper(), Paper()]
    var (state, keeper) = Self.opened(papers)
    Self.paint(keeper, &state, times: 1010)
    #expect(papers[1].scenes >= 1 && papers[1].entries.count < papers[0].entries.count - 1900)
    Self.paint(keeper, &state, times: 3)
    // What it does not know is undone: it goes on from another scene.
    for _ in 0..<30 { keeper.apply(.edit(.undo), to: &state) }
    keeper.end(state)
    for paper in papers { #expect(try paper.replayed()?.scene == state.scene) }
  }

  @Test func whatCouldNotBeWrittenIsMended() {
    let papers = [Paper(), Paper()]
    var (state, keeper) = Self.opened(papers)
    papers[1].isBroken = true
    papers[1].refuses = true
    keeper.apply(.tick(20), to: &state)
    keeper.shorten(state)
    papers[1].refuses = false
    keeper.apply(.tick(21), to: &state)
    keeper.shorten(state)
    #expect(papers[1].scenes == 0, "not tried again so soon")
    keeper.apply(.tick(40), to: &state)
    keeper.shorten(state)
    #expect(papers[1].scenes == 1)
  }
}
