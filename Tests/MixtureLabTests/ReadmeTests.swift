import Foundation
import LabCore
import LabFiles
import Testing

@testable import mixture_lab

/// The README's table of the command line is true.
@Suite struct ReadmeTests {
  @Test func everyCommandRunsAsWritten() throws {
    let commands = Readme.code("", in: try Readme.section("Without the window"))
    #expect(commands.count == 16)
    try Program.withFolder { folder in
      try FileManager.default.copyItem(atPath: Program.asset("iris.csv"), toPath: folder + "/FILE.csv")
      let header = SessionHeader(program: MixtureLab.version, kernel: Recording.kernel, began: "")
      let session = try SessionFile.bytes(Session(header, SessionLog.beginning(LabState())))
      try Data(session).write(to: URL(fileURLWithPath: folder + "/FILE.session"))
      for command in commands where !command.hasSuffix("bench") {
        let line = command.replacing("[FILE.csv]", with: "FILE.csv").replacing("1...9", with: "1...2")
        let words = line.split(separator: " ").map(String.init)
        #expect(words[0] == "mixture-lab")
        let result = try Program.run(Array(words.dropFirst()), in: folder)
        #expect(result.status == 0, "\(command): \(result.err)")
      }
      #expect(FileManager.default.fileExists(atPath: folder + "/OUT.png"))
    }
  }

  /// The version stands in the program; the packages' checks hold their names and metadata to it.
  @Test func thePackageToInstallIsThisVersion() throws {
    let section = try Readme.section("On a lab PC")
    #expect(section.contains("mixture-lab_\(MixtureLab.version)_amd64.deb"))
    #expect(try Program.run(["--version"]).out == MixtureLab.version + "\n")
  }

  @Test func everyOptionThatIsNamedExists() throws {
    let section = try Readme.section("Without the window")
    let commands = [
      "render", "animate", "sheet", "fit", "select", "race", "classify", "sample", "score", "replay", "recover",
      "window", "grade", "describe",
    ]
    let help = try commands.map { try Program.run([$0, "--help"]).out }.joined()
    let options = Set(section.matches(of: /--[a-z][a-z-]+/).map { String($0.output) })
    #expect(options.count > 10)
    for option in options { #expect(help.contains(option), "\(option)") }
  }

  @Test func everyMemberOfAFitIsNamed() throws {
    let section = try Readme.section("Without the window")
    let fit = try Program.run(["fit", Program.asset("iris.csv"), "-k", "1", "--json"])
    guard case .object(let members) = try JSONValue.parse(Array(fit.out.utf8)) else {
      Issue.record("a fit is an object")
      return
    }
    for member in members { #expect(section.contains("`\(member.key)`"), "\(member.key)") }
  }

  @Test func theLimitsAreThoseOfTheHelp() throws {
    let section = try Readme.section("Without the window").replacing(",", with: "")
    let help = try Program.run(["--help"]).out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for limit in ["8 GiB", "10000 columns", "100 million cells", "128 MiB", "5 million values", "7680x4320"] {
      #expect(section.contains(limit) && help.contains(limit), "\(limit)")
    }
    for limit in ["K ≤ 10000", "D ≤ 1000", "K·D² ≤ 4 million"] {
      #expect(section.contains(limit) && help.contains(limit), "\(limit)")
    }
  }
}
