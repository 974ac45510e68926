import GaussianMixtures
import Rasterizer

/// Where a mixture is evaluated to draw lines in it: a coarse grid over the canvas, and finer patches around components
/// so narrow that it could miss them.
struct FieldGrid {
  /// A grid with the cells of it that are left to finer ones.
  struct Part {
    var values: ValueGrid
    let skipped: [Bool]

    fileprivate func bands(cells height: Int) -> [Part] {
      let cells = (across: values.columns - 1, down: values.rows - 1)
      return stride(from: 0, to: cells.down, by: height).map { first in
        let end = min(first + height, cells.down)
        let grid = ValueGrid(
          origin: values.node(0, first), step: values.step, columns: values.columns, rows: end - first + 1)
        return Part(
          values: grid, skipped: skipped.isEmpty ? [] : Array(skipped[first * cells.across..<end * cells.across]))
      }
    }
  }

  let parts: [Part]

  /// The same in bands of rows, each for a processor of its own. Neighbors share the nodes between them.
  var bands: [Part] { parts.flatMap { $0.bands(cells: 8) } }

  /// Pixels from node to node where every component is wide.
  static let coarse = 8.0
  /// Of a component narrower than so many steps a patch is made.
  private static let stepsPerDeviation = 1.25
  private static let finest = 1.0
  /// How far a patch reaches, in standard deviations: nobody sees lines beyond.
  private static let reach = 3.5

  /// The cells of a canvas's grid that lines near a place can lie in.
  static func cells(around place: Point, reach: Double, in canvas: Rect) -> Rect {
    func edges(_ place: Double, _ first: Double) -> (Double, Double) {
      (
        first + ((place - reach - first) / coarse).rounded(.down) * coarse,
        first + ((place + reach - first) / coarse).rounded(.up) * coarse
      )
    }
    let (x, y) = (edges(place.x, canvas.x), edges(place.y, canvas.y))
    return Rect(x: x.0, y: y.0, width: x.1 - x.0, height: y.1 - y.0).intersection(canvas)
  }

  init(_ mixture: PlanarMixture, canvas: Rect) {
    let step = FieldGrid.coarse
    func cells(_ length: Double) -> Int { max(Int((length / step).rounded(.up)), 1) }
    let (across, down) = (cells(canvas.width), cells(canvas.height))
    var skipped: [Bool] = []
    var patches: [(columns: Range<Int>, rows: Range<Int>, step: Double)] = []
    for extent in mixture.extents(sigmas: FieldGrid.reach) {
      let wanted = extent.narrowSide / FieldGrid.stepsPerDeviation
      // What is narrower than a pixel cannot be seen anyway.
      guard wanted < step, extent.narrowSide > 0.5 else { continue }
      var fine = step / 2
      while fine > FieldGrid.finest, fine > wanted { fine /= 2 }
      func range(_ middle: Double, _ half: Double, _ first: Double, _ count: Int) -> Range<Int> {
        let low = min(max(((middle - half - first) / step).rounded(.down), 0), Double(count))
        let high = min(max(((middle + half - first) / step).rounded(.up), low), Double(count))
        return Int(low)..<Int(high)
      }
      let columns = range(extent.x, extent.halfWidth, canvas.x, across)
      let rows = range(extent.y, extent.halfHeight, canvas.y, down)
      if columns.isEmpty || rows.isEmpty { continue }
      patches.append((columns, rows, fine))
    }
    // Patches that overlap become one: every place is looked at once.
    var isMerging = true
    while isMerging {
      isMerging = false
      search: for i in patches.indices {
        for j in patches.indices.dropFirst(i + 1)
        where patches[i].columns.overlaps(patches[j].columns) && patches[i].rows.overlaps(patches[j].rows) {
          let other = patches.remove(at: j)
          patches[i].columns = patches[i].columns.union(other.columns)
          patches[i].rows = patches[i].rows.union(other.rows)
          patches[i].step = min(patches[i].step, other.step)
          isMerging = true
          break search
        }
      }
    }
    if !patches.isEmpty {
      skipped = Array(repeating: false, count: across * down)
      for patch in patches {
        for row in patch.rows {
          for column in patch.columns { skipped[row * across + column] = true }
        }
      }
    }
    let origin = Point(canvas.x, canvas.y)
    var parts = [
      Part(values: ValueGrid(origin: origin, step: step, columns: across + 1, rows: down + 1), skipped: skipped)
    ]
    for patch in patches {
      let scale = Int((step / patch.step).rounded())
      parts.append(
        Part(
          values: ValueGrid(
            origin: Point(
              canvas.x + Double(patch.columns.lowerBound) * step, canvas.y + Double(patch.rows.lowerBound) * step),
            step: patch.step, columns: patch.columns.count * scale + 1, rows: patch.rows.count * scale + 1),
          skipped: []))
    }
    self.parts = parts
  }
}

extension Range<Int> {
  fileprivate func union(_ other: Range<Int>) -> Range<Int> {
    Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}

extension PlanarMixture {
  /// A mixture as the canvas sees it, in pixels.
  init(_ mixture: GaussianMixture, _ transform: CanvasTransform) {
    self.init(
      mixture, scale: (transform.scaleX, transform.scaleY), offset: (transform.offsetX, transform.offsetY))
  }
}
