import Foundation
import Testing

@testable import mixture_lab

/// The screen in sentences, printed.
@Suite struct DescribeCommandTests {
  @Test func theExampleIsDescribed() throws {
    let result = try Program.run(["describe"])
    #expect(result.status == 0 && result.err.isEmpty, "\(result.err)")
    #expect(result.out.hasPrefix("On the screen\nThe data are Three clusters: 150 points.\n"))
    #expect(result.out.contains("\nA: weight 0.333; ") && result.out.contains("\nSpace: Run EM.\n"))
  }

  @Test func aTableIsDescribedAfterSomeIterations() throws {
    let result = try Program.run(["describe", Program.asset("iris.csv"), "--iterations", "5", "--language", "de"])
    #expect(result.status == 0, "\(result.err)")
    #expect(result.out.hasPrefix("Auf dem Bildschirm\n") && result.out.contains("5 M"))
  }

  /// The language of the window, unless another one is asked for; as a locale has it, too.
  @Test func itSpeaksTheLanguageThatWasChosen() throws {
    try Program.withFolder { folder in
      try FileManager.default.createDirectory(atPath: folder + "/mixture-lab", withIntermediateDirectories: true)
      try #"{"version": 1, "language": "de"}"#.write(
        toFile: folder + "/mixture-lab/config.json", atomically: true, encoding: .utf8)
      let environment = ["XDG_CONFIG_HOME": folder]
      let chosen = try Program.run(["describe"], environment: environment)
      #expect(chosen.status == 0 && chosen.out.hasPrefix("Auf dem Bildschirm\n"), "\(chosen.err)")
      let asked = try Program.run(["describe", "--language", "en_US"], environment: environment)
      #expect(asked.status == 0 && asked.out.hasPrefix("On the screen\n"), "\(asked.err)")
    }
    #expect(try Program.run(["describe", "--language", "xx_YY"]).status == 64)
  }

  /// What is wrong with a damaged lesson is said, also where a page of it is asked for.
  @Test func aDamagedLessonIsNamed() throws {
    try Program.withFolder { folder in
      try "{\"format\": \"mixture-lab lesson\",\n \"pages\": [1,]}".write(
        toFile: folder + "/bad.json", atomically: true, encoding: .utf8)
      let result = try Program.run(["describe", "bad.json", "--page", "2"], in: folder)
      #expect(result.status != 0 && result.err.contains("line 2"), "\(result.err)")
    }
  }

  @Test func whatCannotBeSaidTogetherIsRefused() throws {
    let result = try Program.run(["describe", "--mystery", "3", Program.asset("iris.csv")])
    #expect(result.status == 64 && result.out.isEmpty)
  }
}
