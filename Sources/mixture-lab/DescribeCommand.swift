import ArgumentParser
import LabCore
import LabFiles
import LabView

/// Writes what the window would show in sentences.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Write what the window would show in sentences: data, model, what happened, what can be done.",
    discussion: "In the window F4 shows the same, and --speak has what is new spoken.")

  @Argument(
    help: ArgumentHelp("A table, a scene or a lesson, if not the example; - is standard input.", valueName: "FILE"),
    completion: .file())
  var file: String?

  @OptionGroup var lab: LabOptions

  @OptionGroup var moment: MomentOptions

  mutating func validate() throws { try lab.check(file: file) }

  func run() throws {
    var settings = LabSettings()
    settings.language = SettingsFile.load(UserFolders()).settings.language
    var state = try lab.state(file: file, settings: settings)
    if moment.areGiven { try state.refuseGuess(in: file) }
    moment.reach(&state)
    moment.settle(&state)
    let font = lab.textSource(for: &state)
    try Console.write(Transcript(state, font: font).text + "\n")
  }
}
