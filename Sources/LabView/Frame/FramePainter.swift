import LabCore
import Rasterizer

/// Draws the lab. Everything seen is a function of the state, the font and nothing else; what is kept between frames is
/// only a memory of work that would have the same result again: the pixels of parts that look as before, and the
/// points' colors.
public final class FramePainter {
  private let font: any TextSource
  /// The latest frame. The next one changes what differs.
  private var canvas = Canvas(width: 0, height: 0)
  /// When its changes were asked for last.
  private var taken: TileClock.Moment?
  /// By place on the canvas.
  private let panes: [PaneMemory]
  private var topBar = Layer<BarKey>()
  /// The one button of it that changes with every half-step.
  private var next = Layer<BarKey>()
  private var band = Layer<RegionKey>()
  private var rail = Layer<BarKey>()
  private var panel = Layer<RegionKey>()
  private var strip = Layer<BarKey>()
  private var largeChart = Layer<RegionKey>()
  private lazy var exportPreview = ExportPreview(font: font, engines: engines)
  private let engines: EngineMemory

  /// Where to note every text that is drawn.
  var textLog: TextLog?

  /// Called after each part of a frame, for whoever wants to time them: parts are drawn one after the other then.
  public var onPart: ((FramePart) -> Void)?

  /// - Parameter engines: where the engine keeps its spatial order of the points, in which many are drawn faster.
  public init(font: any TextSource, engines: EngineMemory = EngineMemory()) {
    self.font = font
    self.engines = engines
    panes = (0..<Lane.most).map { _ in PaneMemory(engines: engines) }
  }

  /// The window as it was drawn last.
  public var picture: Bitmap { canvas.bitmap }

  /// Draws the window into `picture`, of the state's size. Only what changed since the last frame is drawn; the result is
  /// the same, to the bit, as if all of it were.
  public func update(_ state: LabState) {
    let (width, height) = (state.interface.width, state.interface.height)
    var frame = Canvas(width: 0, height: 0)
    swap(&frame, &canvas)
    if (frame.width, frame.height) != (width, height) { frame = frame.replaced(width: width, height: height) }
    canvas = draw(state, into: frame)
  }

  /// The parts of the picture that differ from what it was when this was last asked.
  package func takeChanges() -> [PixelRect] {
    defer { taken = canvas.moment() }
    return canvas.changes(since: taken)
  }

  /// The whole window as a picture of the state's size.
  public func draw(_ state: LabState) -> Bitmap {
    update(state)
    return picture
  }

  /// The canvas alone as a picture of the state's size: points, grid and model without the window around them.
  public func drawPlot(_ state: LabState) -> Bitmap {
    draw(state, into: Canvas(width: state.interface.width, height: state.interface.height), isPlot: true).bitmap
  }

  /// Has the texts noted without a picture: where they go does not depend on what is drawn.
  func noteTexts(of state: LabState) {
    _ = draw(state, into: Canvas(width: 1, height: 1))
  }

  /// Draws the whole window into a canvas of the state's size and returns it.
  ///
  /// - Parameter isPlot: only the canvas, as large as the window.
  private func draw(_ state: LabState, into canvas: consuming Canvas, isPlot: Bool = false) -> Canvas {
    let state = state.asDrawn
    let layout = Layout(state, font: font, isPlot: isPlot)
    if !isPlot { canvas.keepTime(edges: layout.parts) }
    var painter = Painter(
      canvas, state.interface, metrics: layout.metrics, words: state.words, font: font, log: textLog)
    onPart?(.layout)
    if let chart = layout.largeChart {
      // The canvas lies in the panel now.
      showPanel(layout, state, on: &painter)
      textLog?.layer = .chart
      largeChart.show(RegionKey(state, controls: layout.chartControls), in: layout.stage, on: &painter) {
        $0.drawLargeChart(chart, layout, state)
      }
    }
    painter.draw(
      lanes(layout, state), beside: isPlot ? [] : bars(layout, state), inTurn: textLog != nil || onPart != nil)
    textLog?.layer = .heads
    for head in layout.heads { painter.drawHead(head, state) }
    onPart?(.heads)
    if isPlot { return painter.canvas }
    painter.drawOverlays(layout, state, isDataHidden: isDataHidden(layout, state))
    if let export = layout.export {
      let preview = export.preview.map { exportPreview.bitmap(state, in: $0) }
      painter.drawExport(export, layout, preview: preview, state)
    }
    if let transcript = layout.transcript { painter.drawTranscript(transcript, layout, state) }
    onPart?(.overlays)
    return painter.canvas
  }

  /// Each lane is drawn as a canvas of its own that happens to be smaller.
  private func lanes(_ layout: Layout, _ state: LabState) -> [Painter.Part] {
    zip(panes, layout.panes).map { [onPart] memory, pane in
      // Each lane has a memory of its own, and parts are timed in turn only.
      nonisolated(unsafe) let (memory, onPart) = (memory, onPart)
      return Painter.Part(pane.rect) {
        memory.draw(layout.inPane(pane), state.looking(at: pane.lane), on: &$0, onPart: onPart)
      }
    }
  }

  /// What lies around the canvas.
  private func bars(_ layout: Layout, _ state: LabState) -> [Painter.Part] {
    var bars = [
      bar(layout.topBar, .topBar, .topBar) { own, painter in
        own.topBar.show(BarKey(.top, state, controls: layout.top.controls), in: layout.topBar, on: &painter) {
          $0.drawTopBar(layout, state)
        }
        guard let button = layout.top.controls.first(where: { $0.control == .next }) else { return }
        let area = painter.nextArea(button.rect, state)
        own.next.show(BarKey(.next, state, controls: [button]), in: area, on: &painter) {
          $0.drawNext(button.rect, layout, state)
        }
      },
      bar(layout.rail, .rail, .rail) { own, painter in
        own.rail.show(BarKey(.rail, state, controls: layout.tools.controls), in: layout.rail, on: &painter) {
          $0.drawRail(layout, state)
        }
      },
      bar(layout.strip, .strip, .strip) { own, painter in
        // The strip tells what Enter does with the button that the keyboard is on.
        let controls = layout.bottom.controls + (layout.recovery?.controls ?? [])
        own.strip.show(BarKey(.strip, state, controls: controls), in: layout.strip, on: &painter) {
          $0.drawStrip(layout, state)
        }
      },
    ]
    /// A lesson that is played, or one that is recorded.
    func addBand(
      _ frame: Rect, _ controls: [(control: Control, rect: Rect)], draw: @escaping @Sendable (inout Painter) -> Void
    ) {
      bars.append(
        bar(frame, .band, .band) { own, painter in
          own.band.show(RegionKey(state, controls: controls), in: frame, on: &painter, draw: draw)
        })
    }
    if let part = layout.band { addBand(part.frame, part.controls) { $0.drawLessonBand(part, state) } }
    if let part = layout.record { addBand(part.frame, part.controls) { $0.drawRecordBand(part, state) } }
    if layout.largeChart == nil {
      // First, as it takes longest.
      bars.insert(
        bar(layout.panel, .panel, .panel) { own, painter in own.showPanel(layout, state, on: &painter) }, at: 0)
    }
    return bars
  }

  /// A part beside the canvas, each with a memory of its own.
  private func bar(
    _ area: Rect, _ texts: TextLog.Layer, _ timed: FramePart,
    draw: @escaping @Sendable (_ own: FramePainter, _ painter: inout Painter) -> Void
  ) -> Painter.Part {
    nonisolated(unsafe) let own = self
    return Painter.Part(area) {
      own.textLog?.layer = texts
      draw(own, &$0)
      own.onPart?(timed)
    }
  }

  private func showPanel(_ layout: Layout, _ state: LabState, on painter: inout Painter) {
    let panelControls =
      layout.components.controls + layout.components.cardControls + (layout.page?.controls ?? layout.chartControls)
    textLog?.layer = .panel
    let key = RegionKey(state, controls: panelControls, glides: true)
    panel.show(key, in: layout.panel, keeping: .whenSeenAgain, on: &painter) { $0.drawPanel(layout, state) }
  }

  /// Whether the canvas lacks some of the data.
  private func isDataHidden(_ layout: Layout, _ state: LabState) -> Bool {
    guard let bounds = state.document.points.bounds else { return false }
    let shown = layout.transform.dataRect(layout.pane(of: state.document.active))
    return bounds.minX < shown.minX || bounds.maxX > shown.maxX || bounds.minY < shown.minY || bounds.maxY > shown.maxY
  }

  /// Forgets every pixel, and the colors too if asked for: the next frame is drawn from scratch.
  public func forget(colors: Bool) {
    for pane in panes { pane.forget(colors: colors) }
    topBar.forget()
    next.forget()
    band.forget()
    rail.forget()
    panel.forget()
    strip.forget()
    largeChart.forget()
  }
}

/// The parts of a frame, in the order in which they are drawn where they are timed.
public enum FramePart: String, CaseIterable, Sendable {
  case layout, scene, colors, points, ellipses, panel, topBar, rail, strip, band, heads, overlays
}

extension Painter {
  fileprivate mutating func drawPanel(_ layout: Layout, _ state: LabState) {
    canvas.fill(layout.panel, theme.chrome)
    hairline(Rect(x: layout.panel.x, y: layout.panel.y, width: metrics.hairline, height: layout.panel.height))
    let outer = canvas.narrowClip(to: layout.panel)
    if !layout.coversComponents { drawComponents(layout, state) }
    drawPageEdge(layout)
    switch layout.page?.content {
    case .options(let part): drawOptions(part, layout, state)
    case .selection(let part): drawSelection(part, layout, state)
    case .race(let part): drawRace(part, layout, state)
    case .runs(let part): drawRuns(part, layout, state)
    case .mystery(let part): drawMystery(part, layout, state)
    case nil: if let guess = layout.guess { drawGuess(guess, layout, state) } else { drawChart(layout, state) }
    }
    canvas.restoreClip(outer)
  }

  private mutating func drawPageEdge(_ layout: Layout) {
    guard let page = layout.page, !page.coversComponents else { return }
    hairline(
      Rect(
        x: layout.panel.x + metrics.padding, y: page.top.rounded(), width: layout.panel.width - 2 * metrics.padding,
        height: metrics.hairline))
  }
}
