import GaussianMixtures
import GoldenImages
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// Whole windows as pictures, with the built-in font so that no machine's fonts matter.
///
/// After a wanted change: `RECORD=1 swift test --filter GoldenFrameTests`, and look at every picture.
struct GoldenFrameTests {
  /// The run of the opening example after `halfSteps`, its glide over.
  private func running(_ halfSteps: Int, width: Int, height: Int) -> Scene {
    var scene = Scene(width: width, height: height)
    for _ in 0..<halfSteps { scene.key(.right) }
    scene.wait(0.5, frame: 0.5)
    return scene
  }

  @Test func start() { expectFrame(Scene(), "start") }

  @Test func runningInASmallWindow() {
    var scene = running(12, width: 960, height: 600)
    scene.key(.space)
    scene.wait(0.5, frame: 0.5)
    expectFrame(scene, "running")
  }

  @Test func projector() {
    var scene = running(13, width: 1920, height: 1080)
    scene.type("p")
    expectFrame(scene, "projector")
  }

  @Test func nineComponentsInTheDark() {
    var scene = Scene(width: 960, height: 600)
    scene.type("t")
    scene.type("9")
    for _ in 0..<9 { scene.key(.right) }
    scene.wait(0.5, frame: 0.5)
    expectFrame(scene, "nine-dark")
  }

  @Test func help() {
    var scene = Scene(width: 960, height: 600)
    scene.key(.f1)
    expectFrame(scene, "help")
  }

  @Test func meansWithHandles() {
    var scene = Scene(width: 960, height: 600)
    scene.type("v")
    scene.perform(.start(.setCovariance(0, DataCovariance(xx: 9, xy: 3, yy: 4))))
    let mean = scene.model.means[1]
    scene.move(to: scene.pixel(mean[0], mean[1]))
    expectFrame(scene, "means")
  }

  @Test func toastAfterARescue() {
    var scene = Scene(width: 960, height: 600)
    scene.perform(.start(.moveMean(1, to: DataPoint(400, 400))))
    scene.key(.right, .shift)
    scene.wait(0.5, frame: 0.5)
    expectFrame(scene, "toast")
  }

  @Test func lookingBackOverEarlierRuns() {
    var scene = running(16, width: 1280, height: 800)
    scene.type("n")
    for _ in 0..<20 { scene.key(.right) }
    for _ in 0..<9 { scene.key(.left) }
    scene.wait(0.5, frame: 0.5)
    expectFrame(scene, "looking-back")
  }

  @Test func inspector() {
    var scene = running(6, width: 960, height: 600)
    scene.type("i")
    scene.move(to: scene.pixel(scene.points.x[60], scene.points.y[60]))
    expectFrame(scene, "inspector")
  }

  @Test func options() {
    var scene = Scene()
    scene.type("o")
    expectFrame(scene, "options")
  }

  @Test func projectorOnALaptop() {
    var scene = running(13, width: 1280, height: 800)
    scene.type("p")
    expectFrame(scene, "projector-laptop")
  }

  @Test func nineOnALightProjector() {
    var scene = Scene(width: 1024, height: 768)
    scene.type("p")
    scene.type("t")
    scene.type("9")
    for _ in 0..<13 { scene.key(.right) }
    scene.wait(0.5, frame: 0.5)
    expectFrame(scene, "projector-nine-light")
  }

  @Test func inspectorOnAProjector() {
    var scene = Scene(width: 1280, height: 800)
    scene.type("p")
    scene.perform(.start(.setComponentCount(14)))
    for _ in 0..<5 { scene.key(.right) }
    scene.wait(0.5, frame: 0.5)
    scene.type("i")
    scene.move(to: scene.pixel(scene.points.x[60], scene.points.y[60]))
    expectFrame(scene, "projector-inspector")
  }

  @Test func selection() {
    var scene = Scene()
    scene.perform(.interface(.showPage(.selection)))
    scene.state.search = TextPlacementTests.search
    scene.move(to: scene.layout.rect(of: .candidate(11))?.center ?? Point(0, 0))
    expectFrame(scene, "selection")
  }

  @Test func searchingOnAProjector() {
    var scene = Scene(width: 1280, height: 800)
    scene.type("p")
    scene.type("m")
    scene.click(.search)
    scene.state.search.status = .running(done: 13, total: 36)
    expectFrame(scene, "searching")
  }

  @Test func loading() {
    var scene = Scene(width: 960, height: 600)
    scene.state.apply(.shell(.openFile(path: "large.csv")))
    scene.state.interface.loading?.fraction = 0.42
    expectFrame(scene, "loading")
  }

  /// So many points that they are drawn as a density.
  @Test func crowd() {
    var generator = SeededGenerator(seed: 4)
    var x: [Double] = []
    var y: [Double] = []
    for index in 0..<60_000 {
      x.append(generator.gaussian() * 2 + (index % 3 == 0 ? 7 : 0))
      y.append(generator.gaussian() * 1.5 + (index % 3 == 1 ? 5 : 0))
    }
    let source = DataSource(name: .file("Many"), columnNames: ["x", "y"], x: x, y: y, aspect: .equal)
    var scene = Scene(LabState(source: source, componentCount: 3, seed: 3, menu: Scene.menu), width: 960, height: 600)
    for _ in 0..<6 { scene.key(.right) }
    scene.wait(0.5, frame: 0.5)
    expectFrame(scene, "crowd")
  }

  @Test func tooltip() {
    var scene = Scene(width: 960, height: 600)
    scene.move(to: scene.layout.rect(of: .undo)?.center ?? Point(0, 0))
    scene.wait(1, frame: 0.5)
    expectFrame(scene, "tooltip")
  }

  /// Letters beside small groups; one makes way for the pointer.
  @Test func lettersOutside() {
    var generator = SeededGenerator(seed: 8)
    let groups: [(x: Double, y: Double, width: Double, height: Double)] = [
      (0, 0, 3, 0.8), (8, 3, 0.25, 0.25), (9, -4, 0.15, 0.6), (-6, 5, 1.5, 1),
    ]
    let data = groups.flatMap { group in
      (0..<25).map { _ in
        (group.x + generator.gaussian() * group.width, group.y + generator.gaussian() * group.height)
      }
    }
    let source = DataSource(
      name: .file("Groups"), columnNames: ["waiting", "eruptions"], x: data.map(\.0), y: data.map(\.1), aspect: .equal)
    var scene = Scene(LabState(source: source, componentCount: 4, seed: 2, menu: Scene.menu), width: 960, height: 600)
    for (index, group) in groups.enumerated() {
      scene.perform(.start(.moveMean(index, to: DataPoint(group.x, group.y))))
    }
    scene.perform(.run(.runToConvergence), .view(.chooseTool(.hand)))
    scene.wait(0.5, frame: 0.5)
    let component = CanvasScene(scene.layout, scene.state).components[1]
    scene.move(to: component.letterCenter)
    expectFrame(scene, "letters-outside")
  }

  /// Contours, regions and the list of layers.
  @Test(arguments: [false, true])
  func layers(_ isProjector: Bool) {
    var scene = running(46, width: isProjector ? 1024 : 1280, height: isProjector ? 768 : 800)
    if isProjector { scene.type("p") }
    scene.type("l")
    scene.type("d")
    scene.perform(.view(.toggleLayer(.regions)), .view(.toggleLayer(.trails)), .view(.toggleLayer(.threeSigma)))
    expectFrame(scene, isProjector ? "projector-layers" : "layers")
  }

  @Test(arguments: [false, true])
  func hiddenModel(_ isProjector: Bool) {
    var scene = running(9, width: isProjector ? 1024 : 1280, height: isProjector ? 768 : 800)
    if isProjector { scene.type("p") }
    scene.perform(.view(.toggleLayer(.model)))
    expectFrame(scene, isProjector ? "projector-hidden" : "hidden")
  }

  /// A component that is pointed at, among cards with room and without.
  @Test(arguments: [(1280, 800, false, 3), (960, 600, false, 3), (1024, 768, true, 3), (1280, 800, false, 9)])
  func pointing(_ frame: (width: Int, height: Int, isProjector: Bool, count: Int)) {
    var scene = Scene(width: frame.width, height: frame.height)
    if frame.isProjector { scene.type("p") }
    if frame.count != 3 { scene.perform(.start(.setComponentCount(frame.count))) }
    for _ in 0..<11 { scene.key(.right) }
    scene.wait(0.5, frame: 0.5)
    scene.perform(.interface(.pointAt(1)))
    scene.wait(0.5, frame: 0.1)
    expectFrame(scene, "pointing-\(frame.width)\(frame.isProjector ? "-projector" : "")-\(frame.count)")
  }

  @Test func explanation() {
    var scene = running(11, width: 1280, height: 800)
    scene.move(to: Point(scene.layout.chart.columns[1] + 20, scene.layout.chart.bigY))
    scene.wait(1, frame: 0.5)
    expectFrame(scene, "explanation")
  }

  @Test func byHand() {
    var scene = running(46, width: 1280, height: 800)
    scene.type("v")
    scene.perform(.start(.moveMean(2, to: DataPoint(2, 5))))
    scene.wait(0.5, frame: 0.5)
    expectFrame(scene, "by-hand")
  }

  /// The groups of the file around the points, at two sizes.
  @Test(arguments: [false, true])
  func truth(_ isProjector: Bool) {
    var generator = SeededGenerator(seed: 12)
    let groups = (0..<120).map { $0 / 40 }
    let centers = [(0.0, 0.0), (2.5, 1), (0.5, 4)]
    let data = groups.map { (centers[$0].0 + generator.gaussian(), centers[$0].1 + 0.7 * generator.gaussian()) }
    let source = DataSource(
      name: .file("Flowers"), columnNames: ["sepal_length", "sepal_width"], x: data.map(\.0), y: data.map(\.1),
      aspect: .independent, truth: DataSource.Truth(column: "species", groups: groups))
    var scene = Scene(
      LabState(source: source, componentCount: 3, seed: 2, menu: Scene.menu), width: isProjector ? 1024 : 1280,
      height: isProjector ? 768 : 800)
    if isProjector { scene.type("p") }
    scene.perform(.view(.toggleLayer(.truth)), .run(.runToConvergence))
    scene.wait(0.5, frame: 0.5)
    expectFrame(scene, isProjector ? "projector-truth" : "truth")
  }

  /// The points that an E-step gives to others, in the midst of their pulse.
  @Test func pulse() {
    var scene = running(2, width: 1280, height: 800)
    scene.key(.right)
    scene.wait(0.1, frame: 0.1)
    expectFrame(scene, "pulse")
  }

  @Test func uncertainty() {
    var scene = running(5, width: 1280, height: 800)
    scene.perform(.view(.toggleLayer(.uncertainty)), .interface(.setTheme(.dark)), .view(.toggleLayer(.regions)))
    expectFrame(scene, "uncertainty-dark")
  }

  @Test func familyAndSeed() {
    var scene = Scene(width: 960, height: 600)
    scene.perform(
      .option(.set(.family(.spherical))), .option(.set(.seed(18_446_744_073_709_551_610))), .run(.stepForward))
    scene.type("o")
    scene.wait(0.5, frame: 0.5)
    expectFrame(scene, "family-and-seed")
  }

  /// A finished race on the opening example, K = 4, the best adopted.
  private func raced(width: Int, height: Int, isProjector: Bool = false) -> Scene {
    var scene = Scene(LabState(startKind: .kMeansPlusPlus, menu: Scene.menu), width: width, height: height)
    scene.perform(.start(.setComponentCount(4)), .view(.chooseTool(.inspect)))
    if isProjector { scene.type("p") }
    scene.type("N", .shift)
    scene.key(.enter)
    scene.state.performPendingRace()
    scene.perform(.interface(.focus(nil)), .race(.adopt(0)))
    scene.wait(7, frame: 7)
    return scene
  }

  @Test func race() {
    var scene = raced(width: 1280, height: 800)
    scene.move(to: scene.layout.rect(of: .optimum(1))?.center ?? Point(0, 0))
    expectFrame(scene, "race")
  }

  @Test func raceOnAProjector() {
    var scene = raced(width: 1024, height: 768, isProjector: true)
    scene.key(.down)
    scene.key(.down)
    expectFrame(scene, "race-projector")
  }

  /// Four runs: from seeds, from a mean moved in the past, and one that has a name.
  private func tried(width: Int, height: Int, isProjector: Bool = false) -> Scene {
    var scene = running(16, width: width, height: height)
    scene.type("n")
    for _ in 0..<20 { scene.key(.right) }
    scene.perform(.run(.scrub(toStep: 8)), .start(.moveMean(0, to: DataPoint(4, 4))))
    for _ in 0..<12 { scene.key(.right) }
    scene.type("n")
    for _ in 0..<8 { scene.key(.right) }
    scene.perform(.kept(.beginNaming(scene.state.document.runs.first)))
    for character in "bad" { scene.type(character) }
    scene.key(.enter)
    if isProjector { scene.type("p") }
    scene.wait(0.5, frame: 0.5)
    return scene
  }

  @Test func runs() {
    var scene = tried(width: 1280, height: 800)
    scene.type("R", .shift)
    scene.move(to: scene.layout.rect(of: .keptRun(scene.state.document.runs.first + 1))?.center ?? Point(0, 0))
    expectFrame(scene, "runs")
  }

  @Test func runsOnAProjector() {
    var scene = tried(width: 1024, height: 768, isProjector: true)
    scene.type("R", .shift)
    expectFrame(scene, "runs-projector")
  }

  @Test func curvesOfEarlierRuns() {
    var scene = tried(width: 1280, height: 800)
    scene.perform(.interface(.pointer(.init(x: 1100, y: 600), over: .keptRun(scene.state.document.runs.first))))
    expectFrame(scene, "curves")
  }

  @Test func largeChart() {
    var scene = tried(width: 1280, height: 800)
    scene.type("s")
    scene.move(to: Point((scene.layout.largeChart?.plot.x ?? 0) + 200, 300))
    expectFrame(scene, "chart-large")
  }

  @Test func largeChartOnAProjector() {
    var scene = running(5, width: 1024, height: 768)
    scene.type("p")
    scene.type("s")
    scene.type("w")
    expectFrame(scene, "chart-projector")
  }

  @Test func readout() {
    var scene = running(16, width: 1280, height: 800)
    for _ in 0..<9 { scene.key(.left) }
    scene.wait(0.5, frame: 0.5)
    let plot = scene.layout.chart.plot
    scene.move(to: Point(plot.midX - 10, plot.midY))
    expectFrame(scene, "readout")
  }

  // MARK: - Lanes

  private func lanes(
    _ comparison: Comparison, _ halfSteps: Int, width: Int = 1280, height: Int = 800, projector: Bool = false
  ) -> Scene {
    var scene = Scene(width: width, height: height)
    if projector { scene.type("p") }
    scene.perform(.lanes(.compare(comparison)))
    for _ in 0..<halfSteps { scene.key(.right) }
    scene.wait(0.5, frame: 0.5)
    scene.type("f")
    return scene
  }

  @Test func kMeansBesideEM() {
    var scene = lanes(.kMeans, 7)
    scene.type("i")
    scene.move(to: scene.pixel(3.9, 5.2))
    expectFrame(scene, "lanes-k-means")
  }

  @Test func fourFamilies() { expectFrame(lanes(.families, 30), "lanes-families") }

  @Test func fourStartsInASmallWindow() {
    expectFrame(lanes(.starts, 12, width: 960, height: 600), "lanes-starts")
  }

  @Test func oneComponentMoreAndOneLess() {
    var scene = lanes(.components, 12, width: 960, height: 600)
    scene.type("t")
    scene.perform(.lanes(.activate(2)), .interface(.toggleOverlay(.laneMenu)))
    expectFrame(scene, "lanes-components-dark")
  }

  @Test func kMeansBesideEMOnAProjector() {
    expectFrame(lanes(.kMeans, 7, width: 1024, height: 768, projector: true), "lanes-k-means-projector")
  }

  @Test func fourFamiliesOnAProjector() {
    expectFrame(lanes(.families, 30, width: 1024, height: 768, projector: true), "lanes-families-projector")
  }

  @Test func whatCanStandSideBySide() {
    var scene = Scene(width: 960, height: 600)
    scene.type("k", .control)
    expectFrame(scene, "compare-menu")
  }
}
