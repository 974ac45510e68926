import Glibc
import LabCore
import LabWords
import Rasterizer

/// The band of a lesson, its title with a dot for each page, and the highlight.
extension Painter {
  mutating func drawLessonBand(_ part: LessonBandLayout, _ state: LabState) {
    guard let lesson = state.lesson else { return }
    canvas.fill(part.frame, theme.chrome)
    hairline(
      Rect(
        x: part.frame.x, y: part.frame.maxY - metrics.hairline, width: part.frame.width, height: metrics.hairline))
    drawLessonText(part)
    for choice in part.choices { drawChoice(choice, part, lesson, state) }
    if let note = part.note {
      var x = note.x
      for cap in note.caps {
        x += keyCap(
          cap, x: x, centerY: part.rowY, size: max(11, part.noteSize - 1), ground: theme.raised, ink: theme.ink,
          border: theme.line)
        x += metrics.gap
      }
      text(note.text, x: x, centerY: part.rowY, size: part.noteSize, theme.ink2)
    }
    drawPageButtons(part, lesson, state)
  }

  private mutating func drawLessonText(_ part: LessonBandLayout) {
    draw(
      part.text, most: LessonBandLayout.most, x: part.textX, firstY: part.firstLineY, lineHeight: part.lineHeight,
      size: part.textSize)
  }

  /// Lines of text, their phrases on soft ground.
  ///
  /// - Parameters:
  ///   - most: so many lines at most.
  ///   - firstY: the middle of the first line.
  mutating func draw(_ text: LessonLines, most: Int, x: Double, firstY: Double, lineHeight: Double, size: Int) {
    let em = Double(size)
    for (index, line) in text.lines.prefix(most).enumerated() {
      let middle = (firstY + Double(index) * lineHeight).rounded()
      for piece in line where piece.style == .phrase {
        let height = min((1.4 * em).rounded(), lineHeight)
        canvas.fill(
          Rect(
            x: x + piece.x - 0.2 * em, y: (middle - height / 2).rounded(), width: piece.width + 0.4 * em,
            height: height), cornerRadius: 0.28 * em, theme.soft.rest)
      }
      for piece in line {
        self.text(
          piece.text, x: x + piece.x, centerY: middle, size: size, weight: piece.style == .plain ? .book : .bold,
          piece.style == .phrase ? theme.softInk : theme.ink)
      }
    }
  }

  private mutating func drawChoice(
    _ choice: LessonBandLayout.Choice, _ part: LessonBandLayout, _ lesson: LessonState, _ state: LabState
  ) {
    let control = Control.lesson(.answer(choice.index))
    let rect = choice.rect
    let isChosen = lesson.answer?.latest == choice.index
    let isRight = lesson.shown.question?.choices[choice.index].isRight == true
    var ink = theme.ink
    if isChosen, isRight {
      canvas.fill(rect, cornerRadius: metrics.buttonCorner, theme.ink)
      ink = theme.chrome
    } else if isChosen {
      canvas.fill(rect, cornerRadius: metrics.buttonCorner, theme.track)
      dashedEdge(rect.inset(by: metrics.hairline), corner: metrics.buttonCorner, theme.ink3)
      ink = theme.ink2
    } else {
      outlineGround(control, rect, state)
    }
    let capWidth = keyCapWidth(choice.cap, size: part.keySize)
    let x = rect.x + part.pad
    if isChosen, isRight {
      icon(.check, center: Point(x + capWidth / 2, rect.midY), size: Double(part.labelSize) * 1.2, ink)
    } else {
      keyCap(
        choice.cap, x: x, centerY: part.rowY, size: part.keySize, ground: theme.raised, ink: theme.ink,
        border: theme.line)
    }
    text(
      choice.label, x: x + capWidth + metrics.gap, centerY: part.rowY, size: part.labelSize,
      weight: isChosen && !isRight ? .book : .bold, ink)
    if state.interface.focused == control { focusRing(rect, corner: metrics.buttonCorner) }
  }

  private mutating func dashedEdge(_ rect: Rect, corner: Double, _ color: Color) {
    let corners = [
      (Point(rect.maxX - corner, rect.y + corner), -0.5), (Point(rect.maxX - corner, rect.maxY - corner), 0),
      (Point(rect.x + corner, rect.maxY - corner), 0.5), (Point(rect.x + corner, rect.y + corner), 1),
    ]
    let edge = corners.flatMap { center, start in
      (0...4).map { step in
        let angle = (start + Double(step) / 8) * Double.pi
        return Point(center.x + corner * cos(angle), center.y + corner * sin(angle))
      }
    }
    let dash = 4 * metrics.unit
    canvas.stroke(
      polyline: edge, closed: true,
      style: StrokeStyle(width: 1.25 * metrics.unit, dash: [dash, dash], cap: .butt), color)
  }

  private mutating func drawPageButtons(_ part: LessonBandLayout, _ lesson: LessonState, _ state: LabState) {
    for (control, rect, symbol) in [
      (Control.lesson(.restartPage), part.restart, Icon.undo), (.lesson(.leave), part.close, .close),
    ] {
      plainGround(rect, look(of: control, state.interface), enabled: true)
      icon(symbol, center: rect.center, size: metrics.buttonIcon, theme.ink2)
      if state.interface.focused == control { focusRing(rect, corner: metrics.buttonCorner) }
    }
    let back = Control.lesson(.back)
    let canGoBack = state.isEnabled(back)
    plainGround(part.back, look(of: back, state.interface), enabled: canGoBack)
    let backInk = canGoBack ? theme.ink : theme.off
    if part.showsBackLabel {
      icon(
        .back, center: Point(part.back.x + part.pad + metrics.buttonIcon / 2, part.back.midY),
        size: (0.9 * metrics.buttonIcon).rounded(), backInk)
      text(
        words(.lessonBack), x: part.back.maxX - part.pad, centerY: part.rowY, size: metrics.body, backInk,
        align: .right)
    } else {
      icon(.back, center: part.back.center, size: metrics.buttonIcon, backInk)
    }
    if state.interface.focused == back { focusRing(part.back, corner: metrics.buttonCorner) }
    if let rect = part.handIn { drawHandInButton(rect, part, state) }
    let next = Control.lesson(.next)
    let isTime = lesson.isTimeToGoOn
    if isTime {
      canvas.fill(part.next, cornerRadius: metrics.buttonCorner, theme.soft.color(look(of: next, state.interface)))
      canvas.stroke(
        part.next.inset(by: metrics.hairline / 2), cornerRadius: metrics.buttonCorner, width: metrics.hairline,
        theme.softLine)
    } else {
      outlineGround(next, part.next, state)
    }
    text(
      words(lesson.isLast ? .lessonDone : .lessonNext), x: part.next.x + 1.3 * part.pad, centerY: part.rowY,
      size: metrics.body, isTime ? theme.softInk : theme.ink)
    icon(
      lesson.isLast ? .check : .next,
      center: Point(part.next.maxX - 1.3 * part.pad - 0.4 * metrics.buttonIcon, part.next.midY),
      size: (0.9 * metrics.buttonIcon).rounded(), isTime ? theme.accent.rest : theme.ink)
    if state.interface.focused == next { focusRing(part.next, corner: metrics.buttonCorner) }
  }

  private mutating func drawHandInButton(_ rect: Rect, _ part: LessonBandLayout, _ state: LabState) {
    let control = Control.lesson(.handIn)
    outlineGround(control, rect, state)
    icon(
      .handIn, center: Point(rect.x + 1.3 * part.pad + 0.4 * metrics.buttonIcon, rect.midY),
      size: (0.9 * metrics.buttonIcon).rounded(), theme.ink)
    text(
      words(.handIn), x: rect.maxX - 1.3 * part.pad, centerY: part.rowY, size: metrics.body, theme.ink, align: .right)
    if state.interface.focused == control { focusRing(rect, corner: metrics.buttonCorner) }
  }

  // MARK: - Highlight

  /// A line around what the page points at. It breathes once as the page comes on show.
  mutating func drawHighlight(_ layout: Layout, _ state: LabState) {
    guard layout.band != nil || layout.record != nil, state.interface.overlay == nil,
      let target = state.lesson?.shown.highlight ?? state.recording?.shown.highlight,
      let rect = layout.place(of: target)
    else { return }
    let unit = metrics.unit
    let gap = (metrics.gap / 2).rounded()
    // Along the edges of the window it stays inside.
    let outer = rect.inset(by: -gap).intersection(layout.window.inset(by: 2 * unit))
    let breath = sin((state.lesson?.breath(at: state.now) ?? 0) * Double.pi)
    let width = (4 + 6 * breath) * unit
    canvas.stroke(
      outer.inset(by: -width / 2), cornerRadius: metrics.cardCorner + gap, width: width,
      theme.softLine.opacity(0.5 + 0.4 * breath))
    canvas.stroke(outer, cornerRadius: metrics.cardCorner + gap, width: 1.5 * unit, theme.accent.rest)
  }
}

extension Layout {
  /// Where what a page points at is on the screen; nil where it is not.
  func place(of target: LessonTarget) -> Rect? {
    switch target {
    case .card(let letter):
      return components.letters.firstIndex(of: letter).flatMap {
        components.cards.indices.contains($0) && !coversComponents ? components.cards[$0] : nil
      }
    case .part(let part): return controls.first { $0.control.lessonPart == part }?.rect
    case .area(.canvas): return stage.inset(by: 2 * metrics.gap)
    case .area(.panel): return panel.inset(by: metrics.gap)
    case .area(.cards):
      guard let first = components.cards.first, !coversComponents else { return nil }
      return components.cards.dropFirst().reduce(first) { $0.union($1) }
    case .area(.chart): return activeChart.showsPlot && page == nil && guess == nil ? activeChart.plot : nil
    case .area(.numbers):
      guard page == nil, guess == nil, largeChart == nil else { return nil }
      let top = chart.headingY + Double(metrics.body)
      return Rect(
        x: panel.x + metrics.padding, y: top, width: panel.width - 2 * metrics.padding,
        height: max(chart.bigY + Double(metrics.big) - top, 1))
    }
  }
}
