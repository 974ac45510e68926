import GaussianMixtures
import Testing

@testable import LabCore

struct OptionsTests {
  @Test(arguments: CovarianceFamily.allCases)
  func aFamilyIsFittedFromItsOwnStart(_ family: CovarianceFamily) throws {
    var state = LabState.opened()
    let points = state.coordinates
    let view = state.viewport
    state.perform(.option(.set(.family(family))), .run(.stepIteration), .run(.stepIteration))
    #expect(state.model.family == family && state.coordinates == points && state.viewport == view)
    try state.model.validate()
    let covariances = state.model.covariances
    switch family {
    case .full: break
    case .tied: #expect(covariances.allSatisfy { $0 == covariances[0] })
    case .diagonal: #expect(covariances.allSatisfy { $0[0, 1] == 0 })
    case .spherical: #expect(covariances.allSatisfy { $0[0, 1] == 0 && $0[0, 0] == $0[1, 1] })
    }
  }

  @Test(arguments: [
    OptionChange.family(.tied), .startKind(.kMeans), .seed(99), .onCollapse(.drop), .onEmpty(.keep), .floor(1e-3),
    .tolerance(1e-3),
  ])
  func everyOptionIsOneUndo(_ change: OptionChange) {
    var state = LabState.opened()
    let options = state.document.options
    let start = state.document.start
    let seed = state.document.startSeed
    state.perform(.option(.set(change)))
    #expect(state.canUndo)
    state.perform(.edit(.undo))
    #expect(state.document.options == options && state.document.start == start && state.document.startSeed == seed)
    #expect(!state.canUndo && state.blockedReason == nil)
  }

  @Test func impossibleNumbersAreRefused() {
    var state = LabState.opened()
    let options = state.document.options
    for bad in [-1, .nan, .infinity] {
      state.perform(.option(.set(.floor(bad))), .option(.set(.tolerance(bad))))
    }
    state.perform(.option(.set(.floor(1))))
    #expect(state.document.options == options && !state.canUndo)
  }

  @Test func aLooserToleranceStopsSooner() {
    var strict = LabState.opened()
    var loose = LabState.opened()
    loose.perform(.option(.set(.tolerance(1e-3))), .run(.runToConvergence))
    strict.perform(.run(.runToConvergence))
    #expect(loose.steps.count < strict.steps.count && loose.hasConverged)
  }

  @Test func optionsChangedDuringARunToConvergenceDoNotStallIt() {
    var state = LabState.opened()
    state.apply(.run(.runToConvergence))
    state.apply(.option(.set(.tolerance(1e-4))))
    state.performPendingWork()
    #expect(state.hasConverged && state.playback.mode == .paused)
  }

  @Test func aSeedIsTypedDigitByDigit() {
    var state = LabState.opened()
    let start = state.document.start
    state.perform(.option(.typeSeedDigit(5)))
    #expect(state.interface.seedDraft == nil)
    state.perform(.option(.beginSeedEntry))
    for digit in [1, 2, -1, 10, .max, 3, 5] { state.perform(.option(.typeSeedDigit(digit))) }
    state.perform(.option(.eraseSeedDigit))
    #expect(state.interface.seedDraft == "123")
    state.perform(.option(.commitSeed))
    #expect(state.document.startSeed == 123 && state.interface.seedDraft == nil && state.document.start != start)
    state.perform(.option(.beginSeedEntry), .option(.commitSeed))
    #expect(state.document.startSeed == 123)
    state.perform(.option(.beginSeedEntry), .option(.typeSeedDigit(9)), .interface(.dismiss))
    #expect(state.document.startSeed == 123 && state.interface.seedDraft == nil)
    state.perform(.option(.beginSeedEntry))
    for _ in 0..<40 { state.perform(.option(.typeSeedDigit(9))) }
    state.perform(.option(.commitSeed))
    // No more digits than the field shows.
    #expect(state.document.startSeed == 999_999_999)
  }

  @Test func theSameSeedAndKindGiveTheSameStart() {
    for kind in StartKind.allCases {
      var a = LabState.opened()
      var b = LabState.opened()
      a.perform(.option(.set(.startKind(kind))), .option(.set(.seed(5))))
      b.perform(.option(.set(.seed(5))), .option(.set(.startKind(kind))))
      #expect(a.document.start == b.document.start, "\(kind)")
    }
  }

  @Test func aStartThatLooksAtManyPointsComesAsWork() throws {
    let count = LabState.instantStartPoints + 1
    var state = LabState.on((0..<count).map { (Double($0 % 97), Double($0 % 89)) }, components: 3)
    let before = state.document.start
    state.apply(.option(.set(.startKind(.kMeansPlusPlus))))
    #expect(state.document.start == before)
    let work = try #require(state.pendingComputation?.computation)
    guard case .drawStart = work.task else { throw Unexpected() }
    state.performPendingWork()
    #expect(state.document.start != before && state.runs.shown.logLikelihood?.isFinite == true)
    state.perform(.edit(.undo))
    #expect(state.document.start == before)
  }

  @Test func laddersEnd() {
    for ladder in [OptionChange.floors, OptionChange.tolerances] {
      #expect(ladder == ladder.sorted())
      for (low, high) in zip(ladder, ladder.dropFirst()) {
        #expect(OptionChange.rung(ladder, from: low, up: true) == high)
        #expect(OptionChange.rung(ladder, from: high, up: false) == low)
      }
      #expect(OptionChange.rung(ladder, from: ladder[0], up: false) == nil)
      #expect(OptionChange.rung(ladder, from: ladder[ladder.count - 1], up: true) == nil)
    }
  }

  private struct Unexpected: Error {}

  /// What is chosen already is no change.
  @Test func choosingWhatIsChosenIsNoEdit() {
    var state = LabState.on([(0, 0), (4, 1), (2, 5), (3, 3)], components: 2)
    state.perform(.run(.stepForward), .run(.stepForward))
    let (steps, options) = (state.steps, state.document.options)
    for change in [
      OptionChange.family(options.family), .startKind(state.document.startKind), .seed(state.document.startSeed),
      .onCollapse(options.onCollapse), .onEmpty(options.onEmpty), .floor(options.floor), .tolerance(options.tolerance),
    ] {
      state.perform(.option(.set(change)))
      #expect(state.steps == steps && !state.canUndo, "\(change)")
    }
  }
}
