import GaussianMixtures

/// Answering an exercise, seeing how the engine does it, and going on to fresh points.
extension LabState {
  // MARK: - Answers

  /// Marks an answer to the exercise on show; false where that waits for none.
  @discardableResult
  mutating func mark(_ answer: ExerciseAnswer, by solution: ExerciseSolution) -> Bool {
    guard let lesson, let exercise = lesson.exercise, lesson.isAsking, answer.kind == exercise.kind else {
      return false
    }
    var round = lesson.round
    round.attempts += 1
    round.phase = .marked
    let attempt = ExerciseAttempt(
      page: lesson.page, seed: lesson.seed(of: lesson.page), attempts: round.attempts,
      seenModelAnswer: round.seenModelAnswer)
    self.lesson?.rounds[lesson.page] = round
    let mark = exercise.mark(answer, by: solution, at: attempt)
    self.lesson?.marks.append(mark)
    lessons.marks[lesson.lesson.name, default: []].append(mark)
    return true
  }

  /// Marks a guess that was committed to as the answer that it is; true where it is not to be revealed as well.
  mutating func marks(_ guess: Guess) -> Bool {
    guard let exercise = lesson?.exercise, guess.question == exercise.kind.guess, let answer = answer(of: guess),
      let solution = solution(of: guess), mark(answer, by: solution)
    else { return false }
    noteSight(of: guess, solution)
    guard exercise.feedback == .atEnd else { return false }
    edit { $0.document.guess = nil }
    lesson?.floor = history.place
    requestWhatIsMissing()
    return true
  }

  private func answer(of guess: Guess) -> ExerciseAnswer? {
    switch guess.question {
    case .owners: .owners(guess.owners)
    case .move: .move(guess.mixture)
    case .gain: guess.value.map { .gain($0) }
    case .count: guess.count.choice.map { .count($0) }
    case .onePoint: nil
    }
  }

  /// Puts the chosen part next, or takes it back; chooses a diagnosis.
  mutating func answerExercise(_ choice: Int) {
    guard let lesson, lesson.isAsking, lesson.exerciseChoices.indices.contains(choice) else { return }
    var round = lesson.round
    switch lesson.exerciseChoices[choice] {
    case .part(let part):
      if round.order.contains(part) { round.order.removeAll { $0 == part } } else { round.order.append(part) }
      self.lesson?.rounds[lesson.page] = round
      guard round.order.count == IterationPart.allCases.count else { return }
      guard let order = rightOrder else { return }
      self.lesson?.rounds[lesson.page]?.rightOrder = order
      mark(.order(round.order), by: .order(order))
    case .diagnosis(let diagnosis):
      round.diagnosis = diagnosis
      self.lesson?.rounds[lesson.page] = round
      if let solution = diagnosisSolution { mark(.diagnosis(diagnosis), by: solution) }
    }
  }

  /// Marks the model on show as what is said to be in the box; true where the box stays closed.
  mutating func marksMystery() -> Bool {
    guard let exercise = lesson?.exercise, let solution = mysterySolution, document.algorithm == .em,
      mark(.mystery(document.runs.shown.model), by: solution)
    else { return false }
    return exercise.feedback == .atEnd
  }

  // MARK: - What the engine answers

  /// Shows what the engine answers, as a run to go back and forth in: from then on these points count no more.
  mutating func showModelAnswer() {
    guard let lesson, let exercise = lesson.exercise else { return }
    endDrag()
    playback.mode = .paused
    noteSeen(isModelAnswer: true)
    if document.guess != nil { edit { $0.document.guess = nil } }
    self.lesson?.floor = history.place
    requestWhatIsMissing()
    switch exercise.kind {
    case .owners, .move, .gain:
      if document.clock > lesson.round.begins { applyRun(.scrub(toStep: lesson.round.begins)) }
      applyRun(.stepForward)
    case .order:
      let order = rightOrder
      self.lesson?.rounds[lesson.page]?.rightOrder = order
      if document.clock > lesson.round.begins { applyRun(.scrub(toStep: lesson.round.begins)) }
      applyRun(.togglePlay)
    case .diagnosis:
      if case .diagnosis(let diagnosis) = diagnosisSolution {
        self.lesson?.rounds[lesson.page]?.rightDiagnosis = diagnosis
      }
      applyRun(.scrub(toStep: 0))
      applyRun(.togglePlay)
    case .count:
      findBICs()
      self.lesson?.rounds[lesson.page]?.awaitsModelAnswer = true
    case .mystery:
      guard case .mystery(let truth, _, _) = mysterySolution else { return }
      edit { state in
        state.document.mystery?.isOpen = true
        state.beginRun(at: truth)
      }
      self.lesson?.floor = history.place
      applyRun(.togglePlay)
    }
  }

  private mutating func noteSeen(isModelAnswer: Bool) {
    guard let lesson, lesson.exercise != nil else { return }
    var round = lesson.round
    if round.phase == .open { round.phase = .seen }
    round.seenModelAnswer = round.seenModelAnswer || isModelAnswer
    round.showsModelAnswer = round.showsModelAnswer || isModelAnswer
    self.lesson?.rounds[lesson.page] = round
  }

  /// Begins the exercise anew with fresh points.
  mutating func showNewPoints() {
    guard let lesson, lesson.exercise != nil else { return }
    endDrag()
    var round = lesson.round
    round.goOn()
    self.lesson?.rounds[lesson.page] = round
    if document.guess != nil { edit { $0.document.guess = nil } }
    showScene(of: lesson.page)
    beginPage()
  }

  // MARK: - Following

  /// Notes when the answer was seen before one was given, and shows the model answer as soon as it is found.
  mutating func followExercise() {
    guard let lesson, let exercise = lesson.exercise else { return }
    if lesson.round.awaitsModelAnswer, case .count(_, let best) = countSolution {
      self.lesson?.rounds[lesson.page]?.awaitsModelAnswer = false
      applyStart(.setComponentCount(best))
      applyRun(.togglePlay)
    }
    guard lesson.isAsking else { return }
    switch exercise.kind {
    // What is guessed at is seen only by whoever stops guessing.
    case .owners, .move, .gain, .count: if document.guess == nil { noteSeen(isModelAnswer: false) }
    case .order: if document.latest > lesson.round.begins { noteSeen(isModelAnswer: false) }
    case .diagnosis: break
    case .mystery: if document.mystery?.isOpen != false { noteSeen(isModelAnswer: false) }
    }
  }

  /// Whether how the run has ended is what is asked, or was asked and is told at the end of the lesson only.
  public var hidesEnd: Bool {
    guard let lesson, lesson.exercise?.kind == .diagnosis else { return false }
    let isKept = lesson.round.phase == .marked && !lesson.tellsMark && !lesson.round.showsModelAnswer
    return lesson.isAsking || isKept
  }

  /// Whether a command would tell the answer of an exercise, or ask something else.
  func isHeldByExercise(_ command: Command, _ lesson: LessonState) -> Bool {
    guard lesson.isAsking || hidesEnd, let exercise = lesson.exercise else { return false }
    switch command {
    case .guess(.toggle), .guess(.ask): return exercise.kind.guess != nil
    case .guess(.openMystery): return exercise.kind == .mystery
    case .run(.stepForward), .run(.togglePlay), .run(.runToConvergence), .run(.stepIteration):
      return exercise.kind == .diagnosis && document.clock == document.latest
    case .run(.restart): return exercise.kind == .diagnosis
    case .tick, .edit, .select, .stamp, .start, .option, .run, .lanes, .search, .race, .kept, .guess, .view, .columns,
      .interface, .shell, .file, .export, .recovery, .lesson, .handIns, .answer:
      return false
    }
  }
}
