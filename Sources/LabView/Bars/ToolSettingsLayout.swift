import LabCore
import LabWords
import Rasterizer

/// What there is to set about the tool in hand, beside it: the stamps to choose from, and numbers to make less or more.
struct ToolSettingsLayout: Sendable {
  struct Row: Sendable {
    let label: Label
    let value: String
    let less, more: ToolSetting
    let rect, lessRect, moreRect: Rect
    var valueX: Double { (lessRect.maxX + moreRect.minX) / 2 }
  }

  let frame: Rect
  let shapes: [(shape: StampShape, rect: Rect)]
  let rows: [Row]
  let pad: Double

  init?(_ state: LabState, tools: RailLayout, canvas: Rect, metrics m: Metrics, font: any TextSource) {
    guard state.interface.showsToolSettings, state.tool.hasSettings else { return nil }
    let words = state.words
    let contents = ToolSettingsLayout.contents(state)
    let choices = state.tool == .stamp ? StampShape.allCases : []
    let pad = m.gap
    self.pad = pad
    let button = (0.85 * m.button).rounded()
    let labelWidth = contents.map { font.pixels(words($0.label), m.caption) }.max() ?? 0
    let valueWidth = font.pixels("1000", m.body, .bold) + m.gap
    let cell = max((63 * m.unit * (m.isProjector ? 0.9 : 1)).rounded(), ToolSettingsLayout.widest(words, font, m))
    let rowWidth = pad + labelWidth + 2 * m.gap + 2 * button + valueWidth
    let width = max(rowWidth, cell * Double(choices.count)) + 2 * pad
    let head = choices.isEmpty ? 0 : m.buttonIcon + (2.6 * Double(m.caption)).rounded()
    let height = head + button * Double(contents.count) + 2 * pad
    let anchor = tools.controls.first { $0.control == .tool(state.tool) }?.rect
    let wanted = (anchor?.midY ?? canvas.y) - (head > 0 ? head / 2 + pad : height / 2)
    let frame = Rect(
      x: canvas.x + m.gap, y: max(canvas.y + m.gap, min(wanted, canvas.maxY - height - m.gap)).rounded(), width: width,
      height: height)
    let share = (width - 2 * pad) / Double(max(choices.count, 1))
    shapes = choices.enumerated().map { index, shape in
      let left = (frame.x + pad + Double(index) * share).rounded()
      let right = (frame.x + pad + Double(index + 1) * share).rounded()
      return (shape, Rect(x: left, y: frame.y + pad, width: right - left, height: head))
    }
    rows = contents.enumerated().map { index, content in
      let y = frame.y + pad + head + Double(index) * button
      let more = Rect(x: frame.maxX - pad - button, y: y, width: button, height: button)
      let less = Rect(x: more.x - valueWidth - button, y: y, width: button, height: button)
      return Row(
        label: content.label, value: content.value, less: content.less, more: content.more,
        rect: Rect(x: frame.x, y: y, width: width, height: button), lessRect: less, moreRect: more)
    }
    self.frame = frame
  }

  private static func widest(_ words: Words, _ font: any TextSource, _ m: Metrics) -> Double {
    (StampShape.allCases.map { font.pixels(words.name($0), m.caption, .bold) }.max() ?? 0) + m.gap
  }

  private typealias Content = (label: Label, value: String, less: ToolSetting, more: ToolSetting)

  private static func contents(_ state: LabState) -> [Content] {
    switch state.tool {
    case .brush:
      return [
        (.spread, NumberText.decimal(state.brushRadius, digits: 0), .smallerBrush, .largerBrush),
        (.rate, NumberText.decimal(state.tools.pointsPerSecond, digits: 0), .lowerRate, .higherRate),
      ]
    case .stamp:
      return [
        (.stampPoints, String(state.tools.count), .fewerPoints, .morePoints),
        (.stampWidth, NumberText.decimal(state.tools.width, digits: 2), .narrower, .wider),
      ]
    case .eraser, .select, .means, .hand, .inspect: return []
    }
  }

  var controls: [(control: Control, rect: Rect)] {
    shapes.map { (.stampShape($0.shape), $0.rect) }
      + rows.flatMap { row -> [(control: Control, rect: Rect)] in
        [(.toolSetting(row.less), row.lessRect), (.toolSetting(row.more), row.moreRect)]
      }
  }

  /// What its words say.
  func explanation(at point: Point) -> Explanation {
    rows.first { $0.rect.contains(point) }?.more.explanation ?? .stampShape
  }
}

extension Painter {
  mutating func drawToolSettings(_ part: ToolSettingsLayout, _ state: LabState) {
    log?.layer = .settings
    raised(part.frame, corner: metrics.cardCorner)
    for (shape, rect) in part.shapes {
      let control = Control.stampShape(shape)
      let isChosen = shape == state.tools.shape
      plainGround(rect, look(of: control, state.interface), enabled: true, toggled: isChosen)
      let color = isChosen ? theme.softInk : theme.ink2
      icon(
        shape.icon, center: Point(rect.midX, rect.y + 0.36 * rect.height), size: metrics.buttonIcon, color)
      text(
        words.name(shape), x: rect.midX, centerY: (rect.y + 0.77 * rect.height).rounded(), size: metrics.caption,
        weight: isChosen ? .bold : .book, color, align: .center)
      if state.interface.focused == control {
        focusRing(rect.inset(by: 3 * metrics.scale), corner: metrics.keyCorner)
      }
    }
    for row in part.rows {
      let middle = row.rect.midY.rounded()
      text(words(row.label), x: row.rect.x + 1.5 * part.pad, centerY: middle, size: metrics.caption, theme.ink2)
      text(
        row.value, x: row.valueX, centerY: middle, size: metrics.body, weight: .bold, theme.ink, align: .center)
      for (setting, rect) in [(row.less, row.lessRect), (row.more, row.moreRect)] {
        let control = Control.toolSetting(setting)
        let enabled = state.isEnabled(control)
        plainGround(rect, look(of: control, state.interface), enabled: enabled)
        icon(
          control.icon, center: rect.center, size: (0.8 * metrics.buttonIcon).rounded(),
          enabled ? theme.ink2 : theme.off)
        if state.interface.focused == control {
          focusRing(rect.inset(by: 4 * metrics.scale), corner: metrics.keyCorner)
        }
      }
    }
  }
}
