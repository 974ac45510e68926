import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

struct CanvasSceneTests {
  @Test func aMeanIsGrabbedBeforeAHandleAndTheFrontmostFirst() {
    var scene = Scene()
    scene.perform(
      .view(.chooseTool(.means)), .start(.moveMean(1, to: DataPoint(0, 0))),
      .start(.moveMean(2, to: DataPoint(0.05, 0))))
    let canvas = CanvasScene(scene.layout, scene.state)
    #expect(canvas.target(at: scene.pixel(0, 0)) == .mean(2))
    #expect(canvas.target(at: canvas.components[0].mean) == .mean(0))
    for (handle, place) in canvas.components[0].handles.stretch.enumerated() {
      #expect(canvas.target(at: place) == .covariance(0, handle: handle))
    }
    #expect(canvas.target(at: scene.emptyPlace) == nil)
    // A circle has nothing to turn.
    #expect(canvas.target(at: canvas.components[0].handles.turn) == nil)
    scene.perform(.start(.setCovariance(0, DataCovariance(xx: 9, xy: 2, yy: 4))))
    let turned = CanvasScene(scene.layout, scene.state)
    #expect(turned.target(at: turned.components[0].handles.turn) == .covariance(0, handle: 4))
  }

  /// Drags a handle of the first component's ellipse in steps, as a hand does; returns the covariance it ends with.
  private func covariance(dragging handle: Int, of scene: inout Scene, by dx: Double, _ dy: Double) -> CovarianceMatrix
  {
    scene.perform(.view(.chooseTool(.means)))
    let grabbed = CanvasScene(scene.layout, scene.state).components[0].handles
    let from = handle == 4 ? grabbed.turn : grabbed.stretch[handle]
    scene.press(.left, at: from)
    for step in 1...10 {
      scene.move(to: Point(from.x + dx * Double(step) / 10, from.y + dy * Double(step) / 10))
    }
    scene.release(.left, at: Point(from.x + dx, from.y + dy))
    return scene.state.document.start.covariances[0]
  }

  @Test func everySquareOfACircleStretchesItsOwnAxis() {
    for (handle, dx, dy) in [(0, 60.0, 0.0), (1, 0.0, 60.0), (2, -60.0, 0.0), (3, 0.0, -60.0)] {
      var scene = Scene()
      let after = covariance(dragging: handle, of: &scene, by: dx, dy)
      let (grown, kept) = dx == 0 ? (after[1, 1], after[0, 0]) : (after[0, 0], after[1, 1])
      #expect(grown > 4.5 && abs(kept - 4) < 1e-6 && abs(after[0, 1]) < 1e-6, "handle \(handle): \(after)")
      #expect(scene.state.canUndo)
    }
  }

  @Test func anAxisMayPassTheOtherDuringOneDrag() {
    var scene = Scene()
    scene.perform(.start(.setCovariance(0, DataCovariance(xx: 9, xy: 0, yy: 4))))
    let after = covariance(dragging: 1, of: &scene, by: 0, 120)
    #expect(after[1, 1] > 12 && abs(after[0, 0] - 9) < 1e-6, "\(after)")
  }

  /// A tilted ellipse is stretched along its own axes.
  @Test(arguments: 0..<4)
  func stretchingKeepsTheTilt(_ handle: Int) {
    var scene = Scene()
    scene.perform(.view(.chooseTool(.means)), .start(.setCovariance(0, DataCovariance(xx: 9, xy: 3, yy: 4))))
    let before = CanvasScene(scene.layout, scene.state).components[0]
    let (from, mean) = (before.handles.stretch[handle], before.mean)
    scene.drag(
      from, Point(mean.x + (from.x - mean.x) * 1.1, mean.y + (from.y - mean.y) * 1.1),
      Point(mean.x + (from.x - mean.x) * 1.25, mean.y + (from.y - mean.y) * 1.25))
    let after = CanvasScene(scene.layout, scene.state).components[0]
    let isLong = handle % 2 == 0
    #expect(abs(after.oneSigma.semiMajor / before.oneSigma.semiMajor - (isLong ? 1.25 : 1)) < 1e-9)
    #expect(abs(after.oneSigma.semiMinor / before.oneSigma.semiMinor - (isLong ? 1 : 1.25)) < 1e-9)
    #expect(abs(after.oneSigma.angle - before.oneSigma.angle) < 1e-9)
  }

  /// Wherever the knob is drawn to, the axis follows, in whatever units.
  @Test(arguments: [false, true], [(70.0, -40.0), (-30, -60), (50, 45)])
  func theAxisPointsAtTheKnob(_ isIndependent: Bool, _ way: (Double, Double)) {
    var scene = Scene()
    if isIndependent { scene.perform(.view(.toggleAspect)) }
    scene.perform(.view(.chooseTool(.means)), .start(.setCovariance(0, DataCovariance(xx: 9, xy: 0, yy: 3))))
    let before = CanvasScene(scene.layout, scene.state).components[0]
    scene.drag(
      before.handles.turn, Point(before.mean.x + way.0 / 2, before.mean.y + way.1 / 2),
      Point(before.mean.x + way.0, before.mean.y + way.1))
    let after = CanvasScene(scene.layout, scene.state).components[0]
    let (dx, dy) = (after.handles.turn.x - after.mean.x, after.handles.turn.y - after.mean.y)
    #expect(abs(dx * way.1 - dy * way.0) < 1e-6 * (abs(dx) + abs(dy)) * 100)
    #expect(abs(after.oneSigma.semiMajor - before.oneSigma.semiMajor) < 1e-6)
    #expect(abs(after.oneSigma.semiMinor - before.oneSigma.semiMinor) < 1e-6)
  }

  @Test func theGrabRadiusGrowsWithTheDisplay() {
    for ratio in [1.0, 2] {
      var scene = Scene(width: Int(1280 * ratio), height: Int(800 * ratio), ratio: ratio)
      scene.perform(.view(.chooseTool(.means)))
      let canvas = CanvasScene(scene.layout, scene.state)
      let mean = canvas.components[0].mean
      #expect(canvas.target(at: Point(mean.x + 11.5 * ratio, mean.y)) == .mean(0))
      #expect(canvas.target(at: Point(mean.x + 14 * ratio, mean.y)) != .mean(0))
    }
  }

  @Test func aGlideIsSeenAndGrabbedWhereItIs() {
    var scene = Scene()
    scene.perform(.tick(1), .run(.stepForward), .tick(2), .run(.stepForward), .tick(2.15))
    let from = scene.state.document.runs.current.steps[1].model.means[0]
    let to = scene.model.means[0]
    let seen = CanvasScene(scene.layout, scene.state).components[0].mean
    let middle = scene.pixel((from[0] + to[0]) / 2, (from[1] + to[1]) / 2)
    #expect(abs(seen.x - middle.x) < 1e-6 && abs(seen.y - middle.y) < 1e-6)
  }

  /// With the means tool a letter that stands outside its ellipse is its mean's handle: it does not jump to the pointer,
  /// and a right click removes the component, not points.
  @Test func aLetterOutsideIsAHandleOfItsMean() throws {
    var scene = Scene()
    scene.perform(.view(.chooseTool(.means)), .start(.setCovariance(1, DataCovariance(xx: 0.02, xy: 0, yy: 0.02))))
    let before = scene.model.means[1]
    let component = CanvasScene(scene.layout, scene.state).components[1]
    try #require(component.isLetterOutside)
    let letter = component.letterCenter
    scene.press(at: letter)
    #expect(scene.model.means[1] == before && scene.model.componentCount == 3)
    scene.move(to: Point(letter.x + 30, letter.y - 20))
    scene.release(at: Point(letter.x + 30, letter.y - 20))
    let moved = CanvasScene(scene.layout, scene.state).components[1].mean
    #expect(abs(moved.x - component.mean.x - 30) < 1e-6 && abs(moved.y - component.mean.y + 20) < 1e-6)
    let again = CanvasScene(scene.layout, scene.state).components[1].letterCenter
    scene.click(.right, at: again)
    #expect(scene.model.componentCount == 2 && scene.points.count == 150)
    // With other tools clicks pass through it.
    scene.perform(.edit(.undo), .view(.chooseTool(.brush)))
    scene.click(at: again)
    #expect(scene.points.count == 151)
  }

  @Test func anEllipseCrossesWhatItsLineGoesThrough() {
    let ellipse = Ellipse(center: Point(100, 100), semiMajor: 50, semiMinor: 20, angle: 0)
    #expect(ellipse.crosses(Rect(x: 145, y: 95, width: 10, height: 10)))
    #expect(!ellipse.crosses(Rect(x: 95, y: 95, width: 10, height: 10)))
    #expect(!ellipse.crosses(Rect(x: 160, y: 95, width: 10, height: 10)))
  }
}
