import LabCore
import Rasterizer

/// What the user did, in drawable pixels, free of any windowing library.
public enum InputEvent: Sendable, Equatable {
  case pointerMoved(Point, Modifiers)
  case pointerLeft
  case buttonDown(MouseButton, Point, clicks: Int, Modifiers)
  case buttonUp(MouseButton, Point)
  /// Up is positive.
  case wheel(Double, Point, Modifiers)
  case key(Key, Modifiers, isRepeat: Bool)
  case resized(width: Int, height: Int, pixelRatio: Double)
  case focusLost
  case fileDropped(path: String)
  case closeRequested
}

public struct Modifiers: OptionSet, Sendable, Hashable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
  public static let shift = Modifiers(rawValue: 1)
  public static let control = Modifiers(rawValue: 2)
  public static let alt = Modifiers(rawValue: 4)
}

/// The keys the program knows. Letters, digits and signs by the character they write, so that every keyboard layout
/// keeps its own.
public enum Key: Sendable, Hashable {
  case character(Character)
  case space, left, right, up, down, home, end, pageUp, pageDown, escape, enter, tab, delete
  case f1, f2, f3, f4, f11
}
