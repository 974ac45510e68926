import LabCore
import Rasterizer

/// A mean's way on the screen, in few enough points to be drawn in the same time however long the run.
enum TrailPath {
  /// Of so few points all are drawn.
  static let few = 64
  /// Of no more points is it found out where they are: where EM takes many steps, it takes small ones.
  static let most = 2000

  /// - Parameter plane: the two of the means' dimensions that are shown.
  static func points(_ trail: ArraySlice<[Double]>, _ plane: ModelPlane, _ transform: CanvasTransform) -> [Point] {
    func pixel(_ mean: [Double]) -> Point { transform.pixel(DataPoint(mean[plane.across], mean[plane.up])) }
    guard trail.count > few, let last = trail.last else { return trail.map(pixel) }
    let some = stride(from: trail.startIndex, to: trail.endIndex - 1, by: (trail.count - 1) / most + 1)
    return CurvePath.toldApart(some.lazy.map { pixel(trail[$0]) }) + [pixel(last)]
  }
}
