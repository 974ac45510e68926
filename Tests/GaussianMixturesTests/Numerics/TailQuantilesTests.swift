import Foundation
import Testing

@testable import GaussianMixtures

@Suite struct TailQuantilesTests {
  @Test func byHand() {
    let quantiles = TailQuantiles([5, 1, 4, 2, 3, 9, 7, 8], weights: nil)
    #expect(quantiles(0.25) == (3, 7))
    #expect(quantiles(0.1) == (1, 9))
    #expect(quantiles(0.49) == (4, 5))
    let weighted = TailQuantiles([1, 2, 10], weights: [3, 1, 4])
    #expect(weighted(0.25) == (1, 10))
    #expect(weighted(0.4) == (2, 10))
    #expect(TailQuantiles([7], weights: nil)(0.25) == (7, 7))
  }

  /// Against sorting, for values of every size, with ties and weights.
  @Test(arguments: 1...60)
  func agreesWithSorting(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = 1 + Int(generator.uniform() * 3000)
    let spread = [0, 1, 30, 300][Int(seed % 4)]
    let values = (0..<count).map { _ in
      let size = exp(Double(spread) * generator.gaussian())
      let value = min(max(generator.gaussian() * size, -1e150), 1e150)
      return generator.uniform() < 0.2 ? value.rounded() : value
    }
    let weights = seed % 3 == 0 ? nil : (0..<count).map { _ in 1 + (generator.uniform() * 5).rounded() }
    let quantiles = TailQuantiles(values, weights: weights)
    let order = values.indices.sorted { values[$0] < values[$1] }
    func sorted(_ order: [Int], _ p: Double) -> Double {
      let target = p * (weights?.reduce(0, +) ?? Double(count)) * (1 + 1e-9)
      var sum = 0.0
      return values[
        order.first {
          sum += weights?[$0] ?? 1
          return sum > target
        } ?? order[0]]
    }
    for p in [0.25, 0.125, 0.01, 0.001, 0.49] {
      #expect(quantiles(p) == (sorted(order, p), sorted(order.reversed(), p)))
    }
  }
}
