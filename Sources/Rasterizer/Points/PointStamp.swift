/// A disc, or another shape, with its rim, prepared for every position within a pixel, to an eighth of a pixel each way.
///
/// A stamp holds, for every pixel of a small rectangle, the share `disc` of the point's color, the share `keep` of what
/// was there before, and what the rim adds, all in 255ths with disc + rim + keep = 255. Pixels come in fours, each as
/// two 16-bit lanes, which is the form the blending takes them in: see `blend`.
struct PointStamp {
  typealias Lanes = SIMD8<UInt16>

  /// Positions per pixel and axis.
  static let phases = 8

  /// Rows and groups of four columns of one stamp.
  let rows: Int
  let quads: Int
  let hasRim: Bool
  private let shape: PointShape

  /// From the pixel that holds the center to the stamp's first column or row, for each position.
  let origins: [Int]

  /// Positions down, positions across, rows, groups of four, and for each `disc`, `keep` and, with a rim, what it adds
  /// to the even bytes (blue, red) and to the odd ones (green, alpha), rounding included.
  private(set) var lanes: [Lanes]

  var lanesPerQuad: Int { hasRim ? 4 : 2 }
  var lanesPerStamp: Int { rows * quads * lanesPerQuad }

  /// - Parameters:
  ///   - opacity: of the disc, 0 … 255.
  ///   - rim: premultiplied.
  init(radius: Double, opacity: UInt32, rim: UInt32, rimWidth: Double, shape: PointShape = .disc) {
    hasRim = rimWidth > 0 && rim != 0
    self.shape = shape
    let outer = radius + (hasRim ? rimWidth : 0)
    let reach = shape.reach * outer
    let places = (0..<PointStamp.phases).map { (Double($0) + 0.5) / Double(PointStamp.phases) }
    origins = places.map { Int(($0 - reach).rounded(.down)) }
    rows = (places.map { Int(($0 + reach).rounded(.up)) - Int(($0 - reach).rounded(.down)) }.max() ?? 0)
    quads = (rows + 3) / 4
    lanes = []
    lanes.reserveCapacity(PointStamp.phases * PointStamp.phases * rows * quads * (hasRim ? 4 : 2))
    for (originY, y) in zip(origins, places) {
      for (originX, x) in zip(origins, places) {
        let center = Point(x - Double(originX), y - Double(originY))
        append(
          disc: disc(center, radius), outer: hasRim ? disc(center, outer) : nil, opacity: opacity, rim: rim)
      }
    }
  }

  private func disc(_ center: Point, _ radius: Double) -> CoverageMask {
    var fill = ScanlineFill(clip: PixelRect(left: 0, top: 0, right: quads * 4, bottom: rows))
    let corners = shape.corners(center: center, radius: radius)
    if let first = corners.first {
      fill.move(to: first)
      for corner in corners.dropFirst() { fill.line(to: corner) }
      fill.close()
    } else {
      fill.add(EllipsePath(center: center, radius: radius))
    }
    return fill.mask()
  }

  private mutating func append(disc: CoverageMask, outer: CoverageMask?, opacity: UInt32, rim: UInt32) {
    for start in stride(from: 0, to: disc.coverage.count, by: 4) {
      var share = Lanes()
      var keep = Lanes()
      var even = Lanes(repeating: 128)
      var odd = Lanes(repeating: 128)
      for pixel in 0..<4 {
        let covered = UInt32(disc.coverage[start + pixel])
        let mine = Blend.scale(covered, by: opacity)
        // Two outlines, each rounded: the outer one may come out a hair smaller.
        let around = outer.map { max(UInt32($0.coverage[start + pixel]), covered) - covered } ?? 0
        let added = Blend.scale(rim, by: around)
        let left = 255 - mine - (added >> 24)
        for half in 0..<2 {
          let lane = 2 * pixel + half
          let shift = UInt32(half * 16)
          share[lane] = UInt16(truncatingIfNeeded: mine)
          keep[lane] = UInt16(truncatingIfNeeded: left)
          if hasRim {
            even[lane] &+= UInt16(truncatingIfNeeded: (added >> shift) & 255) * 255
            odd[lane] &+= UInt16(truncatingIfNeeded: (added >> (shift + 8)) & 255) * 255
          }
        }
      }
      lanes.append(share)
      lanes.append(keep)
      if hasRim {
        lanes.append(even)
        lanes.append(odd)
      }
    }
  }

  /// Four pixels: the opaque `color` by the share of the disc, the rim, and what was there by the share kept. All
  /// products fit 16 bits and are rounded once, exactly (see `Blend`).
  @inline(__always)
  static func blend(
    _ target: UnsafeMutableRawPointer, _ stamp: UnsafePointer<Lanes>, even colorEven: Lanes, odd colorOdd: Lanes,
    hasRim: Bool
  ) {
    let low = Lanes(repeating: 0x00FF)
    let eight = Lanes(repeating: 8)
    let half = Lanes(repeating: 128)
    let old = target.loadUnaligned(as: Lanes.self)
    let even = (old & low) &* stamp[1] &+ colorEven &* stamp[0] &+ (hasRim ? stamp[2] : half)
    let odd = (old &>> eight) &* stamp[1] &+ colorOdd &* stamp[0] &+ (hasRim ? stamp[3] : half)
    let high = Lanes(repeating: 0xFF00)
    let new = ((even &+ (even &>> eight)) &>> eight) | ((odd &+ (odd &>> eight)) & high)
    target.storeBytes(of: new, as: Lanes.self)
  }

  /// One pixel of a stamp, the same to the bit.
  @inline(__always)
  static func blend(
    _ pixel: UInt32, _ stamp: UnsafePointer<Lanes>, lane: Int, color: UInt32, hasRim: Bool
  ) -> UInt32 {
    let share = UInt32(stamp[0][lane])
    let keep = UInt32(stamp[1][lane])
    var result: UInt32 = 0
    for byte in 0..<4 {
      let shift = UInt32(byte * 8)
      let add = hasRim ? UInt32(stamp[byte % 2 == 0 ? 2 : 3][lane + byte / 2]) : 128
      let sum = ((pixel >> shift) & 255) &* keep &+ ((color >> shift) & 255) &* share &+ add
      result |= ((sum &+ (sum >> 8)) >> 8) << shift
    }
    return result
  }
}
