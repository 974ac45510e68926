import GaussianMixtures

/// The gate: while somebody guesses, every command passes here before it is applied, and none that would show a half-step
/// ahead of a guess gets through. A command that this list does not know does not compile.
extension LabState {
  enum Passage: Equatable {
    case free
    /// It means this while guessing.
    case turned(Command.Guess)
    /// It would show the answer, or change what is asked: it does nothing, and says why.
    case held(GuessNotice)
    /// It does nothing; a drag need not be told so at every move.
    case ignored
  }

  /// What becomes of a command while somebody guesses.
  func passage(of command: Command, _ guess: Guess) -> Passage {
    switch command {
    // A computation's answer is kept until the reveal where it is received (`keepsTruth`).
    case .tick, .answer, .shell, .file, .guess, .recovery, .lesson, .handIns: .free
    case .view(let command): passage(of: command, guess)
    case .edit(let command): passage(of: command)
    case .select(let command): passage(of: command)
    case .stamp(let command): passage(of: command)
    case .start(let command): passage(of: command, guess)
    case .option(let command): passage(of: command)
    case .run(let command): passage(of: command)
    case .lanes(let command): passage(of: command)
    case .search(let command): passage(of: command)
    case .race(let command): passage(of: command)
    case .kept(let command): passage(of: command)
    // What is handed in shows nothing.
    case .export(.set(.kind(let kind))): kind == .handIn ? .free : .held(.showsTheAnswer)
    case .export: export.kind == .handIn ? .free : .held(.showsTheAnswer)
    case .columns(let command): passage(of: command)
    case .interface(let command): passage(of: command)
    }
  }

  private func passage(of command: Command.View, _ guess: Guess) -> Passage {
    switch command {
    case .chooseTool(let tool): tool.serves(guess.question) ? .free : .held(.changesTheTask)
    case .setViewport, .fit, .toggleAspect, .beginPanning, .endPanning, .pin, .setBrushRadius, .setBrushRate,
      .toggleLayer, .setLayers:
      .free
    }
  }

  private func passage(of command: Command.Edit) -> Passage {
    switch command {
    case .openExample, .endStroke, .undo, .redo: .free
    case .clearPoints, .beginPainting, .beginErasing: .held(.changesTheTask)
    case .moveStroke: .ignored
    }
  }

  private func passage(of command: Command.Select) -> Passage {
    switch command {
    case .end, .nothing: .free
    case .beginMarquee, .choose, .beginCarrying, .all, .nudge, .duplicate, .delete, .jitter: .held(.changesTheTask)
    case .drag: .ignored
    }
  }

  private func passage(of command: Command.Stamp) -> Passage {
    switch command {
    case .end, .setShape, .setCount, .setWidth: .free
    case .begin: .held(.changesTheTask)
    case .drag: .ignored
    }
  }

  private func passage(of command: Command.Start, _ guess: Guess) -> Passage {
    switch command {
    case .newStart, .endShaping: .free
    case .addMean, .removeMean, .setComponentCount: .held(.changesTheTask)
    case .beginShaping(let drag): guess.canMove ? .turned(.beginShaping(drag)) : .held(.changesTheTask)
    case .moveMean(let component, let point): guess.canMove ? .turned(.moveMean(component, to: point)) : .ignored
    case .setCovariance(let component, let covariance):
      guess.canMove ? .turned(.setCovariance(component, covariance)) : .ignored
    case .setWeight(let component, let weight):
      guess.canMove ? .turned(.setWeight(component, weight)) : .held(.changesTheTask)
    }
  }

  private func passage(of command: Command.Option) -> Passage {
    switch command {
    case .set, .beginSeedEntry, .typeSeedDigit, .eraseSeedDigit, .commitSeed: .free
    }
  }

  private func passage(of command: Command.Run) -> Passage {
    switch command {
    case .restart, .stepBack, .setSpeed, .beginScrubbing, .endScrubbing: .free
    case .stepForward: .turned(.goOn)
    case .togglePlay: .turned(.flip)
    case .stepIteration, .runToConvergence: .held(.showsTheAnswer)
    case .scrub(let step): step < document.clock ? .free : .ignored
    }
  }

  private func passage(of command: Command.Lanes) -> Passage {
    switch command {
    case .activate, .close, .keepOnly, .change(_, to: .em): .free
    case .compare, .change(_, to: .kMeans): .held(.changesTheTask)
    }
  }

  private func passage(of command: Command.Search) -> Passage {
    switch command {
    case .cancel: .free
    case .toggleFamily, .start, .adopt: .held(.showsTheAnswer)
    }
  }

  private func passage(of command: Command.Race) -> Passage {
    switch command {
    case .cancel, .toggleAll: .free
    case .start, .adopt: .held(.showsTheAnswer)
    }
  }

  private func passage(of command: Command.Kept) -> Passage {
    switch command {
    case .delete, .beginNaming, .typeName, .eraseName, .commitName: .free
    case .show: .held(.showsTheAnswer)
    }
  }

  private func passage(of command: Command.Columns) -> Passage {
    switch command {
    case .show: .free
    case .toggle, .setStandardized: .held(.changesTheTask)
    }
  }

  private func passage(of command: Command.Interface) -> Passage {
    switch command {
    case .showPage(.selection), .showPage(.race), .showPage(.runs), .toggleLargeChart, .toggleOverlay(.export):
      .held(.showsTheAnswer)
    case .showPage(.options): .held(.changesTheTask)
    case .showPage(.run), .showPage(.mystery), .setTheme, .setProjectorTheme, .toggleTheme, .toggleProjector,
      .setLanguage,
      .toggleOverlay, .toggleTranscript, .toggleLayers,
      .toggleColumns, .toggleFirstClimb, .moveCursor, .scrollGallery, .scrollTranscript, .dismiss, .pointer, .pointAt,
      .press, .hold,
      .focus,
      .closeAnnouncement, .set:
      .free
    }
  }

  /// Whether an answer is the M-step that is being guessed at: it is kept, and shown with the reveal.
  mutating func keepsTruth(_ answer: RunAnswer) -> Bool {
    guard let guess = document.guess, guess.kind == .maximization, guess.phase != .revealed, !answer.request.measures,
      document.runs.current.pending == .computation(answer.request)
    else { return document.guess != nil && !answer.request.measures }
    document.guess?.truth = answer
    return true
  }
}

extension Tool {
  /// Whether it has something to do while somebody guesses.
  func serves(_ question: Guess.Question) -> Bool {
    switch self {
    case .hand, .inspect: true
    case .means: question == .move
    case .brush, .eraser: question.givesPoints
    case .select, .stamp: false
    }
  }
}

/// What is said of guessing.
public enum GuessNotice: Sendable, Equatable {
  case showsTheAnswer, changesTheTask
  /// There is nothing yet to commit to.
  case notReady
  /// There is a guess, but nothing yet to show it in place of.
  case notRevealed
  /// k-means has no shares to guess.
  case needsEM
}
