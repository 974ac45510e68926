import Dispatch
import FoundationEssentials
import Synchronization

/// A straight line between two points.
public struct LineSegment: Sendable, Hashable {
  /// Where it begins and ends.
  public var from, to: Point

  /// From one point to another.
  public init(from: Point, to: Point) {
    self.from = from
    self.to = to
  }
}

extension Canvas {
  /// Draws many lines of one width with round ends. However often they meet or cross, each pixel is blended once, so
  /// that a curve in pieces looks like one drawn whole. What is not a number is left out.
  ///
  /// For thousands of short pieces: a pixel's share is taken from the distance of its middle, not from its exact area.
  /// All processors share the work, a band of rows at a time.
  public mutating func stroke(segments: [LineSegment], width: Double, _ color: Color) {
    let source = color.premultiplied
    guard width > 0, source != 0, !segments.isEmpty, !clipRect.isEmpty else { return }
    let half = min(width, farAway) / 2
    let area = clipRect
    let bands = SegmentBands(segments, half: half, area: area)
    let next = Atomic(0)
    withPixels(in: area) { pixels, stride in
      // Bands write to rows of their own.
      nonisolated(unsafe) let pixels = pixels
      DispatchQueue.concurrentPerform(iterations: bands.threads) { _ in
        let coverage = SegmentCoverage(half: half, width: area.width)
        while true {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < bands.count else { return }
          let band = bands.rect(index)
          for line in bands[index] { coverage.add(line, in: band) }
          coverage.paint(pixels, stride: stride, band: band, source)
        }
      }
    }
  }

  /// Paints rows of pixels in stretches of one color: all whose centers lie between two places. All processors share the
  /// rows of the clip.
  ///
  /// - Parameter row: paints the stretches of a row, by calling its second argument with from, to and color.
  public mutating func fillRows(_ row: @Sendable (_ y: Int, _ paint: (Double, Double, Color) -> Void) -> Void) {
    let area = clipRect
    guard !area.isEmpty else { return }
    let parts = min(Bands.threads, area.height)
    withPixels(in: area) { pixels, stride in
      // Each part writes to rows of its own.
      nonisolated(unsafe) let pixels = pixels
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        for y in area.top + area.height * part / parts..<area.top + area.height * (part + 1) / parts {
          row(y) { from, to, color in
            guard to > from else { return }
            let first = Int(clamping: (from - 0.5).rounded(.up), to: area.left, area.right)
            let end = Int(clamping: (to - 0.5).rounded(.up), to: area.left, area.right)
            if first < end { Blend.span(pixels + y * stride + first, count: end - first, color.premultiplied) }
          }
        }
      }
    }
  }
}

/// Lines by the bands of rows that they reach: a counting sort.
private struct SegmentBands: Sendable {
  let count: Int
  private let area: PixelRect
  /// Band by band; one that reaches several is there several times.
  private var lines: [LineSegment]
  /// Where the lines of each band begin, and where the last ones end.
  private var starts: [Int]

  init(_ segments: [LineSegment], half: Double, area: PixelRect) {
    self.area = area
    let height = SegmentCoverage.bandHeight
    count = (area.height + height - 1) / height
    let reach = half + 1
    var seen: [(line: LineSegment, bands: ClosedRange<Int>)] = []
    seen.reserveCapacity(segments.count)
    starts = Array(repeating: 0, count: count + 1)
    for segment in segments where segment.from.isNumber && segment.to.isNumber {
      guard let line = segment.near(area, half: half) else { continue }
      let rows = area.touched(
        minX: Double(area.left), minY: min(line.from.y, line.to.y) - reach, maxX: Double(area.left),
        maxY: max(line.from.y, line.to.y) + reach)
      guard rows.top < rows.bottom else { continue }
      let bands = (rows.top - area.top) / height...(rows.bottom - 1 - area.top) / height
      seen.append((line, bands))
      for band in bands { starts[band + 1] += 1 }
    }
    for band in 0..<count { starts[band + 1] += starts[band] }
    lines = Array(repeating: LineSegment(from: Point(0, 0), to: Point(0, 0)), count: starts[count])
    var next = starts
    for (line, bands) in seen {
      for band in bands {
        lines[next[band]] = line
        next[band] += 1
      }
    }
  }

  subscript(band: Int) -> ArraySlice<LineSegment> { lines[starts[band]..<starts[band + 1]] }

  /// A few pieces are drawn before a second thread could begin.
  var threads: Int { lines.count < 200 ? 1 : min(Bands.threads, count) }

  func rect(_ index: Int) -> PixelRect {
    var rect = area
    rect.top += index * SegmentCoverage.bandHeight
    rect.bottom = min(rect.top + SegmentCoverage.bandHeight, area.bottom)
    return rect
  }
}

extension LineSegment {
  /// The part that can reach `area`, or nil.
  fileprivate func near(_ area: PixelRect, half: Double) -> LineSegment? {
    let (a, b) = (from.reachable, to.reachable)
    let margin = half + 2
    let (left, right) = (Double(area.left) - margin, Double(area.right) + margin)
    let (top, bottom) = (Double(area.top) - margin, Double(area.bottom) + margin)
    func isInside(_ p: Point) -> Bool { p.x >= left && p.x <= right && p.y >= top && p.y <= bottom }
    if isInside(a), isInside(b) { return LineSegment(from: a, to: b) }
    guard let part = Segment(from: a, to: b, half: half, buttStart: false, buttEnd: false).clipped(to: area) else {
      return nil
    }
    return LineSegment(from: part.from, to: part.to)
  }
}

/// How work on a canvas is shared.
package enum Bands {
  /// Threads that draw on one canvas at most.
  package static let threads = min(ProcessInfo.processInfo.activeProcessorCount, 8)
}
