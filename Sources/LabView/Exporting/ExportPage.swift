import LabCore
import LabWords
import Rasterizer

/// The page of exports.
extension Painter {
  /// - Parameter preview: the file's picture as large as its place.
  mutating func drawExport(_ part: ExportLayout, _ layout: Layout, preview: Bitmap?, _ state: LabState) {
    log?.layer = .export
    canvas.fill(layout.window, theme.chrome)
    drawExportHead(part, state)
    for kind in part.kinds { drawKind(kind, part, state) }
    hairline(
      Rect(x: part.kindsRight, y: part.body.y, width: metrics.hairline, height: part.body.height + part.footer.height))
    for choice in part.choices {
      text(
        choice.label, x: choice.segments.first?.rect.x ?? 0, centerY: choice.labelY, size: part.size, theme.ink2)
      drawSegments(choice.segments, size: part.size, state)
    }
    if let range = part.range { drawRange(range, part, state) }
    for check in part.checks {
      drawCheckBox(check.control, check.rect, isOn: check.isOn, text: check.text, size: part.size, state)
    }
    if let signer = part.signer { drawSigner(signer.field, labelY: signer.labelY, part, state) }
    for sentence in part.sentences {
      text(sentence.text, x: part.choicesX, centerY: sentence.y, size: part.size, theme.ink2)
    }
    drawExportPreview(part, preview, state)
    if let block = part.block { drawExportBlock(block, part, state) }
    drawExportFoot(part, state)
    drawPageStrip(layout.strip, .export, words(.export), ToolHint.export, sentence: nil)
  }

  private mutating func drawExportHead(_ part: ExportLayout, _ state: LabState) {
    let (titleEnd, keyX) = drawPageHead(words(.export), part.header, close: part.close, .closeExport, state)
    let caption = words(.nothingLeaves)
    let left = titleEnd + 2 * metrics.padding
    if left + font.pixels(caption, metrics.caption) < keyX - metrics.gap {
      text(caption, x: left, centerY: (part.header.height / 2).rounded(), size: metrics.caption, theme.ink2)
    }
  }

  private mutating func drawKind(_ kind: ExportLayout.Kind, _ part: ExportLayout, _ state: LabState) {
    let control = Control.exportChoice(.kind(kind.kind))
    let isChosen = state.export.kind == kind.kind
    let rect = kind.rect
    plainGround(rect, look(of: control, state.interface), enabled: true, toggled: isChosen)
    let ink = isChosen ? theme.softInk : theme.ink
    icon(
      kind.kind.icon, center: Point(rect.x + 2 * metrics.gap + metrics.buttonIcon / 2, rect.midY),
      size: metrics.buttonIcon, isChosen ? theme.softInk : theme.ink2)
    let x = rect.x + 3 * metrics.gap + metrics.buttonIcon
    let offset = kind.does == nil ? 0 : 0.75 * Double(part.size)
    text(
      words.name(.kind(kind.kind)), x: x, centerY: (rect.midY - offset).rounded(), size: part.size, weight: .bold, ink)
    if let does = kind.does {
      text(
        does, x: x, centerY: (rect.midY + offset).rounded(), size: metrics.caption,
        isChosen ? theme.softInk : theme.ink2)
    }
    let key = words.caps([.exportKind(kind.kind)]).first ?? ""
    let width = keyCapWidth(key, size: metrics.caption)
    keyCap(
      key, x: rect.maxX - metrics.gap - width, centerY: rect.midY, size: metrics.caption, ground: theme.raised,
      ink: theme.ink, border: theme.line)
    if state.interface.focused == control { focusRing(rect.inset(by: metrics.scale), corner: metrics.buttonCorner) }
  }

  /// The curve, the half-steps that are played, and a handle at each of their ends.
  private mutating func drawRange(_ range: ExportLayout.Range, _ part: ExportLayout, _ state: LabState) {
    text(range.label, x: range.frame.x, centerY: range.labelY, size: part.size, theme.ink2)
    text(range.said, x: range.frame.maxX, centerY: range.labelY, size: part.size, theme.ink, align: .right)
    raised(range.frame, corner: metrics.cardCorner)
    let (first, last) = (range.x(range.range.lowerBound), range.x(range.range.upperBound))
    canvas.fill(
      Rect(x: first, y: range.plot.y, width: last - first, height: range.plot.height), theme.soft.rest)
    let curve = state.document.runs.current.curve.points
    let extent = state.document.runs.extent
    if let values = extent.settled ?? extent.values {
      let spread = max(values.upperBound - values.lowerBound, 1e-12)
      let start = state.document.runs.current.steps[0].halfStep
      let line = curve.map { point in
        let share = max((point.value - values.lowerBound) / spread, -0.2)
        return Point(range.x(point.halfStep - start), range.plot.maxY - (0.1 + 0.8 * share) * range.plot.height)
      }
      let outer = canvas.narrowClip(to: range.plot)
      if line.count > 1 { canvas.stroke(polyline: line, style: StrokeStyle(width: metrics.curve), theme.ink) }
      canvas.restoreClip(outer)
    }
    canvas.fill(
      Rect(
        x: range.plot.x, y: range.plot.maxY.rounded(), width: range.plot.width, height: metrics.hairline), theme.ink3)
    for (x, control) in [(first, Control.exportFirst), (last, .exportLast)] {
      let width = 1.5 * metrics.unit
      canvas.fill(
        Rect(x: x - width / 2, y: range.plot.y, width: width, height: range.plot.height), theme.accent.rest)
      let center = Point(x, range.plot.maxY)
      canvas.fill(discAt: center, radius: range.handleRadius + 2 * metrics.unit, theme.raised)
      canvas.fill(discAt: center, radius: range.handleRadius, theme.accent.rest)
      for dx in [-1.5, 1.5] {
        canvas.fill(
          Rect(
            x: x + dx * metrics.unit - 0.5 * metrics.unit, y: center.y - 3 * metrics.unit, width: metrics.unit,
            height: 6 * metrics.unit), theme.onAccent)
      }
      if state.interface.focused == control {
        canvas.stroke(
          ringAt: center, radius: range.handleRadius + 3.5 * metrics.unit, width: 2 * metrics.unit, theme.accent.rest)
      }
    }
  }

  private mutating func drawExportPreview(_ part: ExportLayout, _ preview: Bitmap?, _ state: LabState) {
    if let rect = part.preview {
      text(words(.preview), x: rect.x, centerY: part.previewLabelY, size: part.size, theme.ink2)
      let size = state.exportSize
      let said = words(.exportPixels(width: size.width, height: size.height))
      if font.pixels(said, part.size) + font.pixels(words(.preview), part.size) + metrics.gap < rect.width {
        text(said, x: rect.maxX, centerY: part.previewLabelY, size: part.size, theme.ink2, align: .right)
      }
      if let preview { canvas.draw(preview, left: Int(rect.x), top: Int(rect.y)) }
      canvas.stroke(
        rect.inset(by: -metrics.hairline / 2), cornerRadius: 0, width: metrics.hairline, theme.line)
    }
    if let play = part.play, let bar = part.bar {
      plainGround(play, look(of: .exportPlay, state.interface), enabled: true)
      icon(state.export.isPlaying ? .pause : .play, center: play.center, size: metrics.buttonIcon, theme.ink)
      if state.interface.focused == .exportPlay { focusRing(play, corner: metrics.buttonCorner) }
      drawProgress(bar, Double(state.exportFrame) / Double(max(state.exportPace.frameCount - 1, 1)))
    }
    for fact in part.facts {
      text(fact.label, x: part.factsLeft, centerY: fact.y, size: part.size, theme.ink2)
      text(fact.value, x: part.factsRight, centerY: fact.y, size: part.size, theme.ink, align: .right)
    }
  }

  /// How far the file has come, or what became of it.
  private mutating func drawExportBlock(_ rect: Rect, _ part: ExportLayout, _ state: LabState) {
    raised(rect, corner: metrics.cardCorner)
    let pad = (0.9 * Double(part.size)).rounded()
    let (left, right) = (rect.x + pad, rect.maxX - pad)
    let style = TextStyle(size: part.size, weight: .bold)
    if let writing = state.export.writing {
      let y = (rect.y + 1.5 * Double(part.size)).rounded()
      let progress = writing.progress
      let said =
        state.export.kind == .animation
        ? words(.writingFrame(done: progress.done, total: max(progress.total, state.exportPace.frameCount)))
        : words(.writingPercent(percent: NumberText.percent(progress.fraction)))
      text(
        font.truncate(said, style, to: right - left), x: left, centerY: y, size: part.size, weight: .bold, theme.ink)
      if progress.bytes > 0 {
        let size = words(.bytesSoFar(size: words.size(bytes: progress.bytes)))
        if font.pixels(said, part.size, .bold) + font.pixels(size, part.size) + pad < right - left {
          text(size, x: right, centerY: y, size: part.size, theme.ink2, align: .right)
        }
      }
      let bar = Rect(
        x: left, y: (rect.maxY - 1.6 * Double(part.size)).rounded(), width: right - left,
        height: (0.6 * Double(part.size)).rounded())
      return drawProgress(bar, progress.fraction)
    }
    let said: String =
      switch state.export.result {
      case .written(let path, let bytes): words(.exportedAs(path: path, size: words.size(bytes: bytes)))
      case .failed(let problem): words.text(problem)
      case nil: ""
      }
    let lines = font.wrap(said, style, to: right - left, most: 3)
    let height = 1.4 * Double(part.size)
    let first = rect.midY - Double(lines.count - 1) * height / 2
    for (index, line) in lines.enumerated() {
      text(
        line, x: left, centerY: (first + Double(index) * height).rounded(), size: part.size, weight: .bold, theme.ink)
    }
  }

  /// The name, and what writes the file.
  private mutating func drawExportFoot(_ part: ExportLayout, _ state: LabState) {
    hairline(
      Rect(
        x: part.kindsRight, y: part.footer.y, width: part.footer.maxX - part.kindsRight, height: metrics.hairline))
    text(words(.fileName), x: part.choicesX, centerY: part.field.midY.rounded(), size: part.size, theme.ink2)
    drawNameField(part, state)
    let isWriting = state.export.writing != nil
    let usual: Label = state.export.kind == .handIn ? .handIn : .export
    let label = words(isWriting ? .cancel : state.export.replaces ? .replace : usual)
    let enabled = state.isEnabled(.exportWrite)
    let rect = part.write
    let isAccent = enabled && !isWriting
    if isAccent {
      canvas.fill(
        rect, cornerRadius: metrics.buttonCorner, theme.accent.color(look(of: .exportWrite, state.interface)))
    } else {
      outlineGround(.exportWrite, rect, state)
    }
    text(
      label, x: rect.midX, centerY: rect.midY.rounded(), size: part.size, weight: .bold,
      isAccent ? theme.onAccent : enabled ? theme.ink : theme.off, align: .center)
    if state.interface.focused == .exportWrite { focusRing(rect, corner: metrics.buttonCorner) }
  }

  private mutating func drawNameField(_ part: ExportLayout, _ state: LabState) {
    let rect = part.field
    let whole = state.exportName
    let width = drawField(.exportName, whole, isTyping: state.export.isNaming, rect, part, state)
    let pad = part.fieldPad
    let place = words(state.hasClassFolder ? .exportHintInClass : .exportHint)
    let placeWidth = font.pixels(place, metrics.caption)
    if !whole.contains("/"), width + placeWidth + 4 * pad < rect.width {
      text(
        place, x: rect.maxX - pad, centerY: rect.midY.rounded(), size: metrics.caption, theme.ink2, align: .right)
    }
  }

  /// A text that can be written, or its end where there is no room for all.
  ///
  /// - Returns: its width.
  @discardableResult
  private mutating func drawField(
    _ control: Control, _ written: String, isTyping: Bool, _ rect: Rect, _ part: ExportLayout, _ state: LabState
  ) -> Double {
    raised(rect, corner: metrics.buttonCorner, edge: isTyping ? theme.accent.rest : theme.line)
    if state.interface.focused == control, !isTyping { focusRing(rect, corner: metrics.buttonCorner) }
    let pad = part.fieldPad
    let y = rect.midY.rounded()
    let shown = font.ending(of: written, TextStyle(size: part.size, weight: .book), within: rect.width - 3 * pad)
    let width = text(shown, x: rect.x + pad, centerY: y, size: part.size, theme.ink)
    if isTyping { drawTypingMark(after: rect.x + pad + width, centerY: y, size: part.size) }
    return width
  }

  private mutating func drawSigner(_ rect: Rect, labelY: Double, _ part: ExportLayout, _ state: LabState) {
    text(words(.yourName), x: rect.x, centerY: labelY, size: part.size, theme.ink2)
    let isSigning = state.export.isSigning
    let name = state.export.signer
    drawField(.exportSigner, name, isTyping: isSigning, rect, part, state)
    guard name.isEmpty, !isSigning else { return }
    let pad = part.fieldPad
    text(
      words(.nameMayBeEmpty), x: rect.x + pad, centerY: rect.midY.rounded(), size: part.size, theme.ink3,
      within: rect.width - 2 * pad)
  }

  /// How far something has come, 0 … 1.
  private mutating func drawProgress(_ bar: Rect, _ share: Double) {
    canvas.fill(bar, cornerRadius: bar.height / 2, theme.track)
    var filled = bar
    filled.width = max(bar.width * share, bar.height)
    canvas.fill(filled, cornerRadius: bar.height / 2, theme.accent.rest)
  }
}

extension ExportLayout {
  /// Between the edge of a field and what is written in it.
  fileprivate var fieldPad: Double { (0.8 * Double(size)).rounded() }
}

extension Words {
  /// The size of a file as people say it: "412 kB", "1.9 MB".
  func size(bytes: Int) -> String {
    bytes < 1_000_000
      ? self(.kilobytes(value: NumberText.decimal((Double(bytes) / 1000).rounded(.up), digits: 0)))
      : self(.megabytes(value: NumberText.decimal(Double(bytes) / 1_000_000, digits: 1)))
  }
}
