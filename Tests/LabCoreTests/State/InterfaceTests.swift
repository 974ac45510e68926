import Testing

@testable import LabCore

struct InterfaceTests {
  @Test func sizesAndRatiosAreAlwaysUsable() {
    var state = LabState.opened()
    state.perform(.shell(.resize(width: 0, height: -5, pixelRatio: .nan)))
    #expect(state.interface.width == 1 && state.interface.height == 1 && state.interface.pixelRatio == 1)
    state.perform(.shell(.resize(width: 640, height: 480, pixelRatio: 0)))
    #expect(state.interface.pixelRatio == 0.5)
    state.perform(.shell(.resize(width: 640, height: 480, pixelRatio: 1e9)))
    #expect(state.interface.pixelRatio == 8)
  }

  /// A tooltip comes to who hesitates, not to who has just pressed; after a press the pointer has to come anew.
  @Test func aPressSendsTheTooltipAwayUntilThePointerComesAnew() {
    var state = LabState.opened()
    func point(at control: Control?) -> Command { .interface(.pointer(.init(x: 9, y: 9), over: control)) }
    state.perform(point(at: .play))
    state.run(for: 0.4)
    #expect(!state.showsTooltip)
    state.run(for: 0.2)
    #expect(state.showsTooltip)
    state.perform(.interface(.press(.play)))
    #expect(!state.showsTooltip)
    state.run(for: 2)
    #expect(!state.showsTooltip)
    state.perform(.interface(.press(nil)), point(at: .play))
    state.run(for: 2)
    #expect(!state.showsTooltip && state.nextChange == nil)
    state.perform(point(at: nil), point(at: .play))
    #expect(!state.showsTooltip)
    state.run(for: 0.6)
    #expect(state.showsTooltip)
  }

  @Test func theBrushStaysWithinItsLimits() {
    var state = LabState.opened()
    state.perform(.view(.setBrushRadius(1e9)))
    #expect(state.brushRadius == LabState.brushRadii.upperBound)
    state.perform(.view(.setBrushRadius(-1)))
    #expect(state.brushRadius == LabState.brushRadii.lowerBound)
    state.perform(.view(.setBrushRadius(.nan)))
    #expect(state.brushRadius == LabState.brushRadii.lowerBound)
  }

  @Test func escapeLeavesTheInnermostFirst() {
    var state = LabState.opened()
    state.perform(
      .interface(.toggleProjector), .start(.setComponentCount(1)), .start(.removeMean(0)), .interface(.focus(.play)),
      .interface(.toggleOverlay(.help)))
    state.perform(.view(.beginPanning))
    state.perform(.interface(.dismiss))
    #expect(state.interface.overlay == nil && state.interface.drag == .pan)
    state.perform(.interface(.dismiss))
    #expect(state.interface.drag == nil && state.announcement != nil)
    state.perform(.interface(.dismiss))
    #expect(state.announcement == nil && state.interface.focused == .play)
    state.perform(.interface(.dismiss))
    #expect(state.interface.focused == nil)
  }

  @Test func escapeWithNothingOpenDoesNothing() {
    var state = LabState.opened()
    state.perform(.interface(.toggleProjector), .run(.stepIteration), .tick(10))
    let before = state.interface
    let steps = state.steps
    for _ in 0..<3 { state.perform(.interface(.dismiss)) }
    #expect(state.interface == before && state.interface.isProjector && state.steps == steps && !state.canUndo)
  }

  @Test func aDragBelongsToTheButtonThatHoldsIt() {
    var state = LabState.opened()
    state.perform(.interface(.hold(.left)))
    #expect(state.interface.dragButton == nil, "there is no drag")
    state.perform(.view(.beginPanning), .interface(.hold(.middle)), .interface(.hold(.left)))
    #expect(state.interface.dragButton == .middle)
    state.perform(.view(.endPanning))
    #expect(state.interface.dragButton == nil && state.interface.drag == nil)
  }

  /// A field that nobody sees must not keep the keyboard.
  @Test(arguments: Command.all.filter { !$0.keepsSeedEntry })
  func whateverIsDoneOnPurposeEndsTheTypingOfASeed(_ command: Command) {
    var state = LabState.opened()
    state.perform(.interface(.showPage(.options)), .option(.beginSeedEntry), .option(.typeSeedDigit(4)))
    let seed = state.document.startSeed
    state.perform(command)
    #expect(state.interface.seedDraft == nil)
    #expect([seed, seed + 1, Example.seed, .max].contains(state.document.startSeed), "the digits are forgotten")
  }

  @Test func theMouseMayPassByWhileASeedIsTyped() {
    var state = LabState.opened()
    state.perform(.interface(.showPage(.options)), .option(.beginSeedEntry), .option(.typeSeedDigit(4)))
    state.perform(
      .tick(1), .interface(.pointer(.init(x: 1, y: 1), over: .play)), .interface(.press(.seedField)),
      .interface(.press(nil)), .shell(.resize(width: 900, height: 700, pixelRatio: 1)))
    #expect(state.interface.seedDraft == "4")
  }

  @Test func escapeEndsAStrokeAndKeepsIt() {
    var state = LabState.opened()
    state.perform(.edit(.beginPainting(DataPoint(1, 1), radius: DataSize(1, 1))), .interface(.dismiss))
    #expect(state.interface.drag == nil && state.document.points.count == 151)
    state.run(for: 2)
    #expect(state.document.points.count == 151)
    state.perform(.edit(.undo))
    #expect(state.document.points.count == 150)
  }

  @Test func anOverlayOpensAndClosesWithTheSameCommand() {
    var state = LabState.opened()
    state.perform(.interface(.toggleOverlay(.help)))
    #expect(state.interface.overlay == .help)
    state.perform(.interface(.toggleOverlay(.gallery)))
    #expect(state.interface.overlay == .gallery)
    state.perform(.interface(.toggleOverlay(.gallery)))
    #expect(state.interface.overlay == nil)
  }

  @Test func openingClosesTheMenu() {
    for command in [Command.edit(.openExample(.ring)), .shell(.openFile(path: "mine.csv"))] {
      var state = LabState.opened()
      state.perform(.interface(.toggleOverlay(.gallery)), command)
      #expect(state.interface.overlay == nil)
    }
  }

  @Test func aToolChosenDuringAStrokeEndsIt() {
    var state = LabState.opened()
    state.perform(.edit(.beginPainting(DataPoint(1, 1), radius: DataSize(1, 1))), .view(.chooseTool(.means)))
    #expect(state.tool == .means && state.interface.drag == nil && state.canUndo)
  }
}
