/// The part of the data plane that the canvas shows: all of `bounds` is visible, with more at the sides where the
/// canvas has another shape. Resizing the window keeps it; only zooming, panning and fitting change it.
public struct Viewport: Sendable, Hashable, Codable {
  public var bounds: DataRect

  public init(bounds: DataRect) { self.bounds = bounds }

  /// Whether it has an extent that numbers can express.
  var isUsable: Bool {
    bounds.width > 0 && bounds.height > 0 && bounds.width.isFinite && bounds.height.isFinite
      && bounds.center.x.isFinite && bounds.center.y.isFinite
  }

  /// How many times as wide or as narrow as all the data a view may be.
  static let reach = (out: 20.0, in: 1e9)

  /// The nearest view from which the data are not lost: not much wider than they are, nor so narrow that only rounding is
  /// left, and with its center among them.
  func within(reachOf all: Viewport) -> Viewport {
    // Both axes by the same factor, so that what is round stays round.
    let widest = max(bounds.width / all.bounds.width, bounds.height / all.bounds.height)
    let narrowest = min(bounds.width / all.bounds.width, bounds.height / all.bounds.height)
    let factor = min(1, Viewport.reach.out / widest) * max(1, 1 / (Viewport.reach.in * narrowest))
    let center = DataPoint(
      min(max(bounds.center.x, all.bounds.minX), all.bounds.maxX),
      min(max(bounds.center.y, all.bounds.minY), all.bounds.maxY))
    if factor == 1, center == bounds.center { return self }
    let half = DataSize(bounds.width / 2 * factor, bounds.height / 2 * factor)
    return Viewport(
      bounds: DataRect(
        minX: center.x - half.width, minY: center.y - half.height, maxX: center.x + half.width,
        maxY: center.y + half.height))
  }

  /// The data and the 2 σ ellipses of all lanes, with a margin.
  static func fitting(_ document: Document) -> Viewport {
    var bounds = document.points.bounds
    // k-means has no spread to show; where it begins, EM does.
    let models = document.lanes.filter { $0.algorithm == .em || document.lanes.count == 1 }.map {
      document.points.seen($0.runs.shown.model)
    }
    // Data without extent give no measure of their own.
    let isFlat = bounds.map { $0.width == 0 || $0.height == 0 } ?? true
    let data = bounds
    let isInSight = models.flatMap(\.means).contains { mean in data?.contains(DataPoint(mean[0], mean[1])) ?? false }
    let isDrawnOverData = document.hasModel && (document.aspect == .equal || isFlat || !isInSight)
    for model in models where isDrawnOverData {
      for k in 0..<model.componentCount {
        let mean = model.means[k]
        let reach = DataSize(2 * model.covariances[k][0, 0].squareRoot(), 2 * model.covariances[k][1, 1].squareRoot())
        for corner in [
          DataPoint(mean[0] - reach.width, mean[1] - reach.height),
          DataPoint(mean[0] + reach.width, mean[1] + reach.height),
        ] {
          if bounds == nil { bounds = DataRect(minX: corner.x, minY: corner.y, maxX: corner.x, maxY: corner.y) }
          bounds?.extend(to: corner)
        }
      }
    }
    let empty = DataRect(minX: -10, minY: -10, maxX: 10, maxY: 10)
    return Viewport(bounds: (bounds ?? empty).padded(by: 0.1))
  }
}
