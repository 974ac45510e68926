import GaussianMixtures
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
    state.perform(.shell(.openFile(path: "river.csv")))
    #expect(state.announcement == nil)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let before: [Command]
    let stays: [Command]
    let ends: Command
    var testDescription: String { name }
  }

  private static let look: Command = .interface(.pointer(.init(x: 5, y: 5), over: .play))

  static let cases: [Case] = [
    Case(
      name: "all points cleared", before: [.edit(.clearPoints)], stays: [look],
      ends: .edit(.beginPainting(DataPoint(1, 1), radius: DataSize(1, 1)))),
    Case(
      name: "this run is over", before: [.run(.runToConvergence), .run(.runToConvergence)],
      stays: [look, .run(.stepBack)],
      ends: .start(.newStart)),
    Case(
      name: "no points", before: [.edit(.openExample(.empty)), .run(.togglePlay)], stays: [look],
      ends: .edit(.openExample(.ring))),
    Case(
      name: "too many components",
      before: [.start(.setComponentCount(14)), .start(.addMean(DataPoint(1, 1)))], stays: [look],
      ends: .start(.setComponentCount(3))),
    Case(
      name: "the last component", before: [.start(.setComponentCount(1)), .start(.removeMean(0))], stays: [look],
      ends: .start(.addMean(DataPoint(3, 3)))),
    Case(
      name: "no family chosen",
      before: CovarianceFamily.allCases.map { .search(.toggleFamily($0)) } + [.search(.start)], stays: [look],
      ends: .search(.toggleFamily(.full))),
    Case(
      name: "a rescue under other options", before: rescue, stays: [look, .run(.stepForward)],
      ends: .option(.set(.floor(0)))),
    Case(name: "a rescue in another run", before: rescue, stays: [look], ends: .run(.restart)),
    Case(name: "a rescue among other data", before: rescue, stays: [look], ends: .edit(.openExample(.crossing))),
    Case(
      name: "the view ends",
      before: [.view(.setViewport(Viewport(bounds: DataRect(minX: 1e9, minY: 1e9, maxX: 2e9, maxY: 2e9))))],
      stays: [look], ends: .view(.fit)),
  ]

  private static let rescue: [Command] = [
    .start(.moveMean(1, to: DataPoint(400, 400))), .run(.stepIteration),
  ]

  /// What is said is true as long as it stands there.
  @Test(arguments: cases)
  func aMessageGoesWhenItIsNoLongerTrue(_ example: Case) throws {
    var state = LabState.opened()
    state.perform(example.before)
    let said = try #require(state.announcement)
    state.perform(example.stays)
    #expect(state.announcement == said)
    state.perform(example.ends)
    #expect(state.announcement != said)
  }

  @Test func anEnginesRefusalNamesComponentsByTheirLetters() {
    var state = LabState.opened(EMOptions(floor: 0, onCollapse: .fail))
    state.perform(.start(.removeMean(1)), .run(.stepForward), .run(.stepForward))
    state.apply(.run(.stepForward))
    state.apply(.run(.stepForward))
    state.failComputation(.collapsed(component: 1, iteration: 2))
    guard case .engine(let problem) = state.blockedReason else {
      Issue.record("it is not blocked")
      return
    }
    #expect(problem.letters == [0, 2])
    #expect(state.announcement?.notice == .engine(problem))
    state.perform(.option(.set(.onCollapse(.floor))))
    #expect(state.announcement == nil && state.blockedReason == nil)
  }
}
