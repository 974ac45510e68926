import GaussianMixtures
import Testing

@testable import LabCore

/// Marks: the engine's own answers are all right, and no wrong one passes.
@Suite struct ExerciseMarkTests {
  private static let attempt = ExerciseAttempt(page: 1, seed: 5)

  @Test(arguments: Exercise.Kind.allCases)
  func theEnginesOwnAnswersAreAllRight(_ kind: Exercise.Kind) throws {
    // A search takes a while.
    for seed in UInt64(1)...(kind == .count ? 3 : 12) {
      var play = ExerciseLab(kind, seed: seed)
      let solution = try #require(play.solution, "seed \(seed)")
      let exercise = try #require(play.lab.lesson?.exercise)
      let pure = exercise.mark(solution.modelAnswer, by: solution, at: Self.attempt)
      #expect(pure.score == 1 && pure.isPassed, "seed \(seed): \(pure)")
      // By hand as well.
      play.answer(solution.modelAnswer)
      let mark = try #require(play.lab.lesson?.marks.first, "seed \(seed)")
      #expect(mark.score == 1 && mark.isPassed && mark.seed == seed && mark.attempts == 1, "seed \(seed): \(mark)")
      #expect(play.lab.lessons.marks["a"] == [mark])
    }
  }

  @Test(arguments: Exercise.Kind.allCases)
  func noneOfAThousandWrongAnswersPasses(_ kind: Exercise.Kind) throws {
    var generator = SeededGenerator(seed: 3)
    var tried = 0
    let seeds: UInt64 = kind == .count ? 4 : 20
    for seed in 1...seeds {
      let play = ExerciseLab(kind, seed: seed)
      let solution = try #require(play.solution)
      let exercise = try #require(play.lab.lesson?.exercise)
      for _ in 0..<(1000 / Int(seeds)) {
        let wrong = WrongAnswers.draw(solution, exercise.tolerance, using: &generator)
        let mark = exercise.mark(wrong, by: solution, at: Self.attempt)
        #expect(!mark.isPassed && mark.score < 1, "seed \(seed): \(mark)")
        tried += 1
      }
    }
    #expect(tried == 1000)
  }

  /// By mouse or by keys: a mark that was left where it stands says that log L stays there, and it rises.
  @Test func whoSaysThatItStaysHasNothingRightOfARise() throws {
    for seed in UInt64(1)...12 {
      let play = ExerciseLab(.gain, seed: seed)
      guard case .gain(let before, let after, let grain) = play.solution else {
        Issue.record("seed \(seed)")
        continue
      }
      #expect(grain <= (after - before) / 10)
      let exercise = try #require(play.lab.lesson?.exercise)
      let mark = exercise.mark(.gain(before), by: .gain(before: before, after: after, grain: grain), at: Self.attempt)
      #expect(mark.right == 0 && !mark.isPassed, "seed \(seed)")
    }
  }

  /// The overlap that is told is the one beside it in the panel, though it be more than the points allow.
  @Test func anOverlapIsToldAsItIs() {
    let truth = GaussianMixture(weights: [1], means: [[0, 0]], covariances: [.identity(2)])
    let exercise = Exercise(.mystery, seed: 1, points: .mystery(.separated))
    let mark = exercise.mark(
      .mystery(truth), by: .mystery(truth: truth, fit: truth, attainable: 0.9), at: Self.attempt)
    #expect(mark.right > 0.99 && mark.of == 0.9 && mark.score == 1 && mark.isPassed)
  }

  @Test func anAnswerOfAnotherKindIsAllWrong() {
    let exercise = Exercise(.count, seed: 1, points: .stopped)
    let mark = exercise.mark(.gain(3), by: .count([1: 10], best: 1), at: Self.attempt)
    #expect(mark.score == 0 && !mark.isPassed)
  }

  @Test func partsThatAreRightCount() {
    let order = Exercise(.order, seed: 1, points: .stopped)
    let half = order.mark(
      .order([.densities, .shares, .shapes, .means]), by: .order(IterationPart.allCases), at: Self.attempt)
    #expect(half.right == 2 && half.of == 4 && half.score == 0.5 && !half.isPassed)
    let diagnosis = Exercise(.diagnosis, seed: 1, points: .stopped)
    let letter = diagnosis.mark(.diagnosis(.collapsed(1)), by: .diagnosis(.collapsed(0)), at: Self.attempt)
    #expect(letter.right == 1 && letter.of == 2 && !letter.isPassed)
    let gain = Exercise(.gain, tolerance: 0.5, seed: 1, points: .stopped)
    let solution = ExerciseSolution.gain(before: -100, after: -90, grain: 0.1)
    let far = gain.mark(.gain(-80), by: solution, at: Self.attempt)
    #expect(far.right == 1 && far.of == 2)
    #expect(gain.mark(.gain(-94), by: solution, at: Self.attempt).isPassed)
    let count = Exercise(.count, tolerance: 2, seed: 1, points: .stopped)
    let criteria = ExerciseSolution.count([1: 10, 2: 8.5, 3: 14], best: 2)
    #expect(count.mark(.count(1), by: criteria, at: Self.attempt).isPassed)
    #expect(!count.mark(.count(3), by: criteria, at: Self.attempt).isPassed)
    let owners = Exercise(.owners, tolerance: 0.25, seed: 1, points: .stopped)
    let truth = ExerciseSolution.owners([[0], [0, 1], [1], [1]])
    let some = owners.mark(.owners([0: 0, 1: 1, 2: 1]), by: truth, at: Self.attempt)
    #expect(some.right == 3 && some.of == 4 && some.isPassed, "what is left grey is wrong")
    #expect(!owners.mark(.owners([0: 0, 1: 1]), by: truth, at: Self.attempt).isPassed)
  }
}

/// Answers that are not right.
private enum WrongAnswers {
  static func draw(
    _ solution: ExerciseSolution, _ tolerance: Double, using generator: inout SeededGenerator
  ) -> ExerciseAnswer {
    func below(_ count: Int) -> Int { min(Int(generator.uniform() * Double(count)), count - 1) }
    switch solution {
    case .owners(let owners): return .owners(wrongOwners(owners, tolerance, using: &generator))
    case .move(let truth): return .move(moved(truth, tolerance, using: &generator))
    case .order(let order):
      while true {
        var other = order
        other.shuffle(using: &generator)
        if generator.uniform() < 0.2 { other.removeLast(1 + below(3)) }
        if other != order { return .order(other) }
      }
    case .gain(let before, let after, let grain):
      let off = max(tolerance * abs(after - before), grain) * (1.01 + 3 * generator.uniform())
      return .gain(after + (generator.uniform() < 0.5 ? off : -off))
    case .count(let criteria, let best):
      let least = criteria[best] ?? 0
      let wrong = Array(0...20).filter { (criteria[$0] ?? .infinity) - least > tolerance }
      return .count(wrong[below(wrong.count)])
    case .diagnosis(let truth):
      let all: [Diagnosis] = [.converged, .iterationLimit] + (0..<4).map { .collapsed($0) }
      let wrong = all.filter { $0 != truth }
      return .diagnosis(wrong[below(wrong.count)])
    case .mystery(let truth, _, _):
      // Elsewhere, or of another size.
      var other = truth
      for k in other.means.indices {
        other.means[k][0] += (generator.uniform() < 0.5 ? -1 : 1) * generator.uniform(in: 1.2...8)
        other.means[k][1] += generator.uniform(in: -4...4)
      }
      return .mystery(other)
    }
  }

  private static func wrongOwners(
    _ owners: [[Int]], _ tolerance: Double, using generator: inout SeededGenerator
  ) -> [Int: Int] {
    let letters = Set(owners.joined())
    var said = Dictionary(uniqueKeysWithValues: owners.enumerated().map { ($0, $1[0]) })
    let needed = Int(tolerance * Double(owners.count)) + 1
    let wrong = needed + Int(generator.uniform() * Double(owners.count - needed))
    for point in owners.indices.shuffled(using: &generator).prefix(wrong) {
      let others = letters.subtracting(owners[point]).sorted()
      said[point] = generator.uniform() < 0.3 ? nil : others[Int(generator.uniform() * Double(others.count))]
    }
    return said
  }

  /// One parameter at least is off.
  private static func moved(
    _ truth: GaussianMixture, _ tolerance: Double, using generator: inout SeededGenerator
  ) -> GaussianMixture {
    var other = truth
    let k = generator.uniform() < 0.5 ? 0 : truth.componentCount - 1
    guard let axes = truth.covariances[k].principalAxes() else { return other }
    let off = tolerance * (1.05 + generator.uniform())
    switch Int(generator.uniform() * 4) {
    case 0: other.means[k][generator.uniform() < 0.5 ? 0 : 1] += off * axes.long
    case 1: other.covariances[k] = .planar(long: axes.long * (1 + off), short: axes.short, angle: axes.angle)
    case 2 where axes.long > 1.3 * axes.short:
      other.covariances[k] = .planar(
        long: axes.long, short: axes.short, angle: axes.angle + min(100 * off, 90) / 180 * .pi)
    default:
      other.weights[k] *= 1 - min(off, 0.9)
      let rest = 1 - other.weights[k]
      let sum = other.weights.indices.filter { $0 != k }.reduce(0) { $0 + truth.weights[$1] }
      for index in other.weights.indices where index != k { other.weights[index] = truth.weights[index] * rest / sum }
    }
    return other
  }
}
