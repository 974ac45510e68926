import GaussianMixtures
import Testing

@testable import LabCore
@testable import LabView

struct ReasonTextTests {
  @Test func everyStateOfTheRunHasItsReason() {
    var scene = Scene()
    #expect(ReasonText.reason(scene.state) == "At the start: nothing has run yet")
    scene.perform(.run(.togglePlay))
    #expect(ReasonText.reason(scene.state) == "Stops at a gain below 0.00015")
    scene.perform(.run(.togglePlay), .run(.stepIteration), .run(.stepBack))
    #expect(ReasonText.reason(scene.state) == "Looking back: the run has reached 1")
    scene.perform(.run(.runToConvergence))
    #expect(ReasonText.reason(scene.state) == "Converged: the gain fell below 0.00015")
    scene.perform(.edit(.clearPoints))
    #expect(ReasonText.reason(scene.state) == "No points yet: click the canvas to add some")
    scene.perform(.edit(.undo))
    scene.state.apply(.start(.newStart))
    #expect(ReasonText.reason(scene.state) == "Computing…")
  }

  @Test func theIterationLimitIsNamed() {
    var scene = Scene(LabState(options: EMOptions(tolerance: 0, maximumIterations: 4)))
    scene.perform(.run(.runToConvergence))
    #expect(ReasonText.reason(scene.state) == "Stopped at the limit of 4 iterations")
  }
}
