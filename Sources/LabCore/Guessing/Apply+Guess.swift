import GaussianMixtures

extension LabState {
  mutating func applyGuess(_ command: Command.Guess) {
    switch command {
    case .toggle: document.guess == nil ? arm() : edit { $0.document.guess = nil }
    case .ask(let question): ask(question)
    case .choose(let letter): choose(letter)
    case .beginGiving(let point, let radius): beginGiving(at: point, radius: radius, takesBack: false)
    case .beginTakingBack(let point, let radius): beginGiving(at: point, radius: radius, takesBack: true)
    case .moveStroke(let point): moveGuessStroke(to: point)
    case .endStroke: endDrag()
    case .chooseCount(let count): chooseCount(count)
    case .walk(let forward): walk(forward: forward)
    case .shift(let way): shift(by: way)
    case .adjust(let steps): adjust(by: steps)
    case .beginShaping(let drag): beginGuessDrag(drag)
    case .moveMean(let component, let point): moveGuessedMean(component, to: point)
    case .setCovariance(let component, let covariance):
      guard let guess = document.guess, guess.mixture.covariances.indices.contains(component) else { return }
      reshapeGuess(component, to: covariance.matrix)
    case .setWeight(let component, let weight):
      guard weight.isFinite else { return }
      shape { $0.settingWeight(of: component, to: weight) }
    case .beginMarking: beginGuessDrag(.mark)
    case .mark(let value): mark(value)
    case .goOn: goOn()
    case .flip: flip()
    case .clear: clearGuess()
    case .again:
      if lesson?.exercise != nil { return showNewPoints() }
      openFreshPoints()
      followFreshPoints()
    case .openMystery(let number, let level):
      if lesson?.exercise?.kind == .mystery { return showNewPoints() }
      openMystery(number, level)
    case .openBox: openBox()
    case .closeBox: closeBox()
    }
  }

  // MARK: - Beginning and ending

  /// From now on nothing is shown that was not guessed at. Of several lanes the active one goes on; what follows the step
  /// on show is kept as a run of its own, and found again guess by guess.
  private mutating func arm() {
    guard document.algorithm == .em else { return announce(.guess(.needsEM)) }
    if let reason = blockedReason { return announce(.blocked(reason)) }
    playback.mode = .paused
    drawDeferredStart()
    applySelect(.nothing)
    interface.page = .run
    interface.isChartLarge = false
    interface.overlay = nil
    interface.pinned = nil
    layers.switchedOn.formUnion([.points, .oneSigma, .model])
    edit { state in
      state.document.lanes = [state.document.activeLane]
      state.document.active = 0
      state.document.startsTogether = true
      state.document.runs.rewind()
      state.startChanged()
      state.beginGuess(isFollowing: false)
    }
  }

  /// Asks about the half-step that comes next.
  ///
  /// - Parameter isFollowing: whether the same kind of question is asked as before.
  private mutating func beginGuess(isFollowing: Bool) {
    let former = isFollowing ? document.guess : nil
    document.runs.rewind()
    let next = document.runs.shown.next
    let wanted = former?.question ?? .owners
    let questions = Guess.Question.before(next)
    var guess = Guess(
      questions.contains(wanted) ? wanted : questions[0], about: document.runs, points: document.points)
    if let former, former.points == guess.points, former.before.family == guess.before.family {
      guess.count = former.count
    }
    if let brush = former?.brush, guess.letters.contains(brush) { guess.brush = brush }
    document.guess = guess
    prepare()
  }

  /// What a question needs before it can be answered.
  private mutating func prepare() {
    guard let guess = document.guess else { return }
    if tool != .hand { tool = guess.question.tool }
    switch guess.question {
    case .owners, .move, .gain: break
    case .onePoint:
      let asked = pointToAskAbout(guess)
      document.guess?.asked = asked
    case .count: findBICs()
    }
  }

  /// One of a few points drawn by a seed: the one that is hardest to tell.
  private func pointToAskAbout(_ guess: Guess) -> Int? {
    let points = document.points
    guard !points.isEmpty else { return nil }
    var generator = SeededGenerator(seed: document.startSeed &+ UInt64(guess.place.step) &* 97)
    let drawn = (0..<12).map { _ in min(Int(generator.uniform() * Double(points.count)), points.count - 1) }
    func largestShare(_ point: Int) -> Double {
      (try? guess.before.posterior(at: points.row(point)))?.responsibilities.max() ?? 1
    }
    return drawn.min { largestShare($0) < largestShare($1) }
  }

  private mutating func ask(_ question: Guess.Question) {
    guard let guess = document.guess, question != guess.question else { return }
    endDrag()
    if guess.phase == .revealed { beginGuess(isFollowing: true) }
    guard document.guess?.phase == .open, document.guess?.questions.contains(question) == true else { return }
    document.guess?.question = question
    prepare()
  }

  /// Keeps the guess about what is on show, and reveals what was committed to; after every command.
  mutating func followGuess() {
    guard let guess = document.guess else { return }
    // It may have been running, or a page open, when undo led back to a guess.
    playback.mode = .paused
    if interface.page != .mystery { interface.page = .run }
    var place = guess.place
    if guess.phase == .revealed { place = RunReference(run: place.run, step: place.step + 1) }
    if guess.points != document.points.revision || place != document.runs.place || !document.runs.isAtLatest {
      let wasLatest = document.runs.isAtLatest
      beginGuess(isFollowing: true)
      if !wasLatest { requestWhatIsMissing() }
    }
    noteWhetherSeen()
    findTruth()
    reveal()
  }

  /// What was on show once is not guessed at again, though undo led back to before it was.
  private mutating func noteWhetherSeen() {
    guard let guess = document.guess, guess.phase == .open, !guess.wasSeen else { return }
    document.guess?.wasSeen = seenHalfSteps.contains(HalfStepSeen(guess))
  }

  /// Has the M-step computed ahead: there is a target to reach.
  private mutating func findTruth() {
    guard let guess = document.guess, guess.kind == .maximization, guess.phase != .revealed,
      case .computation(let request) = document.runs.current.pending, guess.truth?.request != request
    else { return }
    // One found under other settings is none.
    document.guess?.truth = nil
    guard !isComputing, blockedReason == nil, !request.measures else { return }
    self.request(.advance(request))
  }

  // MARK: - Reveal

  private mutating func goOn() {
    guard let guess = document.guess else { return }
    endDrag()
    if guess.question == .count { return revealBIC() }
    switch guess.phase {
    case .committed: break
    case .revealed:
      // An exercise asks for one answer; what follows is an ordinary run.
      if lesson?.exercise != nil {
        edit { $0.document.guess = nil }
        requestWhatIsMissing()
        return applyRun(.stepForward)
      }
      beginGuess(isFollowing: true)
    case .open:
      if let reason = blockedReason { return announce(.blocked(reason)) }
      guard guess.isReady else { return announce(.guess(.notReady)) }
      document.guess?.phase = .committed
    }
  }

  /// Takes the half-step that was committed to, as soon as it is there.
  private mutating func reveal() {
    guard let guess = document.guess, guess.phase == .committed else { return }
    if document.runs.current.end != nil, blockedReason == nil { resumeRun() }
    if case .computation(let request) = document.runs.current.pending, guess.truth?.request != request {
      // A run that was opened as it had ended has yet to be measured.
      if request.measures, !isComputing { self.request(.advance(request)) }
      return
    }
    if marks(guess) { return }
    switch document.runs.current.pending {
    case .expectation: takeStep { $0.takeExpectation() }
    case .computation(let request):
      guard let truth = guess.truth, truth.request == request else { return }
      takeStep { $0.take(truth) }
    case .nothing: break
    }
    guard document.runs.place == RunReference(run: guess.place.run, step: guess.place.step + 1) else {
      document.guess?.phase = .open
      return
    }
    announceRescues(document.runs.shown.events, letters: guess.letters)
    document.guess?.phase = .revealed
    let verdict = verdict(of: guess)
    document.guess?.verdict = verdict
    if glide == nil, !interface.reducesMotion {
      glide = Glide(from: document.runs.shown, beganAt: now, duration: Speed.normal.glideDuration)
    }
    seenHalfSteps.note(HalfStepSeen(guess))
  }

  private func verdict(of guess: Guess) -> GuessVerdict? {
    switch guess.question {
    case .owners, .onePoint: OwnersVerdict(guess, document.points).map { .owners($0) }
    case .move: MoveVerdict(guess, document.points).map { .move($0) }
    case .gain: gainVerdict(of: guess)
    case .count: nil
    }
  }

  private func gainVerdict(of guess: Guess) -> GuessVerdict? {
    guard let said = guess.value, let scale = gainScale,
      let before = document.runs.current.steps[guess.place.step].logLikelihood,
      let came = document.runs.shown.logLikelihood
    else { return nil }
    let grain = GainVerdict.grain(before: before, came: came, step: scale.step)
    return .gain(GainVerdict(before: before, said: said, came: came, tolerance: grain))
  }

  private mutating func flip() {
    guard let guess = document.guess else { return }
    guard guess.phase == .revealed else { return announce(.guess(guess.isReady ? .notRevealed : .notReady)) }
    document.guess?.showsGuess = !guess.showsGuess
    if interface.reducesMotion { return }
    glide = Glide(from: document.runs.shown, beganAt: now, duration: Speed.normal.glideDuration)
  }

  private mutating func clearGuess() {
    guard let guess = document.guess, guess.phase == .open else { return }
    edit { state in
      state.document.guess?.owners = [:]
      state.document.guess?.mixture = guess.before
      state.document.guess?.tries = []
      state.document.guess?.value = nil
      state.document.guess?.count.choice = nil
    }
  }
}

/// A half-step that was revealed once: by its points and what it began with, so that no undoing makes it new.
struct HalfStepSeen: Sendable, Equatable {
  let points: Revision
  let kind: RunStep.Kind
  let model: GaussianMixture

  init(_ guess: Guess) {
    (points, kind, model) = (guess.points, guess.kind, guess.before)
  }
}

extension [HalfStepSeen] {
  /// So many are remembered.
  private static let most = 400

  mutating func note(_ seen: HalfStepSeen) {
    guard !contains(seen) else { return }
    append(seen)
    if count > Self.most { removeFirst() }
  }
}
