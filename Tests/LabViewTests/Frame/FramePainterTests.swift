import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// No state is too strange to be drawn.
struct FramePainterTests {
  private func draw(_ scene: Scene) -> Bitmap { FramePainter(font: scene.font).draw(scene.state) }

  @Test func thePictureHasTheWindowsSizeAndIsOpaque() {
    for (width, height) in [(1, 1), (2, 700), (300, 3), (64, 48), (480, 360)] {
      for isProjector in [false, true] {
        var scene = Scene(width: width, height: height)
        if isProjector { scene.perform(.interface(.toggleProjector)) }
        scene.perform(.run(.stepForward), .interface(.toggleOverlay(.dataMenu)))
        scene.perform(.interface(.pointer(.init(x: 5, y: 5), over: .play)), .tick(5))
        let picture = draw(scene)
        #expect(picture.width == width && picture.height == height)
        #expect(picture.pixels.allSatisfy { $0 >> 24 == 255 })
      }
    }
  }

  @Test func theSameStateIsTheSamePicture() {
    var scene = Scene(width: 480, height: 360)
    scene.perform(.run(.stepIteration), .run(.stepForward))
    let painter = FramePainter(font: scene.font)
    let first = painter.draw(scene.state)
    var other = scene
    other.perform(.run(.stepBack))
    #expect(painter.draw(other.state) != first)
    #expect(painter.draw(scene.state) == first)
    #expect(draw(scene) == first)
    // Into a canvas that holds another picture.
    #expect(
      painter.draw(scene.state, into: Canvas(Bitmap(width: 480, height: 360, fill: Color(0x12_34_56)))).bitmap == first)
  }

  /// What a painter remembers between frames never shows.
  @Test(arguments: 1...4)
  func aPainterThatRemembersDrawsAsOneThatDoesNot(_ seed: Int) {
    var scene = Scene(width: 480, height: 360)
    let painter = FramePainter(font: scene.font)
    var generator = SeededGenerator(seed: UInt64(seed))
    func integer(_ bound: Int) -> Int { Int(generator.uniform() * Double(bound)) }
    let keys =
      Array("bxvhinrcfaptomtp12359+-").map(Key.character) + [.right, .right, .right, .left, .space, .end, .tab]
    for round in 0..<30 {
      let place = Point(generator.uniform() * 480, generator.uniform() * 360)
      switch integer(7) {
      case 0: scene.click(at: place)
      case 1: scene.click(.right, at: place)
      case 2: scene.move(to: place)
      case 3: scene.wait([0.1, 0.6, 7][integer(3)], frame: 0.1)
      case 4: scene.type("z", integer(3) == 0 ? [.control, .shift] : .control)
      default: scene.key(keys[integer(keys.count)])
      }
      #expect(painter.draw(scene.state) == draw(scene), "round \(round)")
    }
  }

  @Test(arguments: [
    [], [(0.0, 0.0)], Array(repeating: (3.0, 3.0), count: 9), [(1e150, -1e150), (-1e150, 1e150), (0, 1e149)],
    [(1e-150, 2e-150), (3e-150, 1e-150), (0, 0)], [(1e300, 1), (-1e300, 2), (0, 3)], [(1e-306, 0), (2e-306, 1e-306)],
    [(1e8, 1e8), (1e8 + 1e-7, 1e8)], [(0, 0), (1e100, 1e-100), (1, 1)],
  ])
  func strangeDataAreDrawn(_ points: [(Double, Double)]) {
    for aspect in [Aspect.equal, .independent] {
      for k in [1, 14] {
        let source = DataSource(
          name: .file("Strange"), columnNames: ["x", "y"], x: points.map(\.0), y: points.map(\.1), aspect: aspect)
        var scene = Scene(LabState(source: source, componentCount: k, seed: 1), width: 400, height: 300)
        scene.perform(.view(.chooseTool(.means)), .tick(1), .run(.stepIteration), .run(.stepForward), .tick(1.1))
        scene.perform(.interface(.pointer(.init(x: 200, y: 150), over: nil)))
        #expect(draw(scene).pixels.count == 400 * 300)
        _ = scene.send(.buttonDown(.left, Point(150, 150), clicks: 1, []))
        _ = scene.send(.pointerMoved(Point(180, 120), []))
        _ = scene.send(.buttonUp(.left, Point(180, 120)))
        #expect(draw(scene).pixels.count == 400 * 300)
      }
    }
  }

  @Test func everyStageOfARunIsDrawn() {
    var scene = Scene(width: 400, height: 300)
    for theme in [ThemeChoice.light, .dark] {
      scene.perform(.interface(.setTheme(theme)), .start(.newStart))
      for command in [
        Command.run(.stepForward), .run(.stepForward), .run(.togglePlay), .run(.runToConvergence), .start(.newStart),
      ] {
        scene.perform(command, .tick(scene.state.now + 0.1))
        #expect(!draw(scene).pixels.isEmpty)
      }
    }
  }

  @Test func viewsAtTheEndsOfZoomingAreDrawn() {
    for bounds in [
      DataRect(minX: -1e299, minY: -1e299, maxX: 1e299, maxY: 1e299),
      DataRect(minX: 0, minY: 0, maxX: 1e-299, maxY: 1e-299),
      DataRect(minX: 1, minY: 1, maxX: 1 + 1e-15, maxY: 1 + 1e-15),
      DataRect(minX: 0, minY: 0, maxX: .leastNonzeroMagnitude, maxY: 1),
      DataRect(minX: 1e305, minY: 1e305, maxX: 1.1e305, maxY: 1.1e305),
    ] {
      var scene = Scene(width: 320, height: 240)
      scene.perform(.run(.stepIteration), .view(.chooseTool(.means)), .view(.setViewport(Viewport(bounds: bounds))))
      #expect(!draw(scene).pixels.isEmpty)
      scene.click(at: Point(100, 100))
      scene.drag(Point(120, 100), Point(90, 90), button: .middle)
      scene.send(.wheel(8, Point(100, 100), []))
      #expect(!draw(scene).pixels.isEmpty)
    }
  }

  @Test func pointsAreGreyUntilTheyAreOwned() {
    var scene = Scene(width: 480, height: 360)
    scene.perform(.interface(.setTheme(.light)))
    func pixel(_ index: Int) -> UInt32 {
      let place = scene.pixel(scene.points.x[index], scene.points.y[index])
      return draw(scene).pixels[Int(place.y) * 480 + Int(place.x)]
    }
    func isGrey(_ pixel: UInt32) -> Bool {
      let channels = [16, 8, 0].map { Int((pixel >> UInt32($0)) & 255) }
      return (channels.max() ?? 0) - (channels.min() ?? 0) < 24
    }
    let index = (0..<150).first { isGrey(pixel($0)) } ?? 0
    #expect(isGrey(pixel(index)))
    scene.perform(.run(.stepForward))
    scene.wait(0.5)
    #expect(!isGrey(pixel(index)))
  }
}
