import Glibc
import LabCore
import Rasterizer

/// What a finger did, in drawable pixels.
public struct FingerEvent: Sendable, Equatable {
  public enum Phase: Sendable { case down, moved, up }
  public let phase: Phase
  public let finger: Int
  public let point: Point
  /// In seconds, on the window's clock.
  public let time: Double

  public init(_ phase: Phase, finger: Int, at point: Point, time: Double) {
    self.phase = phase
    self.finger = finger
    self.point = point
    self.time = time
  }
}

/// Fingers as a mouse would have it: a tap is a click, a drag is one with the left button, a long press is the right
/// button, and two fingers pan and zoom.
public struct Touch: Sendable {
  private struct Contact: Sendable {
    let finger: Int
    var point: Point
  }

  private enum Gesture: Sendable {
    case none
    /// One finger is down, and may yet become anything.
    case waiting(Contact, since: Double)
    case dragging(Contact, MouseButton)
    /// Two fingers.
    case pair(Contact, Contact)
    /// What is left of two fingers does nothing more.
    case over
  }

  private var gesture = Gesture.none
  /// The fingers that are down.
  private var down: Set<Int> = []
  private var lastTap: (point: Point, time: Double)?
  private var unit: Double

  /// How long a finger rests before it is the right button, in seconds.
  static let longPress = 0.5
  /// Within this time two taps are a double click.
  static let doubleTap = 0.4
  /// How far a finger may stray and still rest, in window units.
  static let slop = 12.0
  /// A turn of the wheel makes distances so much larger.
  private static let wheelFactor = 1 / 0.87

  /// - Parameter unit: pixels per window unit.
  public init(unit: Double = 1) { self.unit = unit }

  /// The same on a display with so many pixels per window unit.
  public func at(unit: Double) -> Touch {
    var touch = self
    touch.unit = unit
    return touch
  }

  /// Whether a finger is on the screen.
  public var isActive: Bool { !down.isEmpty }

  /// When a resting finger becomes the right button; nil where none rests.
  public var nextChange: Double? {
    guard case .waiting(_, let since) = gesture else { return nil }
    return since + Touch.longPress
  }

  /// What the passing of time means.
  public mutating func tick(_ time: Double) -> [InputEvent] {
    guard case .waiting(let contact, let since) = gesture, time >= since + Touch.longPress else { return [] }
    gesture = .dragging(contact, .right)
    return [.pointerMoved(contact.point, []), .buttonDown(.right, contact.point, clicks: 1, [])]
  }

  /// What a finger means.
  public mutating func events(_ event: FingerEvent) -> [InputEvent] {
    guard event.point.x.isFinite, event.point.y.isFinite else { return [] }
    switch event.phase {
    case .down: return touched(event)
    case .moved: return moved(event)
    case .up: return lifted(event)
    }
  }

  private mutating func touched(_ event: FingerEvent) -> [InputEvent] {
    let isFirst = down.isEmpty
    down.insert(event.finger)
    let contact = Contact(finger: event.finger, point: event.point)
    if isFirst {
      gesture = .waiting(contact, since: event.time)
      return [.pointerMoved(event.point, [])]
    }
    switch gesture {
    case .waiting(let first, _): return begin(first, contact)
    case .dragging(let first, let button): return [.buttonUp(button, first.point)] + begin(first, contact)
    case .none, .pair, .over: return []
    }
  }

  private mutating func begin(_ first: Contact, _ second: Contact) -> [InputEvent] {
    gesture = .pair(first, second)
    let middle = Touch.middle(first, second)
    return [.pointerMoved(middle, []), .buttonDown(.middle, middle, clicks: 1, [])]
  }

  private mutating func moved(_ event: FingerEvent) -> [InputEvent] {
    switch gesture {
    case .waiting(var contact, _) where contact.finger == event.finger:
      guard contact.point.distance(to: event.point) > Touch.slop * unit else { return [] }
      let began = contact.point
      contact.point = event.point
      gesture = .dragging(contact, .left)
      return [.buttonDown(.left, began, clicks: 1, []), .pointerMoved(event.point, [])]
    case .dragging(var contact, let button) where contact.finger == event.finger:
      contact.point = event.point
      gesture = .dragging(contact, button)
      return [.pointerMoved(event.point, [])]
    case .pair(var first, var second):
      guard first.finger == event.finger || second.finger == event.finger else { return [] }
      let before = Touch.apart(first, second)
      let old = Touch.middle(first, second)
      if first.finger == event.finger { first.point = event.point } else { second.point = event.point }
      gesture = .pair(first, second)
      let after = Touch.apart(first, second)
      var events: [InputEvent] = []
      // Fingers that nearly touch say little about a distance.
      if min(before, after) > Touch.slop * unit, before != after {
        events.append(.wheel(log(after / before) / log(Touch.wheelFactor), old, []))
      }
      return events + [.pointerMoved(Touch.middle(first, second), [])]
    case .none, .waiting, .dragging, .over: return []
    }
  }

  private mutating func lifted(_ event: FingerEvent) -> [InputEvent] {
    down.remove(event.finger)
    defer { if down.isEmpty { gesture = .none } }
    switch gesture {
    case .waiting(let contact, _) where contact.finger == event.finger:
      let isSecond =
        lastTap.map {
          event.time - $0.time <= Touch.doubleTap && $0.point.distance(to: contact.point) <= 2 * Touch.slop * unit
        } ?? false
      lastTap = isSecond ? nil : (contact.point, event.time)
      gesture = .over
      return [
        .buttonDown(.left, contact.point, clicks: isSecond ? 2 : 1, []), .buttonUp(.left, contact.point), .pointerLeft,
      ]
    case .dragging(let contact, let button) where contact.finger == event.finger:
      gesture = .over
      return [.pointerMoved(event.point, []), .buttonUp(button, event.point), .pointerLeft]
    case .pair(let first, let second) where first.finger == event.finger || second.finger == event.finger:
      gesture = .over
      return [.buttonUp(.middle, Touch.middle(first, second)), .pointerLeft]
    case .none, .waiting, .dragging, .pair, .over: return []
    }
  }

  private static func middle(_ a: Contact, _ b: Contact) -> Point {
    Point((a.point.x + b.point.x) / 2, (a.point.y + b.point.y) / 2)
  }

  private static func apart(_ a: Contact, _ b: Contact) -> Double { a.point.distance(to: b.point) }
}
