import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// Choosing, carrying and stamping points with the mouse.
struct SelectTests {
  private func scene() -> Scene {
    var scene = Scene()
    scene.type("e")
    return scene
  }

  private func chosen(_ scene: Scene) -> Int { scene.state.chosenPoints?.count ?? 0 }

  @Test func aDragChoosesShiftAddsControlTakesAway() {
    var scene = scene()
    scene.drag(scene.pixel(-12, 8), scene.pixel(0, 0))
    let some = chosen(scene)
    #expect(some > 30 && scene.points.count == 150)
    scene.drag(scene.pixel(12, -8), scene.pixel(0.5, -0.5), modifiers: .shift)
    let more = chosen(scene)
    #expect(more > some)
    scene.drag(scene.pixel(-12, 12), scene.pixel(-3, -12), modifiers: .control)
    #expect(chosen(scene) < more)
    scene.type("a", .control)
    #expect(chosen(scene) == 150)
    scene.click(at: scene.emptyPlace)
    #expect(chosen(scene) == 0)
  }

  @Test func aDragOnTheChosenMovesThemAndWithControlCopiesThem() {
    var scene = scene()
    scene.type("a", .control)
    let first = scene.points[0]
    let at = scene.pixel(first.x, first.y)
    scene.drag(at, Point(at.x + 40, at.y))
    #expect(abs(scene.pixel(scene.points[0].x, 0).x - at.x - 40) < 1e-6 && scene.points.count == 150)
    let moved = scene.pixel(scene.points[0].x, scene.points[0].y)
    scene.drag(moved, Point(moved.x, moved.y + 30), modifiers: .control)
    #expect(scene.points.count == 300 && chosen(scene) == 150)
    scene.key(.delete)
    #expect(scene.points.count == 150)
    scene.type("z", .control)
    scene.type("z", .control)
    scene.type("z", .control)
    #expect(scene.points[0] == first && !scene.state.canUndo)
  }

  @Test func aPressOnAPointTakesThatOne() {
    var scene = scene()
    let point = scene.points[7]
    let at = scene.pixel(point.x, point.y)
    scene.drag(at, Point(at.x + 25, at.y + 10))
    #expect(chosen(scene) == 1 && abs(scene.pixel(scene.points[7].x, 0).x - at.x - 25) < 1e-6)
  }

  @Test func thePillDoesWhatTheKeysDo() {
    var scene = scene()
    #expect(!scene.state.isEnabled(.chosen(.duplicate)))
    scene.click(.chosen(.all))
    #expect(chosen(scene) == 150)
    scene.click(.chosen(.duplicate))
    #expect(scene.points.count == 300)
    scene.click(.chosen(.jitter))
    #expect(scene.points.count == 300)
    scene.click(.chosen(.delete))
    #expect(scene.points.count == 150)
    for _ in 0..<3 { scene.type("z", .control) }
    #expect(!scene.state.canUndo)
    scene.click(at: scene.emptyPlace)
    scene.key(.right, .control)
    #expect(!scene.state.canUndo, "nothing is selected, nothing moves")
    scene.click(.chosen(.all))
    let before = scene.points[0]
    scene.key(.right, .control)
    scene.key(.up, [.control, .shift])
    #expect(scene.points[0].x > before.x && scene.points[0].y > before.y)
  }

  @Test func aStampIsDraggedOutFromItsCenter() throws {
    var scene = Scene()
    scene.type("u")
    #expect(scene.state.tool == .stamp && scene.layout.settings != nil)
    let at = scene.pixel(0, 0)
    scene.move(to: at)
    scene.press(at: at)
    scene.send(.pointerMoved(Point(at.x + 100, at.y - 8), .shift))
    guard case .stamp(let frame) = scene.state.gesture else { return #expect(Bool(false)) }
    #expect(abs(frame.along.height) < 1e-9 && frame.along.width > 0, "Shift turns by steps")
    let width = scene.state.tools.width
    scene.send(.wheel(-2, at, []))
    #expect(scene.state.tools.width < width)
    scene.release(at: Point(at.x + 100, at.y - 8))
    #expect(scene.points.count == 190)
    scene.type("u")
    #expect(scene.state.tools.shape == .line)
    scene.type("]")
    scene.type("]", .control)
    #expect(scene.state.tools.count == 45)
    scene.click(.stampShape(.ring))
    scene.click(.toolSetting(.fewerPoints))
    #expect(scene.state.tools.shape == .ring && scene.state.tools.count == 40)
    scene.key(.escape)
    #expect(scene.layout.settings == nil)
  }

  @Test func theBrushIsSetBesideIt() {
    var scene = Scene()
    scene.click(.tool(.brush))
    let radius = scene.state.brushRadius
    scene.click(.toolSetting(.largerBrush))
    scene.click(.toolSetting(.higherRate))
    #expect(scene.state.brushRadius > radius && scene.state.tools.rate == 3 && scene.points.count == 150)
    scene.click(.tool(.brush))
    #expect(scene.layout.settings == nil)
  }
}
