/// A rectangle of whole pixels, half open: columns `left..<right`, rows `top..<bottom`. Drawing happens inside one, so
/// its bounds always lie inside the bitmap.
package struct PixelRect: Sendable, Hashable {
  package var left: Int
  package var top: Int
  package var right: Int
  package var bottom: Int

  package var isEmpty: Bool { left >= right || top >= bottom }
  package var width: Int { max(right - left, 0) }
  package var height: Int { max(bottom - top, 0) }

  package init(left: Int, top: Int, right: Int, bottom: Int) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// The smallest rectangle around some.
  package init(around rects: [PixelRect]) {
    self = rects.dropFirst().reduce(rects.first ?? .nothing) { all, rect in
      PixelRect(
        left: min(all.left, rect.left), top: min(all.top, rect.top), right: max(all.right, rect.right),
        bottom: max(all.bottom, rect.bottom))
    }
  }

  static let nothing = PixelRect(left: 0, top: 0, right: 0, bottom: 0)

  package func intersection(_ other: PixelRect) -> PixelRect {
    let left = max(left, other.left)
    let top = max(top, other.top)
    return PixelRect(
      left: left, top: top, right: max(min(right, other.right), left), bottom: max(min(bottom, other.bottom), top))
  }

  /// The part of this rectangle between edges given in pixels, each rounded to the nearest pixel edge. Two rectangles
  /// that share an edge stay neighbors. NaN gives an empty rectangle.
  func rounded(to rect: Rect) -> PixelRect {
    guard rect.width > 0, rect.height > 0, rect.minX == rect.minX, rect.minY == rect.minY else {
      return PixelRect(left: left, top: top, right: left, bottom: top)
    }
    return PixelRect(
      left: Int(clamping: rect.minX.rounded(), to: left, right),
      top: Int(clamping: rect.minY.rounded(), to: top, bottom),
      right: Int(clamping: rect.maxX.rounded(), to: left, right),
      bottom: Int(clamping: rect.maxY.rounded(), to: top, bottom))
  }

  /// The pixels of this rectangle that the box from (`minX`, `minY`) to (`maxX`, `maxY`) touches.
  func touched(minX: Double, minY: Double, maxX: Double, maxY: Double) -> PixelRect {
    guard minX <= maxX, minY <= maxY else { return PixelRect(left: left, top: top, right: left, bottom: top) }
    return PixelRect(
      left: Int(clampingFloor: minX, to: left, right), top: Int(clampingFloor: minY, to: top, bottom),
      right: -Int(clampingFloor: -maxX, to: -right, -left), bottom: -Int(clampingFloor: -maxY, to: -bottom, -top))
  }
}

extension Int {
  /// `value` without its fraction, kept within `low` … `high`; NaN gives `low`. Clamping happens in `Double`, because
  /// converting a number that no `Int` can hold traps.
  @inline(__always)
  init(clamping value: Double, to low: Int, _ high: Int) {
    if value >= Double(high) {
      self = high
    } else if value > Double(low) {
      self = Int(value)
    } else {
      self = low
    }
  }

  /// The same of `value` rounded down, without a call to the C library's `floor`.
  @inline(__always)
  init(clampingFloor value: Double, to low: Int, _ high: Int) {
    self.init(clamping: value, to: low, high)
    if Double(self) > value, self > low { self -= 1 }
  }
}
