import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// How many components, and of which family? BIC against K, one line per family, told apart by marker and dash.
extension Painter {
  mutating func drawSelection(_ part: SelectionLayout, _ layout: Layout, _ state: LabState) {
    let left = layout.panel.x + metrics.padding
    let size = metrics.fine
    drawPageHeading(words(.modelSelection), left: left, part.heading, state)
    drawSegments(part.families, size: size, state)
    for segment in part.families {
      // The chip is its family's legend.
      guard case .searchFamily(let family) = segment.control else { continue }
      let width = font.pixels(segment.text, size, .bold)
      let center = Point(segment.rect.midX - width / 2 - 0.1 * Double(size), segment.rect.midY.rounded())
      drawFamilyMark(family, at: center, radius: part.markRadius, segment.isChosen ? theme.softInk : theme.ink2)
    }
    drawSearchButton(part, state)
    if let rect = part.adoptButton, let best = part.best {
      let candidate = state.search.candidates[best]
      let label = words(.adoptCandidate(family: words.name(candidate.family), components: candidate.components))
      softButton(.adoptBest, rect, label, state)
    }
    for (index, line) in part.verdict.enumerated() {
      let y = part.verdictY + Double(index) * (1.35 * Double(size)).rounded()
      text(line, x: left, centerY: y, size: size, theme.ink2)
    }
    guard !part.marks.isEmpty else { return }
    drawSelectionAxes(part)
    for family in CovarianceFamily.allCases { drawFamily(family, part, state) }
  }

  private mutating func drawSearchButton(_ part: SelectionLayout, _ state: LabState) {
    let rect = part.searchButton
    guard case .running(let done, let total) = state.search.status else {
      let label =
        part.best == nil ? words(.fitUpTo(components: ModelSearch.components.upperBound)) : words(.searchAgain)
      softButton(.search, rect, label, state)
      return
    }
    canvas.fill(rect, cornerRadius: metrics.buttonCorner, theme.track)
    var filled = rect
    filled.width = max(rect.width * Double(done) / Double(max(total, 1)), rect.height / 2)
    canvas.fill(filled, cornerRadius: metrics.buttonCorner, theme.soft.press)
    drawSoftButtonText(.search, rect, words(.fittedOf(done: done, total: total)), state)
  }

  /// A button that does what comes next.
  private mutating func softButton(_ control: Control, _ rect: Rect, _ label: String, _ state: LabState) {
    canvas.fill(rect, cornerRadius: metrics.buttonCorner, theme.soft.color(look(of: control, state.interface)))
    drawSoftButtonText(control, rect, label, state)
  }

  mutating func drawSoftButtonText(_ control: Control, _ rect: Rect, _ label: String, _ state: LabState) {
    canvas.stroke(
      rect.inset(by: metrics.hairline / 2), cornerRadius: metrics.buttonCorner, width: metrics.hairline, theme.softLine)
    let size = font.size(
      label, fitting: rect.width - Double(metrics.fine), upTo: metrics.isProjector ? metrics.fine : metrics.body,
      least: 11, .bold)
    let shown = font.truncate(label, TextStyle(size: size, weight: .bold), to: rect.width - Double(metrics.fine))
    text(
      shown, x: rect.midX, centerY: rect.midY.rounded(), size: size, weight: .bold, theme.softInk, align: .center)
    if state.interface.focused == control { focusRing(rect, corner: metrics.buttonCorner) }
  }

  private mutating func drawSelectionAxes(_ part: SelectionLayout) {
    let size = metrics.fine
    for value in part.yTicks.values {
      let y = part.plot.maxY - (value - part.low) / (part.high - part.low) * part.plot.height
      canvas.fill(
        Rect(x: part.plot.x, y: y.rounded(), width: part.plot.width, height: metrics.hairline), theme.line.opacity(0.7))
      text(
        part.yTicks.label(value), x: part.plot.x - Double(size), centerY: y, size: size, theme.ink3, align: .right)
    }
    canvas.fill(
      Rect(x: part.plot.x, y: part.plot.maxY.rounded(), width: part.plot.width, height: metrics.hairline), theme.ink3)
    text(StepText.count, x: part.plot.x - Double(size), centerY: part.ticksY, size: size, theme.ink3, align: .right)
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
    let isPointedAt = marks.contains {
      (state.interface.hovered ?? state.interface.focused) == .candidate($0.candidate)
    }
    let width = (isPointedAt ? 1.2 : 0.7) * metrics.curve
    if marks.count > 1 {
      let outer = canvas.narrowClip(
        to: Rect(
          x: part.plot.x - 2 * width, y: part.plot.y - width, width: part.plot.width + 4 * width,
          height: part.plot.height + 2 * width))
      canvas.stroke(
        polyline: marks.map(\.center),
        style: StrokeStyle(width: width, dash: SelectionDash.dash(family).map { $0 * width }, cap: .butt),
        isPointedAt ? theme.ink : theme.ink2)
      canvas.restoreClip(outer)
    }
    for mark in marks {
      let isFaint = state.search.candidates[mark.candidate].isFloored
      drawFamilyMark(family, at: mark.place, radius: part.markRadius, isFaint ? theme.faded : theme.ink)
      let control = Control.candidate(mark.candidate)
      if mark.candidate == part.best || state.interface.hovered == control || state.interface.focused == control {
        canvas.stroke(
          ringAt: mark.place, radius: 2.1 * part.markRadius, width: 0.56 * metrics.curve, theme.accent.rest)
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

enum SelectionDash {
  static func dash(_ family: CovarianceFamily) -> [Double] {
    switch family {
    case .full: []
    case .tied: [4, 3]
    case .diagonal: [1.5, 2]
    case .spherical: [6, 2, 1.5, 2]
    }
  }
}
