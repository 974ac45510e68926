/// Going on with work that was cut off.
extension LabState {
  /// Offers work that lies in place, or is set aside.
  ///
  /// - Parameter usual: what a fresh start would show.
  public mutating func offer(
    _ work: KeptWork, _ offer: Recovery.Offer, others: Int, insteadOf usual: LabState
  ) {
    settle()
    let recovery = Recovery(work: work, offer: offer, others: others, usualStart: usual.scene)
    self.recovery = recovery
    interface.overlay = .recovering
    interface.focused = .recovery(recovery.first)
    interface.showsHint = false
  }

  /// Says that work of an earlier session is kept, where a file was asked for.
  public mutating func mention(_ work: KeptWork) { announce(.workIsKept(work)) }

  /// Says that nothing of this session would outlive its sudden end.
  ///
  /// - Parameter reason: a sentence of whoever found out.
  public mutating func warnThatNothingIsKept(_ reason: String) { announce(.nothingIsKept(reason)) }

  /// Says whether what is done is kept somewhere, so that closing asks where it is not.
  public mutating func note(isKept: Bool) { wouldBeLost = !isKept && holdsOwnWork && !isSaved }

  mutating func applyRecovery(_ command: Command.Recovery) {
    let offered = recovery
    recovery = nil
    if interface.overlay == .recovering {
      interface.overlay = nil
      interface.focused = nil
    }
    switch command {
    // A replay passes here without an offer, and is to come to the same.
    case .goOn: if offered?.isInPlace != false { settle() }
    case .startFresh: if let offered, offered.isInPlace { startFresh(with: offered.usualStart) }
    case .tryAgain: if let offered { applyShell(.openFile(path: offered.work.path)) }
    }
  }

  /// The offer is over with its card: whatever closed that, the work goes on.
  mutating func followRecovery() {
    if recovery != nil, interface.overlay != .recovering { recovery = nil }
  }

  /// Ends what was under way when the program did: a stroke is kept as far as it came, playing stops, and what was asked
  /// of the world outside is not asked again.
  private mutating func settle() {
    endDrag()
    playback.mode = .paused
    playback.nextStepAt = 0
    // The clock is that of another session.
    now = 0
    glides = [:]
    passageOrigins = [:]
    announcement = nil
    cancelLoading()
    withdraw(saving?.ticket)
    saving = nil
    withdraw(lessonSaving?.ticket)
    lessonSaving = nil
    withdraw(interface.browser.ticket)
    interface.browser = Browser()
    if export.writing != nil { stopExporting() }
    effects.removeAll { $0.isOfTheWorld }
    gallery.waiting = [:]
    interface.settle()
  }

  /// The usual start in place of all that is there, as if the program had begun with it. It is no edit: undoing it would
  /// mix two pieces of work.
  private mutating func startFresh(with usual: LabScene) {
    // It came out of a lab, so that it can be shown.
    guard (try? open(usual)) != nil else { return }
    history = History()
    draft = nil
    file = nil
    interface.showsHint = true
    announcement = nil
  }

  /// What is on show stays; all that leads back to what was there before, or tells of it, is gone.
  mutating func forgetWork() {
    endDrag()
    stopExporting()
    withdraw(handIns.reading?.ticket)
    withdraw(interface.browser.ticket)
    withdraw(interface.browser.previewTicket)
    history.forget()
    selections = []
    seenHalfSteps = []
    files = files.filter { $0.key == document.opened }
    savedScenes = savedScenes.filter { $0.key == document.opened }
    runningList = nil
    draft = nil
    draftGround = DraftGround()
    (lessons.left, lessons.marks) = (nil, [:])
    export = Export()
    handIns = HandIns()
    interface.browser = Browser()
    announcement = nil
  }
}

extension Interface {
  /// Forgets what a hand or a pointer was doing.
  mutating func settle() {
    overlay = nil
    pointer = nil
    hovered = nil
    pressed = nil
    focused = nil
    pointedAt = nil
    emphasis = Emphasis()
    seedDraft = nil
    nameDraft = nil
  }
}

extension Effect {
  /// Whether it is about files or the window, rather than a computation.
  fileprivate var isOfTheWorld: Bool {
    switch task {
    case .compute, .search, .race: false
    case .readFile, .readTable, .saveScene, .saveLesson, .listFolder, .listRecent, .preview, .export, .toggleFullScreen,
      .gradeHandIns, .quit:
      true
    }
  }
}
