import Testing

@testable import GaussianMixtures

@Suite struct RandomMixtureTests {
  @Test(arguments: [(1, 1), (3, 2), (2, 20), (200, 3), (5, 50)])
  func isSound(_ components: Int, _ dimensions: Int) throws {
    var generator = SeededGenerator(seed: 1)
    let model = try GaussianMixture.random(
      componentCount: components, dimensions: dimensions, meanRange: -2...3, using: &generator)
    try model.validate()
    #expect(model.means.allSatisfy { $0.allSatisfy { (-2...3).contains($0) } })
    // An entry of A·Aᵀ is a sum of D + 10 products of numbers below 1.
    #expect(model.covariances.allSatisfy { $0.diagonal.allSatisfy { $0 > 0 && $0 < Double(dimensions + 10) } })
  }

  @Test func pointsPerComponent() throws {
    let synthetic = try SyntheticData(componentCount: 3, dimensions: 2, pointsPerComponent: 50, seed: 7)
    #expect(synthetic.data.count == 150)
    #expect(synthetic.labels.count { $0 == 1 } == 50)
    #expect(synthetic == (try SyntheticData(componentCount: 3, dimensions: 2, pointsPerComponent: 50, seed: 7)))
  }

  @Test func refusesNonsense() {
    #expect(throws: MixtureError.noComponents) {
      try SyntheticData(componentCount: 0, dimensions: 2, pointsPerComponent: 5, seed: 1)
    }
    #expect(throws: MixtureError.noDimensions) {
      try SyntheticData(componentCount: 1, dimensions: 0, pointsPerComponent: 5, seed: 1)
    }
    #expect(throws: MixtureError.self) {
      try SyntheticData(componentCount: 1, dimensions: 1, pointsPerComponent: -1, seed: 1)
    }
    #expect(throws: MixtureError.self) {
      try SyntheticData(
        componentCount: 1, dimensions: 1, pointsPerComponent: 1, meanRange: 0...Double.infinity, seed: 1)
    }
  }
}
