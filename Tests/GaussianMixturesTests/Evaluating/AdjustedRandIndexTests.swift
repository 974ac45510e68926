import GaussianMixtures
import Testing

@Suite struct AdjustedRandIndexTests {
  /// Worked by hand: the table of counts is [2 1; 0 3], so Σ C(n) = 1 + 3, E = 6 · 7 / 15, mean 6.5.
  @Test func theIndexOfASmallTable() throws {
    let index = try adjustedRandIndex([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 1, 1])
    #expect(abs(index - (4 - 2.8) / (6.5 - 2.8)) < 1e-15)
    #expect(abs(index - 0.324324324324324) < 1e-14)
  }

  @Test func namesOfGroupsDoNotMatter() throws {
    #expect(try adjustedRandIndex([0, 0, 1, 2], [7, 7, -3, 0]) == 1)
    let (a, b) = ([0, 1, 1, 2, 0, 2, 2], [1, 1, 0, 0, 1, 2, 2])
    #expect(try adjustedRandIndex(a, b) == adjustedRandIndex(b, a))
    #expect(try adjustedRandIndex(a.map { 5 - $0 }, b) == adjustedRandIndex(a, b))
  }

  @Test func degenerateCases() throws {
    #expect(try adjustedRandIndex([], []) == 1)
    #expect(try adjustedRandIndex([3], [9]) == 1)
    #expect(try adjustedRandIndex([0, 0, 0], [1, 1, 1]) == 1)
    #expect(try adjustedRandIndex([0, 1, 2], [2, 1, 0]) == 1)
    #expect(try adjustedRandIndex([0, 0, 0, 0], [0, 1, 2, 3]) == 0)
    #expect(abs(try adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1]) + 0.5) < 1e-15)
  }

  /// Independent partitions: 0 itself, not what rounding a quotient leaves, which would print as −0.00000.
  @Test(arguments: [(3, 5), (7, 11), (13, 6)])
  func independentPartitionsHaveIndexZeroToTheLastDigits(_ rows: Int, _ columns: Int) throws {
    // nᵢⱼ such that Σ C(nᵢⱼ) C(N) = Σ C(aᵢ) Σ C(bⱼ): one group in one of them.
    let labels = (0..<rows * columns).map { $0 % rows }
    let index = try adjustedRandIndex(labels, Array(repeating: 0, count: labels.count))
    #expect(index == 0 && index.sign == .plus)
  }

  @Test func aboutZeroForLabelsByChance() throws {
    var generator = SeededGenerator(seed: 5)
    var sum = 0.0
    for _ in 0..<200 {
      let labels = (0..<2).map { _ in (0..<60).map { _ in Int(generator.uniform() * 3) } }
      sum += try adjustedRandIndex(labels[0], labels[1])
    }
    #expect(abs(sum / 200) < 0.01)
  }

  @Test func oneLabelPerItem() {
    #expect(throws: MixtureError.labelCounts(first: 2, second: 1)) { try adjustedRandIndex([0, 1], [0]) }
  }
}
