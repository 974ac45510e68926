import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// On a projector a finger finds every control: what hits it is at least 44 pixels wide and high, on every page.
@Suite struct FingertipTests {
  static let names =
    TranscriptScenes.names
    + Export.Kind.allCases.map { "export-\($0.rawValue)" }
    + ["class", "class-question", "recorded", "table", "table-left-out", "lesson-made", "nine", "list"]

  private static func scene(_ name: String, _ width: Int, _ height: Int) -> Scene {
    var scene: Scene
    switch name {
    case "class", "class-question":
      let files = HandInFrameTests.class24
      return HandInFrameTests.scene(
        name == "class" ? files : Array(files.prefix(3)), question: name == "class" ? HandInFrameTests.move : 0,
        width: width, height: height, isProjector: true)
    case "recorded": return RecordingViewTests.recorded(width: width, height: height, isProjector: true)
    case "table": return OpenPageTests.shown(width: width, height: height, projector: true)
    case "table-left-out": return OpenPageTests.leftOut(width: width, height: height, projector: true)
    case "lesson-made": return ShippedLessons.scene(3, page: 1, width: width, height: height, isProjector: true)
    case "nine":
      scene = Scene(width: width, height: height)
      scene.perform(.start(.setComponentCount(9)), .run(.stepIteration), .run(.stepIteration))
      scene.wait(10, frame: 1)
    case "list":
      scene = Scene(width: width, height: height)
      scene.perform(.shell(.prepare(paths: ["/a.json", "/b.json"])), .interface(.toggleOverlay(.gallery)))
    default:
      scene = TranscriptScenes.scene(name.hasPrefix("export") ? "export" : name, width: width, height: height)
      for kind in Export.Kind.allCases where name == "export-\(kind.rawValue)" {
        scene.perform(.export(.set(.kind(kind))))
      }
    }
    if !scene.state.interface.isProjector { scene.perform(.interface(.toggleProjector)) }
    return scene
  }

  /// Rows to be read, which do the same as their key; numbers of a component, which stand out when they are touched; marks
  /// in a plot, of which the nearest is meant.
  private static func isReading(_ control: Control) -> Bool {
    switch control {
    case .helpRow, .card, .candidate, .keptRun: true
    default: false
    }
  }

  /// How far from the middle of a control a finger still hits it.
  private static func reach(_ control: Control, _ rect: Rect, _ scene: Scene, _ layout: Layout) -> (Double, Double) {
    func extent(_ step: (Double) -> Point) -> Double {
      var (low, high) = (0.0, 0.0)
      func hits(_ offset: Double) -> Bool {
        InputTranslation.hoveredControl(at: step(offset), scene.state, layout) == control
      }
      while high < 60, hits(high + 1) { high += 1 }
      while low < 60, hits(-low - 1) { low += 1 }
      return low + high + 1
    }
    let center = Point(rect.midX.rounded(), rect.midY.rounded())
    return (
      rect.width >= 44 ? rect.width : extent { Point(center.x + $0, center.y) },
      rect.height >= 44 ? rect.height : extent { Point(center.x, center.y + $0) }
    )
  }

  @Test(arguments: [(1024, 768), (1920, 1080)], names)
  func everyControlIsFoundByAFinger(_ size: (Int, Int), _ name: String) {
    // Lessons are recorded at a desk; on a small projector the band leaves the tools little height.
    if name == "recorded", size.0 == 1024 { return }
    let scene = Self.scene(name, size.0, size.1)
    let layout = scene.layout
    #expect(layout.metrics.isProjector)
    for (control, rect) in layout.controls where !Self.isReading(control) {
      // What lies under something else is hit nowhere.
      guard InputTranslation.hoveredControl(at: rect.center, scene.state, layout) == control else { continue }
      let (width, height) = Self.reach(control, rect, scene, layout)
      #expect(
        width >= 44 && height >= 44,
        "\(name), \(size): \(control) is \(rect.width)×\(rect.height), hit on \(width)×\(height)")
    }
  }

  /// Beside a control is not on another one, and with the mouse at a desk nothing is hit beside.
  @Test func besideIsNearestAndOnlyOnAProjector() throws {
    var scene = Scene(width: 1024, height: 768)
    scene.perform(.interface(.toggleProjector))
    scene.type("o")
    let layout = scene.layout
    for (control, rect) in layout.controls where !rect.isEmpty {
      let hit = InputTranslation.hoveredControl(at: rect.center, scene.state, layout)
      #expect(hit == layout.control(at: rect.center), "\(control)")
    }
    let desk = Scene(width: 1024, height: 768)
    for (_, rect) in desk.layout.top.controls {
      let beside = Point(rect.midX, rect.maxY + 2)
      guard desk.layout.control(at: beside) == nil else { continue }
      #expect(InputTranslation.hoveredControl(at: beside, desk.state, desk.layout) == nil)
    }
  }
}
