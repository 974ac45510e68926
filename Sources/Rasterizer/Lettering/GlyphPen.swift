/// Draws glyphs at one size and weight. Baseline, x-height, capital height and horizontal strokes are moved to whole
/// pixel rows, which keeps small text sharp; columns are left alone, which keeps its spacing even.
struct GlyphPen {
  /// Pixels per hundredth of an em.
  private let scale: Double
  private let half: Double
  private let dotHalf: Double
  private let isBold: Bool
  private let size: Int

  init(_ style: TextStyle) {
    size = min(max(style.size, 6), 512)
    scale = Double(size) / 100
    isBold = style.weight == .bold
    half = max((isBold ? 14.5 : 9.6) * scale, isBold ? 1.3 : 0.8) / 2
    dotHalf = half * (isBold ? 1.1 : 1.15)
  }

  /// Bold letters and digits are a little wider; signs are not.
  func advance(of character: Character) -> Double {
    Glyph.advance(of: character) * scale * widening(character)
  }

  private func widening(_ character: Character) -> Double {
    isBold && (character.isLetter || character.isNumber) ? 1.07 : 1
  }

  /// The glyph with the pen at column `phase` (0 … 1) of the first pixel.
  func draw(_ character: Character, phase: Double) -> TextMask {
    let advance = advance(of: character)
    let blank = TextMask(mask: .empty, originX: 0, baseline: 0, advance: advance)
    guard character != " ", character != "\u{A0}", !Glyph.isMark(character) else { return blank }
    let glyph = Glyph.all[character] ?? .unknown
    let rows = Rows(glyph: glyph, scale: scale, half: half)
    let columns = Columns(
      left: glyph.left, right: glyph.right, scale: scale * widening(character), half: half, phase: phase)
    var runs: [(points: [Point], half: Double)] = []
    for stroke in glyph.strokes {
      guard let first = stroke.first else { continue }
      if first.move == .dot {
        let y = rows.place(first.to.y, inset: dotHalf)
        runs.append(([Point(columns.place(first.to.x), y)], dotHalf))
        continue
      }
      var points = [Point(columns.place(first.to.x), rows.place(first.to.y, inset: half))]
      for (move, to) in stroke.dropFirst() {
        let from = points[points.count - 1]
        move.follow(from: from, to: Point(columns.place(to.x), rows.place(to.y, inset: half))) { points.append($0) }
      }
      runs.append((points, half))
    }
    let reach = 4 * size
    let page = PixelRect(left: -reach, top: -reach, right: reach, bottom: reach)
    let all = runs.flatMap(\.points)
    guard var stroke = Stroke(all, width: 2 * max(half, dotHalf), clip: page) else { return blank }
    for run in runs { stroke.add(run.points, cap: .round, half: run.half) }
    return TextMask(
      mask: stroke.mask, originX: stroke.area.left, baseline: -stroke.area.top, advance: advance)
  }
}

/// Columns of the middle of the pen for columns of the edge of the ink.
private struct Columns {
  let left: Double
  let right: Double
  let scale: Double
  let half: Double
  let phase: Double

  func place(_ x: Double) -> Double {
    let width = (right - left) * scale
    guard width > 2 * half else { return phase + x * scale }
    return phase + left * scale + half + (x - left) * scale * (width - 2 * half) / width
  }
}

/// Rows (downwards from the baseline) of the middle of the pen for heights of the edge of the ink.
private struct Rows {
  /// Heights of the font and the rows they are moved to, upwards.
  private let knots: [(height: Double, row: Double)]
  private let scale: Double
  /// Heights of horizontal strokes, which are moved to whole rows.
  private let level: Set<Double>

  init(glyph: Glyph, scale: Double, half: Double) {
    self.scale = scale
    let heights =
      glyph.isLowercase
      ? [GlyphTable.descender, 0, GlyphTable.xHeight, GlyphTable.ascender] : [0, GlyphTable.capHeight]
    var knots = heights.map { (height: $0, row: ($0 * scale).rounded()) }
    // A row of paper stays between the i and its dot.
    if glyph.isLowercase { knots[3].row = max(knots[3].row, knots[2].row + (2 * half).rounded() + 1) }
    self.knots = knots
    var level: Set<Double> = []
    for stroke in glyph.strokes {
      for (from, to) in zip(stroke, stroke.dropFirst()) where to.move == .line && from.to.y == to.to.y {
        level.insert(to.to.y)
      }
    }
    self.level = level
  }

  func place(_ height: Double, inset: Double) -> Double {
    // The pen's middle lies above its lower edge at the bottom of the glyph and below its upper edge at the top.
    func middle(_ knot: (height: Double, row: Double)) -> Double { knot.row + (knot.height > 0 ? -inset : inset) }
    let bottom = knots[0]
    let top = knots[knots.count - 1]
    guard height >= bottom.height else { return -(middle(bottom) + (height - bottom.height) * scale) }
    guard height < top.height else { return -(middle(top) + (height - top.height) * scale) }
    let above = knots.firstIndex { $0.height > height } ?? 1
    let (low, high) = (knots[above - 1], knots[above])
    let share = (height - low.height) / (high.height - low.height)
    let up = middle(low) + share * (middle(high) - middle(low))
    guard level.contains(height), share > 0 else { return -up }
    let edge = max(inset, 0.5)
    return -((up - edge).rounded() + edge)
  }
}

extension Glyph.Move {
  /// Points along the way, without the first.
  func follow(from p: Point, to q: Point, _ emit: (Point) -> Void) {
    let dx = q.x - p.x
    let dy = q.y - p.y
    // A little squarer than a circle's 0.552, as letters are.
    let k = 0.6
    switch self {
    case .line, .dot: emit(q)
    case .quarterFromHorizontal: cubic(p, Point(p.x + k * dx, p.y), Point(q.x, q.y - k * dy), q, emit)
    case .quarterFromVertical: cubic(p, Point(p.x, p.y + k * dy), Point(q.x - k * dx, q.y), q, emit)
    case .doubleBendVertical: cubic(p, Point(p.x, p.y + 0.65 * dy), Point(q.x, q.y - 0.65 * dy), q, emit)
    case .doubleBendHorizontal: cubic(p, Point(p.x + 0.5 * dx, p.y), Point(q.x - 0.5 * dx, q.y), q, emit)
    case .arriveHorizontally: cubic(p, p, Point(q.x - 0.6 * dx, q.y), q, emit)
    case .arriveVertically: cubic(p, p, Point(q.x, q.y - 0.6 * dy), q, emit)
    case .leaveHorizontally: cubic(p, Point(p.x + 0.6 * dx, p.y), q, q, emit)
    case .leaveVertically: cubic(p, Point(p.x, p.y + 0.6 * dy), q, q, emit)
    }
  }

  /// A cubic Bézier curve.
  private func cubic(_ a: Point, _ b: Point, _ c: Point, _ d: Point, _ emit: (Point) -> Void) {
    let length = abs(d.x - a.x) + abs(d.y - a.y)
    let steps = Int(clamping: 3 + (length * 3).squareRoot(), to: 4, 64)
    for i in 1...steps {
      let t = Double(i) / Double(steps)
      let s = 1 - t
      let (wa, wb, wc, wd) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
      emit(Point(wa * a.x + wb * b.x + wc * c.x + wd * d.x, wa * a.y + wb * b.y + wc * c.y + wd * d.y))
    }
  }
}
