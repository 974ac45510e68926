import GaussianMixtures
import Testing

@testable import LabFiles

@Suite struct ModelFileTests {
  private func fit(_ type: CovarianceFamily) throws -> (file: ModelFile, data: Dataset) {
    let table = try CSVFile.read(Fixture.asset("iris.csv"))
    let data = try Dataset(columns: table.columns)
    let em = try EM(data: data, options: EMOptions(family: type, maximumIterations: 12, seed: .max))
    let start = try StartKind.kMeansPlusPlus.makeStart(
      data: data, componentCount: 3, family: type, seed: 7)
    return (ModelFile(fit: try em.fit(from: start), columns: table.columnNames, points: data.count), data)
  }

  @Test(arguments: CovarianceFamily.allCases)
  func savedModelsComeBackToTheBit(_ type: CovarianceFamily) throws {
    let (file, data) = try fit(type)
    try Fixture.withFolder { folder in
      try file.write(to: folder + "/m.json")
      let back = try ModelFile.read(folder + "/m.json")
      #expect(back == file)
      #expect(try back.model.logDensities(of: data) == file.model.logDensities(of: data))
    }
  }

  @Test func eventsComeBack() throws {
    var file = ModelFile(
      model: GaussianMixture(weights: [1], means: [[0]], covariances: [.identity(1)]), columns: ["x"], points: 3)
    file.events = [EMEvent(iteration: 2, component: 1, kind: .dropped, reason: .empty, points: 0.25)]
    file.identities = [2]
    file.floored = [0]
    try Fixture.withFolder { folder in
      try file.write(to: folder + "/m.json")
      #expect(try ModelFile.read(folder + "/m.json") == file)
    }
  }

  /// After B was dropped, C is the second component: its events say C, and `identities` who is who.
  @Test func eventsNameComponentsOfTheStart() {
    var file = ModelFile(model: GaussianMixture(weights: [1], means: [[0]], covariances: [.identity(1)]))
    file.events = [EMEvent(iteration: 3, component: 1, identity: 2, kind: .dropped, reason: .empty, points: 0)]
    #expect(file.json["events"]?.elements?.first?["component"]?.count == 2)
  }

  @Test func theJSONHasTheDocumentedMembers() throws {
    let (file, _) = try fit(.tied)
    guard case .object(let members) = file.json else {
      Issue.record("a model is an object")
      return
    }
    #expect(
      members.map(\.key) == [
        "columns", "points", "covarianceType", "iterations", "converged", "stopped", "logLikelihood", "trace",
        "weights", "means", "covariances", "identities", "seed", "events", "floored",
      ])
    #expect(file.json["trace"]?.vector?.count == (file.json["iterations"]?.count ?? -2) + 1)
    #expect(file.json["covariances"]?.matrices?.count == 3)
    #expect(file.json["covariances"]?.matrices?.allSatisfy { $0.count == 4 && $0[0].count == 4 } == true)
  }

  @Test(arguments: [
    (#"{"means": [[1]]}"#, "is not a whole model; give weights, means and covariances, as fit --output does"),
    (
      #"{"start": {"means": [[1]], "weights": [1], "covariances": [[[1]]]}}"#,
      "is not a whole model; give weights, means and covariances, as fit --output does"
    ),
    (
      #"{"covarianceType": "round", "means": [[1]]}"#,
      "has the unknown covarianceType 'round'; use one of full, tied, diagonal, spherical"
    ),
    (
      #"{"covarianceType": 3, "means": [[1]]}"#,
      "has a covarianceType that is no name; use one of full, tied, diagonal, spherical"
    ),
    (
      #"{"covarianceType": "spherical", "means": [[1, 2]], "weights": [1], "covariances": [[[1, 0.5], [0.5, 2]]]}"#,
      "has covariances that are not spherical, as its covarianceType says; name the covarianceType that they are of"
    ),
    (
      #"{"covarianceType": "tied", "means": [[1], [2]], "weights": [0.5, 0.5], "covariances": [[[1]], [[2]]]}"#,
      "has covariances that are not tied, as its covarianceType says; name the covarianceType that they are of"
    ),
    (
      #"{"means": [[1], [2]], "weights": [1], "covariances": [[[1]], [[1]]]}"#,
      "has 1 weights for 2 means; give one weight per mean"
    ),
    (
      #"{"means": [[1]], "weights": [0.5], "covariances": [[[1]]]}"#,
      "is not a usable model: the weights sum to 0.5; make them sum to 1"
    ),
    (
      #"{"means": [[1]], "weights": [1], "covariances": [[[-1]]]}"#,
      "is not a usable model: the covariance of component A is not positive definite; widen it in every direction"
    ),
  ])
  func refusals(_ text: String, _ clause: String) throws {
    try Fixture.withFolder { folder in
      let path = folder + "/m.json"
      try AtomicFile.write(text, to: path)
      let error = #expect(throws: FileError.self) { try ModelFile.read(path) }
      #expect(error?.description == "'\(path)' \(clause)")
    }
  }
}
