import Foundation
import LabWords
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// Everything explains itself.
struct ExplanationTests {
  private static let sizes: [(Int, Int, Bool)] = [
    (960, 600, false), (1280, 800, false), (1920, 1080, false), (1024, 768, true), (1280, 800, true),
    (1920, 1080, true),
  ]

  private func scenes(_ width: Int, _ height: Int, _ isProjector: Bool) -> [(String, Scene)] {
    var found: [(String, Scene)] = []
    func add(_ name: String, _ scene: Scene, _ commands: Command...) {
      var scene = scene
      scene.perform(commands)
      found.append((name, scene))
    }
    for k in [1, 3, 5, 9, 14] {
      var scene = Scene(width: width, height: height)
      if isProjector { scene.perform(.interface(.toggleProjector)) }
      scene.perform(.start(.setComponentCount(k)))
      add("K = \(k)", scene)
      scene.perform(.run(.stepIteration), .run(.stepForward), .tick(9))
      add("K = \(k), E", scene)
      scene.perform(.run(.stepForward), .tick(19))
      add("K = \(k), M", scene)
      add("K = \(k), options", scene, .interface(.showPage(.options)))
      add("K = \(k), selection", scene, .interface(.showPage(.selection)))
      add("K = \(k), layers", scene, .interface(.toggleLayers))
      for tool in Tool.allCases { add("K = \(k), \(tool)", scene, .view(.chooseTool(.hand)), .view(.chooseTool(tool))) }
      add("K = \(k), hidden", scene, .view(.toggleLayer(.model)))
      add("K = \(k), pointed", scene, .interface(.pointAt(0)), .tick(19.2), .tick(20))
      add("K = \(k), by hand", scene, .start(.setWeight(0, 0.5)), .tick(22))
      add("K = \(k), beside k-means", scene, .lanes(.compare(.kMeans)), .tick(30))
      add("K = \(k), families", scene, .lanes(.compare(.families)), .tick(30))
      add("K = \(k), converged", scene, .run(.runToConvergence), .tick(40))
    }
    var iris = Scene(Columns.iris(), width: width, height: height)
    if isProjector { iris.perform(.interface(.toggleProjector)) }
    iris.perform(.run(.stepIteration), .tick(9))
    add("four columns", iris)
    add("four columns, chosen", iris, .interface(.toggleColumns))
    add("four columns, scaled", iris, .columns(.setStandardized(true)), .tick(19))
    add("four columns, pointed", iris, .interface(.pointAt(0)), .tick(19.2), .tick(20))
    add("four columns, beside k-means", iris, .lanes(.compare(.kMeans)), .tick(30))
    var many = Scene(Columns.many(30), width: width, height: height)
    if isProjector { many.perform(.interface(.toggleProjector)) }
    add("thirty columns, chosen", many, .interface(.toggleColumns))
    return found
  }

  /// Only lines near the pointer are looked for; they are those that are drawn.
  @Test func linesExplainThemselvesWhereverTheyAre() throws {
    var scene = Scene(width: 1280, height: 800)
    scene.perform(.run(.stepIteration), .tick(9), .view(.setLayers(Layers([.contours, .model]))))
    let (layout, canvas) = (scene.layout, scene.layout.canvas)
    let places = ExplainedPlaces(layout, scene.state, scene.font)
    let field = try #require(CanvasScene(layout, scene.state).field(layout, scene.state))
    let lines = FieldLines(field, canvas: canvas, scene.state.layers).contours
    #expect(lines.count > 100)
    var found = 0
    for line in lines where places.explanation(at: line.from) == .contours { found += 1 }
    // Some lie under letters and means.
    #expect(found > lines.count * 9 / 10)
    for edge in [Point(canvas.minX + 1, canvas.midY), Point(canvas.midX, canvas.minY + 1)] {
      #expect(places.explanation(at: edge) != .contours)
    }
  }

  /// Whatever text is drawn in the window, there is a sentence about it where it stands: nobody adds a number or a word
  /// and forgets to explain it.
  @Test(arguments: sizes)
  func everyTextIsExplained(_ size: (width: Int, height: Int, isProjector: Bool)) {
    for (name, scene) in scenes(size.width, size.height, size.isProjector) {
      let log = TextLog()
      let painter = FramePainter(font: scene.font)
      painter.textLog = log
      painter.noteTexts(of: scene.state)
      let places = ExplainedPlaces(scene.layout, scene.state, scene.font)
      var missing: Set<String> = []
      for entry in log.entries where isExplainable(entry.layer) && scene.layout.window.contains(entry.rect.center) {
        if places.explanation(at: entry.rect.center) == nil { missing.insert("\(entry.layer): “\(entry.text)”") }
      }
      for text in missing.sorted() { Issue.record("\(size), \(name): \(text) is not explained") }
    }
  }

  /// What lies over the window says what it says.
  private func isExplainable(_ layer: TextLog.Layer) -> Bool {
    switch layer {
    case .canvas, .chart, .letters, .heads, .topBar, .band, .rail, .panel, .strip, .inspector, .flyout, .layers,
      .settings,
      .columns, .chosen:
      true
    case .wayBack, .hint, .toast, .loading, .menu, .gallery, .lessons, .handIns, .files, .export, .settingsPage,
      .recovery, .help,
      .transcript, .tooltip:
      false
    }
  }

  /// The right one of them, for what is asked about most.
  @Test func theSentenceIsAboutThePlace() throws {
    var scene = Scene()
    scene.perform(.run(.stepIteration), .run(.stepForward), .tick(9))
    let (layout, font) = (scene.layout, scene.font)
    let places = ExplainedPlaces(layout, scene.state, font)
    func said(_ x: Double, _ y: Double) -> Explanation? { places.explanation(at: Point(x, y)) }
    let card = layout.components.cards[1]
    #expect(said(card.maxX - 20, card.y + 18) == .weight)
    #expect(said(card.midX, layout.components.bars[1].midY) == .weightBar)
    #expect(said(card.maxX - 40, card.y + 48) == .expects)
    #expect(said(card.x + 20, card.midY) == .letter)
    let chart = layout.chart
    #expect(said(chart.columns[0] + 5, chart.bigY) == .iteration)
    #expect(said(chart.columns[1] + 5, chart.bigY) == .value)
    #expect(said(chart.columns[2] + 5, chart.bigY) == .gain)
    #expect(said(chart.plot.x - 20, chart.plot.midY) == .valueAxis)
    #expect(said(layout.panel.x + 40, chart.reasonY) == .reason)
    let component = CanvasScene(layout, scene.state).components[0]
    #expect(said(component.mean.x, component.mean.y) == .letter)
    let angle = component.oneSigma.angle
    let edge = component.oneSigma.semiMajor
    let end = Point(component.mean.x + edge * cos(angle), component.mean.y + edge * sin(angle))
    #expect(said(end.x, end.y) == .oneSigma)
    #expect(layout.rect(of: .next).flatMap { said($0.midX, $0.midY) } == .next)
    #expect(said(layout.canvas.midX, layout.canvas.maxY - 14) == .axisTicks)
  }

  /// A pointer that rests gets the sentence, one that moves does not; then nothing wakes the window any more.
  /// A sentence on the canvas covers neither the panel beside it nor what else is said there.
  @Test(arguments: [(3, Tool.brush), (9, .inspect)])
  func aSentenceOnTheCanvasStaysThere(_ k: Int, _ tool: Tool) {
    var scene = Scene(width: 1024, height: 768)
    scene.perform(.interface(.toggleProjector), .start(.setComponentCount(k)), .run(.stepIteration), .tick(9))
    scene.perform(.view(.chooseTool(tool)))
    let canvas = scene.layout.canvas
    var tips = 0
    for row in 0..<5 {
      for column in 0..<7 {
        let place = Point(
          canvas.x + (Double(column) + 0.5) / 7 * canvas.width, canvas.y + (Double(row) + 0.5) / 5 * canvas.height)
        scene.move(to: place)
        scene.perform(.tick(scene.state.now + 2))
        let layout = scene.layout
        let inspector = InspectorLayout(scene.state, layout, font: scene.font)?.frame
        if let flyout = layout.flyout?.frame, let inspector { #expect(flyout.intersection(inspector).isEmpty) }
        guard let tip = TooltipLayout(scene.state, layout, font: scene.font)?.frame else { continue }
        tips += 1
        #expect(tip.intersection(canvas) == tip)
        for other in [layout.flyout?.frame, inspector].compactMap({ $0 }) where !other.contains(place) {
          #expect(tip.intersection(other).isEmpty)
        }
      }
    }
    #expect(tips > 5)
  }

  /// The choice of columns is not covered by a sentence about it.
  @Test func theChoiceOfColumnsStaysInSight() throws {
    var scene = Scene(Columns.iris(), width: 1024, height: 768)
    scene.perform(.interface(.toggleProjector), .interface(.toggleColumns))
    let frame = try #require(scene.layout.columns?.frame)
    var rests = 0
    for (across, up) in [(0.3, 0.1), (0.9, 0.35), (0.75, 0.5)] {
      scene.move(to: Point(frame.x + across * frame.width, frame.y + up * frame.height))
      scene.perform(.tick(scene.state.now + 2))
      guard scene.state.interface.hovered == nil else { continue }
      rests += scene.state.showsExplanation ? 1 : 0
      let tip = TooltipLayout(scene.state, scene.layout, font: scene.font)?.frame
      #expect(tip.map { $0.intersection(frame).isEmpty } ?? true)
    }
    #expect(rests > 0)
  }

  /// In lanes a point says whose it is in each; a sentence over that would hide it.
  @Test func lanesHaveTipsOfTheirOwn() {
    var scene = Scene()
    scene.perform(.lanes(.compare(.kMeans)), .run(.stepIteration), .tick(9))
    let layout = scene.layout
    scene.move(to: layout.panes[0].transform.pixel(scene.points[0]))
    scene.perform(.tick(scene.state.now + 2))
    #expect(TwinTips(scene.state, scene.layout) != nil)
    #expect(TooltipLayout(scene.state, scene.layout, font: scene.font) == nil)
  }

  @Test func aRestingPointerIsTold() throws {
    var scene = Scene()
    scene.perform(.tick(1), .run(.stepIteration), .tick(9))
    let chart = scene.layout.chart
    scene.move(to: Point(chart.columns[1] + 5, chart.bigY))
    #expect(TooltipLayout(scene.state, scene.layout, font: scene.font) == nil)
    #expect(scene.state.nextChange == 9.7)
    scene.perform(.tick(9.8))
    let tip = try #require(TooltipLayout(scene.state, scene.layout, font: scene.font))
    #expect(tip.name == nil && tip.lines.joined(separator: " ") == scene.state.words.sentence(on: .value))
    #expect(scene.state.nextChange == nil)
    scene.move(to: Point(chart.columns[1] + 7, chart.bigY))
    #expect(TooltipLayout(scene.state, scene.layout, font: scene.font) == nil)
    // A control says its name, its key and what it is for.
    scene.move(to: scene.layout.rect(of: .undo)?.center ?? Point(0, 0))
    scene.perform(.tick(11))
    let undo = try #require(TooltipLayout(scene.state, scene.layout, font: scene.font))
    #expect(undo.name == scene.state.words(.undo) && undo.key != nil && !undo.lines.isEmpty)
  }

  @Test func sentencesAreSentences() {
    var seen: Set<String> = []
    for explanation in Explanation.allCases {
      let text = Words.english.sentence(on: explanation)
      #expect(text.hasSuffix(".") && text.count > 6 && text.count < 130, "\(explanation)")
      #expect(seen.insert(text).inserted, "\(explanation)")
    }
  }
}
