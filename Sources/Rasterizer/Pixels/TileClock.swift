/// When each part of a canvas was last drawn into. From it follows what has to be put back of a picture that something
/// was drawn over, and what of a frame differs from the one before.
///
/// The canvas is divided into tiles of 32 × 8 pixels, which also end at the edges of the parts of a window: so no tile
/// belongs to two parts, and drawing one of them never concerns its neighbors. Drawing may name more tiles than it
/// changes, never fewer.
package struct TileClock: Sendable {
  /// Moments count up; what is drawn after one is later than it.
  package typealias Moment = UInt64

  private static let width = 32
  private static let height = 8

  private let size: PixelRect
  private let edges: [Rect]
  private var now: Moment
  /// Where tiles end, from 0 to the canvas's sides.
  private let columnEdges, rowEdges: [Int]
  /// The tiles that each column and each row of pixels lies in.
  private let columnOf, rowOf: [Int32]
  /// Row by row; empty where they are shared.
  private var moments: [Moment]
  /// Those of the clock that this one is a part of.
  private var shared: SharedMoments?

  /// Numbers that several threads write to, each to tiles of its own.
  private struct SharedMoments: @unchecked Sendable {
    let first: UnsafeMutablePointer<Moment>
  }

  /// A canvas of this size, all of it drawn just now.
  ///
  /// - Parameters:
  ///   - edges: rectangles that end tiles, rounded to the nearest pixel edges.
  ///   - moment: none that is known may be later.
  package init(width: Int, height: Int, edges: [Rect] = [], after moment: Moment = 0) {
    let all = PixelRect(left: 0, top: 0, right: width, bottom: height)
    size = all
    self.edges = edges
    let cuts = edges.map(all.rounded)
    columnEdges = TileClock.edges(width, TileClock.width, cuts.flatMap { [$0.left, $0.right] })
    rowEdges = TileClock.edges(height, TileClock.height, cuts.flatMap { [$0.top, $0.bottom] })
    columnOf = TileClock.places(columnEdges)
    rowOf = TileClock.places(rowEdges)
    now = moment + 1
    moments = [Moment](repeating: now, count: max(columnEdges.count - 1, 0) * max(rowEdges.count - 1, 0))
  }

  private static func edges(_ length: Int, _ side: Int, _ cuts: [Int]) -> [Int] {
    Set(cuts + [length]).union(stride(from: 0, to: length, by: side)).sorted()
  }

  private static func places(_ edges: [Int]) -> [Int32] {
    zip(edges, edges.dropFirst()).enumerated().flatMap { place, ends in
      [Int32](repeating: Int32(place), count: ends.1 - ends.0)
    }
  }

  /// Whether it is of a canvas of this size with just these parts.
  func isOf(width: Int, height: Int, edges: [Rect]) -> Bool {
    size.width == width && size.height == height && self.edges == edges
  }

  /// A moment later than everything that was drawn, and earlier than everything that will be.
  package mutating func pass() -> Moment {
    defer { now += 1 }
    return now
  }

  /// Something is drawn in an area of the canvas.
  @inline(__always)
  mutating func touch(_ area: PixelRect) {
    guard !area.isEmpty else { return }
    let count = columnEdges.count - 1
    let (first, last) = (Int(columnOf[area.left]), Int(columnOf[area.right - 1]))
    let (top, bottom) = (Int(rowOf[area.top]), Int(rowOf[area.bottom - 1]))
    let (now, shared) = (now, shared)
    moments.withUnsafeMutableBufferPointer { own in
      guard let moments = shared?.first ?? own.baseAddress else { return }
      for row in top...bottom {
        for tile in row &* count &+ first...row &* count &+ last { moments[tile] = now }
      }
    }
  }

  /// Whether no tile lies partly inside `area`: whoever draws there and nowhere else shares no tile with others.
  func hasEdges(around area: PixelRect) -> Bool {
    area.isEmpty
      || [area.left, area.right].allSatisfy { columnEdges.contains($0) }
        && [area.top, area.bottom].allSatisfy { rowEdges.contains($0) }
  }

  /// Hands out clocks that note their moments in this one, to threads that share no tile; afterwards it is later than
  /// each of them. They count for themselves from the moment that it is now.
  ///
  /// - Parameter body: is called with such a clock, and tells the latest of those that were made of it.
  mutating func withShared(_ body: (TileClock) -> Moment) {
    var part = self
    part.moments = []
    var latest = now
    let isShared = shared
    moments.withUnsafeMutableBufferPointer { own in
      part.shared = isShared ?? own.baseAddress.map(SharedMoments.init)
      latest = body(part)
    }
    now = max(now, latest)
  }

  /// The moment that it is.
  var current: Moment { now }

  /// The parts of `area` drawn into since a moment, as rectangles that do not overlap.
  func parts(of area: PixelRect, since moment: Moment) -> [PixelRect] {
    guard !area.isEmpty else { return [] }
    return moments.withUnsafeBufferPointer { own in
      let moments = shared.map { UnsafePointer($0.first) } ?? own.baseAddress
      return moments.map { parts(of: area, since: moment, $0) } ?? []
    }
  }

  private func parts(of area: PixelRect, since moment: Moment, _ moments: UnsafePointer<Moment>) -> [PixelRect] {
    let count = columnEdges.count - 1
    let (first, last) = (Int(columnOf[area.left]), Int(columnOf[area.right - 1]))
    var done: [PixelRect] = []
    // Those of the row of tiles above: what goes on below them is one rectangle with them.
    var open: [PixelRect] = []
    for row in Int(rowOf[area.top])...Int(rowOf[area.bottom - 1]) {
      let (top, bottom) = (max(rowEdges[row], area.top), min(rowEdges[row + 1], area.bottom))
      var next: [PixelRect] = []
      var column = first
      while column <= last {
        guard moments[row * count + column] > moment else {
          column += 1
          continue
        }
        let start = column
        while column <= last, moments[row * count + column] > moment { column += 1 }
        var part = PixelRect(
          left: max(columnEdges[start], area.left), top: top, right: min(columnEdges[column], area.right),
          bottom: bottom)
        if let above = open.firstIndex(where: { $0.left == part.left && $0.right == part.right }) {
          part.top = open.remove(at: above).top
        }
        next.append(part)
      }
      done += open
      open = next
    }
    return done + open
  }
}
