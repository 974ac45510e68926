import CRasterKernel

/// What a convex outline encloses, or the ring between two of them, row by row: the exact area that is covered of each
/// pixel, as `ScanlineFill` has it for any outlines.
///
/// A convex outline has a left and a right side, and a row of pixels passes each of them once. So a row is known from
/// four sides at most, of which each is a list of edges from top to bottom, read on from row to row: between the left
/// sides of both outlines coverage changes from pixel to pixel, and so it does between the right sides; what lies
/// between those is one stretch, covered whole or not at all. Nothing is changed while rows are painted, so that
/// threads can paint rows of the same outline.
struct RingRows: Sendable {
  /// The pixels that it can touch.
  let area: PixelRect
  /// One side after the other: left and right of the outer outline, then of the inner one.
  private var edges: ContiguousArray<OutlineEdge> = []
  /// Where each side ends.
  private var ends = SIMD4<Int>.zero

  /// What lies inside `outer` and outside `inner`. Nil where nothing of it can be seen.
  init?(_ outer: EllipsePath, without inner: EllipsePath? = nil, clip: PixelRect) {
    let bounds = outer.bounds
    guard bounds.width >= 0, bounds.height >= 0, bounds.x == bounds.x, bounds.y == bounds.y else { return nil }
    area = clip.touched(minX: bounds.minX, minY: bounds.minY, maxX: bounds.maxX, maxY: bounds.maxY)
    guard !area.isEmpty else { return nil }
    add(outer, 0)
    if let inner { add(inner, 2) } else { ends = SIMD4(ends.x, ends.y, ends.y, ends.y) }
  }

  /// Adds the two sides of an outline, of which the left one comes at place `side`.
  private mutating func add(_ path: EllipsePath, _ side: Int) {
    let sides = OutlineSides(path, in: area)
    edges += sides.left
    ends[side] = edges.count
    edges += sides.right
    ends[side + 1] = edges.count
  }

  /// Paints some rows.
  ///
  /// - Parameters:
  ///   - rows: counted from the top of the area.
  ///   - changes: zeros, `ROW_MARGIN` more of them than the area has columns; they are zeros again afterwards.
  ///   - painted: where, by rows of the area.
  func paint(
    _ rows: Range<Int>, _ source: UInt32, on pixels: UnsafeMutablePointer<UInt32>, stride: Int,
    changes: UnsafeMutablePointer<Float>, painted: UnsafeMutablePointer<PaintedRow>
  ) {
    edges.withUnsafeBufferPointer { edges in
      func side(_ place: Int) -> OutlineSide {
        let start = place == 0 ? 0 : ends[place - 1]
        return OutlineSide(edges: edges.baseAddress.map { $0 + start }, count: ends[place] - start)
      }
      var ring = Ring(
        sides: (side(0), side(1), side(2), side(3)), pixels: pixels + area.top * stride + area.left, stride: stride,
        width: area.width, source: source)
      OutlineKernel.fastest.fill(&ring, rows.lowerBound, rows.upperBound, changes, painted + rows.lowerBound)
    }
  }
}
