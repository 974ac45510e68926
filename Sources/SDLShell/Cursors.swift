import CSDL2
import LabView

/// The mouse pointer's shapes.
struct Cursors {
  private var shapes: [CursorShape: OpaquePointer] = [:]
  private var shown: CursorShape?

  mutating func show(_ shape: CursorShape) {
    guard shape != shown else { return }
    shown = shape
    SDL_ShowCursor(shape == .none ? SDL_DISABLE : SDL_ENABLE)
    guard let system = Cursors.system(shape) else { return }
    if shapes[shape] == nil { shapes[shape] = SDL_CreateSystemCursor(system) }
    if let cursor = shapes[shape] { SDL_SetCursor(cursor) }
  }

  private static func system(_ shape: CursorShape) -> SDL_SystemCursor? {
    switch shape {
    case .none: nil
    case .arrow: SDL_SYSTEM_CURSOR_ARROW
    case .pointing: SDL_SYSTEM_CURSOR_HAND
    case .moving: SDL_SYSTEM_CURSOR_SIZEALL
    case .crosshair: SDL_SYSTEM_CURSOR_CROSSHAIR
    }
  }
}
