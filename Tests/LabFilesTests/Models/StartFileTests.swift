import GaussianMixtures
import Testing

@testable import LabFiles

@Suite struct StartFileTests {
  private func read(_ text: String, _ type: CovarianceFamily = .full) throws -> StartFile {
    let json = try JSONValue.parse(Array(text.utf8))
    return try StartFile(json, path: "s.json", family: type)
  }

  /// Means alone in data of no width: the covariances that are left out obey the floor asked for.
  @Test func theFloorGovernsCovariancesThatAreLeftOut() throws {
    let start = StartFile(means: (0..<50).map { [Double($0)] })
    let data = try Dataset(rows: (0..<100).map { [Double($0)] })
    let (low, high) = try (start.mixture(for: data, floor: 0), start.mixture(for: data, floor: 0.5))
    #expect(high.covariances[0][0, 0] > 20 * low.covariances[0][0, 0])
  }

  @Test func onlyMeansAreRequired() throws {
    let start = try read(#"{"means": [[1, 2], [3, 4.5]]}"#)
    #expect(start == StartFile(means: [[1, 2], [3, 4.5]]))
    #expect(try read(#"{"means": [1, 2.5]}"#).means == [[1], [2.5]])
    #expect(try read(#"{"means": [[1]], "weights": null, "covariances": null}"#) == StartFile(means: [[1]]))
  }

  @Test func whatIsLeftOutFollowsTheData() throws {
    let data = try Dataset(columns: [[0, 2, 4, 6], [1, 1, 3, 3]])
    let model = try read(#"{"means": [[1, 2], [3, 4]]}"#).mixture(for: data)
    #expect(model.weights == [0.5, 0.5])
    #expect(model.means == [[1, 2], [3, 4]])
    #expect(model.covariances[0].nested == model.covariances[1].nested)
    #expect(abs(model.covariances[0][0, 0] / model.covariances[0][1, 1] - 5) < 1e-12, "as the columns' variances")
    #expect(model.covariances[0][0, 1] == 0)
  }

  @Test(arguments: [
    (#"[[[4, 0], [0, 4]], [[9, 0], [0, 9]]]"#, CovarianceFamily.full), ("[[4, 4], [9, 9]]", .full), ("[4, 9]", .full),
  ])
  func formsOfTheSameCovariances(_ covariances: String, _ type: CovarianceFamily) throws {
    let start = try read(#"{"means": [[1, 2], [3, 4]], "covariances": \#(covariances)}"#, type)
    #expect(start.covariances == [[[4, 0], [0, 4]], [[9, 0], [0, 9]]])
  }

  @Test func oneMatrixForAllWhereTheFamilyIsTied() throws {
    let text = #"{"means": [[1, 2], [3, 4]], "covariances": [[4, 1], [1, 9]]}"#
    #expect(try read(text, .tied).covariances == [[[4, 1], [1, 9]], [[4, 1], [1, 9]]])
    #expect(try read(text, .diagonal).covariances == [[[4, 0], [0, 1]], [[1, 0], [0, 9]]])
  }

  @Test func aReferenceFileIsReadByItsStart() throws {
    let start = try read(#"{"data": "x.csv", "start": {"means": [[1]], "weights": [1]}, "expected": {}}"#)
    #expect(start == StartFile(means: [[1]], weights: [1]))
  }

  @Test(arguments: [
    ("[]", "has no 'means'; give them as a list of K lists of D numbers"),
    (#"{"means": []}"#, "has 'means' of another shape; give them as a list of K lists of D numbers"),
    (#"{"means": [[]]}"#, "has 'means' of another shape; give them as a list of K lists of D numbers"),
    (#"{"means": [["1"]]}"#, "has 'means' of another shape; give them as a list of K lists of D numbers"),
    (
      #"{"means": [[1, 2], [3]]}"#,
      "has a mean 2 of 1 numbers where the first has 2; give every mean the same length"
    ),
    (
      #"{"means": [[1], [2]], "weights": [1]}"#, "has 1 weights for 2 means; give one weight per mean or leave them out"
    ),
    (
      #"{"means": [[1]], "weights": 1}"#,
      "has 'weights' of another shape; give them as a list of K numbers or leave them out"
    ),
    (
      #"{"means": [[1]], "covariances": {}}"#,
      "has 'covariances' of another shape; give 1 matrices of 1 × 1 numbers or leave them out"
    ),
    (
      #"{"means": [[1], [2]], "covariances": [[[1]]]}"#,
      "has 1 covariances for 2 means; give one per mean or leave them out"
    ),
    (
      #"{"means": [[1, 2]], "covariances": [[[1, 0], [0]]]}"#,
      "has a covariance 1 that is not 2 × 2; give 2 rows of 2 numbers"
    ),
  ])
  func refusals(_ text: String, _ clause: String) {
    let error = #expect(throws: FileError.self) { try read(text) }
    #expect(error?.description == "'s.json' \(clause)")
  }

  @Test func brokenFilesNameTheLine() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/s.json"
      try AtomicFile.write("{\"means\": [[1]],\n \"means\": [[2]]}", to: path)
      let error = #expect(throws: FileError.self) { try StartFile.read(path) }
      #expect(error?.description == "'\(path)' is not JSON (line 2: the key 'means' is there twice); correct it")
    }
  }

  /// A few numbers may stand for many large matrices: counts come first.
  @Test func countsAreComparedBeforeMatricesAreMade() {
    let mean = "[" + Array(repeating: "0", count: 1000).joined(separator: ",") + "]"
    for text in [
      "{\"means\": [\(mean)], \"covariances\": [\(Array(repeating: "1", count: 2000).joined(separator: ","))]}",
      "{\"means\": [[0]], \"covariances\": [\(Array(repeating: "1", count: 60000).joined(separator: ","))]}",
      "{\"means\": [[0, 1]], \"covariances\": [[1, 2, 3]]}",
    ] {
      #expect(throws: FileError.self) { try StartFile(JSONValue.parse(Array(text.utf8)), path: "s", family: .full) }
    }
  }
}
