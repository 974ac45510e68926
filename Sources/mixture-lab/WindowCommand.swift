import ArgumentParser
import LabCore
import SDLShell

/// Opens the window. What the program does when no other command is named.
struct WindowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "window",
    abstract: "Open the window: click a data set together, place the means, press Space. The default.",
    discussion: "F1 in the window shows every key and gesture.")

  @Argument(
    help: ArgumentHelp("A table or a scene to open instead of the example.", valueName: "FILE"), completion: .file())
  var file: String?

  @OptionGroup var lab: LabOptions

  /// For `bench startup`: says when the first frame was shown, and ends.
  @Flag(help: .hidden)
  var untilFirstFrame = false

  mutating func validate() throws { try lab.check(file: file) }

  func run() throws {
    let usual = try lab.state(file: file)
    // Who only wants to know how long a start takes leaves nothing behind.
    let journal = untilFirstFrame ? nil : WindowJournal()
    let state = journal?.begin(usual, isAskedFor: file != nil || lab.mystery != nil) ?? usual
    do {
      let window = try LabWindow(
        state: state, font: lab.textSource(), width: state.interface.width, height: state.interface.height,
        files: WindowFiles(
          read: LabData.open(_:progress:), save: SceneStore.save,
          export: { [font = lab.font] in ExportStore.export($0, font: font, progress: $1) }, list: SceneStore.list))
      if untilFirstFrame {
        window.showFirstFrame()
        return try Console.write("\(Milliseconds.now)\n")
      }
      if let journal { window.onCommand = { journal.take($0, $1, &$2) } }
      window.run()
      journal?.close(window.state)
    } catch let error as WindowError {
      throw Failure(error.description, status: 2)
    }
  }
}
