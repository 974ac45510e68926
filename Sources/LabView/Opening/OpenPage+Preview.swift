import LabCore
import LabWords
import Rasterizer

/// What the chosen file holds.
extension Painter {
  mutating func drawPreview(_ part: OpenPreview, _ state: LabState) {
    let caption = font.pixels(part.caption, metrics.caption)
    let title = TextStyle(size: metrics.value, weight: .bold)
    let room = part.room.width - (part.caption.isEmpty ? 0 : caption + metrics.padding)
    text(
      font.truncate(part.title, title, to: room), x: part.room.x, centerY: part.titleY, size: metrics.value,
      weight: .bold,
      theme.ink)
    if font.pixels("…", metrics.value, .bold) < room {
      text(part.caption, x: part.room.maxX, centerY: part.titleY, size: metrics.caption, theme.ink2, align: .right)
    }
    for group in part.groups {
      text(group.label, x: group.labelX, centerY: part.labelY, size: metrics.caption, theme.ink2)
      drawSegments(group.segments, size: part.size, state)
    }
    let table = state.interface.browser.preview?.table
    if let grid = part.grid { drawGrid(grid, part, state) }
    if let rect = part.scatter { drawScatter(rect, table, state) }
    if let count = part.count, !count.isEmpty {
      let width = text(
        count, x: part.countPoint.x, centerY: part.countPoint.y, size: metrics.big, weight: .bold, theme.ink)
      text(
        words(.points), x: part.countPoint.x + width + metrics.gap, centerY: part.countPoint.y, size: part.size,
        theme.ink2)
    }
    for line in part.lines {
      text(
        line.text, x: part.linesX, centerY: line.y, size: part.size, weight: line.isBold ? .bold : .book,
        line.isBold ? theme.ink : theme.ink2)
    }
    if let check = part.check {
      drawCheckBox(
        .reading(.leavesOut(true)), check.rect, isOn: check.isOn, text: check.text, size: part.size, state)
    }
    if let fit = part.fit, let first = fit.segments.first {
      text(fit.label, x: fit.labelX, centerY: first.rect.midY.rounded(), size: part.size, theme.ink2)
      drawSegments(fit.segments, size: part.size, state)
    }
    for fact in part.facts {
      text(fact.label, x: part.room.x, centerY: fact.y, size: part.size, theme.ink2)
      let x = part.room.x + 13 * Double(part.size)
      let style = TextStyle(size: part.size, weight: .bold)
      text(
        font.truncate(fact.value, style, to: part.room.maxX - x), x: x, centerY: fact.y, size: part.size, weight: .bold,
        theme.ink)
    }
  }

  private mutating func drawGrid(_ grid: OpenGrid, _ part: OpenPreview, _ state: LabState) {
    raised(grid.frame, corner: metrics.cardCorner)
    let inner = grid.frame.inset(by: metrics.hairline)
    for column in grid.columns where column.isShown {
      let rect = Rect(x: column.x, y: inner.y, width: column.width - metrics.hairline, height: inner.height)
      canvas.fill(rect.intersection(inner), theme.soft.rest.opacity(0.55))
    }
    if grid.headHeight > 0 {
      hairline(
        Rect(x: grid.frame.x, y: grid.frame.y + grid.headHeight, width: grid.frame.width, height: metrics.hairline))
      for column in grid.columns { drawHead(column, grid, part) }
      for mark in grid.marks { drawMark(mark, part, state) }
    }
    for (index, row) in grid.rows.enumerated() {
      let y = (grid.frame.y + grid.headHeight + (Double(index) + 0.5) * grid.rowHeight).rounded()
      drawCells(row, y, grid, part)
    }
    if !grid.more.isEmpty {
      text(
        grid.more, x: grid.frame.x + grid.pad, centerY: (grid.frame.maxY - grid.rowHeight / 2).rounded(),
        size: metrics.caption, theme.ink2)
    }
  }

  private mutating func drawHead(_ column: OpenGrid.Column, _ grid: OpenGrid, _ part: OpenPreview) {
    let y = (grid.frame.y + grid.headHeight / 2).rounded()
    let style = TextStyle(size: part.size, weight: column.isShown ? .bold : .book)
    let ink = column.isShown ? theme.softInk : theme.ink
    let marks = column.isNumeric && !grid.marks.isEmpty ? 3.6 * Double(part.size) : 0
    let name = font.middle(of: column.name, style, to: column.width - 2 * grid.pad - marks)
    if column.isNumeric {
      text(
        name, x: column.right - grid.pad, centerY: y, size: part.size, weight: style.weight, ink, align: .right)
    } else {
      text(name, x: column.x + grid.pad, centerY: y, size: part.size, weight: style.weight, ink)
    }
  }

  private mutating func drawMark(_ mark: OpenGrid.Mark, _ part: OpenPreview, _ state: LabState) {
    let look = look(of: mark.control, state.interface)
    let corner = metrics.keyCorner
    if mark.isChosen {
      canvas.fill(mark.rect, cornerRadius: corner, theme.softInk)
    } else {
      if look != .rest { canvas.fill(mark.rect, cornerRadius: corner, theme.hover) }
      canvas.stroke(
        mark.rect.inset(by: metrics.hairline / 2), cornerRadius: corner, width: metrics.hairline, theme.line)
    }
    text(
      words(mark.isUp ? .axisY : .axisX), x: mark.rect.midX, centerY: mark.rect.midY.rounded(), size: metrics.caption,
      weight: mark.isChosen ? .bold : .book, mark.isChosen ? theme.chrome : theme.ink2, align: .center)
    if state.interface.focused == mark.control { focusRing(mark.rect, corner: corner) }
  }

  /// A row; one that is left out is struck, and what is wrong in it bold.
  private mutating func drawCells(_ row: TablePreview.Row, _ y: Double, _ grid: OpenGrid, _ part: OpenPreview) {
    let isStruck = !row.faults.isEmpty && grid.leavesOut
    for (place, column) in grid.columns.enumerated() where row.cells.indices.contains(column.index) {
      let isFault = row.faults.contains(column.index)
      let style = TextStyle(size: part.size, weight: isFault ? .bold : .book)
      let skipped = isStruck && place == 0 ? font.pixels(words(.skipped), metrics.caption) + metrics.gap : 0
      let whole = row.cells[column.index]
      let cell = font.truncate(whole, style, to: column.width - 2 * grid.pad - (column.isNumeric ? 0 : skipped))
      let ink = isFault ? theme.ink : isStruck ? theme.ink3 : column.isShown ? theme.ink : theme.ink2
      let width = font.pixels(cell, part.size, style.weight)
      let x = column.isNumeric ? column.right - grid.pad - width : column.x + grid.pad
      text(cell, x: x, centerY: y, size: part.size, weight: style.weight, ink)
      if isStruck, !isFault {
        canvas.fill(Rect(x: x, y: y, width: width, height: metrics.hairline), theme.ink2)
        if skipped > 0, !column.isNumeric {
          text(words(.skipped), x: x + width + metrics.gap, centerY: y, size: metrics.caption, theme.ink2)
        }
      }
      if isFault, whole.isEmpty {
        // An empty cell is nothing to see.
        let side = Double(part.size)
        canvas.stroke(
          Rect(x: column.right - grid.pad - 1.6 * side, y: y - side / 2, width: 1.6 * side, height: side),
          cornerRadius: metrics.keyCorner / 2, width: metrics.hairline, theme.ink3)
      }
    }
  }

  private mutating func drawScatter(_ rect: Rect, _ table: TablePreview?, _ state: LabState) {
    raised(rect, corner: metrics.cardCorner)
    let inner = rect.inset(by: metrics.hairline)
    canvas.fill(inner, cornerRadius: metrics.cardCorner - metrics.hairline, theme.canvas)
    let source: (x: [Double], y: [Double], aspect: Aspect)
    if let table {
      source = (table.x, table.y, .independent)
    } else if case .example(let entry) = state.interface.browser.row?.kind, let data = state.gallerySource(entry) {
      source = (data.x, data.y, data.aspect)
    } else {
      return
    }
    let points = PointCloud(x: source.x, y: source.y, revision: Revision(0))
    guard let bounds = points.bounds else { return }
    let outer = canvas.narrowClip(to: inner)
    defer { canvas.restoreClip(outer) }
    let t = CanvasTransform(
      Viewport(bounds: bounds.padded(by: 0)), aspect: source.aspect, in: inner.inset(by: 10 * metrics.unit))
    canvas.draw(
      PointBatch(
        x: points.x, y: points.y, scaleX: t.scaleX, offsetX: t.offsetX, scaleY: t.scaleY, offsetY: t.offsetY,
        colors: .uniform(theme.point), radius: 2.3 * metrics.pointFactor * metrics.scale.squareRoot(), opacity: 0.95,
        rim: theme.canvas.opacity(0.9), rimWidth: 0.6 * metrics.unit))
  }
}
