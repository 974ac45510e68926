import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// The gallery of data sets.
extension Painter {
  mutating func drawGallery(_ part: GalleryLayout, _ layout: Layout, _ state: LabState) {
    log?.layer = .gallery
    canvas.fill(layout.window, theme.chrome)
    drawGalleryHead(part, state)
    if part.left > 0 {
      hairline(Rect(x: part.left, y: part.page.y, width: metrics.hairline, height: part.page.height))
    }
    if !part.listed.isEmpty { drawList(part, state) }
    if !part.recents.isEmpty { drawRecents(part, state) }
    for card in part.cards { drawCard(card, part, state) }
    if let bar = part.bar { draw(bar) }
    // In a small window also what the data on show teach.
    let shown = metrics.sizeClass == .compact ? state.gallery.preview?.entry ?? state.emptyEntry : nil
    drawPageStrip(
      layout.strip, .gallery, words(.data), ToolHint.gallery, sentence: shown.map { words.teaching(state.menu[$0]) })
  }

  private mutating func drawGalleryHead(_ part: GalleryLayout, _ state: LabState) {
    let (titleEnd, keyX) = drawPageHead(words(.data), part.header, close: part.close, .closeGallery, state)
    let left = titleEnd + 2 * metrics.padding
    // All of it, a little smaller if need be, or nothing.
    let caption = words(.galleryCaption(key: words.caps([.undo]).first ?? ""))
    let room = (part.buttons.first?.rect.x ?? keyX) - left - metrics.padding
    let size = font.size(caption, fitting: room, upTo: metrics.caption, least: 3 * metrics.caption / 4, .book)
    if font.pixels(caption, size) <= room {
      text(caption, x: left, centerY: (part.header.height / 2).rounded(), size: size, theme.ink2)
    }
    for button in part.buttons { drawHeadButton(button.control, button.label, button.rect, state) }
  }

  /// The files that are gone through, the one that was opened last as what is chosen.
  private mutating func drawList(_ part: GalleryLayout, _ state: LabState) {
    drawHeading(.runningList, centerY: part.listedY)
    for listed in part.listed {
      let control = Control.listedFile(listed.place)
      let isChosen = state.runningList?.place == listed.place
      let (rect, ink) = (listed.rect, isChosen ? theme.softInk : theme.ink)
      plainGround(rect, look(of: control, state.interface), enabled: true, toggled: isChosen)
      let y = rect.midY.rounded()
      let x = rect.x + 2 * metrics.gap + font.pixels("00", metrics.caption)
      text(
        String(listed.place + 1), x: x - metrics.gap, centerY: y, size: metrics.caption, isChosen ? ink : theme.ink2,
        align: .right)
      let style = TextStyle(size: metrics.body, weight: isChosen ? .bold : .book)
      text(
        font.middle(of: listed.name, style, to: rect.maxX - metrics.gap - x), x: x, centerY: y, size: style.size,
        weight: style.weight, ink)
      if state.interface.focused == control { focusRing(rect.inset(by: metrics.unit), corner: metrics.buttonCorner) }
    }
  }

  private mutating func drawHeading(_ label: Label, centerY: Double) {
    text(words(label), x: 1.75 * metrics.padding, centerY: centerY, size: metrics.body, weight: .bold, theme.ink)
  }

  private mutating func drawRecents(_ part: GalleryLayout, _ state: LabState) {
    drawHeading(.placeRecent, centerY: part.recentsY)
    for recent in part.recents {
      let control = Control.recentFile(recent.index)
      let ink = recent.entry.isMissing ? theme.off : theme.ink
      plainGround(recent.rect, look(of: control, state.interface), enabled: state.isEnabled(control))
      icon(
        recent.entry.icon, center: Point(recent.rect.x + 1.5 * metrics.gap + metrics.buttonIcon / 2, recent.rect.midY),
        size: metrics.buttonIcon, recent.entry.isMissing ? theme.off : theme.ink2)
      let x = recent.rect.x + 3 * metrics.gap + metrics.buttonIcon
      let offset = 0.62 * Double(metrics.body)
      // All of the name, a little smaller if need be: that of kept work says at its end how much there is.
      let room = recent.rect.maxX - metrics.gap - x
      let size = font.size(recent.entry.name, fitting: room, upTo: metrics.body, least: metrics.caption, .book)
      text(
        font.truncate(recent.entry.name, TextStyle(size: size, weight: .book), to: room), x: x,
        centerY: (recent.rect.midY - offset).rounded(), size: size, ink)
      text(
        recent.said, x: x, centerY: (recent.rect.midY + offset).rounded(), size: metrics.caption,
        recent.entry.isMissing ? theme.off : theme.ink2)
      if state.interface.focused == control {
        focusRing(recent.rect.inset(by: metrics.unit), corner: metrics.buttonCorner)
      }
    }
  }

  private mutating func drawHeadButton(_ control: Control, _ label: String, _ rect: Rect, _ state: LabState) {
    outlineGround(control, rect, state)
    let iconX = label.isEmpty ? rect.midX : rect.x + metrics.gap + metrics.buttonIcon / 2
    icon(control.icon, center: Point(iconX, rect.midY), size: metrics.buttonIcon, theme.ink2)
    text(
      label, x: rect.maxX - metrics.gap, centerY: rect.midY.rounded(), size: metrics.caption, weight: .bold,
      theme.ink, align: .right)
    if state.interface.focused == control { focusRing(rect, corner: metrics.buttonCorner) }
  }

  private mutating func drawCard(_ card: GalleryLayout.Card, _ part: GalleryLayout, _ state: LabState) {
    let control = Control.menuItem(card.entry)
    let entry = state.menu[card.entry]
    let rect = card.rect
    raised(rect, corner: metrics.cardCorner, edge: look(of: control, state.interface) == .rest ? nil : theme.ink3)
    drawThumbnail(card, entry, state)
    hairline(
      Rect(x: rect.x, y: card.picture.maxY - metrics.hairline, width: rect.width, height: metrics.hairline))
    let count = words(.componentsOfData(count: entry.componentCount))
    let y = (rect.y + part.titleY).rounded()
    let right = rect.maxX - part.pad
    text(count, x: right, centerY: y, size: metrics.caption, theme.ink2, align: .right)
    let isOpen = entry.name == state.document.name
    let check = Double(metrics.body)
    let room =
      right - font.pixels(count, metrics.caption) - metrics.gap - (isOpen ? check + metrics.gap : 0)
      - rect.x - part.pad
    let whole = words.name(entry.name)
    let size = font.size(whole, fitting: room, upTo: metrics.body, least: 11, .bold)
    let title = font.truncate(whole, TextStyle(size: size, weight: .bold), to: room)
    let width = text(title, x: rect.x + part.pad, centerY: y, size: size, weight: .bold, theme.ink)
    if isOpen {
      icon(.check, center: Point(rect.x + part.pad + width + metrics.gap + check / 2, y), size: check, theme.ink)
    }
    for (index, line) in card.lines.enumerated() {
      text(
        line, x: rect.x + part.pad, centerY: (rect.y + part.firstLineY + Double(index) * part.lineHeight).rounded(),
        size: part.textSize, theme.ink2)
    }
    if state.interface.focused == control { focusRing(rect, corner: metrics.cardCorner) }
  }

  /// The points, and the fit where it runs.
  private mutating func drawThumbnail(_ card: GalleryLayout.Card, _ entry: MenuEntry, _ state: LabState) {
    let picture = card.picture.inset(by: metrics.hairline)
    let source = state.gallerySource(card.entry)
    let step = state.gallery.preview.flatMap { $0.entry == card.entry ? $0.step(at: state.now) : nil }
    drawFitPicture(
      source.map { PointCloud($0, revision: Revision(0)) }, step, aspect: source?.aspect ?? .equal, in: picture)
  }

  /// Points as a small picture, with a step of a fit where there is one.
  mutating func drawFitPicture(_ points: PointCloud?, _ step: RunStep?, aspect: Aspect, in picture: Rect) {
    let outer = canvas.narrowClip(to: picture)
    defer { canvas.restoreClip(outer) }
    canvas.fill(picture, cornerRadius: metrics.cardCorner - metrics.hairline, theme.canvas)
    canvas.fill(
      Rect(x: picture.midX.rounded(), y: picture.y, width: metrics.hairline, height: picture.height), theme.grid)
    canvas.fill(
      Rect(x: picture.x, y: picture.midY.rounded(), width: picture.width, height: metrics.hairline), theme.grid)
    guard let points else { return }
    guard let bounds = points.bounds else {
      return icon(.brush, center: picture.center, size: 1.3 * metrics.buttonIcon, theme.ink3)
    }
    let t = CanvasTransform(
      Viewport(bounds: bounds.padded(by: 0)), aspect: aspect, in: picture.inset(by: 10 * metrics.unit))
    let colors = step?.owners.flatMap { PointColoring.colors(points, $0, theme) }
    let radius = 2.3 * metrics.pointFactor * metrics.scale.squareRoot()
    canvas.draw(
      PointBatch(
        x: points.x, y: points.y, scaleX: t.scaleX, offsetX: t.offsetX, scaleY: t.scaleY, offsetY: t.offsetY,
        colors: colors.map { .each($0) } ?? .uniform(theme.point), radius: radius, opacity: 0.95,
        rim: theme.canvas.opacity(0.9), rimWidth: 0.6 * metrics.unit))
    guard let step else { return }
    let model = points.seen(step.model)
    for (index, letter) in step.identities.enumerated() {
      let color = theme.component(letter)
      for (sigmas, width) in [(1.0, 1.75), (2, 1.0)] {
        let ellipse = EllipseGeometry.ellipse(model, component: index, sigmas: sigmas, t)
        canvas.stroke(ellipse, style: StrokeStyle(width: width * metrics.unit), color)
      }
    }
  }
}

extension LabState {
  /// A card without points that the keyboard is on: it has no fit to show.
  fileprivate var emptyEntry: Int? {
    guard case .menuItem(let entry) = interface.focused, menu.indices.contains(entry) else { return nil }
    return entry
  }
}
