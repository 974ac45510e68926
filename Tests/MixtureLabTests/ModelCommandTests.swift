import Foundation
import GaussianMixtures
import LabFiles
import Testing

/// Commands that use a model: select finds one; classify, sample and score read one.
@Suite struct ModelCommandTests {
  private func json(_ result: Program.Result) throws -> JSONValue { try JSONValue.parse(Array(result.out.utf8)) }

  /// A folder with `m.json`, fitted to iris.
  private func withModel(_ family: String = "full", _ body: (String) throws -> Void) throws {
    try Program.withFolder { folder in
      let result = try Program.run(
        ["fit", Program.asset("iris.csv"), "-k", "3", "--covariance", family, "--output", "m.json"], in: folder)
      #expect(result.status == 0)
      try body(folder)
    }
  }

  @Test func selectFindsThePublishedModelOfOldFaithful() throws {
    let result = try Program.run(
      ["select", Program.asset("old_faithful.csv"), "-k", "1...4", "--restarts", "3", "--json"])
    let selection = try json(result)
    let rows = try #require(selection["rows"]?.elements)
    #expect(rows.count == 16)
    let best = try #require(selection["best"])
    #expect(best["components"]?.count == 3)
    #expect(best["covarianceType"]?.text == "tied")
    #expect(abs((best["bic"]?.double ?? 0) - 2314.32) < 0.05)
    #expect(best["parameters"]?.count == 11)
    #expect(rows.contains(best))
    for key in ["logLikelihood", "aic", "icl"] { #expect(best[key]?.double != nil) }
  }

  @Test func selectWritesNullWhereNothingCouldBeFitted() throws {
    try Program.withFolder { folder in
      try AtomicFile.write("1,2\n3,5\n4,1\n", to: folder + "/d.csv")
      let result = try Program.run(["select", "d.csv", "-k", "2-4", "--covariance", "tied", "--json"], in: folder)
      let rows = try #require(try json(result)["rows"]?.elements)
      #expect(rows.map { $0["components"]?.count } == [2, 3, 4])
      #expect(rows.last?["bic"] == .null && rows.last?["logLikelihood"] == .null)
      #expect(rows.last?["parameters"]?.count == 14)
      let table = try Program.run(["select", "d.csv", "-k", "1,9", "--covariance", "full"], in: folder)
      #expect(table.out.contains("could not be fitted"))
    }
  }

  @Test func selectMarksTheWinner() throws {
    let result = try Program.run(
      ["select", Program.asset("old_faithful.csv"), "-k", "1...2", "--covariance", "full,diagonal"])
    let marked = result.out.split(separator: "\n").filter { $0.contains("← best") }
    #expect(marked.count == 1)
    #expect(marked.first?.hasPrefix("full") == true)
    #expect(result.out.contains("Best by BIC: 2 components, full covariances"))
  }

  @Test func classifyAgreesWithTheEngine() throws {
    try withModel { folder in
      let result = try Program.run(["classify", "m.json", Program.asset("iris.csv")], in: folder)
      let table = try CSVFile.parse(bytes: Array(result.out.utf8), name: "out.csv")
      #expect(
        table.columnNames == ["label", "logDensity", "responsibility0", "responsibility1", "responsibility2"])
      let model = try ModelFile.read(folder + "/m.json").model
      let data = try Dataset(columns: CSVFile.read(Program.asset("iris.csv")).columns)
      #expect(table.columns[0] == (try model.predict(data)).map(Double.init))
      #expect(table.columns[1] == (try model.logDensities(of: data)))
      for n in 0..<data.count {
        #expect(abs(table.columns[2][n] + table.columns[3][n] + table.columns[4][n] - 1) < 1e-12)
      }
      let object = try json(try Program.run(["classify", "m.json", Program.asset("iris.csv"), "--json"], in: folder))
      #expect(object["logDensities"]?.vector == table.columns[1])
      #expect(object["responsibilities"]?.matrix?.count == 150)
      #expect(object["labels"]?.elements?.map { Double($0.count ?? -1) } == table.columns[0])
    }
  }

  @Test func scoreIsTheFitsOwn() throws {
    try withModel("spherical") { folder in
      let file = try ModelFile.read(folder + "/m.json")
      let score = try json(try Program.run(["score", "m.json", Program.asset("iris.csv"), "--json"], in: folder))
      #expect(score["points"]?.count == 150)
      #expect(score["parameters"]?.count == 17)
      let logLikelihood = try #require(score["logLikelihood"]?.double)
      #expect(abs(logLikelihood / (file.logLikelihood ?? 0) - 1) < 1e-12)
      #expect(abs((score["aic"]?.double ?? 0) - (34 - 2 * logLikelihood)) < 1e-9)
      #expect(abs((score["bic"]?.double ?? 0) - (17 * log(150) - 2 * logLikelihood)) < 1e-9)
      let text = try Program.run(["score", "m.json", Program.asset("iris.csv")], in: folder).out
      #expect(text.contains("log-likelihood") && text.contains("BIC"))
    }
  }

  @Test func samplesCanBeFittedAgain() throws {
    try withModel { folder in
      let result = try Program.run(["sample", "m.json", "--points", "500", "--seed", "9"], in: folder)
      #expect(try Program.run(["sample", "m.json", "--points", "500", "--seed", "9"], in: folder).out == result.out)
      let table = try CSVFile.parse(bytes: Array(result.out.utf8), name: "out.csv")
      #expect(table.columnNames == ["sepal_length", "sepal_width", "petal_length", "petal_width"])
      #expect(table.rowCount == 500)
      try AtomicFile.write(result.out, to: folder + "/s.csv")
      #expect(try Program.run(["fit", "s.csv", "-k", "3", "--json"], in: folder).status == 0)
      let labelled = try Program.run(["sample", "m.json", "--points", "2", "--labels"], in: folder)
      #expect(labelled.out.hasPrefix("sepal_length,sepal_width,petal_length,petal_width,label\n"))
    }
  }

  @Test func tooManyPointsAreRefusedBeforeMemoryIsTaken() throws {
    try withModel { folder in
      let result = try Program.run(["sample", "m.json", "--points", "100000000"], in: folder)
      #expect(result.status == 1)
      #expect(
        result.err == "mixture-lab: 100000000 points are too many; ask for at most 25000000\n")
    }
  }
}
