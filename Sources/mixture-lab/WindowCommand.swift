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

  @OptionGroup var room: LabRoomOptions

  @Option(
    help: ArgumentHelp(
      "Write down all that happens, for 'mixture-lab replay'. An older recording of that name is replaced.",
      valueName: "FILE.session"), completion: .file())
  var record: String?

  @Option(
    help: ArgumentHelp(
      "Record a lesson by doing it: pages, texts, questions. Ctrl S in the window writes it to this file.",
      valueName: "LESSON.json"), completion: .file())
  var recordLesson: String?

  @Flag(inversion: .prefixedNo, help: "A half-step is on show at once, without a passage to it.")
  var reducedMotion: Bool?

  @Flag(inversion: .prefixedNo, help: "Half-steps are heard: the tone rises with the log-likelihood.")
  var sounds: Bool?

  @Flag(inversion: .prefixedNo, help: "What is new on the screen is spoken, where speech-dispatcher is installed.")
  var speak: Bool?

  /// For `bench startup`: says when the first frame was shown, and ends.
  @Flag(help: .hidden)
  var untilFirstFrame = false

  mutating func validate() throws {
    try lab.check(file: file)
    if recordLesson != nil, lab.startLesson != nil {
      throw ValidationError("--start-lesson plays a lesson and --record-lesson makes one; leave out one")
    }
  }

  func run() throws {
    let recording = try record.map { try OutputFile($0, .session, inputs: self.lab.inputs(file)) }
    let lesson = try recordLesson.map { try OutputFile($0, .lesson, inputs: self.lab.inputs(file)) }
    let folders = UserFolders()
    // A start that is only timed says nothing of what a user wants, and leaves nothing behind.
    let (settings, problems) = untilFirstFrame ? (LabSettings(), []) : SettingsFile.load(folders)
    let room = try LabRoom(self.room, settings)
    let lessonFile = self.lab.startLesson.flatMap { LessonLibrary.isFile($0) ? $0 : nil }
    try room.check([file, self.lab.startFile, self.lab.model, lessonFile, recordLesson, record])
    var lab = self.lab
    if file == nil, lab.startLesson == nil, lab.mystery == nil, lesson == nil, let named = settings.startLesson {
      // What was set is no reason not to open.
      do { lab.startLesson = try LessonLibrary.lesson(named).name } catch { Console.note("\(error)") }
    }
    var usual = try lab.state(file: file, settings: settings, beginsLesson: false)
    if let reducedMotion { usual.apply(.interface(.set(.reducesMotion(reducedMotion)))) }
    if let sounds { usual.apply(.interface(.set(.soundsSteps(sounds)))) }
    if let speak { usual.apply(.interface(.set(.speaksNews(speak)))) }
    var first = try lab.lessonCommands(file: file, usual)
    if let lesson { first.append(.lesson(.record(.begin(file: SceneStore.whole(lesson.path))))) }
    let journal = untilFirstFrame ? nil : WindowJournal()
    var state =
      journal?.begin(usual, isAskedFor: file != nil || lab.mystery != nil || lab.startLesson != nil || lesson != nil)
      ?? usual
    if room.isKiosk { state.becomeKiosk() }
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
    let files = room.folder
    do {
      let window = try LabWindow(
        state: state, font: font, width: state.interface.width, height: state.interface.height,
        files: WindowFiles(
          read: { files.read($0, $1) }, save: { files.save($0, $1, $2) }, saveLesson: { files.save($0, $1, $2) },
          export: { [font = lab.font] in files.export($0, font: font, $1) }, list: { files.list($0) },
          readTable: { files.readTable($0, $1, $2) }, recent: { files.recent($0) },
          preview: { files.preview($0, $1, $2) },
          grade: { HandInStore.grade($0, progress: $1) }, keep: untilFirstFrame ? nil : keep))
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
      if room.isKiosk { window.fillScreen() }
      let file = file.flatMap { $0 == "-" ? nil : SceneStore.whole($0) }
      if let idle = room.whenIdle(usual, file: file, first: first) { window.whenIdle(idle) }
      if let minutes = room.attractAfter { window.attract(after: 60 * minutes) }
      window.run(recent: settings.recent, first: first)
      keeper.finish()
      journal?.close(window.state)
    } catch let error as WindowError {
      journal?.giveUp()
      throw Failure(error.description, status: 2)
    }
  }
}
