import CSDL2
import Rasterizer

/// The window, its renderer and one texture the size of the drawable.
final class Screen {
  let window: OpaquePointer
  private let renderer: OpaquePointer
  /// Held so that it outlives the window.
  private let video: Video
  private var texture: OpaquePointer?
  private var textureSize = (width: 0, height: 0)

  init(title: String, width: Int, height: Int, on video: Video) throws(WindowError) {
    self.video = video
    let flags = SDL_WINDOW_RESIZABLE.rawValue | SDL_WINDOW_ALLOW_HIGHDPI.rawValue
    let centered = shim_window_position_centered()
    guard
      let window = SDL_CreateWindow(title, centered, centered, Int32(clamping: width), Int32(clamping: height), flags)
    else { throw .noWindow(String(cString: SDL_GetError())) }
    SDL_SetWindowMinimumSize(window, 640, 480)
    self.window = window
    // Frames come as finished pictures. A graphics driver could only pass them on, and takes longer to load than the
    // whole program; it is the second choice, for displays that take pictures from nobody else.
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0")
    let plain = SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE.rawValue)
    guard let renderer = plain ?? SDL_CreateRenderer(window, -1, SDL_RENDERER_PRESENTVSYNC.rawValue) else {
      throw .noWindow(String(cString: SDL_GetError()))
    }
    self.renderer = renderer
  }

  deinit {
    if let texture { SDL_DestroyTexture(texture) }
    SDL_DestroyRenderer(renderer)
    SDL_DestroyWindow(window)
  }

  /// The drawable's size in pixels, and pixels per window unit.
  var size: (width: Int, height: Int, ratio: Double) {
    var width: Int32 = 0
    var height: Int32 = 0
    var windowWidth: Int32 = 0
    SDL_GetWindowSize(window, &windowWidth, nil)
    if SDL_GetRendererOutputSize(renderer, &width, &height) != 0 || width < 1 || height < 1 {
      SDL_GetWindowSize(window, &width, &height)
    }
    let ratio = windowWidth > 0 ? Double(width) / Double(windowWidth) : 1
    return (max(Int(width), 1), max(Int(height), 1), ratio)
  }

  /// How many pictures a second its display shows; 0 where it does not tell.
  var picturesPerSecond: Int {
    var mode = SDL_DisplayMode()
    guard SDL_GetCurrentDisplayMode(max(SDL_GetWindowDisplayIndex(window), 0), &mode) == 0 else { return 0 }
    return Int(mode.refresh_rate)
  }

  /// Shows a picture of the drawable's size.
  func present(_ bitmap: Bitmap) {
    if textureSize != (bitmap.width, bitmap.height) || texture == nil {
      if let texture { SDL_DestroyTexture(texture) }
      texture = SDL_CreateTexture(
        renderer, SDL_PIXELFORMAT_ARGB8888.rawValue, Int32(SDL_TEXTUREACCESS_STREAMING.rawValue), Int32(bitmap.width),
        Int32(bitmap.height))
      textureSize = (bitmap.width, bitmap.height)
    }
    bitmap.pixels.withUnsafeBytes { pixels in
      _ = SDL_UpdateTexture(texture, nil, pixels.baseAddress, Int32(bitmap.width * 4))
    }
    SDL_RenderCopy(renderer, texture, nil, nil)
    SDL_RenderPresent(renderer)
  }

  /// The graphics device was lost: its texture is gone.
  func forgetTexture() { texture = nil }

  var isFullScreen: Bool { SDL_GetWindowFlags(window) & SDL_WINDOW_FULLSCREEN_DESKTOP.rawValue != 0 }

  func toggleFullScreen() {
    SDL_SetWindowFullscreen(window, isFullScreen ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP.rawValue)
  }
}

/// Why there is no window.
public enum WindowError: Error, Equatable, CustomStringConvertible {
  case noDisplay
  case noWindow(String)

  public var description: String {
    switch self {
    case .noDisplay:
      "there is no display to open a window on; start it in a desktop session, or draw to a file with 'mixture-lab render OUT.png'"
    case .noWindow(let reason):
      "the window could not be opened (\(reason)); check the display, or draw to a file with 'mixture-lab render OUT.png'"
    }
  }
}
