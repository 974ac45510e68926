import Foundation
import Testing

/// Tables with more columns than a picture shows.
@Suite struct ColumnsCommandTests {
  private let iris = Program.asset("iris.csv")

  @Test func theModelHasAllColumnsAndTheChosenPairIsShown() throws {
    try Program.withFolder { folder in
      func picture(_ arguments: String...) throws -> Data {
        let result = try Program.run(
          ["render", iris, "-k", "3", "--iterations", "3"] + arguments + ["o.png"], in: folder)
        #expect(result.status == 0, "\(result.err)")
        return try Data(contentsOf: URL(fileURLWithPath: folder + "/o.png"))
      }
      let all = try picture("--columns", "sepal_length,sepal_width,petal_length,petal_width")
      #expect(try picture() == all, "all columns are the usual ones")
      #expect(try picture("--show", "sepal_length,sepal_width") == all, "the first two are shown")
      let other = try picture("--show", " Petal_length ,sepal_width")
      #expect(other != all)
      #expect(try picture("--show", "sepal_width,petal_length") != other, "across, then up")
      #expect(try picture("--columns", "sepal_length,sepal_width") != all)
      #expect(try !picture("--compare", "k-means", "--show", "petal_length,petal_width").isEmpty)
    }
  }

  /// A model of all columns is shown in any two of them.
  @Test func aModelOfManyColumnsIsShown() throws {
    try Program.withFolder { folder in
      let fit = try Program.run(["fit", iris, "-k", "3", "--output", "m.json"], in: folder)
      #expect(fit.status == 0)
      let result = try Program.run(
        ["render", iris, "--model", "m.json", "--show", "petal_width,sepal_length", "o.png"], in: folder)
      #expect(result.status == 0, "\(result.err)")
    }
  }

  @Test(arguments: [
    (["--show", "sepal_length"], "--show takes two different columns"),
    (["--show", "sepal_length,sepal_length"], "--show takes two different columns"),
    (["--show", "sepal_length,species"], "there is no column 'species'"),
    (
      ["--columns", "sepal_length,sepal_width", "--show", "sepal_length,petal_width"],
      "there is no column 'petal_width'"
    ),
  ])
  func whatCannotBeShownIsSaid(_ arguments: [String], _ sentence: String) throws {
    try Program.withFolder { folder in
      let result = try Program.run(["render", iris] + arguments + ["o.png"], in: folder)
      #expect(result.status == 1 && result.errorLines.count == 1 && result.err.contains(sentence), "\(result.err)")
    }
  }

  /// A column of numbers that is called what groups are called is no measurement.
  @Test func aColumnOfLabelsIsNotFitted() throws {
    try Program.withFolder { folder in
      let rows = "1,2,0\n4,5,1\n7,1,1\n2,2,0\n"
      try ("a,b,label\n" + rows).write(toFile: folder + "/d.csv", atomically: true, encoding: .utf8)
      func picture(_ arguments: String...) throws -> (Data, String) {
        let result = try Program.run(
          ["render", "d.csv", "-k", "2", "--layers", "points,truth"] + arguments + ["o.png"], in: folder)
        #expect(result.status == 0, "\(result.err)")
        return (try Data(contentsOf: URL(fileURLWithPath: folder + "/o.png")), result.err)
      }
      let (usual, said) = try picture()
      #expect(said.contains("left out 'label'"))
      #expect(try picture("--columns", "a,b").0 == usual)
      #expect(try picture("--columns", "a,b,label").0 != usual)
      let regions = try Program.run(["render", iris, "--layers", "points,regions", "o.png"], in: folder)
      #expect(regions.status == 0 && regions.err.contains("regions are not in a view"))
    }
  }

  /// A gap in a later column is no reason not to see the first two.
  @Test func aGapElsewhereLeavesTheFirstTwo() throws {
    try Program.withFolder { folder in
      try "a,b,c\n1,2,3\n4,5,NA\n7,1,2\n2,2,1\n".write(toFile: folder + "/gap.csv", atomically: true, encoding: .utf8)
      let result = try Program.run(["render", "gap.csv", "-k", "2", "o.png"], in: folder)
      #expect(result.status == 0 && result.err.contains("shows 'a', 'b'") && result.err.contains("--columns"))
      let wide = (0..<31).map { "c\($0)" }.joined(separator: ",")
      let row = (0..<31).map(String.init).joined(separator: ",")
      try "\(wide)\n\(row)\n\(row)\n".write(toFile: folder + "/wide.csv", atomically: true, encoding: .utf8)
      let many = try Program.run(["render", "wide.csv", "-k", "1", "--columns", wide, "o.png"], in: folder)
      #expect(many.status == 1 && many.err.contains("up to 30 columns, not 31"), "\(many.err)")
      #expect(try Program.run(["render", "wide.csv", "-k", "1", "o.png"], in: folder).status == 0)
    }
  }
}
