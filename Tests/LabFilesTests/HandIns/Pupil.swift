import GaussianMixtures

@testable import LabCore

/// Somebody who does a lesson page by page, well or badly by a seed.
struct Pupil {
  private(set) var lab = LabState()
  private var generator: SeededGenerator
  private let skill: Double

  init(_ lesson: Lesson, seed: UInt64, skill: Double = 0.7) {
    self.skill = skill
    generator = SeededGenerator(seed: seed)
    lab.provide([lesson])
    perform(.shell(.resize(width: 1280, height: 800, pixelRatio: 1)))
    perform(.tick(Double(seed % 100)))
    perform(.lesson(.start(name: lesson.name, page: 0)))
    for _ in lesson.pages.indices {
      perform(.tick(lab.now + 2 + 9 * generator.uniform()))
      if let guess = lab.document.guess { say(guess) }
      if case .halfSteps(let count) = lab.lesson?.shown.gate { for _ in 0..<count { perform(.run(.stepForward)) } }
      if let question = lab.lesson?.shown.question {
        let isRight = generator.uniform() < skill
        perform(.lesson(.answer(question.choices.firstIndex { $0.isRight == isRight } ?? 0)))
      }
      answerExercise()
      perform(.tick(lab.now + 1))
      if lab.lesson?.isLast == false { perform(.lesson(.next)) }
    }
  }

  private mutating func perform(_ command: Command) {
    lab.apply(command)
    lab.performPendingWork()
  }

  private mutating func say(_ guess: Guess) {
    switch guess.question {
    case .move: move(guess)
    case .owners, .onePoint: give(guess)
    case .gain, .count: return
    }
    perform(.guess(.goOn))
  }

  /// Those that are no guess at owners or at an M-step.
  private mutating func answerExercise() {
    guard lab.lesson?.isAsking == true, let exercise = lab.lesson?.exercise else { return }
    switch exercise.kind {
    case .owners, .move: return
    case .order, .diagnosis:
      let choices = lab.lesson?.exerciseChoices.indices.map(\.self) ?? []
      for choice in generator.uniform() < skill ? choices : choices.reversed() { perform(.lesson(.answer(choice))) }
    case .gain:
      let truth = lab.document.guess?.maximized?.1.logLikelihood ?? lab.document.runs.shown.logLikelihood ?? 0
      perform(.guess(.mark(truth + 4 * (1 - skill) * generator.uniform())))
      perform(.guess(.goOn))
    case .count:
      lab.performPendingSearch()
      perform(.guess(.chooseCount(generator.uniform() < skill ? 2 : 4)))
      perform(.guess(.goOn))
      lab.performPendingSearch()
    case .mystery:
      perform(.start(.setComponentCount(3)))
      perform(.run(.runToConvergence))
      perform(.guess(.openBox))
    }
  }

  private mutating func move(_ guess: Guess) {
    let truth = lab.document.guess?.maximized?.0.model ?? guess.before
    let spread = 1.2 + 12 * (1 - skill) * generator.uniform()
    for k in truth.means.indices {
      let to = DataPoint(
        truth.means[k][0] + spread * (generator.uniform() - 0.5),
        truth.means[k][1] + spread * (generator.uniform() - 0.5))
      perform(.guess(.beginShaping(.mean(k))))
      perform(.guess(.moveMean(k, to: to)))
      perform(.start(.endShaping))
    }
  }

  private mutating func give(_ guess: Guess) {
    let asked = guess.question == .onePoint ? [guess.asked ?? 0] : lab.document.points.indices.filter { $0 % 3 == 0 }
    for point in asked {
      let place = DataPoint(lab.document.points.x[point], lab.document.points.y[point])
      func distance(_ k: Int) -> Double {
        abs(guess.before.means[k][0] - place.x) + abs(guess.before.means[k][1] - place.y)
      }
      let nearest = guess.before.means.indices.min { distance($0) < distance($1) } ?? 0
      let letter = guess.letters[generator.uniform() < skill ? nearest : 0]
      perform(.guess(.choose(letter)))
      perform(.guess(.beginGiving(place, radius: DataSize(0.05, 0.05))))
      perform(.guess(.endStroke))
    }
  }
}
