import GaussianMixtures
import LabCore
import Rasterizer

/// How many components, and of which family? BIC against K, one line per family, told apart by marker and dash.
extension Painter {
  mutating func drawSelection(_ part: SelectionLayout, _ layout: Layout, _ state: LabState) {
    let left = layout.panel.x + metrics.padding
    drawPageHeading("Model selection", left: left, centerY: part.headingY, close: part.close, state)
    drawSegments(part.families, state)
    for segment in part.families {
      // The chip is its family's legend.
      let family = CovarianceFamily.allCases.first { .searchFamily($0) == segment.control }
      if let family {
        let width = font.pixels(segment.text, metrics.caption, .bold)
        let center = Point(
          segment.rect.midX - width / 2 - 0.1 * Double(metrics.caption), segment.rect.midY.rounded())
        drawFamilyMark(family, at: center, radius: part.markRadius, segment.isChosen ? theme.softInk : theme.ink2)
      }
    }
    drawSearchButton(part, state)
    let style = TextStyle(size: metrics.caption, weight: .book)
    let room = layout.panel.width - 2 * metrics.padding
    text(
      font.truncate(verdict(state), style, to: room), x: left, centerY: part.verdictY, size: metrics.caption,
      theme.ink2)
    guard !part.marks.isEmpty else { return }
    drawSelectionAxes(part)
    for family in CovarianceFamily.allCases { drawFamily(family, part, state) }
  }

  private mutating func drawSearchButton(_ part: SelectionLayout, _ state: LabState) {
    let rect = part.button
    let label: String
    if case .running(let done, let total) = state.search.status {
      canvas.fill(rect, cornerRadius: metrics.buttonCorner, theme.track)
      var filled = rect
      filled.width = max(rect.width * Double(done) / Double(max(total, 1)), rect.height / 2)
      canvas.fill(filled, cornerRadius: metrics.buttonCorner, theme.soft.press)
      label = "\(done) of \(total) fitted – cancel"
    } else {
      let ground = theme.soft.color(look(of: .search, state.interface))
      canvas.fill(rect, cornerRadius: metrics.buttonCorner, ground)
      label = "Fit K = 1 … \(ModelSearch.components.upperBound)"
    }
    canvas.stroke(
      rect.inset(by: metrics.hairline / 2), cornerRadius: metrics.buttonCorner, width: metrics.hairline, theme.softLine)
    text(
      label, x: rect.midX, centerY: rect.midY.rounded(), size: metrics.body, weight: .bold, theme.softInk,
      align: .center)
    if state.interface.focused == .search { focusRing(rect, corner: metrics.buttonCorner) }
  }

  private func verdict(_ state: LabState) -> String {
    if let index = hoveredCandidate(state) { return SelectionText.candidate(state.search.candidates[index]) }
    switch state.search.status {
    case .idle:
      return metrics.sizeClass == .projector ? "Smaller BIC is better" : "BIC = −2 log L + p log N: smaller is better"
    case .running: return "Each family and K from \(ModelSearch.restarts) starts"
    case .failed(let error): return error.description
    case .finished:
      guard let best = state.search.best else { return "Nothing could be fitted" }
      return "Best: " + SelectionText.candidate(state.search.candidates[best])
        + (metrics.sizeClass == .projector ? "" : " – click to adopt")
    }
  }

  private func hoveredCandidate(_ state: LabState) -> Int? {
    guard case .candidate(let index) = state.interface.hovered, state.search.candidates.indices.contains(index) else {
      return nil
    }
    return index
  }

  private mutating func drawSelectionAxes(_ part: SelectionLayout) {
    let size = metrics.caption
    for value in part.yTicks.values {
      let y = part.plot.maxY - (value - part.low) / (part.high - part.low) * part.plot.height
      canvas.fill(
        Rect(x: part.plot.x, y: y.rounded(), width: part.plot.width, height: metrics.hairline), theme.line.opacity(0.7))
      text(
        part.yTicks.label(value), x: part.plot.x - Double(size), centerY: y, size: size, theme.ink3, align: .right)
    }
    canvas.fill(
      Rect(x: part.plot.x, y: part.plot.maxY.rounded(), width: part.plot.width, height: metrics.hairline), theme.ink3)
    text("K", x: part.plot.x - Double(size), centerY: part.ticksY, size: size, theme.ink3, align: .right)
    let counts = ModelSearch.components
    let step = part.plot.width / Double(max(counts.count - 1, 1))
    for count in counts {
      let x = part.plot.x + step * Double(count - counts.lowerBound)
      text(
        String(count), x: x, centerY: part.ticksY, size: size, theme.ink3,
        align: .center)
    }
  }

  private mutating func drawFamily(_ family: CovarianceFamily, _ part: SelectionLayout, _ state: LabState) {
    let marks = part.marks.filter { $0.family == family }
    let width = 0.7 * metrics.curve
    if marks.count > 1 {
      canvas.stroke(
        polyline: marks.map(\.center),
        style: StrokeStyle(width: width, dash: SelectionText.dash(family).map { $0 * width }, cap: .butt), theme.ink2)
    }
    for mark in marks {
      let isFloored = state.search.candidates[mark.candidate].isFloored
      let ink = isFloored ? theme.faded : theme.ink
      let radius = part.markRadius
      drawFamilyMark(family, at: mark.center, radius: radius, ink)
      let control = Control.candidate(mark.candidate)
      if mark.candidate == state.search.best || state.interface.hovered == control
        || state.interface.focused == control
      {
        canvas.stroke(ringAt: mark.center, radius: 2.1 * radius, width: 0.8 * width, theme.accent.rest)
      }
    }
  }

  private mutating func drawFamilyMark(_ family: CovarianceFamily, at center: Point, radius: Double, _ ink: Color) {
    let side = 1.8 * radius
    let square = Rect(x: center.x - side / 2, y: center.y - side / 2, width: side, height: side)
    switch family {
    case .full: canvas.fill(discAt: center, radius: radius, ink)
    case .tied:
      canvas.fill(discAt: center, radius: radius, theme.chrome)
      canvas.stroke(ringAt: center, radius: radius, width: 0.35 * radius, ink)
    case .diagonal: canvas.fill(square, ink)
    case .spherical:
      canvas.fill(square, theme.chrome)
      canvas.stroke(square, cornerRadius: 0, width: 0.35 * radius, ink)
    }
  }
}

enum SelectionText {
  static func candidate(_ candidate: ModelSearch.Candidate) -> String {
    let bic = candidate.bic.map { NumberText.decimal($0, digits: abs($0) < 100_000 ? 1 : 0) } ?? "–"
    return "\(candidate.family.rawValue), K = \(candidate.components): BIC \(bic)"
      + (candidate.isFloored ? " (floored)" : "")
  }

  static func dash(_ family: CovarianceFamily) -> [Double] {
    switch family {
    case .full: []
    case .tied: [4, 3]
    case .diagonal: [1.5, 2]
    case .spherical: [6, 2, 1.5, 2]
    }
  }
}
