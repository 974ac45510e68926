/// The part of the data plane that the canvas shows: all of `bounds` is visible, with more at the sides where the
/// canvas has another shape. Resizing the window keeps it; only zooming, panning and fitting change it.
public struct Viewport: Sendable, Hashable, Codable {
  public var bounds: DataRect

  public init(bounds: DataRect) { self.bounds = bounds }

  /// The data and the 2 σ ellipses of the start, with a margin.
  static func fitting(_ document: Document) -> Viewport {
    var bounds = document.points.bounds
    let model = document.runs.shown.model
    let isDrawnOverData = document.hasModel && (document.aspect == .equal || bounds == nil)
    for k in 0..<model.componentCount where isDrawnOverData {
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
    let empty = DataRect(minX: -10, minY: -10, maxX: 10, maxY: 10)
    return Viewport(bounds: (bounds ?? empty).padded(by: 0.1))
  }
}
