import Foundation
import Testing

@testable import GaussianMixtures

/// What a run makes of numbers and answers that no run gives.
@Suite struct RunSafetyTests {
  private let em: EM
  private let two: GaussianMixture
  private let three: GaussianMixture

  init() throws {
    let rows = (0..<60).map { (n: Int) -> [Double] in [Double(n % 7) + Double(n % 2 * 10), Double(n % 5)] }
    em = try EM(data: Dataset(rows: rows))
    two = try StartKind.kMeans.makeStart(data: em.data, componentCount: 2, seed: 1)
    three = try StartKind.kMeans.makeStart(data: em.data, componentCount: 3, seed: 1)
  }

  @Test func answersOfAnotherShapeAreIgnored() throws {
    for (start, other) in [(two, three), (three, two)] {
      var run = em.run(from: start)
      guard case .computation(let first) = run.pending else { return }
      run.take(RunAnswer(to: first, .evaluated(try em.expectation(of: other))))
      #expect(run.logLikelihood == nil)
      try em.advance(&run)
      run.takeExpectation()
      guard case .computation(let request) = run.pending else { return }
      let expectation = try em.expectation(of: other)
      let update = try em.maximization(of: expectation, iteration: 1)
      let before = run
      run.take(RunAnswer(to: request, .maximized(update, expectation)))
      #expect(run == before)
      run.take(em.perform(request))
      #expect(run.iterations == 1)
    }
    var clusters = em.run(from: two, algorithm: .kMeans)
    guard case .computation(let request) = clusters.pending else { return }
    clusters.take(RunAnswer(to: request, .assigned(try KMeans(data: em.data).assign(to: three.means))))
    #expect(clusters.trace.isEmpty)
  }

  @Test func aRescueOfTheFutureIsNoPartOfARun() throws {
    var run = em.run(from: two)
    for _ in 0..<3 { try em.advance(&run) }
    let text = String(decoding: try JSONEncoder().encode(run), as: UTF8.self)
    for iteration in [-1, 10, Int.max] {
      let rescue = #"{"iteration":\#(iteration),"component":0,"kind":"floor-applied","reason":"flat","points":3}"#
      let damaged = text.replacing(#""events":[]"#, with: #""events":[\#(rescue)]"#)
      #expect(damaged != text)
      #expect(throws: DecodingError.self) { try JSONDecoder().decode(Run.self, from: Data(damaged.utf8)) }
    }
    let late = text.replacing(#""iteration":1"#, with: #""iteration":\#(Int.max)"#)
    #expect(late != text)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Run.self, from: Data(late.utf8)) }
    #expect(try JSONDecoder().decode(Run.self, from: Data(text.utf8)).steps == run.steps)
    // One that is there all the same counts no iteration as undisturbed.
    run.events = [EMEvent(iteration: 10, component: 0, kind: .floorApplied, reason: .flat, points: 3)]
    #expect(!run.hasConverged)
  }

  @Test func anEndlessRunHasTheLargestLimit() throws {
    var run = em.run(from: two)
    while run.end == nil { try em.advance(&run) }
    run.resume(iterations: .max)
    #expect(run.options.maximumIterations == .max)
  }

  @Test func numbersOutOfRangeAreRefused() throws {
    #expect(throws: MixtureError.optionOutOfRange(name: "restarts", allowed: "1 to 1000000")) {
      try GaussianMixture.fit(em.data, components: 2, restarts: .max)
    }
    #expect(throws: MixtureError.optionOutOfRange(name: "components", allowed: "numbers from 1 to 1000000")) {
      try ModelSelection.search(data: em.data, components: [Int.max])
    }
    #expect(CovarianceFamily.full.parameterCount(components: 1 << 40, dimensions: 1 << 20) == .max)
    #expect(CovarianceFamily.spherical.parameterCount(components: .max, dimensions: 1) == .max)
    #expect(EM.seed(ofRestart: -1, of: 1) != EM.seed(ofRestart: 1, of: 1))
    #expect(throws: MixtureError.optionOutOfRange(name: "range", allowed: "finite bounds")) {
      try GaussianMixture.uniformStart(
        componentCount: 2, dimensions: 2, range: -Double.infinity...Double.infinity, seed: 1)
    }
    #expect(throws: MixtureError.componentMismatch(model: 2, expectation: 3)) {
      try em.lowerBound(of: em.expectation(of: three), with: two)
    }
  }

  /// The criteria of a fit are of its own points.
  @Test func otherPointsHaveNoCriteria() throws {
    let fit = try em.fit(from: two)
    #expect(try fit.criteria(includingICLOn: em.data).icl != nil)
    #expect(throws: MixtureError.optionOutOfRange(name: "includingICLOn", allowed: "the points that were fitted")) {
      try fit.criteria(includingICLOn: Dataset(rows: [[1e3, 2], [3, 4], [5, -6]]))
    }
    // As much weight on fewer points.
    let rows = em.data.rows.dropLast()
    let heavier = try Dataset(
      rows: Array(rows), sampleWeights: [2] + Array(repeating: 1, count: rows.count - 1))
    #expect(heavier.totalWeight == em.data.totalWeight)
    #expect(throws: MixtureError.self) { try fit.criteria(includingICLOn: heavier) }
  }

  /// After B is dropped, C is the second one and still C.
  @Test func rescuesKnowTheirComponentWhateverWasDropped() throws {
    let points = (0..<90).map { (n: Int) -> [Double] in
      let (side, up): (Double, Double) = (n < 45 ? 0 : 20, Double(n % 9) / 9)
      return [side + Double(n % 5) / 5, side + up]
    }
    let far = GaussianMixture(
      weights: [0.25, 0.25, 0.25, 0.25], means: [[0, 0], [1e4, 0], [20, 20], [0, 1e4]],
      covariances: Array(repeating: .identity(2), count: 4))
    let em = try EM(data: Dataset(rows: points), options: EMOptions(onEmpty: .keep))
    var run = em.run(from: far)
    for _ in 0..<3 { try em.advance(&run) }
    run.resume(under: EMOptions(onEmpty: .drop))
    for _ in 0..<2 { try em.advance(&run) }
    #expect(run.latest.identities == [0, 2])
    #expect(run.events.suffix(2).map(\.identity) == [1, 3])
    let again = RunStep(
      start: run.model, identities: [0, 2]
    )
    let update = Maximization(
      model: run.model, events: [EMEvent(iteration: 1, component: 1, kind: .kept, reason: .empty, points: 0)],
      survivors: [0, 1], floored: [], lowerBound: 0)
    let step = RunStep(maximizationAfter: again, update, logLikelihood: 0)
    #expect(step.events.map(\.identity) == [2] && step.rescued == [2])
  }
}
