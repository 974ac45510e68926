import CFusedKernel

/// Points laid out for the fused pass: by column, in an order in which every block of 128 lies close together, each
/// block with its bounding box. Made once per data set, never changed.
///
/// Takes 8·D bytes per point, and 8 more for weights.
package final class PointTable: @unchecked Sendable {
  /// Number of points, without those of weight zero.
  package let count: Int
  package let dimensions: Int
  /// One coordinate of all points, in this table's order.
  package func column(_ dimension: Int) -> UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: columns + dimension * stride, count: count)
  }
  /// The point at a place of this table's order.
  package subscript(place: Int) -> [Double] { (0..<dimensions).map { columns[$0 * stride + place] } }

  static let block = Int(FUSED_BLOCK)
  /// Blocks per chunk: few enough that a million points keep several cores busy, enough that adding up the chunks
  /// costs nothing.
  static let blocksPerChunk = 128
  let blocks: Int
  var chunks: Int { (blocks + Self.blocksPerChunk - 1) / Self.blocksPerChunk }
  private let stride: Int
  private let columns: UnsafeMutablePointer<Double>
  private let weights: UnsafeMutablePointer<Double>?
  private let tail: UnsafeMutablePointer<Double>
  private let boxes: UnsafeMutablePointer<Double>

  /// - Parameters:
  ///   - columns: the points, D columns of N finite numbers each, N < 2³².
  ///   - weights: how often each point counts, N numbers ≥ 0; nil if each counts once.
  ///   - isOrdered: whether to bring the points into the spatial order; without it they stay in the user's, a table
  ///     takes a twentieth of the time to make, and passes over it leave nothing out.
  package init(columns source: [[Double]], weights sourceWeights: [Double]? = nil, isOrdered: Bool = true) {
    let rowCount = source.first?.count ?? 0
    // For each place the row of its point in the user's order, until the weights are there too.
    let rows = UnsafeMutablePointer<UInt32>.allocate(capacity: max(rowCount, 1))
    defer { rows.deallocate() }
    var present = 0
    for row in 0..<rowCount where sourceWeights == nil || (sourceWeights?[row] ?? 0) > 0 {
      rows[present] = UInt32(truncatingIfNeeded: row)
      present += 1
    }
    dimensions = source.count
    count = present
    blocks = (count + Self.block - 1) / Self.block
    stride = blocks * Self.block
    columns = Self.allocate(stride * dimensions)
    weights = sourceWeights == nil ? nil : Self.allocate(stride)
    tail = Self.allocate(Self.block)
    boxes = Self.allocate(blocks * 2 * dimensions)
    for d in 0..<dimensions {
      let column = columns + d * stride
      source[d].withUnsafeBufferPointer { values in
        if let all = values.baseAddress, count == rowCount {
          column.update(from: all, count: count)
        } else {
          for place in 0..<count { column[place] = values[Int(rows[place])] }
        }
      }
    }
    if isOrdered { sort(0..<count, rows: rows) }
    if let weights, let sourceWeights {
      for place in 0..<stride { weights[place] = place < count ? sourceWeights[Int(rows[place])] : 0 }
    }
    fillUp()
    boundBlocks(from: 0)
  }

  /// Points of which the first ones have been brought into order before: those added since are ordered among themselves
  /// and stand after them. It takes a copy, not a sorting of all.
  ///
  /// - Parameters:
  ///   - columns: all points in the user's order.
  ///   - first: how many of them were there before, all without weights.
  ///   - known: a table whose first places hold just those.
  package init(columns source: [[Double]], first: Int, known: PointTable) {
    dimensions = source.count
    count = source.first?.count ?? 0
    blocks = (count + Self.block - 1) / Self.block
    stride = blocks * Self.block
    columns = Self.allocate(stride * dimensions)
    weights = nil
    tail = Self.allocate(Self.block)
    boxes = Self.allocate(blocks * 2 * dimensions)
    copy(first, of: known)
    for d in 0..<dimensions {
      let column = columns + d * stride
      for row in first..<count { column[row] = source[d][row] }
    }
    let rows = UnsafeMutablePointer<UInt32>.allocate(capacity: max(count, 1))
    defer { rows.deallocate() }
    for row in first..<count { rows[row] = UInt32(truncatingIfNeeded: row) }
    sort(first..<count, rows: rows)
    fillUp()
    let whole = first / Self.block
    boxes.update(from: known.boxes, count: whole * 2 * dimensions)
    boundBlocks(from: whole)
  }

  /// By all processors: most of the time goes into memory that is touched for the first time.
  private func copy(_ first: Int, of known: PointTable) {
    let piece = 1 << 15
    let pieces = (first + piece - 1) / piece
    forEachInParallel(pieces * dimensions, threads: .max) { index, _ in
      let (d, start) = (index / pieces, index % pieces * piece)
      (self.columns + d * self.stride + start)
        .update(from: known.columns + d * known.stride + start, count: min(piece, first - start))
    }
  }

  private func sort(_ places: Range<Int>, rows: UnsafeMutablePointer<UInt32>) {
    SpatialOrder(columns: columns, stride: stride, dimensions: dimensions, rows: rows, block: Self.block)
      .sort(places, parallelLevels: 3)
  }

  /// The last block up to its end with points that do not count.
  private func fillUp() {
    for d in 0..<dimensions where count < stride {
      (columns + d * stride + count).update(repeating: columns[d * stride + count - 1], count: stride - count)
    }
    for i in 0..<Self.block { tail[i] = (blocks - 1) * Self.block + i < count ? 1 : 0 }
  }

  deinit {
    columns.deallocate()
    weights?.deallocate()
    tail.deallocate()
    boxes.deallocate()
  }

  var view: FusedPoints {
    FusedPoints(
      columns: columns, weights: weights, tail: tail, boxes: boxes, count: count, stride: stride,
      blocks: blocks, dimensions: dimensions)
  }

  /// The bounding boxes: center and half-width per column, the half-width rounded up.
  private func boundBlocks(from first: Int) {
    for block in first..<blocks {
      for d in 0..<dimensions {
        let (low, high) = Self.range(columns + d * stride + block * Self.block)
        let center = low + (high - low) / 2
        boxes[(2 * block) * dimensions + d] = center
        boxes[(2 * block + 1) * dimensions + d] = max(high - center, center - low).nextUp
      }
    }
  }

  /// The least and the greatest number of a block, four at a time.
  private static func range(_ values: UnsafePointer<Double>) -> (low: Double, high: Double) {
    let values = UnsafeRawPointer(values)
    var low = values.loadUnaligned(as: SIMD4<Double>.self)
    var high = low
    for i in Swift.stride(from: 4, to: block, by: 4) {
      let next = values.loadUnaligned(fromByteOffset: i &* 8, as: SIMD4<Double>.self)
      low.replace(with: next, where: next .< low)
      high.replace(with: next, where: next .> high)
    }
    return (low.min(), high.max())
  }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer.allocate(byteCount: max(count, 1) * 8, alignment: 64)
      .bindMemory(to: Double.self, capacity: max(count, 1))
  }
}
