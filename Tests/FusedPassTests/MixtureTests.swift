import Foundation
import FusedPass
import Testing

@Suite struct MixtureTests {
  private static let kernels = KernelChoice.allCases.filter(\.isSupported)
  /// The high eight of a step's twelve bits.
  private let steps = (0..<4096).map { UInt8($0 / 16) }

  private func words(
    _ table: PointTable, _ model: [FusedComponent], _ triples: [SIMD3<Double>], steps: [UInt8]? = nil, threads: Int = 2,
    kernel: KernelChoice = .best, room: Int? = nil
  ) -> [UInt32] {
    var words = [UInt32](repeating: 0xabcdef, count: room ?? table.count)
    words.withUnsafeMutableBufferPointer {
      mixTriples(
        triples, by: table, under: model, steps: steps ?? self.steps, threads: threads, kernel: kernel, into: $0)
    }
    return words
  }

  @Test("Triples are mixed by responsibility, each number taken to its step", arguments: kernels, [1, 2, 4])
  func mixture(kernel: KernelChoice, dimensions: Int) {
    let problem = RandomProblem(points: 300, components: 3, dimensions: dimensions, spread: 1, seed: 20)
    let triples = [SIMD3(1, 0, 0.2), SIMD3(0, 0.01, 0), SIMD3(0.5, 0.5, 0.5)]
    let table = PointTable(columns: problem.columns, isOrdered: false)
    let words = words(table, problem.model, triples, kernel: kernel)
    for n in 0..<300 {
      let one = twoPassMoments(columns: problem.columns.map { [$0[n]] }, under: problem.model)
      let mixed = zip(one.counts, triples).reduce(SIMD3<Double>.zero) { $0 + $1.0 * $1.1 }
      for i in 0..<3 {
        let byte = Double(words[n] >> UInt32(16 - 8 * i) & 255)
        // Rounding to a step, and components left out, move 4095 x by less than one.
        #expect(abs(byte + 0.5 - mixed[i] * 4095 / 16) <= 0.5 + 1 / 16.0)
      }
    }
  }

  @Test("Pure components keep their triples, in the table's order")
  func order() {
    let columns = [(0..<1000).map { $0 % 2 == 0 ? -50.0 : 50 }, [Double](repeating: 0, count: 1000)]
    var problem = RandomProblem(points: 1, components: 2, dimensions: 2, seed: 21)
    problem.model[0].mean = [-50, 0]
    problem.model[1].mean = [50, 0]
    let triples = [SIMD3(1.0, 1, 1), SIMD3(0.0, 0, 1)]
    for isOrdered in [false, true] {
      let table = PointTable(columns: columns, isOrdered: isOrdered)
      #expect(words(table, problem.model, triples) == table.column(0).map { $0 < 0 ? 0xffffff : 0x0000ff })
    }
  }

  @Test("The same words with any number of threads")
  func threads() {
    let problem = RandomProblem(points: 70_000, components: 5, dimensions: 2, spread: 1, seed: 23)
    let triples = (0..<5).map { SIMD3(Double($0) / 4, 0.3, 1 - Double($0) / 4) }
    let table = PointTable(columns: problem.columns)
    #expect(words(table, problem.model, triples, threads: 1) == words(table, problem.model, triples, threads: 3))
  }

  @Test("Points of weight zero have no word; numbers outside 0…1 count as the nearest")
  func edges() {
    let problem = RandomProblem(points: 200, components: 2, dimensions: 2, seed: 22)
    let weights = (0..<200).map { $0 == 77 ? 0.0 : 2 }
    let table = PointTable(columns: problem.columns, weights: weights)
    let mixed = words(table, problem.model, [SIMD3(1, 2, -1), SIMD3(1, 3, -0.1)], room: 200)
    #expect(mixed == Array(repeating: 0xffff00, count: 199) + [0xabcdef])
  }

  @Test("Many light components together show", arguments: kernels)
  func manyLight(kernel: KernelChoice) {
    // In one place and shape: two hundred of a thousandth of the weight each. Blocks are small where points are many.
    var problem = RandomProblem(points: 20_000, components: 1, dimensions: 2, seed: 24)
    var light = problem.model[0]
    light.logWeight -= log(1000)
    problem.model += Array(repeating: light, count: 200)
    let triples = [SIMD3<Double>.zero] + Array(repeating: SIMD3<Double>.one, count: 200)
    let words = words(PointTable(columns: problem.columns), problem.model, triples, kernel: kernel)
    let byte = UInt32(4095 * (0.2 / 1.2) / 16)
    #expect(words.allSatisfy { $0 == byte << 16 | byte << 8 | byte })
  }

  @Test("Components of weight zero keep their places in the list")
  func weightZero() {
    var problem = RandomProblem(points: 200, components: 3, dimensions: 2, seed: 22)
    problem.model[0].logWeight = -.infinity
    problem.model[2].logWeight = -.infinity
    let table = PointTable(columns: problem.columns)
    let triples = [SIMD3(1.0, 0, 0), SIMD3(0.0, 1, 0), SIMD3(0.0, 0, 1)]
    #expect(words(table, problem.model, triples) == Array(repeating: 0x00ff00, count: 200))
  }

  @Test("Too little room, a table of steps or triples of another length: nothing is written")
  func nothingToWrite() {
    let problem = RandomProblem(points: 200, components: 2, dimensions: 2, seed: 22)
    let table = PointTable(columns: problem.columns)
    let untouched: (Int) -> [UInt32] = { .init(repeating: 0xabcdef, count: $0) }
    #expect(words(table, problem.model, [.one, .one], room: 199) == untouched(199))
    #expect(words(table, problem.model, [.one]) == untouched(200))
    #expect(words(table, problem.model, [.one, .one], steps: [0, 1]) == untouched(200))
  }
}
