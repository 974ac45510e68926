import Foundation
import FusedPass
import Testing

@Suite struct FusedMomentsTests {
  static let kernels = KernelChoice.allCases.filter(\.isSupported)

  private func worst(
    _ problem: RandomProblem, weights: [Double]? = nil, kernel: KernelChoice, pruning: Bool = true
  ) -> Double {
    let table = PointTable(columns: problem.columns, weights: weights)
    let fused = fusedMoments(of: table, under: problem.model, threads: 2, kernel: kernel, pruning: pruning)
    let reference = twoPassMoments(columns: problem.columns, weights: weights, under: problem.model)
    return distance(fused, reference, points: Double(problem.columns[0].count))
  }

  @Test("Agrees with the two-pass reference", arguments: kernels, [1, 2, 3, 4, 5, 8, 16, 20])
  func agreesWithReference(kernel: KernelChoice, dimensions: Int) {
    for (components, points) in [(1, 1), (1, 300), (2, 127), (3, 128), (5, 129), (9, 700), (64, 1500)] {
      let problem = RandomProblem(
        points: points, components: components, dimensions: dimensions,
        seed: UInt64(1000 * dimensions + components + points))
      #expect(worst(problem, kernel: kernel) < 1e-12, "K = \(components), N = \(points)")
    }
  }

  @Test("Leaving components out changes nothing", arguments: kernels, [1, 2, 3, 7])
  func pruning(kernel: KernelChoice, dimensions: Int) {
    for spread in [1.0, 6, 40] {
      let problem = RandomProblem(
        points: 6000, components: 40, dimensions: dimensions, spread: spread, seed: UInt64(spread))
      let table = PointTable(columns: problem.columns)
      let pruned = fusedMoments(of: table, under: problem.model, threads: 1, kernel: kernel)
      let dense = fusedMoments(of: table, under: problem.model, threads: 1, kernel: kernel, pruning: false)
      #expect(distance(pruned, dense, points: 6000) < 1e-12, "spread \(spread)")
    }
  }

  @Test("Points far from every component keep their shares", arguments: kernels, [2, 3])
  func farPoints(kernel: KernelChoice, dimensions: Int) {
    var problem = RandomProblem(points: 400, components: 5, dimensions: dimensions, seed: 3)
    for n in stride(from: 0, to: 400, by: 7) {
      for d in 0..<dimensions { problem.columns[d][n] += n % 2 == 0 ? 120 : -3000 }
    }
    // |t| reaches 10⁷ there, whose rounding alone moves a density by 1e−9.
    for k in problem.model.indices { problem.model[k].whitening = problem.model[0].whitening }
    #expect(worst(problem, kernel: kernel) < 1e-8)
    #expect(worst(problem, kernel: kernel, pruning: false) < 1e-8)
  }

  @Test("A point at the end of the world", arguments: kernels, [2, 3])
  func extremes(kernel: KernelChoice, dimensions: Int) {
    var problem = RandomProblem(points: 300, components: 3, dimensions: dimensions, seed: 4)
    for d in 0..<dimensions { problem.columns[d][17] = 1e150 }
    let moments = fusedMoments(
      of: PointTable(columns: problem.columns), under: problem.model, threads: 1, kernel: kernel)
    #expect(moments.logLikelihood.isFinite)
    #expect(abs(moments.counts.reduce(0, +) - 300) < 1e-9)
    #expect(moments.second.allSatisfy { $0.allSatisfy { $0.isFinite } })
  }

  @Test("Points at a large offset", arguments: kernels, [2, 5])
  func offset(kernel: KernelChoice, dimensions: Int) {
    let problem = RandomProblem(points: 500, components: 4, dimensions: dimensions, offset: 1e8, seed: 5)
    #expect(worst(problem, kernel: kernel) < 1e-12)
  }

  @Test("Components of weight zero own nothing", arguments: kernels, [2, 4])
  func zeroWeights(kernel: KernelChoice, dimensions: Int) {
    var problem = RandomProblem(points: 500, components: 6, dimensions: dimensions, seed: 6)
    problem.model[0].logWeight = -.infinity
    problem.model[4].logWeight = -.infinity
    #expect(worst(problem, kernel: kernel) < 1e-12)
    let moments = fusedMoments(
      of: PointTable(columns: problem.columns), under: problem.model, threads: 1, kernel: kernel)
    #expect(moments.counts[0] == 0 && moments.counts[4] == 0)
  }

  @Test("A light component among heavy ones keeps its few points", arguments: kernels, [2, 4])
  func lightComponent(kernel: KernelChoice, dimensions: Int) {
    var problem = RandomProblem(points: 3000, components: 8, dimensions: dimensions, spread: 8, seed: 7)
    problem.model[3].logWeight = -60
    #expect(worst(problem, kernel: kernel) < 1e-12)
  }

  @Test("Weights count points several times, or not at all", arguments: kernels, [2, 4])
  func weights(kernel: KernelChoice, dimensions: Int) {
    let problem = RandomProblem(points: 700, components: 6, dimensions: dimensions, seed: 8)
    var random = SplitMix64(state: 9)
    let weights = (0..<700).map { _ in Double(random.next() % 4) }
    #expect(worst(problem, weights: weights, kernel: kernel) < 1e-12)

    var repeated = problem
    repeated.columns = problem.columns.map { column in
      zip(column, weights).flatMap { Array(repeating: $0, count: Int($1)) }
    }
    let once = fusedMoments(
      of: PointTable(columns: problem.columns, weights: weights), under: problem.model, threads: 1, kernel: kernel)
    let often = fusedMoments(
      of: PointTable(columns: repeated.columns), under: problem.model, threads: 1, kernel: kernel)
    #expect(distance(once, often, points: 700) < 1e-12)
  }

  @Test("The same bits with any number of threads", arguments: kernels, [2, 3])
  func threads(kernel: KernelChoice, dimensions: Int) {
    let problem = RandomProblem(points: 70_000, components: 7, dimensions: dimensions, seed: 10)
    let table = PointTable(columns: problem.columns)
    let one = fusedMoments(of: table, under: problem.model, threads: 1, kernel: kernel)
    for threads in [2, 7] {
      #expect(fusedMoments(of: table, under: problem.model, threads: threads, kernel: kernel) == one)
    }
  }

  @Test("Duplicates, lines and single places are ordered and bounded like any other set")
  func degenerateSets() {
    let model = RandomProblem(points: 1, components: 3, dimensions: 2, seed: 11).model
    let same = [Double](repeating: 1.5, count: 1000)
    let line = (0..<1000).map { Double($0 % 10) }
    for columns in [[same, same], [same, line], [line, line]] {
      let fused = fusedMoments(of: PointTable(columns: columns), under: model, threads: 2)
      #expect(distance(fused, twoPassMoments(columns: columns, under: model), points: 1000) < 1e-12)
    }
  }
}
