import CSDL2

/// What mouse and keyboard might do, for whoever wants to time how the window answers. It passes through SDL's queue as if
/// it came from them, and may come from any thread.
public enum PretendedInput: Sendable {
  /// In window coordinates.
  case motion(x: Int, y: Int)
  case press(PretendedButton, x: Int, y: Int)
  case release(PretendedButton, x: Int, y: Int)
  case space
  case closing

  /// Puts it at the end of the queue. Returns the moment on the window's clock, in seconds.
  @discardableResult
  public func send() -> Double {
    var event = SDL_Event()
    switch self {
    case .motion(let x, let y):
      event.type = SDL_MOUSEMOTION.rawValue
      event.motion.x = Int32(clamping: x)
      event.motion.y = Int32(clamping: y)
    case .press(let button, let x, let y): event = button.event(SDL_MOUSEBUTTONDOWN, x, y)
    case .release(let button, let x, let y): event = button.event(SDL_MOUSEBUTTONUP, x, y)
    case .space:
      event.type = SDL_KEYDOWN.rawValue
      event.key.keysym.sym = Int32(SDLK_SPACE.rawValue)
    case .closing: event.type = SDL_QUIT.rawValue
    }
    let now = LabWindow.seconds
    SDL_PushEvent(&event)
    return now
  }
}

/// A button of the mouse, by SDL's number.
public enum PretendedButton: UInt8, Sendable {
  case left = 1
  case middle = 2

  fileprivate func event(_ type: SDL_EventType, _ x: Int, _ y: Int) -> SDL_Event {
    var event = SDL_Event()
    event.type = type.rawValue
    event.button.button = rawValue
    event.button.clicks = 1
    event.button.x = Int32(clamping: x)
    event.button.y = Int32(clamping: y)
    return event
  }
}
