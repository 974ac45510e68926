import CSDL2
import LabCore
import LabView
import Rasterizer

/// SDL's events as the lab's. The ratio turns window coordinates into drawable pixels.
enum SDLEvents {
  static func translate(_ event: SDL_Event, ratio: Double, repeats: inout Bool) -> InputEvent? {
    func pixel(_ x: Int32, _ y: Int32) -> Point { Point((Double(x) + 0.5) * ratio, (Double(y) + 0.5) * ratio) }
    switch SDL_EventType(event.type) {
    case SDL_QUIT: return .closeRequested
    case SDL_MOUSEMOTION: return .pointerMoved(pixel(event.motion.x, event.motion.y), modifiers)
    case SDL_MOUSEBUTTONDOWN:
      guard let button = button(event.button.button) else { return nil }
      return .buttonDown(button, pixel(event.button.x, event.button.y), clicks: Int(event.button.clicks), modifiers)
    case SDL_MOUSEBUTTONUP:
      guard let button = button(event.button.button) else { return nil }
      return .buttonUp(button, pixel(event.button.x, event.button.y))
    case SDL_MOUSEWHEEL:
      let sign = event.wheel.direction == SDL_MOUSEWHEEL_FLIPPED.rawValue ? -1.0 : 1.0
      return .wheel(sign * Double(event.wheel.preciseY), pixel(event.wheel.mouseX, event.wheel.mouseY), modifiers)
    case SDL_KEYDOWN:
      repeats = event.key.repeat != 0
      return key(event.key.keysym).map { .key($0, modifiers(event.key.keysym.mod), isRepeat: repeats) }
    case SDL_TEXTINPUT: return character(event.text).map { .key(.character($0), modifiers, isRepeat: repeats) }
    case SDL_DROPFILE:
      guard let file = event.drop.file else { return nil }
      defer { SDL_free(file) }
      return .fileDropped(path: String(cString: file))
    case SDL_WINDOWEVENT:
      switch SDL_WindowEventID(UInt32(event.window.event)) {
      case SDL_WINDOWEVENT_LEAVE: return .pointerLeft
      case SDL_WINDOWEVENT_FOCUS_LOST: return .focusLost
      default: return nil
      }
    default: return nil
    }
  }

  /// What a finger did, in a window of this size in drawable pixels; nil where it was none.
  static func finger(_ event: SDL_Event, width: Int, height: Int, time: Double) -> FingerEvent? {
    let phase: FingerEvent.Phase
    switch SDL_EventType(event.type) {
    case SDL_FINGERDOWN: phase = .down
    case SDL_FINGERMOTION: phase = .moved
    case SDL_FINGERUP: phase = .up
    default: return nil
    }
    let point = Point(Double(event.tfinger.x) * Double(width), Double(event.tfinger.y) * Double(height))
    return FingerEvent(phase, finger: Int(event.tfinger.fingerId), at: point, time: time)
  }

  private static func button(_ number: UInt8) -> MouseButton? {
    switch number {
    case 1: .left
    case 2: .middle
    case 3: .right
    default: nil
    }
  }

  private static var modifiers: Modifiers { modifiers(UInt16(SDL_GetModState().rawValue)) }

  private static func modifiers(_ state: UInt16) -> Modifiers {
    var result: Modifiers = []
    if state & UInt16(KMOD_SHIFT.rawValue) != 0 { result.insert(.shift) }
    if state & UInt16(KMOD_CTRL.rawValue) != 0 { result.insert(.control) }
    if state & UInt16(KMOD_ALT.rawValue) != 0 { result.insert(.alt) }
    return result
  }

  /// Keys by what they are; characters other than letters come as text, so that every keyboard layout has its own.
  private static func key(_ symbol: SDL_Keysym) -> Key? {
    switch SDL_KeyCode(UInt32(bitPattern: symbol.sym)) {
    case SDLK_SPACE: return .space
    case SDLK_LEFT: return .left
    case SDLK_RIGHT: return .right
    case SDLK_UP: return .up
    case SDLK_DOWN: return .down
    case SDLK_HOME: return .home
    case SDLK_END: return .end
    case SDLK_ESCAPE: return .escape
    case SDLK_RETURN, SDLK_KP_ENTER: return .enter
    case SDLK_TAB: return .tab
    case SDLK_DELETE, SDLK_BACKSPACE: return .delete
    case SDLK_PAGEUP: return .pageUp
    case SDLK_PAGEDOWN: return .pageDown
    case SDLK_F1: return .f1
    case SDLK_F2: return .f2
    case SDLK_F3: return .f3
    case SDLK_F4: return .f4
    case SDLK_F11: return .f11
    default:
      return letter(symbol).map { .character($0) }
    }
  }

  /// A Latin letter; on a Cyrillic or Greek keyboard the one that stands in its place on an English keyboard.
  private static func letter(_ symbol: SDL_Keysym) -> Character? {
    let a = 97
    let place = Int(symbol.scancode.rawValue) - Int(SDL_SCANCODE_A.rawValue)
    let number = symbol.sym > 127 && (0..<26).contains(place) ? a + place : Int(symbol.sym)
    guard (a..<a + 26).contains(number) else { return nil }
    return Unicode.Scalar(number).map { Character($0) }
  }

  private static func character(_ text: SDL_TextInputEvent) -> Character? {
    let string = withUnsafeBytes(of: text.text) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    guard let character = string.first, !character.isLetter, character != " " else { return nil }
    return character
  }
}
