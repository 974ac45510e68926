import Foundation
import LabFiles
import Testing

/// What the command line says of how a table is written.
@Suite struct TableFormatCommandTests {
  private func means(_ text: String, _ options: [String]) throws -> (means: [[Double]]?, err: String, status: Int32) {
    try Program.withFolder { folder in
      try text.write(toFile: folder + "/t.csv", atomically: true, encoding: .utf8)
      let result = try Program.run(["fit", "t.csv", "-k", "1", "--json"] + options, in: folder)
      return ((try? JSONValue.parse(Array(result.out.utf8)))?["means"]?.matrix, result.err, result.status)
    }
  }

  @Test func whatIsSaidIsDone() throws {
    let numbers = "1990;1991\n1,5;2\n2,5;4\n3,5;7\n"
    #expect(try means(numbers, []).means?[0][1] == 501)
    #expect(try means(numbers, ["--header"]).means == [[2.5, 13.0 / 3]])
    #expect(try means(numbers, ["--no-header", "--separator", "semicolon"]).means?[0][1] == 501)
    let point = try means(numbers, ["--decimal", "point"])
    #expect(point.status == 1 && point.err.split(separator: "\n").count == 1)
    #expect(try means("1,9;8\n2,7;6\n4,1;1\n", ["--separator", "semicolon"]).means?[0][1] == 5)
  }

  @Test func wordsAmongNumbersMayBeLeftOut() throws {
    let text = "x,y\n1,2\nmissed,3\n5,4\n4,8\n"
    #expect(try means(text, []).err.contains("'missed' is not a number"))
    #expect(try means(text, ["--missing", "drop"]).status == 1)
    let left = try means(text, ["--missing", "drop-text"])
    #expect(left.status == 0 && left.err.contains("1 of 4 rows dropped"))
  }

  @Test func aFormatIsThatOfATable() throws {
    let result = try Program.run(["render", "--separator", "tab", "/tmp/none.png"])
    #expect(result.status == 64 && result.err.contains("belong to a table"))
    #expect(try Program.run(["fit", Program.asset("iris.csv"), "--separator", "colon"]).status == 64)
  }

  @Test func utf16IsReadAndSaid() throws {
    try Program.withFolder { folder in
      let text = "größe,b\n1,2\n3,4\n5,7\n"
      try text.data(using: .utf16)?.write(to: URL(fileURLWithPath: folder + "/u.csv"))
      let result = try Program.run(["fit", "u.csv", "-k", "1", "--json"], in: folder)
      #expect(result.status == 0)
      #expect(try JSONValue.parse(Array(result.out.utf8))["columns"]?.strings == ["größe", "b"])
    }
  }

  @Test func aBrokenConfigurationIsSaidAndTheWindowOpens() throws {
    try Program.withFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/config/mixture-lab", withIntermediateDirectories: true)
      let file = folder + "/config/mixture-lab/config.json"
      try #"{"version": 1, "theme": "blue"}"#.write(toFile: file, atomically: true, encoding: .utf8)
      let result = try Program.shell(
        "export XDG_CONFIG_HOME=\(folder)/config SDL_VIDEODRIVER=dummy; $LAB & sleep 2; kill -KILL $!",
        in: folder)
      #expect(result.err.contains("config.json' are not used (its theme is neither light nor dark)"), "\(result.err)")
      #expect(try String(contentsOfFile: file, encoding: .utf8) == #"{"version": 1, "theme": "blue"}"#)
    }
  }
}
