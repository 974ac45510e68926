import FusedPass
import GaussianMixtures
import LabCore
import Rasterizer

/// The points' colors, computed when points, owners or theme change, and the order in which a crowd is drawn fastest.
struct PaintedCloud {
  private let engines: EngineMemory
  /// A crowd in the engine's spatial order, once the engine has brought it into it.
  private(set) var order: PointTable?
  /// The runs of that order, as they are seen from one side.
  private(set) var runs: PointRuns?
  private var plane: ModelPlane?
  /// In the user's order, or in that of `order`.
  private(set) var colors = PointColors.uniform(.transparent)
  /// One of the sizes that say how uncertain a point's owner is, by point in the user's order; nil where all points are
  /// alike.
  private(set) var sizes: [UInt8]?
  /// The shape of each point's owner, by point in the user's order; nil where all points are discs.
  private(set) var shapes: [PointShape]?
  /// Names the colors: equal names, equal colors.
  private(set) var key: Key?

  private var points: Revision?
  /// At most two: a glide has one to leave and one to reach.
  private var known: [Coloring] = []

  init(engines: EngineMemory) { self.engines = engines }

  struct Key: Equatable {
    let points: Revision
    let theme: [Color]
    let grey: Color
    let before, now: Owners?
    /// From `before` to `now`.
    let progress: Double
    /// Whether points differ in size.
    let isSized: Bool
    /// Whether they differ in shape.
    let isShaped: Bool
    /// Points given to components by somebody who guesses.
    let given: GivenColors?
  }

  /// The colors that one E-step gives to all points, as words to a crowd; `nil` where its densities cannot be evaluated.
  private struct Coloring {
    let theme: [Color]
    let ownership: Owners
    let colors: [UInt32]?
    var sizes: [UInt8]?
    var shapes: [PointShape]?
  }

  /// Brings colors up to date. A crowd is recolored at once: mixing its colors for a glide would cost a frame each.
  mutating func update(_ state: LabState, _ theme: Theme) {
    let points = state.document.points
    let isCrowd = PointLook.isCrowd(points.count)
    if self.points != points.revision { forget() }
    self.points = points.revision
    let giving = GivenColors(state)
    if giving != nil, order != nil { forget() }
    if isCrowd, order == nil, giving == nil, let table = engines.data(for: points)?.pointTableIfMade {
      forget()
      order = table
    }
    if let order, plane != points.plane {
      plane = points.plane
      runs = PointRuns(x: order.column(points.plane.across).span, y: order.column(points.plane.up).span)
    }
    let isSeen = state.layers.shows(.model)
    let now = isSeen ? state.document.runs.shown.owners : nil
    var before = now
    var progress = 1.0
    if isSeen, !isCrowd, let glide = state.glide, glide.from.owners != now {
      before = glide.from.owners
      progress = glide.progress(at: state.now)
    }
    let key = Key(
      points: points.revision, theme: theme.components, grey: theme.point, before: before, now: now, progress: progress,
      isSized: !isCrowd && state.layers.shows(.uncertainty), isShaped: !isCrowd && state.interface.shapesPoints,
      given: giving)
    if key == self.key { return }
    self.key = key
    colors = .uniform(theme.point)
    known.removeAll { $0.theme != theme.components || $0.ownership != before && $0.ownership != now }
    if let giving {
      var truth = giving.share > 0 ? coloring(now, points, theme) : nil
      if isCrowd { truth = truth.map(LightWord.rgb) }
      colors = .each(giving.colors(points.count, theme, truth: truth))
      sizes = nil
      shapes = key.isShaped ? giving.shapes(points.count) : nil
      return
    }
    let new = coloring(now, points, theme)
    if before == now {
      colors = new.map { isCrowd ? .words($0) : .each($0) } ?? .uniform(theme.point)
    } else {
      let grey = [UInt32](repeating: theme.point.rgb, count: points.count)
      colors = .each(PointColoring.mix(coloring(before, points, theme) ?? grey, new ?? grey, progress))
    }
    sizes = key.isSized ? mixedSizes(before, now, progress, points) : nil
    // A point changes its shape where its color is nearer to the new one.
    shapes = key.isShaped ? (progress < 0.5 ? before : now).flatMap { shapes($0, points) } : nil
  }

  private mutating func mixedSizes(_ before: Owners?, _ now: Owners?, _ t: Double, _ points: PointCloud) -> [UInt8]? {
    guard let now, let new = sizes(now, points) else { return nil }
    guard before != now, let before, let old = sizes(before, points) else { return new }
    return PointSizes.mix(old, new, t)
  }

  /// The sizes under some owners, kept beside their colors.
  private mutating func sizes(_ ownership: Owners, _ points: PointCloud) -> [UInt8]? {
    guard let place = known.firstIndex(where: { $0.ownership == ownership }) else {
      return PointSizes.steps(points, ownership)
    }
    if known[place].sizes == nil { known[place].sizes = PointSizes.steps(points, ownership) }
    return known[place].sizes
  }

  /// The shapes under some owners, kept beside their colors.
  private mutating func shapes(_ ownership: Owners, _ points: PointCloud) -> [PointShape]? {
    guard let place = known.firstIndex(where: { $0.ownership == ownership }) else {
      return OwnerShapes.shapes(points, ownership)
    }
    if known[place].shapes == nil { known[place].shapes = OwnerShapes.shapes(points, ownership) }
    return known[place].shapes
  }

  private mutating func forget() {
    order = nil
    (runs, plane) = (nil, nil)
    forgetColors()
  }

  mutating func forgetColors() {
    key = nil
    known = []
    colors = .uniform(.transparent)
    sizes = nil
    shapes = nil
  }

  private mutating func coloring(_ ownership: Owners?, _ points: PointCloud, _ theme: Theme) -> [UInt32]? {
    guard let ownership else { return nil }
    if let coloring = known.first(where: { $0.ownership == ownership }) { return coloring.colors }
    let words =
      order.map { PointColoring.words($0, ownership, theme) } ?? PointColoring.words(points, ownership, theme)
    let fresh = PointLook.isCrowd(points.count) ? words : words.map(LightWord.rgb)
    known.append(Coloring(theme: theme.components, ownership: ownership, colors: fresh))
    return fresh
  }
}
