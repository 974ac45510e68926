import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// What the mouse does on the canvas and the chart.
struct MouseTests {
  @Test func aClickWithTheBrushAddsOnePointThere() {
    for ratio in [1.0, 1.25, 2] {
      var scene = Scene(width: Int(1280 * ratio), height: Int(800 * ratio), ratio: ratio)
      let place = Point(333 * ratio, 411 * ratio)
      scene.click(at: place)
      #expect(scene.points.count == 151)
      let shown = scene.layout.transform.pixel(scene.points[150])
      #expect(abs(shown.x - place.x) < 1 && abs(shown.y - place.y) < 1)
    }
  }

  @Test func twoQuickClicksAreTwoPoints() {
    var scene = Scene()
    scene.click(at: Point(300, 300))
    scene.click(at: Point(300, 300), clicks: 2)
    #expect(scene.points.count == 152)
  }

  @Test func aDragSpraysAndIsOneUndo() {
    var scene = Scene()
    scene.wait(0.1)
    scene.move(to: Point(300, 300))
    scene.press(at: Point(300, 300))
    for step in 1...30 {
      scene.move(to: Point(300 + 4 * Double(step), 300))
      scene.wait(1.0 / 60)
    }
    scene.release(at: Point(420, 300))
    #expect(scene.points.count > 170)
    scene.type("z", .control)
    #expect(scene.points.count == 150 && !scene.state.canUndo)
  }

  @Test func theEraserAndTheRightButtonErase() {
    for (tool, button) in [(Tool.eraser, MouseButton.left), (.brush, .right), (.hand, .right), (.inspect, .right)] {
      var scene = Scene()
      scene.perform(.view(.chooseTool(tool)))
      let place = scene.pixel(scene.points.x[0], scene.points.y[0])
      scene.drag(place, Point(place.x + 60, place.y), button: button)
      #expect(scene.points.count < 150, "\(tool)")
      scene.type("z", .control)
      #expect(scene.points.count == 150)
    }
  }

  @Test func theMeansToolPlacesMovesAndRemovesMeans() {
    var scene = Scene()
    scene.type("v")
    let place = scene.emptyPlace
    scene.click(at: place)
    #expect(scene.model.componentCount == 4 && scene.points.count == 150)
    let data = scene.layout.transform.data(place)
    #expect(scene.model.means[3] == [data.x, data.y])
    let target = Point(place.x - 100, place.y + 30)
    scene.drag(place, Point(place.x - 50, place.y), target)
    let moved = scene.layout.transform.data(target)
    #expect(scene.model.means[3] == [moved.x, moved.y] && scene.model.componentCount == 4)
    scene.click(.right, at: target)
    #expect(scene.model.componentCount == 3 && scene.points.count == 150)
    for count in [4, 4, 3] {
      scene.type("z", .control)
      #expect(scene.model.componentCount == count)
    }
    #expect(!scene.state.canUndo)
    // Beside the means the right button erases, as everywhere.
    let point = (0..<150).map { scene.pixel(scene.points.x[$0], scene.points.y[$0]) }.first {
      CanvasScene(scene.layout, scene.state).target(at: $0) == nil
    }
    if let point { scene.click(.right, at: point) }
    #expect(scene.points.count < 150)
  }

  @Test func handlesStretchAndTurn() throws {
    var scene = Scene()
    scene.type("v")
    scene.perform(.start(.setCovariance(0, DataCovariance(xx: 4, xy: 0, yy: 1))))
    let mean = scene.model.means[0]
    // The end of the long axis, half as far again.
    scene.drag(
      scene.pixel(mean[0] + 2, mean[1]), scene.pixel(mean[0] + 2.5, mean[1]), scene.pixel(mean[0] + 3, mean[1]))
    #expect(abs(scene.model.covariances[0][0, 0] - 9) < 0.05 && abs(scene.model.covariances[0][1, 1] - 1) < 1e-9)
    // The knob, a quarter turn.
    let knob = CanvasScene(scene.layout, scene.state).components[0].handles.turn
    let center = scene.pixel(mean[0], mean[1])
    let reach = abs(knob.x - center.x)
    scene.drag(knob, Point(center.x + 0.7 * reach, center.y - 0.7 * reach), Point(center.x, center.y - reach))
    #expect(abs(scene.model.covariances[0][1, 1] - 9) < 0.05 && abs(scene.model.covariances[0][0, 0] - 1) < 0.05)
    #expect(scene.model.means[0] == mean)
    // Squeezed to nothing it stays an ellipse.
    let short = CanvasScene(scene.layout, scene.state).components[0].handles.stretch[1]
    scene.drag(short, center, center)
    try scene.model.validate()
    #expect(scene.state.document.runs.shown.logLikelihood?.isFinite == true)
  }

  @Test func middleAltAndHandPan() {
    for (tool, button, modifiers) in [
      (Tool.brush, MouseButton.middle, Modifiers()), (.brush, .left, .alt), (.hand, .left, []), (.inspect, .left, []),
      (.means, .middle, []),
    ] {
      var scene = Scene()
      scene.perform(.view(.chooseTool(tool)))
      let from = scene.emptyPlace
      let held = scene.layout.transform.data(from)
      scene.drag(
        from, Point(from.x - 70, from.y + 20), Point(from.x - 200, from.y + 90), button: button, modifiers: modifiers)
      let now = scene.layout.transform.data(Point(from.x - 200, from.y + 90))
      #expect(abs(now.x - held.x) < 1e-9 && abs(now.y - held.y) < 1e-9, "\(tool) \(button)")
      #expect(!scene.state.canUndo && scene.points.count == 150 && scene.model.componentCount == 3)
      #expect(scene.state.interface.drag == nil)
    }
  }

  @Test func aDoubleClickWithTheHandFitsAll() {
    var scene = Scene()
    let fitted = scene.state.viewport
    scene.type("h")
    scene.send(.wheel(5, Point(300, 300), []))
    #expect(scene.state.viewport != fitted)
    scene.click(at: Point(300, 300))
    scene.click(at: Point(300, 300), clicks: 2)
    #expect(scene.state.viewport == fitted)
  }

  @Test func theWheelZoomsAndWithControlSizesTheBrush() {
    var scene = Scene()
    let width = scene.state.viewport.bounds.width
    let radius = scene.state.brushRadius
    scene.send(.wheel(1, Point(400, 400), []))
    #expect(scene.state.viewport.bounds.width < width)
    scene.send(.wheel(-1, Point(400, 400), []))
    #expect(abs(scene.state.viewport.bounds.width - width) < 1e-9)
    scene.send(.wheel(1, Point(400, 400), .control))
    #expect(scene.state.brushRadius > radius && abs(scene.state.viewport.bounds.width - width) < 1e-9)
    for (amount, place) in [
      (1.0, Point(20, 400)), (1, Point(1200, 400)), (0, Point(400, 400)), (.nan, Point(400, 400)),
    ] {
      #expect(scene.send(.wheel(amount, place, [])).isEmpty)
    }
  }

  @Test func aTouchpadsSmallStepsAddUpToAWheelsOne() {
    var wheel = Scene()
    var touchpad = Scene()
    wheel.send(.wheel(1, Point(400, 400), []))
    for _ in 0..<10 { touchpad.send(.wheel(0.1, Point(400, 400), [])) }
    let widths = [wheel, touchpad].map { $0.state.viewport.bounds.width }
    #expect(abs(widths[0] - widths[1]) < 1e-6 * widths[0])
  }

  @Test func zoomingHasEndsThatDrawingCanStand() {
    for amount in [8.0, -8] {
      var scene = Scene(width: 200, height: 150)
      for _ in 0..<700 { scene.send(.wheel(amount, Point(80, 80), [])) }
      let view = scene.state.viewport.bounds
      #expect(view.width > 0 && view.width.isFinite && view.height > 0 && view.height.isFinite)
      #expect(scene.layout.transform.scaleX.isFinite && scene.layout.transform.scaleX > 0)
    }
  }

  @Test func draggingOnTheChartScrubs() {
    var scene = Scene()
    for _ in 0..<6 { scene.perform(.run(.stepIteration)) }
    let chart = scene.layout.chart
    let middle = chart.plot.midY
    func place(_ step: Double) -> Point { Point(chart.x(halfStep: step), middle) }
    scene.move(to: place(12))
    scene.press(at: place(12))
    for step in [11.0, 7.2, 3, 0, -5] {
      scene.move(to: place(step))
      #expect(scene.state.document.runs.cursor == Int(max(step, 0).rounded()), "\(step)")
    }
    scene.move(to: place(5))
    scene.release(at: place(5))
    #expect(scene.state.document.runs.cursor == 5 && scene.state.interface.drag == nil)
    scene.move(to: place(9))
    #expect(scene.state.document.runs.cursor == 5 && scene.points.count == 150)
  }

  @Test func losingTheFocusEndsEveryDrag() {
    for tool in Tool.allCases {
      var scene = Scene()
      scene.perform(.view(.chooseTool(tool)), .run(.stepIteration))
      scene.wait(0.5)
      let mean = scene.model.means[0]
      scene.press(at: scene.pixel(mean[0], mean[1]))
      #expect(scene.state.interface.drag != nil, "\(tool)")
      scene.send(.focusLost)
      #expect(scene.state.interface.drag == nil)
      let view = scene.state.viewport
      let count = scene.points.count
      scene.move(to: Point(200, 200))
      scene.wait(1)
      #expect(scene.points.count == count && scene.model.means[0] == mean && scene.state.viewport == view)
    }
  }

  @Test func aDragThatLeavesTheWindowEndsOnce() {
    var scene = Scene()
    scene.press(at: Point(300, 300))
    scene.move(to: Point(-400, 5000))
    scene.send(.pointerLeft)
    scene.wait(0.2)
    #expect(scene.state.interface.drag == .paint)
    scene.release(at: Point(-400, 5000))
    let count = scene.points.count
    scene.release(at: Point(-400, 5000))
    scene.wait(1)
    #expect(scene.points.count == count && scene.state.interface.drag == nil)
    scene.type("z", .control)
    #expect(scene.points.count == 150)
  }

  @Test func releasingAnotherButtonEndsNoDrag() {
    for (held, other) in [(MouseButton.left, MouseButton.right), (.left, .middle), (.middle, .left), (.right, .left)] {
      var scene = Scene()
      scene.press(held, at: Point(300, 300))
      let drag = scene.state.interface.drag
      #expect(drag != nil)
      scene.press(other, at: Point(310, 300))
      scene.release(other, at: Point(310, 300))
      #expect(scene.state.interface.drag == drag, "\(held) held, \(other) released")
      scene.release(held, at: Point(310, 300))
      #expect(scene.state.interface.drag == nil)
    }
  }

  /// Dragged out of the window and in again elsewhere, the view still hangs on the pointer.
  @Test func aViewDraggedOutAndInAgainStaysUnderThePointer() {
    var scene = Scene()
    let from = scene.emptyPlace
    let held = scene.layout.transform.data(from)
    scene.move(to: from)
    scene.press(.middle, at: from)
    scene.move(to: Point(from.x - 30, 2))
    scene.send(.pointerLeft)
    let place = Point(from.x - 150, from.y + 40)
    scene.move(to: place)
    let now = scene.layout.transform.data(place)
    #expect(abs(now.x - held.x) < 1e-9 && abs(now.y - held.y) < 1e-9)
    scene.release(.middle, at: place)
  }

  @Test func aSecondButtonDoesNotBeginASecondDrag() {
    var scene = Scene()
    scene.press(at: Point(300, 300))
    scene.press(.right, at: Point(310, 300))
    #expect(scene.state.interface.drag == .paint && scene.points.count == 151)
  }

  @Test func droppedFilesSizesAndTheCloseButtonAreCommands() {
    var scene = Scene()
    #expect(scene.send(.fileDropped(path: "/tmp/a.csv")) == [.shell(.openFile(path: "/tmp/a.csv"))])
    #expect(scene.send(.closeRequested) == [.shell(.quit)])
    #expect(
      scene.send(.resized(width: 700, height: 500, pixelRatio: 2)) == [
        .shell(.resize(width: 700, height: 500, pixelRatio: 2))
      ])
    #expect(scene.state.interface.width == 700)
  }

  /// Columns may have units far apart: the wheel works on both.
  @Test func theWheelZoomsColumnsOfUnlikeUnits() {
    var scene = Scene()
    let source = DataSource(
      name: .file("t"), columnNames: ["time", "share"], x: (0..<100).map { 1.7e12 + Double($0) * 86_400_000 },
      y: (0..<100).map { Double($0 * 37 % 100) / 100 }, aspect: .independent)
    scene.state.apply(.shell(.openFile(path: "t.csv")))
    if let effect = scene.state.effects.last { scene.perform(.answer(Answer(effect.ticket, .opened(source)))) }
    let width = scene.state.viewport.bounds.width
    scene.send(.wheel(2, Point(400, 400), []))
    #expect(scene.state.viewport.bounds.width < width)
  }

  /// Rows of the help do what their keys do, but for those that close it, and nobody leaves by reading.
  @Test func rowsOfTheHelpThatCloseItDoNoMore() throws {
    var closing = 0
    for row in 0..<120 {
      var scene = Scene()
      scene.perform(.interface(.toggleOverlay(.help)))
      guard let action = scene.layout.help?.action(row), [.help, .dismiss, .quit].contains(action) else { continue }
      closing += 1
      let commands = Control.helpRow(row).commands(scene.state, scene.layout)
      #expect(commands == [.interface(.toggleOverlay(.help))])
    }
    #expect(closing == 3)
  }
}
