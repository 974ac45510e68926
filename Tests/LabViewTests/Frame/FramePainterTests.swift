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
        scene.perform(.run(.stepForward), .interface(.toggleOverlay(.gallery)))
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
  }

  /// Lanes, bars and panel are drawn at once; who times them has them drawn one after the other.
  @Test(arguments: [nil, Comparison.starts, .kMeans])
  func partsDrawnAtOnceAreThePictureOfPartsInTurn(_ lanes: Comparison?) {
    var scene = Scene(width: 800, height: 600)
    if let lanes { scene.perform(.lanes(.compare(lanes))) }
    let (atOnce, inTurn) = (FramePainter(font: scene.font), FramePainter(font: scene.font))
    var parts: [FramePart] = []
    inTurn.onPart = { parts.append($0) }
    scene.perform(.view(.toggleLayer(.contours)), .view(.toggleLayer(.regions)))
    for frame in 0..<12 {
      if frame % 3 == 0 { scene.perform(.run(.stepForward)) }
      scene.perform(.tick(1 + 0.1 * Double(frame)))
      if frame == 8 { scene.perform(.interface(.toggleLargeChart)) }
      #expect(atOnce.draw(scene.state) == inTurn.draw(scene.state), "frame \(frame)")
    }
    // There is no lesson.
    #expect(Set(parts) == Set(FramePart.allCases.filter { $0 != .band }))
  }

  /// Points that have owners change their colors with the theme, too.
  @Test func aPainterThatRemembersKnowsEveryTheme() {
    var scene = Scene(width: 480, height: 360)
    scene.perform(.tick(1), .run(.stepForward), .tick(2))
    let painter = FramePainter(font: scene.font)
    for command in [
      Command.interface(.setTheme(.dark)), .interface(.setTheme(.light)), .interface(.toggleProjector),
      .interface(.toggleProjector), .interface(.setTheme(.dark)),
    ] {
      _ = painter.draw(scene.state)
      scene.perform(command, .interface(.closeAnnouncement))
      #expect(painter.draw(scene.state) == draw(scene), "\(command)")
    }
  }

  /// What a painter remembers between frames never shows.
  @Test(arguments: 1...4)
  func aPainterThatRemembersDrawsAsOneThatDoesNot(_ seed: Int) {
    var scene = Scene(width: 480, height: 360)
    let painter = FramePainter(font: scene.font)
    var generator = SeededGenerator(seed: UInt64(seed))
    func integer(_ bound: Int) -> Int { Int(generator.uniform() * Double(bound)) }
    /// Drags what the means tool takes hold of at a place; without a distance it is put back where it was.
    func drag(at place: Point, by distance: Double) {
      scene.perform(.view(.chooseTool(.means)))
      scene.drag(place, Point(place.x + 40, place.y + 10), Point(place.x + distance, place.y - distance))
    }
    func dragMean(_ index: Int, by distance: Double) {
      drag(at: CanvasScene(scene.layout, scene.state).components[index].mean, by: distance)
    }
    func dragHandle(_ index: Int, _ handle: Int, by distance: Double) {
      let handles = CanvasScene(scene.layout, scene.state).components[index].handles
      drag(at: handle < 4 ? handles.stretch[handle] : handles.turn, by: distance)
    }
    let keys =
      Array("bxvhinrcfaptomtp12359+-").map(Key.character) + [.right, .right, .right, .left, .space, .end, .tab]
    for round in 0..<30 {
      let place = Point(generator.uniform() * 480, generator.uniform() * 360)
      switch integer(9) {
      case 7: dragMean(integer(scene.model.componentCount), by: integer(3) == 0 ? 0 : 30)
      case 8: dragHandle(integer(scene.model.componentCount), integer(5), by: integer(3) == 0 ? 0 : 25)
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
        for (x, y) in points where x.magnitude < 1e300 {
          #expect(scene.layout.canvas.contains(scene.pixel(x, y)), "the view fits the data")
        }
        expectTheFrontmostMean(draw(scene), scene)
        _ = scene.send(.buttonDown(.left, Point(150, 150), clicks: 1, []))
        _ = scene.send(.pointerMoved(Point(180, 120), []))
        _ = scene.send(.buttonUp(.left, Point(180, 120)))
        expectTheFrontmostMean(draw(scene), scene)
      }
    }
  }

  /// Wherever a run stands, every mean stands on the canvas in its color, and no stage looks like the one before.
  @Test(arguments: ThemeChoice.allCases)
  func everyStageOfARunIsDrawn(_ theme: ThemeChoice) {
    var scene = Scene(width: 640, height: 480)
    scene.perform(.interface(.setTheme(theme)), .tick(1))
    var previous = draw(scene)
    for command in [
      Command.run(.stepForward), .run(.stepForward), .run(.togglePlay), .run(.runToConvergence), .start(.newStart),
    ] {
      // In the midst of the passage, and after it.
      for moment in [0.1, 0.5] {
        if moment == 0.1 { scene.perform(command) }
        scene.perform(.tick(scene.state.now + moment))
        let picture = draw(scene)
        for component in CanvasScene(scene.layout, scene.state).components {
          #expect(rings(of: component, in: picture, scene) > 25, "\(command), \(component.letter)")
        }
        if moment == 0.1 { #expect(picture != previous, "\(command)") }
        previous = picture
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
      scene.perform(.run(.stepIteration), .view(.chooseTool(.means)))
      let usual = draw(scene)
      scene.perform(.view(.setViewport(Viewport(bounds: bounds))))
      let zoomed = draw(scene)
      #expect(zoomed != usual && isSameOutsideTheCanvas(zoomed, usual, scene))
      scene.click(at: Point(100, 100))
      scene.drag(Point(120, 100), Point(90, 90), button: .middle)
      scene.send(.wheel(8, Point(100, 100), []))
      expectTheFrontmostMean(draw(scene), scene)
    }
  }

  /// Pixels in a component's own color around its mean, as far as its letter may stand.
  private func rings(of component: CanvasScene.Component, in picture: Bitmap, _ scene: Scene) -> Int {
    let color = component.color(Theme.of(scene.state.interface)).premultiplied
    let reach = 5 * scene.layout.metrics.meanRadius
    var count = 0
    for y in max(Int(component.mean.y - reach), 0)..<min(Int(component.mean.y + reach), picture.height) {
      for x in max(Int(component.mean.x - reach), 0)..<min(Int(component.mean.x + reach), picture.width) {
        if picture.pixels[y * picture.width + x] == color { count += 1 }
      }
    }
    return count
  }

  /// Every pixel is opaque, and the mean in front, if it is in sight, has its ring.
  private func expectTheFrontmostMean(_ picture: Bitmap, _ scene: Scene) {
    #expect(picture.pixels.allSatisfy { $0 >> 24 == 255 })
    let reach = scene.layout.metrics.meanRadius + 2
    guard let last = CanvasScene(scene.layout, scene.state).components.last,
      scene.layout.canvas.inset(by: reach).contains(last.mean),
      scene.layout.toast?.frame.inset(by: -reach).contains(last.mean) != true
    else { return }
    #expect(rings(of: last, in: picture, scene) > 25)
  }

  private func isSameOutsideTheCanvas(_ a: Bitmap, _ b: Bitmap, _ scene: Scene) -> Bool {
    a.pixels.indices.allSatisfy { index in
      let place = Point(Double(index % a.width) + 0.5, Double(index / a.width) + 0.5)
      return a.pixels[index] == b.pixels[index] || scene.layout.canvas.contains(place)
    }
  }

  /// The cards glide with the ellipses: half way they show neither where they were nor where they will be.
  @Test func theWeightsGlideToo() {
    var scene = Scene()
    scene.perform(.tick(1), .run(.stepForward), .tick(2))
    func cards() -> [UInt32] {
      let picture = draw(scene)
      return scene.layout.components.cards.flatMap { card in
        (Int(card.minY)..<Int(card.maxY)).flatMap { y in
          picture.pixels[y * picture.width + Int(card.minX)..<y * picture.width + Int(card.maxX)]
        }
      }
    }
    scene.perform(.run(.stepForward))
    let (before, middle, after) = (
      cards(),
      {
        scene.perform(.tick(2.15))
        return cards()
      }(),
      {
        scene.perform(.tick(3))
        return cards()
      }()
    )
    #expect(middle != before && middle != after && before != after)
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
