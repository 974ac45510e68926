import LabCore
import LabWords

/// A lesson that is recorded: its title, the page on show, what is written there, and where the keyboard writes.
struct TranscriptRecording {
  /// Which page it is, and where the keyboard writes.
  private(set) var head: [String] = []
  /// The title and the texts of the page; those that are not written yet are named as well.
  private(set) var texts: [String] = []
  /// What is to be done on the page, and what it points at.
  private(set) var task: [String] = []

  var sentences: [String] { head + texts + task }

  /// - Parameter leavesOutTyped: whether the text is left out that the keyboard writes.
  init(_ state: LabState, leavesOutTyped: Bool = false) {
    guard let draft = state.recording else { return }
    let words = state.words
    head = [
      words.facts(
        words(.recordLesson), [words(.pageOf(page: draft.page + 1, count: draft.pages.count))])
    ]
    if let field = draft.field { head.append(words(.saysFocus(control: words.fieldName(field)))) }
    let fields = (draft.fields.contains(.title) ? [] : [LessonDraft.Field.title]) + draft.fields
    texts = fields.filter { !leavesOutTyped || $0 != draft.field }.map { field in
      let text = draft.text(field)
      var right: String?
      if case .label(let choice) = field, draft.shown.question?.right == choice { right = words(.yesRight) }
      return words.facts(words.fieldName(field), [text.isEmpty ? NumberText.none : text, right])
    }
    task = [words.sentence(words(.toDoIs(what: words.gate(draft.shown))))]
    if let target = draft.shown.highlight {
      task.append(words.facts(words(.highlightPart), [words.name(target, state)]))
    }
  }
}

extension Words {
  /// What a text of a lesson is for, and for which answer.
  fileprivate func fieldName(_ field: LessonDraft.Field) -> String {
    switch field {
    case .title, .text, .ask: placeholder(field)
    case .label(let choice), .reply(let choice): "\(choice + 1) " + placeholder(field)
    }
  }
}
