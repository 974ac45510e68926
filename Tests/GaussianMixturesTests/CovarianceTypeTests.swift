import Testing

@testable import GaussianMixtures

@Suite struct CovarianceTypeTests {
  /// Property 7.
  @Test(arguments: [
    (CovarianceType.spherical, 13), (.diagonal, 21), (.tied, 26), (.full, 41),
  ])
  func parametersOfTwoComponentsInFiveDimensions(_ type: CovarianceType, _ expected: Int) {
    #expect(type.parameterCount(components: 2, dimensions: 5) == expected)
  }

  @Test func oneDimensionLeavesTwoFamilies() {
    for type in [CovarianceType.full, .diagonal, .spherical] {
      #expect(type.parameterCount(components: 3, dimensions: 1) == 8)
    }
    #expect(CovarianceType.tied.parameterCount(components: 3, dimensions: 1) == 6)
  }

  @Test func spelledAsOnTheCommandLine() {
    #expect(CovarianceType.allCases.map(\.rawValue) == ["full", "tied", "diagonal", "spherical"])
  }
}
