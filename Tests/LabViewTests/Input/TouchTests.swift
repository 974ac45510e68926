import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// Fingers as a mouse would have it.
struct TouchTests {
  private let place = Point(100, 100)

  /// A hand.
  private final class Hand {
    var touch = Touch()

    func down(_ point: Point, finger: Int = 1, at time: Double = 0) -> [InputEvent] {
      touch.events(FingerEvent(.down, finger: finger, at: point, time: time))
    }

    func move(_ point: Point, finger: Int = 1, at time: Double = 0) -> [InputEvent] {
      touch.events(FingerEvent(.moved, finger: finger, at: point, time: time))
    }

    func up(_ point: Point, finger: Int = 1, at time: Double = 0) -> [InputEvent] {
      touch.events(FingerEvent(.up, finger: finger, at: point, time: time))
    }

    func wait(until time: Double) -> [InputEvent] { touch.tick(time) }
  }

  @Test func aTapIsAClickAndTwoAreADoubleClick() {
    let hand = Hand()
    #expect(hand.down(place) == [.pointerMoved(place, [])])
    // A finger is never quite still.
    #expect(hand.move(Point(104, 97), at: 0.05).isEmpty)
    #expect(
      hand.up(Point(104, 97), at: 0.1) == [
        .buttonDown(.left, place, clicks: 1, []), .buttonUp(.left, place), .pointerLeft,
      ])
    _ = hand.down(Point(105, 100), at: 0.2)
    #expect(hand.up(place, at: 0.3).first == .buttonDown(.left, Point(105, 100), clicks: 2, []))
    _ = hand.down(place, at: 0.35)
    #expect(hand.up(place, at: 0.4).first == .buttonDown(.left, place, clicks: 1, []), "a third begins anew")
    #expect(!hand.touch.isActive)
  }

  @Test func aDragBeginsWhereTheFingerCameDown() {
    let hand = Hand()
    _ = hand.down(place)
    #expect(
      hand.move(Point(130, 100)) == [.buttonDown(.left, place, clicks: 1, []), .pointerMoved(Point(130, 100), [])])
    #expect(hand.move(Point(140, 90)) == [.pointerMoved(Point(140, 90), [])])
    #expect(hand.wait(until: 9).isEmpty, "no long press while it moves")
    #expect(
      hand.up(Point(150, 90)) == [.pointerMoved(Point(150, 90), []), .buttonUp(.left, Point(150, 90)), .pointerLeft])
  }

  @Test func aLongPressIsTheRightButton() {
    let hand = Hand()
    _ = hand.down(place, at: 2)
    #expect(hand.touch.nextChange == 2 + Touch.longPress && hand.wait(until: 2.4).isEmpty)
    #expect(hand.wait(until: 2.5) == [.pointerMoved(place, []), .buttonDown(.right, place, clicks: 1, [])])
    #expect(hand.touch.nextChange == nil && hand.wait(until: 3).isEmpty)
    #expect(hand.move(Point(101, 100)) == [.pointerMoved(Point(101, 100), [])])
    #expect(hand.up(Point(101, 100)).contains(.buttonUp(.right, Point(101, 100))))
  }

  @Test func twoFingersPanAndZoom() {
    let hand = Hand()
    _ = hand.down(place, finger: 1)
    #expect(
      hand.down(Point(200, 100), finger: 2) == [
        .pointerMoved(Point(150, 100), []), .buttonDown(.middle, Point(150, 100), clicks: 1, []),
      ])
    // As far apart as before: no zoom.
    #expect(hand.move(Point(200, 0), finger: 1) == [.pointerMoved(Point(200, 50), [])])
    guard case .wheel(let turns, let fixed, _) = hand.move(Point(200, -100), finger: 1).first else {
      Issue.record("no zoom")
      return
    }
    #expect(turns > 0 && fixed == Point(200, 50))
    #expect(hand.up(Point(200, 100), finger: 2) == [.buttonUp(.middle, Point(200, 0)), .pointerLeft])
    // The finger that is left does nothing more, and a new one begins anew only when all were lifted.
    #expect(hand.move(Point(300, 300), finger: 1).isEmpty && hand.down(place, finger: 3).isEmpty)
    #expect(hand.up(place, finger: 1).isEmpty && hand.up(place, finger: 3).isEmpty)
    #expect(!hand.down(place, finger: 1).isEmpty)
  }

  @Test func aSecondFingerEndsADrag() {
    let hand = Hand()
    _ = hand.down(place, finger: 1)
    _ = hand.move(Point(150, 100), finger: 1)
    #expect(hand.down(Point(250, 100), finger: 2).first == .buttonUp(.left, Point(150, 100)))
  }

  /// In the window: fingers twice as far apart see half as much, about the place between them.
  @Test func aPinchZoomsTheCanvas() {
    var scene = Scene()
    scene.perform(.interface(.toggleOverlay(.help)), .interface(.dismiss))
    let hand = Hand()
    let before = scene.state.viewport.bounds.width
    let middle = Point(scene.layout.canvas.midX, scene.layout.canvas.midY)
    var events =
      hand.down(Point(middle.x - 50, middle.y), finger: 1) + hand.down(Point(middle.x + 50, middle.y), finger: 2)
    events +=
      hand.move(Point(middle.x - 100, middle.y), finger: 1) + hand.move(Point(middle.x + 100, middle.y), finger: 2)
    events += hand.up(Point(middle.x - 100, middle.y), finger: 1) + hand.up(Point(middle.x + 100, middle.y), finger: 2)
    let fixed = scene.layout.transform.data(middle)
    for event in events { scene.send(event) }
    #expect(abs(scene.state.viewport.bounds.width / before - 0.5) < 0.01)
    let moved = scene.layout.transform.pixel(fixed)
    #expect(moved.distance(to: middle) < 2)
    #expect(scene.state.interface.drag == nil && scene.points.count == 150)
  }
}
