import GaussianMixtures
import Testing

@testable import LabCore

/// A scene is what is kept of a state: opened again it is the same scene.
struct SceneTests {
  @Test(arguments: 1...10)
  func whateverIsDoneCanBeKeptAndOpened(_ seed: Int) throws {
    var state = LabState.opened(EMOptions(maximumIterations: 30))
    let commands = RandomCommands(seed: UInt64(seed), outlandish: seed % 2 == 0, guessing: seed % 3 == 0)
    for (index, command) in commands.prefix(300).enumerated() {
      state.perform(command)
      guard index % 20 == 0 else { continue }
      let scene = state.scene
      var opened = try LabState(scene)
      opened.performPendingWork()
      opened.performPendingRace()
      #expect(opened.scene == scene, "after \(index) commands, the last of them \(command)")
      if opened.scene != scene { return }
    }
  }

  @Test func anOpenedSceneGoesOnAsTheOneThatWasSaved() throws {
    var state = LabState.opened()
    for _ in 0..<7 { state.perform(.run(.stepForward)) }
    var opened = try LabState(state.scene)
    opened.performPendingWork()
    for _ in 0..<30 {
      state.perform(.run(.stepForward))
      opened.perform(.run(.stepForward))
    }
    #expect(opened.steps == state.steps && opened.runs.cursor == state.runs.cursor)
  }

  @Test func openingIsOneEdit() throws {
    var other = LabState.opened()
    other.perform(.edit(.openExample(.ring)), .run(.stepForward))
    var state = LabState.opened()
    let before = state.coordinates
    try state.open(other.scene)
    #expect(state.coordinates == other.coordinates && state.playback.mode == .paused)
    state.perform(.edit(.undo))
    #expect(state.coordinates == before)
  }

  @Test func theWindowKeepsItsSizeAndColors() throws {
    var other = LabState.opened()
    other.perform(.interface(.setTheme(.dark)), .shell(.resize(width: 900, height: 700, pixelRatio: 2)))
    var state = LabState.opened()
    try state.open(other.scene)
    #expect(state.interface.theme == .light && state.interface.width == 1280)
    let first = try LabState(other.scene)
    #expect(first.interface.theme == .dark && first.interface.width == 900 && first.interface.pixelRatio == 2)
  }

  // MARK: What is not to be seen yet

  @Test func aGuessIsKeptWithoutItsAnswer() throws {
    var state = LabState.opened()
    state.perform(.run(.stepForward), .guess(.toggle), .guess(.ask(.move)), .guess(.shift(DataSize(1, 0))))
    #expect(state.document.guess?.truth != nil)
    let scene = state.scene
    #expect(scene.lanes[0].runs.current.run.steps.count == 2)
    var opened = try LabState(scene)
    opened.performPendingWork()
    #expect(opened.document.guess?.mixture == state.document.guess?.mixture)
    #expect(opened.document.guess?.truth == state.document.guess?.truth)
  }

  @Test func whatWasFoundIsNotKeptWhileItIsGuessedAt() throws {
    var state = LabState.opened()
    state.perform(.guess(.toggle), .guess(.ask(.count)))
    state.performPendingSearch()
    #expect(!state.search.candidates.isEmpty && state.scene.search == nil)
    let opened = try LabState(state.scene)
    #expect(opened.search.isRunning)
  }

  /// What is found stays found while another family is tried beside it.
  @Test func whatAFurtherSearchStandsBesideIsKept() throws {
    var state = LabState.on((0..<12).map { (Double($0 % 4), Double($0 * 5 % 7)) }, components: 1)
    state.perform(.search(.toggleFamily(.tied)), .search(.start))
    state.performPendingSearch()
    let found = state.search.candidates
    state.perform(.search(.toggleFamily(.tied)))
    #expect(state.search.isRunning && !found.isEmpty)
    let opened = try LabState(state.scene)
    #expect(opened.search.candidates == found && opened.search.status == .finished)
    #expect(!opened.search.families.contains(.tied) && opened.scene == state.scene)
    // A first search has nothing to keep.
    state.perform(.search(.cancel), .search(.start))
    #expect(state.scene.search == nil)
  }

  /// The guess to come is begun with its own tool, and in files from before too.
  @Test func theGuessAfterARevealHasItsTool() throws {
    var state = LabState.opened()
    state.perform(.run(.stepForward), .guess(.toggle), .guess(.ask(.move)), .guess(.shift(DataSize(1, 0))))
    #expect(state.tool == .means && state.scene.tools.tool == .means)
    state.perform(.guess(.goOn))
    #expect(state.document.guess?.phase == .revealed)
    var scene = state.scene
    #expect(scene.guess?.question == .owners && scene.tools.tool == .brush)
    scene.tools.tool = .means
    #expect(try LabState(scene).tool == .brush)
    scene.tools.tool = .inspect
    #expect(try LabState(scene).tool == .inspect)
  }

  /// A component that the half-step dropped has no points to be given.
  @Test func aDroppedComponentIsNoMoreInTheBrush() throws {
    var state = LabState.on(
      [(0, 0), (0, 0), (0, 0), (20, 0), (21, 3), (22, 1), (23, 4)], components: 2,
      options: EMOptions(onCollapse: .drop))
    state.perform(
      .start(.moveMean(0, to: DataPoint(0, 0))), .start(.moveMean(1, to: DataPoint(21, 2))),
      .start(.setCovariance(0, DataCovariance(xx: 1, xy: 0, yy: 1))),
      .start(.setCovariance(1, DataCovariance(xx: 4, xy: 0, yy: 4))), .run(.stepForward), .guess(.toggle),
      .guess(.ask(.gain)), .guess(.mark(0)))
    #expect(state.document.guess?.brush == 0)
    state.perform(.run(.stepForward))
    #expect(state.document.guess?.phase == .revealed && state.runs.shown.identities == [1])
    #expect(state.scene.guess?.brush == 1)
    try state.scene.check()
  }

  @Test func aBoxWithManyPointsIsKept() throws {
    var state = LabState.opened()
    state.perform(.guess(.openMystery(4711, .overlapping)))
    let few = state.document.points
    let times = LabState.mostFollowed / few.count + 1
    state.document.points = PointCloud(
      x: (0..<times).flatMap { _ in few.x }, y: (0..<times).flatMap { _ in few.y }, groups: [],
      revision: state.nextRevision())
    try state.scene.check()
  }

  @Test func aBoxIsKeptByItsNumber() throws {
    var state = LabState.opened()
    state.perform(.guess(.openMystery(4711, .overlapping)))
    let opened = try LabState(state.scene)
    #expect(opened.document.mystery == state.document.mystery && opened.document.mystery?.truth == nil)
  }

  // MARK: What cannot be

  @Test func whatCannotBeIsRefusedByItsField() throws {
    var state = LabState.opened()
    state.perform(.run(.stepForward), .run(.stepForward))
    let scene = state.scene
    func flaw(_ change: (inout LabScene) -> Void) -> String? {
      var damaged = scene
      change(&damaged)
      do throws(SceneFlaw) {
        try damaged.check()
        return nil
      } catch {
        return error.field.description
      }
    }
    #expect(flaw { _ in } == nil)
    #expect(flaw { $0.data.values[1].removeLast() } == "data.values[1]")
    #expect(flaw { $0.data.values.append($0.data.values[0]) } == "data.columns")
    #expect(flaw { $0.data.choice = ColumnChoice(of: 2) } == "data.choice")
    #expect(flaw { $0.data.values[0][3] = .nan } == "data.values[0]")
    #expect(flaw { $0.data.columns = ["x"] } == "data.columns")
    #expect(flaw { $0.lanes = [] } == "lanes")
    #expect(flaw { $0.active = 1 } == "active")
    #expect(flaw { $0.speed = 99 } == "speed")
    #expect(flaw { $0.lanes[0].start.weights[0] = 7 } == "lanes[0].start")
    #expect(flaw { $0.lanes[0].options.floor = -1 } == "lanes[0].options")
    #expect(flaw { $0.lanes[0].runs.step = 3 } == "lanes[0].runs.step")
    #expect(flaw { $0.lanes[0].runs.current.number = -1 } == "lanes[0].runs.current.number")
    #expect(flaw { $0.lanes[0].algorithm = .kMeans } == "lanes[0].algorithm")
    #expect(flaw { $0.view.bounds.maxX = -1e9 } == "view.bounds")
    #expect(flaw { $0.view.pinned = 150 } == "view.pinned")
    #expect(flaw { $0.view.chosen = [3, 2] } == "view.chosen")
    #expect(flaw { $0.tools.brushRadius = 1e9 } == "tools.brushRadius")
    #expect(flaw { $0.window.width = .max } == "window.width")
    #expect(flaw { $0.mystery = SceneMystery(number: 0, level: .elongated, isOpen: true) } == "mystery.number")
  }
}
