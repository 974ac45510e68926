import GaussianMixtures

/// What was recorded as a lesson.
extension LessonDraft {
  /// The lesson that it has come to; nil while something is missing.
  ///
  /// - Parameter name: what it is called.
  public func lesson(named name: String) -> Lesson? {
    guard flaw == nil else { return nil }
    var made: [LessonPage] = []
    for index in pages.indices { made.append(page(at: index)) }
    return Lesson(
      name: name, title: LessonText(LessonDraft.trimmed(title)), line: LessonText(line),
      minutes: min(max(pages.count, 1), Lesson.minuteRange.upperBound), scene: .saved(pages[0].begin), pages: made)
  }

  /// The first page's text, as far as it fits under a card.
  private var line: String {
    let text = LessonDraft.plain(pages[0].text)
    let most = 58
    guard text.count > most else { return text }
    let words = text.prefix(most).split(separator: " ").dropLast()
    return (words.isEmpty ? String(text.prefix(most)) : words.joined(separator: " ")) + "…"
  }

  private func page(at index: Int) -> LessonPage {
    let page = pages[index]
    let isMarked = page.highlight != nil
    func text(_ text: String) -> LessonText {
      LessonText(isMarked ? LessonDraft.paired(text) : LessonDraft.plain(text))
    }
    let question = page.question.map { question in
      LessonQuestion(
        ask: text(question.ask),
        choices: question.choices.enumerated().map { number, choice in
          LessonQuestion.Choice(
            label: LessonText(LessonDraft.plain(choice.label)), reply: text(choice.reply),
            isRight: number == question.right)
        })
    }
    let gone = page.standings.filter { $0.value == .gone }.keys
    let gate = page.lessonGate
    let guess = gate == .guess ? page.guessed : nil
    return LessonPage(
      text: text(page.text), highlight: page.highlight,
      parts: gone.isEmpty ? nil : Set(LessonPart.allCases).subtracting(gone),
      locked: Set(page.standings.filter { $0.value == .waits }.keys), gate: gate, question: question,
      scene: hasOwnScene(index) ? .saved(page.begin) : nil,
      halfSteps: min(page.clock, LessonPage.halfStepRange.upperBound),
      guess: guess)
  }

  /// Whether a page begins with a scene of its own: where half-steps do not lead to it from the page before, nor is it
  /// about the points that were drawn there.
  private func hasOwnScene(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let (before, page) = (pages[index - 1], pages[index])
    if case .points = before.lessonGate, page.begin.draws(on: before.begin) { return false }
    return !page.begin.follows(on: before.begin) || page.clock < before.clock
      || page.clock > LessonPage.halfStepRange.upperBound
  }

  // MARK: - Texts

  private static func trimmed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Without marks.
  private static func plain(_ text: String) -> String { trimmed(text.filter { $0 != "*" }) }

  /// A mark that no other one ends is left out.
  private static func paired(_ text: String) -> String {
    guard text.count(where: { $0 == "*" }) % 2 == 1, let last = text.lastIndex(of: "*") else { return trimmed(text) }
    return trimmed(String(text[..<last] + text[text.index(after: last)...]))
  }
}

extension LessonDraft.Page {
  /// What is to be done on it.
  public var lessonGate: LessonGate? {
    switch gate {
    case .free: nil
    case .points: .points(LessonDraft.Page.round(max(done.points, 1)))
    case .halfSteps: .halfSteps(min(max(done.halfSteps, 1), LessonGate.counts.upperBound))
    case .guess: guessed == nil ? nil : .guess
    case .answer: question == nil ? nil : .answer
    case .logLikelihood(let value): .logLikelihood(value)
    case nil:
      if done.halfSteps > 0 {
        .halfSteps(min(done.halfSteps, LessonGate.counts.upperBound))
      } else if done.points > 0 {
        .points(LessonDraft.Page.round(done.points))
      } else {
        question == nil ? nil : .answer
      }
    }
  }

  /// Where the run stands that it begins with.
  var begun: RunStep? {
    guard begin.lanes.indices.contains(begin.active) else { return nil }
    let runs = begin.lanes[begin.active].runs
    return runs.current.run.steps.indices.contains(runs.step) ? runs.current.run.steps[runs.step] : nil
  }

  /// What can be guessed of the half-step that comes next there; nil where there is none such.
  var guessed: Guess.Question? {
    guard begin.lanes.indices.contains(begin.active), begin.lanes[begin.active].algorithm == .em else { return nil }
    return begun.flatMap { Guess.Question.before($0.next).first }
  }

  /// Asks for something to be done; nil for what was done while it was recorded.
  public mutating func choose(_ gate: LessonDraft.Gate?) { self.gate = gate }

  /// A brush leaves any number of points: a round one is asked for.
  private static func round(_ points: Int) -> Int {
    let rounds = [200, 150, 100, 80, 60, 50, 40, 30, 20, 15, 10, 8, 6, 5]
    return points < 5 ? points : rounds.first { $0 <= points } ?? points
  }
}

extension LabScene {
  /// Whether half-steps lead here from another scene, and nothing else.
  fileprivate func follows(on other: LabScene) -> Bool {
    data == other.data && view == other.view && guess == nil && other.guess == nil && isLaidOut(as: other)
      && zip(lanes, other.lanes).allSatisfy { $0.begins(as: $1) }
  }

  /// Whether drawing leads here from another scene, and what may follow from that: whoever draws other points comes to
  /// something like it.
  fileprivate func draws(on other: LabScene) -> Bool {
    data.name == other.data.name && data.columns == other.data.columns && data.choice == other.data.choice
      && (data.scales == nil) == (other.data.scales == nil) && view.layers == other.view.layers
      && isLaidOut(as: other) && zip(lanes, other.lanes).allSatisfy { $0.isSet(as: $1) }
  }

  /// Whether as many models stand side by side, on the same pages.
  private func isLaidOut(as other: LabScene) -> Bool {
    mystery == other.mystery && lanes.count == other.lanes.count && active == other.active
      && window.page == other.window.page && window.isChartLarge == other.window.isChartLarge
  }
}

extension SceneLane {
  /// Whether it has the settings of another lane, and a start that came about as that one's did.
  fileprivate func isSet(as other: SceneLane) -> Bool {
    algorithm == other.algorithm && startKind == other.startKind && startOrigin == other.startOrigin
      && startSeed == other.startSeed && options == other.options
      && start.componentCount == other.start.componentCount
  }

  /// Whether its run is that of another lane, whatever steps it has taken.
  fileprivate func begins(as other: SceneLane) -> Bool {
    isSet(as: other) && start == other.start && runs.current.number == other.runs.current.number
      && runs.earlier == other.runs.earlier
      && runs.current.run.steps.first?.model == other.runs.current.run.steps.first?.model
  }
}
