import Foundation
import LabFiles
import Testing

/// What bench prints; how long it takes is nobody's business here.
@Suite struct BenchCommandTests {
  private func bench(_ arguments: String...) throws -> JSONValue {
    let result = try Program.run(["bench", "em", "--json", "--iterations", "1"] + arguments)
    #expect(result.status == 0 && result.err.isEmpty)
    return try JSONValue.parse(Array(result.out.utf8))
  }

  @Test func printsWhatItMeasured() throws {
    let result = try bench("--points", "5000", "-k", "3", "--dimensions", "4", "--threads", "2", "--kernel", "baseline")
    #expect(result["points"]?.count == 5000)
    #expect(result["components"]?.count == 3)
    #expect(result["dimensions"]?.count == 4)
    #expect(result["threads"]?.count == 2)
    #expect(result["iterations"]?.count == 1)
    #expect(result["kernel"]?.text == "baseline")
    #expect((result["millisecondsPerIteration"]?.double ?? 0) > 0)
    #expect((result["logLikelihood"]?.double ?? 0) < 0)
  }

  /// The log-likelihood after six iterations is that of `fit`, however many are timed.
  @Test func logLikelihoodIsThatOfAFit() throws {
    try Program.withFolder { folder in
      let start = folder + "/start.json"
      try AtomicFile.write(#"{"means": [[2, 55], [4, 80]]}"#, to: start)
      let data = Program.asset("old_faithful.csv")
      let fit = try Program.run(
        ["fit", data, "--start", start, "--iterations", "6", "--tolerance", "0", "--json"])
      let expected = try JSONValue.parse(Array(fit.out.utf8))["logLikelihood"]?.double
      #expect(try bench("--data", data, "--start", start)["logLikelihood"]?.double == expected)
    }
  }

  @Test(arguments: [["--data", "points.csv"], ["--points", "0"], ["--points", "2", "-k", "3"], ["--kernel", "z80"]])
  func refusesWhatMakesNoSense(_ arguments: [String]) throws {
    let result = try Program.run(["bench", "em"] + arguments)
    #expect(result.status == 64 && result.out.isEmpty && result.errorLines.count == 1)
  }

  @Test func timesTheFrameAndItsParts() throws {
    let run = try Program.run(
      ["bench", "frame", "--points", "300", "-k", "2", "--size", "640x480", "--frames", "1", "--json"])
    let result = try JSONValue.parse(Array(run.out.utf8))
    #expect(run.status == 0 && run.err.isEmpty)
    #expect(result["points"]?.count == 300 && result["components"]?.count == 2)
    #expect(result["width"]?.count == 640 && result["height"]?.count == 480)
    for whole in ["", "WithColors", "Unchanged", "Playing", "Gliding"] {
      #expect(try #require(result["millisecondsPerFrame" + whole]?.double) > 0)
    }
    for part in ["scene", "colors", "points", "ellipses", "panel", "strip"] {
      #expect(try #require(result["millisecondsPerPart"]?[part]?.double) >= 0)
    }
  }

  @Test func theSizeIsThatBehindALinkAndOfStandardInput() throws {
    try Program.withFolder { folder in
      let data = Program.asset("old_faithful.csv")
      try FileManager.default.createSymbolicLink(atPath: folder + "/link.csv", withDestinationPath: data)
      let size = try Double(Data(contentsOf: URL(fileURLWithPath: data)).count) / 1e6
      for (file, input) in [("link.csv", nil), ("-", data)] {
        let run = try Program.run(["bench", "load", file, "--runs", "1", "--json"], in: folder, input: input)
        #expect(try JSONValue.parse(Array(run.out.utf8))["megabytes"]?.double == size)
      }
      let piped = try Program.shell("cat '\(data)' | $LAB bench load - --runs 1 --json", in: folder)
      #expect(piped.status == 0)
      #expect(try JSONValue.parse(Array(piped.out.utf8))["megabytes"] == .null)
    }
  }

  @Test func timesTheReadingOfATable() throws {
    let run = try Program.run(["bench", "load", Program.asset("old_faithful.csv"), "--json"])
    let result = try JSONValue.parse(Array(run.out.utf8))
    #expect(run.status == 0)
    #expect(result["rows"]?.count == 272 && result["columns"]?.count == 2)
    #expect((result["milliseconds"]?.double ?? 0) > 0 && (result["megabytes"]?.double ?? 0) > 0)
    #expect(try Program.run(["bench", "load", "nothing.csv"]).status == 1)
  }

  @Test func timesARace() throws {
    let run = try Program.run(["bench", "race", "--points", "400", "-k", "2", "--starts", "3", "--json"])
    let result = try JSONValue.parse(Array(run.out.utf8))
    #expect(run.status == 0 && run.err.isEmpty)
    #expect(result["points"]?.count == 400 && result["components"]?.count == 2 && result["starts"]?.count == 3)
    for time in ["millisecondsOneAfterTheOther", "millisecondsOfRace", "timesTheBestPossible"] {
      #expect((result[time]?.double ?? 0) > 0)
    }
    #expect(try Program.run(["bench", "race", "--points", "2", "-k", "3"]).status == 64)
  }

  @Test func timesTheFirstFrame() throws {
    let run = try Program.run(["bench", "startup", "--runs", "1", "--json"])
    let result = try JSONValue.parse(Array(run.out.utf8))
    #expect(run.status == 0)
    #expect((result["millisecondsToFirstFrame"]?.double ?? 0) > 0)
  }

  /// On SDL's driver that shows nothing.
  @Test func timesTheWindow() throws {
    let run = try Program.shell(
      "SDL_VIDEODRIVER=dummy $LAB bench window --points 300 -k 2 --size 640x480 --seconds 0.6 --json", in: "/")
    let result = try JSONValue.parse(Array(run.out.utf8))
    #expect(run.status == 0 && run.err.isEmpty)
    #expect(result["points"]?.count == 300 && result["width"]?.count == 640)
    for part in ["playing", "panning", "drag", "click"] {
      let time = try #require(result[part])
      #expect((time["count"]?.count ?? 0) > 0)
      #expect((time["median"]?.double ?? 0) > 0 && time["p95"]?.double ?? 0 >= time["median"]?.double ?? .infinity)
    }
    #expect(result["percentAtRest"]?.double ?? -1 >= 0)
  }

  @Test(arguments: [["--points", "0"], ["--seconds", "0"], ["-k", "15"], ["--size", "9"]])
  func refusesWindowsThatMakeNoSense(_ arguments: [String]) throws {
    let result = try Program.run(["bench", "window"] + arguments)
    #expect(result.status == 64 && result.out.isEmpty && result.errorLines.count == 1)
  }

  @Test(arguments: [["--points", "0"], ["-k", "0"], ["-k", "15"], ["--points", "2", "-k", "3"], ["--size", "9"]])
  func refusesFramesThatMakeNoSense(_ arguments: [String]) throws {
    let result = try Program.run(["bench", "frame"] + arguments)
    #expect(result.status == 64 && result.out.isEmpty && result.errorLines.count == 1)
  }
}
