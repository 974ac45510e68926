import Testing

@testable import GaussianMixtures

@Suite struct SamplingTests {
  private let model = GaussianMixture(
    weights: [0.2, 0.5, 0.3], means: [[0, 0], [8, 1], [-3, 9]],
    covariances: [
      CovarianceMatrix([[1, 0.5], [0.5, 1]]), CovarianceMatrix([[2, -1], [-1, 3]]), .diagonal([0.5, 0.5]),
    ])

  /// Property 9.
  @Test func refittingASampleRecoversTheMixture() throws {
    var generator = SeededGenerator(seed: 1)
    let sample = try model.sample(count: 20_000, using: &generator)
    let fit = try EM(data: sample.data, options: EMOptions(tolerance: 1e-5))
      .fit(componentCount: 3, start: .kMeans).best
    for k in 0..<3 {
      let nearest = (0..<3).min { distance(fit.model.means[$0], k) < distance(fit.model.means[$1], k) } ?? 0
      #expect(abs(fit.model.weights[nearest] - model.weights[k]) < 0.1 * model.weights[k])
      #expect(distance(fit.model.means[nearest], k) < 0.1)
      #expect(isClose(fit.model.covariances[nearest], model.covariances[k], 0.1))
    }
  }

  private func distance(_ mean: [Double], _ k: Int) -> Double {
    zip(mean, model.means[k]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  @Test func seededAndCounted() throws {
    var a = SeededGenerator(seed: 5)
    var b = SeededGenerator(seed: 5)
    let sample = try model.sample(count: 50, using: &a)
    #expect(sample == (try model.sample(count: 50, using: &b)))
    #expect(sample.data.count == 50 && sample.labels.count == 50)
    let even = try model.sample(pointsPerComponent: 4, using: &a)
    #expect(even.labels == [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2])
    #expect(try model.sample(count: 0, using: &a).data.count == 0)
    #expect(throws: MixtureError.self) { try model.sample(count: -1, using: &a) }
  }

  @Test func zeroWeightsAreNeverDrawn() throws {
    var zero = model
    zero.weights = [0, 1, 0]
    var generator = SeededGenerator(seed: 5)
    #expect(try zero.sample(count: 100, using: &generator).labels.allSatisfy { $0 == 1 })
  }
}
