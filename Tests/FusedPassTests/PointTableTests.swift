import FusedPass
import Testing

@Suite struct PointTableTests {
  @Test("Every point once, its coordinates together", arguments: [1, 127, 128, 129, 5000])
  func permutation(count: Int) {
    let problem = RandomProblem(points: count, components: 3, dimensions: 3, seed: UInt64(count))
    let table = PointTable(columns: problem.columns)
    let points = (0..<count).map { row in problem.columns.map { $0[row] } }
    #expect(table.count == count && table.dimensions == 3)
    #expect(
      (0..<count).map { table[$0] }.sorted { $0.lexicographicallyPrecedes($1) }
        == points.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test("A table may leave the points as they are")
  func unordered() {
    let problem = RandomProblem(points: 700, components: 3, dimensions: 2, seed: 4)
    let plain = PointTable(columns: problem.columns, isOrdered: false)
    #expect((0..<2).map { Array(plain.column($0)) } == problem.columns)
    let ordered = PointTable(columns: problem.columns)
    #expect((0..<2).map { Array(ordered.column($0)) } != problem.columns)
  }

  @Test("Blocks are small: their areas add up to little more than the set's")
  func blocksAreCompact() {
    var random = SplitMix64(state: 12)
    let columns = (0..<2).map { _ in (0..<16_384).map { _ in random.uniform() } }
    let table = PointTable(columns: columns)
    var area = 0.0
    for start in stride(from: 0, to: 16_384, by: 128) {
      let sides = (0..<2).map { d in
        let values = (start..<start + 128).map { table[$0][d] }
        return (values.max() ?? 0) - (values.min() ?? 0)
      }
      area += sides[0] * sides[1]
    }
    #expect(area < 1)
  }

  @Test("An empty table")
  func empty() {
    let model = RandomProblem(points: 1, components: 2, dimensions: 2, seed: 1).model
    let moments = fusedMoments(of: PointTable(columns: [[], []]), under: model, threads: 2)
    #expect(moments.logLikelihood == 0)
    #expect(moments.counts == [0, 0])
  }

  @Test("Points that are appended stand after the others, and give the same sums", arguments: [4096, 5000, 5119])
  func appended(first: Int) {
    let problem = RandomProblem(points: 5500, components: 3, dimensions: 2, seed: 9)
    let known = PointTable(columns: problem.columns.map { Array($0[..<first]) })
    let table = PointTable(columns: problem.columns, first: first, known: known)
    #expect((0..<first).allSatisfy { table[$0] == known[$0] })
    func sorted(_ points: [[Double]]) -> [[Double]] { points.sorted { $0.lexicographicallyPrecedes($1) } }
    #expect(
      sorted((first..<5500).map { table[$0] })
        == sorted((first..<5500).map { row in problem.columns.map { $0[row] } }))
    // Made from a table that holds more, it is the same.
    let further = PointTable(columns: problem.columns, first: first, known: table)
    #expect((0..<5500).allSatisfy { further[$0] == table[$0] })
    let moments = fusedMoments(of: table, under: problem.model, threads: 2)
    let whole = fusedMoments(of: PointTable(columns: problem.columns), under: problem.model, threads: 2)
    #expect(abs(moments.logLikelihood - whole.logLikelihood) < 1e-9 * abs(whole.logLikelihood))
    for (one, other) in zip(moments.counts, whole.counts) { #expect(abs(one - other) < 1e-9 * 5500) }
  }
}
