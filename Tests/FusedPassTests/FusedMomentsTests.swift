import Foundation
import FusedPass
import Testing

@Suite struct FusedMomentsTests {
  static let kernels = KernelChoice.allCases.filter(\.isSupported)

  /// The largest difference between any build of the kernel and the two-pass reference.
  private func worst(_ problem: RandomProblem, weights: [Double]? = nil, pruning: Pruning = .exact) -> Double {
    let table = PointTable(columns: problem.columns, weights: weights)
    let reference = twoPassMoments(columns: problem.columns, weights: weights, under: problem.model)
    return Self.kernels.reduce(0) { worst, kernel in
      let fused = fusedMoments(of: table, under: problem.model, threads: 2, kernel: kernel, pruning: pruning)
      return max(worst, distance(fused, reference, points: Double(problem.columns[0].count)))
    }
  }

  @Test("Agrees with the two-pass reference", arguments: [1, 2, 3, 4, 5, 8, 16, 20])
  func agreesWithReference(dimensions: Int) {
    for (components, points) in [(1, 1), (1, 300), (2, 127), (3, 128), (5, 129), (9, 500), (64, 500)] {
      let problem = RandomProblem(
        points: points, components: components, dimensions: dimensions,
        seed: UInt64(1000 * dimensions + components + points))
      #expect(worst(problem) < 1e-12, "K = \(components), N = \(points)")
    }
  }

  @Test("Blocks small and large: logarithms of products, of sums, of one point's densities", arguments: [1, 2, 5])
  func spreads(dimensions: Int) {
    for spread in [0.1, 4, 12, 200] {
      let problem = RandomProblem(points: 5000, components: 7, dimensions: dimensions, spread: spread, seed: 32)
      let reference = twoPassMoments(columns: problem.columns, under: problem.model)
      for isOrdered in [false, true] {
        let table = PointTable(columns: problem.columns, isOrdered: isOrdered)
        for kernel in Self.kernels {
          let fused = fusedMoments(of: table, under: problem.model, threads: 2, kernel: kernel)
          #expect(distance(fused, reference, points: 5000) < 1e-12, "\(spread) \(kernel)")
        }
      }
    }
  }

  @Test("Many dimensions, many components", arguments: [(50, 4, 200), (2, 200, 300)])
  func large(dimensions: Int, components: Int, points: Int) {
    let problem = RandomProblem(points: points, components: components, dimensions: dimensions, seed: 16)
    #expect(worst(problem) < 1e-12)
  }

  @Test("Moments about other centers than the means", arguments: [2, 3])
  func centers(dimensions: Int) {
    var problem = RandomProblem(points: 500, components: 4, dimensions: dimensions, seed: 13)
    for k in problem.model.indices { problem.model[k].center = problem.model[k].mean.map { $0 + 2 } }
    #expect(worst(problem) < 1e-12)
  }

  @Test("Diagonal covariances, diagonal moments", arguments: [1, 2, 3, 9])
  func diagonal(dimensions: Int) {
    var problem = RandomProblem(points: 500, components: 5, dimensions: dimensions, seed: 14)
    let full = problem.model
    for k in problem.model.indices {
      for i in 0..<dimensions {
        for j in 0..<i { problem.model[k].whitening[i * (i + 1) / 2 + j] = 0 }
      }
    }
    let table = PointTable(columns: problem.columns)
    for model in [full, problem.model] {
      var reference = twoPassMoments(columns: problem.columns, under: model)
      reference.second = reference.second.map { triangle in (0..<dimensions).map { triangle[$0 * ($0 + 3) / 2] } }
      for kernel in Self.kernels {
        let fused = fusedMoments(of: table, under: model, diagonal: true, threads: 1, kernel: kernel)
        #expect(abs(fused.logLikelihood - reference.logLikelihood) < 1e-12 * abs(reference.logLikelihood))
        for k in model.indices {
          #expect(abs(fused.counts[k] - reference.counts[k]) < 1e-12 * reference.counts[k])
          for d in 0..<dimensions {
            let scale = (reference.counts[k] * reference.second[k][d]).squareRoot()
            #expect(abs(fused.first[k][d] - reference.first[k][d]) < 1e-12 * scale)
            #expect(abs(fused.second[k][d] - reference.second[k][d]) < 1e-12 * reference.second[k][d])
          }
        }
      }
    }
  }

  @Test("Leaving components out changes nothing", arguments: kernels, [1, 2, 3, 7])
  func pruning(kernel: KernelChoice, dimensions: Int) {
    for spread in [1.0, 6, 40] {
      let problem = RandomProblem(
        points: 6000, components: 40, dimensions: dimensions, spread: spread, seed: UInt64(spread))
      let table = PointTable(columns: problem.columns)
      let pruned = fusedMoments(of: table, under: problem.model, threads: 1, kernel: kernel)
      let dense = fusedMoments(of: table, under: problem.model, threads: 1, kernel: kernel, pruning: .none)
      #expect(distance(pruned, dense, points: 6000) < 1e-12, "spread \(spread)")
    }
  }

  @Test("Points far from every component keep their shares", arguments: [2, 3])
  func farPoints(dimensions: Int) {
    var problem = RandomProblem(points: 400, components: 5, dimensions: dimensions, seed: 3)
    for n in stride(from: 0, to: 400, by: 7) {
      for d in 0..<dimensions { problem.columns[d][n] += n % 2 == 0 ? 120 : -3000 }
    }
    // |t| reaches 10⁷ there, whose rounding alone moves a density by 1e−9.
    for k in problem.model.indices { problem.model[k].whitening = problem.model[0].whitening }
    #expect(worst(problem) < 1e-8)
    #expect(worst(problem, pruning: .none) < 1e-8)
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

  @Test("A point of weight zero is absent, however far away")
  func absentPoint() {
    var problem = RandomProblem(points: 300, components: 3, dimensions: 2, seed: 15)
    var weights = [Double](repeating: 1, count: 300)
    problem.columns[0][8] = 1e200
    weights[8] = 0
    let moments = fusedMoments(
      of: PointTable(columns: problem.columns, weights: weights), under: problem.model, threads: 1)
    #expect(moments.logLikelihood.isFinite)
    #expect(abs(moments.counts.reduce(0, +) - 299) < 1e-9)
  }

  @Test("Points at a large offset", arguments: [2, 5])
  func offset(dimensions: Int) {
    let problem = RandomProblem(points: 500, components: 4, dimensions: dimensions, offset: 1e8, seed: 5)
    #expect(worst(problem) < 1e-12)
  }

  @Test("Components of weight zero own nothing", arguments: [2, 4])
  func zeroWeights(dimensions: Int) {
    var problem = RandomProblem(points: 500, components: 6, dimensions: dimensions, seed: 6)
    problem.model[0].logWeight = -.infinity
    problem.model[4].logWeight = -.infinity
    #expect(worst(problem) < 1e-12)
    let moments = fusedMoments(of: PointTable(columns: problem.columns), under: problem.model, threads: 1)
    #expect(moments.counts[0] == 0 && moments.counts[4] == 0)
  }

  @Test("A light component among heavy ones keeps its few points", arguments: [2, 4])
  func lightComponent(dimensions: Int) {
    var problem = RandomProblem(points: 3000, components: 8, dimensions: dimensions, spread: 8, seed: 7)
    problem.model[3].logWeight = -60
    #expect(worst(problem) < 1e-12)
  }

  @Test("However light, a component keeps its share of every point", arguments: [2, 4])
  func shadow(dimensions: Int) {
    var problem = RandomProblem(points: 3000, components: 4, dimensions: dimensions, seed: 17)
    // In the same place and shape as a heavy one, e⁻⁶⁰ of its weight.
    problem.model[2] = problem.model[1]
    problem.model[2].logWeight -= 60
    let table = PointTable(columns: problem.columns)
    for kernel in Self.kernels {
      let moments = fusedMoments(of: table, under: problem.model, threads: 1, kernel: kernel)
      #expect(abs(moments.counts[2] * exp(60) / moments.counts[1] - 1) < 1e-10)
      for (light, heavy) in zip(moments.second[2], moments.second[1]) {
        #expect(abs(light * exp(60) - heavy) < 1e-10 * moments.second[1].map(abs).reduce(0, max))
      }
    }
  }

  @Test("Weights count points several times, or not at all", arguments: [2, 4])
  func weights(dimensions: Int) {
    let problem = RandomProblem(points: 700, components: 6, dimensions: dimensions, seed: 8)
    var random = SplitMix64(state: 9)
    let weights = (0..<700).map { _ in Double(random.next() % 4) }
    #expect(worst(problem, weights: weights) < 1e-12)

    var repeated = problem
    repeated.columns = problem.columns.map { column in
      zip(column, weights).flatMap { Array(repeating: $0, count: Int($1)) }
    }
    let once = fusedMoments(
      of: PointTable(columns: problem.columns, weights: weights), under: problem.model, threads: 1)
    let often = fusedMoments(of: PointTable(columns: repeated.columns), under: problem.model, threads: 1)
    #expect(distance(once, often, points: 700) < 1e-12)
  }

  @Test("The size of the weights does not matter", arguments: [1, 2, 4, 7], [1e-30, 1e-12, 1e12])
  func smallWeights(dimensions: Int, weight: Double) {
    let problem = RandomProblem(points: 3000, components: 9, dimensions: dimensions, spread: 6, seed: 18)
    let ones = fusedMoments(of: PointTable(columns: problem.columns), under: problem.model, threads: 1)
    for kernel in Self.kernels {
      let table = PointTable(columns: problem.columns, weights: Array(repeating: weight, count: 3000))
      var weighted = fusedMoments(of: table, under: problem.model, threads: 1, kernel: kernel)
      weighted.logLikelihood /= weight
      weighted.counts = weighted.counts.map { $0 / weight }
      weighted.first = weighted.first.map { $0.map { $0 / weight } }
      weighted.second = weighted.second.map { $0.map { $0 / weight } }
      #expect(distance(weighted, ones, points: 3000) < 1e-12, "\(kernel)")
    }
  }

  /// The share of a component may be tiny where its distance is huge: mass times squared distance is not negligible.
  @Test("A point far from every component counts in all second moments", arguments: kernels, [1, 2, 3, 6])
  func farMoments(kernel: KernelChoice, dimensions: Int) {
    for exponent in stride(from: 3, through: 7, by: 0.5) {
      // Two components far from one point: the shares there differ by just less or more than a cut.
      for gap in stride(from: 20.0, through: 80, by: 4) {
        let far = pow(10, exponent)
        let shift = gap * log(2) / far
        let model = [0, shift].map { mean in
          FusedComponent(
            logWeight: log(0.5), mean: [mean] + Array(repeating: 0, count: dimensions - 1),
            whitening: (0..<dimensions).flatMap { i in (0...i).map { $0 == i ? 1 : 0 } })
        }
        var random = SplitMix64(state: UInt64(gap))
        var columns = (0..<dimensions).map { _ in (0..<255).map { _ in random.normal() } }
        for d in 0..<dimensions { columns[d].append(d == 0 ? far : 0) }
        let table = PointTable(columns: columns)
        let pruned = fusedMoments(of: table, under: model, threads: 1, kernel: kernel)
        let dense = fusedMoments(of: table, under: model, threads: 1, kernel: kernel, pruning: .none)
        #expect(distance(pruned, dense, points: 256) < 1e-12, "far \(far), gap \(gap)")
      }
    }
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
