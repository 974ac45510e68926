import GaussianMixtures
import Glibc
import Rasterizer

/// Lines of equal density of a mixture on the canvas: those that enclose 10, 30, 50, 70 and 90 % of what it would
/// produce.
enum DensityContours {
  static let masses = [0.1, 0.3, 0.5, 0.7, 0.9]

  /// The densities along the lines; none where there is nothing to see.
  static func levels(_ mixture: PlanarMixture) -> [Double] {
    let levels = mixture.levels(holding: masses)
    return levels.allSatisfy { $0 > 0 } ? levels : []
  }

  /// The lines in a part of a grid.
  static func lines(_ mixture: PlanarMixture, levels: [Double], _ part: FieldGrid.Part) -> [LineSegment] {
    guard let lowest = levels.min() else { return [] }
    var grid = part.values
    let (origin, step, columns, rows) = (grid.origin, grid.step, grid.columns, grid.rows)
    grid.values.withUnsafeMutableBufferPointer { values in
      for row in 0..<rows {
        // What is left out of a density cannot move a line by a hundredth of a pixel.
        mixture.densities(
          y: origin.y + Double(row) * step, x: origin.x, step: step, negligible: 1e-7 * lowest,
          into: UnsafeMutableBufferPointer(rebasing: values[row * columns..<(row + 1) * columns]))
      }
    }
    return grid.isolines(levels: levels, skipped: part.skipped) { level, a, p, b, q in
      crossing(mixture, level, from: a, p, to: b, q)
    }
  }

  /// Where the density passes a level between two places on either side of it: log p as a parabola through both and one
  /// place between, which for one component it is.
  private static func crossing(
    _ mixture: PlanarMixture, _ level: Double, from a: Point, _ p: Double, to b: Point, _ q: Double
  ) -> Point {
    let least = 1e-7 * level
    let logLeast = log(least)
    func between(_ t: Double) -> Point { Point(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t) }
    func excess(_ density: Double) -> Double { log(max(density, least) / level) }
    var (low, high) = (0.0, 1.0)
    var (first, last) = (excess(p), excess(q))
    guard first != last, (first >= 0) != (last >= 0) else { return between(first == last ? 0.5 : first == 0 ? 0 : 1) }
    for _ in 0..<8 {
      let straight = low + (high - low) * first / (first - last)
      let at = min(max(straight, low + 0.05 * (high - low)), high - 0.05 * (high - low))
      let place = between(at)
      let middle = excess(mixture.density(x: place.x, y: place.y, logNegligible: logLeast))
      let t = root(first, middle, last, at: (at - low) / (high - low))
      let found = low + (high - low) * t
      // Where the parabola is nearly straight it is trusted; elsewhere the side of the middle is searched again.
      if abs(found - straight) < 0.03 && abs(middle) < 0.02 || abs(middle) < 1e-6 { return between(found) }
      if (middle >= 0) == (first >= 0) { (low, first) = (at, middle) } else { (high, last) = (at, middle) }
    }
    return between(low + (high - low) * first / (first - last))
  }

  /// Where between 0 and 1 the parabola is 0 that has the values `first` at 0, `middle` at `at` and `last` at 1.
  private static func root(_ first: Double, _ middle: Double, _ last: Double, at: Double) -> Double {
    // f(t) = first + (last − first) t + bend t (t − 1).
    let bend = (middle - first - (last - first) * at) / (at * (at - 1))
    let (beta, gamma) = (last - first - bend, first)
    let spread = max(beta * beta - 4 * bend * gamma, 0).squareRoot()
    let sum = -0.5 * (beta + (beta >= 0 ? spread : -spread))
    let roots = [bend == 0 ? .nan : sum / bend, sum == 0 ? .nan : gamma / sum]
    return roots.first { $0 >= 0 && $0 <= 1 } ?? first / (first - last)
  }
}
