import LabCore
import Rasterizer

/// Where everything is: one geometry pass that drawing and hit-testing both read.
public struct Layout: Sendable {
  public let metrics: Metrics
  public let window: Rect
  public let topBar, rail, canvas, panel, strip: Rect
  public let transform: CanvasTransform
  let top: TopBarLayout
  let tools: RailLayout
  let bottom: StripLayout
  public let components: ComponentsLayout
  public let chart: ChartLayout
  /// The page that stands in place of the chart, or of the whole panel where that is too small for both.
  let page: PageLayout?
  let menu: MenuLayout?
  let help: HelpLayout?
  let layers: LayersLayout?
  let flyout: FlyoutLayout?
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
    canvas =
      isPlot
      ? window : Rect(x: metrics.rail, y: metrics.topBar, width: max(0, panel.x - metrics.rail), height: middle)
    transform = CanvasTransform(state.viewport, aspect: state.document.aspect, in: canvas)
    top = TopBarLayout(state, bar: topBar, canvas: canvas, metrics: metrics, font: font)
    tools = RailLayout(rail: rail, metrics: metrics)
    bottom = StripLayout(state, strip: strip, metrics: metrics, font: font)
    components = ComponentsLayout(state, panel: panel, metrics: metrics, font: font)
    chart = ChartLayout(state, panel: panel, below: components.bottom, metrics: metrics, font: font)
    page = PageLayout(state, panel: panel, below: components.bottom, metrics: metrics, font: font)
    menu = state.interface.overlay == .dataMenu ? MenuLayout(state, under: topBar, metrics: metrics, font: font) : nil
    help =
      state.interface.overlay == .help ? HelpLayout(state.words, window: window, metrics: metrics, font: font) : nil
    flyout = isPlot ? nil : FlyoutLayout(state, components, canvas: canvas, metrics: metrics, font: font)
    layers = isPlot ? nil : LayersLayout(state, canvas: canvas, metrics: metrics, font: font)
    loading = LoadingLayout(state, canvas: canvas, metrics: metrics)
    toast = ToastLayout(state, canvas: canvas, metrics: metrics, font: font)
  }

  /// Every control with its rectangle, the topmost last.
  var controls: [(control: Control, rect: Rect)] {
    top.controls + tools.controls + bottom.controls
      + (page?.coversComponents == true ? [] : components.controls + components.cardControls)
      + (page?.controls ?? []) + (layers?.controls ?? [])
      + (toast?.controls ?? []) + (loading.map { [(.cancelLoading, $0.close)] } ?? []) + (menu?.controls ?? [])
      + (help?.controls ?? [])
  }

  /// The control at a position, if any.
  public func control(at point: Point) -> Control? {
    guard let topmost = controls.last(where: { $0.rect.contains(point) })?.control else { return nil }
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
