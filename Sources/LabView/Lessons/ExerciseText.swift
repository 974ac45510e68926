import Glibc
import LabCore
import LabWords

/// What is said of an exercise: how near an answer has to be, and how much of one was right.
extension Words {
  func tolerance(of exercise: Exercise) -> String {
    let value = exercise.tolerance
    switch exercise.kind {
    case .owners: return self(.toleranceOwners(share: share(value)))
    case .move:
      return self(
        .toleranceMove(
          deviations: NumberText.compact(value), share: share(value), degrees: NumberText.compact(100 * value)))
    case .gain: return self(.toleranceGain(share: share(value)))
    case .count: return self(.toleranceCount(bic: NumberText.compact(value)))
    case .mystery: return self(.toleranceMystery(share: share(value)))
    case .order, .diagnosis: return self(.toleranceNone)
    }
  }

  func text(_ mark: ExerciseMark) -> String {
    let (right, all) = (Int(mark.right), Int(mark.of))
    let share = share(mark.score)
    switch mark.kind {
    case .owners: return self(.markOwners(right: right, all: all, share: share))
    case .move: return self(.markMove(right: right, all: all, share: share))
    case .order: return self(.markOrder(right: right, all: all, share: share))
    case .gain: return self(.markGain(right: right, all: all, share: share))
    case .count: return self(.markCount(share: share))
    case .diagnosis: return self(.markDiagnosis(right: right, all: all, share: share))
    case .mystery:
      // As the panel beside it says them.
      return self(.markMystery(overlap: rounded(mark.right), possible: rounded(mark.of), share: share))
    }
  }

  private func rounded(_ share: Double) -> String {
    self(.percentOf(value: NumberText.decimal(100 * share, digits: 0)))
  }

  /// All marks that a lesson tells on its last page.
  func marks(_ lesson: LessonState) -> String? {
    guard !lesson.marks.isEmpty else { return nil }
    return self(.yourMarks(marks: lesson.marks.map { share($0.score) }.joined(separator: ", ")))
  }

  /// Never rounded up: what is not all right is not 100 %.
  func share(_ value: Double) -> String {
    self(.percentOf(value: NumberText.decimal(floor(100 * value + 1e-9), digits: 0)))
  }

  /// Where there is no room for its name.
  func shortName(_ choice: ExerciseChoice) -> String {
    if case .diagnosis(.collapsed(let letter)) = choice { return ComponentName.letter(letter) }
    return name(choice)
  }

  func name(_ choice: ExerciseChoice) -> String {
    switch choice {
    case .part(.densities): self(.partDensities)
    case .part(.shares): self(.partShares)
    case .part(.means): self(.partMeans)
    case .part(.shapes): self(.partShapes)
    case .diagnosis(.converged): self(.endConverged)
    case .diagnosis(.iterationLimit): self(.endLimit)
    case .diagnosis(.collapsed(let letter)): self(.hasCollapsed(letter: ComponentName.letter(letter)))
    }
  }
}

extension LessonState {
  /// What the band says of an exercise: what is asked, or what became of it.
  func exerciseSpans(
    _ exercise: Exercise, _ words: Words, language: String
  ) -> [(text: String, style: LessonLines.Style)] {
    switch round.phase {
    case .open:
      let asked = LessonSpan.spans(of: shown.text.text(in: language)).map {
        (text: $0.text, style: $0.points ? LessonLines.Style.phrase : .plain)
      }
      return asked + [(" " + words.tolerance(of: exercise), .bold)]
    case .seen: return [(words(.answerSeen), .plain)]
    case .marked:
      guard tellsMark, let mark else { return [(words(.answerKept), .plain)] }
      return [
        (words(mark.isPassed ? .yesRight : .notQuite) + " ", .bold), (words.text(mark) + " ", .plain),
        (words.tolerance(of: exercise), .plain),
      ]
    }
  }

  /// How a choice of an exercise stands.
  func look(of choice: ExerciseChoice) -> LessonBandLayout.Look {
    let isTold = tellsMark
    switch choice {
    case .part where shownOrder != nil: return .right
    case .part(let part):
      guard let place = round.order.firstIndex(of: part) else { return .open }
      guard isTold, let right = round.rightOrder else { return .chosen }
      return right[place] == part ? .right : .wrong
    case .diagnosis(let diagnosis):
      if round.rightDiagnosis == diagnosis { return .right }
      guard round.diagnosis == diagnosis else { return .open }
      return isTold ? (mark?.isPassed == true ? .right : .wrong) : .chosen
    }
  }

  /// The right order, once the model answer is on show.
  private var shownOrder: [IterationPart]? { round.showsModelAnswer ? round.rightOrder : nil }

  /// The place that it has in the order so far, from 1.
  func place(of choice: ExerciseChoice) -> Int? {
    guard case .part(let part) = choice else { return nil }
    return (shownOrder ?? round.order).firstIndex(of: part).map { $0 + 1 }
  }
}
