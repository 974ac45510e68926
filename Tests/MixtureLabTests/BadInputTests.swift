import Foundation
import LabFiles
import Testing

/// Whatever is wrong: one sentence on standard error, nothing on standard output, a status that says whose fault it is.
@Suite struct BadInputTests {
  private func expectRefusal(
    _ arguments: [String], in folder: String? = nil, status: Int32, _ sentence: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let result = try Program.run(arguments, in: folder)
    #expect(result.status == status, sourceLocation: sourceLocation)
    #expect(result.err == "mixture-lab: \(sentence)\n", sourceLocation: sourceLocation)
    #expect(result.out.isEmpty, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    (
      "x,y\n1,2\n3,4\n5,6\n7,8\n9,10\n11,abc\n",
      "line 7, column 2 of 'd.csv': 'abc' is not a number; correct it, remove the line or choose other columns"
    ),
    (
      "x,y\n1,2\n3\n",
      "line 3 of 'd.csv' has 1 cell where the first row has 2; give every line the same number of cells"
    ),
    (
      "x,y\n1,2\n3,nan\n",
      "line 3, column 2 of 'd.csv': 'nan' is no value; fill it in, or leave such rows out with --missing drop"
    ),
    ("", "'d.csv' is empty; choose a file with at least one row of numbers"),
    (
      "PK\u{3}\u{4}\0\0",
      "'d.csv' is not a CSV (looks like ZIP, as .xlsx and .ods are); export the table as CSV in UTF-8 and open that"
    ),
    ("1,2\n3,4\n", "3 components need at least as many points, and there are 2; add points or lower K"),
  ])
  func tables(_ content: String, _ sentence: String) throws {
    try Program.withFolder { folder in
      try AtomicFile.write(content, to: folder + "/d.csv")
      try expectRefusal(["fit", "d.csv", "-k", "3", "--output", "m.json"], in: folder, status: 1, sentence)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["d.csv"])
    }
  }

  @Test func files() throws {
    try expectRefusal(
      ["fit", "/nowhere/d.csv", "-k", "2"], status: 1,
      "there is no file '/nowhere/d.csv'; check the name and the folder")
    try expectRefusal(["fit", "/tmp", "-k", "2"], status: 1, "'/tmp' is a folder; name a file in it")
    try expectRefusal(
      ["fit", Program.asset("iris.csv"), "-k", "2", "--output", "/nowhere/m.json"], status: 1,
      "cannot write '/nowhere/m.json' because there is no folder '/nowhere'; create it or choose another")
    try expectRefusal(
      ["fit", Program.asset("iris.csv"), "-k", "2", "--columns", "sepal_length,species"], status: 1,
      "column 'species' holds no numbers; choose another")
    try expectRefusal(
      ["score", Program.asset("iris.csv"), Program.asset("iris.csv")], status: 1,
      "'\(Program.asset("iris.csv"))' is not JSON (line 1: a value is neither number nor text); correct it")
  }

  @Test(arguments: [
    (["fit", "d.csv", "-k", "0"], "the value '0' is invalid for '-k <components>': give a number from 1 to 10000"),
    (
      ["fit", "d.csv", "--components=-3"],
      "the value '-3' is invalid for '--components <components>': give a number from 1 to 10000"
    ),
    (
      ["fit", "d.csv", "-k", "three"],
      "the value 'three' is invalid for '-k <components>': give a number from 1 to 10000"
    ),
    (
      ["fit", "d.csv", "-k", "9223372036854775807"],
      "the value '9223372036854775807' is invalid for '-k <components>': give a number from 1 to 10000"
    ),
    (
      ["fit", "d.csv", "-k", "1...3"],
      "the value '1...3' is invalid for '-k <components>': give one number of components here; 'mixture-lab select' tries several"
    ),
    (["fit", "d.csv", "-k", "2", "--restarts", "9223372036854775807"], "--restarts takes 1 to 10000"),
    (["fit", "-", "--start", "-"], "standard input can be read once; name a file for one of the two"),
    (["classify", "-", "-"], "standard input can be read once; name a file for one of the two"),
    (["classify", "m.json", "d.csv", "--append", "--json"], "--append writes a table; leave out --json or --append"),
    (
      ["select", "d.csv", "-k", "9223372036854775807"],
      "the value '9223372036854775807' is invalid for '-k <1...9>': 10000 components are the most"
    ),
    (
      ["select", "d.csv", "-k", "1...9999"],
      "-k and --covariance ask for 39996 models; 1000 are the most"
    ),
    (["render", "--thme", "dark", "o.png"], "unknown option '--thme'; did you mean '--theme'?"),
    (["window", "--thme", "dark"], "unknown option '--thme'; did you mean '--theme'?"),
    (["fit", "d.csv", "-k", "2", "--outptu", "m.json"], "unknown option '--outptu'; did you mean '--output'?"),
    (["fit", "d.csv", "-k", "-1"], "the value '-1' is invalid for '-k <components>': give a number from 1 to 10000"),
    (
      ["fit", "d.csv", "-k", "2", "--seed", "-1"],
      "the value '-1' is invalid for '--seed <s>': give a whole number from 0 to 18446744073709551615"
    ),
    (["fit", "d.csv", "-k", "2", "--floor", "-1"], "the option floor is out of range; use 0 up to, but not, 1"),
    (["fit", "d.csv", "-k", "2", "--tolerance", "-1"], "the option tolerance is out of range; use 0 or more"),
    (["fit", "d.csv", "-k", "2", "--iterations", "-1"], "--iterations takes 0 to 100000"),
    (["fit", "d.csv", "-k", "2", "--restarts", "-1"], "--restarts takes 1 to 10000"),
    (["sample", "m.json", "--points", "-1"], "--points takes 0 to 100000000"),
    (
      ["select", "d.csv", "-k", "-1"],
      "the value '-1' is invalid for '-k <1...9>': write 1...9, 2..5, 2:5, 2-5 or 2,3,5"
    ),
    (
      ["render", "--iterations", "-1", "o.png"],
      "the value '-1' is invalid for '--iterations <iterations>': choose 0 to 100000 in whole or half numbers, as in 5 or 6.5"
    ),
    (
      ["select", "d.csv", "--covariance", "round"],
      "the value 'round' is invalid for '--covariance <families>'; please provide one of 'all', 'full', 'tied', 'diagonal' or 'spherical'"
    ),
    (["fit", "d.csv"], "give the number of components, such as -k 3"),
    (["race", "d.csv"], "give the number of components, such as -k 3"),
    (["fit", "d.csv", "-k", "2", "--restarts", "0"], "--restarts takes 1 to 10000"),
    (["fit", "d.csv", "-k", "2", "--floor", "1"], "the option floor is out of range; use 0 up to, but not, 1"),
    (["fit", "d.csv", "-k", "2", "--tolerance", "nan"], "the option tolerance is out of range; use 0 or more"),
    (["fit", "d.csv", "-k", "2", "--iterations=-1"], "--iterations takes 0 to 100000"),
    (["fit", "-k", "2"], "missing expected argument '<file>'"),
    (
      ["select", "d.csv", "-k", "5...2"],
      "the value '5...2' is invalid for '-k <1...9>': write the smaller number first, as in 2...5"
    ),
    (
      ["select", "d.csv", "-k", "1.5"],
      "the value '1.5' is invalid for '-k <1...9>': write 1...9, 2..5, 2:5, 2-5 or 2,3,5"
    ),
    (["sample", "m.json", "--points=-1"], "--points takes 0 to 100000000"),
    // What is no number says what would be.
    (
      ["race", "d.csv", "-k", "nan"], "the value 'nan' is invalid for '-k <components>': give a number from 1 to 10000"
    ),
    (
      ["race", "d.csv", "-k", "2", "--starts", "nan"],
      "the value 'nan' is invalid for '--starts <n>': give a whole number from 1 to 10000"
    ),
    (
      ["fit", "d.csv", "-k", "2", "--restarts", "1.5"],
      "the value '1.5' is invalid for '--restarts <n>': give a whole number from 1 to 10000"
    ),
    (
      ["fit", "d.csv", "-k", "2", "--tolerance", ""],
      "the value '' is invalid for '--tolerance <gain>': give a number, as in 0.001 or 1e-3"
    ),
    (
      ["sample", "m.json", "--points", "1e3"],
      "the value '1e3' is invalid for '--points <n>': give a whole number from 0 to 100000000"
    ),
    (
      ["render", "--scale", "1.5", "o.png"],
      "the value '1.5' is invalid for '--scale <scale>': give a whole number from 1 to 4"
    ),
    (
      ["render", "-k", "nan", "o.png"],
      "the value 'nan' is invalid for '-k <components>': give a whole number from 1 to 14"
    ),
    (
      ["render", "--mystery", "-1", "o.png"],
      "the value '-1' is invalid for '--mystery <N>': give a whole number from 1 to 9999"
    ),
    // What k-means does not look at.
    (
      ["fit", "d.csv", "-k", "2", "--algorithm", "k-means", "--covariance", "full"],
      "--covariance says nothing to k-means; leave it out"
    ),
    (
      ["fit", "d.csv", "-k", "2", "--algorithm", "k-means", "--floor", "0", "--on-empty", "drop"],
      "--floor says nothing to k-means; leave it out"
    ),
    // What a picture could not show.
    (
      ["render", "--compare", "k-means", "--guess", "owners", "o.png"],
      "--guess asks about one run; leave out --guess or --compare"
    ),
    (
      ["render", "--plot-only", "--guess", "count", "o.png"],
      "--guess count is asked beside the canvas; leave out --plot-only"
    ),
    (
      ["render", "--guess", "owners", "--title", "x", "o.png"],
      "--guess is drawn in the window; leave out --content, --title and --numbers"
    ),
    (
      ["render", "--compare", "families", "--numbers", "o.png"],
      "--numbers tells of one model; leave out --numbers or --compare"
    ),
    (
      ["render", "--compare", "families", "--content", "likelihood", "o.png"],
      "--content likelihood is the curve of one run; leave it out, or --compare"
    ),
    (
      ["animate", "--compare", "families", "--numbers", "o.gif"],
      "--numbers tells of one model; leave out --numbers or --compare"
    ),
    (
      ["render", "--level", "overlapping", "o.png"],
      "--level is that of the mixture in a box; add its number with --mystery"
    ),
    (["render", "a.csv", "--mystery", "4711", "o.png"], "--mystery takes the place of a table; leave out one"),
    (["render", "--mystery", "4711", "--columns", "x", "o.png"], "--columns belongs to a table; name it"),
    (["render", "--start", "s.json", "o.png"], "--start and --model belong to a table; name it"),
  ])
  func commandLines(_ arguments: [String], _ sentence: String) throws {
    try expectRefusal(arguments, status: 64, sentence + "; see 'mixture-lab \(arguments[0]) --help'")
  }

  @Test func layersAreNamed() throws {
    let result = try Program.run(["render", "--layers", "foo", "o.png"])
    #expect(result.status == 64 && result.errorLines.count == 1)
    #expect(result.err.contains("the value 'foo' is invalid for '--layers <a,b>': choose from points, "))
  }

  /// Which half-step comes next is known once the run stands there.
  @Test(arguments: [("owners", "2.5", "an M-step", "whole"), ("move", "0", "an E-step", "half")])
  func whatIsAskedIsAboutTheNextHalfStep(
    _ question: String, _ iterations: String, _ next: String, _ number: String
  ) throws {
    try expectRefusal(
      ["render", "--guess", question, "--iterations", iterations, "/tmp/mixture-lab-no-picture.png"], status: 64,
      "--guess \(question) cannot be asked where \(next) comes next; let --iterations be a \(number) number; see "
        + "'mixture-lab --help'")
    #expect(!FileManager.default.fileExists(atPath: "/tmp/mixture-lab-no-picture.png"))
  }

  @Test func helpKnowsItsCommands() throws {
    let result = try Program.run(["help", "nonsense"])
    #expect(result.status == 64 && result.out.isEmpty && result.errorLines.count == 1)
    #expect(result.err.hasPrefix("mixture-lab: there is no command 'nonsense'; choose from window, render, "))
    #expect(try Program.run(["help", "bench", "nonsense"]).status == 64)
    for command in [["help"], ["help", "fit"], ["help", "bench", "em"]] {
      #expect(try Program.run(command).status == 0, "\(command)")
    }
  }

  @Test func starts() throws {
    try Program.withFolder { folder in
      try AtomicFile.write(#"{"means": [[1, 2], [3, 4]]}"#, to: folder + "/s.json")
      let table = Program.asset("old_faithful.csv")
      try expectRefusal(
        ["fit", table, "-k", "3", "--start", "s.json"], in: folder, status: 1,
        "'s.json' has 2 means and -k asks for 3; leave out -k")
      try expectRefusal(
        ["fit", Program.asset("iris.csv"), "--start", "s.json"], in: folder, status: 1,
        "'s.json' has 2 dimensions and iris.csv 4 ('sepal_length', 'sepal_width', 'petal_length', 'petal_width'); choose 2 "
          + "with --columns")
      try AtomicFile.write(#"{"means": [[1, 2]], "weights": [2]}"#, to: folder + "/s.json")
      try expectRefusal(
        ["fit", table, "--start", "s.json"], in: folder, status: 1,
        "'s.json' is not a usable start: the weight of component A is not between 0 and 1; correct it")
    }
  }

  @Test func columnsThatCannotBeSquaredAreNamed() throws {
    try Program.withFolder { folder in
      try AtomicFile.write("a,big\n1,1e200\n2,3e200\n4,2e200\n", to: folder + "/d.csv")
      let sentence =
        "the values of column 'big' of 'd.csv' lie beyond 1e150, or are so large that their squares cannot be summed; "
        + "divide the column by a constant"
      for command in [["fit", "d.csv", "-k", "2"], ["select", "d.csv", "-k", "2"]] {
        try expectRefusal(command, in: folder, status: 1, sentence)
      }
      try AtomicFile.write("a,fine\n1,1e-200\n2,3e-200\n4,2e-200\n", to: folder + "/d.csv")
      try expectRefusal(
        ["fit", "d.csv", "-k", "2"], in: folder, status: 1,
        "the values of column 'fine' of 'd.csv' differ by about 1e-152 or less; multiply the column by a constant")
    }
  }

  /// `classify` says of a point too far for any density what `score` says, before it prints a line.
  @Test func aPointOutOfReachHasNoComponent() throws {
    try Program.withFolder { folder in
      try AtomicFile.write(
        #"{"means": [[0], [3]], "weights": [0.5, 0.5], "covariances": [[[1]], [[1]]]}"#, to: folder + "/m.json")
      try AtomicFile.write("x\n1\n1e200\n", to: folder + "/d.csv")
      for command in ["score", "classify"] {
        try expectRefusal(
          [command, "m.json", "d.csv"], in: folder, status: 1,
          "row 2 lies too far from every component for its density to be expressed; move a mean nearer or widen a "
            + "covariance")
      }
    }
  }

  @Test func aTruthThatTheModelUsesIsNone() throws {
    try Program.withFolder { folder in
      try AtomicFile.write(
        #"{"columns": ["x"], "means": [[0]], "weights": [1], "covariances": [[[1]]]}"#, to: folder + "/m.json")
      try AtomicFile.write("x,g\n1,1\n2,2\n", to: folder + "/d.csv")
      try expectRefusal(
        ["score", "m.json", "d.csv", "--truth", "x"], in: folder, status: 1,
        "column 'x' is used by the model; name another with --truth")
      #expect(try Program.run(["score", "m.json", "d.csv", "--truth", "g"], in: folder).status == 0)
    }
  }

  @Test func aPictureOfARunThatFailedIsWrittenAndTheFailureSaid() throws {
    try Program.withFolder { folder in
      try AtomicFile.write("x,y\n1,1\n1,1\n9,9\n9,9\n9,9\n", to: folder + "/d.csv")
      let result = try Program.run(
        ["render", "d.csv", "-k", "2", "--iterations", "50", "--on-collapse", "fail", "o.png"], in: folder)
      #expect(result.status == 1 && result.errorLines.count == 1, "\(result.err)")
      #expect(result.err.contains("choose another policy than fail, with a floor above 0, or fewer components"))
      #expect(FileManager.default.fileExists(atPath: folder + "/o.png"))
    }
  }

  @Test func aFullDiskOrALimitLeavesTheOldFile() throws {
    try Program.withFolder { folder in
      let old = #"{"weights": [1], "means": [[0]], "covariances": [[[1]]]}"#
      try AtomicFile.write(old, to: folder + "/m.json")
      let program = try #require(Program.url).path
      let iris = Program.asset("iris.csv")
      // The limit counts blocks of at least 512 bytes; the model takes several.
      let result = try Program.run(
        ["-c", "ulimit -f 1; '\(program)' fit '\(iris)' -k 3 --output m.json"], in: folder, executable: "/bin/sh")
      #expect(result.status == 1)
      #expect(result.errorLines.count == 1)
      #expect(result.err.contains("cannot write 'm.json' because it would exceed the size a file may have here"))
      #expect(try String(contentsOfFile: folder + "/m.json", encoding: .utf8) == old)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["m.json"])
      let full = try Program.run(
        ["-c", "'\(program)' fit '\(iris)' -k 3 > /dev/full"], in: folder, executable: "/bin/sh")
      #expect(full.status == 1)
      #expect(full.err.contains("cannot write the result to standard output (no space left on device)"))
    }
  }

  @Test func helpNamesEverySubcommandAndStatus() throws {
    let result = try Program.run(["--help"])
    #expect(result.status == 0)
    for word in ["fit", "select", "classify", "sample", "score", "EXIT STATUS", "64"] {
      #expect(result.out.contains(word))
    }
    for command in ["fit", "select", "classify", "sample", "score"] {
      #expect(try Program.run([command, "--help"]).out.contains("USAGE: mixture-lab \(command)"))
    }
  }
}
