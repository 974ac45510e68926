import Testing

@testable import LabCore

struct AnnouncementTests {
  @Test func anAnnouncementIsFreshForAWhileAndKeptAfterwards() {
    var state = LabState.opened()
    state.perform(.tick(10), .announce("Worth knowing"))
    #expect(state.announcement?.isFresh(at: state.now) == true)
    #expect(state.nextChange == 16)
    state.run(for: 6.1)
    #expect(state.announcement?.text == "Worth knowing")
    #expect(state.announcement?.isFresh(at: state.now) == false)
    #expect(state.nextChange == nil)
    state.perform(.closeAnnouncement)
    #expect(state.announcement == nil)
  }

  @Test func aRefusedFileIsSaidAndChangesNothing() {
    var state = LabState.opened()
    let before = state.coordinates
    state.perform(.refuse("lake.csv has no numbers; choose another file"))
    #expect(state.announcement?.text == "lake.csv has no numbers; choose another file")
    #expect(state.coordinates == before && !state.canUndo)
  }
}
