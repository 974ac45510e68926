import GaussianMixtures

/// What is on show while somebody guesses.
extension LabState {
  /// How much of the truth is on show: 0 while it is guessed at, 1 after the reveal, and between while one glides into
  /// the other.
  public var shownTruth: Double {
    guard let guess = document.guess, guess.phase == .revealed else { return 0 }
    let progress = glide?.progress(at: now) ?? 1
    return guess.showsGuess ? 1 - progress : progress
  }

  /// The mixture that is drawn while an M-step is guessed at: one's own, and from the reveal on its way to the M-step's.
  public var guessedMixture: GaussianMixture? {
    guard let guess = document.guess, guess.question == .move else { return nil }
    return guess.phase == .revealed
      ? guess.mixture.interpolated(to: document.runs.shown.model, shownTruth) : guess.mixture
  }

  /// Whether a layer would tell who owns the points before the reveal.
  public func hides(_ layer: CanvasLayer) -> Bool {
    guard document.guess?.hidesOwners == true else { return false }
    switch layer {
    case .regions, .uncertainty, .truth, .contours: return true
    case .points, .oneSigma, .twoSigma, .threeSigma, .trails, .letters, .model: return false
    }
  }

  /// The range that a mark for the log-likelihood moves in; nil where there is no log-likelihood.
  public var gainScale: GainScale? {
    guard let guess = document.guess else { return nil }
    let steps = document.runs.current.steps
    guard steps.indices.contains(guess.place.step), let value = steps[guess.place.step].logLikelihood else {
      return nil
    }
    var runs = document.runs
    runs.cursor = guess.place.step
    return GainScale(around: value, gain: runs.lastGain)
  }

  /// What the next button does.
  public enum NextGuess: Sendable, Equatable {
    /// Reveals the half-step, as soon as there is a guess.
    case reveal(Guess.Question, isReady: Bool)
    /// Goes on to the guess at the half-step that follows.
    case goOn(RunStep.Kind)

    /// Whether it does anything now.
    public var isPossible: Bool {
      switch self {
      case .reveal(_, let isReady): isReady
      case .goOn: true
      }
    }
  }

  public var nextGuess: NextGuess? {
    guard let guess = document.guess else { return nil }
    // What follows on an exercise is an ordinary run.
    if guess.phase == .revealed, lesson?.exercise != nil { return nil }
    return guess.phase == .revealed && guess.question != .count
      ? .goOn(document.runs.shown.next) : .reveal(guess.question, isReady: guess.isReady && canReveal)
  }

  /// Whether the half-step can be taken at all.
  var canReveal: Bool {
    guard let guess = document.guess else { return false }
    return guess.question == .count ? nextBIC != nil : blockedReason == nil
  }

  /// What is found out of the BIC that comes next; nil until it is.
  var nextBIC: ModelSearch.Candidate? {
    guard let guess = document.guess, case .finished = search.status else { return nil }
    return search.candidates.first {
      $0.family == document.options.family && $0.asked == guess.count.revealed.count + 1
    }
  }
}

extension LabState {
  /// The mixture that canvas and cards are about, but for a glide: that of the run, or the guess at the next.
  public var mixtureOnShow: GaussianMixture { guessedMixture ?? document.runs.shown.model }

  /// The state without what would tell the answer before the reveal, and what this view does not have: how the window
  /// draws it.
  public var asDrawn: LabState {
    guard CanvasLayer.allCases.contains(where: { hides($0) || !has($0) }) else { return self }
    var state = self
    for layer in CanvasLayer.allCases where hides(layer) || !has(layer) { state.layers.switchedOn.remove(layer) }
    return state
  }

  /// Whether the view has a layer at all: where the model has more columns than are shown, who wins at a place of the
  /// canvas depends on the others.
  public func has(_ layer: CanvasLayer) -> Bool {
    switch layer {
    case .regions: document.points.dimensions == 2
    case .points, .oneSigma, .twoSigma, .threeSigma, .trails, .letters, .contours, .uncertainty, .truth, .model: true
    }
  }
}
