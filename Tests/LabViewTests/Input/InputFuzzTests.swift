import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// Hundreds of random events, some of them impossible: nothing traps, and what is left can be drawn.
struct InputFuzzTests {
  @Test(arguments: 1...6)
  func anyEventsLeaveAStateThatCanBeDrawn(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    func integer(_ bound: Int) -> Int { Int(generator.uniform() * Double(bound)) }
    func number(_ limit: Double) -> Double {
      integer(25) > 0 ? generator.uniform() * limit : [.nan, .infinity, -.infinity, -1, 1e300, 1e-300][integer(6)]
    }
    func place() -> Point { Point(number(500), number(380)) }
    func modifiers() -> Modifiers { Modifiers(rawValue: integer(3) == 0 ? integer(8) : 0) }
    let buttons: [MouseButton] = [.left, .left, .left, .middle, .right]
    let keys =
      "bxvheeuujdkswinrcfaptomq?+-[]123456789zy0§".map(Key.character) + [
        .space, .left, .right, .right, .home, .end, .escape, .enter, .enter, .tab, .tab, .delete, .f1, .f3, .f11, .up,
        .down, .up, .down,
      ]
    var scene = Scene(LabState(options: EMOptions(maximumIterations: 20), menu: Scene.menu), width: 480, height: 360)
    for round in 0..<300 {
      switch integer(12) {
      case 0...2: scene.send(.pointerMoved(place(), modifiers()))
      case 3, 4: scene.send(.buttonDown(buttons[integer(5)], place(), clicks: 1 + integer(3), modifiers()))
      case 5, 6: scene.send(.buttonUp(buttons[integer(5)], place()))
      case 7: scene.send(.wheel(number(4) - 2, place(), modifiers()))
      case 8, 9: scene.send(.key(keys[integer(keys.count)], modifiers(), isRepeat: integer(6) == 0))
      case 10:
        let other: [InputEvent] = [
          .focusLost, .pointerLeft, .fileDropped(path: "x.csv"),
          .resized(width: 200 + integer(300), height: 100 + integer(300), pixelRatio: [1, 1.25, 2][integer(3)]),
        ]
        scene.send(other[integer(other.count)])
      default: scene.wait([0.02, 0.4, 7][integer(3)], frame: 0.2)
      }
      if round % 60 == 59 {
        let picture = FramePainter(font: scene.font).draw(scene.state)
        #expect(picture.width == scene.state.interface.width && picture.height == scene.state.interface.height)
      }
    }
    let finite = scene.points.x.allSatisfy(\.isFinite) && scene.points.y.allSatisfy(\.isFinite)
    #expect(finite)
    scene.send(.focusLost)
    #expect(scene.state.interface.drag == nil && scene.state.interface.pressed == nil)
  }
}
