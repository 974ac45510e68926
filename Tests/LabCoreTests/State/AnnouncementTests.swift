import Testing

@testable import LabCore

struct AnnouncementTests {
  /// A component keeps its letter when one before it goes, also in what is said of it.
  @Test func aRescueNamesTheComponentByItsLetter() {
    var state = LabState.opened()
    state.perform(
      .start(.removeMean(1)), .start(.moveMean(1, to: DataPoint(400, 400))), .run(.stepIteration))
    #expect(state.announcement?.letter == 2)
    guard case .rescued(let rescue) = state.announcement?.notice else {
      Issue.record("a component without points is rescued")
      return
    }
    #expect(rescue.letters == [2] && rescue.reason == .empty)
  }

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
