import LabCore
import Rasterizer

/// The panel's upper part: a heading with the number of components and a card for each.
public struct ComponentsLayout: Sendable {
  enum Style: Sendable { case twoLines, oneLine, ringAndWeight }

  let headingY: Double
  let countValue: Rect
  let style: Style
  public let cards: [Rect]
  let columnHeadsY: Double?
  /// Right edges of the columns of one-line cards, and where their bar ends.
  let weightRight, pointsRight, barRight: Double
  let showsPoints: Bool
  /// Where the cards end.
  let bottom: Double
  let controls: [(control: Control, rect: Rect)]

  init(_ state: LabState, panel: Rect, metrics m: Metrics, font: any TextSource) {
    let count = state.document.runs.shown.model.componentCount
    let left = panel.x + m.padding
    let right = panel.maxX - m.padding
    let headTop = panel.y + m.panelTop
    headingY = headTop + m.headRow / 2
    let button = (0.9 * m.button).rounded()
    let valueWidth = font.pixels("00", m.value, .bold)
    let buttonTop = headingY - (m.button / 2).rounded()
    let more = Rect(
      x: right + ((button - m.buttonIcon) / 2).rounded() - button - (m.gap / 2).rounded(), y: buttonTop, width: button,
      height: m.button)
    countValue = Rect(x: more.x - valueWidth, y: buttonTop, width: valueWidth, height: m.button)
    let fewer = Rect(x: countValue.x - button, y: buttonTop, width: button, height: m.button)
    // Between the heading and the number: settings and model selection.
    let headingEnd = left + font.pixels("Components", m.body, .bold)
    let pageSize = (0.85 * m.button).rounded()
    var controls: [(Control, Rect)] = [(.fewer, fewer), (.more, more)]
    var x = fewer.x - m.gap - pageSize
    for control in [Control.page(.selection), .page(.options)] where x >= headingEnd + m.gap / 2 {
      controls.append(
        (control, Rect(x: x, y: headingY - (pageSize / 2).rounded(), width: pageSize, height: pageSize)))
      x -= pageSize
    }
    self.controls = controls.sorted { $0.1.x < $1.1.x }

    // Two columns where a single one would leave the chart no room.
    let isLow = m.sizeClass == .projector && panel.height < (478 + 82 * Double(count)) * m.scale
    let twoColumnsFrom = m.sizeClass == .projector ? (isLow ? 2 : 6) : 10
    style =
      m.sizeClass == .regular && count <= 4 ? .twoLines : count >= twoColumnsFrom ? .ringAndWeight : .oneLine
    let cardHeight = (ComponentsLayout.height(style, count: count, m) * m.scale).rounded()
    let gap = (ComponentsLayout.gap(style, count: count, m) * m.scale).rounded()

    var y = headTop + m.headRow
    if style == .oneLine {
      columnHeadsY = (y + (m.sizeClass == .projector ? 0.4 : 0.5) * m.columnHeads).rounded(.down)
      y += m.columnHeads
    } else {
      columnHeadsY = nil
    }
    if m.sizeClass == .regular { y += (2 * m.scale).rounded() }
    // Three, where two would push the run's numbers out of the panel.
    let numbers =
      m.hairlineAfterCards + m.headingAfterHairline + m.captionAfterHeading + m.bigAfterCaption + Double(m.big)
    let inTwo = Double((count + 1) / 2) * (cardHeight + gap)
    let columns = style != .ringAndWeight ? 1 : y + inTwo + numbers <= panel.maxY ? 2 : 3
    let cardWidth = ((right - left - Double(columns - 1) * gap) / Double(columns)).rounded(.down)
    let rows = (count + columns - 1) / columns
    cards = (0..<count).map { index in
      let column = index / max(rows, 1)
      let row = index % max(rows, 1)
      return Rect(
        x: left + Double(column) * (cardWidth + gap), y: y + Double(row) * (cardHeight + gap), width: cardWidth,
        height: cardHeight)
    }
    bottom = y + Double(rows) * (cardHeight + gap) - gap

    let inset = (m.sizeClass == .compact ? 10 : m.sizeClass == .regular ? 12 : 17) * m.scale
    let widestCount = font.pixels(NumberText.decimal(Double(max(state.document.points.count, 10)), digits: 1), m.body)
    showsPoints = !m.isVeryNarrow
    pointsRight = (right - inset).rounded()
    let pointsWidth = max(widestCount, font.pixels("points", m.caption)) + (1.5 * m.gap).rounded()
    weightRight = showsPoints ? pointsRight - pointsWidth : pointsRight
    barRight = weightRight - font.pixels("0.000", m.value, .bold) - (1.25 * m.gap).rounded()
  }

  private static func height(_ style: Style, count: Int, _ m: Metrics) -> Double {
    switch (style, m.sizeClass) {
    case (.twoLines, _): 64
    case (_, .projector): count <= 4 ? 72 : 56
    case (_, .compact): count <= 4 ? 36 : 24
    case (_, .regular): count <= 6 ? 36 : 28
    }
  }

  private static func gap(_ style: Style, count: Int, _ m: Metrics) -> Double {
    switch (style, m.sizeClass) {
    case (.twoLines, _): 8
    case (_, .projector): 10
    case (_, .compact): count <= 4 ? 6 : 3
    case (_, .regular): 4
    }
  }
}
