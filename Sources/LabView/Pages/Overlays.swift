import LabCore
import Rasterizer

/// What lies over the window: the opening hint, announcements, tooltips and lists.
extension Painter {
  mutating func drawOverlays(_ layout: Layout, _ state: LabState, isDataHidden: Bool) {
    drawHighlight(layout, state)
    drawInspector(layout, state)
    drawReadout(layout, state)
    drawTwinTips(layout, state)
    if isDataHidden, layout.largeChart == nil { drawWayBack(layout, state) }
    if let chips = layout.chips { drawAxisChips(chips, state) }
    if let flyout = layout.flyout { drawFlyout(flyout, state) }
    if let columns = layout.columns { drawColumns(columns, state) }
    if let layers = layout.layers { drawLayers(layers, state) }
    drawRecordMarks(layout, state)
    if let list = layout.recordList { drawRecordList(list, state) }
    if let settings = layout.settings { drawToolSettings(settings, state) }
    if let chosen = layout.chosen { drawChosenPill(chosen, state) }
    if state.interface.showsHint, state.interface.overlay == nil, layout.toast == nil { drawHintPill(layout) }
    if let recovery = layout.recovery { drawRecovery(recovery, layout, state) }
    if let toast = layout.toast { drawToast(toast, state) }
    if let loading = layout.loading { drawLoading(loading, state) }
    if let list = layout.list { drawList(list, state) }
    if let gallery = layout.gallery { drawGallery(gallery, layout, state) }
    if let lessons = layout.lessons { drawLessons(lessons, layout, state) }
    if let handIns = layout.handIns { drawHandIns(handIns, layout, state) }
    if let files = layout.files { drawFiles(files, layout, state) }
    if let open = layout.open { drawOpen(open, layout, state) }
    if let settings = layout.settingsPage { drawSettings(settings, layout, state) }
    if let help = layout.help { drawHelp(help, layout, state) }
    if state.interface.overlay == nil, layout.transcript == nil { drawTooltip(layout, state) }
  }

  // MARK: - Opening hint

  private mutating func drawHintPill(_ layout: Layout, size largest: Int? = nil) {
    log?.layer = .hint
    let size = largest ?? Int((14 * metrics.unit).rounded())
    let height = (40.0 / 14 * Double(size)).rounded()
    let pad = (20.0 / 14 * Double(size)).rounded()
    let keySize = max(11, Int(0.85 * Double(size)))
    let space = words.caps([.playPause]).first ?? ""
    let before = words(.hintBefore)
    let after = words(.hintAfter)
    let gap = (0.5 * Double(size)).rounded()
    let keyWidth = keyCapWidth(space, size: keySize)
    let width = font.pixels(before, size) + 2 * gap + keyWidth + font.pixels(after, size) + 2 * pad
    guard width < layout.stage.width else {
      if size > 11 { drawHintPill(layout, size: size - 1) }
      return
    }
    let rect = Rect(
      x: (layout.stage.midX - width / 2).rounded(), y: layout.stage.maxY - ToastLayout.aboveBottom(metrics) - height,
      width: width, height: height)
    canvas.fill(rect, cornerRadius: height / 2, theme.tip)
    var x = rect.x + pad
    x += text(before, x: x, centerY: rect.midY, size: size, theme.tipInk) + gap
    x += keyCap(space, x: x, centerY: rect.midY, size: keySize, ground: theme.tipKey, ink: theme.tipInk) + gap
    text(after, x: x, centerY: rect.midY, size: size, theme.tipInk)
  }

  /// Where not all data are in view: how to have them back.
  private mutating func drawWayBack(_ layout: Layout, _ state: LabState) {
    log?.layer = .wayBack
    let size = metrics.caption
    let key = words.caps([.fitView]).first ?? ""
    let effect = words(.fitsTheView)
    let pad = (0.8 * Double(size)).rounded()
    let gap = (0.5 * Double(size)).rounded()
    let width = keyCapWidth(key, size: size) + gap + font.pixels(effect, size) + 2 * pad
    let height = (2.4 * Double(size)).rounded()
    var rect = Rect(
      x: (layout.canvas.midX - width / 2).rounded(), y: layout.canvas.y + max(pad, layout.headRoom), width: width,
      height: height)
    // A long name of an axis is not covered.
    let panes = layout.panes.map(layout.inPane)
    for name in panes.flatMap({ axisNames($0, state) }) where !name.rect.intersection(rect).isEmpty {
      rect.y = name.rect.maxY + pad
    }
    raised(rect, corner: metrics.buttonCorner)
    let after =
      rect.x + pad
      + keyCap(
        key, x: rect.x + pad, centerY: rect.midY, size: size, ground: theme.chrome, ink: theme.ink, border: theme.line)
    text(effect, x: after + gap, centerY: rect.midY, size: size, theme.ink2)
  }

  // MARK: - Announcement

  private mutating func drawToast(_ toast: ToastLayout, _ state: LabState) {
    log?.layer = .toast
    canvas.fill(toast.frame, cornerRadius: metrics.cardCorner, theme.tip)
    var x = toast.frame.x + metrics.padding
    if let letter = state.announcement?.letter {
      marker(
        letter, center: Point(x + metrics.ringRadius, toast.frame.midY), radius: metrics.ringRadius, theme: opposite,
        ground: theme.tip, ink: theme.tipInk)
      x += 2 * metrics.ringRadius + metrics.gap
    }
    let first = toast.frame.midY - Double(toast.lines.count - 1) * toast.lineHeight / 2
    for (index, line) in toast.lines.enumerated() {
      text(
        line, x: x, centerY: first + Double(index) * toast.lineHeight, size: metrics.body, theme.tipInk)
    }
    if let undo = toast.undo {
      text(
        words(.undo), x: undo.midX, centerY: undo.midY, size: metrics.body, weight: .bold, theme.tipInk, align: .center)
    }
    icon(.close, center: toast.close.center, size: (0.8 * metrics.buttonIcon).rounded(), theme.tipInk2)
  }

  private mutating func drawLoading(_ loading: LoadingLayout, _ state: LabState) {
    log?.layer = .loading
    let fraction = state.interface.loading?.fraction ?? 0
    canvas.fill(loading.frame, cornerRadius: metrics.cardCorner, theme.tip)
    text(
      words(.readingFile(percent: NumberText.percent(fraction))), x: loading.bar.x,
      centerY: loading.frame.y + 0.38 * loading.frame.height, size: metrics.body, theme.tipInk)
    canvas.fill(loading.bar, cornerRadius: loading.bar.height / 2, theme.tipKey)
    var filled = loading.bar
    filled.width = max(filled.width * fraction, filled.height)
    canvas.fill(filled, cornerRadius: filled.height / 2, theme.tipInk)
    icon(.close, center: loading.close.center, size: (0.8 * metrics.buttonIcon).rounded(), theme.tipInk2)
  }
}
