import ArgumentParser
import Foundation
import GoldenImages
import LabFiles
import Rasterizer
import Testing

@testable import mixture_lab

/// What an installed program has in its `share` folder.
@Suite struct ShareCommandTests {
  @Test func writesIconsPagesAndCompletions() throws {
    try Program.withFolder { folder in
      let result = try Program.run(["share", "--date", "2026-01-02", folder + "/new/share"])
      #expect(result.status == 0 && result.err.isEmpty, "\(result.err)")
      let found = FileManager.default.enumerator(atPath: folder + "/new/share")?.allObjects as? [String] ?? []
      let files = Set(found.filter { $0.contains(".") || $0.hasSuffix("mixture-lab") || $0.hasSuffix("_mixture-lab") })
      #expect(
        files.isSuperset(of: [
          "man/man1/mixture-lab.1", "man/man1/mixture-lab-fit.1", "man/man1/mixture-lab-bench-em.1",
          "icons/hicolor/scalable/apps/mixture-lab.svg", "icons/hicolor/16x16/apps/mixture-lab.png",
          "icons/hicolor/256x256/apps/mixture-lab.png", "bash-completion/completions/mixture-lab",
          "zsh/vendor-completions/_mixture-lab", "fish/vendor_completions.d/mixture-lab.fish",
        ]))
      #expect(!files.contains { $0.contains("mixture-lab-share") })
      let icon = try PNGFile.read(folder + "/new/share/icons/hicolor/48x48/apps/mixture-lab.png")
      #expect(icon.width == 48 && icon.height == 48)
    }
  }

  @Test func aFolderThatCannotBeMadeIsSaid() throws {
    let result = try Program.run(["share", "--date", "2026-01-02", "/dev/null/share"])
    #expect(result.status == 1 && result.errorLines.count == 1 && result.err.contains("choose another"))
  }

  /// The command is there for the packages, and nobody else needs to see it.
  @Test func theCommandIsNotShown() throws {
    #expect(try !Program.run(["--help"]).out.contains("share "))
  }

  @Test(arguments: [16, 24, 32, 48, 128, 256]) func theIconIsDrawnAsRecorded(_ size: Int) {
    expectGolden(AppIcon(size: size).draw(), "icon-\(size)")
  }

  @Test func theVectorIconHasTheSameShapes() {
    let svg = AppIcon(size: 128).svg
    #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>\n"))
    #expect(svg.matches(of: /<rect/).count == 2 && svg.matches(of: /<ellipse/).count == 48)
    #expect(!svg.contains("nan") && !svg.contains("inf"))
  }
}

/// The manual says what the help says.
@Suite struct ManualPageTests {
  private let pages = ManualPage.all(date: "2026-01-02")

  @Test func everyShownCommandHasItsPage() throws {
    let commands = ["window", "render", "fit", "select", "classify", "sample", "score", "bench"]
    for name in commands { #expect(pages.contains { $0.fileName == "mixture-lab-\(name).1" }, "\(name)") }
    for page in pages {
      #expect(page.text.hasPrefix(".TH MIXTURE\\-LAB") && page.text.contains("2026-01-02"))
      #expect(page.text.contains(MixtureLab.version) && page.text.contains(".SH OPTIONS"))
    }
  }

  /// Options, and their values and defaults, are those of the help.
  @Test func everyOptionOfTheHelpIsOnThePage() throws {
    for page in pages {
      let help = try Program.run(Array(page.words.dropFirst()) + ["--help"]).out
      let plain = page.text.replacing("\\-", with: "-").replacing("\\fB", with: "").replacing("\\fR", with: "")
      let options = help.matches(of: /(?m)^  (?:-k, )?(--[a-z-]+)/).map { String($0.output.1) }
      #expect(!options.isEmpty, "\(page.fileName)")
      for option in options { #expect(plain.contains(option), "\(page.fileName): \(option)") }
    }
    let render = try #require(pages.first { $0.fileName == "mixture-lab-render.1" }).text
    #expect(render.contains("mixture\\-lab render\\fR [FILE] [options] OUT.png"))
    #expect(render.contains("\\fB\\-k\\fR, \\fB\\-\\-components\\fR \\fIcomponents\\fR"))
    #expect(render.contains("(values: light, dark, projector, projector\\-light)"))
  }

  @Test func nothingInATextIsTakenForACommand() {
    #expect(Roff.line(".5 or more") == "\\&.5 or more" && Roff.line("a\\b") == "a\\eb")
    #expect(
      Roff.prose(["One", "two", "", "three", "", "EXIT STATUS", "  0  done", "  1  not"]) == [
        "One", ".br", "two", ".PP", "three", ".SH EXIT STATUS", ".nf", "  0  done", "  1  not", ".fi",
      ])
  }
}
