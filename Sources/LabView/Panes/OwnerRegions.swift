import GaussianMixtures
import LabCore
import Rasterizer

/// Who wins where on the canvas: the borders between components.
enum OwnerRegions {
  /// The borders in a part of a grid, in pixels.
  static func borders(_ mixture: PlanarMixture, _ part: FieldGrid.Part) -> [LineSegment] {
    var lines: [LineSegment] = []
    func label(_ place: Point) -> Int { mixture.owner(x: place.x, y: place.y) ?? 0 }
    let grid = part.values
    var above: [Int] = []
    for row in 0..<grid.rows {
      let labels = labels(mixture, grid, row)
      defer { above = labels }
      guard row > 0 else { continue }
      for column in 0..<grid.columns - 1 {
        let corners = (above[column], above[column + 1], labels[column + 1], labels[column])
        if corners.0 == corners.1, corners.1 == corners.2, corners.2 == corners.3 { continue }
        if !part.skipped.isEmpty, part.skipped[(row - 1) * (grid.columns - 1) + column] { continue }
        LabelBorders.add(
          corner: grid.node(column, row - 1), size: grid.step, labels: corners, label: label,
          crossing: { meeting(mixture, $0, $1, $2, $3) }, to: &lines)
      }
    }
    return lines
  }

  /// The winners at the nodes of a row.
  private static func labels(_ mixture: PlanarMixture, _ grid: ValueGrid, _ row: Int) -> [Int] {
    var labels = [Int](repeating: 0, count: grid.columns)
    let first = grid.node(0, row)
    mixture.forEachOwner(y: first.y, from: first.x, to: first.x + Double(grid.columns) * grid.step) { owner, from, to in
      let start = Int(min(max(((from - first.x) / grid.step).rounded(.up), 0), Double(grid.columns)))
      let end = Int(min(max(((to - first.x) / grid.step).rounded(.up), 0), Double(grid.columns)))
      for column in start..<max(start, end) { labels[column] = owner }
    }
    return labels
  }

  /// Where between two places the products of their winners are equal. The difference of their logarithms is a parabola
  /// along the way, known from three of its values.
  private static func meeting(_ mixture: PlanarMixture, _ a: Point, _ i: Int, _ b: Point, _ j: Int) -> Point {
    func between(_ t: Double) -> Point { Point(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t) }
    func lead(_ t: Double) -> Double {
      let place = between(t)
      return mixture.logProduct(of: i, x: place.x, y: place.y) - mixture.logProduct(of: j, x: place.x, y: place.y)
    }
    let (first, middle, last) = (lead(0), lead(0.5), lead(1))
    guard first > 0, last < 0 else { return between(first > 0 ? 1 : 0) }
    // first + β t + α t², falling through 0 once between 0 and 1.
    let alpha = 2 * (first + last) - 4 * middle
    let beta = last - first - alpha
    let root = max(beta * beta - 4 * alpha * first, 0).squareRoot()
    let t = beta < 0 ? 2 * first / (root - beta) : (alpha == 0 ? 0.5 : -(beta + root) / (2 * alpha))
    return between(min(max(t, 0), 1))
  }
}

/// Contours and regions, under the points, or over them where they are a crowd.
extension Painter {
  /// The ground of the canvas, tinted by who wins there.
  mutating func drawTints(_ scene: CanvasScene, _ mixture: PlanarMixture, canvas rect: Rect) {
    let outer = canvas.narrowClip(to: rect)
    let colors = scene.components.map { $0.color(theme).mixed(into: theme.canvas, theme.regionTint) }
    canvas.fillRows { row, paint in
      mixture.forEachOwner(y: Double(row) + 0.5, from: rect.minX, to: rect.maxX) { owner, from, to in
        if colors.indices.contains(owner) { paint(from, to, colors[owner]) }
      }
    }
    canvas.restoreClip(outer)
  }

  /// Borders and contours, as far as they are switched on.
  mutating func drawFieldLines(_ mixture: PlanarMixture, _ layers: Layers, canvas rect: Rect) {
    let unit = metrics.ellipse2 / 1.25
    let lines = FieldLines(mixture, canvas: rect, layers)
    canvas.stroke(segments: lines.borders, width: max(1.1 * unit, 1), theme.ink2.opacity(0.75))
    canvas.stroke(segments: lines.contours, width: max(unit, 1), theme.ink.opacity(theme.contour))
  }
}
