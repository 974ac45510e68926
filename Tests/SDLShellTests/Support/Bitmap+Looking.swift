import Rasterizer

extension Bitmap {
  /// 0xRRGGBB, black outside.
  subscript(x: Int, y: Int) -> UInt32 {
    (0..<width).contains(x) && (0..<height).contains(y) ? pixels[y * width + x] & 0xFF_FFFF : 0
  }

  /// Equality that a failed expectation does not print a million pixels of.
  func isSame(as other: Bitmap) -> Bool { self == other }

  /// How many pixels have a color, each channel within a tolerance.
  func count(of color: UInt32, tolerance: Int = 0) -> Int {
    pixels.reduce(into: 0) { count, pixel in if near(pixel, color, tolerance) { count += 1 } }
  }

  /// The smallest rectangle that holds all pixels of a color.
  func bounds(of color: UInt32) -> Area? {
    var (left, right, top, bottom) = (width, -1, height, -1)
    for y in 0..<height {
      for x in 0..<width where self[x, y] == color {
        left = min(left, x)
        right = max(right, x)
        top = min(top, y)
        bottom = max(bottom, y)
      }
    }
    return right < 0 ? nil : Area(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
  }

  /// The center of gravity of all pixels of a color.
  func center(of color: UInt32) -> Point? {
    var (sumX, sumY, count) = (0.0, 0.0, 0.0)
    for y in 0..<height {
      for x in 0..<width where self[x, y] == color {
        sumX += Double(x)
        sumY += Double(y)
        count += 1
      }
    }
    return count > 0 ? Point(sumX / count, sumY / count) : nil
  }

  /// A part of the picture.
  func cropped(to area: Area) -> Bitmap {
    var result = Bitmap(width: area.width, height: area.height)
    var pixels: [UInt32] = []
    for y in area.y..<area.y + area.height {
      let start = y * width + area.x
      pixels += self.pixels[start..<start + area.width]
    }
    result.pixels = pixels
    return result
  }

  private func near(_ pixel: UInt32, _ color: UInt32, _ tolerance: Int) -> Bool {
    if tolerance == 0 { return pixel & 0xFF_FFFF == color }
    return [0, 8, 16].allSatisfy { (shift: UInt32) in
      abs(Int(pixel >> shift & 255) - Int(color >> shift & 255)) <= tolerance
    }
  }
}
