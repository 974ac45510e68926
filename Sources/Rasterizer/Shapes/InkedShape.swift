import CRasterKernel

/// A shape that is ready to be painted, and its color.
struct InkedShape: Sendable {
  private enum Form: Sendable {
    case ring(RingRows)
    /// Dashes, or a line that folds over itself.
    case line(Stroke)
  }

  /// Of a band: its pixels and what is known of its shapes stay in a processor's own cache.
  static let bandHeight = 64
  /// So few rows are painted before a second thread could begin.
  static let rowsInOneGo = 400

  /// Numbers that are needed to paint shapes of a width.
  static func room(_ width: Int) -> Int { width + ROW_MARGIN }

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
      guard let dashes = Stroke(dashesOf: points, style: style, clip: area) else { return nil }
      self.init(form: .line(dashes), source: inked.color.premultiplied)
      return
    }
    guard let line = Stroke(points, closed: true, style: style, clip: clip) else { return nil }
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
    case .line(let line): line.area
    }
  }

  /// Paints some rows, counted from the top of its area, and notes in `painted` where.
  func paint(
    _ rows: Range<Int>, on pixels: UnsafeMutablePointer<UInt32>, stride: Int, changes: UnsafeMutablePointer<Float>,
    painted: UnsafeMutablePointer<PaintedRow>
  ) {
    switch form {
    case .ring(let ring):
      ring.paint(rows, source, on: pixels, stride: stride, changes: changes, painted: painted)
    case .line(let line): line.paint(rows, source, on: pixels, stride: stride, painted: painted)
    }
  }

  /// Tells `clock`, if there is one, of what was painted.
  func touch(_ clock: inout TileClock?, _ painted: UnsafeBufferPointer<PaintedRow>) {
    switch form {
    case .ring(let ring): clock?.touch(painted, of: ring.area)
    case .line(let line): line.touch(&clock, painted)
    }
  }
}
