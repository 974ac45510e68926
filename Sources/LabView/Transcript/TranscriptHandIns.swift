import LabCore
import LabWords

/// What the page of a class says.
extension TranscriptPage {
  static func handIns(_ state: LabState, _ layout: Layout) -> [String] {
    guard let page = layout.handIns else { return [] }
    let words = state.words
    guard let question = page.question else { return [words.sentence(words.waiting(state.handIns))] }
    let head = [
      words.facts(words.title(question, state), [words.caption(state)]), words.sentence(words.measure(question)),
    ]
    let said = question.kind == .question ? choices(question, state) : task(question, state)
    let mistake = question.commonestMistake.flatMap {
      words.spans($0.mistake, $0.places.count, question, state)
    }
    let rows = page.rows.map { words.facts($0.label, [words.share($0.share)]) }
    return head + said + scores(question, state)
      + (mistake.map { [words.sentence($0.map(\.text).joined())] } ?? []) + rows + flaw(state)
  }

  /// How often each answer was given, and which is right, as far as that is on show.
  private static func choices(_ question: HandInQuestion, _ state: LabState) -> [String] {
    let words = state.words
    let view = state.handIns.view
    let asked = state.handIns.lessonQuestion(on: question.page)?.choices ?? []
    return asked.enumerated().map { index, choice in
      let label = "\(index + 1) " + choice.label.text(in: state.interface.language)
      let count = question.answers.count { $0.result.answer == index }
      let facts = [
        view == .truth ? nil : String(count), view != .guesses && choice.isRight ? words(.yesRight) : nil,
      ].compactMap { $0 }
      return facts.isEmpty ? words.sentence(label) : words.facts(label, facts)
    }
  }

  /// What stands in the place of a picture, or how much of one is drawn; and the middle one of the scores.
  private static func task(_ question: HandInQuestion, _ state: LabState) -> [String] {
    let words = state.words
    let tried = words(.triedBy(count: question.answers.count, all: question.all))
    let whole = question.drawn.isEmpty ? words.facts(words.share(question.share ?? 0), [tried]) : nil
    let drawn = state.handIns.view == .truth ? nil : words.drawn(question).map(words.sentence)
    let median = words.median(question).map { words.sentence(words(.medianOf(value: $0))) }
    return [whole, drawn, median].compactMap { $0 }
  }

  /// What stands on the small pictures, the best first. Of answers without names the counts say it all.
  private static func scores(_ question: HandInQuestion, _ state: LabState) -> [String] {
    let words = state.words
    let isNamed = state.handIns.showsNames && !state.interface.isProjector
    guard question.kind != .question || isNamed, !question.byScore.isEmpty else { return [] }
    let scores = question.byScore.map { answer in
      let score = words.score(answer, of: question)
      return isNamed && !answer.name.isEmpty ? words(.saysFact(name: answer.name, value: score)) : score
    }
    return [words.facts(words.scoreTitle(question), scores)]
  }

  /// The first file that does not count, where it is said whose they are.
  private static func flaw(_ state: LabState) -> [String] {
    guard state.handIns.showsNames, !state.interface.isProjector, let flawed = state.handIns.flawed.first else {
      return []
    }
    return [state.words.sentence(state.words(.handInDoesNotCount(file: flawed.file)))]
  }
}
