import GaussianMixtures
import LabCore
import LabWords

/// What is on the screen: what lies over the window, the data, the model in a word, and where the keyboard is.
struct TranscriptScreen {
  let page, lesson, choices, recording, guess, data, model, keyboard: [String]

  var sentences: [String] { page + lesson + choices + recording + guess + data + model + keyboard }

  init(_ state: LabState, _ layout: Layout) {
    page = TranscriptPage(state, layout).sentences
    lesson = TranscriptScreen.list(state) + TranscriptScreen.lesson(state)
    choices = TranscriptScreen.choices(state)
    recording = TranscriptRecording(state).sentences
    guess = TranscriptScreen.guess(state)
    data = TranscriptScreen.data(state)
    model = TranscriptScreen.model(state)
    keyboard = TranscriptScreen.keyboard(state, layout)
  }

  private static func lesson(_ state: LabState) -> [String] {
    guard let lesson = state.lesson else { return [] }
    let words = state.words
    let language = state.interface.language
    let page = words(.pageOf(page: lesson.page + 1, count: lesson.lesson.pages.count))
    let said = lesson.spans(words, language: language).map(\.text).joined()
    let gate: String? =
      switch lesson.met.contains(lesson.page) ? nil : state.lessonGateProgress {
      case .points(let done, let all): words(.pointsDrawn(done: done, all: all))
      case .halfSteps(let done, let all): words(.halfStepsTaken(done: done, all: all))
      case .logLikelihood(let now, let wanted):
        words(
          .logLikelihoodWanted(
            value: now.map { NumberText.decimal($0, digits: 2) } ?? NumberText.none,
            wanted: NumberText.decimal(wanted, digits: 2)))
      case .whole, nil: nil
      }
    return [words.facts(lesson.lesson.title.text(in: language), [page]), words.sentence(said.oneSpaced)]
      + [gate].compactMap { $0.map(words.sentence) }
  }

  /// What can be answered, by the keys that answer it, and how that stands.
  private static func choices(_ state: LabState) -> [String] {
    guard let lesson = state.lesson, state.interface.overlay == nil else { return [] }
    let words = state.words
    let exercise = lesson.exerciseChoices
    return lesson.said(words, language: state.interface.language).enumerated().map { index, choice in
      let isChosen: Bool
      let place: String?
      var verdict: String?
      if exercise.indices.contains(index) {
        isChosen = lesson.hasChosen(index)
        place = lesson.place(of: exercise[index]).map { words(.placeInOrder(place: $0)) }
        switch choice.look {
        case .right: verdict = words(.yesRight)
        case .wrong: verdict = words(.notQuite)
        case .open, .chosen: break
        }
      } else {
        // What is replied begins with whether it is right.
        isChosen = lesson.answer?.latest == index
        place = nil
      }
      let chosen = isChosen && place == nil ? words(.chosenOne) : nil
      return words.facts(String(index + 1), [choice.label, chosen, place, verdict])
    }
  }

  /// Which file of the list that is gone through was opened last.
  private static func list(_ state: LabState) -> [String] {
    guard let list = state.runningList else { return [] }
    let place = state.words(.listPlace(place: list.place + 1, count: list.paths.count))
    return [state.words.facts(place, [list.name(list.place)])]
  }

  private static func guess(_ state: LabState) -> [String] {
    guard let guess = state.document.guess else { return [] }
    let words = state.words
    let said = GuessText(state, guess)
    let count = said.count.map { "\($0.value) \($0.text)" }
    let numbers = said.numbers.map { words(.saysFact(name: $0.label, value: $0.value)) }
    let head = words(guess.phase == .revealed ? .revealedTitle : .yourGuess)
    return [words.sentence(said.text)]
      + (count == nil && numbers.isEmpty ? [] : [words.facts(head, [count] + numbers)]) + said.notes.map(words.sentence)
  }

  private static func data(_ state: LabState) -> [String] {
    let words = state.words
    let document = state.document
    let data = words(.saysData(name: words.title(document), counts: words.counts(document)))
    let names = words.axisNames(document)
    guard document.points.choice != nil, names.count > 1 else { return [data] }
    return [data, words(.saysAxes(across: names[0], up: names[1]))]
  }

  private static func model(_ state: LabState) -> [String] {
    let words = state.words
    let document = state.document
    let components = document.runs.shown.model.componentCount
    guard state.layers.shows(.model) else { return [words.sentence(words(.modelIsHidden))] }
    // What somebody is asked to count is not told.
    guard document.hasModel, document.guess?.question != .count else { return [] }
    switch document.model {
    case .kMeans: return [words(.saysGroups(groups: components))]
    case .em(let family): return [words(.saysMixture(components: components, family: words.name(family)))]
    }
  }

  private static func keyboard(_ state: LabState, _ layout: Layout) -> [String] {
    let words = state.words
    let tool = state.interface.overlay == nil ? [words(.saysTool(tool: words.name(state.tool)))] : []
    guard let focused = state.interface.focused else { return tool }
    if focused == .canvas {
      let held = state.isHeldByKeyboard ? [words(.heldByKeys)] : []
      return tool + [words.cursor(state, layout)] + held
    }
    return layout.rect(of: focused) == nil
      ? tool : tool + [words(.saysFocus(control: words.transcriptName(focused, state)))]
  }
}

extension Words {
  /// Where the keyboard is on the canvas, and on what.
  func cursor(_ state: LabState, _ layout: Layout) -> String {
    let layout = layout.activePane(state)
    let at = CanvasKeys.place(state, layout)
    let position = layout.transform.data(at)
    let place =
      "(" + NumberText.coordinate(position.x, step: abs(1 / layout.transform.scaleX)) + ", "
      + NumberText.coordinate(position.y, step: abs(1 / layout.transform.scaleY)) + ")"
    if state.tool == .means {
      guard let target = CanvasScene(layout, state).target(at: at) else { return self(.saysCursor(place: place)) }
      switch target {
      case .mean(let index, _), .covariance(let index, _, _), .weight(let index):
        let letters = state.document.runs.shown.identities
        guard letters.indices.contains(index) else { return self(.saysCursor(place: place)) }
        let name = self(.component(letter: ComponentName.letter(letters[index])))
        let part: String? = if case .mean = target { nil } else { self(.shapeAxes) }
        return self(.saysCursorOn(place: place, what: part.map { self(.pairOfFacts(first: name, second: $0)) } ?? name))
      case .paint, .erase, .pan, .scrub, .marquee, .carry, .stamp, .give, .takeBack, .mark, .exportRange:
        return self(.saysCursor(place: place))
      }
    }
    guard let point = Inspection.nearest(state, to: at, layout, within: SelectInput.reach) else {
      return self(.saysCursor(place: place))
    }
    return self(.saysCursorOn(place: place, what: self(.pointNumber(number: point + 1))))
  }
}

extension String {
  /// With one space where there were several.
  var oneSpaced: String { split(separator: " ").joined(separator: " ") }
}
