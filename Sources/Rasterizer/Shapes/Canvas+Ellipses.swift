import Dispatch

/// An ellipse to be drawn in one go with others.
package struct InkedEllipse: Sendable, Hashable {
  let ellipse: Ellipse
  let style: StrokeStyle?
  let color: Color

  /// - Parameter style: of its outline; nil fills it.
  package init(_ ellipse: Ellipse, style: StrokeStyle? = nil, _ color: Color) {
    self.ellipse = ellipse
    self.style = style
    self.color = color
  }
}

extension Canvas {
  /// Draws ellipses one over the other: the same as each by itself, but all processors share the work.
  package mutating func draw(_ ellipses: [InkedEllipse]) {
    let clip = clipRect
    guard ellipses.count > 3 else { return paint(ellipses.compactMap { InkedShape($0, clip: clip) }) }
    var shapes = [InkedShape?](repeating: nil, count: ellipses.count)
    shapes.withUnsafeMutableBufferPointer { shapes in
      nonisolated(unsafe) let shapes = shapes
      DispatchQueue.concurrentPerform(iterations: ellipses.count) { index in
        shapes[index] = InkedShape(ellipses[index], clip: clip)
      }
    }
    paint(shapes.compactMap { $0 })
  }

  /// Paints shapes one over the other, bands of rows at a time.
  mutating func paint(_ shapes: [InkedShape]) {
    let rows = PixelRect(around: shapes.map(\.area))
    guard !rows.isEmpty else { return }
    // What is painted of each row of each shape.
    let starts = shapes.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.area.height) }
    let total = starts.last ?? 0
    var reached = [RingRows.Reach](repeating: .zero, count: total)
    // The same bands whatever the processor.
    let bands = total < InkedShape.rowsInOneGo ? 1 : (rows.height + InkedShape.bandHeight - 1) / InkedShape.bandHeight
    let height = bands == 1 ? rows.height : InkedShape.bandHeight
    let width = shapes.map(\.area.width).max() ?? 0
    withPixels(in: .nothing) { pixels, stride in
      reached.withUnsafeMutableBufferPointer { reached in
        guard let base = reached.baseAddress else { return }
        nonisolated(unsafe) let (pixels, reached) = (pixels, base)
        @Sendable func paint(band: Int) {
          withUnsafeTemporaryAllocation(of: Float.self, capacity: width + RingRows.margin) { changes in
            changes.initialize(repeating: 0)
            guard let changes = changes.baseAddress else { return }
            let (top, bottom) = (rows.top + band * height, min(rows.top + (band + 1) * height, rows.bottom))
            for (shape, start) in zip(shapes, starts) where shape.area.top < bottom && shape.area.bottom > top {
              let own = max(top, shape.area.top) - shape.area.top..<min(bottom, shape.area.bottom) - shape.area.top
              shape.paint(own, on: pixels, stride: stride, changes: changes, reached: reached + start)
            }
          }
        }
        if bands == 1 { return paint(band: 0) }
        DispatchQueue.concurrentPerform(iterations: bands) { paint(band: $0) }
      }
    }
    guard var time = clock.take() else { return }
    for (shape, start) in zip(shapes, starts) { shape.touch(&time, reached[start..<start + shape.area.height]) }
    clock = time
  }
}

/// A shape that is ready to be painted, and its color.
struct InkedShape: Sendable {
  private enum Form: Sendable {
    case ring(RingRows)
    case dashes(DashedOutline)
    /// A line that folds over itself.
    case line(PolylineCoverage)
  }

  /// Of a band: its pixels and what is known of its shapes stay in a processor's own cache.
  static let bandHeight = 64
  /// So few rows are painted before a second thread could begin.
  static let rowsInOneGo = 200

  private let form: Form
  private let source: UInt32

  /// Nil where nothing of it can be seen.
  init?(_ inked: InkedEllipse, clip: PixelRect) {
    let ellipse = inked.ellipse
    guard ellipse.isDrawable, inked.color.premultiplied != 0 else { return nil }
    guard let style = inked.style else {
      self.init(EllipsePath(ellipse), color: inked.color, clip: clip)
      return
    }
    guard style.width > 0 else { return nil }
    let half = min(style.width, farAway) / 2
    let outer = EllipsePath(ellipse, offset: half)
    let long = max(outer.a, outer.b)
    let short = min(outer.a, outer.b)
    // Where the line is wider than the tightest bend allows, its inner edge would fold over itself.
    let isApart = half < 0.9 * short * short / long
    if style.dash.isEmpty, isApart {
      self.init(outer, without: EllipsePath(ellipse, offset: -half), color: inked.color, clip: clip)
      return
    }
    let bounds = outer.bounds
    let area = clip.touched(minX: bounds.minX, minY: bounds.minY, maxX: bounds.maxX, maxY: bounds.maxY)
    var points: [Point] = []
    EllipsePath(ellipse).walk(visibleIn: area) { points.append($0) }
    // In the tightest bend gaps are shorter along the inner edge.
    let (thin, wide) = (min(ellipse.semiMajor, ellipse.semiMinor), max(ellipse.semiMajor, ellipse.semiMinor))
    let bend = thin * thin / wide
    if isApart, style.cap == .butt, !style.isSolid, (style.dash.min() ?? 0) * (1 - half / bend) > 2 {
      guard let outline = DashedOutline(points, style: style, clip: area) else { return nil }
      self.init(form: .dashes(outline), source: inked.color.premultiplied)
      return
    }
    guard let line = PolylineCoverage(points, closed: true, style: style, clip: clip) else { return nil }
    self.init(form: .line(line), source: inked.color.premultiplied)
  }

  private init(form: Form, source: UInt32) {
    self.form = form
    self.source = source
  }

  /// What lies inside `outer` and outside `inner`.
  init?(_ outer: EllipsePath, without inner: EllipsePath? = nil, color: Color, clip: PixelRect) {
    guard color.premultiplied != 0, let rows = RingRows(outer, without: inner, clip: clip) else { return nil }
    self.init(form: .ring(rows), source: color.premultiplied)
  }

  /// The pixels that it can touch.
  var area: PixelRect {
    switch form {
    case .ring(let ring): ring.area
    case .dashes(let outline): outline.area
    case .line(let line): line.area
    }
  }

  /// Paints some rows, counted from the top of its area, and notes in `reached` where.
  func paint(
    _ rows: Range<Int>, on pixels: UnsafeMutablePointer<UInt32>, stride: Int, changes: UnsafeMutablePointer<Float>,
    reached: UnsafeMutablePointer<RingRows.Reach>
  ) {
    switch form {
    case .ring(let ring):
      ring.paint(rows, source, on: pixels, stride: stride, changes: changes, reached: reached)
    case .dashes(let outline): outline.paint(rows, pixels, stride, source)
    case .line(let line): line.paint(rows, pixels, stride, source)
    }
  }

  /// Tells `clock` of what was painted.
  func touch(_ clock: inout TileClock, _ reached: ArraySlice<RingRows.Reach>) {
    switch form {
    case .ring(let ring): ring.touch(&clock, reached)
    case .dashes(let outline): outline.touch(&clock)
    case .line(let line): line.forEachRow { clock.touch($0) }
    }
  }
}
