/// Saving a lesson that is recorded.
extension LabState {
  /// Writes it to its file; where it has none, asks for one; where something is missing, goes there and says so.
  mutating func saveLesson() {
    guard let open = recording, lessonSaving == nil else { return }
    if let flaw = open.flaw {
      turnRecording(to: flaw.page)
      draft?.field = flaw.field
      draft?.list = nil
      return announce(.draft(open.notice(flaw)))
    }
    guard let path = open.path else { return askForLessonName(open.fileName) }
    saveLesson(to: path, when: open.stamp.map(SaveCondition.isUnchanged) ?? .isNew)
  }

  /// Saves under the name that was typed.
  mutating func commitLesson(_ entry: SaveEntry) {
    let own = draft.flatMap { $0.path == entry.path ? $0.stamp : nil }
    saveLesson(to: entry.path, when: entry.replaces ? .isWanted : own.map(SaveCondition.isUnchanged) ?? .isNew)
  }

  private mutating func askForLessonName(_ name: String, problem: SaveProblem? = nil) {
    interface.saveEntry = SaveEntry(name: name, problem: problem, isLesson: true)
    interface.overlay = .saving
    interface.focused = nil
  }

  private mutating func saveLesson(to path: String, when condition: SaveCondition) {
    guard lessonSaving == nil, let draft, let lesson = draft.lesson(named: draft.fileName) else { return }
    lessonSaving = LessonSaving(
      ticket: ask(.saveLesson(lesson, path: path, condition)), path: path, content: draft.content)
  }

  /// Whether an answer is about the lesson; then it is taken.
  mutating func lessonWasSaved(_ stamp: FileStamp?, _ ticket: Ticket) -> Bool {
    guard let done = lessonSaving, done.ticket == ticket else { return false }
    lessonSaving = nil
    draft?.path = done.path
    draft?.stamp = stamp
    let isWhole = draft?.content == done.content
    draft?.isSaved = isWhole
    if interface.overlay == .saving { interface.overlay = nil }
    remember(done.path)
    announce(.saved(path: done.path))
    return true
  }

  /// The name is asked for again, with what is wrong.
  mutating func lessonWasNotSaved(_ problem: SaveProblem, _ ticket: Ticket) -> Bool {
    guard let failed = lessonSaving, failed.ticket == ticket else { return false }
    lessonSaving = nil
    guard recording != nil else {
      announce(.notSaved(path: failed.path))
      return true
    }
    askForLessonName(failed.path, problem: problem)
    return true
  }
}

/// A lesson on its way to its file, and what of the recording it is.
struct LessonSaving: Sendable, Equatable {
  let ticket: Ticket
  let path: String
  let content: LessonDraft
}

extension LessonDraft {
  /// A name for its file: that of the title, as far as files everywhere can have it.
  var fileName: String {
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
    let name = String(words.joined(separator: "-").prefix(40))
    return name.isEmpty ? LessonDraft.usualName : name
  }

  private static let usualName = "my-lesson"
}

extension LessonDraft {
  /// What is said of what it needs.
  fileprivate func notice(_ flaw: (page: Int, field: Field)) -> DraftNotice {
    switch flaw.field {
    case .title: .noTitle
    case .text: .noText(page: flaw.page + 1)
    case .ask, .label, .reply: .noQuestion(page: flaw.page + 1)
    }
  }
}
