import LabCore
import Rasterizer

/// Where everything is: one geometry pass that drawing and hit-testing both read.
public struct Layout: Sendable {
  public let metrics: Metrics
  public let window: Rect
  public let topBar, rail, panel, strip: Rect
  /// All of the canvas; for one lane (`inPane`) its part of it.
  public private(set) var canvas: Rect
  /// That of the active lane.
  public private(set) var transform: CanvasTransform
  /// The lanes on the canvas.
  public let panes: [Pane]
  let heads: [LaneHead]
  /// What lies between rail and panel: the canvas, or the large chart.
  let stage: Rect
  let top: TopBarLayout
  let tools: RailLayout
  let bottom: StripLayout
  public let components: ComponentsLayout
  public let chart: ChartLayout
  /// The chart where it has taken the canvas's place.
  let largeChart: ChartLayout?
  /// What stands in place of the chart while somebody guesses.
  let guess: GuessLayout?
  /// The page that stands in place of the chart, or of the whole panel where that is too small for both.
  let page: PageLayout?
  let gallery: GalleryLayout?
  let lessons: LessonsLayout?
  let handIns: HandInsLayout?
  /// What a lesson says, under the top bar.
  let band: LessonBandLayout?
  /// The same of one that is recorded, and what is chosen there.
  let record: RecordBandLayout?
  let recordList: RecordListLayout?
  /// A name to save under.
  let files: FilesLayout?
  /// Files to open.
  let open: OpenLayout?
  let export: ExportLayout?
  let settingsPage: SettingsLayout?
  /// What is on the screen in sentences, over all else.
  private(set) var transcript: TranscriptLayout?
  let recovery: RecoveryLayout?
  let list: ListLayout?
  let help: HelpLayout?
  let layers: LayersLayout?
  /// The axes' names, where they can be chosen, and the choice.
  let chips: AxisChips?
  let columns: ColumnsLayout?
  /// What there is to set about the tool in hand.
  let settings: ToolSettingsLayout?
  /// What can be done with the points that are chosen.
  let chosen: ChosenLayout?
  /// What a card cannot show of its component; the inspector goes before it.
  private(set) var flyout: FlyoutLayout?
  let toast: ToastLayout?
  let loading: LoadingLayout?

  /// - Parameter isPlot: whether the canvas is all there is, without the window around it.
  public init(_ state: LabState, font: any TextSource, isPlot: Bool = false) {
    let metrics = Metrics(state.interface, lanes: state.document.lanes.count)
    self.metrics = metrics
    window = Rect(x: 0, y: 0, width: Double(state.interface.width), height: Double(state.interface.height))
    topBar = Rect(x: 0, y: 0, width: window.width, height: metrics.topBar)
    band =
      isPlot ? nil : LessonBandLayout(state, top: metrics.topBar, window: window, metrics: metrics, font: font)
    record =
      isPlot ? nil : RecordBandLayout(state, top: metrics.topBar, window: window, metrics: metrics, font: font)
    // In a lesson the last row has the canvas instead.
    let stripHeight = (band != nil || record != nil) && metrics.isProjector ? 0 : metrics.strip
    strip = Rect(x: 0, y: window.height - stripHeight, width: window.width, height: stripHeight)
    let top = min(band?.frame.maxY ?? record?.frame.maxY ?? metrics.topBar, window.height)
    let middle = max(0, window.height - top - stripHeight)
    let panelWidth = min(metrics.panel, (window.width / 2).rounded(.down))
    rail = Rect(
      x: 0, y: top, width: metrics.isProjector && !state.needsRail ? 0 : metrics.rail, height: middle)
    panel = Rect(x: window.width - panelWidth, y: top, width: panelWidth, height: middle)
    stage =
      isPlot ? window : Rect(x: rail.maxX, y: top, width: max(0, panel.x - rail.maxX), height: middle)
    components = ComponentsLayout(state, panel: panel, metrics: metrics, font: font)
    chart = ChartLayout(state, panel: panel, below: components.bottom, metrics: metrics, font: font)
    // Lanes are compared on the canvas, and a hidden model has no curve to show.
    let isLarge =
      state.interface.isChartLarge && state.interface.page == .run && !isPlot && state.document.lanes.count == 1
      && state.layers.shows(.model) && state.document.guess == nil
    largeChart = isLarge ? ChartLayout(large: state, in: stage, metrics: metrics, font: font) : nil
    canvas = isLarge ? chart.room(in: panel, metrics) : stage
    panes = Pane.panes(state, canvas: canvas, metrics: metrics)
    transform =
      (panes.first { $0.lane == state.document.active } ?? panes.first)?.transform
      ?? CanvasTransform(state.viewport, aspect: state.document.aspect, in: canvas)
    heads =
      panes.count > 1 ? panes.map { LaneHead(state, pane: $0, isPlot: isPlot, metrics: metrics, font: font) } : []
    self.top = TopBarLayout(state, bar: topBar, canvas: stage, metrics: metrics, font: font)
    tools =
      RailLayout(guessing: state, rail: rail, metrics: metrics) ?? RailLayout(state, rail: rail, metrics: metrics)
    bottom = StripLayout(state, strip: strip, metrics: metrics, font: font)
    guess = GuessLayout(state, panel: panel, below: components.bottom, metrics: metrics, font: font)
    page = PageLayout(state, panel: panel, below: components.bottom, metrics: metrics, font: font)
    gallery =
      state.interface.overlay == .gallery
      ? GalleryLayout(state, window: window, strip: strip, metrics: metrics, font: font) : nil
    lessons =
      state.interface.overlay == .lessons
      ? LessonsLayout(state, window: window, strip: strip, metrics: metrics, font: font) : nil
    recordList = RecordListLayout(state, stage: stage, window: window, metrics: metrics, font: font)
    handIns =
      state.interface.overlay == .handIns
      ? HandInsLayout(state, window: window, strip: strip, metrics: metrics, font: font) : nil
    files = FilesLayout(state, window: window, metrics: metrics, font: font)
    open =
      state.interface.overlay == .opening
      ? OpenLayout(state, window: window, strip: strip, metrics: metrics, font: font) : nil
    export =
      state.interface.overlay == .export
      ? ExportLayout(state, window: window, strip: strip, metrics: metrics, font: font) : nil
    settingsPage =
      state.interface.overlay == .settings
      ? SettingsLayout(state, window: window, strip: strip, metrics: metrics, font: font) : nil
    recovery = RecoveryLayout(state, stage: stage, metrics: metrics, font: font)
    list = ListLayout(state, tools: tools, heads: heads, window: window, metrics: metrics, font: font)
    help =
      state.interface.overlay == .help ? HelpLayout(state.words, window: window, metrics: metrics, font: font) : nil
    chips =
      isPlot || isLarge
      ? nil : AxisChips(state, canvas: canvas, isBelowHead: !heads.isEmpty, metrics: metrics, font: font)
    layers = isPlot || isLarge ? nil : LayersLayout(state, canvas: canvas, metrics: metrics, font: font)
    let stage = stage
    columns = chips.flatMap { ColumnsLayout(state, canvas: stage, above: $0.across.rect, metrics: metrics, font: font) }
    settings =
      isPlot || isLarge || guess != nil
      ? nil : ToolSettingsLayout(state, tools: tools, canvas: canvas, metrics: metrics, font: font)
    chosen =
      isPlot || isLarge || guess != nil
      ? nil
      : ChosenLayout(state, canvas: canvas, heads: heads, transform: transform, metrics: metrics, font: font)
    loading = LoadingLayout(state, canvas: stage, metrics: metrics)
    toast = ToastLayout(state, canvas: stage, metrics: metrics, font: font)
    if state.interface.transcriptLine != nil {
      transcript = TranscriptLayout(state, self, window: window, strip: strip, metrics: metrics, font: font)
    }
    if isPlot || isLarge { return }
    flyout = FlyoutLayout(
      state, components, isCovered: coversComponents, canvas: canvas, metrics: metrics, font: font)
    if let frame = flyout?.frame, let inspector = InspectorLayout(state, self, font: font)?.frame,
      !frame.intersection(inspector).isEmpty
    {
      flyout = nil
    }
  }

  /// What the window is made of, each drawn for itself.
  var parts: [Rect] {
    [topBar, rail, panel, strip, stage] + [band?.frame, record?.frame].compactMap { $0 } + panes.map(\.rect)
  }

  /// The chart with its curves, wherever it is.
  public var activeChart: ChartLayout { largeChart ?? chart }

  /// Whether a page covers the window.
  var hasWholePage: Bool {
    gallery != nil || export != nil || open != nil || settingsPage != nil || lessons != nil || handIns != nil
      || transcript != nil
  }

  /// Whether a page, or the block of a guess, takes the place of the cards.
  var coversComponents: Bool { page.map(\.coversComponents) ?? guess?.coversComponents ?? false }

  /// Those of the chart, while no page covers it.
  var chartControls: [(control: Control, rect: Rect)] {
    if let guess { return guess.controls }
    return chart.headControls + (largeChart?.headControls ?? []) + activeChart.curveControls
  }

  /// Every control with its rectangle, the topmost last.
  var controls: [(control: Control, rect: Rect)] {
    top.controls + (band?.controls ?? []) + (record?.controls ?? []) + tools.controls + bottom.controls
      + heads.map { (.lane($0.lane), $0.frame) }
      + (coversComponents ? [] : components.controls + components.cardControls)
      + (page?.controls ?? chartControls) + (chips?.controls ?? []) + (columns?.controls ?? [])
      + (layers?.controls ?? []) + (settings?.controls ?? [])
      + (chosen?.controls ?? [])
      + (recordList?.controls ?? []) + (toast?.controls ?? []) + (loading.map { [(.cancelLoading, $0.close)] } ?? [])
      + (list?.controls ?? [])
      + (help?.controls ?? []) + (gallery?.controls ?? []) + (lessons?.controls ?? []) + pageControls
      + (recovery?.controls ?? []) + (transcript?.controls ?? [])
  }

  /// Those of what covers the window.
  private var pageControls: [(control: Control, rect: Rect)] {
    files?.controls ?? open?.controls ?? handIns?.controls ?? export?.controls ?? settingsPage?.controls ?? []
  }

  /// The same with a lane's part of the canvas as all of it.
  func inPane(_ pane: Pane) -> Layout {
    var layout = self
    layout.canvas = pane.rect
    layout.transform = pane.transform
    return layout
  }

  /// How much of the top of a lane its head takes.
  var headRoom: Double { heads.isEmpty ? 0 : LaneHead.height(metrics) + 2 * LaneHead.margin(metrics) }

  /// A lane's part of the canvas.
  func pane(of lane: Int) -> Rect { panes.first { $0.lane == lane }?.rect ?? canvas }

  /// The lane's part of the canvas at a position.
  func pane(at point: Point) -> Pane? { panes.first { $0.rect.contains(point) } }

  /// The control at a position, if any.
  public func control(at point: Point) -> Control? {
    guard let topmost = controls.last(where: { $0.rect.contains(point) })?.control else {
      return page == nil && guess == nil ? activeChart.keptRun(near: point).map { .keptRun($0) } : nil
    }
    if case .candidate = topmost, case .selection(let part) = page?.content {
      return part.candidate(near: point) ?? topmost
    }
    return topmost
  }

  /// Where a control is, if it is on the screen.
  public func rect(of control: Control) -> Rect? {
    controls.last { $0.control == control }?.rect
  }
}
