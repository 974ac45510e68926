import Testing

@testable import GaussianMixtures

@Suite struct MixtureErrorTests {
  private static let samples: [MixtureError] = [
    .noPoints, .noDimensions, .raggedRow(row: 0, expected: 2, found: 1),
    .raggedColumn(column: 0, expected: 2, found: 1),
    .valueNotFinite(row: 0, column: 1), .sampleWeightCount(expected: 1, found: 2), .sampleWeightInvalid(row: 0),
    .columnTooLarge(column: 0), .columnTooFine(column: 0), .tooFewPoints(points: 1, components: 2), .noComponents,
    .componentCounts(weights: 1, means: 2, covariances: 3), .meanLength(component: 0, expected: 1, found: 2),
    .meanNotFinite(component: 0, column: 0), .weightInvalid(component: 0), .weightsSum(0.9),
    .covarianceShape(component: 0, expected: 2, rows: 1, columns: 1),
    .covarianceNotFinite(component: 0, row: 0, column: 0), .covarianceNotSymmetric(component: 0, row: 0, column: 1),
    .covarianceNotPositiveDefinite(component: 0), .dimensionMismatch(model: 1, data: 2),
    .componentMismatch(model: 2, expectation: 3), .unreadableModel("add it."),
    .optionOutOfRange(name: "floor", allowed: "0 or more"), .pointOutOfReach(row: 0),
    .collapsed(component: 0, iteration: 1), .sharedCovarianceCollapsed(iteration: 1), .cancelled,
  ]

  /// A statement and, after a semicolon or colon, what to do; one sentence, ending in a full stop.
  @Test(arguments: samples)
  func oneSentenceThatSaysWhatToDo(_ error: MixtureError) {
    let text = error.description
    #expect(text.hasSuffix("."))
    #expect(text.first?.isLowercase == false)
    #expect(text.contains("; ") || text.contains(": "))
    #expect(!text.dropLast().contains(". "))
  }

  @Test func countsFromOne() {
    #expect(MixtureError.valueNotFinite(row: 6, column: 1).description.contains("Row 7, column 2"))
    #expect(MixtureError.collapsed(component: 1, iteration: 3).description.contains("Component 2"))
  }

  /// A floor is there by default: it is the policy that lets a collapse be the end.
  @Test func theAdviceAfterACollapseHelps() {
    for error in [MixtureError.collapsed(component: 1, iteration: 3), .sharedCovarianceCollapsed(iteration: 3)] {
      #expect(error.description.contains("; use another collapse policy than fail, with a floor above 0, or fewer"))
    }
  }

  @Test func columnsAreNamedAsTheCallerNamesThem() {
    for error in [MixtureError.columnTooLarge(column: 1), .columnTooFine(column: 1)] {
      #expect(error.description.hasPrefix("The values of column 2 "))
      #expect(
        error.description(naming: { "\($0)" }) { "column '\(["a", "b"][$0])'" }.hasPrefix("The values of column 'b' "))
    }
  }
}
