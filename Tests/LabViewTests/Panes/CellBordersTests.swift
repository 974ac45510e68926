import GaussianMixtures
import LabCore
import Testing

@testable import LabView

struct CellBordersTests {
  private let bounds = DataRect(minX: -10, minY: -8, maxX: 10, maxY: 8)

  private func distance(_ p: DataPoint, _ mean: [Double]) -> Double {
    ((p.x - mean[0]) * (p.x - mean[0]) + (p.y - mean[1]) * (p.y - mean[1])).squareRoot()
  }

  @Test func betweenTwoMeansStandsOneLine() {
    let borders = CellBorders.borders([[-2, 0], [4, 0]], in: bounds)
    #expect(borders.count == 1)
    #expect(borders.allSatisfy { abs($0.0.x - 1) < 1e-12 && abs($0.1.x - 1) < 1e-12 })
    #expect(borders.map { abs($0.0.y - $0.1.y) } == [16])
  }

  /// Every place on a border is equally near to two means, and no mean is nearer.
  @Test(arguments: 1...20)
  func bordersAreWhereTwoMeansAreNearest(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let means = (0..<Int(2 + seed % 8)).map { _ in
      [generator.uniform(in: -12...12), generator.uniform(in: -9...9)]
    }
    for (from, to) in CellBorders.borders(means, in: bounds) {
      for t in stride(from: 0.0, through: 1, by: 0.125) {
        let place = DataPoint(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t)
        let distances = means.map { distance(place, $0) }.sorted()
        #expect(abs(distances[0] - distances[1]) < 1e-9)
        #expect(place.x >= -10 - 1e-9 && place.x <= 10 + 1e-9 && place.y >= -8 - 1e-9 && place.y <= 8 + 1e-9)
      }
    }
  }

  /// And wherever the nearest mean changes along a way there is a border.
  @Test(arguments: 1...20)
  func noChangeOfTheNearestMeanGoesWithoutABorder(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let means = (0..<5).map { _ in [generator.uniform(in: -9...9), generator.uniform(in: -7...7)] }
    let borders = CellBorders.borders(means, in: bounds)
    func nearest(_ p: DataPoint) -> Int? { means.indices.min { distance(p, means[$0]) < distance(p, means[$1]) } }
    for row in 0..<32 {
      let y = -7.9 + Double(row) * 0.49
      for column in 0..<400 {
        let (a, b) = (DataPoint(-9.9 + Double(column) * 0.049, y), DataPoint(-9.851 + Double(column) * 0.049, y))
        guard nearest(a) != nearest(b) else { continue }
        #expect(
          borders.contains { from, to in
            let (low, high) = (min(from.y, to.y), max(from.y, to.y))
            guard y >= low - 1e-9, y <= high + 1e-9 else { return false }
            let x = from.x + (to.x - from.x) * (high > low ? (y - from.y) / (to.y - from.y) : 0)
            return x >= a.x - 0.2 && x <= b.x + 0.2
          })
      }
    }
  }

  @Test func equalMeansHaveNoBorder() { #expect(CellBorders.borders([[1, 1], [1, 1]], in: bounds).isEmpty) }
}
