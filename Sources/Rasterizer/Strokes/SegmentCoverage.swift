/// The coverage of many straight lines in a band of rows: a pixel takes the largest share that any of them gives it.
///
/// A thread has one, and uses it for one band after another, so that it stays in its cache. A row is kept in cells of
/// `cell` columns; cells that no line reaches are neither cleared nor looked at.
final class SegmentCoverage {
  /// Rows of a band.
  static let bandHeight = 32
  private static let cell = 16
  private static let cellShift = 4

  private let half: Float
  private let cells: Int
  private let width: Int
  /// 0 … 1, whole cells of columns from the left edge of the area, with room for the last four.
  private let shares: UnsafeMutablePointer<Float>
  /// 1 for every cell that a line reaches.
  private let marks: UnsafeMutablePointer<UInt8>

  /// - Parameters:
  ///   - half: half the width of the lines, in pixels.
  ///   - width: that of the area drawn in.
  init(half: Double, width: Int) {
    self.half = Float(half)
    cells = (width + 4 + SegmentCoverage.cell - 1) / SegmentCoverage.cell
    self.width = cells * SegmentCoverage.cell
    shares = .allocate(capacity: self.width * SegmentCoverage.bandHeight)
    shares.initialize(repeating: 0, count: self.width * SegmentCoverage.bandHeight)
    marks = .allocate(capacity: cells * SegmentCoverage.bandHeight)
    marks.initialize(repeating: 0, count: cells * SegmentCoverage.bandHeight)
  }

  deinit {
    shares.deallocate()
    marks.deallocate()
  }

  /// The part of a line that lies in `band`, which is no higher than `bandHeight`.
  func add(_ line: LineSegment, in band: PixelRect) {
    let (a, b) = (line.from, line.to)
    let reach = Double(half) + 0.5
    let touched = band.touched(
      minX: min(a.x, b.x) - reach, minY: min(a.y, b.y) - reach, maxX: max(a.x, b.x) + reach,
      maxY: max(a.y, b.y) + reach)
    guard !touched.isEmpty else { return }
    let (first, end) = (touched.left, touched.right)
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = (dx * dx + dy * dy).squareRoot()
    let (ux, uy) = length > 0 ? (dx / length, dy / length) : (1, 0)
    // How far from the line along a row a pixel can be reached.
    let isFlat = abs(uy) < 1e-3
    let (across, slope) = isFlat ? (0, 0) : (reach / abs(uy) + 0.5, ux / uy)
    for y in touched.top..<touched.bottom {
      let py = Double(y) + 0.5 - a.y
      var (left, right) = (first, end)
      if !isFlat {
        // A column too many does no harm, so that nothing has to be rounded.
        let middle = a.x + py * slope
        left = max(first, Int(middle - across))
        right = min(end, Int(middle + across) &+ 1)
      }
      guard left < right else { continue }
      let row = (y &- band.top) &* cells
      var mark = (left &- band.left) &>> SegmentCoverage.cellShift
      while mark <= (right &+ 3 &- band.left) &>> SegmentCoverage.cellShift {
        marks[row &+ mark] = 1
        mark &+= 1
      }
      raise(
        shares + ((y &- band.top) &* width &- band.left), left..<right, px: Float(Double(left) + 0.5 - a.x),
        py: Float(py), along: (Float(ux), Float(uy)), length: Float(length))
    }
  }

  /// One row: four pixels at a time, by the distance of their middles from the line.
  @inline(__always)
  private func raise(
    _ row: UnsafeMutablePointer<Float>, _ columns: Range<Int>, px: Float, py: Float, along: (x: Float, y: Float),
    length: Float
  ) {
    let zero = SIMD4<Float>.zero
    let one = SIMD4<Float>(repeating: 1)
    let end = SIMD4<Float>(repeating: length)
    let edge = SIMD4<Float>(repeating: half + 0.5)
    var x = SIMD4<Float>(px, px + 1, px + 2, px + 3)
    var column = columns.lowerBound
    while column < columns.upperBound {
      var position = x * along.x + py * along.y
      position.replace(with: zero, where: position .< zero)
      position.replace(with: end, where: position .> end)
      let (ox, oy) = (x - position * along.x, py - position * along.y)
      var share = edge - (ox * ox + oy * oy).squareRoot()
      share.replace(with: one, where: share .> one)
      let target = UnsafeMutableRawPointer(row + column)
      let old = target.loadUnaligned(as: SIMD4<Float>.self)
      // What is too far away has a share below 0, and nothing is less than that.
      target.storeBytes(of: old.replacing(with: share, where: share .> old), as: SIMD4<Float>.self)
      x += 4
      column &+= 4
    }
  }

  /// Blends a color over the pixels of `band` and empties it.
  func paint(_ pixels: UnsafeMutablePointer<UInt32>, stride: Int, band: PixelRect, _ source: UInt32) {
    let cell = SegmentCoverage.cell
    let ink = ShareBlend(source)
    for row in 0..<band.height {
      let target = pixels + (band.top + row) * stride + band.left
      for place in 0..<cells where marks[row &* cells &+ place] != 0 {
        marks[row &* cells &+ place] = 0
        let own = shares + (row &* width &+ place &* cell)
        ink.paint(target + place * cell, own, count: min(cell, max(band.width - place * cell, 0)))
        own.update(repeating: 0, count: cell)
      }
    }
  }
}
