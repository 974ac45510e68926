/// A bitmap to draw into, with a clip: nothing outside it is ever touched.
///
/// Coordinates are pixels, x to the right, y down, fractions welcome. Shapes are antialiased by the exact share of each
/// pixel that they cover. Every call takes any number: NaN draws nothing, infinite and huge coordinates are drawn as
/// very far away, negative and zero sizes are empty. What lies outside the clip costs next to nothing.
public struct Canvas: Sendable {
  /// What has been drawn so far.
  public internal(set) var bitmap: Bitmap

  /// The pixels that may be drawn now.
  var clipRect: PixelRect

  /// When its parts were drawn into, for who keeps the picture.
  var clock: TileClock?

  /// The pixels of the canvas that this one is a part of; nil for one with pixels of its own. See `drawParts`.
  var shared: SharedPixels?

  /// A canvas in one color, with nothing clipped.
  public init(width: Int, height: Int, fill: Color = .transparent) {
    self.init(Bitmap(width: width, height: height, fill: fill))
  }

  /// A canvas over a picture, with nothing clipped.
  public init(_ bitmap: Bitmap) {
    self.bitmap = bitmap
    clipRect = PixelRect(left: 0, top: 0, right: bitmap.width, bottom: bitmap.height)
  }

  /// Pixels in a row.
  public var width: Int { shared?.width ?? bitmap.width }
  /// Rows.
  public var height: Int { shared?.height ?? bitmap.height }

  /// The current clip, in pixels.
  public var clip: Rect {
    Rect(
      x: Double(clipRect.left), y: Double(clipRect.top), width: Double(clipRect.width),
      height: Double(clipRect.height))
  }

  /// Draws with the clip narrowed to `rect`, its edges rounded to the nearest pixel edges, and restores it afterwards.
  /// Nested clips intersect. Throws what `body` throws.
  public mutating func clip<R>(to rect: Rect, _ body: (inout Canvas) throws -> R) rethrows -> R {
    let outer = clipRect
    clipRect = outer.rounded(to: rect)
    defer { clipRect = outer }
    return try body(&self)
  }

  /// Replaces (not blends) every pixel of the clip.
  public mutating func clear(_ color: Color) {
    let clip = clipRect
    guard !clip.isEmpty else { return }
    let source = color.premultiplied
    withPixels(in: clip) { pixels, stride in
      for y in clip.top..<clip.bottom {
        Blend.store(pixels + y * stride + clip.left, count: clip.width, source)
      }
    }
  }

  /// The pixels and the number of them in a row. Called with a pointer to at least one pixel.
  ///
  /// - Parameter area: outside it nothing is drawn.
  @inline(__always)
  mutating func withPixels(in area: PixelRect, _ body: (UnsafeMutablePointer<UInt32>, Int) -> Void) {
    clock?.touch(area)
    let (shared, stride) = (shared, width)
    bitmap.pixels.withUnsafeMutableBufferPointer { buffer in
      if let pixels = shared?.pixels ?? (buffer.isEmpty ? nil : buffer.baseAddress) { body(pixels, stride) }
    }
  }

  /// The same, to be read.
  func withPixelsToRead(_ body: (UnsafePointer<UInt32>, Int) -> Void) {
    let (shared, stride) = (shared, width)
    bitmap.pixels.withUnsafeBufferPointer { buffer in
      let own = buffer.isEmpty ? nil : buffer.baseAddress
      if let pixels = shared.map({ UnsafePointer($0.pixels) }) ?? own { body(pixels, stride) }
    }
  }
}
