import GaussianMixtures

/// What a part of the window can see of the state, as a whole value to compare: equal values, equal pixels.
///
/// It names what is left out, never what is needed, so that whatever is added to the state is seen by default.
extension LabState {
  /// The state as a part of the window with these controls sees it: not what belongs to other parts, nor what the state
  /// keeps for itself. Whether an announcement is fresh, and how far a glide has come, follow from the clock, which is
  /// left out: whoever shows them compares them beside this.
  public func seen(by controls: [Control]) -> LabState {
    var seen = self
    seen.interface = interface.seen(by: controls)
    // Their revision names the points; a million numbers need not be compared to know that they are the same.
    seen.document.points = document.points.withoutValues
    seen.viewport = Viewport(bounds: DataRect(minX: 0, minY: 0, maxX: 1, maxY: 1))
    seen.brushRadius = 0
    seen.now = 0
    seen.glides = [:]
    seen.playback.nextStepAt = 0
    seen.effects = []
    seen.history = History()
    seen.stroke = nil
    seen.guessStroke = nil
    seen.seenHalfSteps = []
    seen.freshCount = 0
    seen.selections = []
    seen.gesture = nil
    seen.gallery = Gallery()
    seen.lessons = Lessons()
    seen.handIns = HandIns()
    seen.lesson?.forgetOthers()
    seen.draft?.forgetScenes()
    seen.draftGround = DraftGround()
    seen.lessonSaving = nil
    seen.export = Export()
    seen.saving?.waiting = []
    seen.interface.cursor = nil
    seen.documentBeforeDrag = nil
    seen.ticketCount = 0
    seen.revisionCount = 0
    seen.spray = SeededGenerator(seed: 0)
    seen.passageOrigins = [:]
    return seen
  }

  /// The state as the ground of the canvas sees it, grid and points: not the run, whose ellipses and owners are
  /// compared beside this, nor anything around the canvas.
  public func seenByGround() -> LabState {
    var seen = seen(by: [])
    seen.document.lanes = [LabState.noLane]
    seen.document.active = 0
    seen.document.startsTogether = true
    seen.document.name = .file("")
    seen.playback = Playback()
    seen.search = ModelSearch()
    seen.race = Race()
    seen.announcement = nil
    seen.tool = .hand
    seen.tools = ToolSettings()
    seen.interface.showsToolSettings = false
    seen.interface.drag = nil
    seen.interface.pressed = nil
    seen.interface.overlay = nil
    seen.recovery = nil
    seen.lesson = nil
    seen.draft = nil
    seen.interface.page = .run
    seen.ownerChange = nil
    seen.interface.showsLayers = false
    seen.interface.showsColumns = false
    seen.interface.seedDraft = nil
    seen.interface.nameDraft = nil
    seen.interface.showsHint = false
    seen.interface.pinned = nil
    return seen
  }

  /// The state as a bar beside the canvas sees it: not how the run goes on. What a bar does tell of that, the next
  /// half-step or what was said last, and which controls can be pressed, is compared beside this. In lessons and guesses
  /// much more follows from the run, so there it is seen.
  public func seenByBar(_ controls: [Control]) -> LabState {
    var seen = seen(by: controls)
    guard lesson == nil, draft == nil, document.guess == nil else { return seen }
    for lane in seen.document.lanes.indices { seen.document.lanes[lane].runs = LabState.noLane.runs }
    seen.agreement = nil
    seen.ownerChange = nil
    return seen
  }

  private static let noLane = Lane(
    start: GaussianMixture(weights: [], means: [], covariances: []), startKind: .uniform, startSeed: 0,
    options: EMOptions())
}
