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
  /// Distance of the caption's lines; and of those on which somebody writes.
  let line, writtenLine: Double

  /// So many moments at most: more would be too small to be read.
  public static let most = 24
  /// Pictures are about so many times as wide as high.
  private static let shape = 1.5

  /// - Parameter hasBlanks: whether numbers are to be filled in by hand, which takes more room.
  init(_ state: LabState, count: Int, isTitled: Bool, hasBlanks: Bool = false) {
    let m = Metrics(state.interface)
    metrics = m
    let (width, height) = (Double(state.interface.width), Double(state.interface.height))
    let titleHeight = isTitled ? PlateLayout.titleHeight(m) : 0
    title = isTitled ? Rect(x: 0, y: 0, width: width, height: titleHeight) : nil
    line = (1.7 * Double(m.body)).rounded()
    writtenLine = (2.5 * Double(m.body)).rounded()
    let caption = (hasBlanks ? line + 2 * writtenLine : 2 * line) + m.gap
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
  /// - Parameters:
  ///   - state: an exhibit, which is as large as the sheet, all half-steps taken.
  ///   - hasBlanks: whether what comes of half-steps is left blank, to be filled in by hand.
  public func drawSheet(
    _ state: LabState, halfSteps: [Int], title: Plate.Title?, hasBlanks: Bool = false
  ) -> Bitmap {
    let layout = SheetLayout(state, count: halfSteps.count, isTitled: title != nil, hasBlanks: hasBlanks)
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
      // What a run begins with is given.
      if hasBlanks, moment.document.latestShown.kind != .start {
        painter.drawBlankCaption(in: cell.caption, layout, moment)
      } else {
        painter.drawMomentCaption(in: cell.caption, line: layout.line, moment)
      }
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
    drawMomentName(x: rect.x, right: right, centerY: y, state)
    if state.document.lanes.count == 1, state.layers.shows(.model) { drawWeights(in: rect, centerY: y + line, state) }
  }

  /// Which half-step it is, and what it does.
  private mutating func drawMomentName(x left: Double, right: Double, centerY y: Double, _ state: LabState) {
    // Side by side: how far the clock has come, whichever lane is the active one.
    let latest = state.document.latestShown
    let used = text(StepText.place(latest), x: left, centerY: y, size: metrics.body, weight: .bold, theme.ink)
    guard let does = words.meaning(latest.kind, state.document.algorithmShownLast) else { return }
    let x = left + used + metrics.gap
    let style = TextStyle(size: metrics.caption, weight: .book)
    text(font.truncate(does, style, to: right - x), x: x, centerY: y, size: metrics.caption, theme.ink2)
  }

  // MARK: - To be filled in

  /// The same with lines to write on in place of numbers.
  fileprivate mutating func drawBlankCaption(in rect: Rect, _ layout: SheetLayout, _ state: LabState) {
    drawMomentName(x: rect.x, right: rect.maxX, centerY: (rect.y + layout.line / 2).rounded(), state)
    guard state.document.lanes.count == 1, state.layers.shows(.model) else { return }
    let runs = state.document.runs
    let first = (rect.y + layout.line + 0.6 * layout.writtenLine).rounded()
    let size = metrics.caption
    let most = 9 * Double(size)
    if runs.shown.value != nil {
      let isKMeans = state.document.algorithm == .kMeans
      let name = isKMeans ? words(.plateSquares(value: "")) : words(.plateLogL(value: ""))
      let gain = runs.shown.kind == .maximization && runs.lastGain != nil ? words(.gainHere) : nil
      let names = [name] + (gain.map { [$0] } ?? [])
      let taken = names.reduce(0) { $0 + font.pixels($1, size) + metrics.gap } + 1.5 * metrics.gap
      let width = min((rect.width - taken) / Double(names.count), most)
      var x = rect.x
      for name in names {
        x += text(name, x: x, centerY: first, size: size, theme.ink2) + metrics.gap / 2
        drawBlank(x: x, width: width, centerY: first, size: size)
        x += width + 2 * metrics.gap
      }
    }
    drawBlankWeights(in: rect, centerY: (first + layout.writtenLine).rounded(), most: most, state)
  }

  /// A line to write on after the letter of each component; where not all have room for one, how many are left out.
  private mutating func drawBlankWeights(in rect: Rect, centerY: Double, most: Double, _ state: LabState) {
    let size = metrics.caption
    let radius = (0.7 * Double(size)).rounded()
    let letters = state.document.runs.shown.identities
    let beside = 2 * radius + metrics.gap / 2
    let gap = 1.5 * metrics.gap
    let more = font.pixels(words(.andMore(count: letters.count)), size) + gap
    let least = 4 * Double(size)
    let fitting = Int((rect.width + gap) / (beside + least + gap))
    let shown = fitting >= letters.count ? letters.count : max(Int((rect.width - more) / (beside + least + gap)), 0)
    let room = rect.width - (shown < letters.count ? more : 0) + gap
    let width = min(room / Double(max(shown, 1)) - beside - gap, most)
    var x = rect.x
    for letter in letters.prefix(shown) {
      marker(
        letter, center: Point(x + radius, centerY), radius: radius, theme: theme, ground: theme.raised, ink: theme.ink)
      drawBlank(x: x + beside, width: width, centerY: centerY, size: size)
      x += beside + width + gap
    }
    if shown < letters.count {
      text(words(.andMore(count: letters.count - shown)), x: x, centerY: centerY, size: size, theme.ink2)
    }
  }

  private mutating func drawBlank(x: Double, width: Double, centerY: Double, size: Int) {
    guard width > 0 else { return }
    canvas.fill(
      Rect(
        x: x.rounded(), y: (centerY + 0.5 * Double(size)).rounded(), width: width.rounded(), height: metrics.hairline),
      theme.ink2)
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
