import GaussianMixtures
import Glibc
import LabCore
import Rasterizer

/// Where each component's mean, ellipses and handles are on the screen now, glides included. Drawing and hit-testing
/// read the same.
public struct CanvasScene: Sendable {
  public struct Component: Sendable, Equatable {
    /// Its index in the mixture on show, and its letter.
    public let index: Int
    public let letter: Int
    public let mean: Point
    let oneSigma, twoSigma, threeSigma: Ellipse
    let trail: [Point]
    let handles: Handles
    /// Where its letter stands: on the mean, or outside on a leader.
    let letterCenter: Point
    let isLetterOutside: Bool
    /// How far it stands out because it is pointed at, and how far it steps back because another one is: 0 … 1.
    let emphasis, fade: Double

    /// A circle looks the same however it is turned.
    var canTurn: Bool { oneSigma.semiMajor > 1.02 * oneSigma.semiMinor }

    func color(_ theme: Theme) -> Color { theme.component(letter) }
  }

  /// Four squares on the 1 σ axes (long +, short +, long −, short −) and a knob that turns.
  public struct Handles: Sendable, Equatable {
    public let stretch: [Point]
    public let turn: Point

    /// - Parameter spread: how far the handles keep from the mean even where the ellipse is smaller.
    init(_ ellipse: Ellipse, spread: Double) {
      let long = Point(cos(ellipse.angle), sin(ellipse.angle))
      let short = Point(-long.y, long.x)
      func at(_ direction: Point, _ length: Double) -> Point {
        Point(ellipse.center.x + direction.x * length, ellipse.center.y + direction.y * length)
      }
      let (first, second) = (Handles.reach(ellipse.semiMajor, spread), Handles.reach(ellipse.semiMinor, spread))
      stretch = [at(long, first), at(short, second), at(long, -first), at(short, -second)]
      turn = at(long, max(1.42 * ellipse.semiMajor, first + 1.2 * spread))
    }

    /// Handles of a small group stand outside it: spread = the letter's radius; of any other on their axes.
    static func spread(_ ellipse: Ellipse, letterRadius: Double) -> Double {
      LetterPlaces.isSmall(ellipse, letterRadius) ? letterRadius : 0
    }
    /// The distance of a handle from the mean for a half-axis, and the half-axis for a distance.
    static func reach(_ axis: Double, _ spread: Double) -> Double { (axis * axis + spread * spread).squareRoot() }
    static func axis(_ reach: Double, _ spread: Double) -> Double {
      max(reach * reach - spread * spread, 0).squareRoot()
    }
  }

  public let components: [Component]
  /// Those whose spread is shown: all of EM, none of k-means.
  let spread: [Component]
  /// The mixture as it is drawn at this moment: in the two columns on show.
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
    let guessed = state.guessedMixture
    if let guessed { model = guessed }
    model = state.document.points.seen(model)
    self.model = model
    let transform = layout.transform
    let radius = layout.metrics.meanRadius
    let ellipses = (0..<model.componentCount).map {
      EllipseGeometry.ellipse(model, component: $0, sigmas: 1, transform)
    }
    let letters = CanvasScene.letterCenters(ellipses, layout, state)
    // A hidden model has no components: nothing of it is drawn, nor can anything be grabbed.
    let strengths = state.interface.emphasis.strengths(at: state.now)
    let isSeen = state.document.hasModel && state.layers.shows(.model)
    components = (0..<(isSeen ? model.componentCount : 0)).map { index in
      let oneSigma = ellipses[index]
      var trail =
        guessed != nil
        ? []
        : TrailPath.points(
          state.document.runs.trail(of: index), state.document.points.plane, transform)
      if !trail.isEmpty { trail[trail.count - 1] = oneSigma.center }
      return Component(
        index: index, letter: step.identities[index], mean: oneSigma.center, oneSigma: oneSigma,
        twoSigma: EllipseGeometry.ellipse(model, component: index, sigmas: 2, transform),
        threeSigma: EllipseGeometry.ellipse(model, component: index, sigmas: 3, transform), trail: trail,
        handles: Handles(oneSigma, spread: Handles.spread(oneSigma, letterRadius: radius)),
        letterCenter: letters[index] ?? oneSigma.center, isLetterOutside: letters[index] != nil,
        emphasis: strengths[step.identities[index]] ?? 0,
        fade: strengths.reduce(0) { $1.key == step.identities[index] ? $0 : max($0, $1.value) })
    }
    spread = state.document.algorithm == .em ? components : []
    grabRadius = 12 * layout.metrics.unit
    meanRadius = max(layout.metrics.meanRadius, 12 * layout.metrics.unit)
    hovered = nil
    if state.tool == .means, let pointer = state.interface.pointer, state.interface.hovered == nil {
      let target = self.target(at: Point(pointer.x, pointer.y))
      if case .mean(let component, _) = target { hovered = component }
    }
  }

  /// Where letters stand outside; during a glide on their way from where they stood before it to where they will.
  private static func letterCenters(_ ellipses: [Ellipse], _ layout: Layout, _ state: LabState) -> [Point?] {
    // Where no ellipse is drawn a letter stands where its mean is.
    if state.document.algorithm == .kMeans { return ellipses.map { _ in nil } }
    func places(_ model: GaussianMixture) -> [Point?] {
      let ellipses = (0..<model.componentCount).map {
        EllipseGeometry.ellipse(model, component: $0, sigmas: 1, layout.transform)
      }
      return LetterPlaces(
        ellipses, radius: layout.metrics.meanRadius, points: state.document.points, layout.transform,
        canvas: layout.canvas
      ).outside
    }
    let step = state.document.runs.shown
    let points = state.document.points
    let after = places(points.seen(state.mixtureOnShow))
    guard state.guessedMixture == nil, let glide = state.glide, glide.from.identities == step.identities else {
      return after
    }
    let (left, reached) = (points.seen(glide.from.model), points.seen(step.model))
    let before = places(left)
    let t = glide.progress(at: state.now)
    return ellipses.indices.map { index in
      let mean = ellipses[index].center
      guard before[index] != nil || after[index] != nil else { return nil }
      // Seen from the mean, which is on its way itself.
      func offset(_ place: Point?, _ model: GaussianMixture) -> Point {
        guard let place else { return Point(0, 0) }
        let center = EllipseGeometry.ellipse(model, component: index, sigmas: 1, layout.transform).center
        return Point(place.x - center.x, place.y - center.y)
      }
      let (from, to) = (offset(before[index], left), offset(after[index], reached))
      return Point(mean.x + from.x + (to.x - from.x) * t, mean.y + from.y + (to.y - from.y) * t)
    }
  }

  /// The frontmost component whose letter stands at a position, on its mean or outside.
  private func component(lettered point: Point) -> Component? {
    components.reversed().first { $0.letterCenter.distance(to: point) <= meanRadius }
  }

  /// The drag with what it keeps while it lasts: the angle that its ellipse's first axis has now, or how far from its
  /// mean the letter stands that was taken hold of.
  func holding(_ drag: Drag, at point: Point, _ transform: CanvasTransform) -> Drag {
    switch drag {
    case .covariance(let index, let handle, _):
      guard components.indices.contains(index) else { return drag }
      return .covariance(index, handle: handle, angle: components[index].oneSigma.angle)
    case .mean(let index, _):
      guard components.indices.contains(index), components[index].mean.distance(to: point) > meanRadius else {
        return drag
      }
      let (mean, hold) = (transform.data(components[index].mean), transform.data(point))
      return .mean(index, grip: DataSize(hold.x - mean.x, hold.y - mean.y))
    case .paint, .erase, .pan, .scrub, .marquee, .carry, .stamp, .give, .takeBack, .mark, .weight, .exportRange:
      return drag
    }
  }

  /// The letter of the component that a position points at: by its letter, or by the line of an ellipse.
  func letter(at point: Point) -> Int? {
    let reach = grabRadius / 2
    if let near = component(lettered: point) { return near.letter }
    var nearest: (letter: Int, distance: Double)?
    for component in spread {
      let direction = atan2(point.y - component.mean.y, point.x - component.mean.x)
      let away = component.mean.distance(to: point)
      for ellipse in [component.oneSigma, component.twoSigma] {
        let distance = abs(away - ellipse.edge(towards: direction))
        if distance <= reach, distance < nearest?.distance ?? .infinity { nearest = (component.letter, distance) }
      }
    }
    return nearest?.letter
  }

  /// Everything that the means tool can grab: means, and the handles of those whose spread is shown.
  var grips: [Point] {
    components.map(\.mean)
      + spread.flatMap { $0.handles.stretch + ($0.canTurn ? [$0.handles.turn] : []) }
  }

  /// What the means tool would grab at a position: a mean before a handle, the frontmost first.
  public func target(at point: Point) -> Drag? {
    func near(_ other: Point, _ radius: Double) -> Bool {
      let dx = other.x - point.x
      let dy = other.y - point.y
      return dx * dx + dy * dy <= radius * radius
    }
    for component in components.reversed() where near(component.mean, meanRadius) { return .mean(component.index) }
    if let lettered = component(lettered: point) { return .mean(lettered.index) }
    for component in spread.reversed() {
      if component.canTurn, near(component.handles.turn, grabRadius) { return .covariance(component.index, handle: 4) }
      for (handle, position) in component.handles.stretch.enumerated() where near(position, grabRadius) {
        return .covariance(component.index, handle: handle)
      }
    }
    return nil
  }
}
