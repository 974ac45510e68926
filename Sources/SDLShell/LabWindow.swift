import CSDL2
import Glibc
import LabCore
import LabView
import Rasterizer

/// Reads a file and says what became of it. It reports how much is read, 0…1, and stops when told `false`; it
/// is called off the main thread.
public typealias FileReader = @Sendable (_ path: String, _ progress: @escaping (Double) -> Bool) -> Answer.Outcome

/// What the window does with files. All of it is called off the main thread.
public struct WindowFiles: Sendable {
  let read: FileReader
  let save: @Sendable (_ scene: LabScene, _ path: String, _ condition: SaveCondition) -> Answer.Outcome
  let saveLesson: @Sendable (_ lesson: Lesson, _ path: String, _ condition: SaveCondition) -> Answer.Outcome
  /// Writes what was taken out of the lab, telling how far it has come; stops when told `false`, and nothing is written.
  let export: @Sendable (_ request: ExportRequest, _ progress: @escaping (ExportProgress) -> Bool) -> Answer.Outcome
  /// What a folder holds.
  let list: @Sendable (_ path: String) -> Answer.Outcome
  /// Reads a table as somebody said.
  let readTable:
    @Sendable (_ path: String, _ reading: TableReading, _ progress: @escaping (Double) -> Bool) -> Answer.Outcome
  /// What has become of files that were open lately.
  let recent: @Sendable (_ paths: [String]) -> Answer.Outcome
  /// What a file holds; nil once `goesOn` says no.
  let preview: @Sendable (_ path: String, _ reading: TableReading, _ goesOn: () -> Bool) -> Answer.Outcome?
  /// Does again what was handed in, telling how far it has come; stops when told `false`.
  let grade: @Sendable (_ request: HandInRequest, _ progress: @escaping (Int, Int) -> Bool) -> Answer.Outcome
  /// Keeps settings that have changed; it comes back at once.
  let keep: (@Sendable (LabSettings) -> Void)?

  public init(
    read: @escaping FileReader,
    save: @escaping @Sendable (LabScene, String, SaveCondition) -> Answer.Outcome = { _, path, _ in
      .notSaved(.other(path))
    },
    saveLesson: @escaping @Sendable (Lesson, String, SaveCondition) -> Answer.Outcome = { _, path, _ in
      .notSaved(.other(path))
    },
    export: @escaping @Sendable (ExportRequest, @escaping (ExportProgress) -> Bool) -> Answer.Outcome = { request, _ in
      .notExported(.other(request.path))
    },
    list: @escaping @Sendable (String) -> Answer.Outcome = { .notListed(.missing(path: $0)) },
    readTable: (@Sendable (String, TableReading, @escaping (Double) -> Bool) -> Answer.Outcome)? = nil,
    recent: @escaping @Sendable ([String]) -> Answer.Outcome = { _ in .notListed(.missing(path: "")) },
    preview: @escaping @Sendable (String, TableReading, () -> Bool) -> Answer.Outcome? = { path, _, _ in
      .previewed(FilePreview(.problem(.missing(path: path))))
    },
    grade: @escaping @Sendable (HandInRequest, @escaping (Int, Int) -> Bool) -> Answer.Outcome = { _, _ in
      .gradedHandIns(nil)
    },
    keep: (@Sendable (LabSettings) -> Void)? = nil
  ) {
    self.readTable = readTable ?? { path, _, progress in read(path, progress) }
    self.recent = recent
    self.preview = preview
    self.grade = grade
    self.keep = keep
    self.export = export
    self.read = read
    self.save = save
    self.saveLesson = saveLesson
    self.list = list
  }
}

/// The event loop: events in, frames out. It decides nothing.
public final class LabWindow {
  /// What is shown, or was when the window closed.
  public private(set) var state: LabState
  private let screen: Screen
  private let font: any TextSource
  private let painter: FramePainter
  private let effects: EffectRunner
  private let files: WindowFiles
  private let engines = EngineMemory()
  private let sessions = SessionKeeper()
  private var isOpen = true
  private var isDirty = true
  /// When SDL was last asked for events, in seconds.
  private var askedAt = 0.0
  private var keyRepeats = false
  private var pace = FramePace()
  private var cursors = Cursors()
  private var touch = Touch()
  private let tones = Tones()
  private let termination: Termination
  private var idle: (watch: IdleWatch, what: WhenIdle)?
  /// What is shown before class, and when that begins.
  private var attracts: IdleWatch?
  private var attraction: Attraction?
  /// Until when keys belong to the press that ended it.
  private var deafUntil = -Double.infinity
  /// Whether the screen may go dark while nobody touches anything; nil before it was said.
  private var maySleep: Bool?
  private let speaker = Speaker()
  /// What was on the screen when it was last listened to; nil while nobody listens.
  private var heard: SpokenScreen?
  /// The settings as they were kept last, once the window has its size.
  private var kept: LabSettings?

  /// Called after each frame, for whoever wants to time them.
  public var onPresent: ((FrameTiming) -> Void)?
  /// Called after each command, once it is written down and before it is drawn, for whoever wants to follow and perhaps
  /// say something.
  public var onCommand: ((Command, inout LabState) -> Void)?
  /// Whether input is pretended: what the mouse's own buttons do then says nothing about a drag.
  public var isPretending = false

  /// A computation with at most this many point–component pairs is over well within a frame.
  private static let quickCost = 300_000
  /// How long what is being written may keep the window from closing, in seconds.
  private static let patience = 5.0
  /// How long quick computations in a row may keep a frame waiting, in seconds.
  private static let effectBudget = 0.008

  /// Opens a window of this size, or as large as fits the display.
  public init(
    state: LabState, font: any TextSource, width: Int, height: Int, files: WindowFiles
  ) throws(WindowError) {
    let video = try Video()
    termination = .shared
    let size = video.fitting(width: width, height: height)
    screen = try Screen(title: "Mixture Lab", width: size.width, height: size.height, on: video)
    self.state = state
    self.font = font
    self.files = files
    effects = EffectRunner(engines: engines, readFile: files.read)
    painter = FramePainter(font: font, engines: engines)
    SDL_EventState(SDL_DROPFILE.rawValue, SDL_ENABLE)
    SDL_StartTextInput()
  }

  /// Writes down all that happens from now on. To be called before `run`.
  ///
  /// - Parameter beginning: makes the sink, whose session begins with these entries.
  public func record<Problem: Error>(
    to beginning: (_ entries: [SessionEntry]) throws(Problem) -> SessionSink
  ) throws(Problem) {
    sessions.add(try beginning(SessionLog.beginning(state)), at: state)
  }

  /// Fills the screen from the beginning.
  public func fillScreen() { if !screen.isFullScreen { screen.toggleFullScreen() } }

  /// Has something happen where nobody touches anything. To be called before `run`.
  public func whenIdle(_ what: WhenIdle) { idle = (IdleWatch(after: what.seconds, at: seconds), what) }

  private func beginAnewIfIdle() {
    guard idle?.watch.isDue(at: seconds) == true, let what = idle?.what else { return }
    for command in what.commands(state) { apply(command) }
  }

  /// Shows the examples, one after another, where nobody touches anything for so many seconds. To be called before `run`.
  public func attract(after seconds: Double) { attracts = IdleWatch(after: seconds, at: self.seconds) }

  private func followAttraction() {
    let time = seconds
    if attraction == nil {
      let isBusy = state.playback.isRunning || state.interface.overlay != nil
      guard attracts?.isDue(at: time, unless: isBusy) == true else { return }
      attraction = Attraction(besides: state, at: time)
      isDirty = true
    }
    guard let due = attraction?.nextChange, due <= time else { return }
    attraction?.tick(time)
    isDirty = true
  }

  /// A key or a click brings back what was there, and does nothing else; whatever else comes is nothing to it.
  private func endsAttraction(_ input: InputEvent) -> Bool {
    switch input {
    case .resized(let width, let height, let ratio):
      attraction?.resize(width: width, height: height, pixelRatio: ratio)
      return false
    case .closeRequested, .fileDropped:
      attraction = nil
      return false
    case .key, .buttonDown:
      if attraction != nil { deafUntil = seconds + 0.2 }
      attraction = nil
      isDirty = true
      return true
    case .pointerMoved, .pointerLeft, .buttonUp, .wheel, .focusLost: return attraction != nil
    }
  }

  /// Nothing on the screen sleeps while a class looks at it.
  private func keepScreenOn() {
    let may = state.lesson == nil && attraction == nil && !state.interface.isProjector
    guard may != maySleep else { return }
    maySleep = may
    if may { SDL_EnableScreenSaver() } else { SDL_DisableScreenSaver() }
  }

  /// Shows what the window opens with, for whoever wants to know how long that takes.
  public func showFirstFrame() {
    reportSize()
    handleEvents()
    paint()
    show()
  }

  /// Runs until the window is closed. At rest it sleeps until an event comes.
  ///
  /// - Parameters:
  ///   - before: the recent files that are kept already.
  ///   - first: what happens before anything else does.
  public func run(recent before: [String]? = nil, first: [Command] = []) {
    reportSize()
    kept = state.settings
    if let before { kept?.recent = before }
    // The clock counts from the machine's start: what is begun now has begun now.
    tick()
    for command in first { apply(command) }
    idle?.watch.touch(at: seconds)
    attracts?.touch(at: seconds)
    while isOpen {
      handleEvents()
      tick()
      if termination.wasAsked() { leave() }
      beginAnewIfIdle()
      keepScreenOn()
      followAttraction()
      for answer in effects.takeAnswers() { apply(.answer(answer)) }
      keepSettings()
      performQuick()
      tones.follow(state.tone)
      speak()
      sessions.shorten(state)
      if isDirty, pace.isDue(at: seconds) {
        pace.began(at: seconds)
        paint()
        // Only now, so that it does not take processors from the frame.
        performSlow()
        // What moves by itself moves evenly; what answers a hand answers at once.
        if state.playback.isRunning, state.interface.drag == nil {
          pause(pace.evenMoment(finishedAt: seconds) - seconds)
        }
        show()
      } else {
        performSlow()
      }
      sleep()
    }
    keepSettings()
    effects.finish(within: LabWindow.patience)
    sessions.end(state)
  }

  /// The system ends the program. Whoever sits at a kiosk has no say in that: what was to be said first is not waited for.
  private func leave() {
    guard state.isKiosk else { return apply(.shell(.quit)) }
    apply(.shell(.leaveKiosk))
    let said = state.announcement?.notice
    if said == .closingLoses || said == .closingStopsTheExport { apply(.shell(.leaveKiosk)) }
  }

  /// Keeps what has changed. A window that fills the screen says nothing of the size that it has otherwise.
  private func keepSettings() {
    guard let keep = files.keep, let kept else { return }
    var settings = state.settings
    if screen.isFullScreen { (settings.width, settings.height) = (kept.width, kept.height) }
    guard settings != kept else { return }
    self.kept = settings
    keep(settings.changes(since: kept))
  }

  /// Speaks what is new on the screen, for whoever asks for that.
  private func speak() {
    guard state.interface.speaksNews else {
      heard = nil
      return
    }
    guard isDirty || heard == nil else { return }
    let screen = SpokenScreen(state, font: font)
    let news = screen.news(since: heard)
    heard = screen
    guard let news, speaker.say(news, language: state.interface.language) == .missing else { return }
    state.tell(ofSpeech: Speaker.package)
    isDirty = true
  }

  /// The window's clock.
  public static var seconds: Double {
    Double(SDL_GetPerformanceCounter()) / Double(SDL_GetPerformanceFrequency())
  }
  private var seconds: Double { LabWindow.seconds }

  /// Moves the state's clock. What was due on it will be drawn.
  private func tick() {
    let time = seconds
    for input in touch.tick(time) { send(input) }
    if let due = state.nextChange, due <= time { isDirty = true }
    perform(.tick(time))
  }

  private func apply(_ command: Command) {
    perform(command)
    isDirty = true
  }

  private func perform(_ command: Command) {
    sessions.apply(command, to: &state)
    onCommand?(command, &state)
  }

  // MARK: - Events

  private func handleEvents() {
    askedAt = seconds
    var event = SDL_Event()
    var motion: SDL_Event?
    while SDL_PollEvent(&event) != 0 {
      // Of many motions in a row the last one counts: a mouse may tell of a thousand a second.
      if SDL_EventType(event.type) == SDL_MOUSEMOTION {
        motion = event
      } else {
        if let passed = motion { handle(passed) }
        motion = nil
        handle(event)
      }
    }
    if let motion { handle(motion) }
    reconcileButtons()
  }

  private func handle(_ event: SDL_Event) {
    switch SDL_EventType(event.type) {
    case SDL_WINDOWEVENT:
      switch SDL_WindowEventID(UInt32(event.window.event)) {
      case SDL_WINDOWEVENT_SIZE_CHANGED, SDL_WINDOWEVENT_DISPLAY_CHANGED: reportSize()
      case SDL_WINDOWEVENT_EXPOSED:
        screen.forget()
        isDirty = true
      default: break
      }
    case SDL_RENDER_DEVICE_RESET, SDL_RENDER_TARGETS_RESET:
      screen.forgetTexture()
      isDirty = true
    default: break
    }
    let (width, height) = (state.interface.width, state.interface.height)
    if let finger = SDLEvents.finger(event, width: width, height: height, time: seconds) {
      tick()
      if !touch.isActive { touch = touch.at(unit: state.interface.pixelRatio) }
      for input in touch.events(finger) { send(input) }
      return
    }
    guard let input = SDLEvents.translate(event, ratio: state.interface.pixelRatio, repeats: &keyRepeats) else {
      return
    }
    tick()
    send(input)
  }

  private func send(_ input: InputEvent) {
    if input.isTouch {
      idle?.watch.touch(at: seconds)
      attracts?.touch(at: seconds)
    }
    if attraction != nil || seconds < deafUntil, endsAttraction(input) { return }
    for command in InputTranslation.commands(input, state, font: font) { apply(command) }
    isDirty = true
  }

  private func reportSize() {
    pace.follow(hertz: screen.picturesPerSecond)
    screen.forget()
    let size = screen.size
    send(.resized(width: size.width, height: size.height, pixelRatio: size.ratio))
  }

  /// A release can be lost, outside the window or to another program: no button down means no drag, but for what the
  /// keyboard holds.
  private func reconcileButtons() {
    guard !isPretending, !touch.isActive, !state.isHeldByKeyboard,
      state.interface.drag != nil || state.interface.pressed != nil
    else {
      return
    }
    // One that is on its way is not lost: SDL may know that the button is up before it hands over the event.
    guard SDL_HasEvent(SDL_MOUSEBUTTONUP.rawValue) == SDL_FALSE else { return }
    var x: Int32 = 0
    var y: Int32 = 0
    if SDL_GetGlobalMouseState(&x, &y) == 0, SDL_GetMouseState(nil, nil) == 0 { send(.focusLost) }
  }

  // MARK: - Effects

  /// Performs what the state asks for and is over at once.
  private func performQuick() {
    let deadline = seconds + LabWindow.effectBudget
    effects.giveUp(allBut: state.effects)
    while let effect = state.effects.first(where: isQuick), seconds < deadline { performNow(effect) }
  }

  /// Everything else, off this thread.
  private func performSlow() {
    for effect in state.effects where !isQuick(effect) { performElsewhere(effect) }
  }

  private func isQuick(_ effect: Effect) -> Bool {
    switch effect.task {
    case .compute(let computation): computation.cost <= LabWindow.quickCost
    case .search, .race, .readFile, .readTable, .saveScene, .saveLesson, .listFolder, .listRecent, .preview, .export,
      .gradeHandIns:
      false
    case .toggleFullScreen, .quit: true
    }
  }

  private func performNow(_ effect: Effect) {
    switch effect.task {
    case .compute(let computation): apply(.answer(Answer(effect.ticket, computation.perform(with: engines))))
    case .toggleFullScreen:
      screen.toggleFullScreen()
      apply(.answer(Answer(effect.ticket, .done)))
    case .quit:
      isOpen = false
      apply(.answer(Answer(effect.ticket, .done)))
    case .search, .race, .readFile, .readTable, .saveScene, .saveLesson, .listFolder, .listRecent, .preview, .export,
      .gradeHandIns:
      performElsewhere(effect)
    }
  }

  private func performElsewhere(_ effect: Effect) {
    switch effect.task {
    case .compute(let computation): effects.compute(computation, effect.ticket)
    case .search(let request): effects.search(request, effect.ticket)
    case .race(let request): effects.race(request, effect.ticket)
    case .readFile(let path): effects.read(path, effect.ticket)
    case .readTable(let path, let reading):
      effects.read(path, effect.ticket) { [files] path, progress in files.readTable(path, reading, progress) }
    case .preview(let path, let reading):
      effects.preview(effect.ticket) { [files] goesOn in files.preview(path, reading, goesOn) }
    case .listRecent(let paths): effects.perform(effect.ticket) { [files] in files.recent(paths) }
    case .saveScene(let scene, let path, let condition):
      effects.perform(effect.ticket, isWriting: true) { [files] in files.save(scene, path, condition) }
    case .saveLesson(let lesson, let path, let condition):
      effects.perform(effect.ticket, isWriting: true) { [files] in files.saveLesson(lesson, path, condition) }
    case .listFolder(let path): effects.perform(effect.ticket) { [files] in files.list(path) }
    case .gradeHandIns(let request): effects.grade(request, effect.ticket, files.grade)
    case .export(let request): effects.export(request, effect.ticket, files.export)
    case .toggleFullScreen, .quit: performNow(effect)
    }
  }

  // MARK: - Frames

  private func paint() {
    painter.update(attraction?.lab ?? state)
    isDirty = false
  }

  private func show() {
    pace.isShown(at: seconds)
    screen.present(painter.picture, changes: painter.takeChanges())
    onPresent?(FrameTiming(inputUntil: askedAt, presented: seconds))
    cursors.show(InputTranslation.cursor(state, font: font))
  }

  /// Sleeps until something happens or the state changes by itself.
  private func sleep() {
    guard isOpen, !state.effects.contains(where: isQuick) else { return }
    // With a frame to draw only the beat is waited for. What happens until then is handled with it.
    if isDirty { return pause(pace.next - seconds) }
    let moments = [
      state.nextChange, touch.nextChange, idle?.watch.due, attracts?.due, attraction?.nextChange,
    ]
    guard let next = moments.compactMap(\.self).min() else {
      SDL_WaitEvent(nil)
      return
    }
    let wait = min(max(next, pace.next) - seconds, 1)
    // SDL counts whole milliseconds, in which an event wakes it. What is left of the last one is slept through: rounded up
    // it would make every frame late.
    if wait >= 0.001 { SDL_WaitEventTimeout(nil, Int32(wait * 1000)) } else { pause(wait) }
  }

  private func pause(_ seconds: Double) {
    if seconds > 0 { usleep(UInt32(seconds * 1e6)) }
  }
}
