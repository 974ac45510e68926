import Testing

@testable import Rasterizer

struct RunTilesTests {
  private let clip = PixelRect(left: 20, top: 10, right: 320, bottom: 130)
  private let density = PointDensity(scaleX: 2, offsetX: 100, scaleY: -3, offsetY: 60, radius: 2, opacity: 0.5)

  /// Every run stands in all tiles that its discs reach, and in few others; once in each.
  @Test func runsStandInTheTilesTheyReach() {
    var dice = Dice(seed: 11)
    var (x, y): ([Double], [Double]) = ([], [])
    for _ in 0..<60 {
      let (left, top) = (dice.uniform(-120, 180), dice.uniform(-60, 60))
      x += (0..<PointRuns.length).map { _ in left + dice.uniform(0, 30) }
      y += (0..<PointRuns.length).map { _ in top + dice.uniform(0, 10) }
    }
    // Nowhere, and so anywhere.
    x[5 * PointRuns.length] = .nan
    let runs = PointRuns(x: x.span, y: y.span)
    let tiles = RunTiles(runs, density, clip: clip, reach: 2, tile: (width: 64, height: 32))
    #expect(tiles.runs.count == 5 * 4)
    for (tile, found) in tiles.runs.enumerated() {
      let (left, top) = (20 + tile % 5 * 64, 10 + tile / 5 * 32)
      for run in 0..<60 {
        let box = runs.boxes[run]
        let columns = (2 * box.x + 100, 2 * box.z + 100)
        let rows = (60 - 3 * box.w, 60 - 3 * box.y)
        func isNear(_ margin: Double) -> Bool {
          columns.1 >= Double(left) - margin && columns.0 < Double(left + 64) + margin
            && rows.1 >= Double(top) - margin && rows.0 < Double(top + 32) + margin
        }
        let count = found.count { $0 == run }
        #expect(count <= 1)
        if isNear(2) { #expect(count == 1) }
        if !isNear(4) { #expect(count == 0) }
      }
    }
  }

  @Test func tilesWithMoreRunsComeFirstAndEmptyOnesNever() {
    // Runs of points in one place: three in the last tile, one in the first.
    func run(_ x: Double) -> [Double] { Array(repeating: x, count: PointRuns.length) }
    let places = run(150) + run(150) + run(-36) + run(150)
    let heights = [Double](repeating: 10, count: places.count)
    let tiles = RunTiles(
      PointRuns(x: places.span, y: heights.span),
      PointDensity(scaleX: 1, offsetX: 60, scaleY: 1, offsetY: 5, radius: 1, opacity: 1),
      clip: PixelRect(left: 0, top: 0, right: 300, bottom: 60), reach: 1, tile: (width: 100, height: 60))
    #expect(tiles.runs == [[2], [], [0, 1, 3]])
    #expect(tiles.order == [2, 0])
  }

  @Test func numbersBeyondAllBoundsReachNothing() {
    let ends: [Double] = [1, 2]
    let runs = PointRuns(x: ends.span, y: ends.span)
    for scale in [Double.nan, .infinity, -.infinity, 1e300, -1e300] {
      let density = PointDensity(scaleX: scale, offsetX: scale, scaleY: 1, offsetY: 0, radius: 1, opacity: 1)
      let tiles = RunTiles(runs, density, clip: clip, reach: 1, tile: (width: 64, height: 32))
      #expect(tiles.order.isEmpty)
    }
  }
}
