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

  @Test func whatCannotBeSaidTogetherIsRefused() throws {
    let result = try Program.run(["describe", "--mystery", "3", Program.asset("iris.csv")])
    #expect(result.status == 64 && result.out.isEmpty)
  }
}
