import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// Frames change what differs from the one before, and tell what that is. Neither may ever show.
struct IncrementalFrameTests {
  /// A window that is only ever given what changed.
  private struct Window {
    private var pixels: [UInt32] = []
    private var size = (width: 0, height: 0)
    let painter: FramePainter

    init(painter: FramePainter) { self.painter = painter }

    mutating func show(_ state: LabState) {
      painter.update(state)
      let frame = painter.picture
      let changes = painter.takeChanges()
      if size != (frame.width, frame.height) {
        size = (frame.width, frame.height)
        pixels = frame.pixels
        return
      }
      for part in changes {
        for y in part.top..<part.bottom {
          let row = y * frame.width
          let columns = row + part.left..<row + part.right
          pixels.replaceSubrange(columns, with: frame.pixels[columns])
        }
      }
    }

    func shows(_ whole: Bitmap) -> Bool { pixels == whole.pixels }
  }

  private static let keys =
    Array("bxvhinrcfaptomtpg12359+-wlkdeu?").map(Key.character)
    + [.right, .right, .right, .left, .space, .space, .end, .tab, .escape, .escape]

  /// Does something that a user could do, by chance.
  private func doSomething(_ scene: inout Scene, _ generator: inout SeededGenerator) {
    func integer(_ bound: Int) -> Int { Int(generator.uniform() * Double(bound)) }
    let (width, height) = (Double(scene.state.interface.width), Double(scene.state.interface.height))
    let place = Point(generator.uniform() * width, generator.uniform() * height)
    let other = Point(generator.uniform() * width, generator.uniform() * height)
    switch integer(12) {
    case 0: scene.click(at: place)
    case 1: scene.click(.right, at: place)
    case 2, 3: scene.move(to: place)
    case 4, 5: scene.wait([0.1, 0.6, 7][integer(3)], frame: 0.1)
    case 6: scene.type("z", integer(3) == 0 ? [.control, .shift] : .control)
    case 7: scene.drag(place, other, button: integer(2) == 0 ? .left : .middle)
    case 8: scene.send(.wheel(Double(integer(5) - 2), place, []))
    case 9 where integer(4) == 0:
      scene.perform(.shell(.resize(width: 300 + 2 * integer(150), height: 240 + integer(200), pixelRatio: 1)))
    default: scene.key(IncrementalFrameTests.keys[integer(IncrementalFrameTests.keys.count)])
    }
  }

  private func check(_ scene: Scene, rounds: Int, seed: Int, engines: EngineMemory = EngineMemory()) {
    var scene = scene
    var window = Window(painter: FramePainter(font: scene.font, engines: engines))
    var generator = SeededGenerator(seed: UInt64(seed))
    for round in 0..<rounds {
      doSomething(&scene, &generator)
      window.show(scene.state)
      let whole = FramePainter(font: scene.font, engines: engines).draw(scene.state)
      let place = window.painter.picture.difference(from: whole)
      #expect(place == nil, "seed \(seed), round \(round): the frame")
      let isTold = window.shows(whole)
      #expect(isTold, "seed \(seed), round \(round): what the window was told")
    }
  }

  @Test(arguments: 1...6)
  func chanceFindsNoDifference(_ seed: Int) { check(Scene(width: 480, height: 360), rounds: 30, seed: seed) }

  @Test(arguments: 11...13)
  func norAmongLanes(_ seed: Int) {
    var scene = Scene(width: 640, height: 400)
    scene.perform(.lanes(.compare(.families)))
    check(scene, rounds: 25, seed: seed)
  }

  /// While EM plays, half a step a frame and between steps.
  @Test func playingIsToldFrameByFrame() {
    var scene = Scene(width: 480, height: 360)
    var window = Window(painter: FramePainter(font: scene.font))
    scene.perform(.tick(1), .run(.togglePlay))
    for frame in 0..<40 {
      scene.wait(1 / 30.0)
      window.show(scene.state)
      let isTold = window.shows(FramePainter(font: scene.font).draw(scene.state))
      #expect(isTold, "frame \(frame)")
    }
  }

  /// Where nothing changed, nothing is handed on; where the pointer moves, little.
  @Test func littleIsToldOfLittle() {
    var scene = Scene(width: 640, height: 480)
    scene.perform(.tick(1), .run(.stepIteration), .tick(9))
    let painter = FramePainter(font: scene.font)
    for _ in 0..<3 {
      painter.update(scene.state)
      _ = painter.takeChanges()
    }
    painter.update(scene.state)
    func area() -> Int { painter.takeChanges().reduce(0) { $0 + $1.width * $1.height } }
    #expect(area() < 640 * 480 / 10)
  }

  /// More points than are drawn one by one.
  @Test(arguments: 21...22)
  func norInACrowd(_ seed: Int) {
    var generator = SeededGenerator(seed: 5)
    let x = (0..<51_000).map { _ in generator.gaussian() }
    let source = DataSource(name: .file("Crowd"), columnNames: ["x", "y"], x: x, y: x.reversed(), aspect: .equal)
    let scene = Scene(LabState(source: source, componentCount: 3, seed: 1), width: 320, height: 240)
    check(scene, rounds: 12, seed: seed)
  }
}

extension Bitmap {
  /// Around all pixels that differ; nil where none does.
  fileprivate func difference(from other: Bitmap) -> PixelRect? {
    if self == other { return nil }
    guard (width, height) == (other.width, other.height) else { return PixelRect(left: 0, top: 0, right: 0, bottom: 0) }
    let places = pixels.indices.filter { pixels[$0] != other.pixels[$0] }
    return PixelRect(
      around: places.map {
        PixelRect(left: $0 % width, top: $0 / width, right: $0 % width + 1, bottom: $0 / width + 1)
      })
  }
}
