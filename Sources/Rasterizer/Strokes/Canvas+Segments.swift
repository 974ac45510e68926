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
  public mutating func stroke(segments: [LineSegment], width: Double, _ color: Color) {
    let source = color.premultiplied
    guard width > 0, source != 0, !segments.isEmpty, !clipRect.isEmpty else { return }
    var stroke = SegmentCoverage(half: min(width, farAway) / 2, area: clipRect)
    for segment in segments where segment.from.isNumber && segment.to.isNumber {
      stroke.add(segment.from.reachable, segment.to.reachable)
    }
    withPixels { pixels, stride in stroke.paint(pixels, stride, source) }
  }

  /// Paints a stretch of one row of pixels: those whose centers lie between `from` and `to`.
  public mutating func fill(row: Int, from: Double, to: Double, _ color: Color) {
    let source = color.premultiplied
    guard source != 0, row >= clipRect.top, row < clipRect.bottom, to > from else { return }
    let first = Int(clamping: (from - 0.5).rounded(.up), to: clipRect.left, clipRect.right)
    let end = Int(clamping: (to - 0.5).rounded(.up), to: clipRect.left, clipRect.right)
    guard first < end else { return }
    withPixels { pixels, stride in Blend.span(pixels + row * stride + first, count: end - first, source) }
  }
}

/// The coverage of many straight lines: a pixel takes the largest share that any of them gives it.
private struct SegmentCoverage {
  private let half: Double
  private let area: PixelRect
  private var coverage: ContiguousArray<UInt8>
  /// The rows that were reached.
  private var top, bottom: Int

  init(half: Double, area: PixelRect) {
    self.half = half
    self.area = area
    coverage = ContiguousArray(repeating: 0, count: area.width * area.height)
    top = area.bottom
    bottom = area.top
  }

  mutating func add(_ a: Point, _ b: Point) {
    let reach = half + 0.5
    let box = area.touched(
      minX: min(a.x, b.x) - reach, minY: min(a.y, b.y) - reach, maxX: max(a.x, b.x) + reach,
      maxY: max(a.y, b.y) + reach)
    guard !box.isEmpty,
      let clipped = Segment(from: a, to: b, half: half, buttStart: false, buttEnd: false).clipped(to: area)
    else { return }
    let from = clipped.from
    let (dx, dy) = (clipped.to.x - from.x, clipped.to.y - from.y)
    let length = (dx * dx + dy * dy).squareRoot()
    let (ux, uy) = length > 0 ? (dx / length, dy / length) : (1, 0)
    // How far from the line along a row a pixel can be reached.
    let isFlat = abs(uy) < 1e-3
    let across = isFlat ? 0 : reach / abs(uy)
    let slope = isFlat ? 0 : ux / uy
    top = min(top, box.top)
    bottom = max(bottom, box.bottom)
    let (half, area) = (half, area)
    coverage.withUnsafeMutableBufferPointer { coverage in
      guard let base = coverage.baseAddress else { return }
      for y in box.top..<box.bottom {
        let py = Double(y) + 0.5 - from.y
        var (left, right) = (box.left, box.right)
        if !isFlat {
          let middle = from.x + py * slope
          left = Int(clamping: (middle - across - 0.5).rounded(.down), to: left, right)
          right = Int(clamping: (middle + across + 0.5).rounded(.up), to: left, right)
        }
        let row = base + (y - area.top) * area.width - area.left
        var x = left
        while x < right {
          let px = Double(x) + 0.5 - from.x
          let along = min(max(px * ux + py * uy, 0), length)
          let (ox, oy) = (px - along * ux, py - along * uy)
          let squared = ox * ox + oy * oy
          if squared < reach * reach {
            let share = UInt8(truncatingIfNeeded: Int(min(half + 0.5 - squared.squareRoot(), 1) * 255 + 0.5))
            if share > row[x] { row[x] = share }
          }
          x &+= 1
        }
      }
    }
  }

  func paint(_ pixels: UnsafeMutablePointer<UInt32>, _ stride: Int, _ source: UInt32) {
    coverage.withUnsafeBufferPointer { coverage in
      guard let base = coverage.baseAddress, top < bottom else { return }
      for y in top..<bottom {
        Blend.masked(
          pixels + y * stride + area.left, base + (y - area.top) * area.width, count: area.width, source)
      }
    }
  }
}
