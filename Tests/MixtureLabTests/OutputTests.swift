import Foundation
import LabFiles
import Testing

/// Where results go: no output destroys anything, and any place that takes bytes will do.
@Suite struct OutputTests {
  private func withData(_ body: (String) throws -> Void) throws {
    try Program.withFolder { folder in
      try FileManager.default.copyItem(atPath: Program.asset("old_faithful.csv"), toPath: folder + "/d.csv")
      try FileManager.default.createSymbolicLink(atPath: folder + "/soft.json", withDestinationPath: "d.csv")
      try FileManager.default.createSymbolicLink(atPath: folder + "/soft.png", withDestinationPath: "d.csv")
      try FileManager.default.linkItem(atPath: folder + "/d.csv", toPath: folder + "/hard.json")
      try body(folder)
    }
  }

  /// Every output option of every subcommand, and every way to name the data.
  @Test(arguments: [
    ["fit", "d.csv", "-k", "2", "--output", "d.csv"], ["fit", "d.csv", "-k", "2", "--output", "soft.json"],
    ["fit", "d.csv", "-k", "2", "--output", "hard.json"], ["fit", "soft.json", "-k", "2", "--output", "hard.json"],
    ["select", "d.csv", "-k", "1", "--output", "d.csv"], ["select", "d.csv", "-k", "1", "--output", "soft.json"],
    ["render", "d.csv", "soft.png"], ["render", "d.csv", "/dev/../proc/self/cwd/soft.png"],
  ])
  func noOutputReplacesTheData(_ arguments: [String]) throws {
    try withData { folder in
      let before = try Data(contentsOf: URL(fileURLWithPath: folder + "/d.csv"))
      let result = try Program.run(arguments, in: folder)
      #expect(result.status == 1)
      #expect(result.errorLines.count == 1 && result.out.isEmpty)
      #expect(result.err.contains("which is read and would be overwritten") || result.err.contains("is read and would"))
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/d.csv")) == before)
    }
  }

  @Test(arguments: [
    ["fit", "d.csv", "-k", "2", "--output"], ["select", "d.csv", "-k", "1", "--output"], ["render", "d.csv"],
    ["bench", "frame", "--points", "100", "-k", "2", "--frames", "1", "--size", "640x480", "--picture"],
  ])
  func noOutputReplacesAFileOfAnotherKind(_ arguments: [String]) throws {
    try withData { folder in
      let isPicture = ["render", "bench"].contains(arguments[0])
      let path = folder + (isPicture ? "/notes.png" : "/notes.json")
      try AtomicFile.write("my notes", to: path)
      let result = try Program.run(arguments + [path], in: folder)
      #expect(result.status == 1 && result.errorLines.count == 1 && result.out.isEmpty)
      #expect(result.err.contains("'\(path)' holds a table or a text and would be replaced by "))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "my notes")
    }
  }

  /// `>>` goes behind what is read: not into the table, the model nor the start.
  @Test(arguments: [
    "score m.json d.csv >> m.json", "classify m.json d.csv >> m.json", "sample m.json --points 3 >> m.json",
    "score m.json d.csv >> d.csv", "classify m.json d.csv --append >> d.csv", "fit d.csv --start m.json >> m.json",
    "fit d.csv --start m.json >> d.csv", "select d.csv -k 2 >> d.csv",
  ])
  func nothingIsPrintedIntoWhatIsRead(_ line: String) throws {
    try withData { folder in
      #expect(try Program.run(["fit", "d.csv", "-k", "2", "--output", "m.json"], in: folder).status == 0)
      let files = ["d.csv", "m.json"].map { URL(fileURLWithPath: folder + "/" + $0) }
      let before = try files.map { try Data(contentsOf: $0) }
      let result = try Program.shell("$LAB \(line)", in: folder)
      #expect(result.status == 1 && result.errorLines.count == 1)
      #expect(
        result.err.contains("standard output goes into '\(line.split(separator: " ").last ?? "")', which is to be read")
      )
      #expect(try files.map { try Data(contentsOf: $0) } == before)
    }
  }

  @Test func aStartIsAnInputToo() throws {
    try withData { folder in
      try AtomicFile.write(#"{"means": [[2, 55], [4, 80]]}"#, to: folder + "/s.json")
      let result = try Program.run(["fit", "d.csv", "--start", "s.json", "--output", "s.json"], in: folder)
      #expect(result.status == 1 && result.err.contains("'s.json' is read and would be overwritten"))
      let model = try Program.run(["fit", "d.csv", "-k", "2", "--output", "m.json"], in: folder)
      #expect(model.status == 0)
      #expect(try Program.run(["fit", "d.csv", "-k", "2", "--output", "m.json"], in: folder).status == 0)
    }
  }

  @Test func standardInputIsAnInputToo() throws {
    try withData { folder in
      let result = try Program.run(
        ["fit", "-", "-k", "2", "--output", "hard.json"], in: folder, input: folder + "/d.csv")
      #expect(result.status == 1)
      #expect(result.err.contains("'hard.json' is standard input, which is read and would be overwritten"))
    }
  }

  @Test func aDashIsStandardInputAndOutput() throws {
    try withData { folder in
      let data = folder + "/d.csv"
      let fit = try Program.run(["fit", "-", "-k", "2", "--output", "-"], in: folder, input: data)
      #expect(fit.status == 0)
      try AtomicFile.write(fit.out, to: folder + "/m.json")
      #expect(try ModelFile.read(folder + "/m.json").model.componentCount == 2)
      for command in ["classify", "score"] {
        let named = try Program.run([command, "m.json", "d.csv"], in: folder)
        #expect(try Program.run([command, "m.json", "-"], in: folder, input: data).out == named.out)
        #expect(try Program.run([command, "-", "d.csv"], in: folder, input: folder + "/m.json").out == named.out)
        #expect(named.status == 0 && !named.out.isEmpty)
      }
      #expect(try Program.run(["sample", "-", "--points", "2"], in: folder, input: folder + "/m.json").status == 0)
      #expect(try Program.run(["select", "-", "-k", "1", "--output", "-"], in: folder, input: data).out.hasPrefix("{"))
      #expect(try Program.run(["bench", "load", "-", "--runs", "1"], in: folder, input: data).status == 0)
      let start = try Program.run(["fit", "d.csv", "--start", "-"], in: folder, input: folder + "/m.json")
      #expect(start.status == 0)
      let picture = try Program.shell("$LAB render - -k 2 --size 400x300 - < d.csv | head -c 4 | tail -c 3", in: folder)
      #expect(picture.out == "PNG" && picture.err.isEmpty)
    }
  }

  @Test func descriptorsAreWrittenTo() throws {
    try withData { folder in
      let through = try Program.shell("$LAB fit d.csv -k 2 --output >(head -1 > first); sleep 1; cat first", in: folder)
      #expect(through.out.hasSuffix("{\n") && through.out.contains("2 components") && through.status == 0)
      // The file that standard output goes to is written, not renamed over.
      let inode = try Program.shell(
        "echo begun > out; i=$(stat -c %i out); $LAB fit d.csv -k 2 --output /dev/stdout >> out; [ $i = $(stat -c %i out) ]"
          + " && head -2 out", in: folder)
      #expect(inode.out == "begun\n{\n" && inode.err.isEmpty)
      let both = try Program.shell("$LAB fit d.csv -k 2 --output out.json > out.json", in: folder)
      #expect(both.status == 1)
      #expect(both.err.contains("'out.json' is where standard output goes; give the output another name, or -"))
      let devices = try Program.run(["fit", "d.csv", "-k", "2", "--output", "/dev/null"], in: folder)
      #expect(devices.status == 0)
      let full = try Program.run(["fit", "d.csv", "-k", "2", "--output", "/dev/full"], in: folder)
      #expect(
        full.err == "mixture-lab: cannot write to '/dev/full' (no space left on device); write somewhere else\n")
    }
  }

  @Test func whatIsReadIsNotPrintedInto() throws {
    try withData { folder in
      _ = try Program.run(["fit", "d.csv", "-k", "2", "--output", "m.json"], in: folder)
      let before = try Data(contentsOf: URL(fileURLWithPath: folder + "/d.csv"))
      for command in ["classify m.json d.csv", "fit d.csv -k 2", "classify m.json d.csv --append"] {
        let result = try Program.shell("$LAB \(command) >> d.csv", in: folder)
        #expect(result.status == 1)
        #expect(result.err.contains("standard output goes into 'd.csv', which is to be read"))
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/d.csv")) == before)
    }
  }

  @Test func aWriteProtectedModelIsKept() throws {
    try withData { folder in
      let path = folder + "/m.json"
      _ = try Program.run(["fit", "d.csv", "-k", "2", "--output", "m.json"], in: folder)
      let before = try String(contentsOfFile: path, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
      let result = try Program.run(["fit", "d.csv", "-k", "3", "--output", "m.json"], in: folder)
      #expect(result.status == 1 && result.err.contains("write-protected"))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
    }
  }

  @Test func pipesAreRead() throws {
    try withData { folder in
      let result = try Program.shell("$LAB fit <(cat d.csv) -k 2 --restarts 1 --json | head -2 | tail -1", in: folder)
      #expect(result.out == "  \"columns\": [\"eruptions\", \"waiting\"],\n")
    }
  }
}
