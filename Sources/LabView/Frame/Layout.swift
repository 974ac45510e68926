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
  public let components: ComponentsLayout
  public let chart: ChartLayout
  /// The page that stands in place of the chart, or of the whole panel where that is too small for both.
  let page: PageLayout?
  let menu: MenuLayout?
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
    components = ComponentsLayout(state, panel: panel, metrics: metrics, font: font)
    chart = ChartLayout(state, panel: panel, below: components.bottom, metrics: metrics, font: font)
    page = PageLayout(state, panel: panel, below: components.bottom, metrics: metrics, font: font)
    menu = state.interface.overlay == .dataMenu ? MenuLayout(state, under: topBar, metrics: metrics, font: font) : nil
    loading = LoadingLayout(state, canvas: canvas, metrics: metrics)
    toast = ToastLayout(state, canvas: canvas, metrics: metrics, font: font)
  }

  /// Every control with its rectangle, the topmost last.
  var controls: [(control: Control, rect: Rect)] {
    top.controls + tools.controls + (page?.coversComponents == true ? [] : components.controls) + (page?.controls ?? [])
      + (toast?.controls ?? []) + (loading.map { [(.cancelLoading, $0.close)] } ?? []) + (menu?.controls ?? [])
  }

  /// The control at a position, if any.
  public func control(at point: Point) -> Control? {
    controls.last { $0.rect.contains(point) }?.control
  }

  /// Where a control is, if it is on the screen.
  public func rect(of control: Control) -> Rect? {
    controls.last { $0.control == control }?.rect
  }
}

/// What the lower part of the panel shows instead of the chart.
struct PageLayout: Sendable {
  enum Content: Sendable {
    case options(OptionsLayout)
    case selection(SelectionLayout)
  }

  let content: Content
  let top: Double
  let coversComponents: Bool

  init?(_ state: LabState, panel: Rect, below bottom: Double, metrics m: Metrics, font: any TextSource) {
    let page = state.interface.page
    guard page != .run else { return nil }
    let needed = page == .options ? OptionsLayout.height(m) : SelectionLayout.height(m)
    let under = bottom + m.hairlineAfterCards
    coversComponents = panel.maxY - under < needed
    top = coversComponents ? panel.y + m.panelTop : under
    content =
      page == .options
      ? .options(OptionsLayout(state, panel: panel, top: top, metrics: m, font: font))
      : .selection(SelectionLayout(state, panel: panel, top: top, metrics: m, font: font))
  }

  var controls: [(control: Control, rect: Rect)] {
    switch content {
    case .options(let part): part.controls
    case .selection(let part): part.controls
    }
  }
}

extension TextSource {
  /// The width of a text in whole pixels.
  func pixels(_ text: String, _ size: Int, _ weight: FontWeight = .book) -> Double {
    width(of: text, TextStyle(size: size, weight: weight)).rounded(.up)
  }
}
