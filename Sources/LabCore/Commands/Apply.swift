/// The one place where the state changes.
extension LabState {
  public mutating func apply(_ command: Command) {
    guard let ground = lesson?.record?.ground else { return carryOut(command) }
    let eve = SessionEve(self, before: command)
    let isHandingIn = interface.overlay == .export
    carryOut(command)
    if (isHandingIn || interface.overlay == .export) && command.isAboutExporting { return }
    noteInLesson(command, eve, ground)
  }

  private mutating func carryOut(_ command: Command) {
    // The opening hint goes at the first click or key.
    if command.isDeliberate { interface.showsHint = false }
    if !command.keepsSeedEntry { interface.seedDraft = nil }
    if !command.keepsNameEntry { interface.nameDraft = nil }
    var command = command
    if let guess = document.guess {
      switch passage(of: command, guess) {
      case .free: break
      case .turned(let other): command = .guess(other)
      case .held(let notice): return announce(.guess(notice))
      case .ignored: return
      }
    }
    if let lesson {
      if isHeldByExercise(command, lesson) { return announce(.lesson(.asks)) }
      switch passage(of: command, lesson) {
      case .free: break
      case .held(let notice): return announce(.lesson(notice))
      case .ignored: return
      }
    }
    switch command {
    case .tick(let time): tick(time)
    case .edit(let command): applyEdit(command)
    case .select(let command): applySelect(command)
    case .stamp(let command): applyStamp(command)
    case .start(let command): applyStart(command)
    case .option(let command): applyOption(command)
    case .run(let command): applyRun(command)
    case .lanes(let command): applyLanes(command)
    case .search(let command): applySearch(command)
    case .race(let command): applyRace(command)
    case .kept(let command): applyKept(command)
    case .guess(let command): applyGuess(command)
    case .view(let command): applyView(command)
    case .columns(let command): applyColumns(command)
    case .interface(let command): applyInterface(command)
    case .shell(let command): applyShell(command)
    case .file(let command): applyFile(command)
    case .export(let command): applyExport(command)
    case .recovery(let command): applyRecovery(command)
    case .handIns(let command): applyHandIns(command)
    case .lesson(let command): applyLesson(command)
    case .answer(let answer): applyAnswer(answer)
    }
    followGuess()
    followLesson()
    followExercise()
    followRecording()
    followMystery()
    followPointing()
    followOwners()
    followGallery()
    followLessons()
    followHandIns()
    followRecovery()
    followBrowser()
    dropUntrueAnnouncement()
  }
}
