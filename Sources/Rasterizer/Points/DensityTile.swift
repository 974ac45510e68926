/// Sums up the points of some rows and columns and shows them. A thread has one, and uses it for one tile after another,
/// so that the sums stay in its cache.
///
/// A row is kept in cells of `cell` columns; cells without points are neither cleared nor looked at.
final class DensityTile {
  /// Red, green and blue in linear light, and the number of points.
  typealias Sum = SIMD4<Float>

  /// Columns of a cell: not less than any reach.
  private static let cell = 32
  private static let cellShift = 5

  /// The share that a disc covers of the pixels around its own, by the distance across and down, mirrored.
  private let shares: [[Float]]
  let reach: Int
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
  /// Of a run's points that have a place here: its index among the sums, and the point's in the run.
  private let targets, sources: UnsafeMutablePointer<UInt32>

  /// - Parameters:
  ///   - clipWidth: of the widest tile, in pixels.
  ///   - height: of the highest.
  init(_ density: PointDensity, tone: DensityTone, clipWidth: Int, height: Int) {
    reach = DensityTile.reach(density)
    shares = DensityTile.shares(radius: min(density.radius, PointDensity.largestRadius), reach: reach)
    self.tone = tone
    cells = (clipWidth + 2 * reach + DensityTile.cell - 1) / DensityTile.cell
    width = cells * DensityTile.cell
    rows = height + 2 * reach
    sums = .allocate(capacity: width * rows)
    sums.initialize(repeating: .zero, count: width * rows)
    marks = .allocate(capacity: cells * rows)
    marks.initialize(repeating: 0, count: cells * rows)
    // With room for what is looked at in vain.
    let count = width * (reach + 1) + reach + 4
    folded = .allocate(capacity: count)
    folded.initialize(repeating: .zero, count: count)
    targets = .allocate(capacity: PointRuns.length)
    sources = .allocate(capacity: PointRuns.length)
  }

  deinit {
    sums.deallocate()
    marks.deallocate()
    folded.deallocate()
    targets.deallocate()
    sources.deallocate()
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
    switch places.share(of: box) {
    case .nothing: return
    case .something: add(points, range, places, isInside: false)
    case .everything: add(points, range, places, isInside: true)
    }
  }

  /// Finds the places of a run first and adds its points then: points of a run often meet, and a processor that knows
  /// the places ahead need not wait to see which of them are the same.
  @inline(__always)
  private func add(_ points: DensityPoints, _ range: Range<Int>, _ places: DensityPlaces, isInside: Bool) {
    let (width, targets, sources) = (width, targets, sources)
    var count = 0
    for i in range {
      let (x, y) = (places.x(points.x[i]), places.y(points.y[i]))
      targets[count] = UInt32(truncatingIfNeeded: places.row(y) &* width &+ places.column(x))
      if isInside {
        count &+= 1
      } else {
        sources[count] = UInt32(truncatingIfNeeded: i &- range.lowerBound)
        count &+= places.count(x, y)
      }
    }
    let (sums, marks) = (sums, marks)
    // A row of sums is a whole number of cells.
    guard let words = points.words.map({ $0 + range.lowerBound }) else {
      for k in 0..<count {
        sums[Int(targets[k])] += points.common
        marks[Int(targets[k]) &>> DensityTile.cellShift] = 1
      }
      return
    }
    LightWord.light.withUnsafeBufferPointer { light in
      for k in 0..<count {
        let target = Int(targets[k])
        sums[target] += Sum(light, words[isInside ? k : Int(sources[k])])
        marks[target &>> DensityTile.cellShift] = 1
      }
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
    let middle = sums + (row + reach) * width
    for dx in 0...reach {
      let target = folded + dx * width
      let share = shares[dx]
      let own = share[0]
      guard reach > 0 else {
        for x in columns { target[x] = middle[x] * own }
        return
      }
      let (near, above, below) = (share[1], middle - width, middle + width)
      for x in columns { target[x] = middle[x] * own + (above[x] + below[x]) * near }
      for dy in 1..<reach where share[dy + 1] > 0 {
        let near = share[dy + 1]
        let above = middle - (dy + 1) * width
        let below = middle + (dy + 1) * width
        for x in columns { target[x] += (above[x] + below[x]) * near }
      }
    }
  }

  /// Four pixels at a time; those beyond the end are looked at in vain.
  private func show(on target: UnsafeMutablePointer<UInt32>, _ columns: Range<Int>) {
    tone.alpha.withUnsafeBufferPointer { alpha in
      LinearLight.encoded.withUnsafeBufferPointer { encoded in
        var x = columns.lowerBound
        while x &+ 4 <= columns.upperBound {
          show(on: UnsafeMutableRawPointer(target + x), x, alpha, encoded)
          x &+= 4
        }
        guard x < columns.upperBound else { return }
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 4) { last in
          guard let pixels = last.baseAddress else { return }
          last.initialize(repeating: 0)
          let count = columns.upperBound - x
          pixels.update(from: target + x, count: count)
          show(on: UnsafeMutableRawPointer(pixels), x, alpha, encoded)
          (target + x).update(from: pixels, count: count)
        }
      }
    }
  }

  @inline(__always)
  private func show(
    on target: UnsafeMutableRawPointer, _ x: Int, _ alpha: UnsafeBufferPointer<UInt8>,
    _ encoded: UnsafeBufferPointer<UInt8>
  ) {
    let own = folded + x + reach
    var (a, b, c, d) = (own[0], own[1], own[2], own[3])
    var dx = 1
    while dx <= reach {
      let side = own + dx &* width
      let (left, right) = (side - dx, side + dx)
      a += left[0] + right[0]
      b += left[1] + right[1]
      c += left[2] + right[2]
      d += left[3] + right[3]
      dx &+= 1
    }
    let discs = SIMD4(a.w, b.w, c.w, d.w)
    let most = SIMD4<Float>(repeating: Float(alpha.count - 1) / DensityTone.stepsPerDisc)
    // Added to a number, this leaves its nearest integer in the low bits. Without discs there is no mean, and any color
    // will do: its share is 0.
    let big = SIMD4<Float>(repeating: 0x1p23)
    let scale = 1 / discs
    let mask = SIMD4<UInt32>(repeating: UInt32(LinearLight.encodedLimit))
    let red = unsafeBitCast(SIMD4(a.x, b.x, c.x, d.x) * scale + big, to: SIMD4<UInt32>.self) & mask
    let green = unsafeBitCast(SIMD4(a.y, b.y, c.y, d.y) * scale + big, to: SIMD4<UInt32>.self) & mask
    let blue = unsafeBitCast(SIMD4(a.z, b.z, c.z, d.z) * scale + big, to: SIMD4<UInt32>.self) & mask
    let steps =
      unsafeBitCast(
        discs.replacing(with: most, where: discs .> most) * DensityTone.stepsPerDisc + big, to: SIMD4<UInt32>.self)
      & SIMD4(repeating: 0x7F_FFFF)
    @inline(__always) func color(_ lane: Int) -> UInt32 {
      0xFF00_0000 | UInt32(encoded[Int(red[lane])]) << 16 | UInt32(encoded[Int(green[lane])]) << 8
        | UInt32(encoded[Int(blue[lane])])
    }
    @inline(__always) func share(_ lane: Int) -> UInt32 { UInt32(alpha[Int(steps[lane])]) }
    Blend.mix(
      target, SIMD4(color(0), color(1), color(2), color(3)), SIMD4(share(0), share(1), share(2), share(3)))
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

extension Blend {
  private typealias Lanes = SIMD8<UInt16>

  /// Four pixels: opaque colors by `share` / 255, and what was there by the rest, rounded once.
  @inline(__always)
  fileprivate static func mix(_ target: UnsafeMutableRawPointer, _ color: SIMD4<UInt32>, _ share: SIMD4<UInt32>) {
    let low = Lanes(repeating: 0x00FF)
    let eight = Lanes(repeating: 8)
    let half = Lanes(repeating: 128)
    let new = unsafeBitCast(color, to: Lanes.self)
    let old = target.loadUnaligned(as: Lanes.self)
    let share = unsafeBitCast(share | share &<< SIMD4(repeating: 16), to: Lanes.self)
    let keep = low &- share
    let even = (new & low) &* share &+ (old & low) &* keep &+ half
    let odd = (new &>> eight) &* share &+ (old &>> eight) &* keep &+ half
    let mixed =
      ((even &+ (even &>> eight)) &>> eight) | ((odd &+ (odd &>> eight)) & Lanes(repeating: 0xFF00))
    target.storeBytes(of: mixed, as: Lanes.self)
  }
}
