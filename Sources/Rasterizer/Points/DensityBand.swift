/// Sums up the points of some rows and shows them. A thread has one, and uses it for one band of rows after another, so
/// that the sums stay in its cache.
///
/// A row is kept in cells of `cell` columns; cells without points are neither cleared nor looked at.
final class DensityBand {
  /// Red, green and blue in linear light, and the number of points.
  typealias Sum = SIMD4<Float>

  /// Columns of a cell: not less than any reach.
  private static let cell = 32
  private static let cellShift = 5

  /// The share that a disc covers of the pixels around its own, by the distance across and down, mirrored.
  private let shares: [[Float]]
  private let reach: Int
  private let tone: DensityTone
  /// Columns `clip.left - reach ..< clip.right + reach`, filled up to whole cells; rows alike.
  private let width: Int
  private let rows: Int
  private let cells: Int
  private let sums: UnsafeMutablePointer<Sum>
  /// 1 for every cell with points.
  private let marks: UnsafeMutablePointer<UInt8>
  /// For one row: the rows above and below weighted by the shares at each distance across.
  private let folded: UnsafeMutablePointer<Sum>

  init(_ density: PointDensity, tone: DensityTone, clipWidth: Int, bandHeight: Int) {
    let radius = min(density.radius, PointDensity.largestRadius)
    reach = max(Int((radius - 0.5).rounded(.up)), 0)
    shares = DensityBand.shares(radius: radius, reach: reach)
    self.tone = tone
    cells = (clipWidth + 2 * reach + DensityBand.cell - 1) / DensityBand.cell
    width = cells * DensityBand.cell
    rows = bandHeight + 2 * reach
    sums = .allocate(capacity: width * rows)
    sums.initialize(repeating: .zero, count: width * rows)
    marks = .allocate(capacity: cells * rows)
    marks.initialize(repeating: 0, count: cells * rows)
    folded = .allocate(capacity: width * (reach + 1))
    folded.initialize(repeating: .zero, count: width * (reach + 1))
  }

  deinit {
    sums.deallocate()
    marks.deallocate()
    folded.deallocate()
  }

  /// The coverage of a disc in the middle of a pixel.
  private static func shares(radius: Double, reach: Int) -> [[Float]] {
    let side = 2 * reach + 1
    var fill = ScanlineFill(clip: PixelRect(left: 0, top: 0, right: side, bottom: side))
    fill.add(EllipsePath(center: Point(Double(reach) + 0.5, Double(reach) + 0.5), radius: radius))
    let coverage = fill.mask().coverage
    return (0...reach).map { dx in
      (0...reach).map { dy in Float(coverage[(reach + dy) * side + reach + dx]) / 255 }
    }
  }

  func clear() {
    for index in 0..<cells * rows where marks[index] != 0 {
      marks[index] = 0
      (sums + index * DensityBand.cell).update(repeating: .zero, count: DensityBand.cell)
    }
  }

  /// Adds some points to the sums of the band that begins at `clip`'s top left corner.
  func add(_ points: DensityPoints, _ range: Range<Int>, _ density: PointDensity, clip: PixelRect) {
    // Positions in 256ths of a pixel, the same for every band, so that a point near an edge is in one row for all of
    // them. Added to a number, 2⁵² leaves its nearest integer in the low bits; the margin keeps it positive.
    let big = 0x1p52
    let margin = 64
    let left = clip.left - reach + margin
    let top = clip.top - reach + margin
    let (scaleX, scaleY) = (density.scaleX * 256, density.scaleY * 256)
    let offsetX = (density.offsetX + Double(margin)) * 256
    let offsetY = (density.offsetY + Double(margin)) * 256
    // What is rounded to these columns and rows. Not a number is nowhere.
    let (minX, maxX) = (Double(left * 256) - 0.5, Double((left + clip.width + 2 * reach) * 256) - 0.5)
    let (minY, maxY) = (Double(top * 256) - 0.5, Double((top + clip.height + 2 * reach) * 256) - 0.5)
    let (width, cells) = (width, cells)
    DensityTone.light.withUnsafeBufferPointer { light in
      let common = Sum(light, points.color)
      for i in range {
        let y = points.y[i] * scaleY + offsetY
        guard y >= minY, y < maxY else { continue }
        let x = points.x[i] * scaleX + offsetX
        guard x >= minX, x < maxX else { continue }
        let column = Int(truncatingIfNeeded: (x + big).bitPattern & 0xFFFF_FFFF) &>> 8 &- left
        let row = Int(truncatingIfNeeded: (y + big).bitPattern & 0xFFFF_FFFF) &>> 8 &- top
        sums[row &* width &+ column] += points.colors.map { Sum(light, $0[i]) } ?? common
        marks[row &* cells &+ column &>> DensityBand.cellShift] = 1
      }
    }
  }

  /// Blends what the sums amount to over the pixels of `clip`.
  func show(on pixels: UnsafeMutablePointer<UInt32>, stride: Int, clip: PixelRect) {
    for row in 0..<clip.height {
      let target = pixels + (clip.top + row) * stride + clip.left
      var cell = 0
      while cell < cells {
        guard isMarked(cell, row: row) else {
          cell += 1
          continue
        }
        let first = cell
        while cell < cells, isMarked(cell, row: row) { cell += 1 }
        // Discs of these cells reach `reach` columns to either side.
        let from = max(first * DensityBand.cell - 2 * reach, 0)
        let to = min(cell * DensityBand.cell, clip.width)
        guard from < to else { continue }
        fold(row, from..<min(to + 2 * reach, width))
        show(on: target, from..<to)
      }
    }
  }

  /// Whether points of a cell, in any row, have a part in this row of pixels.
  private func isMarked(_ cell: Int, row: Int) -> Bool {
    var mark: UInt8 = 0
    for near in row...row + 2 * reach { mark |= marks[near * cells + cell] }
    return mark != 0
  }

  private func fold(_ row: Int, _ columns: Range<Int>) {
    let middle = sums + (row + reach) * width
    for dx in 0...reach {
      let target = folded + dx * width
      let share = shares[dx]
      let own = share[0]
      for x in columns { target[x] = middle[x] * own }
      for dy in 0..<reach where share[dy + 1] > 0 {
        let near = share[dy + 1]
        let above = middle - (dy + 1) * width
        let below = middle + (dy + 1) * width
        for x in columns { target[x] += (above[x] + below[x]) * near }
      }
    }
  }

  private func show(on target: UnsafeMutablePointer<UInt32>, _ columns: Range<Int>) {
    tone.alpha.withUnsafeBufferPointer { alpha in
      LinearLight.encoded.withUnsafeBufferPointer { encoded in
        let most = Float(alpha.count - 1) / DensityTone.stepsPerDisc
        // Added to a number, this leaves its nearest integer in the low bits.
        let big: Float = 0x1p23
        let (reach, width) = (reach, width)
        for x in columns {
          let own = folded + x + reach
          var sum = own[0]
          var dx = 1
          while dx <= reach {
            let side = own + dx &* width
            sum += side[-dx] + side[dx]
            dx &+= 1
          }
          let discs = sum.w
          guard discs > 0 else { continue }
          let scale = 1 / discs
          sum.w = min(discs, most)
          let levels = unsafeBitCast(
            sum * SIMD4(scale, scale, scale, DensityTone.stepsPerDisc) + big, to: SIMD4<UInt32>.self)
          let mask = UInt32(LinearLight.encodedLimit)
          let red = UInt32(encoded[Int(levels.x & mask)])
          let green = UInt32(encoded[Int(levels.y & mask)])
          let blue = UInt32(encoded[Int(levels.z & mask)])
          let share = UInt32(alpha[Int(levels.w & 0x7F_FFFF)])
          target[x] = Blend.mix(0xFF00_0000 | red << 16 | green << 8 | blue, share, target[x])
        }
      }
    }
  }
}

/// The points of a density; `colors` nil where they have one in common.
struct DensityPoints {
  let x: UnsafePointer<Double>
  let y: UnsafePointer<Double>
  let colors: UnsafePointer<UInt32>?
  let color: UInt32
  let count: Int
}

extension SIMD4<Float> {
  /// One point of color 0xRRGGBB.
  @inline(__always)
  fileprivate init(_ light: UnsafeBufferPointer<Float>, _ rgb: UInt32) {
    self.init(
      light[Int(rgb >> 16 & 255)], light[Int(rgb >> 8 & 255)], light[Int(rgb & 255)], 1)
  }
}

extension Blend {
  /// An opaque color by `share` / 255, and what was there by the rest, rounded once.
  @inline(__always)
  fileprivate static func mix(_ color: UInt32, _ share: UInt32, _ old: UInt32) -> UInt32 {
    let keep = 255 &- share
    let even = (color & 0x00FF_00FF) &* share &+ (old & 0x00FF_00FF) &* keep &+ 0x0080_0080
    let odd = (color >> 8 & 0x00FF_00FF) &* share &+ (old >> 8 & 0x00FF_00FF) &* keep &+ 0x0080_0080
    return (((even &+ ((even >> 8) & 0x00FF_00FF)) >> 8) & 0x00FF_00FF)
      | ((odd &+ ((odd >> 8) & 0x00FF_00FF)) & 0xFF00_FF00)
  }
}
