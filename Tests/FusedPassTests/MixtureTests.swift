import Foundation
import FusedPass
import Testing

@Suite struct MixtureTests {
  private static let kernels = KernelChoice.allCases.filter(\.isSupported)

  /// The three numbers of a word: roots in 1023rds.
  private func roots(_ word: UInt32) -> [Int] { [20, 10, 0].map { Int(word >> UInt32($0) & 1023) } }

  private func words(
    _ table: PointTable, _ model: [FusedComponent], _ triples: [SIMD3<Double>], threads: Int = 2,
    kernel: KernelChoice = .best, room: Int? = nil
  ) -> [UInt32] {
    var words = [UInt32](repeating: 0xabcdef, count: room ?? table.count)
    words.withUnsafeMutableBufferPointer {
      mixTriples(triples, by: table, under: model, threads: threads, kernel: kernel, into: $0)
    }
    return words
  }

  @Test("Triples are mixed by responsibility, each number told by its root", arguments: kernels, [1, 2, 3, 4, 5])
  func mixture(kernel: KernelChoice, dimensions: Int) {
    let problem = RandomProblem(points: 300, components: 3, dimensions: dimensions, spread: 1, seed: 20)
    let triples = [SIMD3(1, 0, 0.2), SIMD3(0, 0.01, 0), SIMD3(0.5, 0.5, 0.5)]
    let table = PointTable(columns: problem.columns, isOrdered: false)
    let words = words(table, problem.model, triples, kernel: kernel)
    for n in 0..<300 {
      let one = twoPassMoments(columns: problem.columns.map { [$0[n]] }, under: problem.model)
      let mixed = zip(one.counts, triples).reduce(SIMD3<Double>.zero) { $0 + $1.0 * $1.1 }
      for i in 0..<3 {
        let root = Double(roots(words[n])[i]) / 1023
        // Rounding to a step, and components left out.
        #expect(abs(root * root - mixed[i]) <= (mixed[i].squareRoot() + 0.001) / 1023 + 5e-5)
      }
    }
  }

  @Test("Alike where one component matters in a block, where two do and where many do", arguments: kernels)
  func anyNumberOfComponents(kernel: KernelChoice) {
    let problem = RandomProblem(points: 20_000, components: 9, dimensions: 2, spread: 5, seed: 25)
    let triples = (0..<9).map { SIMD3<Double>(Double($0 % 3) / 2, Double($0 / 3) / 2, Double($0) / 8) }
    let table = PointTable(columns: problem.columns)
    let words = words(table, problem.model, triples, kernel: kernel)
    var mixing: [Int: Int] = [:]
    for n in stride(from: 0, to: table.count, by: 7) {
      let one = twoPassMoments(columns: table[n].map { [$0] }, under: problem.model)
      mixing[one.counts.count { $0 > 0.001 }, default: 0] += 1
      let mixed = zip(one.counts, triples).reduce(SIMD3<Double>.zero) { $0 + $1.0 * $1.1 }
      for i in 0..<3 {
        let root = Double(roots(words[n])[i]) / 1023
        // Rounding to a step, and up to eight components left out.
        #expect(abs(root * root - mixed[i]) <= (mixed[i].squareRoot() + 0.001) / 1023 + 1.3e-4)
      }
    }
    for count in 1...4 { #expect(mixing[count, default: 0] > 10, "\(count) of them") }
  }

  @Test("A lone component's numbers are told by the nearest step", arguments: kernels)
  func nearestStep(kernel: KernelChoice) {
    let problem = RandomProblem(points: 1, components: 1, dimensions: 2, seed: 26)
    let table = PointTable(columns: problem.columns)
    for step in 0...1023 {
      let near = Double(step) + SIMD3(0, -0.49, 0.49)
      let root = near.clamped(lowerBound: .zero, upperBound: SIMD3(repeating: 1023)) / 1023
      let words = words(table, problem.model, [root * root], threads: 1, kernel: kernel)
      #expect(words.map(roots) == [[step, step, step]])
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
      #expect(words(table, problem.model, triples) == table.column(0).map { $0 < 0 ? 0x3fff_ffff : 0x3ff })
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
    #expect(mixed == Array(repeating: 0x3fff_fc00, count: 199) + [0xabcdef])
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
    let root = Int(((0.2 / 1.2).squareRoot() * 1023).rounded())
    #expect(words.allSatisfy { roots($0).allSatisfy { abs($0 - root) <= 1 } })
  }

  @Test("Components of weight zero keep their places in the list")
  func weightZero() {
    var problem = RandomProblem(points: 200, components: 3, dimensions: 2, seed: 22)
    problem.model[0].logWeight = -.infinity
    problem.model[2].logWeight = -.infinity
    let table = PointTable(columns: problem.columns)
    let triples = [SIMD3(1.0, 0, 0), SIMD3(0.0, 1, 0), SIMD3(0.0, 0, 1)]
    #expect(words(table, problem.model, triples) == Array(repeating: 0xf_fc00, count: 200))
  }

  @Test("Far from every component, and near ones of any width, shares are as exact", arguments: kernels)
  func hardPlaces(kernel: KernelChoice) {
    for (width, away) in [(1e-4, 0.0), (1e-4, 3), (1, 300), (1e3, 1e5), (1e-9, 1e-9)] {
      var model = RandomProblem(points: 1, components: 2, dimensions: 2, seed: 31).model
      for k in 0..<2 {
        model[k].mean = [7 + (k == 0 ? 0 : width), -3]
        model[k].whitening = [1 / width, 0, 1 / width]
        model[k].center = model[k].mean
        model[k].logWeight = log(0.5)
      }
      let x = (0..<512).map { 7 + width * (Double($0) / 256 - 0.5) + away }
      let y = [Double](repeating: -3, count: 512)
      let words = words(PointTable(columns: [x, y], isOrdered: false), model, [.zero, .one], kernel: kernel)
      for n in 0..<512 {
        let z = (x[n] - 7) / width
        let share = 1 / (1 + exp(0.5 - z))
        let root = Double(roots(words[n])[0]) / 1023
        #expect(abs(root * root - share) <= (share.squareRoot() + 0.001) / 1023 + 2e-3, "\(width) \(away)")
      }
    }
  }

  /// Along a ridge z is the small difference of large products.
  @Test("Components as thin as a thread, aslant", arguments: kernels, [1e-2, 1e-4, 1e-6])
  func ridges(kernel: KernelChoice, width: Double) {
    var model = RandomProblem(points: 1, components: 2, dimensions: 2, seed: 32).model
    for k in 0..<2 {
      model[k].mean = [0, k == 0 ? 0 : width]
      // As wide as 1 along x = y, and `width` across: z₁ = x, z₂ = (y − x) / width.
      model[k].whitening = [1, -1 / width, 1 / width]
      model[k].center = model[k].mean
      model[k].logWeight = log(0.5)
    }
    let x = (0..<512).map { Double($0) / 256 - 1 }
    let y = x.enumerated().map { $1 + width * (Double($0 % 16) / 8 - 1) }
    let words = words(PointTable(columns: [x, y], isOrdered: false), model, [.zero, .one], kernel: kernel)
    for n in 0..<512 {
      let one = twoPassMoments(columns: [[x[n]], [y[n]]], under: model)
      let root = Double(roots(words[n])[0]) / 1023
      #expect(abs(root - one.counts[1].squareRoot()) <= 2.5 / 1023, "\(n)")
    }
  }

  @Test("Too little room, or triples of another length: nothing is written")
  func nothingToWrite() {
    let problem = RandomProblem(points: 200, components: 2, dimensions: 2, seed: 22)
    let table = PointTable(columns: problem.columns)
    let untouched: (Int) -> [UInt32] = { .init(repeating: 0xabcdef, count: $0) }
    #expect(words(table, problem.model, [.one, .one], room: 199) == untouched(199))
    #expect(words(table, problem.model, [.one]) == untouched(200))
  }
}
