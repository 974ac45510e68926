import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// Cards of several lanes: what each component is in EM and in k-means beside it, or how good each lane is.
extension Painter {
  mutating func drawPairCard(_ rect: Rect, _ em: CardValues.Card, _ kMeans: CardValues.Card?) {
    let unit = metrics.scale
    let left = rect.x + (48 * unit).rounded()
    let right = rect.maxX - (12 * unit).rounded()
    cardMarker(em, center: Point(rect.x + (12 * unit).rounded() + metrics.ringRadius, rect.midY))
    let size = Int((13 * unit).rounded())
    let captions = [words(.emWeight), words(.kMeansShare)]
    let gap = metrics.gap
    let barLeft = left + (captions.map { font.pixels($0, metrics.caption) }.max() ?? 0) + gap
    let barRight = right - font.pixels(NumberText.widestWeight, size, .bold) - gap
    for (index, card) in [em, kMeans].enumerated() {
      let y = rect.y + ((index == 0 ? 21 : 43) * unit).rounded()
      text(captions[index], x: left, centerY: y, size: metrics.caption, theme.ink2)
      guard let card else { continue }
      let bar = Rect(
        x: barLeft, y: y - (metrics.bar / 2).rounded(), width: barRight - barLeft, height: metrics.bar)
      drawBar(bar, index == 0 ? card : card.withoutShare, isHard: index == 1)
      text(
        weightText(card), x: right, centerY: y, size: size, weight: .bold, theme.ink,
        align: .right)
    }
  }

  mutating func drawSmallPairCard(
    _ rect: Rect, _ em: CardValues.Card, _ kMeans: CardValues.Card?, _ part: ComponentsLayout
  ) {
    let radius = min(
      metrics.sizeClass == .regular ? (10 * metrics.scale).rounded() : metrics.ringRadius, rect.height * 0.42)
    let inset = rect.maxX - part.pointsRight
    let center = Point(rect.x + inset + radius, rect.midY)
    cardMarker(em, center: center, radius: radius)
    let barLeft = center.x + radius + (1.5 * metrics.gap).rounded()
    let middle = rect.midY.rounded(.down)
    let height = max((4.0 / 6 * metrics.bar).rounded(), 2)
    for (index, card) in [em, kMeans].enumerated() {
      guard let card else { continue }
      let y = middle + (index == 0 ? -1 - height : 1)
      drawBar(
        Rect(x: barLeft, y: y, width: part.barRight - barLeft, height: height), card.withoutShare, isHard: index == 1)
      text(
        weightText(card), x: index == 0 ? part.weightRight : part.pointsRight,
        centerY: middle, size: part.weightSize, weight: .bold, theme.ink, align: .right)
    }
  }

  // MARK: - Lanes

  mutating func drawLaneCards(_ layout: Layout, _ state: LabState) {
    let part = layout.components
    let document = state.document
    let scores = LaneScores(document)
    guard let first = part.cards.first else { return }
    let inset = (12 * metrics.unit).rounded()
    let right = first.maxX - inset
    let showsFamilies =
      document.comparison == .families && layout.chart.legendY != nil && !metrics.isProjector
      && pictogramsFit(first, state, inset)
    let widestScore = font.pixels(
      scoreText(scores.scores.compactMap { $0 }.max { abs($0) < abs($1) }, scores),
      metrics.value, .bold)
    let scoreHead = words(scores.measure.head)
    let widestHead = font.pixels(scoreHead, metrics.caption)
    let logRight = right - max(widestScore, widestHead) - (1.2 * metrics.gap).rounded()
    let signWidth =
      showsFamilies ? pictogramWidth : 2 * (0.36 * Double(metrics.caption)).rounded() + metrics.gap
    // A name goes before a number that the lane's head has too.
    let showsLog =
      scores.measure == .bic && !metrics.isProjector
      && document.lanes.indices.allSatisfy { lane in
        first.x + inset + signWidth + nameWidth(lane, state, least: true) + metrics.gap + logWidth(lane, state)
          <= logRight
      }
    if let y = part.columnHeadsY {
      let head: Label =
        switch document.comparison {
        case .families: .family
        case .starts: .startHead
        case .kMeans, .components, nil: .model
        }
      text(words(head), x: first.x + inset, centerY: y, size: metrics.caption, theme.ink2)
      if showsLog {
        text(words(.logL), x: logRight, centerY: y, size: metrics.caption, theme.ink2, align: .right)
      }
      text(scoreHead, x: right, centerY: y, size: metrics.caption, theme.ink2, align: .right)
    }
    for (lane, rect) in part.cards.enumerated() where rect.maxY <= layout.panel.maxY {
      let control = Control.laneCard(lane)
      let ground =
        switch look(of: control, state.interface) {
        case .rest: theme.raised
        case .hovered: theme.hover
        case .pressed: theme.press
        }
      canvas.fill(rect, cornerRadius: metrics.cardCorner, ground)
      let edge = lane == document.active ? 1.5 * metrics.hairline : metrics.hairline
      canvas.stroke(
        rect.inset(by: edge / 2), cornerRadius: metrics.cardCorner, width: edge,
        lane == document.active ? theme.ink3 : theme.line)
      let textLeft = drawLaneSign(rect, lane, showsFamilies ? document.lanes[lane].options.family : nil, inset)
      drawLaneCard(rect, lane, state, scores, left: textLeft, logRight: showsLog ? logRight : nil, right: right)
      if state.interface.focused == control { focusRing(rect, corner: metrics.cardCorner) }
    }
  }

  /// Where the legend of the chart says which mark is whose, the cards can show what the families are: if the words
  /// beside that have room.
  private func pictogramsFit(_ card: Rect, _ state: LabState, _ inset: Double) -> Bool {
    let longest = state.document.lanes.indices.map { font.pixels(laneStatus($0, state), metrics.caption) }.max() ?? 0
    let last = max(font.pixels(words(.lowest), metrics.caption, .bold), font.pixels("+0000.0", metrics.caption))
    let names = state.document.lanes.indices.map { nameWidth($0, state) + metrics.gap + logWidth($0, state) }.max() ?? 0
    let score = font.pixels("0000.0", metrics.value, .bold) + (1.2 * metrics.gap).rounded()
    guard pictogramWidth + names + score <= card.width - 2 * inset else { return false }
    return pictogramWidth + longest + last + metrics.gap <= card.width - 2 * inset
  }

  /// - Parameter least: as small as it is written at all.
  private func nameWidth(_ lane: Int, _ state: LabState, least: Bool = false) -> Double {
    let size = least ? min(metrics.body, 11) : metrics.body
    return font.pixels(words.name(ofLane: lane, in: state.document), size, .bold)
  }

  private func logWidth(_ lane: Int, _ state: LabState) -> Double {
    let value = state.document.lanes[lane].runs.shown.value.map(NumberText.logLikelihood) ?? NumberText.none
    return font.pixels(value, metrics.body)
  }

  /// With the space beside it.
  private var pictogramWidth: Double { (28 * metrics.unit).rounded() + (1.2 * metrics.gap).rounded() }

  /// What stands for a lane at the left of its card: its family's pictogram, else its mark in the chart. Returns where
  /// the words begin.
  private mutating func drawLaneSign(
    _ rect: Rect, _ lane: Int, _ family: CovarianceFamily?, _ inset: Double
  ) -> Double {
    if let family {
      let width = (28 * metrics.unit).rounded()
      let sign = Rect(x: rect.x + inset, y: rect.y, width: width, height: rect.height)
      familyPictogram(family, in: sign, theme.ink2)
      return rect.x + inset + pictogramWidth
    }
    let radius = (0.36 * Double(metrics.caption)).rounded()
    let center = Point(rect.x + inset + radius, firstLine(of: rect))
    laneMark(lane, at: center, radius: radius, theme.ink, ground: theme.raised)
    return center.x + radius + metrics.gap
  }

  /// The middle of a lane card's first line, on a projector its only one.
  private func firstLine(of rect: Rect) -> Double {
    metrics.isProjector ? rect.midY.rounded() : rect.y + (0.34 * rect.height).rounded()
  }

  private mutating func drawLaneCard(
    _ rect: Rect, _ lane: Int, _ state: LabState, _ scores: LaneScores, left: Double, logRight: Double?, right: Double
  ) {
    let document = state.document
    let own = document.lanes[lane]
    let step = own.runs.shown
    let isOneLine = metrics.isProjector
    let first = firstLine(of: rect)
    let second = rect.y + (0.7 * rect.height).rounded()
    let isSeen = state.layers.shows(.model)
    let score = scoreText(
      isSeen ? scores.scores[lane] ?? (own.algorithm == .kMeans ? step.value : nil) : nil, scores)
    let name = words.name(ofLane: lane, in: document)
    let scoreSize = isOneLine ? metrics.body : metrics.value
    // On a small projector a name and a long number would meet.
    let room =
      logRight.map { $0 - left - logWidth(lane, state) - metrics.gap }
      ?? right - left - font.pixels(score, scoreSize, .bold) - metrics.gap
    let nameSize = font.size(name, fitting: room, upTo: metrics.body, least: 11, .bold)
    text(name, x: left, centerY: first, size: nameSize, weight: .bold, theme.ink)
    text(score, x: right, centerY: first, size: scoreSize, weight: .bold, theme.ink, align: .right)
    guard !isOneLine, isSeen else { return }
    if let logRight, own.algorithm == .em {
      let value = step.value.map(NumberText.logLikelihood) ?? NumberText.none
      text(value, x: logRight, centerY: first, size: metrics.body, theme.ink2, align: .right)
    }
    let isBest = scores.isBest(lane)
    let last =
      isBest
      ? words(scores.measure == .logLikelihood ? .highest : .lowest)
      : scores.difference(lane).map { NumberText.signed($0, digits: abs($0) < 0.05 ? 2 : 1) }
        ?? (own.algorithm == .kMeans && scores.measure != .sumOfSquares ? words(.sumOfSquares) : "")
    let rest = right - left - font.pixels(last, metrics.caption, isBest ? .bold : .book) - metrics.gap
    // All of it, or what it has come to.
    let status = [laneStatus(lane, state), laneStatus(lane, state, isShort: true)]
      .first { font.pixels($0, metrics.caption) <= rest }
    text(status ?? "", x: left, centerY: second, size: metrics.caption, theme.ink2)
    text(
      last, x: right, centerY: second, size: metrics.caption, weight: isBest ? .bold : .book,
      isBest ? theme.ink : theme.ink2, align: .right)
  }

  /// "17 parameters · ✓ at 23".
  ///
  /// - Parameter isShort: without the parameters, where it has come to an end.
  private func laneStatus(_ index: Int, _ state: LabState, isShort: Bool = false) -> String {
    let lane = state.document.lanes[index]
    let step = lane.runs.shown
    let size =
      lane.algorithm == .em
      ? words(.laneParameters(count: step.model.parameterCount))
      : words(.laneComponents(count: step.model.componentCount))
    guard let end = words.end(of: index, state) else { return size }
    if isShort { return end.hasConverged ? LaneSigns.tick + end.text : end.text }
    return size + (end.hasConverged ? LaneSigns.converged : LaneSigns.separator) + end.text
  }

  private func scoreText(_ score: Double?, _ scores: LaneScores) -> String {
    guard let score else { return NumberText.none }
    return switch scores.measure {
    case .bic: NumberText.decimal(score, digits: abs(score) < 99_999 ? 1 : 0)
    case .logLikelihood, .sumOfSquares: NumberText.logLikelihood(score)
    }
  }

  /// What stands for a lane on cards and in the chart: as in model selection a disc, a ring, a square, an open square.
  mutating func laneMark(_ lane: Int, at center: Point, radius: Double, _ ink: Color, ground: Color) {
    let side = 1.8 * radius
    let square = Rect(x: center.x - side / 2, y: center.y - side / 2, width: side, height: side)
    let line = max(0.35 * radius, 1)
    switch lane % Lane.most {
    case 0: canvas.fill(discAt: center, radius: radius, ink)
    case 1:
      canvas.fill(discAt: center, radius: radius, ground)
      canvas.stroke(ringAt: center, radius: radius - line / 2, width: line, ink)
    case 2: canvas.fill(square, ink)
    default:
      canvas.fill(square, ground)
      canvas.stroke(square.inset(by: line / 2), cornerRadius: 0, width: line, ink)
    }
  }
}

extension LaneScores.Measure {
  /// Above the numbers.
  fileprivate var head: Label {
    switch self {
    case .bic: .bic
    case .logLikelihood: .logL
    case .sumOfSquares: .squares
    }
  }
}

extension CardValues.Card {
  /// k-means has no weight to come: a share is what it is. And two bars close to each other leave no room for ticks.
  fileprivate var withoutShare: CardValues.Card {
    CardValues.Card(
      letter: letter, weight: weight, expected: nil, pointCount: pointCount, nextWeight: nil, isRescued: isRescued,
      showsShare: false, isHard: isHard, isHidden: isHidden)
  }
}

enum LaneSigns {
  static let separator = " · "
  static let converged = " · ✓ "
  static let tick = "✓ "

  static func dash(_ lane: Int) -> [Double] {
    [[], [4, 3], [1.5, 2], [6, 2, 1.5, 2]][lane % Lane.most]
  }
}
