import CRasterKernel

/// A convex outline as its left and its right side: edges by their tops.
struct OutlineSides {
  private(set) var left: ContiguousArray<OutlineEdge> = []
  private(set) var right: ContiguousArray<OutlineEdge> = []

  /// The sides of an ellipse, in rows and columns of an area.
  init(_ path: EllipsePath, in area: PixelRect) {
    let half = min(path.steps(), 512) / 2 + 4
    left.reserveCapacity(half)
    right.reserveCapacity(half)
    let clip = OutlineClip(area)
    var first: Point?
    var last = Point(0, 0)
    path.walk(visibleIn: area) { point in
      if first == nil { first = point } else { add(from: last, to: point, clip) }
      last = point
    }
    if let first, first != last { add(from: last, to: first, clip) }
    OutlineSides.sort(&left)
    OutlineSides.sort(&right)
  }

  /// Clockwise on screen: down on the right.
  @inline(__always)
  private mutating func add(from: Point, to: Point, _ clip: OutlineClip) {
    clip.cut(from: from, to: to) { edge in
      if edge.direction > 0 { right.append(edge) } else { left.append(edge) }
    }
  }

  /// An outline can begin in the midst of a side, and goes up one of them.
  private static func sort(_ edges: inout ContiguousArray<OutlineEdge>) {
    guard edges.count > 1, !isSorted(edges) else { return }
    let last = edges.count - 1
    if edges[1].top < edges[0].top || (last > 1 && edges[last].top < edges[last - 1].top) { edges.reverse() }
    if let start = edges.indices.dropFirst().first(where: { edges[$0].top < edges[$0 - 1].top }) {
      edges = ContiguousArray(edges[start...] + edges[..<start])
    }
    if !isSorted(edges) { edges.sort { $0.top < $1.top } }
  }

  private static func isSorted(_ edges: ContiguousArray<OutlineEdge>) -> Bool {
    var top = -Double.infinity
    for edge in edges {
      if edge.top < top { return false }
      top = edge.top
    }
    return true
  }
}
