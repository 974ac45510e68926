/// The one place where the state changes.
extension LabState {
  public mutating func apply(_ command: Command) {
    dismissHint(for: command)
    switch command {
    case .tick(let time): tick(time)
    case .finish(let ticket, let result): finish(ticket, result)

    case .open, .openExample, .loadingProgress, .cancelLoading, .clearPoints, .refuse, .announce:
      applyData(command)
    case .beginPainting, .beginErasing, .moveStroke, .endStroke:
      applyStroke(command)
    case .addMean, .removeMean, .beginShaping, .moveMean, .setCovariance, .endShaping, .setComponentCount, .newStart:
      applyStart(command)
    case .restart, .togglePlay, .stepForward, .stepBack, .stepIteration, .runToConvergence, .setSpeed, .beginScrubbing,
      .scrub, .endScrubbing:
      applyPlayback(command)
    case .undo, .redo: applyHistory(command)
    case .setOption(let change): applyOption(change)
    case .beginSeedEntry, .typeSeed, .eraseSeedDigit, .commitSeed: applySeedDraft(command)
    case .toggleSearchFamily, .startSearch, .cancelSearch, .searchProgress, .finishSearch, .adopt:
      applySearch(command)
    default: applyView(command)
    }
  }

  /// The opening hint goes at the first click or key.
  private mutating func dismissHint(for command: Command) {
    switch command {
    case .tick, .finish, .pointer, .press(nil), .resize, .setTheme, .announce, .refuse, .searchProgress, .finishSearch,
      .loadingProgress:
      break
    default: interface.showsHint = false
    }
  }
}
