import Testing

@testable import GaussianMixtures

@Suite struct CovarianceFamilyTests {
  /// Property 7.
  @Test(arguments: [
    (CovarianceFamily.spherical, 13), (.diagonal, 21), (.tied, 26), (.full, 41),
  ])
  func parametersOfTwoComponentsInFiveDimensions(_ type: CovarianceFamily, _ expected: Int) {
    #expect(type.parameterCount(components: 2, dimensions: 5) == expected)
  }

  @Test func oneDimensionLeavesTwoFamilies() {
    for type in [CovarianceFamily.full, .diagonal, .spherical] {
      #expect(type.parameterCount(components: 3, dimensions: 1) == 8)
    }
    #expect(CovarianceFamily.tied.parameterCount(components: 3, dimensions: 1) == 6)
  }

  @Test func spelledAsOnTheCommandLine() {
    #expect(CovarianceFamily.allCases.map(\.rawValue) == ["full", "tied", "diagonal", "spherical"])
  }
}
