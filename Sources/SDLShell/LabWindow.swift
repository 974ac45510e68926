import CSDL2
import LabCore
import LabView
import Rasterizer

/// Reads a file and says what became of it. It reports how much is read, 0…1, and stops when told `false`; it
/// is called off the main thread.
public typealias FileReader = @Sendable (_ path: String, _ progress: @escaping (Double) -> Bool) -> Answer.Outcome

/// The event loop: events in, frames out. It decides nothing.
public final class LabWindow {
  private var state: LabState
  private let screen: Screen
  private let font: any TextSource
  private let painter: FramePainter
  private let effects: EffectRunner
  private let engines = EngineMemory()
  private var canvas = Canvas(width: 0, height: 0)
  private var isOpen = true
  private var isDirty = true
  private var keyRepeats = false
  private var cursors = Cursors()

  /// A computation with at most this many point–component pairs is over well within a frame.
  private static let quickCost = 300_000
  /// How long quick computations in a row may keep a frame waiting, in seconds.
  private static let effectBudget = 0.008
  /// The shortest time between two frames, in milliseconds: 60 a second.
  private static let frameInterval = 16.0

  /// Opens a window. SDL falls back silently to a driver that shows nothing when there is no display: that is an error
  /// unless such a driver was asked for by name.
  public init(
    state: LabState, font: any TextSource, width: Int, height: Int, readFile: @escaping FileReader
  ) throws(WindowError) {
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0")
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1")
    SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "nearest")
    let wished = SDL_getenv("SDL_VIDEODRIVER").map { String(cString: $0) }
    #if os(Linux)
    // Asking SDL anyway would make the libraries below it complain in their own words.
    let hasDisplay = SDL_getenv("DISPLAY") != nil || SDL_getenv("WAYLAND_DISPLAY") != nil
    guard hasDisplay || wished != nil else { throw .noDisplay }
    // Without this folder there is no Wayland either, but its library would say so.
    if SDL_getenv("XDG_RUNTIME_DIR") == nil { SDL_SetHint(SDL_HINT_VIDEODRIVER, "x11") }
    #endif
    guard SDL_InitSubSystem(SDL_INIT_VIDEO) == 0 else { throw .noDisplay }
    let driver = SDL_GetCurrentVideoDriver().map { String(cString: $0) } ?? ""
    guard !["offscreen", "dummy"].contains(driver) || wished == driver else { throw .noDisplay }
    screen = try Screen(title: "Mixture Lab", width: width, height: height)
    self.state = state
    self.font = font
    effects = EffectRunner(engines: engines, readFile: readFile)
    painter = FramePainter(font: font, engines: engines)
    SDL_EventState(SDL_DROPFILE.rawValue, SDL_ENABLE)
    SDL_StartTextInput()
  }

  deinit { SDL_QuitSubSystem(SDL_INIT_VIDEO) }

  /// Shows what the window opens with, for whoever wants to know how long that takes.
  public func showFirstFrame() {
    reportSize()
    handleEvents()
    draw()
  }

  /// Runs until the window is closed. At rest it sleeps until an event comes.
  public func run() {
    reportSize()
    var lastFrame = -LabWindow.frameInterval
    while isOpen {
      handleEvents()
      state.apply(.tick(seconds))
      for answer in effects.takeAnswers() { apply(.answer(answer)) }
      perform()
      if isDirty {
        draw()
        lastFrame = milliseconds
      }
      sleep(since: lastFrame)
    }
  }

  private var milliseconds: Double {
    Double(SDL_GetPerformanceCounter()) / Double(SDL_GetPerformanceFrequency()) * 1000
  }
  private var seconds: Double { milliseconds / 1000 }

  private func apply(_ command: Command) {
    state.apply(command)
    isDirty = true
  }

  // MARK: - Events

  private func handleEvents() {
    var event = SDL_Event()
    while SDL_PollEvent(&event) != 0 { handle(event) }
    reconcileButtons()
  }

  private func handle(_ event: SDL_Event) {
    switch SDL_EventType(event.type) {
    case SDL_WINDOWEVENT:
      switch SDL_WindowEventID(UInt32(event.window.event)) {
      case SDL_WINDOWEVENT_SIZE_CHANGED, SDL_WINDOWEVENT_DISPLAY_CHANGED: reportSize()
      case SDL_WINDOWEVENT_EXPOSED: isDirty = true
      default: break
      }
    case SDL_RENDER_DEVICE_RESET, SDL_RENDER_TARGETS_RESET:
      screen.forgetTexture()
      isDirty = true
    default: break
    }
    guard let input = SDLEvents.translate(event, ratio: state.interface.pixelRatio, repeats: &keyRepeats) else {
      return
    }
    state.apply(.tick(seconds))
    send(input)
  }

  private func send(_ input: InputEvent) {
    for command in InputTranslation.commands(input, state, font: font) { apply(command) }
    isDirty = true
  }

  private func reportSize() {
    let size = screen.size
    send(.resized(width: size.width, height: size.height, pixelRatio: size.ratio))
  }

  /// A release can be lost, outside the window or to another program: no button down means no drag.
  private func reconcileButtons() {
    guard state.interface.drag != nil || state.interface.pressed != nil else { return }
    var x: Int32 = 0
    var y: Int32 = 0
    if SDL_GetGlobalMouseState(&x, &y) == 0, SDL_GetMouseState(nil, nil) == 0 { send(.focusLost) }
  }

  // MARK: - Effects

  /// Performs what the state asks for: computations at once while they are quick, and everything slow off this thread.
  private func perform() {
    let deadline = seconds + LabWindow.effectBudget
    effects.giveUp(allBut: state.effects)
    while let effect = state.effects.first(where: isQuick), seconds < deadline { performNow(effect) }
    for effect in state.effects where !isQuick(effect) { performElsewhere(effect) }
  }

  private func isQuick(_ effect: Effect) -> Bool {
    switch effect.task {
    case .compute(let computation): computation.cost <= LabWindow.quickCost
    case .search, .readFile: false
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
    case .search, .readFile: performElsewhere(effect)
    }
  }

  private func performElsewhere(_ effect: Effect) {
    switch effect.task {
    case .compute(let computation): effects.compute(computation, effect.ticket)
    case .search(let request): effects.search(request, effect.ticket)
    case .readFile(let path): effects.read(path, effect.ticket)
    case .toggleFullScreen, .quit: performNow(effect)
    }
  }

  // MARK: - Frames

  private func draw() {
    let size = (state.interface.width, state.interface.height)
    if (canvas.width, canvas.height) != size { canvas = Canvas(width: size.0, height: size.1) }
    var frame = Canvas(width: 0, height: 0)
    swap(&frame, &canvas)
    canvas = painter.draw(state, into: frame)
    screen.present(canvas.bitmap)
    cursors.show(InputTranslation.cursor(state, font: font))
    isDirty = false
  }

  /// Sleeps until something happens or the state changes by itself.
  private func sleep(since lastFrame: Double) {
    guard isOpen, !isDirty else { return }
    guard let next = state.effects.contains(where: isQuick) ? state.now : state.nextChange else {
      SDL_WaitEvent(nil)
      return
    }
    let untilChange = (next - seconds) * 1000
    let untilFrame = lastFrame + LabWindow.frameInterval - milliseconds
    let wait = min(max(untilChange, untilFrame, 0), 1000)
    let woken = SDL_WaitEventTimeout(nil, Int32(wait.rounded(.up))) != 0
    if !woken { isDirty = true }
  }
}
