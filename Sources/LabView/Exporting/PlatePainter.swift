import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// Draws plates: pictures of the lab for others. A function of state, plate and font, as the window is.
public final class PlatePainter {
  let font: any TextSource
  private let canvasPainter: FramePainter

  public init(font: any TextSource, engines: EngineMemory = EngineMemory()) {
    self.font = font
    canvasPainter = FramePainter(font: font, engines: engines)
  }

  /// - Parameter state: an exhibit, which is as large as the plate.
  public func draw(_ state: LabState, _ plate: Plate) -> Bitmap {
    let layout = PlateLayout(plate, state, font: font)
    var painter = Painter(
      Canvas(width: state.interface.width, height: state.interface.height), state.interface, metrics: layout.metrics,
      words: state.words, font: font)
    painter.canvas.clear(painter.theme.chrome)
    if let rect = layout.fit {
      drawFit(state, in: rect, on: &painter)
      if layout.side == nil, plate.namesHalfStep, state.document.lanes.count == 1 {
        painter.drawHalfStepChip(in: rect, state)
      }
    }
    if let rect = layout.side { painter.drawPlateCurve(in: rect, plate, state, beside: layout.fit != nil) }
    if let rect = layout.title, let title = plate.title {
      painter.drawPlateTitle(title, caption: state.words.plateCaption(state), in: rect, state)
    }
    if let rect = layout.numbers { painter.drawPlateNumbers(in: rect, layout, state) }
    return painter.canvas.bitmap
  }

  /// The canvas as a part of the picture, moment and glides as they are.
  func drawFit(_ state: LabState, in rect: Rect, on painter: inout Painter) {
    var part = state
    part.apply(
      .shell(.resize(width: Int(rect.width), height: Int(rect.height), pixelRatio: state.interface.pixelRatio)))
    // No handles, and no outline of a brush.
    part.apply(.view(.chooseTool(.hand)))
    painter.canvas.draw(canvasPainter.drawPlot(part), left: Int(rect.x), top: Int(rect.y))
  }
}

extension Painter {
  mutating func drawPlateTitle(_ title: Plate.Title, caption: String, in rect: Rect, _ state: LabState) {
    canvas.fill(rect, theme.chrome)
    let left = rect.x + metrics.padding
    let width = rect.width - 2 * metrics.padding
    let name: String =
      switch title {
      case .data: words.title(state.document)
      case .text(let text): text
      }
    let style = TextStyle(size: metrics.big, weight: .bold)
    let first = rect.y + metrics.padding + 0.55 * Double(metrics.big)
    text(
      font.truncate(name, style, to: width), x: left, centerY: first.rounded(), size: metrics.big, weight: .bold,
      theme.ink)
    text(
      font.truncate(caption, TextStyle(size: metrics.caption, weight: .book), to: width), x: left,
      centerY: (rect.maxY - metrics.padding - 0.5 * Double(metrics.caption)).rounded(),
      size: metrics.caption, theme.ink2)
    hairline(Rect(x: rect.x, y: rect.maxY - metrics.hairline, width: rect.width, height: metrics.hairline))
  }

  /// In a corner of the canvas: "7 E", and the log-likelihood there.
  fileprivate mutating func drawHalfStepChip(in rect: Rect, _ state: LabState) {
    let step = StepText.place(state.document.runs.shown)
    let value = words.plateValue(state)
    let em = Double(metrics.body)
    let gap = value.isEmpty ? 0 : em
    let width = font.pixels(step, metrics.body, .bold) + gap + font.pixels(value, metrics.body) + 1.4 * em
    let chip = Rect(
      x: (rect.x + 0.8 * em).rounded(), y: (rect.y + 0.8 * em).rounded(), width: width.rounded(),
      height: (2 * em).rounded())
    raised(chip, corner: metrics.keyCorner)
    let y = chip.midY.rounded()
    let used = text(step, x: chip.x + 0.7 * em, centerY: y, size: metrics.body, weight: .bold, theme.ink)
    text(value, x: chip.x + 0.7 * em + used + gap, centerY: y, size: metrics.body, theme.ink2)
  }

  /// A component a cell: its letter, its weight, its mean and axes.
  fileprivate mutating func drawPlateNumbers(in rect: Rect, _ layout: PlateLayout, _ state: LabState) {
    canvas.fill(rect, theme.chrome)
    hairline(Rect(x: rect.x, y: rect.y, width: rect.width, height: metrics.hairline))
    let inner = rect.inset(by: metrics.padding)
    let cell = inner.width / Double(layout.columns)
    let size = metrics.caption
    let radius = (0.75 * Double(size)).rounded()
    let cards = CardValues(state)
    let room = max(Int(inner.height / layout.row), 1) * layout.columns
    let count = state.mixtureOnShow.weights.count
    // Where some are left out, the last place says how many.
    let shown = count <= room ? count : room - 1
    if shown < count {
      let x = inner.x + Double(shown % layout.columns) * cell
      let y = (inner.y + (Double(shown / layout.columns) + 0.5) * layout.row).rounded()
      text(words(.andMore(count: count - shown)), x: x, centerY: y, size: size, theme.ink2)
    }
    for index in 0..<shown {
      let x = inner.x + Double(index % layout.columns) * cell
      let y = (inner.y + (Double(index / layout.columns) + 0.5) * layout.row).rounded()
      let card = cards[index]
      marker(
        card.letter, center: Point(x + radius, y), radius: radius, theme: theme, ground: theme.raised, ink: theme.ink)
      let weight = NumberText.decimal(card.weight, digits: 3)
      var at = x + 2 * radius + metrics.gap
      at += text(weight, x: at, centerY: y, size: size, weight: .bold, theme.ink) + metrics.gap
      guard let shape = ComponentShape(state.document.points.seen(state.mixtureOnShow), index) else { continue }
      // The covariances of k-means are those that it was begun with, and mean nothing.
      let said =
        state.document.algorithm == .kMeans
        ? words(.plateCenter(center: shape.centerText))
        : words(.plateShape(center: shape.centerText, axes: shape.axesText, angle: shape.degrees))
      let style = TextStyle(size: size, weight: .book)
      text(
        font.truncate(said, style, to: x + cell - metrics.gap - at), x: at, centerY: y, size: size, theme.ink2)
    }
  }
}

extension Words {
  /// Which data these are, which model, which start and which moment, in one line.
  func plateCaption(_ state: LabState) -> String {
    guard state.document.lanes.count == 1 else { return sheetCaption(state) }
    let moment = [self(.plateIteration(step: StepText.place(state.document.runs.shown))), plateValue(state)]
    return ([sheetCaption(state)] + moment.filter { !$0.isEmpty }).joined(separator: Words.between)
  }

  /// The same without the moment.
  func sheetCaption(_ state: LabState) -> String {
    let document = state.document
    let points = counts(document)
    let models =
      document.lanes.count > 1
      ? document.lanes.indices.map { name(ofLane: $0, in: document) }
      : [
        name(document.activeLane.model),
        self(.laneComponents(count: document.runs.shown.model.componentCount)), StripLayout.originText(state),
      ]
    return ([points] + models).joined(separator: Words.between)
  }

  private static let between = "  ·  "

  /// "log L = −786.17"; empty where there is no value, or the model is hidden.
  func plateValue(_ state: LabState) -> String {
    guard state.layers.shows(.model), let value = state.document.runs.shown.value else { return "" }
    let text = NumberText.logLikelihood(value)
    return state.document.algorithm == .kMeans ? self(.plateSquares(value: text)) : self(.plateLogL(value: text))
  }
}
