import ArgumentParser
import LabCore
import LabFiles
import SDLShell

/// Opens the window. What the program does when no other command is named.
struct WindowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "window",
    abstract: "Open the window: click a data set together, place the means, press Space. The default.",
    discussion: "F1 in the window shows every key and gesture.")

  @Argument(
    help: ArgumentHelp("A table, a scene or a lesson to open instead of the example.", valueName: "FILE"),
    completion: .file())
  var file: String?

  @OptionGroup var lab: LabOptions

  @Option(
    help: ArgumentHelp(
      "Write down all that happens, for 'mixture-lab replay'. An older recording of that name is replaced.",
      valueName: "FILE.session"), completion: .file())
  var record: String?

  @Flag(inversion: .prefixedNo, help: "A half-step is on show at once, without a passage to it.")
  var reducedMotion: Bool?

  @Flag(inversion: .prefixedNo, help: "Half-steps are heard: the tone rises with the log-likelihood.")
  var sounds: Bool?

  @Flag(inversion: .prefixedNo, help: "What is new on the screen is spoken, where speech-dispatcher is installed.")
  var speak: Bool?

  /// For `bench startup`: says when the first frame was shown, and ends.
  @Flag(help: .hidden)
  var untilFirstFrame = false

  mutating func validate() throws { try lab.check(file: file) }

  func run() throws {
    let recording = try record.map { try OutputFile($0, .session, inputs: lab.inputs(file)) }
    let folders = UserFolders()
    // A start that is only timed says nothing of what a user wants, and leaves nothing behind.
    let (settings, problems) = untilFirstFrame ? (LabSettings(), []) : SettingsFile.load(folders)
    var usual = try lab.state(file: file, settings: settings, beginsLesson: false)
    if let reducedMotion { usual.apply(.interface(.set(.reducesMotion(reducedMotion)))) }
    if let sounds { usual.apply(.interface(.set(.soundsSteps(sounds)))) }
    if let speak { usual.apply(.interface(.set(.speaksNews(speak)))) }
    let first = try lab.lessonCommands(file: file, usual)
    let journal = untilFirstFrame ? nil : WindowJournal()
    var state = journal?.begin(usual, isAskedFor: file != nil || lab.mystery != nil || lab.startLesson != nil) ?? usual
    for problem in problems {
      Console.note(problem.description)
      state.tell(ofSettings: problem.path, field: problem.field)
    }
    let font = lab.textSource(for: &state, tells: true)
    // What was said at the start is not said again at the end.
    let wasSaid = !problems.isEmpty
    let keeper = SettingsKeeper(folders) { if !wasSaid { Console.note($0) } }
    let keep: @Sendable (LabSettings) -> Void = { changes in
      var changes = changes
      changes.recent = changes.recent.map(SceneStore.whole)
      keeper.keep(changes)
    }
    do {
      let window = try LabWindow(
        state: state, font: font, width: state.interface.width, height: state.interface.height,
        files: WindowFiles(
          read: LabData.open(_:progress:), save: SceneStore.save,
          export: { [font = lab.font] in ExportStore.export($0, font: font, progress: $1) }, list: SceneStore.list,
          readTable: { LabData.open($0, $1, progress: $2) }, recent: SceneStore.recent, preview: SceneStore.preview,
          keep: untilFirstFrame ? nil : keep))
      if untilFirstFrame {
        window.showFirstFrame()
        return try Console.write("\(Milliseconds.now)\n")
      }
      if let recording {
        try window.record { entries throws(FileError) in try Recording.sink(recording.path, entries) }
      }
      if let journal {
        window.record { journal.sink($0) }
        window.onCommand = { journal.follow($0, &$1) }
      }
      window.run(recent: settings.recent, first: first)
      keeper.finish()
      journal?.close(window.state)
    } catch let error as WindowError {
      journal?.giveUp()
      throw Failure(error.description, status: 2)
    }
  }
}
