import GaussianMixtures
import Testing

@testable import LabCore

/// What a class said to one question: who is counted, and what is seen together.
@Suite struct HandInQuestionTests {
  /// Six points of each of three components that lie apart; owners that are not said are right.
  private static func answer(_ wrong: [Int: Int], shift: Double = 0) -> HandInQuestion.Answer {
    let x = (0..<18).map { Double($0 / 6) * 20 + Double($0 % 6) / 10 + shift }
    let truth = GaussianMixture(
      weights: [1.0 / 3, 1.0 / 3, 1.0 / 3], means: [[0, 0], [20, 0], [40, 0]],
      covariances: [.identity(2), .identity(2), .identity(2)])
    let owners = Dictionary(uniqueKeysWithValues: x.indices.map { ($0, wrong[$0] ?? $0 / 6) })
    let sight = LessonSight(
      points: PointCloud(x: x, y: x.map { _ in 0 }, revision: Revision(1)), truth: truth, letters: [0, 1, 2],
      said: nil, owners: owners)
    let mark = Double(18 - wrong.count) / 18
    let result = LessonResult(page: 0, kind: .owners, attempts: 1, mark: mark, answer: nil, sight: sight)
    return HandInQuestion.Answer(name: "", result: result, score: mark)
  }

  private static func question(_ answers: [HandInQuestion.Answer]) -> HandInQuestion {
    HandInQuestion(page: 0, kind: .owners, answers: answers, all: answers.count)
  }

  /// Of each all that was given wrongly counts, not only what was given wrongly most.
  @Test func allWhoGavePointsWronglyAreCounted() {
    let both = Self.answer([0: 1, 1: 1, 2: 2, 3: 2, 4: 2])
    let question = Self.question([both, Self.answer([0: 1, 1: 1]), Self.answer([3: 1, 4: 1, 5: 1])])
    #expect(question.commonestMistake?.mistake == .gave(of: 0, to: 1))
    #expect(question.commonestMistake?.places.sorted() == [0, 1, 2])
  }

  @Test func onePointOfManyIsASlip() {
    #expect(Self.question([Self.answer([0: 1]), Self.answer([1: 1])]).commonestMistake == nil)
  }

  /// Whoever went on to fresh points is first in the list, and alone with them.
  @Test func thePointsThatMostHaveAreDrawn() {
    let question = Self.question([Self.answer([:], shift: 0.5), Self.answer([0: 1]), Self.answer([1: 2])])
    #expect(question.seen == 3 && question.drawn.count == 2)
    #expect(question.drawn.map { $0.owners[0] } == [1, 0])
    #expect(Self.question([]).drawn.isEmpty && Self.question([]).seen == 0)
  }
}
