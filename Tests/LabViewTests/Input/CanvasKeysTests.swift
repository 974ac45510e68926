import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// The canvas by keyboard alone.
struct CanvasKeysTests {
  private func scene(_ tool: Character) -> Scene {
    var scene = Scene()
    scene.type(tool)
    scene.key(.tab)
    return scene
  }

  private func cursor(_ scene: Scene) -> DataPoint { scene.state.interface.cursor ?? DataPoint(.nan, .nan) }

  @Test func arrowsChooseEnterGrabsArrowsMoveEnterPutsDown() throws {
    var scene = scene("b")
    #expect(scene.state.interface.focused == .canvas)
    scene.key(.right)
    #expect(scene.state.document.runs.current.steps.count == 1, "the arrows are the canvas's now")
    let index = try #require(scene.points.indices.first { scene.points[$0] == cursor(scene) })
    let before = scene.points[index]
    scene.key(.enter)
    #expect(scene.state.isHeldByKeyboard)
    for _ in 0..<5 { scene.key(.up) }
    scene.key(.right, .shift)
    // The mouse passes by, and changes nothing.
    scene.move(to: Point(300, 300))
    #expect(scene.points[index] == before)
    scene.key(.enter)
    #expect(scene.points.count == 150 && scene.points[index].y > before.y && scene.points[index].x > before.x)
    #expect(abs(scene.points[index].x - cursor(scene).x) < 1e-9 && abs(scene.points[index].y - cursor(scene).y) < 1e-9)
    #expect(!scene.state.isHeldByKeyboard)
    scene.type("z", .control)
    #expect(scene.points[index] == before && !scene.state.canUndo)
  }

  @Test func escapePutsBackAndThenLeaves() {
    var scene = scene("h")
    scene.type("b")
    scene.key(.escape)
    scene.key(.left)
    scene.key(.enter)
    scene.key(.up)
    scene.key(.escape)
    #expect(!scene.state.isHeldByKeyboard && !scene.state.canUndo && scene.state.interface.focused == .canvas)
    scene.key(.escape)
    #expect(scene.state.interface.focused == nil)
    scene.key(.right)
    #expect(scene.state.document.runs.current.steps.count == 2, "the arrows are about time again")
  }

  @Test func enterPlacesWhereNothingIsAndDeleteRemoves() {
    var scene = scene("b")
    for _ in 0..<60 { scene.key(.right, .shift) }
    for _ in 0..<40 { scene.key(.up, .shift) }
    scene.key(.enter)
    #expect(scene.points.count == 151 && scene.points[150] == cursor(scene))
    scene.wait(1)
    #expect(scene.points.count == 151, "nobody holds the button")
    scene.key(.delete)
    #expect(scene.points.count == 150)
  }

  @Test func meansArePlacedMovedAndRemoved() throws {
    var scene = scene("v")
    scene.key(.right)
    scene.key(.enter)
    for _ in 0..<6 { scene.key(.down) }
    scene.key(.enter)
    #expect(scene.state.document.startOrigin == .placed && scene.state.canUndo)
    scene.type("z", .control)
    #expect(!scene.state.canUndo)
    for _ in 0..<40 { scene.key(.down, .shift) }
    for _ in 0..<40 { scene.key(.right, .shift) }
    scene.key(.enter)
    #expect(scene.model.componentCount == 4)
    scene.key(.delete)
    #expect(scene.model.componentCount == 3)
  }

  @Test func aMeanThatIsHeldGoesBackWithEscape() {
    var scene = scene("v")
    let before = scene.model
    scene.key(.right)
    scene.key(.enter)
    for _ in 0..<6 { scene.key(.down) }
    #expect(scene.model != before)
    scene.key(.escape)
    #expect(scene.model == before && !scene.state.canUndo)
  }

  /// The other tools press and release as the mouse does.
  @Test func enterIsPressAndReleaseOfWhateverToolIsInHand() {
    var scene = scene("u")
    scene.key(.enter)
    for _ in 0..<8 { scene.key(.right) }
    scene.key(.enter)
    #expect(scene.points.count == 190)
    scene.type("e")
    for _ in 0..<70 { scene.key(.left, .shift) }
    for _ in 0..<70 { scene.key(.up, .shift) }
    scene.key(.enter)
    for _ in 0..<90 { scene.key(.right) }
    for _ in 0..<80 { scene.key(.down) }
    scene.key(.enter)
    #expect((scene.state.chosenPoints?.count ?? 0) > 100)
  }

  @Test func aClickOnTheCanvasGivesTheArrowsBackToTime() {
    var scene = scene("b")
    scene.click(at: scene.emptyPlace)
    #expect(scene.state.interface.focused == nil)
    scene.key(.right)
    #expect(scene.state.document.runs.current.steps.count > 1)
  }

  /// A mean that stands out is moved without the canvas having the focus.
  @Test func controlAndArrowsMoveTheMeanWhoseCardHasTheFocus() {
    var scene = Scene()
    scene.type("v")
    scene.perform(.interface(.focus(.card(1))))
    let before = scene.model.means[1]
    scene.key(.right, .control)
    scene.key(.up, [.control, .shift])
    #expect(scene.model.means[1][0] > before[0] && scene.model.means[1][1] > before[1])
    scene.key(.right)
    #expect(scene.state.document.runs.current.steps.count == 2)
  }
}
