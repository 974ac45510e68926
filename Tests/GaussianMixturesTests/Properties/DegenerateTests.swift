import Testing

@testable import GaussianMixtures

/// Properties 10 and 11, and a flood of degenerate problems: each ends in finite numbers or a typed error.
@Suite struct DegenerateTests {
  @Test(arguments: CovarianceFamily.allCases)
  func twoPlacesTenComponents(_ type: CovarianceFamily) throws {
    let data = try Dataset(rows: (0..<10).map { $0 < 5 ? [0, 0] : [1, 1] })
    for kind in StartKind.allCases {
      let withFloor = try EM(data: data, options: EMOptions(family: type))
        .fit(componentCount: 10, start: kind).best
      #expect(isFinite(withFloor.model))
      #expect(withFloor.logLikelihood.isFinite)
      #expect(!withFloor.events.isEmpty)
      let without = try EM(data: data, options: EMOptions(family: type, floor: 0))
      #expect(throws: MixtureError.self) { try without.fit(componentCount: 10, start: kind) }
    }
  }

  @Test(arguments: CovarianceFamily.allCases, [0, 1e-6])
  func aColumnThatIsTheSumOfTwo(_ type: CovarianceFamily, _ floor: Double) throws {
    var generator = SeededGenerator(seed: 2)
    let data = try Dataset(
      rows: (0..<60).map { _ in
        let (a, b) = (generator.gaussian(), generator.gaussian())
        return [a, b, a + b]
      })
    for kind in StartKind.allCases {
      do throws(MixtureError) {
        let fit = try EM(data: data, options: EMOptions(family: type, floor: floor))
          .fit(componentCount: 2, start: kind).best
        #expect(isFinite(fit.model) && fit.trace.allSatisfy(\.isFinite))
        if floor > 0 && !type.isDiagonal { #expect(!fit.floored.isEmpty) }
      } catch {
        #expect(floor == 0 && !type.isDiagonal, "\(error)")
      }
    }
  }

  @Test(arguments: CovarianceFamily.allCases)
  func identicalPointsAndSinglePoints(_ type: CovarianceFamily) throws {
    for rows in [[[3.0, 4]], [[3, 4], [3, 4], [3, 4]], [[0, 0], [0, 0]], [[1e150, 1e150], [1e150, 1e150]]] {
      let data = try Dataset(rows: rows)
      for k in 1...rows.count {
        let fit = try EM(data: data, options: EMOptions(family: type))
          .fit(componentCount: k, start: .kMeans).best
        #expect(isFinite(fit.model))
        #expect(isClose(fit.model.means[0], rows[0], 1e-12))
        #expect(!fit.floored.isEmpty)
      }
    }
  }

  private func isSymmetric(_ matrix: CovarianceMatrix) -> Bool {
    (0..<matrix.rows).allSatisfy { i in (0..<i).allSatisfy { matrix[i, $0] == matrix[$0, i] } }
  }

  private static let chunks = Array(0..<16)
  private static let problemsPerChunk = 1250

  @Test(arguments: chunks)
  func aFloodOfDegenerateProblems(_ chunk: Int) throws {
    var generator = SeededGenerator(seed: UInt64(chunk))
    for _ in 0..<Self.problemsPerChunk {
      let problem = try DegenerateProblem(using: &generator)
      do throws(MixtureError) {
        let start = try problem.start.makeStart(
          data: problem.data, componentCount: problem.components, family: problem.options.family,
          seed: problem.options.seed, floor: problem.options.floor)
        let em = try EM(data: problem.data, options: problem.options)
        var run = em.run(from: start, recording: .trace)
        var previous = -Double.infinity
        // What the rounding of coordinates does to squared distances, in units of the least standard deviation.
        let least = problem.options.floor.squareRoot()
        let digits = zip(em.scales.resolutions, em.scales.deviations).map { $0 / max(least * $1, 4 * $0) }
        let rounding = 100 * problem.data.totalWeight * (digits.max() ?? 0)
        while let step = try em.advance(&run) {
          let value = step.logLikelihood ?? .nan
          let isSound =
            isFinite(step.model) && value.isFinite && step.lowerBound?.isFinite != false
            && step.counts?.allSatisfy(\.isFinite) != false
          if !isSound { Issue.record("not finite: \(problem)") }
          if step.events.isEmpty && step.floored.isEmpty && value < previous - 1e-9 * abs(previous) - rounding {
            Issue.record("the likelihood fell and nothing was said: \(problem)")
          }
          previous = value
          if !step.model.covariances.allSatisfy(isSymmetric) { Issue.record("not symmetric: \(problem)") }
          if !isClose(step.model.weights.reduce(0, +), 1, 1e-12) { Issue.record("weights: \(problem)") }
        }
        if run.end == .converged && run.latest.events.contains(where: \.kind.isIntervention) {
          Issue.record("it converged and intervened: \(problem)")
        }
        if run.events.count(where: { $0.kind == .reseeded }) > 10 * problem.components {
          Issue.record("it reseeds for ever: \(problem)")
        }
      } catch {
        if !problem.mayEnd(in: error) { Issue.record("\(error): \(problem)") }
      }
    }
  }
}

/// A small problem with something wrong with it.
struct DegenerateProblem {
  let data: Dataset
  let components: Int
  let start: StartKind
  let options: EMOptions

  /// With a floor and a policy that goes on, only the data can be refused; otherwise a collapse too.
  func mayEnd(in error: MixtureError) -> Bool {
    switch error {
    case .noPoints, .tooFewPoints, .columnTooFine, .columnTooLarge: true
    case .collapsed, .sharedCovarianceCollapsed: options.floor == 0 || options.onCollapse == .fail
    default: false
    }
  }

  init(using generator: inout SeededGenerator) throws {
    func pick<T>(_ choices: [T]) -> T {
      choices[min(choices.count - 1, Int(generator.uniform() * Double(choices.count)))]
    }
    let n = pick([1, 2, 3, 5, 8, 9, 20, 40])
    let d = 1 + Int(generator.uniform() * 3)
    let shape = pick(["duplicates", "collinear", "lattice", "constant", "outlier", "sentinels", "groups", "plain"])
    var rows: [[Double]] = []
    for i in 0..<n {
      let t = generator.gaussian()
      let row: [Double] =
        switch shape {
        case "duplicates":
          i > 1 && generator.uniform() < 0.7 ? rows[Int(generator.uniform() * 2)] : Array(repeating: t, count: d)
        case "collinear": (0..<d).map { Double($0 + 1) * t + 1 }
        case "lattice": (0..<d).map { _ in (generator.uniform() * 3).rounded() }
        case "constant": (0..<d).map { $0 == 0 ? 5 : t * Double($0) }
        case "outlier": (0..<d).map { _ in i == 0 ? pick([1e6, 1e12, -1e15]) : generator.gaussian() * 1e-3 }
        case "sentinels": (0..<d).map { _ in generator.uniform() < 0.1 ? -99999 : generator.gaussian() }
        case "groups": (0..<d).map { _ in (i % 3 == 0 ? 0 : 1e3) + generator.gaussian() * pick([0, 1e-9, 1]) }
        default: (0..<d).map { _ in generator.gaussian() }
        }
      rows.append(row)
    }
    let unit = pick([1, 1, 1e-150, 1e-100, 1e-8, 1e8, 1e100, 1e135])
    let offset = pick([0, 0, 1, 1e8, -1e8]) * unit
    let columnUnits = (0..<d).map { _ in pick([1, 1, 1e-5, 1e7]) }
    let counts = rows.map { _ in Double(Int(generator.uniform() * 4)) }
    let sum = max(counts.reduce(0, +), 1)
    let weights = pick([nil, counts, counts.map { $0 / sum }, counts.map { $0 * 3e14 }])
    data = try Dataset(
      rows: rows.map { row in zip(row, columnUnits).map { ($0 * unit + offset) * $1 } }, sampleWeights: weights)
    components = 1 + Int(generator.uniform() * Double(min(n, 9)))
    start = pick(StartKind.allCases)
    options = EMOptions(
      family: pick(CovarianceFamily.allCases), tolerance: 1e-6, maximumIterations: pick([6, 6, 6, 40]),
      floor: pick([0, 1e-12, 1e-6, 1e-2]), onCollapse: pick(CollapsePolicy.allCases),
      onEmpty: pick(EmptyPolicy.allCases), seed: generator.next())
  }
}
