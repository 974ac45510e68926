import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// Moments of a run side by side on one picture, each with a caption: which half-step it is, what it does, its
/// log-likelihood and what that gained, the weights.
public struct SheetLayout {
  let metrics: Metrics
  let title: Rect?
  /// Caption and picture of each moment.
  let cells: [(caption: Rect, picture: Rect)]
  /// Distance of the caption's two lines.
  let line: Double

  /// So many moments at most: more would be too small to be read.
  public static let most = 24
  /// Pictures are about so many times as wide as high.
  private static let shape = 1.5

  init(_ state: LabState, count: Int, isTitled: Bool) {
    let m = Metrics(state.interface)
    metrics = m
    let (width, height) = (Double(state.interface.width), Double(state.interface.height))
    let titleHeight = isTitled ? PlateLayout.titleHeight(m) : 0
    title = isTitled ? Rect(x: 0, y: 0, width: width, height: titleHeight) : nil
    line = (1.7 * Double(m.body)).rounded()
    let caption = 2 * line + m.gap
    let room = Rect(x: 0, y: titleHeight, width: width, height: height - titleHeight).inset(by: m.padding)
    let count = min(max(count, 1), SheetLayout.most)
    func picture(_ columns: Int) -> (width: Double, height: Double) {
      let rows = (count + columns - 1) / columns
      return (
        (room.width - m.padding * Double(columns - 1)) / Double(columns),
        (room.height - m.padding * Double(rows - 1)) / Double(rows) - caption
      )
    }
    // As many columns as make what is inside a picture of the usual shape largest.
    let columns =
      (1...count).max { a, b in
        let (a, b) = (picture(a), picture(b))
        return min(a.width, SheetLayout.shape * a.height) < min(b.width, SheetLayout.shape * b.height)
      } ?? 1
    let size = picture(columns)
    cells = (0..<count).map { index in
      let x = (room.x + Double(index % columns) * (size.width + m.padding)).rounded()
      let y = (room.y + Double(index / columns) * (size.height + caption + m.padding)).rounded()
      let width = max(size.width.rounded(.down), 1)
      return (
        Rect(x: x, y: y, width: width, height: caption),
        Rect(x: x, y: y + caption, width: width, height: max(size.height.rounded(.down), 1))
      )
    }
  }
}

extension PlatePainter {
  /// A sheet of the half-steps, counted from the start of the run; the first `SheetLayout.most` of them.
  ///
  /// - Parameter state: an exhibit, which is as large as the sheet, all half-steps taken.
  public func drawSheet(_ state: LabState, halfSteps: [Int], title: Plate.Title?) -> Bitmap {
    let layout = SheetLayout(state, count: halfSteps.count, isTitled: title != nil)
    var painter = Painter(
      Canvas(width: state.interface.width, height: state.interface.height), state.interface, metrics: layout.metrics,
      words: state.words, font: font)
    painter.canvas.clear(painter.theme.chrome)
    if let rect = layout.title, let title {
      painter.drawPlateTitle(title, caption: state.words.sheetCaption(state), in: rect, state)
    }
    for (halfStep, cell) in zip(halfSteps, layout.cells) {
      let moment = state.showing(halfStep: halfStep)
      drawFit(moment, in: cell.picture, on: &painter)
      painter.canvas.stroke(
        cell.picture.inset(by: layout.metrics.hairline / 2), cornerRadius: 0, width: layout.metrics.hairline,
        painter.theme.line)
      painter.drawMomentCaption(in: cell.caption, line: layout.line, moment)
    }
    return painter.canvas.bitmap
  }
}

extension Painter {
  fileprivate mutating func drawMomentCaption(in rect: Rect, line: Double, _ state: LabState) {
    let runs = state.document.runs
    let y = (rect.y + line / 2).rounded()
    var right = rect.maxX
    if state.layers.shows(.model), state.document.lanes.count == 1, let value = runs.shown.value {
      if let gain = runs.lastGain, runs.shown.kind == .maximization {
        right -= text(
          NumberText.gain(gain), x: right, centerY: y, size: metrics.caption, theme.ink2, align: .right)
        right -= metrics.gap
      }
      right -= text(
        NumberText.logLikelihood(value), x: right, centerY: y, size: metrics.body, weight: .bold, theme.ink,
        align: .right)
      right -= metrics.gap
    }
    var x = rect.x
    // Side by side: how far the clock has come, whichever lane is the active one.
    let latest = state.document.latestShown
    x += text(StepText.place(latest), x: x, centerY: y, size: metrics.body, weight: .bold, theme.ink) + metrics.gap
    if let does = words.meaning(latest.kind, state.document.algorithmShownLast) {
      let style = TextStyle(size: metrics.caption, weight: .book)
      text(font.truncate(does, style, to: right - x), x: x, centerY: y, size: metrics.caption, theme.ink2)
    }
    if state.document.lanes.count == 1, state.layers.shows(.model) { drawWeights(in: rect, centerY: y + line, state) }
  }

  /// The weights, each after its letter, as many as have room, and how many have none.
  private mutating func drawWeights(in rect: Rect, centerY: Double, _ state: LabState) {
    let size = metrics.caption
    let radius = (0.7 * Double(size)).rounded()
    let step = state.document.runs.shown
    let gap = 1.5 * metrics.gap
    func width(_ weight: Double) -> Double {
      2 * radius + metrics.gap / 2 + font.pixels(NumberText.decimal(weight, digits: 3), size)
    }
    func more(_ shown: Int) -> String {
      shown < step.model.weights.count ? words(.andMore(count: step.model.weights.count - shown)) : ""
    }
    // As many as leave room to say how many are left out.
    var shown = step.model.weights.count
    while shown > 0,
      step.model.weights.prefix(shown).reduce(0, { $0 + width($1) + gap }) + font.pixels(more(shown), size)
        - (shown == step.model.weights.count ? gap : 0) > rect.width
    { shown -= 1 }
    var x = rect.x
    for (weight, letter) in zip(step.model.weights, step.identities).prefix(shown) {
      let text = NumberText.decimal(weight, digits: 3)
      marker(
        letter, center: Point(x + radius, centerY), radius: radius, theme: theme, ground: theme.raised, ink: theme.ink)
      self.text(text, x: x + 2 * radius + metrics.gap / 2, centerY: centerY, size: size, theme.ink2)
      x += width(weight) + gap
    }
    let rest = font.truncate(more(shown), TextStyle(size: size, weight: .book), to: rect.maxX - x)
    if !rest.isEmpty { text(rest, x: x, centerY: centerY, size: size, theme.ink2) }
  }
}

extension Words {
  /// What a half-step does; nil for a start.
  func meaning(_ kind: RunStep.Kind, _ algorithm: Algorithm) -> String? {
    switch (kind, algorithm) {
    case (.start, _): nil
    case (.expectation, .em): self(.nextELong)
    case (.expectation, .kMeans): self(.nextAssign)
    case (.maximization, .em): self(.nextMLong)
    case (.maximization, .kMeans): self(.nextUpdate)
    }
  }
}
