import LabCore
import LabWords

extension Control {
  /// What pressing a control does while the parts of a page are listed, or what it points at: it is meant itself.
  func recordCommands(_ state: LabState) -> [Command]? {
    switch (state.recording?.list, self) {
    case (_, .lesson), (nil, _), (.gate, _): nil
    case (.parts, _): lessonPart.map { [.lesson(.record(.turnPart($0)))] }
    case (.highlight, .card(let letter)): [.lesson(.record(.setHighlight(.card(letter))))]
    case (.highlight, _): lessonPart.map { [.lesson(.record(.setHighlight($0 == .chart ? .area(.chart) : .part($0))))] }
    }
  }
}

extension RecordControl {
  func commands(_ state: LabState) -> [Command] {
    guard self != .begin else { return [.lesson(.record(.begin(file: nil)))] }
    guard let draft = state.recording else { return [] }
    let command: Command.Lesson.Recording =
      switch self {
      case .begin: .begin(file: nil)
      // The page's text and its question stand in one place: a second press leads on.
      case .field(.text): .edit(draft.field == .text && draft.shown.question != nil ? .ask : .text)
      case .field(.ask): .edit(.text)
      case .field(let field): .edit(field)
      case .right(let index): .setRight(index)
      case .addChoice: .addChoice
      case .removeChoice: .removeChoice
      case .list(let list): .toggle(list)
      case .gate(let gate): .setGate(gate)
      case .part(let part): .turnPart(part)
      case .target(let target): .setHighlight(target)
      case .beginHere: .beginHere
      case .back: .turn(to: draft.page - 1)
      case .next: .turn(to: draft.page + 1)
      case .addPage: .addPage
      case .removePage: .removePage
      case .save: .save
      case .leave: .leave
      }
    return [.lesson(.record(command))]
  }

  /// Whether pressing it would do anything.
  func isEnabled(_ state: LabState) -> Bool {
    guard let draft = state.recording else { return self == .begin }
    let choices = draft.shown.question?.choices.count ?? 0
    return switch self {
    case .back: draft.page > 0
    case .next: draft.page < draft.pages.count - 1
    case .removePage: draft.pages.count > 1
    case .addPage: draft.pages.count < Lesson.pageCounts.upperBound
    case .addChoice: choices < LessonQuestion.choiceCounts.upperBound
    case .begin, .field, .right, .removeChoice, .list, .gate, .part, .target, .beginHere, .save, .leave: true
    }
  }

  /// The key that does the same.
  var key: KeyAction? {
    switch self {
    case .addPage: .lesson(.addPage)
    case .back: .lesson(.pageBack)
    case .next: .lesson(.pageOn)
    case .save: .save
    case .leave: .dismiss
    case .field(.text): .lesson(.write)
    case .begin: .pressControl
    case .field, .right, .addChoice, .removeChoice, .list, .gate, .part, .target, .beginHere, .removePage: nil
    }
  }

  var explanation: Explanation {
    switch self {
    case .begin: .recordLesson
    case .field: .draftText
    case .right, .addChoice, .removeChoice: .draftQuestion
    case .list(.gate), .gate: .draftGate
    case .list(.parts), .part: .draftParts
    case .list(.highlight), .target: .draftHighlight
    case .beginHere, .back, .next, .addPage, .removePage: .draftPages
    case .save: .draftSave
    case .leave: .draftLeave
    }
  }

  var icon: Icon {
    switch self {
    case .begin, .beginHere: .record
    case .field: .pencil
    case .right: .check
    case .addChoice, .addPage: .plus
    case .removeChoice: .minus
    case .removePage: .delete
    case .list(.gate), .gate: .check
    case .list(.parts): .lock
    case .part(let part): part.control.icon
    case .list(.highlight), .target: .inspect
    case .back: .back
    case .next: .next
    case .save: .save
    case .leave: .close
    }
  }
}

extension Words {
  /// What is pressed while a lesson is recorded.
  func name(_ control: RecordControl, _ state: LabState) -> String {
    switch control {
    case .begin: self(.recordLesson)
    case .field(let field): placeholder(field)
    case .right: self(.rightAnswer)
    case .addChoice: self(state.recording?.shown.question == nil ? .addQuestion : .addAnswer)
    case .removeChoice: self(.removeAnswer)
    case .list(.gate): self(.pageAsks)
    case .list(.parts): self(.pageControls)
    case .list(.highlight): self(.highlightPart)
    case .gate(let gate): state.recording.map { name(gate, $0.shown) } ?? ""
    case .part(let part): name(part.control, state)
    case .target(let target): name(target, state)
    case .beginHere: self(.beginHere)
    case .back: self(.lessonBack)
    case .next: self(.lessonNext)
    case .addPage: self(.addPage)
    case .removePage: self(.removePage)
    case .save: self(.saveLesson)
    case .leave: self(.stopRecording)
    }
  }
}
