import LabCore
import LabWords
import Rasterizer

extension Words {
  /// What is asked, or what the page of the task says.
  func title(_ question: HandInQuestion, _ state: LabState) -> String {
    let language = state.interface.language
    guard let page = state.handIns.lessonPage(question.page) else { return self(.handIns) }
    let text = question.kind == .question ? page.question?.ask ?? page.text : page.text
    return LessonSpan.spans(of: text.text(in: language)).map(\.text).joined()
  }

  /// The same after the number of its page.
  func shortTitle(_ question: HandInQuestion, _ state: LabState) -> String {
    String(question.page + 1) + "  " + title(question, state)
  }

  /// How many there are, and what is not shown.
  func caption(_ state: LabState) -> String {
    let handIns = state.handIns
    guard handIns.isRead else { return "" }
    var parts = [self(.handInCount(count: handIns.shown.count))]
    if !handIns.flawed.isEmpty { parts.append(self(.handInsFlawed(count: handIns.flawed.count))) }
    if !handIns.showsNames || state.interface.isProjector { parts.append(self(.noNamesShown)) }
    return parts.dropFirst().reduce(parts[0]) { self(.pairOfFacts(first: $0, second: $1)) }
  }

  /// What heads the scores of a question.
  func scoreTitle(_ question: HandInQuestion) -> String {
    self(question.kind == .question ? .handInAnswers : .handInScore)
  }

  func measure(_ question: HandInQuestion) -> String {
    if question.kind == .question { return self(.scoreIsChoice) }
    return self(question.measure == .distance ? .scoreIsDistance : .scoreIsShare)
  }

  /// The middle one of the scores; nil where there are none.
  func median(_ question: HandInQuestion) -> String? {
    question.median.map { question.measure == .distance ? NumberText.decimal($0, digits: 2) : share($0) }
  }

  /// How many of them are drawn over each other, where that is not all.
  func drawn(_ question: HandInQuestion) -> String? {
    question.drawn.count < question.seen ? self(.drawnOf(count: question.drawn.count, all: question.seen)) : nil
  }

  /// What is waited for, where there is nothing to show.
  func waiting(_ handIns: HandIns) -> String {
    if !handIns.isRead, let reading = handIns.reading {
      return self(.readingHandIns(done: reading.done, total: reading.total))
    }
    return self(handIns.shown.isEmpty ? .waitsForHandIns : .nothingMarked)
  }

  func score(_ answer: HandInQuestion.Answer, of question: HandInQuestion) -> String {
    if question.kind == .question { return answer.result.answer.map { String($0 + 1) } ?? "" }
    return question.measure == .distance
      ? NumberText.decimal(answer.score, digits: 1) : share(answer.score)
  }

  /// A sentence about the commonest mistake, whose first words point at those who made it.
  func spans(
    _ mistake: HandInQuestion.Mistake, _ count: Int, _ question: HandInQuestion, _ state: LabState
  ) -> [(text: String, style: LessonLines.Style)]? {
    let all = question.answers.count
    let sentence: String
    switch mistake {
    case .sameComponent(let first, let second, let home):
      sentence = self(
        .bothPutIn(
          count: count, all: all, first: ComponentName.letter(first), second: ComponentName.letter(second),
          home: ComponentName.letter(home)))
    case .answer(let choice):
      guard let asked = state.handIns.lessonQuestion(on: question.page), asked.choices.indices.contains(choice) else {
        return nil
      }
      sentence = self(
        .mostAnswered(
          count: count, all: all, answer: asked.choices[choice].label.text(in: state.interface.language)))
    case .gave(let own, let other):
      sentence = self(
        .gavePoints(
          count: count, all: all, owner: ComponentName.letter(own), other: ComponentName.letter(other)))
    }
    return LessonSpan.spans(of: sentence).map { ($0.text, $0.points ? .phrase : .bold) }
  }

  /// A control of the page.
  func name(_ control: HandInControl, _ state: LabState) -> String {
    switch control {
    case .find: return self(.handIns)
    case .close: return self(.close)
    case .show(.guesses): return self(.handInGuesses)
    case .show(.truth): return self(.handInTruth)
    case .show(.both): return self(.bothTogether)
    case .names: return self(state.handIns.showsNames ? .hideNames : .showNames)
    case .question(let index):
      let questions = state.handIns.questions
      return questions.indices.contains(index) ? title(questions[index], state) : self(.handIns)
    }
  }
}

extension HandIns {
  func lessonPage(_ page: Int) -> LessonPage? {
    guard let lesson = shown.first?.lesson, lesson.pages.indices.contains(page) else { return nil }
    return lesson.pages[page]
  }

  func lessonQuestion(on page: Int) -> LessonQuestion? { lessonPage(page)?.question }
}

extension HandInControl {
  var icon: Icon {
    switch self {
    case .find, .question: .handIn
    case .close: .close
    case .show: .layers
    case .names: .pencil
    }
  }

  var explanation: Explanation {
    switch self {
    case .find: .handIns
    case .close: .close
    case .show: .handInsView
    case .names: .handInsNames
    case .question: .handInsQuestion
    }
  }

  /// The key that does the same.
  var key: KeyAction? {
    switch self {
    case .find: nil
    case .close: .dismiss
    case .show(let view): .handIns(.show(view))
    case .names: .handIns(.names)
    case .question: .handIns(.question(forward: true))
    }
  }

  func commands(_ state: LabState) -> [Command] {
    switch self {
    case .find: [.file(.beginOpening(folder: nil))]
    case .close: [.interface(.dismiss)]
    case .show(let view): [.handIns(.show(view))]
    case .names: [.handIns(.toggleNames)]
    case .question(let index): [.handIns(.choose(index))]
    }
  }
}

/// What a key does on the page of a class.
enum HandInKey: Sendable, Hashable {
  case show(HandIns.View)
  case names
  /// To the next question, or the one before.
  case question(forward: Bool)

  func commands(_ state: LabState) -> [Command] {
    switch self {
    case .show(let view): [.handIns(.show(view))]
    case .names: [.handIns(.toggleNames)]
    case .question(let forward): state.handIns.place.map { [.handIns(.choose(max($0 + (forward ? 1 : -1), 0)))] } ?? []
    }
  }
}
