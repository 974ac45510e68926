import GaussianMixtures
import LabCore
import Rasterizer

/// The same point in every lane: a ring around it, and above it who owns it there.
struct TwinTips {
  struct Tip {
    let place: Point
    let canvas: Rect
    /// The largest shares, the two largest at most.
    let shares: [(letter: Int, share: Double)]
  }

  let tips: [Tip]

  init?(_ state: LabState, _ layout: Layout) {
    guard layout.panes.count > 1, state.layers.shows(.model), state.interface.overlay == nil,
      state.interface.hovered == nil,
      state.interface.drag == nil, let pointer = state.interface.pointer,
      let pane = layout.pane(at: Point(pointer.x, pointer.y)),
      let index = Inspection.nearest(state, to: Point(pointer.x, pointer.y), layout.inPane(pane))
    else { return nil }
    let point = state.document.points[index]
    tips = layout.panes.compactMap { pane in
      let place = pane.transform.pixel(point)
      let lane = state.document.lanes[pane.lane]
      guard pane.rect.contains(place), lane.hasModel else { return nil }
      let step = lane.runs.shown
      // Before the first E-step: who would own it.
      let owners = step.owners
      let posterior = try? (owners?.model ?? step.model).posterior(at: state.document.points.row(index))
      guard let shares = posterior?.responsibilities else { return nil }
      let identities = owners?.identities ?? step.identities
      let largest = shares.indices.sorted { shares[$0] > shares[$1] }.prefix(2)
      let shown = largest.filter { shares[$0] >= 0.005 || $0 == largest.first }
      return Tip(place: place, canvas: pane.rect, shares: shown.map { (identities[$0], shares[$0]) })
    }
  }
}

extension Painter {
  mutating func drawTwinTips(_ layout: Layout, _ state: LabState) {
    guard let twins = TwinTips(state, layout) else { return }
    log?.layer = .inspector
    let unit = metrics.unit
    for tip in twins.tips {
      canvas.stroke(ringAt: tip.place, radius: 8 * unit, width: 4 * unit, theme.canvas)
      canvas.stroke(ringAt: tip.place, radius: 8 * unit, width: 2 * unit, theme.ink)
    }
    for tip in twins.tips { drawTip(tip) }
  }

  private mutating func drawTip(_ tip: TwinTips.Tip) {
    let size = metrics.body
    let radius = (0.72 * Double(size)).rounded()
    let pad = (0.6 * Double(size)).rounded()
    let gap = (0.45 * Double(size)).rounded()
    let height = (32.0 / 13 * Double(size)).rounded()
    let numbers = tip.shares.map { NumberText.decimal($0.share, digits: 2) }
    let widths = numbers.map { 2 * radius + gap + font.pixels($0, size, .bold) }
    let width = widths.reduce(0, +) + pad * Double(max(widths.count - 1, 0)) + 2 * pad
    let above = tip.place.y - 14 * metrics.unit - height
    let y = above > tip.canvas.y + 2 ? above : tip.place.y + 14 * metrics.unit
    let x = min(max(tip.place.x - width / 2, tip.canvas.x + 2), max(tip.canvas.maxX - width - 2, tip.canvas.x + 2))
    let frame = Rect(x: x.rounded(), y: y.rounded(), width: width, height: height)
    canvas.fill(frame, cornerRadius: metrics.buttonCorner, theme.tip)
    var left = frame.x + pad
    for (index, share) in tip.shares.enumerated() {
      marker(
        share.letter, center: Point(left + radius, frame.midY), radius: radius, theme: opposite, ground: theme.tip,
        ink: theme.tipInk)
      text(
        numbers[index], x: left + 2 * radius + gap, centerY: frame.midY.rounded(), size: size, weight: .bold,
        theme.tipInk)
      left += widths[index] + pad
    }
  }
}
