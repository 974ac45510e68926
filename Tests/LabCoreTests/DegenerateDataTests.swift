import GaussianMixtures
import Testing

@testable import LabCore

/// Data that no mixture fits: nothing crashes, the state says what is missing, and goes on once it is there.
struct DegenerateDataTests {
  @Test func withoutPointsItSaysWhatToDo() {
    var state = LabState.on([], components: 2)
    #expect(state.blockedReason == .noPoints)
    state.perform(
      .run(.stepForward), .run(.stepIteration), .run(.togglePlay), .run(.runToConvergence), .run(.restart),
      .start(.newStart))
    #expect(state.playback.mode == .paused && state.steps.count == 1)
    #expect(state.announcement?.notice == .blocked(.noPoints))
    state.click(0, 0)
    #expect(state.blockedReason == .needMorePoints(missing: 1, components: 2))
    state.click(3, 1)
    #expect(state.blockedReason == nil)
    state.perform(.run(.stepIteration))
    #expect(state.steps.count == 3)
  }

  @Test func fewerPointsThanComponentsAreCounted() {
    var state = LabState.on([(0, 0), (4, 1)], components: 2)
    state.perform(.start(.setComponentCount(6)))
    #expect(state.blockedReason == .needMorePoints(missing: 4, components: 6))
    state.perform(.start(.setComponentCount(2)))
    #expect(state.blockedReason == nil)
  }

  typealias Points = [(Double, Double)]

  private static let strange: [Points] = {
    let onePoint: Points = [(3, 4)]
    let identical: Points = Array(repeating: (2, -1), count: 20)
    let onALine: Points = (0..<20).map { (Double($0), 2 * Double($0)) }
    let onALevel: Points = (0..<20).map { (Double($0), 5) }
    let nearlyIdentical: Points = [(0, 0), (0, 0), (0, 0), (1, 1)]
    let huge: Points = [(1e140, 1e140), (-1e140, 1e140), (0, 0)]
    let tiny: Points = [(1e-140, 1e-140), (-1e-140, 1e-140), (0, 2e-140)]
    let farAndFine: Points = [(1e8, 1e8), (1e8 + 1e-7, 1e8), (1e8, 1e8 + 1e-7)]
    let uneven: Points = [(0, 0), (1e149, 1), (1, 1e-149)]
    return [onePoint, identical, onALine, onALevel, nearlyIdentical, huge, tiny, farAndFine, uneven]
  }()

  @Test(arguments: strange.indices)
  func strangeDataRunOrSayWhyNot(_ index: Int) {
    let points = DegenerateDataTests.strange[index]
    for components in [1, 3] {
      var state = LabState.on(points, components: components)
      state.perform(.run(.stepIteration), .run(.stepIteration), .run(.runToConvergence))
      #expect(state.playback.mode == .paused)
      #expect(state.runs.current.end != nil || state.blockedReason != nil)
      for step in state.steps {
        #expect(step.model.means.allSatisfy { $0.allSatisfy(\.isFinite) })
        #expect(step.logLikelihood?.isFinite != false)
      }
      state.perform(.edit(.openExample(.threeClusters)))
      #expect(state.blockedReason == nil)
    }
  }

  @Test func aCollapseIsAnnounced() throws {
    var state = LabState.on(Array(repeating: (2.0, -1.0), count: 20) + [(8, 8), (9, 8), (8, 9.5)], components: 2)
    state.perform(.start(.moveMean(0, to: DataPoint(2, -1))), .start(.moveMean(1, to: DataPoint(8.4, 8.4))))
    state.perform(.run(.stepIteration))
    #expect(state.steps.last?.events.isEmpty == false)
    guard case .rescued(let rescue) = state.announcement?.notice else { throw Unexpected() }
    #expect(rescue.reason == .collapsed && rescue.letters == [0] && state.announcement?.letter == 0)
  }

  @Test func theEnginesRefusalIsShownAndAnEditHeals() {
    var state = LabState.on([(0, 0), (1e160, 1), (1, 1)], components: 1)
    let problem = EngineProblem(.columnTooLarge(column: 0), letters: [0])
    #expect(state.blockedReason == .engine(problem))
    state.perform(.run(.togglePlay))
    #expect(state.playback.mode == .paused && state.announcement?.notice == .blocked(.engine(problem)))
    state.perform(.edit(.clearPoints))
    state.click(0, 0)
    state.click(1, 2)
    #expect(state.blockedReason == nil)
  }

  private struct Unexpected: Error {}
}
