import CSDL2
import Rasterizer

/// The window and its pixels.
final class Screen {
  let window: OpaquePointer
  /// Held so that it outlives the window.
  private let video: Video
  private let output: Output
  private var textureSize = (width: 0, height: 0)
  private var texture: OpaquePointer?
  /// Whether the window still has what was last shown in it.
  private var isKept = false

  /// Frames come as finished pictures, of which the window's own pixels take what changed. A graphics driver could only
  /// pass them on, and takes longer to load than the whole program; it is the second choice, for displays that take
  /// pictures from nobody else.
  private enum Output {
    case surface
    case renderer(OpaquePointer)
  }

  init(title: String, width: Int, height: Int, on video: Video) throws(WindowError) {
    self.video = video
    let flags = SDL_WINDOW_RESIZABLE.rawValue | SDL_WINDOW_ALLOW_HIGHDPI.rawValue
    let centered = shim_window_position_centered()
    guard
      let window = SDL_CreateWindow(title, centered, centered, Int32(clamping: width), Int32(clamping: height), flags)
    else { throw .noWindow(String(cString: SDL_GetError())) }
    SDL_SetWindowMinimumSize(window, 640, 480)
    self.window = window
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0")
    if SDL_GetWindowSurface(window) != nil {
      output = .surface
    } else if let renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_PRESENTVSYNC.rawValue) {
      output = .renderer(renderer)
    } else {
      SDL_DestroyWindow(window)
      throw .noWindow(String(cString: SDL_GetError()))
    }
  }

  deinit {
    if let texture { SDL_DestroyTexture(texture) }
    if case .renderer(let renderer) = output { SDL_DestroyRenderer(renderer) }
    SDL_DestroyWindow(window)
  }

  /// The drawable's size in pixels, and pixels per window unit.
  var size: (width: Int, height: Int, ratio: Double) {
    var width: Int32 = 0
    var height: Int32 = 0
    var windowWidth: Int32 = 0
    SDL_GetWindowSize(window, &windowWidth, nil)
    switch output {
    case .surface:
      if let surface = SDL_GetWindowSurface(window) { (width, height) = (surface.pointee.w, surface.pointee.h) }
    case .renderer(let renderer):
      SDL_GetRendererOutputSize(renderer, &width, &height)
    }
    if width < 1 || height < 1 { SDL_GetWindowSize(window, &width, &height) }
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
  ///
  /// - Parameter changes: where it differs from the one shown before.
  func present(_ picture: Bitmap, changes: [PixelRect]) {
    let changes = isKept ? changes : [PixelRect(left: 0, top: 0, right: picture.width, bottom: picture.height)]
    isKept = true
    switch output {
    case .surface: copy(picture, changes)
    case .renderer(let renderer): upload(picture, changes, to: renderer)
    }
  }

  /// Into the window's pixels.
  private func copy(_ picture: Bitmap, _ changes: [PixelRect]) {
    guard let surface = SDL_GetWindowSurface(window) else { return }
    // The window may have grown or shrunk since: the next picture will fit.
    if (Int(surface.pointee.w), Int(surface.pointee.h)) != (picture.width, picture.height) { isKept = false }
    let all = PixelRect(left: 0, top: 0, right: Int(surface.pointee.w), bottom: Int(surface.pointee.h))
    guard SDL_LockSurface(surface) == 0, let target = surface.pointee.pixels else { return }
    let pitch = Int(surface.pointee.pitch)
    let format = surface.pointee.format.pointee
    let parts = changes.map(all.intersection).filter { !$0.isEmpty }
    picture.pixels.withUnsafeBytes { source in
      guard let source = source.baseAddress else { return }
      for part in parts {
        SDL_ConvertPixels(
          Int32(part.width), Int32(part.height), SDL_PIXELFORMAT_ARGB8888.rawValue,
          source + (part.top * picture.width + part.left) * 4, Int32(picture.width * 4), format.format,
          target + part.top * pitch + part.left * Int(format.BytesPerPixel), Int32(pitch))
      }
    }
    SDL_UnlockSurface(surface)
    guard !parts.isEmpty else { return }
    // Very many small parts take the display longer than what lies between them.
    let shown = parts.count <= Screen.mostParts ? parts : [PixelRect(around: parts)]
    let rects = shown.map(SDL_Rect.init)
    SDL_UpdateWindowSurfaceRects(window, rects, Int32(rects.count))
  }

  private static let mostParts = 64

  /// Through a texture of the drawable's size.
  private func upload(_ picture: Bitmap, _ changes: [PixelRect], to renderer: OpaquePointer) {
    var changes = changes
    if textureSize != (picture.width, picture.height) || texture == nil {
      if let texture { SDL_DestroyTexture(texture) }
      texture = SDL_CreateTexture(
        renderer, SDL_PIXELFORMAT_ARGB8888.rawValue, Int32(SDL_TEXTUREACCESS_STREAMING.rawValue), Int32(picture.width),
        Int32(picture.height))
      textureSize = (picture.width, picture.height)
      changes = [PixelRect(left: 0, top: 0, right: picture.width, bottom: picture.height)]
    }
    picture.pixels.withUnsafeBytes { pixels in
      guard let pixels = pixels.baseAddress, !changes.isEmpty else { return }
      let part = PixelRect(around: changes)
      var rect = SDL_Rect(part)
      _ = SDL_UpdateTexture(
        texture, &rect, pixels + (part.top * picture.width + part.left) * 4, Int32(picture.width * 4))
    }
    SDL_RenderCopy(renderer, texture, nil, nil)
    SDL_RenderPresent(renderer)
  }

  /// What the window shows may be lost: the next picture is shown whole.
  func forget() { isKept = false }

  /// The graphics device was lost: its texture is gone.
  func forgetTexture() {
    isKept = false
    texture = nil
  }

  var isFullScreen: Bool { SDL_GetWindowFlags(window) & SDL_WINDOW_FULLSCREEN_DESKTOP.rawValue != 0 }

  func toggleFullScreen() {
    SDL_SetWindowFullscreen(window, isFullScreen ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP.rawValue)
  }
}

extension SDL_Rect {
  fileprivate init(_ rect: PixelRect) {
    self.init(x: Int32(rect.left), y: Int32(rect.top), w: Int32(rect.width), h: Int32(rect.height))
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
