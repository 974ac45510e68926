/// A picture in memory: `width` × `height` pixels, row by row from the top left, each premultiplied 0xAARRGGBB (red,
/// green and blue never exceed alpha).
public struct Bitmap: Sendable, Equatable {
  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int

  /// Always `width` × `height` values; what is assigned is cut or padded with transparency.
  public var pixels: [UInt32] {
    didSet {
      if pixels.count != width * height { fitPixels() }
    }
  }

  /// The widest and highest bitmap: beyond this no screen goes, and products of two sides stay far from overflow.
  public static let maximumSide = 32_768

  /// Sides below zero become zero, sides above `maximumSide` become that.
  public init(width: Int, height: Int, fill color: Color = .transparent) {
    self.width = min(max(width, 0), Bitmap.maximumSide)
    self.height = min(max(height, 0), Bitmap.maximumSide)
    pixels = [UInt32](repeating: color.premultiplied, count: self.width * self.height)
  }

  private mutating func fitPixels() {
    let count = width * height
    pixels = Array(pixels.prefix(count)) + [UInt32](repeating: 0, count: max(count - pixels.count, 0))
  }
}
