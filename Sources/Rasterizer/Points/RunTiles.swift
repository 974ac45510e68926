/// Which runs of points may reach which tile of a picture: found in one pass over the runs, instead of asking all of them
/// for every tile.
struct RunTiles {
  /// Runs by tile, row by row of tiles; some that only come close are among them.
  private(set) var runs: [[Int]]

  /// - Parameters:
  ///   - reach: how far discs reach beyond the pixel of their point.
  ///   - tile: columns and rows of a tile.
  init(_ all: PointRuns, _ density: PointDensity, clip: PixelRect, reach: Int, tile: (width: Int, height: Int)) {
    let columns = (clip.width + tile.width - 1) / tile.width
    let rows = (clip.height + tile.height - 1) / tile.height
    runs = Array(repeating: [], count: columns * rows)
    // A pixel more than discs reach, for rounding.
    let margin = Double(reach + 1)
    let across = Axis(density.scaleX, density.offsetX - Double(clip.left), margin, tile.width, count: columns)
    let down = Axis(density.scaleY, density.offsetY - Double(clip.top), margin, tile.height, count: rows)
    for (run, box) in all.boxes.enumerated() {
      guard let x = across.tiles(box.x, box.z), let y = down.tiles(box.y, box.w) else { continue }
      for row in y {
        for column in x { runs[row * columns + column].append(run) }
      }
    }
  }

  /// The tiles with runs, those with the most first: threads that take them in this order finish together.
  var order: [Int] { runs.indices.filter { !runs[$0].isEmpty }.sorted { runs[$0].count > runs[$1].count } }

  /// From coordinates to tiles.
  private struct Axis {
    private let scale, offset, margin, size: Double
    private let count: Int

    init(_ scale: Double, _ offset: Double, _ margin: Double, _ size: Int, count: Int) {
      (self.scale, self.offset, self.margin, self.size) = (scale, offset, margin, Double(size))
      self.count = count
    }

    /// Those that two coordinates and what lies between them reach; nil where there are none, as for what is not a number.
    @inline(__always) func tiles(_ a: Double, _ b: Double) -> ClosedRange<Int>? {
      let (p, q) = (a * scale + offset, b * scale + offset)
      let first = ((p < q ? p : q) - margin) / size
      let last = ((p < q ? q : p) + margin) / size
      guard last >= 0, first < Double(count) else { return nil }
      return (first > 0 ? Int(first) : 0)...(last < Double(count) ? Int(last) : count - 1)
    }
  }
}
