import GaussianMixtures

/// Everything that can happen to the lab. The window, a replay and a test all speak these.
public enum Command: Sendable, Equatable {
  // Time and computation
  /// The clock stands at this many seconds.
  case tick(Double)
  /// The answer to the work request with this ticket.
  case finish(ticket: Int, WorkResult)

  // Data
  case open(DataSource)
  case openExample(Example)
  /// How much of the file being read has been read, 0…1.
  case loadingProgress(Double)
  case cancelLoading
  /// A file could not be opened; the sentence says why and what to do.
  case refuse(String)
  /// Something worth saying in one sentence, for the announcement strip.
  case announce(String)
  case beginPainting(DataPoint, radius: DataSize)
  case beginErasing(DataPoint, radius: DataSize)
  case moveStroke(DataPoint)
  case endStroke
  case clearPoints

  // Start
  case addMean(DataPoint)
  case removeMean(Int)
  case beginShaping(Drag)
  case moveMean(Int, to: DataPoint)
  case setCovariance(Int, CovarianceMatrix)
  case endShaping
  case setComponentCount(Int)
  case newStart
  case restart

  // Options
  case setOption(OptionChange)
  case beginSeedEntry
  case typeSeed(Character)
  case eraseSeedDigit
  case commitSeed

  // Model selection
  case toggleSearchFamily(CovarianceFamily)
  case startSearch
  case cancelSearch
  case searchProgress(ticket: Int, done: Int, total: Int)
  case finishSearch(ticket: Int, SearchResult)
  /// Takes over the model of the candidate with this index.
  case adopt(Int)

  // Playback
  case togglePlay
  case stepForward
  case stepBack
  case stepIteration
  case runToConvergence
  case setSpeed(Speed)
  case beginScrubbing
  case scrub(toStep: Int)
  case endScrubbing

  // Edits
  case undo
  case redo

  // View
  case setViewport(Viewport)
  case fitView
  case toggleAspect
  case chooseTool(Tool)
  case setBrushRadius(Double)
  case resize(width: Int, height: Int, pixelRatio: Double)
  case setTheme(ThemeChoice)
  case toggleProjector
  case toggleOverlay(Overlay)
  case showPage(PanelPage)
  case dismiss
  case beginPanning
  case endPanning
  case pointer(Interface.Pointer?, over: Control?)
  case press(Control?)
  case focus(Control?)
  case activateMenuItem(Int)
  case closeAnnouncement

  // Shell
  case openFile(path: String)
  case toggleFullScreen
  case quit
}
