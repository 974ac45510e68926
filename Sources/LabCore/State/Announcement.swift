import GaussianMixtures

/// A notice over the canvas: shown for a while, then kept in the strip until it is no longer true.
public struct Announcement: Sendable, Equatable {
  /// What a notice was said of.
  struct Subject: Sendable, Equatable {
    let run: Int
    let points: Revision
    let options: EMOptions
    let viewport: Viewport
  }

  public let notice: Notice
  let at: Double
  let subject: Subject

  static let duration = 6.0

  public var letter: Int? { notice.letter }
  public var offersUndo: Bool { notice.offersUndo }
  var endsAt: Double { at + Announcement.duration }
  public func isFresh(at time: Double) -> Bool { time < endsAt }
}

extension Notice {
  /// Whether it tells how a run has ended.
  fileprivate var tellsEnd: Bool {
    if case .engine = self { return true }
    if case .rescued = self { return true }
    if case .blocked(.engine) = self { return true }
    return self == .runIsOver
  }
}

extension LabState {
  mutating func announce(_ notice: Notice) {
    if hidesEnd, notice.tellsEnd { return }
    announcement = Announcement(notice: notice, at: now, subject: subject)
  }

  private var subject: Announcement.Subject {
    Announcement.Subject(
      run: document.runs.number, points: document.points.revision, options: document.options, viewport: viewport)
  }

  /// Takes back what is no longer true.
  mutating func dropUntrueAnnouncement() {
    if let announcement, !isTrue(announcement) { self.announcement = nil }
  }

  private func isTrue(_ announcement: Announcement) -> Bool {
    let subject = announcement.subject
    let isSameRun = subject.run == document.runs.number && subject.points == document.points.revision
    return switch announcement.notice {
    case .pointsCleared: document.points.isEmpty
    case .adopted, .adoptedSeed: isSameRun
    case .rescued: isSameRun && subject.options == document.options
    case .engine(let problem): blockedReason == .engine(problem)
    case .blocked(.noPoints): document.points.isEmpty
    case .blocked(let reason): blockedReason == reason
    case .runIsOver: isSameRun && document.runs.current.end != nil
    case .startNotDrawn: subject.points == document.points.revision && document.startState == .drawn && isSameRun
    case .tooManyComponents(let limit): currentModel.componentCount >= limit
    case .tooManyPoints: subject.points == document.points.revision
    case .lastColumns: document.points.choice?.fitted.count == 2
    case .onlyTwoColumns: document.points.choice == nil
    case .lastComponent: currentModel.componentCount == 1
    case .noFamilyChosen: search.families.isEmpty
    case .searchFailed(let error): search.status == .failed(error) || race.status == .failed(error)
    case .saved(let path): (file?.path == path && isSameRun) || draft?.path == path
    case .notSaved(let path): file?.path != path
    case .cannotOpen: interface.loading == nil && subject.points == document.points.revision
    case .columnsBeyond, .modelDoesNotFit, .modelIsTooLarge: subject.points == document.points.revision
    case .settingsUnusable, .lettersMissing, .speechMissing: true
    case .viewIsAtItsEnd: viewport == subject.viewport
    case .noLargeChart: document.lanes.count > 1 || !layers.shows(.model)
    case .workIsKept, .nothingIsKept: true
    case .closingLoses: wouldBeLost
    case .closingStopsTheExport: export.writing != nil
    case .lesson: lesson != nil
    case .draft(.kept): draft != nil && recording == nil
    case .draft(.tooManyPages): recording != nil
    case .draft(.pageRemoved): bringsBackPage
    case .draft(.noTitle), .draft(.noText), .draft(.noQuestion): recording?.flaw != nil
    case .guess(.needsEM): document.algorithm == .kMeans
    case .guess(.notReady): document.guess?.isReady == false
    case .guess(.notRevealed): document.guess.map { $0.phase != .revealed } ?? false
    case .guess(.showsTheAnswer), .guess(.changesTheTask): document.guess != nil
    }
  }
}
