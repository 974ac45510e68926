import Foundation
import GaussianMixtures
import LabCore
import LabFiles
import Testing

@testable import mixture_lab

/// What the window and `render` open with.
@Suite struct LabOptionsTests {
  private let faithful = Program.asset("old_faithful.csv")

  private func state(_ arguments: [String], _ file: String?) throws -> LabState {
    var state = try LabOptions.parse(arguments).state(file: file)
    state.performPendingWork()
    return state
  }

  /// The parameters that `fit` begins with.
  private func start(_ arguments: [String], in folder: String? = nil) throws -> ModelFile {
    let result = try Program.run(
      ["fit", faithful, "--json", "--iterations", "0"] + arguments, in: folder)
    #expect(result.status == 0, "\(result.err)")
    return try Program.withFolder { folder in
      try AtomicFile.write(result.out, to: folder + "/m.json")
      return try ModelFile.read(folder + "/m.json")
    }
  }

  @Test(arguments: [
    ["-k", "2"], ["-k", "3", "--seed", "9"], ["-k", "3", "--init", "k-means"],
    ["-k", "2", "--init", "random-points", "--seed", "4"], ["-k", "2", "--covariance", "tied"],
    ["-k", "4", "--covariance", "spherical", "--init", "uniform"], ["-k", "2", "--columns", "waiting,eruptions"],
  ])
  func theStartIsThatOfAFit(_ arguments: [String]) throws {
    let document = try state(arguments, faithful).document
    #expect(document.start == (try start(arguments + ["--restarts", "1"])).model)
    #expect(document.options.family == document.start.family)
  }

  @Test func theSettingsOfEMAreTaken() throws {
    let options = try state(
      ["-k", "2", "--floor", "1e-4", "--tolerance", "1e-3", "--on-collapse", "reseed", "--on-empty", "drop"], faithful
    ).document.options
    #expect(options.floor == 1e-4 && options.tolerance == 1e-3)
    #expect(options.onCollapse == .reseed && options.onEmpty == .drop)
  }

  @Test func aStartOfOnesOwn() throws {
    try Program.withFolder { folder in
      let path = folder + "/s.json"
      try AtomicFile.write(
        #"{"columns": ["waiting", "eruptions"], "means": [[55, 2], [80, 4]], "covariances": [[9, 1], [16, 2]]}"#,
        to: path)
      let document = try state(["--start", path], faithful).document
      #expect(document.columnNames == ["waiting", "eruptions"])
      #expect(document.start == (try start(["--start", path])).model)
      #expect(document.startOrigin == .placed)
      let turned = try state(["--start", path, "--columns", "eruptions,waiting"], faithful).document
      #expect(turned.start.means == [[2, 55], [4, 80]])
      #expect(turned.start.covariances.map(\.diagonal) == [[1, 9], [2, 16]])
    }
  }

  @Test func aFittedModelIsShownAsItIs() throws {
    try Program.withFolder { folder in
      let path = folder + "/m.json"
      let fit = try Program.run(
        ["fit", faithful, "-k", "3", "--covariance", "tied", "--restarts", "1", "--output", path])
      #expect(fit.status == 0)
      let document = try state(["--model", path], faithful).document
      #expect(document.start == (try ModelFile.read(path)).model)
      #expect(document.options.family == .tied)
      #expect(document.startOrigin == .adopted)
    }
  }

  @Test func onlyTwoColumnsAreLookedAt() throws {
    try Program.withFolder { folder in
      let path = folder + "/d.csv"
      let rows = (0..<20).map { "\($0 + 1),\($0 % 5),\($0 * $0 % 7),\($0 == 3 ? "NA" : "1")\n" }.joined()
      try AtomicFile.write(",a,b,c\n" + rows, to: path)
      #expect(try state(["-k", "2"], path).document.columnNames == ["a", "b"])
      #expect(try state(["-k", "2", "--columns", "c,a", "--missing", "drop"], path).document.points.count == 19)
      #expect(throws: CSVError.self) { try state(["-k", "2", "--columns", "c,a"], path) }
    }
  }

  /// What the reader decided by itself is said where there is a result; a failure stays one line.
  @Test func aFailureStaysOneLine() throws {
    try Program.withFolder { folder in
      try AtomicFile.write("a;b\n1,5;2\n", to: folder + "/d.csv")
      let failed = try Program.run(["render", "d.csv", "-k", "2", "o.png"], in: folder)
      #expect(failed.status == 1 && failed.errorLines.count == 1 && failed.err.contains("choose a smaller -k"))
      let done = try Program.run(["render", "d.csv", "-k", "1", "--size", "320x240", "o.png"], in: folder)
      #expect(done.err == "mixture-lab: d.csv: decimal commas were read, so that 1,5 is 1.5\n")
    }
  }

  @Test(arguments: LabOptions.Look.allCases)
  func everyThemeIsShown(_ theme: LabOptions.Look) throws {
    let interface = try state(["--theme", theme.rawValue], nil).interface
    #expect(interface.isProjector == theme.rawValue.hasPrefix("projector"))
  }

  @Test(arguments: [
    (["--start", "s.json", "-k", "3"], "'s.json' has 2 means and -k asks for 3; leave out -k"),
    (["--model", "m.json", "-k", "3"], "'m.json' has 1 component and -k asks for 3; leave out -k"),
    (["--model", "m.json"], "'m.json' has 1 dimension and a picture shows two; choose another"),
    (
      ["--start", "s.json", "--columns", "waiting"],
      "'s.json' has 2 dimensions and old_faithful.csv 1 ('waiting'); "
        + "choose 2 with --columns"
    ),
    (
      ["-k", "2", "--columns", "waiting"],
      "old_faithful.csv has one column of numbers and a picture needs two; add a "
        + "column, or use 'mixture-lab fit'"
    ),
  ])
  func whatCannotBeShownIsRefused(_ options: [String], _ sentence: String) throws {
    try Program.withFolder { folder in
      try AtomicFile.write(#"{"means": [[2, 55], [4, 80]]}"#, to: folder + "/s.json")
      try AtomicFile.write(#"{"weights": [1], "means": [[0]], "covariances": [[[1]]]}"#, to: folder + "/m.json")
      let result = try Program.run(["render", faithful] + options + ["o.png"], in: folder)
      #expect(result.status == 1)
      #expect(result.err == "mixture-lab: \(sentence)\n")
    }
  }

  @Test(arguments: [
    (["--start", "s.json", "--model", "m.json"], "--start and --model both say where to begin; leave out one"),
    (["--model", "m.json", "--covariance", "full"], "--model has its family; leave out --covariance"),
    (["--start", "s.json", "--init", "k-means"], "--init draws a start; leave out --init or the file"),
  ])
  func optionsThatExcludeEachOther(_ options: [String], _ sentence: String) throws {
    let result = try Program.run(["render", "d.csv"] + options + ["o.png"])
    #expect(result.status == 64)
    #expect(result.err == "mixture-lab: \(sentence); see 'mixture-lab render --help'\n")
  }
}
