import GaussianMixtures
import Testing

@testable import LabCore

/// Data that no mixture fits: nothing crashes, the state says what is missing, and goes on once it is there.
struct DegenerateDataTests {
  @Test func withoutPointsItSaysWhatToDo() {
    var state = LabState.on([], components: 2)
    #expect(state.blockedReason == "No points yet: click the canvas to add some")
    state.perform(.stepForward, .stepIteration, .togglePlay, .runToConvergence, .restart, .newStart)
    #expect(state.playback.mode == .paused && state.steps.count == 1)
    #expect(state.announcement?.text == state.blockedReason)
    state.click(0, 0)
    #expect(state.blockedReason == "Add 1 more point: 2 components need at least 2")
    state.click(3, 1)
    #expect(state.blockedReason == nil)
    state.perform(.stepIteration)
    #expect(state.steps.count == 3)
  }

  @Test func fewerPointsThanComponentsAreCounted() {
    var state = LabState.on([(0, 0), (4, 1)], components: 2)
    state.perform(.setComponentCount(6))
    #expect(state.blockedReason == "Add 4 more points: 6 components need at least 6")
    state.perform(.setComponentCount(2))
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
      state.perform(.stepIteration, .stepIteration, .runToConvergence)
      #expect(state.playback.mode == .paused)
      #expect(state.playback.outcome != nil || state.blockedReason?.isEmpty == false)
      for step in state.steps {
        #expect(step.model.means.allSatisfy { $0.allSatisfy(\.isFinite) })
        #expect(step.logLikelihood?.isFinite != false)
      }
      state.perform(.openExample(.threeClusters))
      #expect(state.blockedReason == nil)
    }
  }

  @Test func aCollapseIsAnnounced() {
    var state = LabState.on(Array(repeating: (2.0, -1.0), count: 20) + [(8, 8), (9, 8), (8, 9.5)], components: 2)
    state.perform(.moveMean(0, to: DataPoint(2, -1)), .moveMean(1, to: DataPoint(8.4, 8.4)))
    state.perform(.stepIteration)
    #expect(state.steps.last?.events.isEmpty == false)
    #expect(state.announcement?.text.contains("collapsed") == true)
    #expect(state.announcement?.letter == 0)
  }

  @Test func theEnginesRefusalIsShownAndAnEditHeals() {
    var state = LabState.on([(0, 0), (1e160, 1), (1, 1)], components: 1)
    #expect(state.blockedReason?.contains("1e150") == true)
    state.perform(.togglePlay)
    #expect(state.playback.mode == .paused && state.announcement?.text == state.blockedReason)
    state.perform(.clearPoints)
    state.click(0, 0)
    state.click(1, 2)
    #expect(state.blockedReason == nil)
  }
}
