import LabCore
import LabWords
import Rasterizer

/// What a control is called, its key, and a sentence on what it is for; and the sentence alone of whatever else the
/// pointer rests on. A sentence about the canvas stays on it, and gives way to what stands there already.
struct TooltipLayout: Sendable {
  let frame: Rect
  let name: String?
  let key: String?
  let lines: [String]
  let size: Int
  let pad, headHeight, lineHeight: Double

  init?(_ state: LabState, _ layout: Layout, font: any TextSource) {
    let m = layout.metrics
    let words = state.words
    var anchor = Rect(x: 0, y: 0, width: 0, height: 0)
    var room = layout.window
    var others: [Rect] = []
    let sentence: String
    if state.showsExplanation {
      guard let pointer = state.interface.pointer,
        let explanation = ExplainedPlaces(layout, state, font).explanation(at: Point(pointer.x, pointer.y)),
        TwinTips(state, layout) == nil
      else { return nil }
      let place = Point(pointer.x, pointer.y)
      if layout.canvas.contains(place) {
        room = layout.canvas
        others =
          ([layout.flyout?.frame, InspectorLayout(state, layout, font: font)?.frame].compactMap { $0 }
          + layout.heads.map(\.frame)).filter { !$0.contains(place) }
        // The choice of columns says itself what it is.
        if let frame = layout.columns?.frame { others.append(frame) }
      }
      anchor = Rect(x: pointer.x - 8, y: pointer.y - 8, width: 16, height: 24)
      (name, key, sentence) = (nil, nil, words.sentence(on: explanation))
    } else {
      guard state.showsTooltip, let control = state.interface.hovered, let rect = layout.rect(of: control) else {
        return nil
      }
      if case .menuItem = control { return nil }
      if case .lesson(.card) = control { return nil }
      if case .card = control { return nil }
      // A lane's head opens under the pointer, where a tooltip would be in the way of the points.
      if case .lane = control { return nil }
      anchor = rect
      (name, key, sentence) = (words.name(control, state), words.keys(control), words.sentence(on: control.explanation))
    }
    let size = max(m.caption, 11)
    self.size = size
    let em = Double(size)
    let pad = (0.9 * em).rounded()
    self.pad = pad
    lineHeight = (1.45 * em).rounded()
    headHeight = name == nil ? 0 : (1.9 * em).rounded()
    let gap = (m.gap / 2).rounded()
    let widest = min((24 * em).rounded(), room.width - 2 * gap)
    let lines = font.wrap(sentence, TextStyle(size: size, weight: .book), to: widest - 2 * pad, most: 8)
    self.lines = lines
    let keyWidth = key.map { font.keyCapWidth($0, size: size) + pad } ?? 0
    let headWidth = name.map { font.pixels($0, size, .bold) + keyWidth } ?? 0
    let width = max(headWidth, lines.map { font.pixels($0, size) }.max() ?? 0) + 2 * pad
    let height = headHeight + Double(lines.count) * lineHeight + (1.1 * em).rounded()
    var rect = Rect(x: (anchor.midX - width / 2).rounded(), y: anchor.maxY + m.gap, width: width, height: height)
    if layout.rail.contains(anchor.center) {
      rect.x = anchor.maxX + m.gap
      rect.y = (anchor.midY - height / 2).rounded()
    }
    rect.x = max(room.x + gap, min(rect.x, room.maxX - width - gap))
    if rect.maxY > room.maxY { rect.y = anchor.y - m.gap - height }
    rect.y = max(room.y + gap, min(rect.y, room.maxY - height - gap))
    // What is said in passing is not covered: a tooltip stands above it, and its own buttons have theirs beside it.
    let passing = [layout.toast?.frame, TooltipLayout.hint(state, layout, font)].compactMap { $0 }.filter {
      !$0.contains(anchor.center)
    }
    for said in passing where !said.intersection(rect).isEmpty { rect.y = max(room.y + gap, said.y - gap - height) }
    others += passing
    if others.contains(where: { !$0.intersection(rect).isEmpty }) { return nil }
    frame = rect
  }

  /// About where the opening hint stands; nil where it does not.
  private static func hint(_ state: LabState, _ layout: Layout, _ font: any TextSource) -> Rect? {
    guard state.interface.showsHint, layout.toast == nil else { return nil }
    let (stage, unit) = (layout.stage, layout.metrics.unit)
    let size = Int((14 * unit).rounded())
    let words = [Label.hintBefore, .hintAfter].reduce(0) { $0 + font.pixels(state.words($1), size) }
    let width = min(words + 9 * Double(size), stage.width)
    return Rect(
      x: stage.midX - width / 2, y: stage.maxY - ToastLayout.aboveBottom(layout.metrics) - 40 * unit, width: width,
      height: 40 * unit)
  }
}

extension Painter {
  mutating func drawTooltip(_ layout: Layout, _ state: LabState) {
    guard let part = TooltipLayout(state, layout, font: font) else { return }
    log?.layer = .tooltip
    let frame = part.frame
    canvas.fill(frame, cornerRadius: 6 * metrics.scale, theme.tip)
    let em = Double(part.size)
    var y = frame.y + (0.55 * em).rounded() + part.lineHeight / 2
    if let name = part.name {
      let middle = y + (0.2 * em).rounded()
      text(name, x: frame.x + part.pad, centerY: middle, size: part.size, weight: .bold, theme.tipInk)
      if let key = part.key {
        keyCap(
          key, x: frame.maxX - part.pad - keyCapWidth(key, size: part.size), centerY: middle, size: part.size,
          ground: theme.tipKey, ink: theme.tipInk)
      }
      y += part.headHeight
    }
    for line in part.lines {
      text(line, x: frame.x + part.pad, centerY: y, size: part.size, part.name == nil ? theme.tipInk : theme.tipInk2)
      y += part.lineHeight
    }
  }
}
