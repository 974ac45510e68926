import GaussianMixtures
import Testing

@testable import LabCore

struct GuessTests {
  private func armed(halfSteps: Int = 0) -> LabState {
    var state = LabState.opened()
    for _ in 0..<halfSteps { state.perform(.run(.stepForward)) }
    state.perform(.guess(.toggle))
    return state
  }

  /// The settings of the fit may change while somebody guesses: the target is that of the new ones.
  @Test func otherSettingsFindTheTargetAnew() {
    var state = armed(halfSteps: 1)
    let request = state.document.guess?.truth?.request
    #expect(request != nil && state.document.guess?.kind == .maximization)
    state.perform(.option(.set(.tolerance(1e-3))))
    #expect(state.document.guess?.truth != nil && state.document.guess?.truth?.request != request)
    state.perform(.start(.moveMean(0, to: DataPoint(1, 1))), .run(.stepForward))
    #expect(state.document.guess?.phase == .revealed)
  }

  // MARK: - E

  @Test func paintedPointsAreJudgedByTheRealEStep() throws {
    var state = armed()
    let data = try Dataset(columns: state.coordinates)
    let owners = try state.model.predict(data)
    let responsibilities = try state.model.responsibilities(of: data)
    for point in 0..<20 { state.give(point, to: owners[point]) }
    let wrong = (owners[20] + 1) % 3
    state.give(20, to: wrong)
    state.perform(.run(.stepForward))
    #expect(state.runs.shown.kind == .expectation)
    guard case .owners(let verdict) = state.document.guess?.verdict else {
      Issue.record("no verdict")
      return
    }
    #expect(verdict.given == 21 && verdict.right == 20)
    #expect(verdict.misses.map(\.point) == [20] && verdict.misses.first?.said == wrong)
    #expect(verdict.misses.first?.shares.first?.letter == owners[20])
    let mean = ((0..<20).reduce(0) { $0 + responsibilities[$1, owners[$1]] } + responsibilities[20, wrong]) / 21
    #expect(abs(verdict.averageShare - mean) < 1e-12)
  }

  @Test func anExactTieIsRightEitherWay() {
    var state = LabState.on([(-1, 0), (1, 0), (0, 0), (0, 3), (0, -3)], components: 2)
    state.perform(
      .start(.moveMean(0, to: DataPoint(-1, 0))), .start(.moveMean(1, to: DataPoint(1, 0))),
      .start(.setCovariance(0, DataCovariance(xx: 1, xy: 0, yy: 1))),
      .start(.setCovariance(1, DataCovariance(xx: 1, xy: 0, yy: 1))), .start(.setWeight(0, 0.5)), .guess(.toggle))
    state.give(2, to: 0)
    state.give(3, to: 1)
    state.perform(.run(.stepForward))
    guard case .owners(let verdict) = state.document.guess?.verdict else {
      Issue.record("no verdict")
      return
    }
    #expect(verdict.right == 2 && verdict.misses.isEmpty && verdict.averageShare == 0.5)
  }

  @Test func theBrushGivesWhatItMeetsAndTakesItBack() {
    var state = LabState.on([(0, 0), (1, 0), (2, 0), (5, 5)], components: 2)
    state.perform(.guess(.toggle), .guess(.beginGiving(DataPoint(0, 0), radius: DataSize(0.2, 0.2))))
    state.perform(.guess(.moveStroke(DataPoint(2, 0))), .guess(.endStroke))
    #expect(state.document.guess?.owners.keys.sorted() == [0, 1, 2])
    state.perform(.guess(.beginTakingBack(DataPoint(1, 0.1), radius: DataSize(0.2, 0.2))), .guess(.endStroke))
    #expect(state.document.guess?.owners.keys.sorted() == [0, 2])
    state.perform(.guess(.clear))
    #expect(state.document.guess?.owners.isEmpty == true && state.document.guess?.isReady == false)
  }

  @Test func keysWalkToTheNearestPointAndGiveIt() {
    var state = LabState.on([(0, 0), (1, 0), (5, 0)], components: 2)
    state.perform(.guess(.toggle), .guess(.walk(forward: true)))
    let first = state.document.guess?.focus
    state.perform(.guess(.choose(1)))
    #expect(first != nil && state.document.guess?.owners == [first ?? -1: 1])
    state.perform(.guess(.walk(forward: true)))
    #expect(state.document.guess?.focus != first)
    state.perform(.guess(.walk(forward: false)), .guess(.choose(nil)))
    #expect(state.document.guess?.owners.isEmpty == true)
  }

  @Test func onePointIsAskedAbout() {
    var state = armed()
    state.perform(.guess(.ask(.onePoint)))
    guard let asked = state.document.guess?.asked else {
      Issue.record("nothing is asked")
      return
    }
    state.perform(.run(.stepForward))
    #expect(state.runs.shown.kind == .start)
    state.perform(.guess(.choose(2)), .run(.stepForward))
    guard case .owners(let verdict) = state.document.guess?.verdict else {
      Issue.record("no verdict")
      return
    }
    #expect(verdict.given == 1 && state.document.guess?.owners == [asked: 2])
  }

  // MARK: - M

  @Test func theBoundFollowsTheHandAndNothingBeatsTheMStep() throws {
    var state = armed(halfSteps: 1)
    let guess = try #require(state.document.guess)
    let target = try #require(guess.target)
    #expect(guess.bound(of: guess.before) == state.runs.shown.logLikelihood)
    #expect(try #require(guess.bound(of: guess.before)) <= target)
    state.perform(
      .start(.beginShaping(.mean(0))), .start(.moveMean(0, to: DataPoint(-0.6, -4.2))), .start(.endShaping),
      .start(.setCovariance(1, DataCovariance(xx: 6, xy: 1, yy: 3))), .start(.setWeight(2, 0.4)))
    let moved = try #require(state.document.guess)
    #expect(moved.tries.count == 3 && moved.mixture.weights[2] == 0.4)
    #expect(state.model == moved.before, "the run stays what it was")
    state.perform(.run(.stepForward))
    guard case .move(let verdict) = state.document.guess?.verdict else {
      Issue.record("no verdict")
      return
    }
    #expect(verdict.target == target && verdict.bound == moved.bound(of: moved.mixture) && verdict.bound < target)
    #expect(verdict.targetLogLikelihood == state.runs.shown.logLikelihood)
    let own = try moved.mixture.logLikelihood(of: Dataset(columns: state.coordinates))
    #expect(verdict.logLikelihood == own)
    #expect(try #require(verdict.farthest).gain > 0)
    // Half of a drag is no edit of its own.
    state.perform(.edit(.undo))
    #expect(state.document.guess?.mixture.weights == moved.before.weights)
  }

  @Test func whatWasFurthestOffIsWhatWouldGainMost() throws {
    var state = armed(halfSteps: 1)
    guard let update = state.document.guess?.maximized?.0.model else {
      Issue.record("no M-step")
      return
    }
    // All but one mean as the M-step sets them.
    state.document.guess?.mixture = update
    state.perform(.start(.moveMean(1, to: DataPoint(9, 9))), .run(.stepForward))
    guard case .move(let verdict) = state.document.guess?.verdict else {
      Issue.record("no verdict")
      return
    }
    #expect(verdict.farthest?.part == .place && verdict.farthest?.letter == 1)
    #expect(abs(try #require(verdict.farthest).gain - (verdict.target - verdict.bound)) < 1e-9)
  }

  /// Beside where it belongs along one axis, and too wide along the other: neither alone is nearly all.
  @Test func placeAndShapeAreNamedTogetherWhereBothAreOff() throws {
    var state = armed(halfSteps: 1)
    let update = try #require(state.document.guess?.maximized).0.model
    state.document.guess?.mixture = update
    let (mean, covariance) = (update.means[1], update.covariances[1])
    let beside = DataPoint(mean[0] + 1.1 * covariance[0, 0].squareRoot(), mean[1])
    state.perform(
      .start(.setCovariance(1, DataCovariance(xx: covariance[0, 0], xy: 0, yy: 9 * covariance[1, 1]))),
      .start(.moveMean(1, to: beside)), .run(.stepForward))
    guard case .move(let verdict) = state.document.guess?.verdict else {
      Issue.record("no verdict")
      return
    }
    let farthest = try #require(verdict.farthest)
    #expect(farthest.part == .placeAndShape && farthest.letter == 1)
    #expect(abs(farthest.gain - (verdict.target - verdict.bound)) < 1e-9)
  }

  @Test func aRevealGlidesFromTheGuessToTheTruth() throws {
    var state = armed(halfSteps: 1)
    state.perform(.start(.moveMean(0, to: DataPoint(3, 3))))
    let guess = try #require(state.document.guess).mixture
    state.perform(.tick(1), .run(.stepForward))
    #expect(state.shownTruth == 0 && state.guessedMixture == guess)
    state.perform(.tick(1.15))
    let between = try #require(state.guessedMixture)
    #expect(between != guess && between != state.model)
    state.perform(.tick(2))
    #expect(state.shownTruth == 1 && state.guessedMixture == state.model)
    // And back to the guess, which stays.
    state.perform(.run(.togglePlay), .tick(3))
    #expect(state.shownTruth == 0 && state.guessedMixture == guess)
  }

  @Test func keysMoveAndShape() throws {
    var state = armed(halfSteps: 1)
    state.perform(.guess(.shift(DataSize(1, -2))))
    let before = try #require(state.document.guess?.before)
    #expect(state.document.guess?.mixture.means[0] == [before.means[0][0] + 1, before.means[0][1] - 2])
    for _ in 0..<4 { state.perform(.guess(.walk(forward: true))) }
    #expect(state.document.guess?.handle == GuessHandle(component: 0, part: .weight))
    state.perform(.guess(.adjust(1)))
    #expect(abs(try #require(state.document.guess).mixture.weights[0] - before.weights[0] - 0.01) < 1e-12)
    state.perform(.guess(.walk(forward: true)))
    #expect(state.document.guess?.handle == GuessHandle(component: 1, part: .mean))
  }

  // MARK: - Questions

  @Test func theMarkIsJudgedByItsWay() throws {
    var state = armed(halfSteps: 1)
    state.perform(.guess(.ask(.gain)), .run(.stepForward))
    #expect(state.runs.shown.kind == .expectation)
    let before = try #require(state.runs.shown.logLikelihood)
    state.perform(.guess(.beginMarking), .guess(.mark(before - 12)), .guess(.endStroke), .run(.stepForward))
    guard case .gain(let verdict) = state.document.guess?.verdict else {
      Issue.record("no verdict")
      return
    }
    #expect(verdict.way == .up && verdict.saidWay == .down && !verdict.isRight)
    #expect(verdict.came == state.runs.shown.logLikelihood)
    // The E-step that follows leaves it where it is.
    state.perform(.run(.stepForward), .guess(.mark(verdict.came)), .run(.stepForward))
    guard case .gain(let second) = state.document.guess?.verdict else {
      Issue.record("no verdict")
      return
    }
    #expect(second.isRight && second.way == .stays)
  }

  @Test func eachBICWaitsForAGuess() throws {
    var state = armed()
    state.perform(.guess(.ask(.count)))
    state.performPendingSearch()
    state.perform(.run(.stepForward))
    #expect(state.document.guess?.count.revealed.isEmpty == true)
    for number in CountGuess.components {
      state.perform(.run(.stepForward), .guess(.chooseCount(3)), .run(.stepForward))
      #expect(state.document.guess?.count.revealed.count == number)
    }
    let count = try #require(state.document.guess).count
    #expect(count.isFinished && count.best == 3 && count.choices == Array(repeating: 3, count: 9))
    #expect(state.runs.shown.kind == .start, "it is no guess at a half-step")
  }

  /// However small a rise is beside the axis: who says that it stays has not said that it rises.
  @Test func itStaysIsNotRightOfARise() {
    func isRight(_ said: Double, came: Double) -> Bool {
      let grain = GainVerdict.grain(before: -100, came: came, step: 4)
      return GainVerdict(before: -100, said: said, came: came, tolerance: grain).isRight
    }
    #expect(GainVerdict.grain(before: -100, came: -99, step: 4) == 0.1)
    #expect(GainVerdict.grain(before: -100, came: -60, step: 4) == 1)
    #expect(!isRight(-100, came: -99.999) && !isRight(-100.01, came: -99.999) && isRight(-99.998, came: -99.999))
    #expect(isRight(-90, came: -99.999))
    #expect(isRight(-99.5, came: -100) && !isRight(-98, came: -100) && !isRight(-102, came: -100))
  }

  private func found(_ bic: Double?, isFloored: Bool = false) -> CountGuess.Found {
    CountGuess.Found(bic: bic, isFloored: isFloored)
  }

  @Test func theFloorNamesNoNumberAsTheBest() {
    var count = CountGuess(pointCount: 100)
    count.revealed = [found(90), found(80), found(10, isFloored: true)]
    #expect(count.best == 2)
    count.revealed = [found(nil), found(80, isFloored: true)]
    #expect(count.best == 2 && !count.isFinished)
  }

  @Test func noMoreComponentsThanPointsAreAskedAbout() {
    var state = LabState.on([(0, 0), (1, 0), (0, 1), (6, 5), (5, 6)], components: 2)
    state.perform(.guess(.toggle), .guess(.ask(.count)))
    state.performPendingSearch()
    state.perform(.guess(.chooseCount(6)))
    #expect(state.document.guess?.isReady == false)
    for _ in 0..<5 { state.perform(.guess(.chooseCount(2)), .run(.stepForward)) }
    #expect(state.document.guess?.count.isFinished == true)
    #expect(state.document.guess?.count.revealed.count == 5)
  }

  @Test func anotherFamilyIsSearchedAtOnce() {
    var state = armed()
    state.perform(.guess(.ask(.count)))
    #expect(state.search.isRunning)
    state.perform(.option(.set(.family(.diagonal))))
    state.performPendingSearch()
    state.perform(.guess(.chooseCount(3)))
    #expect(state.nextGuess == .reveal(.count, isReady: true))
  }

  // MARK: - What is said

  @Test func aRescueIsAnnouncedWithTheReveal() {
    var state = LabState.on([(0, 0), (0, 0), (0, 0), (20, 0), (21, 3), (22, 1), (23, 4)], components: 2)
    state.perform(
      .start(.moveMean(0, to: DataPoint(0, 0))), .start(.moveMean(1, to: DataPoint(21, 2))),
      .start(.setCovariance(0, DataCovariance(xx: 1, xy: 0, yy: 1))),
      .start(.setCovariance(1, DataCovariance(xx: 4, xy: 0, yy: 4))), .run(.stepForward), .guess(.toggle),
      .guess(.ask(.gain)), .guess(.mark(0)))
    #expect(state.announcement == nil)
    state.perform(.run(.stepForward))
    guard case .rescued(let rescue) = state.announcement?.notice else {
      Issue.record("nothing is said: \(state.runs.shown.events)")
      return
    }
    #expect(rescue.letters == [0] && rescue.kind == state.runs.shown.events.first?.kind)
  }

  @Test func theGuessIsShownInPlaceOfTheTruthOnlyAfterTheReveal() {
    var state = armed()
    state.perform(.run(.togglePlay))
    #expect(state.announcement?.notice == .guess(.notReady))
    state.give(0, to: 0)
    state.perform(.run(.togglePlay))
    #expect(state.announcement?.notice == .guess(.notRevealed))
    state.perform(.run(.stepForward))
    #expect(state.announcement == nil && state.document.guess?.phase == .revealed)
  }

  // MARK: - Again

  @Test func againBringsFreshPointsOfTheSameKind() {
    var state = armed()
    let before = state.coordinates
    state.perform(.guess(.again))
    #expect(state.document.name == .example(.threeClusters) && state.document.points.count == 150)
    #expect(state.coordinates != before && state.document.guess?.phase == .open)
    let first = state.coordinates
    state.perform(.guess(.again))
    #expect(state.coordinates != first)
    // Drawn by seeds: the same way leads to the same points.
    var other = armed()
    other.perform(.guess(.again))
    #expect(other.coordinates == first)
  }

  @Test func freshPointsOfAFileLieWhereItsPointsLie() {
    var state = LabState.on((0..<60).map { (Double($0 % 2) * 100, Double($0) * 0.01) }, components: 2)
    state.perform(.guess(.toggle), .guess(.again))
    #expect(state.document.points.count == 60 && state.document.guess != nil)
    #expect(state.document.points.x.allSatisfy { abs($0) < 50 || abs($0 - 100) < 50 })
    #expect(state.document.name == .file("Test") && state.document.isEdited, "they are not what the file holds")
  }

  @Test func whatHasNothingToDoIsHeldWhileGuessing() {
    var state = LabState.opened()
    state.perform(.guess(.toggle))
    for tool in [Tool.select, .stamp, .means] {
      state.perform(.view(.chooseTool(tool)))
      #expect(state.tool == .brush && state.announcement?.notice == .guess(.changesTheTask), "\(tool)")
    }
    state.perform(.view(.chooseTool(.hand)), .view(.chooseTool(.brush)))
    #expect(state.tool == .brush && !state.interface.showsToolSettings)
    state.perform(.interface(.showPage(.options)))
    #expect(state.interface.page == .run)
    // Undo may lead back to a guess from an open page.
    state.perform(.guess(.toggle), .interface(.showPage(.options)), .edit(.undo))
    #expect(state.document.guess != nil && state.interface.page == .run)
  }
}
