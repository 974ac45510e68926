import LabCore
import LabWords
import Rasterizer

/// The panel's upper part: a heading with the number of components and a card for each.
public struct ComponentsLayout: Sendable {
  enum Style: Sendable {
    case twoLines, oneLine, ringAndWeight
    /// EM above k-means beside it: in two lines of their own, or in two bars.
    case pair, smallPair
    /// A card for each lane instead of each component.
    case lane
  }

  /// The family, where it is not full: a chip that opens the options.
  struct FamilyChip: Sendable {
    let rect: Rect
    let text: String
  }

  let headingY: Double
  /// Gone where the family needs its room.
  let showsHeading: Bool
  let chip: FamilyChip?
  let countValue: Rect
  let style: Style
  public let cards: [Rect]
  /// Where the panel ends: a card beyond is not drawn.
  let end: Double
  /// The letters of the cards' components.
  let letters: [Int]
  /// Where each card's bar is; empty where there is no room for one.
  let bars: [Rect]
  let columnHeadsY: Double?
  /// Right edges of the columns of one-line cards, and where their bar ends.
  let weightRight, pointsRight, barRight: Double
  let showsPoints: Bool
  /// The font size of a card's weight.
  let weightSize: Int
  /// Where the cards end.
  let bottom: Double
  let controls: [(control: Control, rect: Rect)]

  init(_ state: LabState, panel: Rect, metrics m: Metrics, font: any TextSource) {
    let lanes = state.document.lanes
    let isPair = lanes.count > 1 && state.document.comparison == .kMeans
    let components = state.document.hasModel ? state.document.runs.shown.model.componentCount : 0
    let count = lanes.count > 1 && !isPair ? lanes.count : components
    let left = panel.x + m.padding
    let right = panel.maxX - m.padding
    let headTop = panel.y + m.panelTop
    headingY = headTop + (m.headRow / 2).rounded()
    let head = ComponentsHead(state, left: left, right: right, centerY: headingY, metrics: m, font: font)
    showsHeading = head.showsHeading
    chip = head.chip
    countValue = head.countValue

    // Two columns where a single one would leave the chart no room.
    let isLow = m.sizeClass == .projector && panel.height < (478 + 82 * Double(count)) * m.scale
    let twoColumnsFrom =
      switch m.sizeClass {
      case .compact, .regular: 10
      case .projector: isLow ? 2 : 6
      case .smallProjector: 5
      }
    style =
      if isPair {
        // A projector has room for both where there are few.
        m.sizeClass == .regular && count <= 4
          ? .pair : m.isProjector && count > 4 ? .ringAndWeight : .smallPair
      } else if lanes.count > 1 {
        .lane
      } else {
        m.sizeClass == .regular && count <= 4 && !state.interface.page.needsRoom
          ? .twoLines : count >= twoColumnsFrom ? .ringAndWeight : .oneLine
      }
    let (cardHeight, gap) = ComponentsLayout.cardSize(style, count: count, m)

    var y = headTop + m.headRow
    // Numbers of several lanes need heads even where there is little room.
    let needsHeads = style == .smallPair || style == .lane
    let heads = needsHeads && m.columnHeads == 0 ? (1.2 * Double(m.caption)).rounded() : m.columnHeads
    if style.hasColumnHeads, heads > 0 {
      columnHeadsY = (y + (m.sizeClass == .projector ? 0.4 : 0.5) * heads).rounded(.down)
      y += heads
    } else {
      columnHeadsY = nil
    }
    if m.sizeClass == .regular { y += (2 * m.scale).rounded() }
    // Three, where two would push the run's numbers out of the panel.
    let numbers =
      m.hairlineAfterCards + m.headingAfterHairline + m.captionAfterHeading + m.bigAfterCaption + Double(m.big)
    let inTwo = Double((count + 1) / 2) * (cardHeight + gap)
    let columns = style != .ringAndWeight ? 1 : y + inTwo + numbers <= panel.maxY || m.isProjector ? 2 : 3
    let cardWidth = ((right - left - Double(columns - 1) * gap) / Double(columns)).rounded(.down)
    let rows = (count + columns - 1) / columns
    let closed = (0..<count).map { index in
      let column = index / max(rows, 1)
      let row = index % max(rows, 1)
      return Rect(
        x: left + Double(column) * (cardWidth + gap), y: y + Double(row) * (cardHeight + gap), width: cardWidth,
        height: cardHeight)
    }
    end = panel.maxY
    letters = count > 0 && style != .lane ? state.document.runs.shown.identities : []
    let strengths = state.interface.emphasis.strengths(at: state.now)
    let opened =
      style == .twoLines
      ? CardOpening(
        closed, strengths: letters.map { strengths[$0] ?? 0 }, rows: ShapeRow.of(state).count, gap: gap, unit: m.scale)
      : nil
    let cards = opened?.cards ?? closed
    self.cards = cards
    // The number of components is part of what is asked.
    controls =
      (state.document.guess == nil ? head.controls.filter { state.isThere($0.control) } : [])
      + (style == .lane ? cards.enumerated().map { (.laneCard($0.offset), $0.element) } : [])
    bottom = opened?.bottom ?? (rows == 0 ? y : y + Double(rows) * (cardHeight + gap) - gap)

    weightSize =
      switch (style, m.sizeClass) {
      case (.twoLines, _), (.oneLine, .compact), (.oneLine, .projector), (.oneLine, .smallProjector): m.value
      case (.oneLine, .regular), (.pair, _), (.smallPair, .regular): Int((13 * m.scale).rounded())
      case (.smallPair, .compact): Int((12 * m.scale).rounded())
      case (.smallPair, .projector), (.smallPair, .smallProjector), (.lane, _): m.body
      case (.ringAndWeight, .projector), (.ringAndWeight, .smallProjector): m.body
      case (.ringAndWeight, .compact), (.ringAndWeight, .regular): min(m.value, Int((13 * m.scale).rounded()))
      }
    let inset =
      switch m.sizeClass {
      case .compact: 10 * m.scale
      case .regular: 12 * m.scale
      case .projector: 17 * m.scale
      case .smallProjector: 10 * m.scale
      }
    let widestCount = font.pixels(NumberText.decimal(Double(max(state.document.points.count, 10)), digits: 1), m.body)
    showsPoints = m.sizeClass != .smallProjector || style == .smallPair
    pointsRight = (right - inset).rounded()
    let pointsWidth =
      style == .smallPair
      ? max(font.pixels(NumberText.widestWeight, weightSize, .bold), font.pixels(state.words(.kMeans), m.caption))
        + (1.5 * m.gap).rounded()
      : max(widestCount, font.pixels(state.words(.points), m.caption)) + (1.5 * m.gap).rounded()
    weightRight = showsPoints ? pointsRight - pointsWidth : pointsRight
    let weightWidth = font.pixels(NumberText.widestWeight, weightSize, .bold)
    barRight = weightRight - weightWidth - (1.25 * m.gap).rounded()
    let (style, inset1, barEnd) = (self.style, right - pointsRight, barRight)
    bars = cards.map {
      CardBar.rect($0, style: style, inset: inset1, barRight: barEnd, weightWidth: weightWidth, metrics: m)
    }
  }

  /// The height of a card and the gap below it.
  private static func cardSize(_ style: Style, count: Int, _ m: Metrics) -> (Double, Double) {
    func scaled(_ height: Double, _ gap: Double) -> (Double, Double) {
      ((height * m.scale).rounded(), (gap * m.scale).rounded())
    }
    if style == .lane {
      switch m.sizeClass {
      case .compact: return scaled(38, 4)
      case .regular: return scaled(56, 8)
      case .projector: return scaled(88, 10)
      case .smallProjector: return ((2.7 * Double(m.body)).rounded(), 6)
      }
    }
    switch m.sizeClass {
    case .compact: return count <= 4 ? scaled(36, 6) : scaled(24, 3)
    case .regular:
      switch style {
      case .twoLines, .pair: return scaled(64, 8)
      case .oneLine, .ringAndWeight, .smallPair, .lane: return scaled(count <= 6 ? 36 : 28, 4)
      }
    case .projector:
      return count <= 4 ? scaled(72, 10) : count <= 10 ? scaled(56, 10) : scaled(52, 4)
    case .smallProjector:
      // From 62, 8 at the largest to 56, 6 at the smallest, and closer together the more there are.
      let t = min(max((m.headRow / m.ratio - 57) / 9, 0), 1)
      let (large, small) =
        count <= 4 ? ((62.0, 8.0), (56.0, 6.0)) : count <= 10 ? ((56, 6), (50, 4)) : ((50, 2), (46, 2))
      return (
        (m.ratio * (small.0 + t * (large.0 - small.0))).rounded(),
        (m.ratio * (small.1 + t * (large.1 - small.1))).rounded()
      )
    }
  }
}

extension PanelPage {
  /// Whether cards make way for it.
  var needsRoom: Bool {
    switch self {
    case .run, .options, .selection, .mystery: false
    case .race, .runs: true
    }
  }
}

extension ComponentsLayout.Style {
  fileprivate var hasColumnHeads: Bool {
    switch self {
    case .oneLine, .smallPair, .lane: true
    case .twoLines, .ringAndWeight, .pair: false
    }
  }
}

/// The heading above the cards: the word, the family where it is not full, settings and search, the number.
private struct ComponentsHead {
  let showsHeading: Bool
  let chip: ComponentsLayout.FamilyChip?
  let countValue: Rect
  let controls: [(control: Control, rect: Rect)]

  init(
    _ state: LabState, left: Double, right: Double, centerY: Double, metrics m: Metrics, font: any TextSource
  ) {
    let button = ((m.isProjector ? 0.75 : 0.9) * m.button).rounded()
    let valueWidth = font.pixels(NumberText.widestCount, m.value, .bold)
    let top = centerY - (m.button / 2).rounded()
    let moreX = right + ((button - m.buttonIcon) / 2).rounded() - button - (m.isProjector ? 0 : (m.gap / 2).rounded())
    let more = Rect(x: moreX, y: top, width: button, height: m.button)
    countValue = Rect(x: more.x - valueWidth, y: top, width: valueWidth, height: m.button)
    let fewer = Rect(x: countValue.x - button, y: top, width: button, height: m.button)
    var controls: [(Control, Rect)] = [(.fewer, fewer), (.more, more)]

    // Between the heading and the number: settings and model selection. A small projector has their keys only.
    let pageSize = (0.83 * m.button).rounded()
    var x = fewer.x - (m.gap / 2).rounded()
    let headingEnd = left + font.pixels(state.words(.components), m.body, .bold) + (m.gap / 2).rounded()
    func place(_ control: Control) {
      x -= pageSize
      controls.append(
        (control, Rect(x: x, y: centerY - (pageSize / 2).rounded(), width: pageSize, height: pageSize)))
    }
    let model = state.document.model
    // What lanes show stands on their heads.
    if model == .em(.full) || state.document.lanes.count > 1 || !state.isThere(.page(.options)) {
      chip = nil
      showsHeading = true
      if m.sizeClass != .smallProjector {
        for control in [Control.page(.selection), .page(.options)] where x - pageSize >= headingEnd { place(control) }
      }
    } else {
      // The chip has air of its own: the buttons move together, so that the heading keeps its place.
      x = fewer.x
      let text = state.words.name(model)
      let width = font.pixels(text, m.caption, .bold) + (1.08 * Double(m.caption)).rounded()
      let height = (2 * Double(m.caption)).rounded()
      if m.sizeClass != .smallProjector, x - pageSize - width >= left { place(.page(.selection)) }
      showsHeading = x - width >= headingEnd
      let rect = Rect(
        x: showsHeading ? x - width : left, y: centerY - (height / 2).rounded(), width: width, height: height)
      chip = ComponentsLayout.FamilyChip(rect: rect, text: text)
      controls.append((.page(.options), rect))
    }
    self.controls = controls.sorted { $0.1.x < $1.1.x }
  }
}
