import GaussianMixtures

@testable import LabCore

/// A lesson whose second page is an exercise, and ways to answer it with ordinary commands.
struct ExerciseLab {
  var lab: LabState

  static func points(of kind: Exercise.Kind) -> Exercise.Points {
    switch kind {
    case .owners: .made(LessonSetup(example: .threeClusters))
    case .move:
      .made(LessonSetup(example: .unequal, means: [DataPoint(-4, 1), DataPoint(4, 2)], variance: 9, halfSteps: 3))
    case .order: .made(LessonSetup(example: .threeClusters, halfSteps: 2))
    case .gain: .made(LessonSetup(example: .threeClusters, halfSteps: 3))
    case .count: .made(LessonSetup(example: .unequal))
    case .diagnosis: .stopped
    case .mystery: .mystery(.separated)
    }
  }

  static func lesson(_ kind: Exercise.Kind, _ feedback: Exercise.Feedback, seed: UInt64) -> Lesson {
    let exercise = Exercise(kind, feedback: feedback, seed: seed, points: points(of: kind))
    return LessonTests.lesson([
      LessonPage(text: LessonText("One.")), LessonPage(text: LessonText("Two."), exercise: exercise),
      LessonPage(text: LessonText("Three.")), LessonPage(text: LessonText("Four.")),
    ])
  }

  init(_ kind: Exercise.Kind, _ feedback: Exercise.Feedback = .atOnce, seed: UInt64 = 5) {
    lab = LabState.opened()
    lab.provide([ExerciseLab.lesson(kind, feedback, seed: seed)])
    perform(.lesson(.start(name: "a", page: 1)))
  }

  mutating func perform(_ commands: Command...) {
    for command in commands {
      lab.apply(command)
      lab.performPendingWork()
      lab.performPendingSearch()
    }
  }

  /// What the engine finds.
  var solution: ExerciseSolution? {
    switch lab.lesson?.exercise?.kind {
    case .owners, .move, .gain, .count: lab.document.guess.flatMap { lab.solution(of: $0) }
    case .order: .order(IterationPart.order(before: lab.document.runs.shown.next))
    case .diagnosis: lab.diagnosisSolution
    case .mystery: lab.mysterySolution
    case nil: nil
    }
  }

  /// Gives an answer as a hand does.
  mutating func answer(_ answer: ExerciseAnswer) {
    switch answer {
    case .owners(let owners):
      for (point, letter) in owners.sorted(by: { $0.key < $1.key }) {
        perform(
          .guess(.choose(letter)), .guess(.beginGiving(lab.document.points[point], radius: DataSize(1e-9, 1e-9))),
          .guess(.endStroke))
      }
      perform(.run(.stepForward))
    case .move(let mixture):
      for k in mixture.means.indices {
        let covariance = mixture.covariances[k]
        perform(
          .start(.moveMean(k, to: DataPoint(mixture.means[k][0], mixture.means[k][1]))),
          .start(
            .setCovariance(k, DataCovariance(xx: covariance[0, 0], xy: covariance[0, 1], yy: covariance[1, 1]))))
      }
      perform(.start(.setWeight(0, mixture.weights[0])), .run(.stepForward))
    case .gain(let value): perform(.guess(.mark(value)), .run(.stepForward))
    case .count(let count): perform(.guess(.chooseCount(count)), .run(.stepForward))
    case .order(let order): for part in order { choose(.part(part)) }
    case .diagnosis(let diagnosis): choose(.diagnosis(diagnosis))
    case .mystery(let mixture):
      lab.edit { $0.beginRun(at: mixture) }
      perform(.guess(.openBox))
    }
  }

  mutating func choose(_ choice: ExerciseChoice) {
    guard let index = lab.lesson?.exerciseChoices.firstIndex(of: choice) else { return }
    perform(.lesson(.answer(index)))
  }
}
