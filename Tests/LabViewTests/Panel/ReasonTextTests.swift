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

  /// What is said of a run that was kept is said under its own settings.
  @Test func aKeptRunConvergedUnderItsOwnTolerance() throws {
    var scene = Scene()
    scene.perform(.run(.runToConvergence))
    let number = scene.state.document.runs.number
    scene.perform(.start(.newStart), .option(.set(.tolerance(1e-3))), .run(.stepIteration), .kept(.show(number)))
    scene.perform(.run(.scrub(toStep: scene.state.document.latest)))
    #expect(scene.state.document.runs.number == number && scene.state.hasConverged)
    #expect(Words.english.reason(scene.state) == "Converged: gain and what is left are below 0.00015")
  }

  /// A run that goes on from an edit goes on counting, but not towards its limit.
  @Test func theLimitIsTheRunsOwn() {
    var scene = Scene(LabState(options: EMOptions(tolerance: 0, maximumIterations: 4)))
    for _ in 0..<3 { scene.perform(.run(.stepIteration)) }
    scene.perform(.edit(.beginPainting(DataPoint(0, 0), radius: DataSize(0.5, 0.5))), .edit(.endStroke))
    scene.perform(.run(.runToConvergence))
    #expect(scene.state.document.runs.shown.iteration == 7)
    #expect(Words.english.reason(scene.state) == "Stopped at this run's limit of 4 iterations")
  }

  @Test func theIterationLimitIsNamed() {
    var scene = Scene(LabState(options: EMOptions(tolerance: 0, maximumIterations: 4)))
    scene.perform(.run(.runToConvergence))
    #expect(Words.english.reason(scene.state) == "Stopped at the limit of 4 iterations")
  }
}
