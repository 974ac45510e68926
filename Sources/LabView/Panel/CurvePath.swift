import Rasterizer

/// A curve of the chart in few enough points to be drawn in the same time however long the run.
enum CurvePath {
  /// Of so few points all are drawn: thinning would move the dashes of a curve.
  static let few = 1500
  /// Points nearer to the one before are left out, in pixels: nobody could tell them apart.
  static let resolution = 0.75

  static func points(_ all: [Point]) -> [Point] {
    guard all.count > few, let last = all.last else { return all }
    return toldApart(all.dropLast()) + [last]
  }

  /// Those of some points, in order, that can be told apart.
  static func toldApart(_ all: some Sequence<Point>) -> [Point] {
    var points: [Point] = []
    for point in all {
      if let before = points.last, max(abs(point.x - before.x), abs(point.y - before.y)) < resolution { continue }
      points.append(point)
    }
    return points
  }
}
