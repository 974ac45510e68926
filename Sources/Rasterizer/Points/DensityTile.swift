import CRasterKernel

/// Sums up the points of some rows and columns and shows them. A thread has one, and uses it for one tile after another,
/// so that the sums stay in its cache.
///
/// A row is kept in cells of `cell` columns; cells without points are neither cleared nor looked at.
final class DensityTile {
  /// Red, green and blue in linear light, and the number of points.
  typealias Sum = SIMD4<Float>

  /// Columns of a cell: not less than any reach.
  private static let cell = 1 << cellShift
  private static let cellShift = Int(DENSITY_CELL_SHIFT)

  /// The share that a disc covers of the pixels around its own, by the distance across and down, mirrored.
  private let shares: [[Float]]
  let reach: Int
  private let tone: DensityTone
  private let kernel: DensityKernel
  /// Columns `clip.left - reach ..< clip.right + reach`, filled up to whole cells; rows alike.
  private let width: Int
  private let rows: Int
  private let cells: Int
  private let sums: UnsafeMutablePointer<Sum>
  /// 1 for every cell with points.
  private let marks: UnsafeMutablePointer<UInt8>
  /// For one row: the rows above and below weighted by the shares at each distance across.
  private let folded: UnsafeMutablePointer<Sum>

  /// - Parameters:
  ///   - clipWidth: of the widest tile, in pixels.
  ///   - height: of the highest.
  init(_ density: PointDensity, tone: DensityTone, clipWidth: Int, height: Int, kernel: DensityKernel) {
    self.kernel = kernel
    reach = DensityTile.reach(density)
    shares = DensityTile.shares(radius: min(density.radius, PointDensity.largestRadius), reach: reach)
    self.tone = tone
    cells = (clipWidth + 2 * reach + DensityTile.cell - 1) / DensityTile.cell
    width = cells * DensityTile.cell
    rows = height + 2 * reach
    // With a cell more for points that have no place, and room for what is looked at in vain, here and below.
    sums = .allocate(capacity: width * rows + DensityTile.cell)
    sums.initialize(repeating: .zero, count: width * rows + DensityTile.cell)
    marks = .allocate(capacity: cells * rows + 1)
    marks.initialize(repeating: 0, count: cells * rows + 1)
    let count = width * (reach + 1) + reach + 8
    folded = .allocate(capacity: count)
    folded.initialize(repeating: .zero, count: count)
  }

  deinit {
    sums.deallocate()
    marks.deallocate()
    folded.deallocate()
  }

  /// How many pixels to each side of their own discs reach.
  static func reach(_ density: PointDensity) -> Int {
    max(Int((min(density.radius, PointDensity.largestRadius) - 0.5).rounded(.up)), 0)
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
      (sums + index * DensityTile.cell).update(repeating: .zero, count: DensityTile.cell)
    }
  }

  /// Adds some points to the sums of the tile that `places` is of. Where all of their box lies inside, no point is asked.
  func add(_ points: DensityPoints, _ range: Range<Int>, box: SIMD4<Double>, _ places: DensityPlaces) {
    let share = places.share(of: box)
    guard share != .nothing else { return }
    var grid = places.grid(width: width, nowhere: width * rows)
    withUnsafeBytes(of: points.common) { common in
      guard let common = common.baseAddress?.assumingMemoryBound(to: Float.self) else { return }
      let first = range.lowerBound
      kernel.add(
        DensityTile.numbers(sums), marks, points.x + first, points.y + first, points.words.map { $0 + first },
        range.count, &grid, share == .everything, LightWord.steps, common)
    }
  }

  /// Adds points that were sorted by tiles; `corner` is that of this tile among them.
  func add(_ entries: UnsafeBufferPointer<DensityBins.Entry>, corner: (column: Int, row: Int), _ common: Sum?) {
    let (width, sums, marks) = (width, sums, marks)
    LightWord.light.withUnsafeBufferPointer { light in
      for entry in entries {
        let row = Int(truncatingIfNeeded: entry &>> 48) &- corner.row
        let column = Int(truncatingIfNeeded: entry &>> 32 & 0xFFFF) &- corner.column
        let target = row &* width &+ column
        sums[target] += common ?? Sum(light, UInt32(truncatingIfNeeded: entry))
        marks[target &>> DensityTile.cellShift] = 1
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
        let from = max(first * DensityTile.cell - 2 * reach, 0)
        let to = min(cell * DensityTile.cell, clip.width)
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
    let middle = DensityTile.numbers(sums + (row + reach) * width + columns.lowerBound)
    for dx in 0...reach {
      let share = shares[dx]
      let target = DensityTile.numbers(folded + dx * width + columns.lowerBound)
      // A disc within its pixel has no rows above and below.
      let (near, next) = reach > 0 ? (share[1], 4 * width) : (0, 0)
      kernel.fold(target, middle, middle - next, middle + next, share[0], near, columns.count)
      for dy in 1..<max(reach, 1) where share[dy + 1] > 0 {
        let away = (dy + 1) * 4 * width
        kernel.fold(target, target, middle - away, middle + away, 1, share[dy + 1], columns.count)
      }
    }
  }

  private func show(on target: UnsafeMutablePointer<UInt32>, _ columns: Range<Int>) {
    tone.alpha.withUnsafeBufferPointer { alpha in
      LinearLight.encoded.withUnsafeBufferPointer { encoded in
        guard let firstAlpha = alpha.baseAddress, let encoded = encoded.baseAddress else { return }
        var colors = DensityColors(
          alpha: firstAlpha, steps_per_disc: DensityTone.stepsPerDisc,
          most: Float(alpha.count - 1) / DensityTone.stepsPerDisc, encoded: encoded,
          encoded_limit: UInt32(LinearLight.encodedLimit))
        kernel.show(
          DensityTile.numbers(folded + columns.lowerBound + reach), width, reach, &colors,
          target + columns.lowerBound, columns.count)
      }
    }
  }

  /// That build of the kernel which this processor runs fastest.
  static let fastestKernel: DensityKernel = {
    #if arch(x86_64)
    if density_supports_avx2() { return density_kernel_avx2() }
    #endif
    return density_kernel_baseline()
  }()

  /// Sums as the kernel takes them.
  private static func numbers(_ sums: UnsafeMutablePointer<Sum>) -> UnsafeMutablePointer<Float> {
    UnsafeMutableRawPointer(sums).assumingMemoryBound(to: Float.self)
  }
}

/// The points of a density; `words` nil where they have one color in common.
struct DensityPoints {
  let x: UnsafePointer<Double>
  let y: UnsafePointer<Double>
  let words: UnsafePointer<UInt32>?
  let common: DensityTile.Sum
  let count: Int
}

extension SIMD4<Float> {
  /// One point.
  @inline(__always)
  init(_ light: UnsafeBufferPointer<Float>, _ word: UInt32) {
    self.init(
      light[Int(word >> 20 & LightWord.mask)], light[Int(word >> 10 & LightWord.mask)],
      light[Int(word & LightWord.mask)], 1)
  }
}
