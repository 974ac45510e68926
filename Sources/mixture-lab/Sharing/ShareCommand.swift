import ArgumentParser
import FoundationEssentials
import LabFiles

/// Writes what an installed program has in its `share` folder and can make by itself: icons, manual pages and what
/// shells complete. The packages are made with it.
struct ShareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "share", abstract: "Write icons, manual pages and completions into a share folder.",
    shouldDisplay: false)

  @Argument(help: "The folder; what is missing is made.", completion: .directory)
  var folder: String

  @Option(help: ArgumentHelp("The date on the manual pages.", valueName: "yyyy-mm-dd"))
  var date: String

  func run() throws {
    for page in ManualPage.all(date: date) { try AtomicFile.write(page.text, to: path("man/man1", page.fileName)) }
    let icons = "icons/hicolor"
    for size in AppIcon.sizes {
      let file = try path("\(icons)/\(size)x\(size)/apps", "mixture-lab.png")
      try PNGFile.write(AppIcon(size: size).draw(), to: file)
    }
    try AtomicFile.write(AppIcon(size: 128).svg, to: path("\(icons)/scalable/apps", "mixture-lab.svg"))
    for (shell, folder, name) in [
      (CompletionShell.bash, "bash-completion/completions", "mixture-lab"),
      (.zsh, "zsh/vendor-completions", "_mixture-lab"), (.fish, "fish/vendor_completions.d", "mixture-lab.fish"),
    ] {
      // Shells read these files and never run them: no line that names an interpreter.
      let script = MixtureLab.completionScript(for: shell).trimmingPrefix(/#!.*\n/)
      try AtomicFile.write(script + "\n", to: path(folder, name))
    }
  }

  /// A file of the folder; the folders on the way are made.
  private func path(_ place: String, _ name: String) throws -> String {
    do {
      try FileManager.default.createDirectory(atPath: "\(folder)/\(place)", withIntermediateDirectories: true)
    } catch {
      throw Failure("the folder \(folder)/\(place) cannot be made; choose another")
    }
    return "\(folder)/\(place)/\(name)"
  }
}
