import Foundation
import Testing

@testable import GaussianMixtures

@Suite struct KMeansRunTests {
  private func run(_ rows: [[Double]], from centers: [[Double]]) throws -> Run {
    let em = try EM(data: Dataset(rows: rows))
    let start = try GaussianMixture.start(means: centers, data: em.data)
    return try em.finished(em.run(from: start, algorithm: .kMeans))
  }

  /// Lloyd's algorithm as one would write it down.
  private func lloyd(_ rows: [[Double]], from start: [[Double]]) -> (
    trace: [Double], centers: [[Double]], labels: [Int]
  ) {
    var centers = start
    func assign() -> (labels: [Int], sum: Double) {
      var sum = 0.0
      let labels = rows.map { row in
        let distances = centers.map { zip(row, $0).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } }
        let least = distances.min() ?? 0
        sum += least
        return distances.firstIndex(of: least) ?? 0
      }
      return (labels, sum)
    }
    var trace = [assign().sum]
    var old: [Int] = []
    while true {
      let labels = assign().labels
      for k in centers.indices {
        let own = zip(rows, labels).filter { $1 == k }.map(\.0)
        guard !own.isEmpty else { continue }
        centers[k] = centers[k].indices.map { i in own.reduce(0) { $0 + $1[i] } / Double(own.count) }
      }
      trace.append(assign().sum)
      if labels == old { return (trace, centers, labels) }
      old = labels
    }
  }

  @Test(arguments: 1...12)
  func equalsLloydsAlgorithm(_ seed: UInt64) throws {
    let data = try seed % 2 == 0 ? iris() : oldFaithful()
    let rows = (0..<data.count).map { data.row($0) }
    let kMeans = try KMeans(data: data)
    var generator = SeededGenerator(seed: seed)
    let start = try kMeans.plusPlusCenters(Int(seed % 5) + 1, using: &generator)
    let expected = lloyd(rows, from: start)
    let run = try run(rows, from: start)
    #expect(run.end == .converged && run.iterations == expected.trace.count - 1)
    #expect(zip(run.trace, expected.trace).allSatisfy { isClose($0, $1, 1e-9) })
    #expect(zip(run.model.means, expected.centers).allSatisfy { isClose($0, $1, 1e-9) })
    #expect(try kMeans.assign(to: run.model.means).labels == expected.labels)
  }

  @Test func aPointBetweenCentersGoesToTheFirst() throws {
    let run = try run([[0], [1], [2], [7]], from: [[0], [2]])
    #expect(run.steps[1].counts == [2, 2])
    #expect(run.steps[2].model.means == [[0.5], [4.5]])
  }

  @Test func aCenterWithoutPointsStays() throws {
    let run = try run([[0], [1], [2]], from: [[1], [100]])
    #expect(run.model.means == [[1], [100]] && run.end == .converged)
    #expect(run.model.weights == [1, 0])
    #expect(run.trace == [2, 2])
  }

  @Test func halfStepsAlternateAndNeverRaiseTheSumOfSquares() throws {
    let data = try iris()
    let run = try run((0..<data.count).map { data.row($0) }, from: (0..<4).map { data.row(37 * $0) })
    var last = Double.infinity
    for (index, step) in run.steps.enumerated() {
      #expect(step.halfStep == index && step.logLikelihood == nil && step.lowerBound == nil)
      let value = try #require(step.value)
      #expect(value <= last * (1 + 1e-12))
      last = value
      #expect((try? step.model.validate()) != nil)
      if step.kind == .maximization, let owners = run.steps[index].owners {
        let labels = try KMeans(data: data).assign(to: owners.model.means).labels
        let within = (0..<data.count).reduce(0.0) { sum, n in
          sum + zip(data.row(n), step.model.means[labels[n]]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }
        #expect(isClose(value, within, 1e-9))
      }
    }
    #expect(run.trail(of: 2, upTo: run.steps.count - 1).count == run.iterations + 1)
  }

  @Test func ownersAreThePointsNearestMeans() throws {
    let data = try oldFaithful()
    let run = try run((0..<data.count).map { data.row($0) }, from: [[2, 60], [4, 70], [5, 90]])
    let kMeans = try KMeans(data: data)
    for step in run.steps where step.kind == .expectation {
      let owners = try #require(step.owners)
      let labels = try kMeans.assign(to: step.model.means).labels
      for n in 0..<data.count {
        let shares = try owners.model.posterior(at: data.row(n)).responsibilities
        #expect(shares[labels[n]] == 1)
      }
    }
  }

  @Test(arguments: [2, 3, 14, 60]) func aPointAsNearToSeveralMeansIsTheFirsts(_ count: Int) throws {
    let centers = (0..<count).map { [$0 % 2 == 0 ? -1.0 : 1.0] }
    let run = try run([[-3], [-1], [0], [1], [3]], from: centers)
    let owners = try #require(run.steps[1].owners)
    try owners.model.validate()
    #expect(try owners.model.predict(Dataset(rows: [[-3], [-1], [0], [1], [3]])) == [0, 0, 0, 1, 1])
    let shares = try owners.model.posterior(at: [0]).responsibilities
    #expect(shares[0] > 0.9999)
  }

  @Test func aRunIsWrittenAndReadBack() throws {
    let run = try run([[0, 0], [1, 0], [5, 5], [6, 5], [9, 1]], from: [[0, 0], [1, 0]])
    let read = try JSONDecoder().decode(Run.self, from: JSONEncoder().encode(run))
    #expect(read.steps == run.steps && read.trace == run.trace && read.end == run.end && read.algorithm == .kMeans)
  }

  @Test func onOtherPointsItGoesOnFromItsMeans() throws {
    let em = try EM(data: Dataset(rows: [[0], [1], [9], [10]]))
    var run = em.run(from: try GaussianMixture.start(means: [[0], [1]], data: em.data), algorithm: .kMeans)
    for _ in 0..<3 { try em.advance(&run) }
    var other = Run(continuing: run, at: RunReference(run: 0, step: 2))
    #expect(other.algorithm == .kMeans && other.latest.value == nil && other.latest.model == run.steps[2].model)
    let moved = try EM(data: Dataset(rows: [[0], [1], [9], [10], [11]]))
    other = try moved.finished(other)
    #expect(other.end == .converged && other.model.means == [[0.5], [10]])
  }

  @Test func itStopsAtTheLimitAndGoesOn() throws {
    let em = try EM(data: iris(), options: EMOptions(maximumIterations: 2))
    let start = try GaussianMixture.start(means: (0..<3).map { em.data.row($0) }, data: em.data)
    var run = try em.finished(em.run(from: start, algorithm: .kMeans))
    #expect(run.end == .iterationLimit && run.iterations == 2)
    run.resume(iterations: 100)
    #expect(try em.finished(run).end == .converged)
  }
}
