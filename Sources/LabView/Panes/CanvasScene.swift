import Foundation
import GaussianMixtures
import LabCore
import Rasterizer

/// Where each component's mean, ellipses and handles are on the screen now, glides included. Drawing and hit-testing
/// read the same.
public struct CanvasScene: Sendable {
  public struct Component: Sendable {
    /// Its index in the mixture on show, and its letter.
    public let index: Int
    public let letter: Int
    public let mean: Point
    let oneSigma, twoSigma: Ellipse
    let trail: [Point]
    let handles: Handles

    /// A circle looks the same however it is turned.
    var canTurn: Bool { oneSigma.semiMajor > 1.02 * oneSigma.semiMinor }

    func color(_ theme: Theme) -> Color { theme.component(letter) }
  }

  /// Four squares on the 1 σ axes (long +, short +, long −, short −) and a knob that turns.
  public struct Handles: Sendable {
    public let stretch: [Point]
    public let turn: Point

    init(_ ellipse: Ellipse) {
      let long = Point(cos(ellipse.angle), sin(ellipse.angle))
      let short = Point(-long.y, long.x)
      func at(_ direction: Point, _ length: Double) -> Point {
        Point(ellipse.center.x + direction.x * length, ellipse.center.y + direction.y * length)
      }
      stretch = [
        at(long, ellipse.semiMajor), at(short, ellipse.semiMinor), at(long, -ellipse.semiMajor),
        at(short, -ellipse.semiMinor),
      ]
      turn = at(long, 1.42 * ellipse.semiMajor)
    }
  }

  public let components: [Component]
  /// The mixture as it is drawn at this moment.
  let model: GaussianMixture
  /// The component whose mean is under the pointer, with the means tool.
  private(set) var hovered: Int?
  private let grabRadius: Double
  private let meanRadius: Double

  public init(_ layout: Layout, _ state: LabState) {
    let step = state.document.runs.shown
    var model = step.model
    if let glide = state.glide, glide.from.identities == step.identities {
      model = glide.from.model.interpolated(to: model, glide.progress(at: state.now))
    }
    self.model = model
    let transform = layout.transform
    components = (0..<(state.document.hasModel ? model.componentCount : 0)).map { index in
      let oneSigma = EllipseGeometry.ellipse(model, component: index, sigmas: 1, transform)
      var trail = TrailPath.points(state.document.runs.trail(of: index), transform)
      if !trail.isEmpty { trail[trail.count - 1] = oneSigma.center }
      return Component(
        index: index, letter: step.identities[index], mean: oneSigma.center, oneSigma: oneSigma,
        twoSigma: EllipseGeometry.ellipse(model, component: index, sigmas: 2, transform), trail: trail,
        handles: Handles(oneSigma))
    }
    grabRadius = 12 * layout.metrics.handleScale
    meanRadius = max(layout.metrics.meanRadius, 12 * layout.metrics.scale)
    hovered = nil
    if state.tool == .means, let pointer = state.interface.pointer, state.interface.hovered == nil {
      let target = self.target(at: Point(pointer.x, pointer.y))
      if case .mean(let component) = target { hovered = component }
    }
  }

  /// The drag with the angle that its ellipse's first axis has now.
  func fixingAxis(of drag: Drag) -> Drag {
    guard case .covariance(let index, let handle, _) = drag, components.indices.contains(index) else { return drag }
    return .covariance(index, handle: handle, angle: components[index].oneSigma.angle)
  }

  /// What the means tool would grab at a position: a mean before a handle, the frontmost first.
  public func target(at point: Point) -> Drag? {
    func near(_ other: Point, _ radius: Double) -> Bool {
      let dx = other.x - point.x
      let dy = other.y - point.y
      return dx * dx + dy * dy <= radius * radius
    }
    for component in components.reversed() where near(component.mean, meanRadius) { return .mean(component.index) }
    for component in components.reversed() {
      if component.canTurn, near(component.handles.turn, grabRadius) { return .covariance(component.index, handle: 4) }
      for (handle, position) in component.handles.stretch.enumerated() where near(position, grabRadius) {
        return .covariance(component.index, handle: handle)
      }
    }
    return nil
  }
}

extension Metrics {
  /// Handles grow with the text.
  var handleScale: Double { sizeClass == .projector ? 2 * scale : scale }
}
