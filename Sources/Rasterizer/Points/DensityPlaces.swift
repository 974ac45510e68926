import CRasterKernel

/// From a point to the column and row of its sum in a tile, counted from the tile's corner with what reaches into it.
///
/// Positions are taken in 256ths of a pixel, the same for every tile, so that a point near an edge is in one row for all
/// of them. Added to a number, 2⁵² leaves its nearest integer in the low bits; the margin keeps it positive.
struct DensityPlaces {
  private let scaleX, scaleY, offsetX, offsetY: Double
  private let left, top: Int
  /// What is rounded to these columns and rows.
  private let minX, maxX, minY, maxY: Double
  private static let big = 0x1p52
  private static let margin = 64

  init(_ density: PointDensity, clip: PixelRect, reach: Int) {
    let margin = DensityPlaces.margin
    left = clip.left - reach + margin
    top = clip.top - reach + margin
    scaleX = density.scaleX * 256
    scaleY = density.scaleY * 256
    offsetX = (density.offsetX + Double(margin)) * 256
    offsetY = (density.offsetY + Double(margin)) * 256
    minX = Double(left * 256) - 0.5
    maxX = Double((left + clip.width + 2 * reach) * 256) - 0.5
    minY = Double(top * 256) - 0.5
    maxY = Double((top + clip.height + 2 * reach) * 256) - 0.5
  }

  @inline(__always) func x(_ value: Double) -> Double { value * scaleX + offsetX }
  @inline(__always) func y(_ value: Double) -> Double { value * scaleY + offsetY }

  /// 1 where a point has a place, else 0: it depends on chance, so that a processor would guess wrong. Not a number is
  /// nowhere.
  @inline(__always) func count(_ x: Double, _ y: Double) -> Int {
    (x >= minX ? 1 : 0) & (x < maxX ? 1 : 0) & (y >= minY ? 1 : 0) & (y < maxY ? 1 : 0)
  }

  @inline(__always) func column(_ x: Double) -> Int {
    Int(truncatingIfNeeded: (x + DensityPlaces.big).bitPattern & 0xFFFF_FFFF) &>> 8 &- left
  }
  @inline(__always) func row(_ y: Double) -> Int {
    Int(truncatingIfNeeded: (y + DensityPlaces.big).bitPattern & 0xFFFF_FFFF) &>> 8 &- top
  }

  /// The same to the kernel.
  func grid(width: Int, nowhere: Int) -> DensityGrid {
    DensityGrid(
      scale_x: scaleX, offset_x: offsetX, scale_y: scaleY, offset_y: offsetY, min_x: minX, max_x: maxX, min_y: minY,
      max_y: maxY, left: Int32(left), top: Int32(top), width: Int32(width), nowhere: Int32(nowhere))
  }

  enum Share { case nothing, something, everything }

  /// How much of a box of points has a place here. What rounds a coordinate keeps the order of coordinates: where both
  /// ends of the box have a place, every point in it has.
  func share(of box: SIMD4<Double>) -> Share {
    let (x0, x1) = (x(box.x), x(box.z))
    let (y0, y1) = (y(box.y), y(box.w))
    if count(x0, y0) + count(x1, y1) == 2 { return .everything }
    let isAway =
      max(x0, x1) < minX || min(x0, x1) >= maxX || max(y0, y1) < minY || min(y0, y1) >= maxY
    return isAway ? .nothing : .something
  }
}
