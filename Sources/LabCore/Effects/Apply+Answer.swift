import GaussianMixtures

/// Taking in what became of effects.
extension LabState {
  mutating func applyAnswer(_ answer: Answer) {
    // What was not written down answers nothing: a replay performs the effect.
    if case .unrecorded = answer.outcome { return }
    guard let effect = effects.first(where: { $0.ticket == answer.ticket }) else { return }
    if answer.isLast { withdraw(answer.ticket) }
    // An answer of another kind than its question is nobody's.
    let lane = effect.lane ?? document.active
    switch answer.outcome {
    case .advanced(let answer): advance(answer, in: lane)
    case .drewStart(let start): inLane(lane) { $0.startWasDrawn(start) }
    case .drewNoStart(let error): inLane(lane) { $0.startFailed(error) }
    case .searching(let done, let total): searchGoesOn(done, total, answer.ticket)
    case .found(let candidates): finishSearch(candidates)
    case .searchFailed(let error): failSearch(error)
    case .racing(let run): raceGoesOn(run, answer.ticket)
    case .raced(let runs): finishRace(runs)
    case .raceFailed(let error): failRace(error)
    case .reading(let fraction): readingGoesOn(fraction, answer.ticket)
    case .opened(let source):
      if !fillGallery(answer.ticket, with: source) { openTable(source, answer.ticket) }
    case .openedModel(let model, let columns): openModel(model, columns: columns, answer.ticket)
    case .openedScene(let scene, let stamp): openScene(scene, stamp, answer.ticket)
    case .openedLesson(let lesson): openLesson(lesson, answer.ticket)
    case .openedSession(let scene, let draft): openSession(scene, draft, answer.ticket)
    case .saved(let stamp): if !lessonWasSaved(stamp, answer.ticket) { sceneWasSaved(stamp, answer.ticket) }
    case .notSaved(let problem):
      if !lessonWasNotSaved(problem, answer.ticket) { sceneWasNotSaved(problem, answer.ticket) }
    case .exporting(let progress): exportGoesOn(progress, answer.ticket)
    case .exported(let path, let bytes): exportEnded(.written(path: path, bytes: bytes), answer.ticket)
    case .notExported(let problem): exportEnded(.failed(problem), answer.ticket)
    case .listed(let listing): folderWasListed(.success(listing), answer.ticket)
    case .notListed(let problem): folderWasListed(.failure(problem), answer.ticket)
    case .notOpened(let problem):
      if !fillGallery(answer.ticket, with: nil) { fileFailed(problem) }
    case .foundHandIns(let path): handInsWereFound(path, answer.ticket)
    case .gradingHandIns(let done, let total): handInsGoOn(done, total, answer.ticket)
    case .gradedHandIns(let files): handInsWereRead(files, answer.ticket)
    case .previewed(let preview): fileWasPreviewed(preview, answer.ticket)
    case .done, .unrecorded: break
    }
  }

  // MARK: - Runs

  /// Takes the run of a lane one half-step on.
  private mutating func advance(_ answer: RunAnswer, in lane: Int) {
    if keepsTruth(answer) { return }
    let last = document.lanes[lane].runs.current.latest
    let hadNoValue = last.value == nil
    let shown = document.runs.shown.identities
    if inLane(lane, { $0.document.isBehind }) {
      document.lanes[lane].runs.take { $0.take(answer) }
      catchUp()
    } else {
      inLane(lane) { $0.takeStep { $0.take(answer) } }
    }
    if lane == document.active { holdOn(to: shown) }
    // What happens in other lanes is on their heads; the announcement is about the one in hand.
    let steps = document.lanes[lane].runs.current.steps
    if lane == document.active, steps.count > 1, !hadNoValue, let events = steps.last?.events {
      announceRescues(events, letters: last.identities)
    }
    // The next half-step waits for all lanes.
    guard !isComputing else { return }
    if playback.mode == .rushing { stepForward() } else if hadNoValue { runDueHalfSteps() }
  }

  /// A drag keeps hold of its component where others were dropped, and ends where its own was.
  ///
  /// - Parameter identities: those of the components that were on show before.
  private mutating func holdOn(to identities: [Int]) {
    let present = document.runs.shown.identities
    guard present != identities, let drag = interface.drag else { return }
    func place(of component: Int) -> Int? {
      identities.indices.contains(component) ? present.firstIndex(of: identities[component]) : nil
    }
    switch drag {
    case .mean(let component, let grip):
      if let place = place(of: component) { interface.drag = .mean(place, grip: grip) } else { endDrag() }
    case .covariance(let component, let handle, let angle):
      if let place = place(of: component) {
        interface.drag = .covariance(place, handle: handle, angle: angle)
      } else {
        endDrag()
      }
    case .weight(let component):
      if let place = place(of: component) { interface.drag = .weight(place) } else { endDrag() }
    case .paint, .erase, .pan, .scrub, .give, .takeBack, .mark, .marquee, .carry, .stamp, .exportRange: break
    }
  }

  /// One notice for all components that suffered and got the same; the last such group when there are several.
  mutating func announceRescues(_ events: [EMEvent], letters: [Int]) {
    guard let last = events.last else { return }
    let alike = events.filter { $0.kind == last.kind && $0.reason == last.reason }
    let struck = alike.compactMap { letters.indices.contains($0.component) ? letters[$0.component] : nil }
    announce(.rescued(Rescue(letters: struck, kind: last.kind, reason: last.reason, points: last.points)))
  }
}

extension Effect {
  /// The lane that waits for it.
  fileprivate var lane: Int? {
    switch task {
    case .compute(let computation): computation.lane
    case .search, .race, .readFile, .readTable, .saveScene, .saveLesson, .listFolder, .listRecent, .preview, .export,
      .gradeHandIns, .toggleFullScreen, .quit:
      nil
    }
  }
}

extension Answer {
  /// Whether nothing follows it.
  var isLast: Bool {
    switch outcome {
    case .searching, .racing, .reading, .exporting, .gradingHandIns: false
    case .unrecorded(let isLast): isLast
    case .advanced, .drewStart, .drewNoStart, .found, .searchFailed, .raced, .raceFailed, .opened, .openedScene,
      .openedSession, .openedLesson, .openedModel, .foundHandIns, .gradedHandIns, .notOpened, .previewed, .saved,
      .notSaved, .exported, .notExported,
      .listed,
      .notListed,
      .done:
      true
    }
  }
}
