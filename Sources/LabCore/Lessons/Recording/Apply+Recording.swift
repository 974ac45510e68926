import GaussianMixtures

/// Recording a lesson by doing it.
extension LabState {
  /// The lesson that is recorded, while its band is on show.
  public var recording: LessonDraft? { draft?.isOpen == true ? draft : nil }

  mutating func applyRecording(_ command: Command.Lesson.Recording) {
    if case .begin(let file) = command { return beginRecording(file) }
    guard let open = recording else { return }
    if command.changesTheLesson { draft?.isSaved = false }
    switch command {
    case .begin: break
    case .leave: leaveRecording()
    case .edit(let field): putKeyboard(in: field)
    case .nextField(let forward): nextField(forward: forward)
    case .type(let text): type(text, in: open)
    case .erase: eraseLetter(in: open)
    case .addPage: addPage()
    case .removePage: removePage()
    case .turn(let page): turnRecording(to: page)
    case .beginHere: beginPageHere()
    case .toggle(let list):
      draft?.list = open.list == list ? nil : list
      draft?.field = nil
      interface.focused = nil
    case .setGate(let gate):
      draft?.pages[open.page].gate = gate
      draft?.list = nil
    case .turnPart(let part): draft?.pages[open.page].turn(part)
    case .setHighlight(let target): setHighlight(target, in: open)
    case .addChoice: addChoice(to: open)
    case .removeChoice: removeChoice(from: open)
    case .setRight(let choice):
      if open.shown.question?.choices.indices.contains(choice) == true {
        draft?.pages[open.page].question?.right = choice
      }
    case .save: saveLesson()
    }
  }

  // MARK: - Beginning and leaving

  private mutating func beginRecording(_ file: String?) {
    if lesson != nil { leaveLesson() }
    endDrag()
    cancelLoading()
    interface.overlay = nil
    interface.focused = nil
    interface.showsHint = false
    playback.mode = .paused
    let isKept = draft?.isOpen == false
    if draft == nil {
      draft = LessonDraft(newPage)
      draft?.field = .title
    }
    draft?.isOpen = true
    draft?.list = nil
    if isKept { showDraftPage() }
    if let file {
      draft?.path = file
      draft?.stamp = nil
      draft?.isSaved = false
    }
    standOnPage()
  }

  /// A lesson that its file has is not kept; any other is gone on with from the list.
  mutating func leaveRecording() {
    guard let open = recording else { return }
    let left = scene
    draft?.pages[open.page].left = left
    draft?.isOpen = false
    draft?.field = nil
    draft?.list = nil
    interface.focused = nil
    if open.isSaved || open.isUntouched { draft = nil } else { announce(.draft(.kept)) }
  }

  // MARK: - Pages

  /// A page that begins with what is on the screen.
  private var newPage: LessonDraft.Page {
    LessonDraft.Page(begin: scene, mark: lessonMark, clock: document.clock)
  }

  /// What is done from here on is done on the page on show.
  mutating func standOnPage() { draftGround = DraftGround(opened: document.opened, place: history.place) }

  private mutating func addPage() {
    guard let open = recording else { return }
    guard open.pages.count < Lesson.pageCounts.upperBound else {
      return announce(.draft(.tooManyPages(limit: Lesson.pageCounts.upperBound)))
    }
    endDrag()
    playback.mode = .paused
    let page = newPage
    draft?.pages[open.page].left = page.begin
    draft?.pages.insert(page, at: open.page + 1)
    draft?.page = open.page + 1
    draft?.field = .text
    draft?.list = nil
    interface.focused = nil
    standOnPage()
  }

  private mutating func removePage() {
    guard let open = recording, open.pages.count > 1 else { return }
    endDrag()
    var taken = open.pages[open.page]
    taken.left = scene
    draft?.removed = LessonDraft.Removed(page: taken, index: open.page)
    draft?.pages.remove(at: open.page)
    draft?.page = min(open.page, open.pages.count - 2)
    draft?.field = nil
    draft?.list = nil
    showDraftPage()
    announce(.draft(.pageRemoved))
  }

  /// Whether undoing brings back a page that was taken out: nothing was done since on the one on show.
  var bringsBackPage: Bool { recording?.removed != nil && history.place <= draftGround.place }

  mutating func bringBackPage() {
    guard let open = recording, let removed = open.removed, open.pages.count < Lesson.pageCounts.upperBound
    else { return }
    let left = scene
    draft?.pages[open.page].left = left
    draft?.pages.insert(removed.page, at: min(removed.index, open.pages.count))
    draft?.page = min(removed.index, open.pages.count)
    draft?.removed = nil
    draft?.isSaved = false
    draft?.field = nil
    draft?.list = nil
    announcement = nil
    showDraftPage()
  }

  mutating func turnRecording(to page: Int) {
    guard let open = recording, open.pages.indices.contains(page), page != open.page else { return }
    endDrag()
    playback.mode = .paused
    let left = scene
    draft?.pages[open.page].left = left
    draft?.page = page
    draft?.field = nil
    draft?.list = nil
    interface.focused = nil
    showDraftPage()
  }

  /// Puts what the page was left with in place of what is there, as an edit.
  private mutating func showDraftPage() {
    guard let page = recording?.shown else { return }
    // It came out of this lab.
    _ = try? self.open(page.left ?? page.begin)
    standOnPage()
  }

  private mutating func beginPageHere() {
    let fresh = newPage
    draft?.beginPage(as: fresh)
    standOnPage()
  }

  // MARK: - Texts

  private mutating func putKeyboard(in field: LessonDraft.Field?) {
    guard let open = recording, field.map(open.fields.contains) ?? true else { return }
    draft?.field = field
    draft?.list = nil
    interface.focused = nil
  }

  private mutating func nextField(forward: Bool) {
    guard let open = recording else { return }
    let fields = open.fields
    guard let field = open.field, let index = fields.firstIndex(of: field) else { return putKeyboard(in: fields.first) }
    let next = index + (forward ? 1 : -1)
    putKeyboard(in: fields.indices.contains(next) ? fields[next] : nil)
  }

  private mutating func type(_ text: String, in open: LessonDraft) {
    guard let field = open.field else { return }
    // A mark points at what is highlighted.
    let canMark = open.shown.highlight != nil && field != .title && !field.isLabel
    draft?.write(open.text(field) + text.printable.filter { canMark || $0 != "*" }, in: field)
  }

  private mutating func eraseLetter(in open: LessonDraft) {
    guard let field = open.field else { return }
    draft?.write(String(open.text(field).dropLast()), in: field)
  }

  // MARK: - What a page asks

  private mutating func addChoice(to open: LessonDraft) {
    guard let question = open.shown.question else {
      draft?.pages[open.page].question = LessonDraft.Question()
      return putKeyboard(in: .ask)
    }
    guard question.choices.count < LessonQuestion.choiceCounts.upperBound else { return }
    draft?.pages[open.page].question?.choices.append(LessonDraft.Question.Choice())
    putKeyboard(in: .label(question.choices.count))
  }

  private mutating func removeChoice(from open: LessonDraft) {
    guard let question = open.shown.question else { return }
    draft?.field = nil
    let left = question.choices.count - 1
    guard left >= LessonQuestion.choiceCounts.lowerBound else {
      draft?.pages[open.page].question = nil
      return
    }
    draft?.pages[open.page].question?.choices.removeLast()
    draft?.pages[open.page].question?.right = min(question.right, left - 1)
  }

  private mutating func setHighlight(_ target: LessonTarget?, in open: LessonDraft) {
    draft?.pages[open.page].highlight = target
    draft?.list = nil
    guard target == nil else { return }
    draft?.pages[open.page].dropMarks()
  }

  /// What can be asked for on the page on show, in the order of the list.
  public var draftGates: [LessonDraft.Gate?] {
    guard let open = recording else { return [] }
    var gates: [LessonDraft.Gate?] = [nil, .free, .points, .halfSteps]
    if let question = open.shown.guessed { gates.append(.guess(question)) }
    if open.shown.question != nil { gates.append(.answer) }
    // A student's run may end in another digit.
    if let value = document.runs.shown.logLikelihood, open.shown.begun?.logLikelihood.map({ $0 < value }) ?? true {
      gates.append(.logLikelihood((value * 100).rounded(.down) / 100))
    }
    return gates
  }

  // MARK: - Following

  /// Notes what is done on the page; after every command. Other data that were opened are what it begins with.
  mutating func followRecording() {
    guard let open = recording else { return }
    if document.opened != draftGround.opened { return beginPageHere() }
    let mark = open.shown.mark
    let before = mark.run == document.runs.number ? mark.halfSteps : 0
    let done = LessonDraft.Doing(
      halfSteps: max(document.latest - before, 0), points: max(document.points.count - mark.points, 0))
    if done != open.shown.done {
      draft?.pages[open.page].done = done
      draft?.isSaved = false
    }
  }
}

/// Where the page on show stands: undoing leads back to where it began, and no further.
struct DraftGround: Sendable, Equatable {
  var opened = Revision(0)
  var place = 0
}

extension LessonDraft {
  /// The page on show begins as another one does.
  fileprivate mutating func beginPage(as other: Page) {
    (pages[page].begin, pages[page].mark, pages[page].clock) = (other.begin, other.mark, other.clock)
    pages[page].done = Doing()
    isSaved = false
  }

  /// Whether nothing was written or done yet.
  fileprivate var isUntouched: Bool {
    pages.count == 1 && title.isEmpty && shown.text.isEmpty && shown.question == nil && shown.done == Doing()
      && shown.standings.isEmpty
  }
}

extension LessonDraft.Field {
  fileprivate var isLabel: Bool {
    switch self {
    case .label: true
    case .title, .text, .ask, .reply: false
    }
  }
}

extension LessonDraft.Page {
  init(begin: LabScene, mark: LessonMark, clock: Int) {
    self.begin = begin
    self.mark = mark
    self.clock = clock
  }

  fileprivate mutating func turn(_ part: LessonPart) {
    switch standings[part] {
    // Where nothing is to be done there is nothing to wait for.
    case nil: standings[part] = lessonGate == nil && question == nil ? .gone : .waits
    case .waits: standings[part] = .gone
    case .gone: standings[part] = nil
    }
  }

  fileprivate mutating func dropMarks() {
    text.removeAll { $0 == "*" }
    question?.ask.removeAll { $0 == "*" }
    for index in question?.choices.indices ?? 0..<0 { question?.choices[index].reply.removeAll { $0 == "*" } }
  }
}

extension Command.Lesson.Recording {
  /// Whether the lesson may be another one after it.
  fileprivate var changesTheLesson: Bool {
    switch self {
    case .type, .erase, .addPage, .removePage, .beginHere, .setGate, .turnPart, .setHighlight, .addChoice,
      .removeChoice, .setRight:
      true
    case .begin, .leave, .edit, .nextField, .turn, .toggle, .save: false
    }
  }
}
