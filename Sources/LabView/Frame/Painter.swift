import LabCore
import LabWords
import Rasterizer

/// A canvas together with what every part of the window needs to draw itself: colors, lengths, words and a font.
struct Painter {
  var canvas: Canvas
  let theme: Theme
  let opposite: Theme
  let metrics: Metrics
  let words: Words
  let font: any TextSource
  let log: TextLog?
  /// Whether points have a shape by their owner.
  let shapesPoints: Bool

  init(
    _ canvas: Canvas, _ interface: Interface, metrics: Metrics, words: Words = .english, font: any TextSource,
    log: TextLog? = nil
  ) {
    self.canvas = canvas
    theme = Theme.of(interface)
    opposite = theme.opposite(interface)
    self.metrics = metrics
    self.words = words
    self.log = log
    shapesPoints = interface.shapesPoints
    self.font = font
  }

  /// A part of the window that is drawn for itself.
  struct Part {
    let area: Rect
    let draw: @Sendable (inout Painter) -> Void

    /// - Parameter draw: called with a painter that cannot leave the area; another thread may do so.
    init(_ area: Rect, draw: @escaping @Sendable (inout Painter) -> Void) {
      self.area = area
      self.draw = draw
    }
  }

  /// Draws parts of the window, as `Canvas.drawParts` does.
  mutating func draw(_ parts: [Part], beside others: [Part], inTurn: Bool) {
    var own = self
    own.canvas = Canvas(width: 0, height: 0)
    // Texts are noted in turn only.
    nonisolated(unsafe) let look = own
    func part(_ part: Part) -> CanvasPart {
      CanvasPart(part.area) { canvas in
        var painter = look
        swap(&painter.canvas, &canvas)
        part.draw(&painter)
        swap(&painter.canvas, &canvas)
      }
    }
    canvas.drawParts(parts.map(part), beside: others.map(part), inTurn: inTurn)
  }

  /// A line of text with its capitals centered on `centerY`. Returns its width.
  @discardableResult
  mutating func text(
    _ text: String, x: Double, centerY: Double, size: Int, weight: FontWeight = .book, _ color: Color,
    align: TextAlign = .left
  ) -> Double {
    let style = TextStyle(size: size, weight: weight)
    let baseline = Metrics.baseline(centerY: centerY, size: size)
    canvas.draw(text: text, at: Point(x, baseline), align: align, style: style, color: color, font: font)
    let width = font.width(of: text, style)
    if let log {
      let left =
        switch align {
        case .left: x
        case .center: x - width / 2
        case .right: x - width
        }
      log.note(text, left: left, baseline: baseline, width: width, size: size)
    }
    return width
  }

  /// The same where there is only so much room: smaller, and then with "…" for what is left out. Returns its width.
  @discardableResult
  mutating func text(
    _ text: String, x: Double, centerY: Double, size: Int, weight: FontWeight = .book, _ color: Color,
    align: TextAlign = .left, within room: Double
  ) -> Double {
    let size = font.size(text, fitting: room, upTo: size, least: min(size, 11), weight)
    let kept = font.truncate(text, TextStyle(size: size, weight: weight), to: max(room, 0))
    return self.text(kept, x: x, centerY: centerY, size: size, weight: weight, color, align: align)
  }

  /// An icon of `size` pixels centered in `rect`, or around `center`.
  mutating func icon(_ icon: Icon, center: Point, size: Double, _ color: Color) {
    let unit = size / 24
    let width = max(1.5 * min(metrics.scale, 1), 1.75 * size / 24)
    func place(_ p: Point) -> Point { Point(center.x + (p.x - 12) * unit, center.y + (p.y - 12) * unit) }
    for part in icon.parts {
      switch part {
      case .line(let points, let closed):
        canvas.stroke(polyline: points.map(place), closed: closed, style: StrokeStyle(width: width), color)
      case .fill(let points):
        canvas.fill(polygon: points.map(place), color)
        canvas.stroke(polyline: points.map(place), closed: true, style: StrokeStyle(width: 0.6 * width), color)
      case .ring(let middle, let radius):
        canvas.stroke(ringAt: place(middle), radius: radius * unit, width: width, color)
      case .disc(let middle, let radius):
        canvas.fill(discAt: place(middle), radius: radius * unit, color)
      case .arc(let middle, let radius, let from, let to):
        canvas.stroke(
          arcAt: place(middle), radius: radius * unit, from: from * .pi / 180, to: to * .pi / 180, width: width, color)
      }
    }
  }

  /// A component's marker: ring or square in its color around its letter.
  mutating func marker(
    _ letter: Int, center: Point, radius: Double, theme: Theme, ground: Color, ink: Color, ringWidth: Double = 0.2,
    halo: Color? = nil, opacity: Double = 1
  ) {
    let color = theme.component(letter).opacity(opacity)
    let width = ringWidth * radius
    if theme.isSquare(letter) {
      let side = 1.84 * radius
      func square(_ side: Double) -> Rect {
        Rect(x: center.x - side / 2, y: center.y - side / 2, width: side, height: side)
      }
      if let halo {
        canvas.fill(square(side + 0.68 * radius), cornerRadius: 0.5 * radius, halo)
      }
      canvas.fill(square(side), cornerRadius: 0.28 * radius, ground)
      canvas.stroke(square(side), cornerRadius: 0.28 * radius, width: width, color)
    } else {
      if let halo { canvas.fill(discAt: center, radius: 1.34 * radius, halo) }
      canvas.fill(discAt: center, radius: radius, ground)
      canvas.stroke(ringAt: center, radius: radius, width: width, color)
    }
    if shapesPoints {
      // Where a clock's hand stands at half past four: beside the letter, and on the ring.
      let place = Point(center.x + 0.86 * radius, center.y + 0.86 * radius)
      let shape = OwnerShapes.shape(letter)
      canvas.fill(shape, at: place, radius: 0.52 * radius, ground)
      canvas.fill(shape, at: place, radius: 0.36 * radius, color)
    }
    let name = ComponentName.letter(letter)
    let size = Int((1.08 * radius * (name.count > 1 ? 0.75 : 1)).rounded())
    text(name, x: center.x, centerY: center.y, size: size, weight: .bold, ink, align: .center)
  }

  /// A horizontal or vertical hairline.
  mutating func hairline(_ rect: Rect) { canvas.fill(rect, theme.line) }

  /// What stands on the window: a card, a list, a chip.
  ///
  /// - Parameter edge: its hairline; that of rest where nil.
  mutating func raised(_ rect: Rect, corner: Double, edge: Color? = nil) {
    canvas.fill(rect, cornerRadius: corner, theme.raised)
    canvas.stroke(
      rect.inset(by: metrics.hairline / 2), cornerRadius: corner, width: metrics.hairline, edge ?? theme.line)
  }

  /// How a control looks now.
  func look(of control: Control, _ interface: Interface) -> Look {
    if interface.pressed == control { return interface.hovered == control ? .pressed : .rest }
    if interface.pressed == nil, interface.hovered == control { return .hovered }
    return .rest
  }

  enum Look { case rest, hovered, pressed }

  /// The ground of a plain button, and a ring around it when the keyboard is on it.
  mutating func plainGround(_ rect: Rect, _ look: Look, enabled: Bool, toggled: Bool = false) {
    let color: Color? =
      if toggled {
        theme.soft.color(look)
      } else if enabled {
        switch look {
        case .rest: nil
        case .hovered: theme.hover
        case .pressed: theme.press
        }
      } else {
        nil
      }
    if let color { canvas.fill(rect, cornerRadius: metrics.buttonCorner, color) }
  }

  /// The ring around the control that the keyboard is on.
  mutating func focusRing(_ rect: Rect, corner: Double) {
    let unit = metrics.scale
    canvas.stroke(
      rect.inset(by: -3 * unit), cornerRadius: corner + 3 * unit, width: 2 * unit, theme.accent.rest)
  }

  /// A key cap with its left edge at `x`. Returns its width.
  @discardableResult
  mutating func keyCap(
    _ key: String, x: Double, centerY: Double, size: Int, ground: Color, ink: Color, border: Color? = nil
  ) -> Double {
    let width = max(font.pixels(key, size) + (0.9 * Double(size)).rounded(), (1.5 * Double(size)).rounded())
    let height = (1.6 * Double(size)).rounded()
    let rect = Rect(x: x.rounded(), y: (centerY - height / 2).rounded(), width: width, height: height)
    canvas.fill(rect, cornerRadius: metrics.keyCorner, ground)
    if let border {
      canvas.stroke(rect.inset(by: 0.5), cornerRadius: metrics.keyCorner, width: metrics.hairline, border)
    }
    text(key, x: rect.midX, centerY: centerY, size: size, ink, align: .center)
    return width
  }

  func keyCapWidth(_ key: String, size: Int) -> Double { font.keyCapWidth(key, size: size) }
}
