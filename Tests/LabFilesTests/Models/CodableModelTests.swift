import Foundation
import GaussianMixtures
import Testing

@testable import LabFiles

/// The library's encoding of a mixture and the program's files are one format.
@Suite struct CodableModelTests {
  private func model(_ family: CovarianceFamily) throws -> GaussianMixture {
    let data = try SyntheticData(componentCount: 3, dimensions: 3, pointsPerComponent: 40, seed: 4).data
    return try GaussianMixture.fit(data, components: 3, family: family).model
  }

  @Test(arguments: CovarianceFamily.allCases)
  func whatTheEncoderWroteIsAModelFile(_ family: CovarianceFamily) throws {
    let model = try model(family)
    try Fixture.withFolder { folder in
      let path = folder + "/model.json"
      try JSONEncoder().encode(model).write(to: URL(filePath: path))
      #expect(try ModelFile.read(path).model == model)
    }
  }

  @Test(arguments: CovarianceFamily.allCases)
  func aModelFileIsWhatTheDecoderReads(_ family: CovarianceFamily) throws {
    let file = ModelFile(model: try model(family), columns: ["a", "b", "c"], points: 120)
    let back = try JSONDecoder().decode(GaussianMixture.self, from: Data(file.json.indentedText.utf8))
    #expect(back == file.model)
  }

  @Test func arraysOfAnotherShapeAreRefused() {
    for text in [
      #"{"weights":[1],"means":[[0,0]],"covariances":[[[1,0],[0]]]}"#, #"{"weights":[1],"means":[[0,0]]}"#,
      #"{"weights":[1],"means":[0],"covariances":[[[1]]]}"#,
      #"{"weights":[1],"means":[[0]],"covariances":[[[1]],[[1]]]}"#,
      #"{"weights":[0.5,0.5],"means":[[0]],"covariances":[[[1]]]}"#,
      #"{"weights":[0.5,0.5],"means":[[0],[1,2]],"covariances":[[[1]],[[1]]]}"#,
      #"{"weights":[1],"means":[[0,0]],"covariances":[[[1,0,0],[0,1,0]]]}"#,
      #"{"weights":[1],"means":[[0,0]],"covariances":[[[1]]]}"#,
      #"{"weights":[1],"means":[[0]],"covariances":[[[1]]],"covarianceType":"round"}"#,
    ] {
      #expect(throws: DecodingError.self) { try JSONDecoder().decode(GaussianMixture.self, from: Data(text.utf8)) }
    }
  }
}
