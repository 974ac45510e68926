import FusedPass
import GaussianMixtures
import LabCore
import Rasterizer

/// The points with their colours, ready to be drawn: computed when points, owners or theme change.
struct PaintedCloud {
  private let engines: EngineMemory
  /// A crowd's points, in the engine's spatial order if it has one, else in the user's.
  private(set) var crowd: PointTable?
  /// In the user's order, of a crowd in that of `crowd`.
  private(set) var colors = PointColors.uniform(.transparent)
  /// Names the colours: equal names, equal colours.
  private(set) var key: Key?

  private var crowdKey: CrowdKey?
  private var known: [Coloring] = []

  init(engines: EngineMemory) { self.engines = engines }

  struct Key: Equatable {
    let points: Revision
    let theme: [Color]
    let grey: Color
    let before, now: Ownership?
    /// From `before` to `now`.
    let progress: Double
  }

  private struct CrowdKey: Equatable {
    let points: Revision
    let isOrdered: Bool
  }

  /// The colours that one E-step gives to all points.
  private struct Coloring {
    let points: Revision
    let crowd: CrowdKey?
    let theme: [Color]
    let ownership: Ownership
    let colors: [UInt32]?
  }

  /// Brings colours up to date. A crowd is recoloured at once: mixing its colours for a glide would cost a frame each.
  mutating func update(_ state: LabState, _ theme: Theme) {
    let points = state.document.points
    let now = state.document.timeline.current.ownership
    updateCrowd(points)
    var before = now
    var progress = 1.0
    if crowd == nil, let glide = state.glide, glide.from.ownership != now {
      before = glide.from.ownership
      progress = glide.progress(at: state.now)
    }
    let key = Key(
      points: points.revision, theme: theme.components, grey: theme.point, before: before, now: now, progress: progress)
    // The order of a crowd is not in the key: it changes where colours are kept, not what they are.
    if key == self.key, known.allSatisfy({ $0.crowd == crowdKey }) { return }
    self.key = key
    known.removeAll { coloring in
      coloring.points != points.revision || coloring.crowd != crowdKey || coloring.theme != theme.components
        || coloring.ownership != before && coloring.ownership != now
    }
    let new = coloring(now, points, theme)
    if before == now {
      colors = new.map { .each($0) } ?? .uniform(theme.point)
    } else {
      let grey = [UInt32](repeating: theme.point.rgb, count: points.count)
      colors = .each(PointColoring.mix(coloring(before, points, theme) ?? grey, new ?? grey, progress))
    }
  }

  mutating func forget() {
    key = nil
    known = []
  }

  private mutating func updateCrowd(_ points: PointCloud) {
    guard PointLook.isCrowd(points.count) else {
      crowd = nil
      crowdKey = nil
      return
    }
    if crowdKey == CrowdKey(points: points.revision, isOrdered: true) { return }
    if let ordered = engines.data(for: points)?.pointTableIfMade {
      crowd = ordered
      crowdKey = CrowdKey(points: points.revision, isOrdered: true)
    } else if crowdKey?.points != points.revision {
      crowd = PointTable(columns: [points.x, points.y], isOrdered: false)
      crowdKey = CrowdKey(points: points.revision, isOrdered: false)
    }
  }

  private mutating func coloring(_ ownership: Ownership?, _ points: PointCloud, _ theme: Theme) -> [UInt32]? {
    guard let ownership else { return nil }
    if let coloring = known.first(where: { $0.ownership == ownership }) { return coloring.colors }
    let table = crowd ?? PointTable(columns: [points.x, points.y], isOrdered: false)
    let fresh = PointColoring.colors(table, ownership, theme)
    known.append(
      Coloring(
        points: points.revision, crowd: crowdKey, theme: theme.components, ownership: ownership, colors: fresh))
    return fresh
  }
}
