import LabCore

/// What each control is called, which key does the same, and its icon.
enum ControlText {
  static func name(_ control: Control, _ state: LabState) -> String {
    switch control {
    case .dataMenu: "Choose data"
    case .restart: "Restart from the same start"
    case .back: "Half-step back"
    case .play: state.playback.isRunning ? "Pause" : "Run EM"
    case .next: "Next half-step"
    case .end: "Run to convergence"
    case .slower: "Slower"
    case .faster: "Faster"
    case .projector: "Projector mode"
    case .help: "All keys and gestures"
    case .tool(let tool): toolName(tool)
    case .undo: "Undo"
    case .redo: "Redo"
    case .fit: "Fit the view"
    case .fewer: "One component fewer"
    case .more: "One component more"
    case .menuItem(let index): state.menu.indices.contains(index) ? state.menu[index].name.title : ""
    case .announcementUndo: "Undo"
    case .announcementClose: "Close"
    case .cancelLoading: "Stop reading the file"
    case .page(.options): "Options of the fit"
    case .page(.selection): "How many components?"
    case .page(.run), .closePage: "Back to the run"
    case .seedField: "Type a seed"
    case .search: state.search.isRunning ? "Cancel" : "Search for the best model"
    case .candidate: "Adopt this model"
    case .option(let change): optionName(change)
    case .searchFamily(let family): "Try \(family.rawValue) covariances"
    }
  }

  private static func optionName(_ change: OptionChange) -> String {
    switch change {
    case .family(.full): "Each component has its own ellipse"
    case .family(.tied): "All share one ellipse"
    case .family(.diagonal): "Ellipses along the axes"
    case .family(.spherical): "Circles"
    case .startKind(.uniform): "Means anywhere in −10 … 10"
    case .startKind(.randomPoints): "Means at random points"
    case .startKind(.kMeansPlusPlus): "Means at points far apart"
    case .startKind(.kMeans): "Means from k-means"
    case .seed: "Another seed"
    case .onCollapse(.floor): "Hold its variance at the floor"
    case .onCollapse(.reseed), .onEmpty(.reseed): "Start it again at a random point"
    case .onCollapse(.drop), .onEmpty(.drop): "Remove it"
    case .onCollapse(.fail): "Stop and say so"
    case .onEmpty(.keep): "Leave it as it is"
    case .floor: "Smallest variance allowed"
    case .tolerance: "Gain per point at which EM stops"
    }
  }

  static func toolName(_ tool: Tool) -> String {
    switch tool {
    case .brush: "Brush"
    case .eraser: "Eraser"
    case .means: "Means"
    case .hand: "Hand"
    case .inspect: "Inspect"
    }
  }

  static func key(_ control: Control) -> String? {
    switch control {
    case .restart: "Home"
    case .back: "←"
    case .play: "Space"
    case .next: "→"
    case .end: "End"
    case .slower: "−"
    case .faster: "+"
    case .projector: "P"
    case .help: "F1"
    case .tool, .fit: railKey(control) ?? "F"
    case .undo: "Ctrl Z"
    case .redo: "Ctrl Shift Z"
    case .fewer, .more: "1…9"
    case .page(.options): "O"
    case .page(.selection): "M"
    case .closePage: "Esc"
    case .dataMenu, .menuItem, .announcementUndo, .announcementClose, .cancelLoading, .page(.run), .option, .seedField,
      .search, .searchFamily, .candidate:
      nil
    }
  }

  /// The letter under a tool's icon.
  static func railKey(_ control: Control) -> String? {
    guard case .tool(let tool) = control else { return nil }
    return switch tool {
    case .brush: "B"
    case .eraser: "X"
    case .means: "V"
    case .hand: "H"
    case .inspect: "I"
    }
  }

  static func icon(_ control: Control) -> Icon {
    switch control {
    case .dataMenu, .menuItem: .down
    case .restart: .restart
    case .back: .back
    case .play: .play
    case .next: .next
    case .end: .end
    case .slower, .fewer: .minus
    case .faster, .more: .plus
    case .projector: .projector
    case .help: .help
    case .tool(let tool): icon(tool)
    case .undo, .announcementUndo: .undo
    case .redo: .redo
    case .fit: .fit
    case .announcementClose, .cancelLoading, .closePage: .close
    case .page(.selection), .search, .searchFamily, .candidate: .selection
    case .page, .option, .seedField: .options
    }
  }

  static func icon(_ tool: Tool) -> Icon {
    switch tool {
    case .brush: .brush
    case .eraser: .eraser
    case .means: .means
    case .hand: .hand
    case .inspect: .inspect
    }
  }
}

extension LabState {
  /// Whether pressing a control would do anything.
  func isEnabled(_ control: Control) -> Bool {
    switch control {
    case .restart: document.runs.current.latest.kind != .start || document.runs.current.steps.count > 1
    case .back: canGoBack
    case .play: playback.isRunning || canStep
    case .next: canStep
    case .end: canStep && !hasConverged
    case .slower: playback.speed.slower != nil
    case .faster: playback.speed.faster != nil
    case .undo: canUndo
    case .redo: canRedo
    case .fewer: document.runs.shown.model.componentCount > LabState.componentCounts.lowerBound
    case .more: document.runs.shown.model.componentCount < LabState.componentCounts.upperBound
    case .dataMenu, .projector, .help, .tool, .fit, .menuItem, .announcementUndo, .announcementClose, .cancelLoading,
      .page, .closePage, .option, .seedField, .search, .searchFamily, .candidate:
      true
    }
  }
}
