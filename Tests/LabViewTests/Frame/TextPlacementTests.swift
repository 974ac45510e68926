import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// At every size, in every theme, on every page: no text lies over another, none is cut, none leaves its place.
struct TextPlacementTests {
  struct Window: Sendable, CustomTestStringConvertible {
    let width, height: Int
    let isProjector: Bool
    var testDescription: String { "\(width)×\(height)\(isProjector ? " projector" : "")" }
  }

  static let windows: [Window] = [
    (960, 600), (1024, 768), (1280, 720), (1280, 800), (1366, 768), (1600, 900), (1920, 1080), (3840, 2160),
  ].flatMap { size in
    [false, true].map { Window(width: size.0, height: size.1, isProjector: $0) }
  }

  @Test(arguments: windows)
  func noTextLiesOverAnotherOrIsCut(_ window: Window) {
    for (name, scene) in TextPlacementTests.scenes(window) {
      for flaw in Set(TextPlacementTests.flaws(scene)).sorted() {
        Issue.record("\(window.testDescription), \(name): \(flaw)")
      }
    }
  }

  // MARK: - States

  static func scenes(_ window: Window, font: any TextSource = BuiltInFont()) -> [(name: String, scene: Scene)] {
    var found: [(name: String, scene: Scene)] = []
    func scene(_ state: LabState) -> Scene {
      var scene = Scene(state, width: window.width, height: window.height, font: font)
      if window.isProjector { scene.perform(.interface(.toggleProjector)) }
      return scene
    }
    func add(_ name: String, _ scene: Scene, _ commands: Command...) {
      var scene = scene
      scene.perform(commands)
      found.append((name, scene))
    }
    for k in [1, 3, 5, 9, 14] {
      var run = scene(LabState(menu: Scene.menu))
      run.perform(.start(.setComponentCount(k)))
      add("K = \(k) at the start", run)
      run.perform(.run(.stepForward), .tick(20))
      add("K = \(k) after an E-step", run)
      run.perform(.run(.stepForward), .run(.stepForward), .run(.stepForward), .tick(40))
      add("K = \(k) after an M-step", run)
      add("K = \(k), options", run, .interface(.showPage(.options)))
      for family in CovarianceFamily.allCases {
        add("K = \(k), \(family)", run, .option(.set(.family(family))))
        add("K = \(k), \(family), options", run, .option(.set(.family(family))), .interface(.showPage(.options)))
      }
      add(
        "K = \(k), a long seed", run, .option(.set(.seed(.max - 5))), .interface(.showPage(.options)))
      add("K = \(k), a long seed in the strip", run, .option(.set(.seed(.max - 5))))
      run.perform(.view(.chooseTool(.inspect)))
      for index in [0, 20, 60, 90, 110, 140] {
        let at = run.pixel(run.points.x[index], run.points.y[index])
        add("K = \(k), inspecting point \(index)", run, .interface(.pointer(.init(x: at.x, y: at.y), over: nil)))
      }
      run.perform(.run(.runToConvergence), .tick(60))
      add("K = \(k), converged", run)
      add("K = \(k), cleared", run, .edit(.clearPoints))
      add("K = \(k), cleared a while ago", run, .edit(.clearPoints), .tick(90))
      add("K = \(k), looking back", run, .run(.scrub(toStep: 2)))
    }
    for (name, state) in [
      ("four columns", Columns.iris()), ("six columns", Columns.many(6)), ("seven columns", Columns.many(7)),
      ("thirty columns", Columns.many(30)),
    ] {
      var run = scene(state)
      run.perform(.run(.stepIteration), .tick(10))
      add(name, run)
      add("\(name), chosen", run, .interface(.toggleColumns))
      add("\(name), scaled", run, .columns(.setStandardized(true)), .interface(.toggleColumns))
      add("\(name), some", run, .columns(.toggle(1)), .interface(.toggleColumns), .tick(30))
      add("\(name), pointed", run, .interface(.pointAt(0)), .tick(10.2), .tick(11))
      add("\(name), layers", run, .interface(.toggleLayers))
      add("\(name), side by side", run, .lanes(.compare(.kMeans)), .interface(.toggleColumns), .tick(30))
      run.perform(.view(.chooseTool(.inspect)))
      let at = run.pixel(run.points.x[20], run.points.y[20])
      add("\(name), inspected", run, .interface(.pointer(.init(x: at.x, y: at.y), over: nil)))
    }
    for k in [1, 3, 9] {
      for comparison in Comparison.allCases {
        var lanes = scene(LabState(menu: Scene.menu))
        lanes.perform(.start(.setComponentCount(k)), .lanes(.compare(comparison)), .tick(10))
        add("K = \(k), \(comparison) at the start", lanes)
        lanes.perform(.run(.stepIteration), .run(.stepIteration), .run(.stepForward), .tick(20))
        add("K = \(k), \(comparison)", lanes)
        lanes.perform(.lanes(.activate(1)), .run(.runToConvergence), .tick(40))
        add("K = \(k), \(comparison), converged", lanes)
        guard k == 3 else { continue }
        add("\(comparison), lane menu", lanes, .interface(.toggleOverlay(.laneMenu)))
        let at = lanes.pixel(lanes.points.x[60], lanes.points.y[60])
        add("\(comparison), pointing", lanes, .interface(.pointer(.init(x: at.x, y: at.y), over: nil)))
        add("\(comparison), other model", lanes, .lanes(.change(0, to: .kMeans)))
        add("\(comparison), k-means alone", lanes, .lanes(.change(0, to: .kMeans)), .lanes(.keepOnly(0)))
        add("\(comparison), cleared", lanes, .edit(.clearPoints))
      }
    }
    let plain = scene(LabState(menu: Scene.menu))
    add("compare menu", plain, .interface(.toggleOverlay(.compareMenu)))
    add("large chart", plain, .interface(.toggleLargeChart))
    add(
      "large chart after some steps", plain, .run(.stepIteration), .run(.stepIteration), .run(.stepForward), .tick(70),
      .interface(.toggleLargeChart))
    add("help", plain, .interface(.toggleOverlay(.help)))
    for entry in [0, 3, Scene.menu.count - 1] {
      add("gallery at \(entry)", plain, .interface(.toggleOverlay(.gallery)), .interface(.focus(.menuItem(entry))))
    }
    for tool in Tool.allCases {
      add("tool \(tool)", plain, .view(.chooseTool(.hand)), .view(.chooseTool(tool)))
      add(
        "tool \(tool) on the canvas by keyboard", plain, .view(.chooseTool(.hand)), .view(.chooseTool(tool)),
        .select(.all), .interface(.focus(.canvas)))
    }
    add("far away", plain, .view(.setViewport(Viewport(bounds: DataRect(minX: 2, minY: 2, maxX: 3, maxY: 3)))))
    for (control, rect) in plain.layout.controls {
      add(
        "tooltip of \(control)", plain, .interface(.pointer(.init(x: rect.midX, y: rect.midY), over: control)), .tick(9)
      )
    }
    for page in [PanelPage.options, .selection, .race, .runs] {
      var paged = plain
      paged.perform(.interface(.showPage(page)))
      for (control, rect) in paged.layout.controls {
        add(
          "\(page): tooltip of \(control)", paged,
          .interface(.pointer(.init(x: rect.midX, y: rect.midY), over: control)),
          .tick(9))
      }
    }
    add("layers", plain, .interface(.toggleLayers))
    for k in [1, 2, 3, 4, 9, 14] {
      var run = plain
      run.perform(.start(.setComponentCount(k)), .run(.stepIteration), .tick(9))
      for pointed in [0, k - 1] {
        add("K = \(k), pointing at \(pointed)", run, .interface(.pointAt(pointed)), .tick(9.2), .tick(10))
      }
    }
    add("hidden", plain, .run(.stepIteration), .view(.toggleLayer(.model)), .tick(9))
    add("wild numbers", scene(wild))
    add("wild numbers, after a step", scene(wild), .run(.stepIteration), .tick(20))
    found += selections(scene)
    found += notices(scene)
    return found
  }

  private static func selections(_ scene: (LabState) -> Scene) -> [(name: String, scene: Scene)] {
    var plain = scene(LabState(menu: Scene.menu))
    plain.perform(.interface(.showPage(.selection)))
    var found = [(name: "selection", scene: plain)]
    plain.state.search.status = .running(done: 12, total: 36)
    plain.state.search.ticket = Ticket(99)
    found.append(("searching", plain))
    plain.state.search = TextPlacementTests.search
    found.append(("found", plain))
    for index in [0, 5, 20] {
      var pointed = plain
      pointed.perform(.interface(.pointer(.init(x: 1, y: 1), over: .candidate(index))))
      found.append(("found, pointing at \(index)", pointed))
    }
    plain.perform(.start(.setComponentCount(9)))
    plain.state.search = TextPlacementTests.search
    found.append(("found, K = 9", plain))
    plain.perform(.search(.toggleFamily(.full)))
    found.append(("found without full", plain))
    return found
  }

  /// A finished search with values as they come.
  static let search: ModelSearch = {
    var search = ModelSearch()
    for family in CovarianceFamily.allCases {
      for count in ModelSearch.components {
        let bic = 12_345 + 90 * abs(Double(count) - 3.3) + Double(family.rawValue.count) + (count == 1 ? 4000 : 0)
        let model = GaussianMixture(
          weights: Array(repeating: 1 / Double(count), count: count),
          means: (0..<count).map { [Double($0), 0] },
          covariances: Array(repeating: .identity(2), count: count), family: family)
        search.candidates.append(
          ModelSearch.Candidate(
            asked: count, components: count, family: family, bic: bic, model: model, isFloored: count > 7))
      }
    }
    search.status = .finished
    return search
  }()

  private static func notices(_ scene: (LabState) -> Scene) -> [(name: String, scene: Scene)] {
    let notices: [Notice] = [
      .pointsCleared, .adopted(.spherical, components: 3), .runIsOver, .tooManyComponents(limit: 14), .lastComponent,
      .blocked(.needMorePoints(missing: 2, components: 9)), .noFamilyChosen,
      .rescued(Rescue(letters: [2], kind: .floorApplied, reason: .collapsed, points: 2)),
      .rescued(Rescue(letters: [0, 2, 5, 7], kind: .reseeded, reason: .empty, points: 0)),
      .cannotOpen(.notATable(name: "a rather long name of a file.xlsx", looksLike: "a ZIP archive")),
      .cannotOpen(.raggedRows(line: 1234, cells: 3, expected: 12, rows: 56)),
      .engine(EngineProblem(.pointOutOfReach(row: 17), letters: [0, 1, 2])),
    ]
    return notices.flatMap { notice in
      [0.0, 30].map { later in
        var announced = scene(LabState(menu: Scene.menu))
        announced.perform(.tick(1))
        announced.state.announce(notice)
        // Without a tick, which would take back what is not true of this state.
        announced.state.now += later
        return ("\(notice)\(later > 0 ? ", later" : "")", announced)
      }
    }
  }

  /// Columns with long names and values of many digits.
  private static let wild: LabState = {
    let x = (0..<40).map { 1e7 + Double($0 * $0 % 37) * 12_345.678 }
    let y = (0..<40).map { -0.0001 * Double($0 * 7 % 31) }
    return LabState(
      source: DataSource(
        name: .file("Measurements"), columnNames: ["waiting time in minutes", "duration of the eruption"], x: x, y: y,
        aspect: .independent), componentCount: 3, seed: 7)
  }()

  // MARK: - Flaws

  static func flaws(_ scene: Scene) -> [String] {
    let log = TextLog()
    let painter = FramePainter(font: scene.font)
    painter.textLog = log
    painter.noteTexts(of: scene.state)
    let layout = scene.layout
    var flaws: [String] = []
    for entry in log.entries {
      if entry.text.hasSuffix("…"), entry.text.count > 1, entry.text != scene.state.words(.computing) {
        flaws.append("“\(entry.text)” is cut")
      }
      let place = place(of: entry.layer, layout).inset(by: -1)
      let isInside =
        entry.rect.minX >= place.minX && entry.rect.maxX <= place.maxX && entry.rect.minY >= place.minY
        && entry.rect.maxY <= place.maxY
      if !isInside, entry.layer != .letters { flaws.append("“\(entry.text)” leaves the \(entry.layer)") }
    }
    for layer in TextLog.Layer.allCases where layer != .letters {
      let entries = log.entries.filter { $0.layer == layer }
      for (index, entry) in entries.enumerated() {
        for other in entries.dropFirst(index + 1) {
          let shared = entry.rect.intersection(other.rect)
          if shared.width > 1, shared.height > 1 { flaws.append("“\(entry.text)” lies over “\(other.text)”") }
        }
      }
    }
    return flaws
  }

  private static func place(of layer: TextLog.Layer, _ layout: Layout) -> Rect {
    switch layer {
    case .canvas, .letters, .heads, .inspector, .wayBack, .flyout, .layers, .settings, .columns, .chosen: layout.canvas
    case .chart, .hint, .toast, .loading, .recovery: layout.stage
    case .topBar: layout.topBar
    case .band: layout.band?.frame ?? layout.record?.frame ?? layout.topBar
    case .rail: layout.rail
    case .panel: layout.panel
    case .strip: layout.strip
    case .menu, .gallery, .lessons, .handIns, .files, .export, .settingsPage, .help, .transcript, .tooltip:
      layout.window
    }
  }
}
