import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// The panel's upper part: how much of the mixture each component is.
extension Painter {
  mutating func drawComponents(_ layout: Layout, _ state: LabState) {
    let part = layout.components
    let count = state.document.runs.shown.model.componentCount
    let left = layout.panel.x + metrics.padding
    if part.showsHeading {
      let end = part.controls.map(\.rect.x).filter { $0 > left }.min() ?? layout.panel.maxX - metrics.padding
      text(
        words(.components), x: left, centerY: part.headingY, size: metrics.body, weight: .bold, theme.ink,
        within: end - left)
    }
    if state.document.guess == nil, state.isThere(.more) {
      text(
        String(count), x: part.countValue.midX, centerY: part.headingY, size: metrics.value, weight: .bold, theme.ink,
        align: .center)
    }
    for (control, rect) in part.controls {
      if let chip = part.chip, control == .page(.options) {
        drawChip(chip, state)
        continue
      }
      let enabled = state.isEnabled(control)
      let toggled = control == .page(state.interface.page)
      plainGround(rect, look(of: control, state.interface), enabled: enabled, toggled: toggled)
      icon(
        control.icon, center: rect.center, size: (0.85 * metrics.buttonIcon).rounded(),
        toggled ? theme.softInk : enabled ? theme.ink2 : theme.off)
      if state.interface.focused == control { focusRing(rect, corner: metrics.buttonCorner) }
    }
    if let y = part.columnHeadsY, part.style == .smallPair {
      for (label, right) in [(Label.em, part.weightRight), (.kMeans, part.pointsRight)] {
        text(words(label), x: right, centerY: y, size: metrics.caption, theme.ink2, align: .right)
      }
    } else if let y = part.columnHeadsY, part.style == .oneLine {
      drawTickLegend(y, part, state)
      text(
        words(CardNames(state.document.algorithm).weight), x: part.weightRight, centerY: y, size: metrics.caption,
        theme.ink2, align: .right)
      if part.showsPoints {
        text(words(.points), x: part.pointsRight, centerY: y, size: metrics.caption, theme.ink2, align: .right)
      }
    }
    if part.style == .lane { return drawLaneCards(layout, state) }
    let shown = CardValues(state.document.lanes.count > 1 ? state.looking(at: 0) : state)
    // k-means beside it, where that is compared.
    let other = CardValues(state.document.lanes.count > 1 ? state.looking(at: 1) : state)
    let emphasis = state.interface.emphasis.strengths(at: state.now)
    for (index, rect) in part.cards.enumerated() where rect.maxY <= layout.panel.maxY {
      let isForward = (emphasis[shown[index].letter] ?? 0) > 0.5
      raised(rect, corner: metrics.cardCorner, edge: isForward ? theme.ink3 : theme.line)
      switch part.style {
      case .twoLines: drawTwoLineCard(rect, shown[index], part, index, state)
      case .oneLine: drawOneLineCard(rect, shown[index], part, part.bars[index])
      case .ringAndWeight: drawSmallCard(rect, shown[index], part, part.bars[index])
      case .pair: drawPairCard(rect, shown[index], other.card(of: shown[index].letter))
      case .smallPair: drawSmallPairCard(rect, shown[index], other.card(of: shown[index].letter), part)
      case .lane: break
      }
      if state.interface.focused == .card(shown[index].letter) { focusRing(rect, corner: metrics.cardCorner) }
    }
  }

  /// After an E-step: what the ticks on the bars wait for.
  private mutating func drawTickLegend(_ y: Double, _ part: ComponentsLayout, _ state: LabState) {
    guard state.document.runs.shown.kind == .expectation, state.layers.shows(.model),
      CardValues(state).foretells, let card = part.cards.first
    else { return }
    let size = Double(metrics.caption)
    // What waits is not foretold.
    let label = words(state.isLocked(.next) ? .expectedShare : .weightWaitsShort)
    let tick = max((0.18 * size).rounded(), 1)
    let left = card.x + metrics.gap
    let width = tick + (0.5 * size).rounded() + font.pixels(label, metrics.caption)
    guard left + width < part.weightRight - font.pixels(words(.weight), metrics.caption) - metrics.gap else { return }
    canvas.fill(
      Rect(x: left, y: (y - 0.45 * size).rounded(), width: tick, height: (0.9 * size).rounded()), theme.ink)
    text(label, x: left + tick + (0.5 * size).rounded(), centerY: y, size: metrics.caption, theme.ink2)
  }

  /// The family in force, where it is not the full one; it opens the options.
  private mutating func drawChip(_ chip: ComponentsLayout.FamilyChip, _ state: LabState) {
    let rect = chip.rect
    let control = Control.page(.options)
    let isOpen = state.interface.page == .options
    let look = look(of: control, state.interface)
    canvas.fill(
      rect, cornerRadius: rect.height / 2, isOpen ? theme.soft.color(look) : look == .rest ? theme.track : theme.press)
    text(
      chip.text, x: rect.midX, centerY: rect.midY.rounded(), size: metrics.caption, weight: .bold,
      isOpen ? theme.softInk : theme.ink2, align: .center)
    if state.interface.focused == control { focusRing(rect, corner: rect.height / 2) }
  }

  private mutating func drawTwoLineCard(
    _ rect: Rect, _ card: CardValues.Card, _ part: ComponentsLayout, _ index: Int, _ state: LabState
  ) {
    let unit = metrics.scale
    let left = rect.x + (48 * unit).rounded()
    let right = rect.maxX - (12 * unit).rounded()
    let middle = Point(rect.x + (12 * unit).rounded() + metrics.ringRadius, rect.midY)
    if CardBar.isShrunk(rect, unit: unit) {
      cardMarker(card, center: middle, radius: min((10 * unit).rounded(), 0.42 * rect.height))
      text(
        weightText(card), x: right, centerY: rect.midY.rounded(.down), size: Int((13 * unit).rounded()), weight: .bold,
        theme.ink, align: .right)
      return drawBar(part.bars[index], card)
    }
    // A card that opens or closes shows as much of its lines as it has room for.
    let outer = canvas.narrowClip(to: rect)
    defer { canvas.restoreClip(outer) }
    if rect.height > (66 * unit).rounded() { drawShape(rect, left: left, right: right, index, state) }
    cardMarker(card, center: Point(middle.x, rect.y + (32 * unit).rounded()))
    let names = CardNames(state.document.algorithm)
    let row1 = rect.y + (18 * unit).rounded()
    text(
      caption(card, names, room: right - left - font.pixels(NumberText.widestWeight, metrics.value, .bold)), x: left,
      centerY: row1, size: metrics.caption, theme.ink2)
    text(
      weightText(card), x: right, centerY: row1 - unit.rounded(), size: metrics.value,
      weight: .bold, theme.ink, align: .right)
    drawBar(part.bars[index], card)
    let row3 = rect.y + (48 * unit).rounded()
    var x = left
    if let said = card.said, said != .weighs {
      text(words(said.label), x: x, centerY: row3, size: metrics.caption, theme.ink2)
      text(said.text(words), x: right, centerY: row3, size: metrics.caption, theme.ink, align: .right)
      return
    }
    if card.expectedShare != nil {
      canvas.fill(
        Rect(x: x, y: row3 - (5 * unit).rounded(), width: (2 * unit).rounded(), height: (10 * unit).rounded()),
        theme.ink)
      x += (8 * unit).rounded()
    }
    let expectation =
      card.isHidden
      ? words(.hidden)
      : card.expected.map {
        words(.expectedPoints(expected: countText($0, of: card), points: card.pointCount))
      } ?? words(.noPointsYet)
    let width = text(expectation, x: right, centerY: row3, size: metrics.caption, theme.ink, align: .right)
    text(
      words(names.expects), x: x, centerY: row3, size: metrics.caption, theme.ink2,
      within: right - width - metrics.gap - x)
  }

  /// "weight", and what it waits for or what happened to it, as far as there is room.
  private func caption(_ card: CardValues.Card, _ names: CardNames, room: Double) -> String {
    var captions = [words(names.weight)]
    if card.isRescued { captions.insert(words(.weightRescued), at: 0) }
    if let next = card.nextWeight {
      captions.insert(words(.weightWaits(next: NumberText.decimal(next, digits: 3))), at: 0)
    }
    return captions.first { font.pixels($0, metrics.caption) <= room } ?? ""
  }

  private mutating func drawOneLineCard(
    _ rect: Rect, _ card: CardValues.Card, _ part: ComponentsLayout, _ bar: Rect
  ) {
    let largest = metrics.sizeClass == .regular ? (10 * metrics.scale).rounded() : metrics.ringRadius
    let radius = min(largest, rect.height * 0.42)
    let inset = rect.maxX - part.pointsRight
    let center = Point(rect.x + inset + radius, rect.midY)
    cardMarker(card, center: center, radius: radius)
    let middle = rect.midY.rounded(.down)
    drawBar(bar, card)
    text(
      weightText(card), x: part.weightRight, centerY: middle, size: part.weightSize,
      weight: .bold,
      theme.ink, align: .right)
    if part.showsPoints {
      text(
        card.said?.short ?? card.expected.map { countText($0, of: card) } ?? NumberText.none,
        x: part.pointsRight,
        centerY: middle,
        size: metrics.body, theme.ink2,
        align: .right)
    }
  }

  private mutating func drawSmallCard(
    _ rect: Rect, _ card: CardValues.Card, _ part: ComponentsLayout, _ bar: Rect
  ) {
    let radius = min(metrics.ringRadius, rect.height * 0.42)
    let inset = (metrics.sizeClass == .smallProjector ? 6 : 10 * metrics.scale).rounded()
    let center = Point(rect.x + inset + radius, rect.midY)
    cardMarker(card, center: center, radius: radius)
    let size = part.weightSize
    let right = rect.maxX - inset
    text(
      weightText(card), x: right, centerY: rect.midY.rounded(.down), size: size,
      weight: .bold, theme.ink, align: .right)
    drawBar(bar, card)
  }

  mutating func cardMarker(_ card: CardValues.Card, center: Point, radius: Double? = nil) {
    let radius = radius ?? metrics.ringRadius
    marker(card.letter, center: center, radius: radius, theme: theme, ground: theme.raised, ink: theme.ink)
    if card.isRescued {
      let badge = Point(center.x + 0.85 * radius, center.y - 0.75 * radius)
      canvas.fill(discAt: badge, radius: 0.55 * radius, theme.ink)
      text(
        StepText.rescued, x: badge.x, centerY: badge.y, size: max(Int(0.9 * radius), 8), weight: .bold, theme.raised,
        align: .center)
    }
  }

  /// The mixing weight as a bar, and on it a tick where the next M-step will put it. A share of k-means is hard: so are
  /// the corners of its bar.
  mutating func drawBar(_ rect: Rect, _ card: CardValues.Card, isHard: Bool = false) {
    guard rect.width > rect.height else { return }
    let corner = isHard ? 0 : rect.height / 2
    canvas.fill(rect, cornerRadius: corner, theme.track)
    if card.isHidden { return }
    var filled = rect
    filled.width = min(max(rect.width * card.weight, isHard ? 0 : rect.height), rect.width)
    canvas.fill(filled, cornerRadius: corner, theme.component(card.letter))
    drawSaidWeight(rect, card)
    if let share = card.expectedShare {
      let unit = metrics.bar / 6
      let x = (rect.x + rect.width * min(max(share, 0), 1)).rounded()
      let height = (12 * unit).rounded()
      canvas.fill(
        Rect(x: x - unit.rounded(), y: rect.midY - height / 2, width: (2 * unit).rounded(), height: height), theme.ink)
    }
  }

  func weightText(_ card: CardValues.Card) -> String {
    card.isHidden ? NumberText.none : NumberText.decimal(card.weight, digits: 3)
  }

  /// An expected number of points, all cards with as many decimals; in k-means a whole one.
  func countText(_ count: Double, of card: CardValues.Card) -> String {
    NumberText.decimal(count, digits: card.isHard || card.pointCount >= 100_000 ? 0 : 1)
  }
}
