import Foundation
import GaussianMixtures
import LabFiles
import Testing

/// Models, starts and tables come together by the names of their columns.
@Suite struct MatchingTests {
  private let iris = Program.asset("iris.csv")

  private func json(_ result: Program.Result) throws -> JSONValue { try JSONValue.parse(Array(result.out.utf8)) }

  /// A folder with a model of two columns of iris, and iris with its columns in another order under other names.
  private func withModel(_ body: (String) throws -> Void) throws {
    try Program.withFolder { folder in
      let fit = try Program.run(
        ["fit", iris, "-k", "3", "--columns", "petal_length,petal_width", "--output", "m.json"], in: folder)
      #expect(fit.status == 0)
      let lines = try String(contentsOfFile: iris, encoding: .utf8).split(separator: "\n").dropFirst()
      let cells = lines.map { $0.split(separator: ",") }
      try AtomicFile.write(
        "petal_width,kind,PETAL_LENGTH\n" + cells.map { "\($0[3]),\($0[4]),\($0[2])\n" }.joined(), to: folder + "/p.csv"
      )
      try AtomicFile.write("w,l\n" + cells.map { "\($0[3]),\($0[2])\n" }.joined(), to: folder + "/other.csv")
      try body(folder)
    }
  }

  @Test(arguments: ["classify", "score"])
  func columnsAreMatchedByName(_ command: String) throws {
    try withModel { folder in
      let expected = try Program.run([command, "m.json", iris], in: folder)
      #expect(expected.status == 0)
      for options in [["p.csv"], ["p.csv", "--columns", "petal_width,petal_length"]] {
        let result = try Program.run([command, "m.json"] + options, in: folder)
        #expect(result.out == expected.out && result.err.isEmpty)
      }
      let named = try Program.run([command, "m.json", "other.csv", "--columns", "l,w"], in: folder)
      #expect(named.out == expected.out)
      #expect(
        named.err
          == "mixture-lab: other.csv: 'l', 'w' taken for 'petal_length', 'petal_width' of the model\n")
    }
  }

  @Test(arguments: ["classify", "score"])
  func whatCannotMatchIsRefused(_ command: String) throws {
    try withModel { folder in
      let refusals = [
        (
          ["other.csv"],
          "there is no column 'petal_length', which 'm.json' was fitted to; choose the columns that stand for "
            + "'petal_length', 'petal_width' with --columns"
        ),
        (
          [iris, "--columns", "sepal_length,sepal_width"],
          "'m.json' was fitted to 'petal_length', 'petal_width', not to 'sepal_length', 'sepal_width'; leave out "
            + "--columns or choose those"
        ),
        (
          [iris, "--columns", "petal_length,sepal_width"],
          "'m.json' was fitted to 'petal_length', 'petal_width', not to 'petal_length', 'sepal_width'; leave out "
            + "--columns or choose those"
        ),
        (
          ["other.csv", "--columns", "l"], "'m.json' has 2 dimensions and other.csv 1 ('l'); choose 2 with --columns"
        ),
      ]
      for (options, sentence) in refusals {
        let result = try Program.run([command, "m.json"] + options, in: folder)
        #expect(result.status == 1 && result.out.isEmpty)
        #expect(result.err == "mixture-lab: \(sentence)\n")
      }
    }
  }

  @Test func aModelWithoutNamesTakesTheColumnsInOrder() throws {
    try withModel { folder in
      try AtomicFile.write(
        #"{"weights": [1], "means": [[0, 0]], "covariances": [[[1, 0], [0, 1]]]}"#, to: folder + "/bare.json")
      #expect(try Program.run(["score", "bare.json", "other.csv"], in: folder).status == 0)
      let wide = try Program.run(["score", "bare.json", iris], in: folder)
      #expect(wide.status == 1)
      #expect(wide.err.contains("'bare.json' has 2 dimensions and iris.csv 4"))
    }
  }

  // MARK: Starts

  @Test func aStartIsMatchedByName() throws {
    try withModel { folder in
      try AtomicFile.write(
        """
        {"columns": ["petal_width", "petal_length"], "means": [[0.2, 1.5], [1.3, 4.2], [2, 5.5]],
         "covariances": [[[1, 0.5], [0.5, 2]], [[1, 0], [0, 2]], [[1, 0], [0, 2]]]}
        """, to: folder + "/s.json")
      let byStart = try json(Program.run(["fit", iris, "--start", "s.json", "--json"], in: folder))
      #expect(byStart["columns"]?.strings == ["petal_width", "petal_length"])
      let asked = try json(
        Program.run(
          ["fit", iris, "--start", "s.json", "--json", "--columns", "petal_length,petal_width"], in: folder))
      #expect(asked["columns"]?.strings == ["petal_length", "petal_width"])
      let (a, b) = (byStart["logLikelihood"]?.double ?? 0, asked["logLikelihood"]?.double ?? 1)
      #expect(abs(a - b) < 1e-6)
      #expect(abs((byStart["trace"]?.vector?.first ?? 0) - (asked["trace"]?.vector?.first ?? 1)) < 1e-9)
      let wrong = try Program.run(
        ["fit", iris, "--start", "s.json", "--columns", "sepal_length,sepal_width"], in: folder)
      #expect(wrong.status == 1 && wrong.err.contains("'s.json' was fitted to 'petal_width', 'petal_length'"))
      // A fitted model is a start too.
      #expect(try Program.run(["fit", iris, "--start", "m.json"], in: folder).status == 0)
    }
  }

  @Test func aStartOutsideTheFamilyIsProjectedAndSaid() throws {
    try Program.withFolder { folder in
      let start = """
        {"weights": [0.5, 0.5], "means": [[2, 55], [4, 80]],
         "covariances": [[[1, 0.5], [0.5, 40]], [[3, 1], [1, 60]]]}
        """
      try AtomicFile.write(start, to: folder + "/s.json")
      func fit(_ family: String) throws -> Program.Result {
        try Program.run(
          ["fit", Program.asset("old_faithful.csv"), "--start", "s.json", "--covariance", family, "--json"]
            + ["--iterations", "0"], in: folder)
      }
      let expected: [(String, [[[Double]]])] = [
        ("full", [[[1, 0.5], [0.5, 40]], [[3, 1], [1, 60]]]),
        ("diagonal", [[[1, 0], [0, 40]], [[3, 0], [0, 60]]]),
        ("tied", [[[2, 0.75], [0.75, 50]], [[2, 0.75], [0.75, 50]]]),
        ("spherical", [[[20.5, 0], [0, 20.5]], [[31.5, 0], [0, 31.5]]]),
      ]
      for (family, covariances) in expected {
        let result = try fit(family)
        #expect(try json(result)["covariances"]?.matrices == covariances)
        #expect(
          result.err
            == (family == "full"
              ? ""
              : "mixture-lab: the covariances of 's.json' are not \(family); begun with the nearest that are, see "
                + "--covariance\n"))
      }
    }
  }

  // MARK: Classes

  @Test func classesBesideTheRowsWithTheirUncertainty() throws {
    try withModel { folder in
      let plain = try Program.run(["classify", "m.json", iris, "--uncertainty"], in: folder)
      let numbers = try CSVFile.parse(bytes: Array(plain.out.utf8), name: "o")
      #expect(numbers.columnNames.prefix(3) == ["label", "logDensity", "uncertainty"])
      for n in 0..<150 {
        let r = (3..<6).map { numbers.columns[$0][n] }
        // What the others have, with all its digits: 1 minus the largest has lost most of them.
        let label = Int(numbers.columns[0][n])
        let others = r.indices.reduce(0) { $1 == label ? $0 : $0 + r[$1] }
        #expect(numbers.columns[2][n] == others && abs(others - (1 - (r.max() ?? 0))) < 1e-12)
        #expect(r[Int(numbers.columns[0][n])] == r.max())
      }
      let appended = try Program.run(["classify", "m.json", iris, "--append", "--uncertainty"], in: folder)
      let original = try String(contentsOfFile: iris, encoding: .utf8).split(separator: "\n")
      let classes = plain.out.split(separator: "\n")
      #expect(appended.out.split(separator: "\n").map(String.init) == zip(original, classes).map { "\($0),\($1)" })
      let object = try json(Program.run(["classify", "m.json", iris, "--uncertainty", "--json"], in: folder))
      #expect(object["uncertainties"]?.vector == numbers.columns[2])
    }
  }

  @Test func moreRowsThanABlock() throws {
    try withModel { folder in
      let sample = try Program.run(["sample", "m.json", "--points", "9000", "--labels"], in: folder)
      try AtomicFile.write(sample.out, to: folder + "/s.csv")
      let classes = try Program.run(["classify", "m.json", "s.csv", "--append"], in: folder)
      let table = try CSVFile.parse(bytes: Array(classes.out.utf8), name: "o")
      #expect(table.rowCount == 9000)
      #expect(table.columnNames.prefix(4) == ["petal_length", "petal_width", "label", "label (2)"])
      let model = try ModelFile.read(folder + "/m.json").model
      let points = try Dataset(columns: Array(table.columns.prefix(2)))
      #expect(try model.predict(points).map(Double.init) == table.columns[3])
      let score = try json(Program.run(["score", "m.json", "s.csv", "--truth", "label", "--json"], in: folder))
      let truth = table.columns[2].map { Int($0) }
      #expect(score["adjustedRandIndex"]?.double == (try adjustedRandIndex(truth, model.predict(points))))
    }
  }

  @Test func agreementWithTheTruth() throws {
    try withModel { folder in
      let text = try Program.run(["score", "m.json", iris, "--truth", "species"], in: folder)
      #expect(text.out.contains("adjusted Rand index"))
      let index = try json(Program.run(["score", "m.json", iris, "--truth", "species", "--json"], in: folder))
      #expect((index["adjustedRandIndex"]?.double ?? 0) > 0.8)
      #expect(try json(Program.run(["score", "m.json", iris, "--json"], in: folder))["adjustedRandIndex"] == nil)
      let none = try Program.run(["score", "m.json", iris, "--truth", "kind"], in: folder)
      #expect(none.status == 1 && none.err.contains("there is no column 'kind'; choose from sepal_length"))
    }
  }
}
