import LabCore
import Rasterizer

/// Draws the lab. Everything seen is a function of the state, the font and nothing else; what is kept between frames is
/// only a memory of work that would have the same result again.
public final class FramePainter {
  private let font: any TextSource
  private var colorMemory: [ColorKey: [UInt32]] = [:]

  public init(font: any TextSource) { self.font = font }

  /// The whole window as a picture of the state's size.
  public func draw(_ state: LabState) -> Bitmap {
    draw(state, into: Canvas(width: state.interface.width, height: state.interface.height)).bitmap
  }

  /// Draws the whole window into a canvas of the state's size and returns it.
  public func draw(_ state: LabState, into canvas: consuming Canvas) -> Canvas {
    let layout = Layout(state, font: font)
    var painter = Painter(canvas, state.interface, metrics: layout.metrics, font: font)
    painter.drawDataCanvas(layout, state, colors: colors(state, painter.theme))
    painter.drawTopBar(layout, state)
    painter.drawRail(layout, state)
    painter.drawPanel(layout, state)
    painter.drawStrip(layout, state)
    painter.drawOverlays(layout, state)
    return painter.canvas
  }

  // MARK: - Point colours

  private struct ColorKey: Hashable {
    let points: Revision
    let theme: [Color]
    let ownership: OwnershipKey
  }

  /// Beyond this many points an E-step recolours at once: mixing colours for a glide would cost a frame.
  private static let glidingPoints = 20_000

  private func colors(_ state: LabState, _ theme: Theme) -> PointColors {
    let step = state.document.timeline.current
    let now = colors(of: step.ownership, state.document.points, theme)
    if let glide = state.glide, glide.from.ownership != step.ownership,
      state.document.points.count <= FramePainter.glidingPoints
    {
      let before = colors(of: glide.from.ownership, state.document.points, theme)
      if before == nil, now == nil { return .uniform(theme.point) }
      let grey = [UInt32](repeating: theme.point.rgb, count: state.document.points.count)
      return .each(PointColoring.mix(before ?? grey, now ?? grey, glide.progress(at: state.now)))
    }
    return now.map { .each($0) } ?? .uniform(theme.point)
  }

  private func colors(of ownership: Ownership?, _ points: PointCloud, _ theme: Theme) -> [UInt32]? {
    guard let ownership else { return nil }
    let key = ColorKey(points: points.revision, theme: theme.components, ownership: OwnershipKey(ownership))
    if let known = colorMemory[key] { return known }
    let fresh = PointColoring.colors(points, ownership, theme)
    if colorMemory.count >= 2 { colorMemory.removeAll() }
    colorMemory[key] = fresh
    return fresh
  }
}

/// An ownership as something to look up by.
private struct OwnershipKey: Hashable {
  let numbers: [Double]
  let letters: [Int]

  init(_ ownership: Ownership) {
    let model = ownership.model
    numbers = model.weights + model.means.flatMap { $0 } + model.covariances.flatMap { $0.nested.flatMap { $0 } }
    letters = ownership.letters
  }
}

extension Painter {
  fileprivate mutating func drawPanel(_ layout: Layout, _ state: LabState) {
    canvas.fill(layout.panel, theme.chrome)
    hairline(Rect(x: layout.panel.x, y: layout.panel.y, width: metrics.hairline, height: layout.panel.height))
    let outer = canvas.narrowClip(to: layout.panel)
    if layout.page?.coversComponents != true { drawComponents(layout, state) }
    switch layout.page?.content {
    case .options(let part):
      drawPageEdge(layout)
      drawOptions(part, layout, state)
    case .selection(let part):
      drawPageEdge(layout)
      drawSelection(part, layout, state)
    case nil: drawChart(layout, state)
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
