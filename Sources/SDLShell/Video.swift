import CSDL2

/// SDL's video system, which must outlive every window, renderer and cursor made with it: who makes one holds this.
final class Video {
  /// SDL falls back silently to a driver that shows nothing when there is no display: that is an error unless such a
  /// driver was asked for by name.
  init() throws(WindowError) {
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0")
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1")
    SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "nearest")
    // Signals are the program's own (`Termination`).
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1")
    // Fingers are told apart from the mouse.
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0")
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0")
    let wished = SDL_getenv("SDL_VIDEODRIVER").map { String(cString: $0) }
    #if os(Linux)
    // Asking SDL anyway would make the libraries below it complain in their own words.
    let hasDisplay = SDL_getenv("DISPLAY") != nil || SDL_getenv("WAYLAND_DISPLAY") != nil
    guard hasDisplay || wished != nil else { throw .noDisplay }
    // Without this folder there is no Wayland either, but its library would say so.
    if SDL_getenv("XDG_RUNTIME_DIR") == nil { SDL_SetHint(SDL_HINT_VIDEODRIVER, "x11") }
    #endif
    guard SDL_InitSubSystem(SDL_INIT_VIDEO) == 0 else { throw .noDisplay }
    let driver = SDL_GetCurrentVideoDriver().map { String(cString: $0) } ?? ""
    guard !["offscreen", "dummy"].contains(driver) || wished == driver else {
      SDL_QuitSubSystem(SDL_INIT_VIDEO)
      throw .noDisplay
    }
  }

  deinit { SDL_QuitSubSystem(SDL_INIT_VIDEO) }

  /// A window's size that fits the display it will appear on.
  func fitting(width: Int, height: Int) -> (width: Int, height: Int) {
    var usable = SDL_Rect()
    guard SDL_GetDisplayUsableBounds(0, &usable) == 0, usable.w > 0, usable.h > 0 else { return (width, height) }
    return (min(width, Int(usable.w)), min(height, Int(usable.h)))
  }
}
