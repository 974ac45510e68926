import GaussianMixtures
import Testing

@testable import LabCore
@testable import LabFiles

/// The exercises of the lessons that come with the program, on the first points of the first plays: whoever does nothing, or
/// the same everywhere, does not pass; the engine's own answer does.
@Suite struct ShippedExercisesTests {
  private static let plays = UInt64(3)

  @Test(arguments: ShippedLessonsTests.names)
  func theyAreNotPassedByDoingNothing(_ name: String) throws {
    let lesson = try ShippedLessonsTests.lesson(name)
    for (page, content) in lesson.pages.enumerated() {
      guard let exercise = content.exercise else { continue }
      var state = LabState(example: .ring)
      state.performPendingWork()
      state.provide([lesson])
      var diagnoses: [Diagnosis] = []
      for play in 0..<Self.plays {
        state.drive(.lesson(.start(name: name, page: page)))
        // A search takes a while.
        for round in 0..<UInt64(exercise.kind == .count ? 1 : 3) {
          if round > 0 { state.drive(.lesson(.newPoints)) }
          let seed = exercise.seed + 1000 * play + round
          #expect(state.lesson?.seed(of: page) == seed && state.lesson?.isAsking == true)
          let solution = try #require(state.solution(of: exercise), "\(name), seed \(seed)")
          if case .diagnosis(let truth) = solution { diagnoses.append(truth) }
          let attempt = ExerciseAttempt(page: page, seed: seed)
          let best = exercise.mark(solution.modelAnswer, by: solution, at: attempt)
          #expect(best.isPassed && best.score == 1, "\(name), seed \(seed): \(best)")
          for lazy in state.lazyAnswers(to: exercise) {
            let mark = exercise.mark(lazy, by: solution, at: attempt)
            #expect(!mark.isPassed && mark.score < 1, "\(name), seed \(seed): \(mark)")
          }
          if case .gain(let before, _, _) = solution {
            let step = try #require(state.gainScale?.step)
            let hasWay = (-40...40).contains {
              exercise.mark(.gain(before + Double($0) * step), by: solution, at: attempt).isPassed
            }
            #expect(hasWay, "\(name), seed \(seed): no number of arrows passes")
          }
        }
      }
      if exercise.kind == .diagnosis { #expect(Set(diagnoses).count > 2, "guessing the same each time is not enough") }
    }
  }

  @Test func scenesAreWhatTheirPagesSay() throws {
    // Lesson 8: EM alone surrounds the tight group, and lesson 2 asks about the same.
    for (name, page) in [("08-soft-or-hard", 4), ("02-who-owns-each-point", 4)] {
      let model = try Self.shown(name, page)
      let axes = try model.covariances.map { try #require($0.principalAxes()) }
      let tight = axes[0].long < axes[1].long ? 0 : 1
      #expect(axes[tight].long < 1 && axes[1 - tight].short > 3, "\(name): \(axes)")
    }
    // Lesson 9: the tied family has the lowest BIC, full the highest log L.
    let lanes = try Self.state("09-shapes", 2).document.lanes.map(\.runs.shown)
    let best = lanes.min { Self.bic($0, points: 180) < Self.bic($1, points: 180) }
    #expect(lanes.count == 4 && best?.model.family == .tied)
    #expect(lanes.max { ($0.logLikelihood ?? 0) < ($1.logLikelihood ?? 0) }?.model.family == .full)
    // Lesson 10: one component has the five strays.
    let strays = try Self.shown("10-when-a-mixture-is-wrong", 6)
    #expect(strays.weights.filter { $0 < 0.1 }.count == 1)
    #expect(abs((strays.weights.min() ?? 0) * 145 - 6) < 0.5)
  }

  private static func state(_ name: String, _ page: Int) throws -> LabState {
    var state = LabState(example: .ring)
    state.performPendingWork()
    state.provide([try ShippedLessonsTests.lesson(name)])
    state.drive(.lesson(.start(name: name, page: page)))
    return state
  }

  private static func bic(_ step: RunStep, points: Double) -> Double {
    InformationCriteria(
      logLikelihood: step.logLikelihood ?? -.infinity, parameters: step.model.parameterCount, totalWeight: points
    ).bic
  }

  private static func shown(_ name: String, _ page: Int) throws -> GaussianMixture {
    try state(name, page).document.runs.shown.model
  }
}

extension LabState {
  /// What whoever does nothing has said, and whoever says the same of all.
  fileprivate func lazyAnswers(to exercise: Exercise) -> [ExerciseAnswer] {
    switch exercise.kind {
    case .owners:
      let letters = document.guess?.letters ?? []
      return [.owners([:])]
        + letters.map { letter in
          .owners(Dictionary(uniqueKeysWithValues: document.points.indices.map { ($0, letter) }))
        }
    case .move: return document.guess.map { [.move($0.mixture)] } ?? []
    case .gain: return document.runs.shown.logLikelihood.map { [.gain($0)] } ?? []
    case .order:
      let parts = lesson?.exerciseChoices.compactMap { choice -> IterationPart? in
        if case .part(let part) = choice { part } else { nil }
      }
      return [.order(parts ?? [])]
    case .mystery: return [.mystery(document.runs.shown.model)]
    // Nothing is said before one is chosen.
    case .count, .diagnosis: return []
    }
  }
}
