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
    help: ArgumentHelp(
      "A table, a scene or a lesson to open instead of the example; several are a list to go through with a clicker.",
      valueName: "FILE"), completion: .file())
  var files: [String] = []
  private var file: String? { files.first }

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
    try checkList()
  }

  /// Several files are gone through one after another; each has to be there when its time comes.
  private func checkList() throws {
    guard files.count > 1 else { return }
    if files.contains("-") {
      throw ValidationError("standard input cannot be gone back to; save it to a file and name that")
    }
    if lab.startLesson != nil || recordLesson != nil {
      throw ValidationError("several files are a list to go through; leave out --start-lesson and --record-lesson")
    }
    for file in files.dropFirst() { _ = try FileReader.head(of: SceneStore.expanded(file)) }
  }

  func run() throws {
    let recording = try record.map { try OutputFile($0, .session, inputs: files + self.lab.inputs(nil)) }
    let lesson = try recordLesson.map { try OutputFile($0, .lesson, inputs: files + self.lab.inputs(nil)) }
    let folders = UserFolders()
    // A start that is only timed says nothing of what a user wants, and leaves nothing behind.
    let (settings, problems) = untilFirstFrame ? (LabSettings(), []) : SettingsFile.load(folders)
    let room = try LabRoom(self.room, settings)
    let lessonFile = self.lab.startLesson.flatMap { LessonLibrary.isFile($0) ? $0 : nil }
    try room.check(files + [self.lab.startFile, self.lab.model, lessonFile, recordLesson, record])
    var lab = self.lab
    var unmet = [room.problem].compactMap(\.self)
    for field in unmet { Console.note("of the settings \(field); correct \(SettingsFile.name)") }
    if file == nil, lab.startLesson == nil, lab.mystery == nil, lesson == nil, let named = settings.startLesson {
      // What was set is no reason not to open.
      do {
        lab.startLesson = try LessonLibrary.lesson(named).name
      } catch {
        Console.note("\(error)")
        unmet.append("its startLesson '\(named.forOneLine())' is no lesson here")
      }
    }
    var usual = try lab.state(file: file, settings: settings, beginsLesson: false)
    if let reducedMotion { usual.apply(.interface(.set(.reducesMotion(reducedMotion)))) }
    if let sounds { usual.apply(.interface(.set(.soundsSteps(sounds)))) }
    if let speak { usual.apply(.interface(.set(.speaksNews(speak)))) }
    var first = try lab.lessonCommands(file: file, usual)
    if files.count > 1 { first.insert(.shell(.prepare(paths: files.map(SceneStore.whole))), at: 0) }
    if let lesson { first.append(.lesson(.record(.begin(file: SceneStore.whole(lesson.path))))) }
    let journal = untilFirstFrame ? nil : WindowJournal()
    var state =
      journal?.begin(usual, isAskedFor: file != nil || lab.mystery != nil || lab.startLesson != nil || lesson != nil)
      ?? usual
    if room.isKiosk { state.becomeKiosk() }
    if room.folder.path != nil { state.useClassFolder() }
    for problem in problems {
      Console.note(problem.description)
      state.tell(ofSettings: problem.path, field: problem.field)
    }
    for field in unmet { state.tell(ofSettings: SettingsFile.name, field: field) }
    let font = lab.textSource(for: &state, tells: true)
    // What was said at the start is not said again at the end.
    let wasSaid = !problems.isEmpty
    let keeper = SettingsKeeper(folders) { if !wasSaid { Console.note($0) } }
    let keep: @Sendable (LabSettings) -> Void = { changes in
      var changes = changes
      changes.recent = changes.recent.map(SceneStore.whole)
      keeper.keep(changes)
    }
    let folder = room.folder
    do {
      let window = try LabWindow(
        state: state, font: font, width: state.interface.width, height: state.interface.height,
        files: WindowFiles(
          read: { folder.read($0, $1) }, save: { folder.save($0, $1, $2) }, saveLesson: { folder.save($0, $1, $2) },
          export: { [font = lab.font] in folder.export($0, font: font, $1) }, list: { folder.list($0) },
          readTable: { folder.readTable($0, $1, $2) }, recent: { folder.recent($0) },
          preview: { folder.preview($0, $1, $2) },
          grade: { HandInStore.grade($0, in: folder, progress: $1) }, keep: untilFirstFrame ? nil : keep))
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
