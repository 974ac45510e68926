import LabCore
import LabWords
import Rasterizer

/// The page of a class.
extension Painter {
  mutating func drawHandIns(_ part: HandInsLayout, _ layout: Layout, _ state: LabState) {
    log?.layer = .handIns
    canvas.fill(layout.window, theme.chrome)
    drawHandInsHead(part, state)
    canvas.fill(part.stage, theme.canvas)
    if let question = part.question {
      drawHandInStage(question, part, state)
      drawHandInPanel(question, part, state)
      hairline(
        Rect(x: 0, y: part.stage.maxY, width: layout.window.width, height: metrics.hairline))
      for card in part.cards { drawHandInCard(card, question, part, state) }
    } else {
      drawNoHandIns(part, state)
    }
    let flawed = state.handIns.flawed
    let sentence =
      state.handIns.showsNames && !metrics.isProjector
      ? flawed.first.map { words(.handInDoesNotCount(file: $0.file)) } : nil
    drawPageStrip(layout.strip, .handIn, words(.handIns), ToolHint.handIns, sentence: sentence)
  }

  private mutating func drawHandInsHead(_ part: HandInsLayout, _ state: LabState) {
    let height = part.header.height
    let left = 1.5 * metrics.padding
    text(
      part.title, x: left, centerY: (0.34 * height).rounded(), size: part.titleSize, weight: .bold, theme.ink)
    text(part.caption, x: left, centerY: (0.74 * height).rounded(), size: metrics.caption, theme.ink2)
    drawSegments(part.segments, size: part.size, state)
    for (control, rect, isOn) in [
      (Control.handIns(.names), part.names, state.handIns.showsNames), (.handIns(.close), part.close, false),
    ] {
      guard let rect else { continue }
      plainGround(rect, look(of: control, state.interface), enabled: true, toggled: isOn)
      icon(control.icon, center: rect.center, size: metrics.buttonIcon, isOn ? theme.softInk : theme.ink)
      if state.interface.focused == control { focusRing(rect, corner: metrics.buttonCorner) }
    }
    hairline(Rect(x: 0, y: height - metrics.hairline, width: part.header.width, height: metrics.hairline))
  }

  /// What is waited for.
  private mutating func drawNoHandIns(_ part: HandInsLayout, _ state: LabState) {
    let reading = state.handIns.isRead ? nil : state.handIns.reading
    text(
      words.waiting(state.handIns), x: part.stage.midX, centerY: part.stage.midY.rounded(), size: part.size,
      theme.ink2, align: .center, within: part.stage.width - 2 * metrics.padding)
    guard let reading, reading.total > 0 else { return }
    let bar = part.progress
    canvas.fill(bar, cornerRadius: bar.height / 2, theme.track)
    var filled = bar
    filled.width = max(bar.width * Double(reading.done) / Double(reading.total), bar.height)
    canvas.fill(filled, cornerRadius: bar.height / 2, theme.accent.rest)
  }

  // MARK: - The panel

  private mutating func drawHandInPanel(_ question: HandInQuestion, _ part: HandInsLayout, _ state: LabState) {
    canvas.fill(part.panel, theme.chrome)
    hairline(Rect(x: part.panel.x, y: part.panel.y, width: metrics.hairline, height: part.panel.height))
    let left = part.panel.x + metrics.padding
    let em = Double(part.size)
    text(
      words.scoreTitle(question), x: left, centerY: (part.panel.y + 1.4 * em).rounded(), size: part.size, weight: .bold,
      theme.ink)
    for (index, line) in part.measure.enumerated() {
      text(
        line, x: left, centerY: (part.measureY + (Double(index) + 0.4) * part.lineHeight).rounded(), size: part.size,
        theme.ink2)
    }
    if let plot = part.plot { drawHandInPlot(plot, part) }
    if let mistake = part.mistake {
      hairline(
        Rect(
          x: left, y: (part.mistakeY - 1.1 * em).rounded(), width: part.panel.width - 2 * metrics.padding,
          height: metrics.hairline))
      draw(
        mistake, most: 3, x: left, firstY: part.mistakeY, lineHeight: part.lineHeight, size: part.size)
    }
    if part.rows.isEmpty { return }
    text(
      words(.rightByQuestion), x: left, centerY: part.rowsHeading, size: part.size, weight: .bold, theme.ink)
    for row in part.rows { drawHandInRow(row, part, state) }
  }

  private mutating func drawHandInPlot(_ plot: HandInPlot, _ part: HandInsLayout) {
    let em = Double(part.size)
    for dot in plot.dots { canvas.fill(discAt: dot, radius: plot.radius, theme.ink2) }
    let unit = metrics.unit
    canvas.fill(
      Rect(x: plot.frame.x, y: plot.axisY, width: plot.frame.width, height: metrics.hairline), theme.ink3)
    for (index, tick) in plot.ticks.enumerated() {
      canvas.fill(
        Rect(x: tick.x.rounded(), y: plot.axisY, width: metrics.hairline, height: (4 * unit).rounded()), theme.ink3)
      let align: TextAlign = index == 0 ? .left : index == plot.ticks.count - 1 ? .right : .center
      let x = index == 0 ? plot.frame.x : index == plot.ticks.count - 1 ? plot.frame.maxX : tick.x
      text(tick.text, x: x, centerY: plot.ticksY, size: part.size, theme.ink2, align: align)
    }
    guard let x = plot.medianX else { return }
    canvas.fill(
      Rect(x: (x - unit).rounded(), y: plot.frame.y, width: max(2 * unit, 2), height: plot.axisY - plot.frame.y),
      theme.ink)
    let said = words(.medianOf(value: plot.medianText))
    let width = font.pixels(said, part.size, .bold)
    let isRight = x + 0.6 * em + width > plot.frame.maxX
    text(
      said, x: isRight ? x - 0.6 * em : x + 0.6 * em, centerY: (plot.frame.y + 0.8 * em).rounded(), size: part.size,
      weight: .bold, theme.ink, align: isRight ? .right : .left)
  }

  private mutating func drawHandInRow(_ row: HandInsLayout.Row, _ part: HandInsLayout, _ state: LabState) {
    let control = Control.handIns(.question(row.index))
    let isChosen = state.handIns.place == row.index
    plainGround(row.rect, look(of: control, state.interface), enabled: true, toggled: isChosen)
    let em = Double(part.size)
    let y = row.rect.midY.rounded()
    let said = words.share(row.share)
    let saidWidth = font.pixels(words.share(1), part.size)
    let right = row.rect.maxX - metrics.gap
    let barWidth = (0.24 * row.rect.width).rounded()
    let bar = Rect(
      x: right - saidWidth - metrics.gap - barWidth, y: (row.rect.midY - 0.25 * em).rounded(), width: barWidth,
      height: max((0.5 * em).rounded(), 3))
    let ink = isChosen ? theme.softInk : theme.ink
    text(said, x: right, centerY: y, size: part.size, ink, align: .right)
    canvas.fill(bar, cornerRadius: bar.height / 2, theme.track)
    if row.share > 0 {
      var filled = bar
      filled.width = max(bar.width * row.share, bar.height)
      canvas.fill(filled, cornerRadius: bar.height / 2, isChosen ? theme.accent.rest : theme.ink2)
    }
    let style = TextStyle(size: part.size, weight: isChosen ? .bold : .book)
    let room = bar.x - metrics.gap - row.rect.x - metrics.gap
    text(
      font.truncate(row.label, style, to: room), x: row.rect.x + metrics.gap, centerY: y, size: part.size,
      weight: style.weight, ink)
    if state.interface.focused == control { focusRing(row.rect.inset(by: metrics.unit), corner: metrics.buttonCorner) }
  }
}

extension ToolHint {
  static let handIns: [ToolHint] = [
    .keys([.handIns(.show(.guesses)), .handIns(.show(.truth)), .handIns(.show(.both))], .handInsShows),
    .keys([.handIns(.question(forward: false)), .handIns(.question(forward: true))], .handInsQuestion),
    .keys([.handIns(.names)], .handInsNames), .keys([.dismiss], .backToTheLab),
  ]
}
