import LabCore
import Rasterizer

/// Where everything is: one geometry pass that drawing and hit-testing both read.
public struct Layout: Sendable {
  public let metrics: Metrics
  public let window: Rect
  public let topBar, rail, canvas, panel, strip: Rect
  /// What lies between rail and panel: the canvas, or the large chart.
  let stage: Rect
  public let transform: CanvasTransform
  let top: TopBarLayout
  let tools: RailLayout
  let bottom: StripLayout
  public let components: ComponentsLayout
  public let chart: ChartLayout
  /// The chart where it has taken the canvas's place.
  let largeChart: ChartLayout?
  /// The page that stands in place of the chart, or of the whole panel where that is too small for both.
  let page: PageLayout?
  let menu: MenuLayout?
  let help: HelpLayout?
  let toast: ToastLayout?
  let loading: LoadingLayout?

  /// - Parameter isPlot: whether the canvas is all there is, without the window around it.
  public init(_ state: LabState, font: any TextSource, isPlot: Bool = false) {
    let metrics = Metrics(state.interface)
    self.metrics = metrics
    window = Rect(x: 0, y: 0, width: Double(state.interface.width), height: Double(state.interface.height))
    topBar = Rect(x: 0, y: 0, width: window.width, height: metrics.topBar)
    strip = Rect(x: 0, y: window.height - metrics.strip, width: window.width, height: metrics.strip)
    let middle = max(0, window.height - metrics.topBar - metrics.strip)
    let panelWidth = min(metrics.panel, window.width / 2)
    rail = Rect(x: 0, y: metrics.topBar, width: metrics.rail, height: middle)
    panel = Rect(x: window.width - panelWidth, y: metrics.topBar, width: panelWidth, height: middle)
    stage =
      isPlot
      ? window : Rect(x: metrics.rail, y: metrics.topBar, width: max(0, panel.x - metrics.rail), height: middle)
    components = ComponentsLayout(state, panel: panel, metrics: metrics, font: font)
    chart = ChartLayout(state, panel: panel, below: components.bottom, metrics: metrics, font: font)
    let isLarge = state.interface.isChartLarge && state.interface.page == .run && !isPlot
    largeChart = isLarge ? ChartLayout(large: state, in: stage, metrics: metrics, font: font) : nil
    canvas = isLarge ? chart.room(in: panel, metrics) : stage
    transform = CanvasTransform(state.viewport, aspect: state.document.aspect, in: canvas)
    top = TopBarLayout(state, bar: topBar, canvas: stage, metrics: metrics, font: font)
    tools = RailLayout(rail: rail, metrics: metrics)
    bottom = StripLayout(state, strip: strip, metrics: metrics, font: font)
    page = PageLayout(state, panel: panel, below: components.bottom, metrics: metrics, font: font)
    menu = state.interface.overlay == .dataMenu ? MenuLayout(state, under: topBar, metrics: metrics, font: font) : nil
    help =
      state.interface.overlay == .help ? HelpLayout(state.words, window: window, metrics: metrics, font: font) : nil
    loading = LoadingLayout(state, canvas: stage, metrics: metrics)
    toast = ToastLayout(state, canvas: stage, metrics: metrics, font: font)
  }

  /// The chart with its curves, wherever it is.
  public var activeChart: ChartLayout { largeChart ?? chart }

  /// Those of the chart, while no page covers it.
  var chartControls: [(control: Control, rect: Rect)] {
    chart.headControls + (largeChart?.headControls ?? []) + activeChart.curveControls
  }

  /// Every control with its rectangle, the topmost last.
  var controls: [(control: Control, rect: Rect)] {
    top.controls + tools.controls + bottom.controls + (page?.coversComponents == true ? [] : components.controls)
      + (page?.controls ?? chartControls)
      + (toast?.controls ?? []) + (loading.map { [(.cancelLoading, $0.close)] } ?? []) + (menu?.controls ?? [])
      + (help?.controls ?? [])
  }

  /// The control at a position, if any.
  public func control(at point: Point) -> Control? {
    guard let topmost = controls.last(where: { $0.rect.contains(point) })?.control else {
      return page == nil ? activeChart.keptRun(near: point).map { .keptRun($0) } : nil
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
