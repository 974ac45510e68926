import ArgumentParser
import LabCore

/// Which moment of which runs is shown: how many half-steps are taken first, and what stands side by side.
struct MomentOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "How many iterations of EM to run first, 0 if not given; a half ends with the E-step, as in 6.5.",
    transform: HalfSteps.parse)
  var iterations = HalfSteps(count: 0)

  @Option(help: "What stands side by side.")
  var compare: Comparison?

  /// Whether another moment is asked for than the one that was opened.
  var areGiven: Bool { iterations.count > 0 || compare != nil }

  /// Goes on to that moment.
  func reach(_ state: inout LabState) {
    state.performPendingWork()
    state.performPendingRace()
    state.performPendingSearch()
    state.run(compare, halfSteps: iterations.count)
  }

  /// Has it as it is seen once it has come to rest.
  func settle(_ state: inout LabState) {
    // What all lanes have come to.
    if compare != nil { state.apply(.view(.fit)) }
    state.apply(.tick(state.now + 10))
  }
}

extension Comparison: ExpressibleByArgument {}
