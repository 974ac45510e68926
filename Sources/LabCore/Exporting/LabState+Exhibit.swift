extension LabState {
  /// The lab as a picture shows it to others: without pointer and keyboard, hints and what is passing by, at rest.
  ///
  /// - Parameters:
  ///   - width: the picture's size in pixels.
  ///   - pixelRatio: pixels per window unit; 2 draws everything twice as large.
  public func exhibited(width: Int, height: Int, pixelRatio: Double = 1) -> LabState {
    var state = self
    state.apply(.shell(.resize(width: width, height: height, pixelRatio: pixelRatio)))
    state.playback.mode = .paused
    // Its clock begins anew: two exhibits of one lab are equal.
    state.now = 0
    state.effects = []
    state.gesture = nil
    state.selections = []
    state.announcement = nil
    state.ownerChange = nil
    state.glides = [:]
    state.passageOrigins = [:]
    state.gallery = Gallery()
    state.export = Export()
    state.interface.withdraw()
    return state
  }

  /// The same with another half-step on show.
  ///
  /// - Parameter halfStep: as the clock counts them; beyond the last one it is the last.
  public func showing(halfStep: Int) -> LabState {
    var state = self
    for lane in state.document.lanes.indices {
      let last = state.document.lanes[lane].runs.current.steps.count - 1
      state.document.lanes[lane].runs.cursor = min(max(halfStep, 0), last)
    }
    state.followOwners()
    return state
  }
}

extension Interface {
  /// Takes the user out of the window.
  fileprivate mutating func withdraw() {
    settle()
    drag = nil
    dragButton = nil
    showsToolSettings = false
    showsLayers = false
    showsColumns = false
    loading = nil
    showsHint = false
    cursor = nil
    pinned = nil
  }
}
