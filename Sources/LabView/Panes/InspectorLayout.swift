import LabCore
import LabWords
import Rasterizer

/// Where the arithmetic of a point is shown: on the canvas, beside the point, with every component. The more there are
/// and the smaller the canvas, the closer the rows; at last only letters and shares, in two columns.
struct InspectorLayout {
  enum Style: CaseIterable {
    case roomy, close, sharesOnly, sharesClose

    var isArithmetic: Bool { self == .roomy || self == .close }
    /// The height of a row, the room around all, the radius of a ring and the space between columns, in em.
    fileprivate var measures: (row: Double, pad: Double, ring: Double, gap: Double) {
      switch self {
      case .roomy: (2.18, 1.1, 0.73, 1.3)
      case .close: (1.6, 0.7, 0.66, 0.8)
      case .sharesOnly: (1.75, 0.7, 0.66, 0.8)
      case .sharesClose: (1.3, 0.6, 0.58, 0.8)
      }
    }
  }

  let frame: Rect
  let style: Style
  let pad, row: Double
  /// Right edges of weight, density, product and share; for shares only, of the shares in their columns.
  let columns: [Double]
  let ringRadius: Double
  let rowsPerColumn: Int
  /// The point in every column of the model, below its number.
  let values: [String]

  /// The one on the canvas, if a point is inspected there.
  init?(_ state: LabState, _ layout: Layout, font: any TextSource) {
    guard let inspection = Inspection(state, layout) else { return nil }
    let at = layout.transform.pixel(inspection.position)
    self.init(inspection, state.words, at: at, canvas: layout.canvas, metrics: layout.metrics, font: font)
  }

  init(
    _ inspection: Inspection, _ words: Words, at point: Point, canvas: Rect, metrics m: Metrics, font: any TextSource
  ) {
    let size = m.caption
    let em = Double(size)
    let hole = Rect(x: point.x - 1.4 * em, y: point.y - 1.4 * em, width: 2.8 * em, height: 2.8 * em)
    let heads = [words(.weight), words(.timesDensity), words(.product), words(.owned)].map { font.pixels($0, size) }
    func widest(_ values: [Double], _ text: (Double) -> String) -> Double {
      values.map { font.pixels(text($0), size) }.max() ?? 0
    }
    let share = font.pixels(NumberText.widestWeight, size, .bold)
    let widths = [
      max(heads[0], share), max(heads[1], widest(inspection.rows.map(\.density), NumberText.density)),
      max(heads[2], widest(inspection.rows.map(\.product) + [inspection.sum], NumberText.density)),
      max(heads[3], share),
    ]
    let title =
      font.pixels(words(.pointNumber(number: inspection.index + 1)), size, .bold)
      + font.pixels(inspection.positionText, size) + 2 * em
    // The arithmetic has most of the room.
    let mostLines = max(1, Int(0.3 * canvas.height / InspectorLayout.valueLine(size)))
    var best: (layout: InspectorLayout, overlap: Double)?
    for style in Style.allCases {
      let row = (style.measures.row * em).rounded()
      let pad = (style.measures.pad * em).rounded()
      let ring = (style.measures.ring * em).rounded()
      let gap = (style.measures.gap * em).rounded()
      let count = inspection.rows.count
      let perColumn = style.isArithmetic ? count : (count + 1) / 2
      let content =
        style.isArithmetic
        ? 2 * ring + widths.reduce(0, +) + 4 * gap : 2 * (2 * ring + 0.5 * em + share) + 1.5 * em
      let inner = max(content, title).rounded(.up)
      let values = InspectorLayout.lines(inspection.values, to: inner, words, most: mostLines, size: size, font)
      let width = inner + 2 * pad
      let height =
        2 * pad + row * Double(perColumn + (style.isArithmetic ? 3 : 1)) + InspectorLayout.valueLine(size)
        * Double(values.count)
      let (frame, overlap) = InspectorLayout.place(width: width, height: height, beside: hole, in: canvas, gap: em)
      let right = frame.maxX - pad
      let columns: [Double]
      if style.isArithmetic {
        var x = right
        columns = widths.reversed().map { width in
          defer { x -= width + gap }
          return x.rounded()
        }.reversed()
      } else {
        columns = [(frame.midX - 0.5 * em).rounded(), right]
      }
      let layout = InspectorLayout(
        frame: frame, style: style, pad: pad, row: row, columns: columns, ringRadius: ring, rowsPerColumn: perColumn,
        values: values)
      if best.map({ overlap < $0.overlap }) ?? true { best = (layout, overlap) }
      if overlap == 0 { break }
    }
    self =
      best?.layout
      ?? InspectorLayout(
        frame: canvas, style: .sharesClose, pad: 0, row: em, columns: [canvas.maxX], ringRadius: em, rowsPerColumn: 1,
        values: [])
  }

  private init(
    frame: Rect, style: Style, pad: Double, row: Double, columns: [Double], ringRadius: Double, rowsPerColumn: Int,
    values: [String]
  ) {
    self.values = values
    self.frame = frame
    self.style = style
    self.pad = pad
    self.row = row
    self.columns = columns
    self.ringRadius = ringRadius
    self.rowsPerColumn = rowsPerColumn
  }

  /// The height of a line of values.
  static func valueLine(_ size: Int) -> Double { (1.5 * Double(size)).rounded() }

  /// Names and values in as few lines as they fit into; of more than `most` lines, how many values are left.
  private static func lines(
    _ values: [(name: String, value: String)], to width: Double, _ words: Words, most: Int, size: Int,
    _ font: any TextSource
  ) -> [String] {
    let style = TextStyle(size: size, weight: .book)
    var lines: [String] = []
    for (index, entry) in values.enumerated() {
      let text = entry.name + " " + entry.value
      if let last = lines.last, font.width(of: last + " · " + text, style) <= width {
        lines[lines.count - 1] = last + " · " + text
      } else if lines.count + 1 == most, index + 1 < values.count {
        return lines + [words(.andMore(count: values.count - index))]
      } else {
        lines.append(font.truncate(text, style, to: width))
      }
    }
    return lines
  }

  /// Right, left, below or above of `hole`, within the canvas, and how much it would still cover or lack.
  private static func place(width: Double, height: Double, beside hole: Rect, in canvas: Rect, gap: Double) -> (
    Rect, Double
  ) {
    let room = canvas.inset(by: gap / 2)
    func clamped(_ x: Double, _ y: Double) -> Rect {
      Rect(
        x: max(room.minX, min(x, room.maxX - width)).rounded(), y: max(room.minY, min(y, room.maxY - height)).rounded(),
        width: width, height: height)
    }
    let centered = (x: hole.midX - width / 2, y: hole.midY - height / 2)
    let places = [
      clamped(hole.maxX, centered.y), clamped(hole.minX - width, centered.y), clamped(centered.x, hole.maxY),
      clamped(centered.x, hole.minY - height),
    ]
    let lacking = max(width - room.width, 0) * height + max(height - room.height, 0) * width
    func cost(_ place: Rect) -> Double {
      let shared = place.intersection(hole)
      return lacking + (shared.isEmpty ? 0 : shared.width * shared.height)
    }
    let best = places.min { cost($0) < cost($1) } ?? places[0]
    return (best, cost(best))
  }
}
