import FusedPass
import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// The choice of columns.
extension Painter {
  mutating func drawColumns(_ part: ColumnsLayout, _ state: LabState) {
    guard let choice = state.document.points.choice else { return }
    log?.layer = .columns
    raised(part.frame, corner: metrics.cardCorner)
    for (index, line) in part.title.enumerated() {
      let isBold = index < 2
      text(
        line, x: part.titleAt.x, centerY: (part.titleAt.y + Double(index) * part.titleLine).rounded(),
        size: isBold ? metrics.body : metrics.caption, weight: isBold ? .bold : .book, isBold ? theme.ink : theme.ink2,
        align: part.titleAlign)
    }
    if let y = part.headsY { drawHeads(part, y: y) }
    for name in part.names { drawName(name, choice, state) }
    drawPictures(part, choice, state)
    drawScaling(part, choice, state)
  }

  private mutating func drawHeads(_ part: ColumnsLayout, y: Double) {
    guard let top = part.names.first?.rect.y else { return }
    for name in part.names where name.rect.y == top {
      for (rect, head) in [(name.across, Label.acrossHead), (name.up, .upHead)] {
        guard let rect else { continue }
        text(words(head), x: rect.midX, centerY: y.rounded(), size: part.headSize, theme.ink2, align: .center)
      }
    }
  }

  private mutating func drawName(_ name: ColumnsLayout.Name, _ choice: ColumnChoice, _ state: LabState) {
    let control = Control.fittedColumn(name.column)
    let isFitted = choice.isFitted(name.column)
    let isShown = isFitted && (choice.shown.across == name.column || choice.shown.up == name.column)
    let enabled = state.isEnabled(control)
    plainGround(name.rect, look(of: control, state.interface), enabled: enabled)
    drawTick(name.tick, isOn: isFitted, enabled: enabled)
    let ink = isShown ? theme.ink : isFitted ? theme.ink2 : theme.off
    let weight = isShown ? FontWeight.bold : .book
    if name.across == nil {
      let line = 1.25 * Double(name.size)
      let middle = (name.tick.maxY + name.rect.maxY) / 2
      for (index, words) in name.lines.enumerated() {
        let y = middle + (Double(index) - Double(name.lines.count - 1) / 2) * line
        text(words, x: name.rect.midX, centerY: y.rounded(), size: name.size, weight: weight, ink, align: .center)
      }
    } else if let line = name.lines.first {
      text(
        line, x: name.tick.maxX + 0.5 * metrics.gap, centerY: name.rect.midY.rounded(), size: name.size, weight: weight,
        ink)
    }
    for (rect, up) in [(name.across, false), (name.up, true)] {
      guard let rect else { continue }
      let axis = Control.axisColumn(name.column, up: up)
      let isOn = (up ? choice.shown.up : choice.shown.across) == name.column
      plainGround(rect, look(of: axis, state.interface), enabled: isFitted)
      let radius = min(0.3 * rect.height, 6 * metrics.unit)
      canvas.stroke(
        ringAt: rect.center, radius: radius, width: max(1.25 * metrics.unit, 1),
        isOn ? theme.softInk : isFitted ? theme.ink3 : theme.off)
      if isOn { canvas.fill(discAt: rect.center, radius: 0.55 * radius, theme.softInk) }
      if state.interface.focused == axis { focusRing(rect.inset(by: 3 * metrics.scale), corner: metrics.keyCorner) }
    }
    if state.interface.focused == control {
      focusRing(name.rect.inset(by: 3 * metrics.scale), corner: metrics.keyCorner)
    }
  }

  private mutating func drawTick(_ rect: Rect, isOn: Bool, enabled: Bool) {
    let corner = (0.22 * rect.width).rounded()
    guard isOn else {
      return canvas.stroke(
        rect.inset(by: 0.5 * metrics.unit), cornerRadius: corner, width: max(metrics.unit, 1),
        enabled ? theme.ink3 : theme.off)
    }
    canvas.fill(rect, cornerRadius: corner, enabled ? theme.softInk : theme.off)
    icon(.check, center: rect.center, size: 0.95 * rect.width, theme.raised)
  }

  private mutating func drawScaling(_ part: ColumnsLayout, _ choice: ColumnChoice, _ state: LabState) {
    let look = look(of: .standardize, state.interface)
    let enabled = state.isEnabled(.standardize)
    plainGround(part.toggleRow, look, enabled: enabled)
    text(
      words(.standardizeShort), x: part.toggleLabelX, centerY: part.toggleRow.midY.rounded(),
      size: part.toggleSize, enabled ? theme.ink : theme.off)
    drawSwitch(part.toggle, isOn: choice.isStandardized, enabled: enabled, isHovered: look != .rest)
    if state.interface.focused == .standardize {
      focusRing(part.toggleRow.inset(by: 3 * metrics.scale), corner: metrics.keyCorner)
    }
  }

  // MARK: - Pictures

  /// Of so many points at most a small picture is made: more would not be told apart.
  private static let mostPictured = 400

  private mutating func drawPictures(_ part: ColumnsLayout, _ choice: ColumnChoice, _ state: LabState) {
    guard !part.cells.isEmpty else { return }
    let points = state.document.points
    let some = Array(stride(from: 0, to: points.count, by: points.count / Painter.mostPictured + 1))
    let columns = state.document.columnNames.indices.map { points.column($0, at: some) }
    let colors = pictureColors(points.columns(of: some), state)
    for cell in part.cells {
      let control = Control.columnPair(cell.pair)
      let isKnown = choice.canShow(cell.pair)
      let isShown = choice.shown == cell.pair || choice.shown.turned == cell.pair
      let look = look(of: control, state.interface)
      let corner = metrics.keyCorner
      let ground =
        isShown ? theme.soft.color(look) : !isKnown ? theme.chrome : look == .rest ? theme.canvas : theme.hover
      canvas.fill(cell.rect, cornerRadius: corner, ground)
      canvas.stroke(
        cell.rect.inset(by: metrics.hairline / 2), cornerRadius: corner, width: metrics.hairline,
        isShown ? theme.softLine : theme.line)
      if isKnown {
        drawPicture(columns[cell.pair.across], columns[cell.pair.up], colors, in: cell.rect, unit: part.unit)
      }
      if state.interface.focused == control { focusRing(cell.rect.inset(by: 2 * metrics.scale), corner: corner) }
    }
  }

  /// The points' present colors; one where nothing is known of their owners, or nobody should know.
  private func pictureColors(_ columns: [[Double]], _ state: LabState) -> PointColors {
    guard state.layers.shows(.model), state.document.guess?.hidesOwners != true,
      let owners = state.document.runs.shown.owners, columns.first?.isEmpty == false,
      let words = PointColoring.words(PointTable(columns: columns, isOrdered: false), owners, theme)
    else { return .uniform(theme.point) }
    return .words(words)
  }

  private mutating func drawPicture(
    _ x: [Double], _ y: [Double], _ colors: PointColors, in rect: Rect, unit: Double
  ) {
    let cloud = PointCloud(x: x, y: y, revision: Revision(0))
    guard let bounds = cloud.bounds else { return }
    let t = CanvasTransform(
      Viewport(bounds: bounds.padded(by: 0)), aspect: .independent, in: rect.inset(by: 7 * unit))
    canvas.draw(
      PointBatch(
        x: x, y: y, scaleX: t.scaleX, offsetX: t.offsetX, scaleY: t.scaleY, offsetY: t.offsetY, colors: colors,
        radius: 1.35 * metrics.pointFactor, opacity: 0.95, rim: nil, rimWidth: 0))
  }
}
