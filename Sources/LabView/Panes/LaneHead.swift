import LabCore
import LabWords
import Rasterizer

/// A lane's head: what it shows, how good that is, and how it ended. As much as there is room for.
struct LaneHead: Sendable {
  struct Value: Sendable {
    let caption: String
    let text: String
    let x: Double
  }

  let lane: Int
  let frame: Rect
  let name: String
  let detail: String?
  let nameX: Double
  /// Where the mark of the menu is, and the hairline after it.
  let chevronX, dividerX: Double
  /// Whether it opens a menu and shows which lane is the active one: not in a picture for others.
  let isControl: Bool
  let values: [Value]
  let badge: Badge?
  let size: Int

  struct Badge: Sendable {
    let rect: Rect
    let text: String
    /// Ended, as opposed to the best.
    let isEnd: Bool
  }

  static func height(_ m: Metrics) -> Double {
    switch m.sizeClass {
    case .compact: (26 * m.scale).rounded()
    case .regular: (30 * m.scale).rounded()
    case .projector, .smallProjector: (1.9 * Double(m.caption)).rounded()
    }
  }

  /// From the corner of the pane.
  static func margin(_ m: Metrics) -> Double {
    switch m.sizeClass {
    case .compact: (8 * m.scale).rounded()
    case .regular: (12 * m.scale).rounded()
    case .projector, .smallProjector: m.gap
    }
  }

  /// - Parameter isPlot: whether it stands in a picture, where there is nothing to press.
  init(_ state: LabState, pane: Pane, isPlot: Bool, metrics m: Metrics, font: any TextSource) {
    let text = LaneHeadText(
      state, pane.lane, isNarrow: pane.rect.width < 340 * m.unit, isProjector: m.isProjector)
    let detail = text.detail
    var (name, values, badge) = (text.name, text.values, text.badge)
    let margin = LaneHead.margin(m)
    let room = pane.rect.width - 2 * margin
    let pad = (m.isProjector ? 0.5 * Double(m.caption) : 10 * m.scale).rounded()
    let space = (0.45 * Double(m.caption)).rounded()
    let chevron = (m.isProjector || isPlot ? 0 : 1.1 * Double(m.body)).rounded()
    let size = m.isProjector ? m.caption : m.body
    lane = pane.lane
    self.size = size
    isControl = !isPlot

    var hasCaptions = !m.isProjector
    var nameWidth = font.pixels(name, size, .bold)
    func width(_ value: (String, String)) -> Double {
      let caption = !hasCaptions ? 0 : font.pixels(value.0, m.caption) + space
      return caption + font.pixels(value.1, size, .bold)
    }
    func badgeWidth(_ text: String, isEnd: Bool) -> Double {
      font.pixels(text, m.caption, .bold) + (1.5 * Double(m.caption)).rounded()
        + (isEnd ? (1.3 * Double(m.caption)).rounded() : 0)
    }
    let detailWidth = detail.map { font.pixels($0, size) + space } ?? 0
    func total(_ detail: Double, _ values: [(String, String)], _ badge: (text: String, isEnd: Bool)?) -> Double {
      let name = 2 * pad + nameWidth + detail + chevron
      let numbers = values.reduce(0) { $0 + width($1) } + 1.6 * pad * Double(values.count)
      return name + numbers + (badge.map { badgeWidth($0.text, isEnd: $0.isEnd) + pad } ?? 0)
    }
    // First the detail goes, then who is the best, then the first of two values, at last how it ended; then what the number is called, and of
    // the name what runs over: never the number.
    var keepsDetail = detail != nil
    if total(keepsDetail ? detailWidth : 0, values, badge) > room { keepsDetail = false }
    if total(0, values, badge) > room, badge?.isEnd == false { badge = nil }
    if total(0, values, badge) > room, values.count > 1 { values.removeFirst() }
    if total(0, values, badge) > room { badge = nil }
    if total(0, values, badge) > room { hasCaptions = false }
    let excess = total(0, values, badge) - room
    if excess > 0 {
      name = font.truncate(name, TextStyle(size: size, weight: .bold), to: nameWidth - excess)
      nameWidth = font.pixels(name, size, .bold)
    }
    self.name = name
    self.detail = keepsDetail ? detail : nil

    let height = LaneHead.height(m)
    let left = pane.rect.x + margin
    let top = pane.rect.y + margin
    nameX = left + pad
    var x = nameX + nameWidth + (keepsDetail ? detailWidth : 0)
    chevronX = x + chevron / 2 + (chevron > 0 ? space / 2 : 0)
    x += chevron + pad
    dividerX = x
    self.values = values.map { value in
      x += 0.8 * pad
      defer { x += width(value) + 0.8 * pad }
      return Value(caption: hasCaptions ? value.0 : "", text: value.1, x: x)
    }
    if let badge {
      let own = badgeWidth(badge.text, isEnd: badge.isEnd)
      let badgeHeight = min((1.8 * Double(m.caption)).rounded(), height - 4)
      self.badge = Badge(
        rect: Rect(x: x, y: (top + (height - badgeHeight) / 2).rounded(), width: own, height: badgeHeight),
        text: badge.text, isEnd: badge.isEnd)
      x += own + 0.4 * pad
    } else {
      self.badge = nil
    }
    frame = Rect(x: left, y: top, width: min((x + 0.2 * pad).rounded(.up) - left, room), height: height)
  }
}

/// What a lane's head says, whether there is room for it or not.
struct LaneHeadText {
  let name: String
  let detail: String?
  /// Each with its caption.
  let values: [(String, String)]
  /// How it ended, or that it is the best.
  let badge: (text: String, isEnd: Bool)?

  /// - Parameter isProjector: name and value alone, the value that lanes are compared by.
  init(_ state: LabState, _ index: Int, isNarrow: Bool, isProjector: Bool) {
    let words = state.words
    let document = state.document
    let lane = document.lanes[index]
    let scores = LaneScores(document)
    // Where the models are hidden, so is all that would tell of them.
    let isSeen = state.layers.shows(.model)
    let isBest = isSeen && scores.isBest(index)
    func text(_ value: Double?) -> String {
      (isSeen ? value : nil).map(NumberText.logLikelihood) ?? NumberText.none
    }
    name = words.name(ofLane: index, in: document)
    detail = isProjector ? nil : words.detail(lane, in: document).map { "· " + $0 }
    var values: [(String, String)]
    switch lane.algorithm {
    case .kMeans: values = [(words(isNarrow ? .squares : .sumOfSquares), text(lane.runs.shown.value))]
    case .em:
      values = [(words(.logL), text(lane.runs.shown.value))]
      if document.comparison == .families || document.comparison == .components {
        let bic = isSeen ? scores.scores[index] : nil
        values.append((words(.bic), bic.map { NumberText.decimal($0, digits: 1) } ?? NumberText.none))
      }
    }
    self.values = isProjector ? Array(values.suffix(1)) : values
    guard !isProjector else {
      badge = nil
      return
    }
    switch document.comparison {
    case .families, .components: badge = isBest ? (words(.lowestBIC), false) : nil
    case .starts:
      badge = isBest ? (words(scores.measure == .sumOfSquares ? .lowest : .highestLogL), false) : nil
    case .kMeans, nil: badge = words.end(of: index, state).map { ($0.text, $0.hasConverged) }
    }
  }
}

extension Painter {
  mutating func drawHead(_ head: LaneHead, _ state: LabState) {
    let frame = head.frame
    let isActive = head.isControl && head.lane == state.document.active
    let look = head.isControl ? look(of: .lane(head.lane), state.interface) : .rest
    let ground =
      switch look {
      case .rest: theme.raised
      case .hovered: theme.hover
      case .pressed: theme.press
      }
    canvas.fill(frame, cornerRadius: metrics.buttonCorner, ground)
    let edge = isActive ? 1.5 * metrics.hairline : metrics.hairline
    canvas.stroke(
      frame.inset(by: edge / 2), cornerRadius: metrics.buttonCorner - edge / 2, width: edge,
      isActive ? theme.ink3 : theme.line)
    let middle = frame.midY.rounded()
    let space = (0.45 * Double(metrics.caption)).rounded()
    let width = text(head.name, x: head.nameX, centerY: middle, size: head.size, weight: .bold, theme.ink)
    if let detail = head.detail {
      text(detail, x: head.nameX + width + space, centerY: middle, size: head.size, theme.ink2)
    }
    if !metrics.isProjector, head.isControl {
      icon(.down, center: Point(head.chevronX, middle), size: (1.1 * Double(metrics.body)).rounded(), theme.ink2)
    }
    for value in head.values {
      if value.x == head.values.first?.x {
        let inset = (0.27 * frame.height).rounded()
        hairline(
          Rect(
            x: head.dividerX.rounded(), y: frame.y + inset, width: metrics.hairline, height: frame.height - 2 * inset))
      }
      var x = value.x
      if !value.caption.isEmpty {
        x += text(value.caption, x: x, centerY: middle, size: metrics.caption, theme.ink2) + space
      }
      text(value.text, x: x, centerY: middle, size: head.size, weight: .bold, theme.ink)
    }
    if let badge = head.badge { drawHeadBadge(badge) }
    if state.interface.focused == .lane(head.lane) { focusRing(frame, corner: metrics.buttonCorner) }
  }

  private mutating func drawHeadBadge(_ badge: LaneHead.Badge) {
    let ground = badge.isEnd ? theme.ink : theme.track
    let ink = badge.isEnd ? theme.chrome : theme.ink
    let middle = badge.rect.midY.rounded()
    let pad = (0.75 * Double(metrics.caption)).rounded()
    canvas.fill(badge.rect, cornerRadius: badge.rect.height / 2, ground)
    if badge.isEnd {
      let size = (1.2 * Double(metrics.caption)).rounded()
      icon(.check, center: Point(badge.rect.x + pad + 0.4 * size, middle), size: size, ink)
    }
    text(
      badge.text, x: badge.rect.maxX - pad, centerY: middle, size: metrics.caption, weight: .bold, ink, align: .right)
  }
}
