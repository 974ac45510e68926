import Testing

@testable import LabCore

struct AnnouncementTests {
  @Test func anAnnouncementIsFreshForAWhileAndKeptAfterwards() {
    var state = LabState.opened()
    state.perform(.tick(10), .edit(.clearPoints))
    #expect(state.announcement?.isFresh(at: state.now) == true)
    #expect(state.nextChange == 16)
    state.run(for: 6.1)
    #expect(state.announcement?.notice == .pointsCleared)
    #expect(state.announcement?.isFresh(at: state.now) == false)
    #expect(state.nextChange == nil)
    state.perform(.interface(.closeAnnouncement))
    #expect(state.announcement == nil)
  }

  @Test func aRefusedFileIsSaidAndChangesNothing() {
    var state = LabState.opened()
    let before = state.coordinates
    state.perform(.shell(.openFile(path: "lake.csv")))
    state.answer(.notOpened(.noNumbers(name: "lake.csv")))
    #expect(state.announcement?.notice == .cannotOpen(.noNumbers(name: "lake.csv")))
    #expect(state.coordinates == before && !state.canUndo && state.interface.loading == nil)
  }
}
