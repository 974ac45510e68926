import GaussianMixtures
import Testing

@testable import LabCore

struct GlideTests {
  @Test func progressGoesFromZeroToOneWithoutTurningBack() {
    let glide = Glide(from: LabState.opened().runs.shown, beganAt: 10, duration: 0.3)
    #expect(glide.progress(at: 9) == 0 && glide.progress(at: 10) == 0 && glide.progress(at: 11) == 1)
    #expect(abs(glide.progress(at: 10.15) - 0.5) < 1e-12)
    let values = (0...100).map { glide.progress(at: 10 + Double($0) * 0.003) }
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(Glide(from: glide.from, beganAt: 0, duration: 0).progress(at: 0) == 1)
  }

  /// The eye follows what sets off and arrives gently: a tenth of the time at either end is hardly any of the way, and
  /// leaving is arriving played backwards.
  @Test func passagesSetOffAndArriveSlowly() {
    let glide = Glide(from: LabState.opened().runs.shown, beganAt: 2, duration: 0.4)
    #expect(glide.progress(at: 2.04) < 0.04 && glide.progress(at: 2.36) > 0.96)
    for time in stride(from: 0.02, to: 0.4, by: 0.02) {
      #expect(abs(glide.progress(at: 2 + time) + glide.progress(at: 2.4 - time) - 1) < 1e-12)
    }
  }

  @Test func everythingOnTheWayIsAMixture() throws {
    var state = LabState.opened()
    let from = state.model
    for _ in 0..<5 { state.perform(.run(.stepIteration)) }
    #expect(from.interpolated(to: state.model, 0) == from)
    #expect(from.interpolated(to: state.model, 1) == state.model)
    for t in [0.1, 0.5, 0.9] { try from.interpolated(to: state.model, t).validate() }
  }

  @Test func mixturesOfOtherSizeDoNotMix() {
    let a = LabState.opened().model
    let b = a.removing(0)
    #expect(a.interpolated(to: b, 0.5) == b)
  }

  @Test func aWholeIterationGlidesAsOne() {
    var state = LabState.opened()
    let start = state.runs.shown
    state.perform(.run(.stepIteration))
    #expect(state.glide?.from == start)
    state.perform(.run(.stepForward))
    #expect(state.glide?.from == state.steps[2])
  }

  @Test func fastRunsDoNotGlide() {
    var state = LabState.opened()
    state.perform(.run(.setSpeed(Speed(index: 9))), .run(.togglePlay))
    state.run(for: 0.2)
    #expect(state.glide == nil)
  }

  @Test func aRunToConvergenceGlidesFromWhereItBegan() {
    var state = LabState.opened()
    state.perform(.run(.stepIteration))
    let began = state.runs.shown
    state.perform(.run(.runToConvergence))
    #expect(state.glide?.from == began)
  }
}
