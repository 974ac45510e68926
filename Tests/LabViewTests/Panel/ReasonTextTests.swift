import GaussianMixtures
import LabWords
import Testing

@testable import LabCore
@testable import LabView

struct ReasonTextTests {
  @Test func everyStateOfTheRunHasItsReason() {
    var scene = Scene()
    #expect(Words.english.reason(scene.state) == "At the start: nothing has run yet")
    scene.perform(.run(.togglePlay))
    #expect(Words.english.reason(scene.state) == "Stops when gain and what is left are below 0.00015")
    scene.perform(.run(.togglePlay), .run(.stepIteration), .run(.stepBack))
    #expect(Words.english.reason(scene.state) == "Looking back: the run has reached 1")
    scene.perform(.run(.runToConvergence))
    #expect(Words.english.reason(scene.state) == "Converged: gain and what is left are below 0.00015")
    scene.perform(.edit(.clearPoints))
    #expect(Words.english.reason(scene.state) == "No points yet: the brush adds some where you click")
    scene.perform(.edit(.undo))
    scene.state.apply(.start(.newStart))
    #expect(Words.english.reason(scene.state) == "Computing…")
  }

  @Test func theIterationLimitIsNamed() {
    var scene = Scene(LabState(options: EMOptions(tolerance: 0, maximumIterations: 4)))
    scene.perform(.run(.runToConvergence))
    #expect(Words.english.reason(scene.state) == "Stopped at the limit of 4 iterations")
  }
}
