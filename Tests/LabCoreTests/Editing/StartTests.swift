import GaussianMixtures
import Testing

@testable import LabCore

struct StartTests {
  /// Letters stay with their components; a new one takes the first that is free.
  @Test func aMeanPlacedTakesTheFirstFreeLetter() {
    var state = LabState.opened()
    state.perform(.start(.removeMean(1)))
    #expect(state.runs.shown.identities == [0, 2])
    state.perform(.start(.addMean(DataPoint(1, 1))), .start(.addMean(DataPoint(2, 2))))
    #expect(state.runs.shown.identities == [0, 2, 1, 3])
  }

  @Test func aNewMeanStandsWhereItWasClickedWithAnEqualShare() {
    var state = LabState.opened()
    state.perform(.start(.addMean(DataPoint(9, 9))))
    #expect(state.model.means.last == [9, 9])
    #expect(state.model.weights.allSatisfy { abs($0 - 0.25) < 1e-15 })
    #expect(state.steps.count == 1 && state.steps[0].kind == .start)
    #expect(state.steps[0].logLikelihood?.isFinite == true)
  }

  @Test func theNumberOfComponentsHasLimitsAndSaysSo() {
    var state = LabState.opened()
    for index in 0..<20 { state.perform(.start(.addMean(DataPoint(Double(index), 0)))) }
    #expect(state.model.componentCount == LabState.componentCounts.upperBound)
    #expect(state.announcement?.notice == .tooManyComponents(limit: LabState.componentCounts.upperBound))
    for _ in 0..<20 { state.perform(.start(.removeMean(0))) }
    #expect(state.model.componentCount == 1)
    state.perform(.start(.setComponentCount(0)))
    #expect(state.model.componentCount == 1)
    state.perform(.start(.setComponentCount(.max)))
    #expect(state.model.componentCount == LabState.componentCounts.upperBound)
  }

  @Test func removingSharesTheWeightOut() {
    var state = LabState.opened()
    state.perform(.run(.stepIteration), .start(.removeMean(0)))
    #expect(abs(state.model.weights.reduce(0, +) - 1) < 1e-12)
    #expect(state.model.componentCount == 2 && state.steps[0].identities == [1, 2])
  }

  @Test func changingTheCountKeepsTheMeansThatStay() {
    var state = LabState.opened()
    let before = state.model.means
    state.perform(.start(.setComponentCount(5)))
    #expect(Array(state.model.means.prefix(3)) == before)
    #expect(
      state.model.means.suffix(2).allSatisfy { mean in
        zip(state.document.points.x, state.document.points.y).contains { $0 == mean[0] && $1 == mean[1] }
      })
    state.perform(.start(.setComponentCount(2)))
    #expect(state.model.means == Array(before.prefix(2)))
  }

  @Test func aNewStartHasAnotherVisibleSeedAndIsRepeatable() {
    var a = LabState.opened()
    var b = LabState.opened()
    let seed = a.document.startSeed
    a.perform(.start(.newStart))
    b.perform(.start(.newStart))
    #expect(a.document.startSeed == seed + 1)
    #expect(a.document.start == b.document.start)
    let first = a.document.start
    a.perform(.start(.newStart))
    #expect(a.document.startSeed == seed + 2)
    #expect(a.document.start != first)
    a.perform(.edit(.undo))
    #expect(a.document.start == first && a.document.startSeed == seed + 1)
  }

  @Test func theLargestSeedIsFollowedByTheSmallest() {
    var state = LabState(source: Example.ring.source, componentCount: 3, seed: .max)
    state.perform(.start(.newStart))
    #expect(state.document.startSeed == 0)
  }

  @Test func impossibleMeansAndCovariancesAreRefused() {
    var state = LabState.opened()
    let before = state.model
    state.perform(
      .start(.moveMean(0, to: DataPoint(.nan, 0))), .start(.moveMean(0, to: DataPoint(0, .infinity))),
      .start(.moveMean(-1, to: DataPoint(0, 0))), .start(.moveMean(3, to: DataPoint(0, 0))),
      .start(.setCovariance(0, DataCovariance(xx: 1, xy: 2, yy: 1))),
      .start(.setCovariance(0, DataCovariance(xx: .nan, xy: 0, yy: 1))),
      .start(.setCovariance(7, DataCovariance(xx: 1, xy: 0, yy: 1))), .start(.addMean(DataPoint(.nan, 1))),
      .start(.addMean(DataPoint(1, -.infinity))))
    #expect(state.model == before)
    #expect(state.blockedReason == nil && !state.canUndo)
  }

  @Test func movingAMeanUpdatesTheLogLikelihoodLive() {
    var state = LabState.opened()
    state.perform(.start(.beginShaping(.mean(0))))
    var seen: [Double] = []
    for step in 0..<5 {
      state.perform(.start(.moveMean(0, to: DataPoint(Double(step), 0))))
      seen.append(state.runs.shown.logLikelihood ?? .nan)
    }
    #expect(Set(seen).count == 5 && seen.allSatisfy(\.isFinite))
  }

  @Test func meansMovedWhileItRunsBecomeTheNewStart() {
    var state = LabState.opened(EMOptions(tolerance: 0))
    state.perform(.run(.setSpeed(Speed(index: 9))), .run(.togglePlay))
    state.run(for: 0.5)
    #expect(state.steps.count > 10)
    let others = state.model.means.dropFirst()
    state.perform(.start(.beginShaping(.mean(0))), .start(.moveMean(0, to: DataPoint(8, 8))))
    #expect(state.playback.mode == .playing)
    #expect(state.document.start.means.first == [8, 8])
    #expect(Array(state.document.start.means.dropFirst()) == Array(others))
    #expect(state.runs.earlier.count == 1)
    state.perform(.start(.endShaping))
    state.run(for: 0.5)
    #expect(state.steps.count > 10)
    let start = state.document.start
    state.perform(.run(.restart))
    #expect(state.steps.count == 1 && state.model == start)
  }

  /// Two heaps, and of fourteen components the empty and collapsed ones are dropped.
  private func dropped() -> LabState {
    let heaps = [(Double, Double)](repeating: (0, 0), count: 30) + [(Double, Double)](repeating: (4, 1), count: 30)
    var state = LabState.on(heaps, components: 14, options: EMOptions(onCollapse: .drop, onEmpty: .drop))
    state.perform(.run(.runToConvergence))
    return state
  }

  /// K is what the model on show has, not what the run began with.
  @Test func aModelThatLostComponentsCanGainSome() {
    var state = dropped()
    let left = state.model.componentCount
    #expect(left < 14)
    state.perform(.start(.addMean(DataPoint(1, 1))))
    #expect(state.model.componentCount == left + 1)
  }

  @Test func theLastOfManyComponentsStaysAndSaysSo() {
    var state = dropped()
    while state.model.componentCount > 1 { state.perform(.start(.removeMean(0))) }
    state.perform(.start(.removeMean(0)))
    #expect(state.model.componentCount == 1 && state.announcement?.notice == .lastComponent)
  }

  @Test func aSmallerModelIsEvaluatedOnFewPoints() {
    var state = dropped()
    state.perform(.edit(.clearPoints))
    for index in 0..<5 { state.click(Double(index), Double(index % 2)) }
    #expect(state.model.componentCount <= 5 && state.runs.shown.logLikelihood != nil)
  }

  /// A drag holds its component, not its place among those that are left.
  @Test func aDragKeepsItsComponentWhenOthersAreDropped() {
    for held in 0..<3 {
      for seed in 0..<12 {
        var generator = SeededGenerator(seed: UInt64(seed))
        let points = (0..<13).map { _ in (generator.uniform() * 4, generator.uniform() * 4) }
        var state = LabState.on(points, components: 3, options: EMOptions(onCollapse: .drop, onEmpty: .drop))
        state.apply(.start(.beginShaping(.mean(held))))
        let letter = state.runs.shown.identities[held]
        for _ in 0..<30 where state.interface.drag != nil { state.perform(.run(.stepForward)) }
        guard case .mean(let index, _) = state.interface.drag else {
          #expect(!state.runs.shown.identities.contains(letter) || state.interface.drag == nil)
          continue
        }
        #expect(state.runs.shown.identities[index] == letter)
      }
    }
  }
}
