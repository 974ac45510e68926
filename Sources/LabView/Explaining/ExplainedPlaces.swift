import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// What explains itself where: every number, word and curve of the window that is no control of its own.
struct ExplainedPlaces {
  let layout: Layout
  let state: LabState
  let font: any TextSource
  var metrics: Metrics { layout.metrics }
  var words: Words { state.words }

  init(_ layout: Layout, _ state: LabState, _ font: any TextSource) {
    self.layout = layout
    self.state = state
    self.font = font
  }

  /// What to say of the place that the pointer rests on; nil where there is nothing but ground.
  func explanation(at point: Point) -> Explanation? {
    let pane = layout.pane(at: point)
    let algorithm = pane.map { state.looking(at: $0.lane).document.algorithm } ?? state.document.algorithm
    return found(at: point).map { $0.of(algorithm) }
  }

  /// The same in words of EM.
  private func found(at point: Point) -> Explanation? {
    if let control = layout.control(at: point) {
      if case .card = control { return card(at: point) }
      return control.explanation
    }
    if let settings = layout.settings, settings.frame.contains(point) { return settings.explanation(at: point) }
    if let chosen = layout.chosen, chosen.frame.contains(point) { return .chosenCount }
    if layout.topBar.contains(point) { return topBar(at: point) }
    if let band = layout.band, band.frame.contains(point) { return .lessonText }
    if let record = layout.record, record.frame.contains(point) { return .draftText }
    if layout.strip.contains(point) { return strip(at: point) }
    // The canvas may stand in the panel, in the large chart's place.
    guard let pane = layout.pane(at: point) else { return layout.panel.contains(point) ? panel(at: point) : nil }
    return ExplainedPlaces(layout.inPane(pane), state.looking(at: pane.lane), font).canvas(at: point)
  }

  private func topBar(at point: Point) -> Explanation? {
    guard let value = layout.top.speedValue else { return nil }
    let left = layout.top.speedLabelRight.map { $0 - font.pixels(words(.speed), metrics.body) } ?? value.minX
    return point.x >= left && point.x <= value.maxX ? .speed : nil
  }

  private func strip(at point: Point) -> Explanation? {
    let size = metrics.stripText
    let name =
      layout.columns != nil ? words(.columns) : layout.layers == nil ? words.name(state.tool) : words(.layers)
    let end = metrics.padding + 2.2 * Double(size) + font.pixels(name, size, .bold)
    if point.x <= end { return layout.columns != nil ? .columnChoice : layout.layers == nil ? .toolInHand : .layers }
    if let latest = words.latest(state) {
      let said = font.pixels(latest, size)
      let right = (layout.bottom.start?.x ?? layout.strip.maxX) - metrics.gap
      if point.x >= right - said - 2 * metrics.gap { return .announcement }
    }
    return .hints
  }

  // MARK: - Panel

  private func panel(at point: Point) -> Explanation? {
    let part = layout.components
    if layout.page == nil, layout.guess?.coversComponents == true { return .guessBlock }
    if let page = layout.page, page.coversComponents || point.y >= page.top { return self.page(page, at: point) }
    if point.y < (part.cards.first?.minY ?? part.bottom) {
      if part.countValue.contains(point) { return .componentCount }
      if let heads = part.columnHeadsY, point.y >= heads - Double(metrics.caption) {
        return point.x <= part.barRight ? .nextWeight : point.x <= part.weightRight ? .weight : .expects
      }
      return .components
    }
    if layout.guess != nil { return point.y < part.bottom ? nil : .guessBlock }
    return point.y < part.bottom ? nil : chart(at: point)
  }

  private func card(at point: Point) -> Explanation? {
    let part = layout.components
    guard let index = part.cards.firstIndex(where: { $0.contains(point) }) else { return nil }
    let (card, bar) = (part.cards[index], part.bars[index])
    if !bar.isEmpty, bar.inset(dx: -2, dy: -bar.height).contains(point) { return .weightBar }
    let isRescued = state.document.runs.shown.rescued.contains(part.letters[index])
    switch part.style {
    case .twoLines:
      let unit = metrics.scale
      let down = (point.y - card.y) / unit
      if point.x < card.x + 44 * unit { return isRescued ? .rescued : .letter }
      if CardBar.isShrunk(card, unit: unit) || down < 33 { return .weight }
      return down < 65 ? .expects : down < 90 ? .center : down < 110 ? .axes : .turn
    case .pair, .smallPair: return point.x < card.x + 3 * metrics.ringRadius ? .letter : .weight
    case .lane: return .laneCard
    case .oneLine, .ringAndWeight:
      if !bar.isEmpty, point.x < bar.x { return isRescued ? .rescued : .letter }
      if bar.isEmpty, point.x < card.x + 2.4 * metrics.ringRadius { return isRescued ? .rescued : .letter }
      return part.style == .oneLine && part.showsPoints && point.x > part.weightRight ? .expects : .weight
    }
  }

  private func page(_ page: PageLayout, at point: Point) -> Explanation? {
    switch page.content {
    case .options(let part):
      let about: [Explanation] = [.covariances, .startKind, .onCollapse, .onEmpty]
      for (choice, explanation) in zip(part.choices, about) {
        let end = choice.segments.map(\.rect.minY).min() ?? choice.labelY
        if point.y <= end, point.y >= choice.labelY - Double(metrics.fine) { return explanation }
      }
      let numbers: [Explanation] = [.seed, .floor, .tolerance]
      for (number, explanation) in zip(part.numbers, numbers) {
        let height = number.valueRect.height
        if abs(point.y - number.labelY) <= height / 2 || number.valueRect.contains(point) { return explanation }
      }
      return abs(point.y - part.heading.centerY) < Double(metrics.body) ? .options : nil
    case .selection(let part):
      if abs(point.y - part.heading.centerY) < Double(metrics.body) { return .modelSelection }
      if point.y > part.plot.maxY { return .componentsAxis }
      return point.y < part.plot.minY - Double(metrics.fine) ? .verdict : .bicAxis
    case .race(let part):
      if abs(point.y - part.heading.centerY) < Double(metrics.body) { return .race }
      return abs(point.y - part.verdictY) < Double(metrics.fine) ? .raceResults : nil
    case .mystery: return .mystery
    case .runs(let part): return abs(point.y - part.heading.centerY) < Double(metrics.body) ? .runs : nil
    }
  }
}

extension Explanation {
  /// The same where k-means runs, which has shares, sums of squares and whole owners in place of what EM has.
  func of(_ algorithm: Algorithm) -> Explanation {
    switch algorithm {
    case .em: self
    case .kMeans: Explanation.ofKMeans[self] ?? self
    }
  }

  private static let ofKMeans: [Explanation: Explanation] = [
    .weight: .share, .weightBar: .share, .nextWeight: .share, .expects: .owned, .point: .ownedPoint,
    .unownedPoint: .ownedPoint,
    .logLikelihood: .squares, .value: .squares, .valueAxis: .squares, .gain: .squaresGain, .curve: .squaresCurve,
    .expectation: .assignment, .maximization: .update,
  ]
}
