import CRasterKernel
import Dispatch

/// Fills outlines by the exact area they cover in each pixel.
///
/// Every edge adds, row by row, its signed height to the pixel column it passes, split by how much of the pixel lies to
/// its right; the running sum along a row is then the winding number averaged over each pixel. Its size, at most 1, is
/// the coverage: the non-zero rule, exact wherever edges do not cross within one pixel. (The method is that of the
/// area-accumulating font rasterizers, after Levien's LibArt.)
///
/// Only pixels that an edge touches hold numbers, and a bit per pixel says which they are, so that inside and outside
/// are passed over as whole spans.
struct ScanlineFill {
  /// A piece of outline in a list of those that begin in the same row.
  private struct Edge {
    var x: Double
    let slope: Double
    var top: Double
    let bottom: Double
    let direction: Double
    /// The next edge that begins in the same row, or −1.
    var next = -1

    init(_ edge: OutlineEdge) {
      x = edge.x
      slope = edge.slope
      top = edge.top
      bottom = edge.bottom
      direction = edge.direction
    }
  }

  let clip: PixelRect
  private let outlineClip: OutlineClip
  private var edges: ContiguousArray<Edge> = []
  private var first = Point(0, 0)
  private var current = Point(0, 0)

  init(clip: PixelRect) {
    self.clip = clip
    outlineClip = OutlineClip(clip)
    edges.reserveCapacity(64)
  }

  /// Begins a new closed outline.
  @inline(__always)
  mutating func move(to p: Point) {
    close()
    first = p
    current = p
  }

  @inline(__always)
  mutating func line(to p: Point) {
    add(from: current, to: p)
    current = p
  }

  /// Back to where the outline began.
  mutating func close() {
    if current != first { line(to: first) }
  }

  private mutating func add(from: Point, to: Point) {
    outlineClip.cut(from: from, to: to) { edges.append(Edge($0)) }
  }

  /// Paints what the outlines enclose and forgets them. Parts of a high shape are painted at once: what takes the time
  /// is to fetch the pixels that its outline passes.
  mutating func fill(_ canvas: inout Canvas, _ color: Color) {
    close()
    let source = color.premultiplied
    guard !edges.isEmpty, source != 0 else { return }
    // The same parts whatever the processor.
    let parts = max(min(clip.height / ScanlineFill.partHeight, 8), 1)
    var reached = ContiguousArray(repeating: RowColumns(), count: clip.height)
    canvas.withPixels(in: .nothing) { pixels, stride in
      reached.withUnsafeMutableBufferPointer { reached in
        nonisolated(unsafe) let (pixels, reached) = (pixels + clip.top * stride + clip.left, reached)
        let (height, whole) = (clip.height, self)
        if parts == 1 { return paint(0..<height, source, on: pixels, stride: stride, reached) }
        DispatchQueue.concurrentPerform(iterations: parts) { part in
          var own = whole
          own.paint(
            height * part / parts..<height * (part + 1) / parts, source, on: pixels, stride: stride, reached)
        }
      }
    }
    if canvas.clock != nil {
      for (y, columns) in reached.enumerated() where columns.from < columns.to {
        canvas.clock?.touch(
          PixelRect(
            left: clip.left + Int(columns.from), top: clip.top + y, right: clip.left + Int(columns.to),
            bottom: clip.top + y + 1))
      }
    }
    edges.removeAll(keepingCapacity: true)
  }

  private static let partHeight = 160

  /// What the outlines enclose as coverage of the clip's pixels; forgets the outlines.
  mutating func mask() -> CoverageMask {
    close()
    // White on nothing: its alpha is the coverage.
    var picture = [UInt32](repeating: 0, count: clip.width * clip.height)
    var reached = ContiguousArray(repeating: RowColumns(), count: clip.height)
    picture.withUnsafeMutableBufferPointer { picture in
      reached.withUnsafeMutableBufferPointer { reached in
        guard let pixels = picture.baseAddress else { return }
        paint(0..<clip.height, .max, on: pixels, stride: clip.width, reached)
      }
    }
    edges.removeAll(keepingCapacity: true)
    return CoverageMask(
      width: clip.width, height: clip.height, coverage: picture.map { UInt8(truncatingIfNeeded: $0) })
  }

  /// Paints some rows of the clip, from the top, whose first pixel is given.
  private mutating func paint(
    _ rows: Range<Int>, _ source: UInt32, on pixels: UnsafeMutablePointer<UInt32>, stride: Int,
    _ reached: UnsafeMutableBufferPointer<RowColumns>
  ) {
    guard !rows.isEmpty else { return }
    var firstRow = rows.upperBound
    var lastRow = rows.lowerBound - 1
    var heads = ContiguousArray(repeating: -1, count: rows.count)
    let (top, end) = (Double(rows.lowerBound), Double(rows.upperBound))
    for i in edges.indices where edges[i].top < end && edges[i].bottom > top {
      if edges[i].top < top {
        edges[i].x += edges[i].slope * (top - edges[i].top)
        edges[i].top = top
      }
      let row = min(Int(edges[i].top), rows.upperBound - 1)
      edges[i].next = heads[row - rows.lowerBound]
      heads[row - rows.lowerBound] = i
      firstRow = min(firstRow, row)
      lastRow = max(lastRow, min(Int(edges[i].bottom), rows.upperBound - 1))
    }
    guard firstRow <= lastRow else { return }
    var active = ContiguousArray<Int>()
    active.reserveCapacity(16)
    let row = CoverageRow(width: clip.width)
    defer { row.deallocate() }
    edges.withUnsafeMutableBufferPointer { edges in
      for y in firstRow...lastRow {
        var next = heads[y - rows.lowerBound]
        while next >= 0 {
          active.append(next)
          next = edges[next].next
        }
        let end = Double(y + 1)
        var kept = 0
        for k in 0..<active.count {
          let i = active[k]
          let edge = edges[i]
          let bottom = min(edge.bottom, end)
          let height = bottom - edge.top
          let x = edge.x + edge.slope * height
          row.add(from: edge.x, to: x, height: height, direction: edge.direction)
          if edge.bottom > end {
            edges[i].x = x
            edges[i].top = end
            active[kept] = i
            kept += 1
          }
        }
        active.removeLast(active.count - kept)
        reached[y] = row.drain(pixels + y * stride, source)
      }
    }
  }
}
