import LabCore
import LabFiles
import SDLShell

/// How a window is in a computer room: what the command line says, over what the user and the administrator set.
struct LabRoom {
  let isKiosk: Bool
  let folder: ClassFolder
  /// What was set and cannot be: a folder of another machine that is not there is no reason not to open.
  let problem: String?
  /// In minutes.
  let resetAfter: Double?
  let attractAfter: Double?

  /// - Parameters:
  ///   - options: those of the command line.
  ///   - settings: what was set otherwise.
  init(_ options: LabRoomOptions, _ settings: LabSettings) throws {
    isKiosk = options.kiosk ?? settings.kiosk ?? false
    do {
      folder = try ClassFolder(options.classFolder ?? settings.classFolder, isOnlyOne: isKiosk)
      problem = nil
    } catch {
      guard options.classFolder == nil, let named = settings.classFolder else { throw error }
      folder = try ClassFolder(nil, isOnlyOne: isKiosk)
      problem = "its classFolder '\(named.forOneLine())' is no folder"
    }
    resetAfter = options.resetAfter ?? settings.resetAfter
    attractAfter = options.attract
  }

  /// Refuses files that were named at the start, where the window keeps to the class folder and they lie elsewhere.
  func check(_ files: [String?]) throws {
    for file in files.compactMap({ $0 }) where file != "-" {
      guard let refusal = folder.refusal(of: SceneStore.whole(file)) else { continue }
      throw Failure("'\(file)' is left alone: \(refusal)")
    }
  }

  /// What happens once nobody has touched anything for so long: the window begins anew.
  ///
  /// - Parameters:
  ///   - usual: what it began with.
  ///   - first: how it began a lesson or a file.
  func whenIdle(_ usual: LabState, file: String?, first: [Command]) -> WhenIdle? {
    resetAfter.map { minutes in
      WhenIdle(after: 60 * minutes) { state in
        Self.beginning(anew: state, as: usual, file: file, first: first)
      }
    }
  }

  /// The commands that lead from a state to what the window began with.
  static func beginning(anew state: LabState, as usual: LabState, file: String?, first: [Command])
    -> [Command]
  {
    var state = state
    var commands: [Command] = []
    func perform(_ command: Command) {
      commands.append(command)
      state.apply(command)
    }
    /// Whatever lies open: a field that is written in closes before its page does, and a text before what it tells of.
    func closeAll() {
      for _ in 0..<8 where state.interface.isOpenBeyond(usual.interface) { perform(.interface(.dismiss)) }
    }
    perform(.shell(.cancelLoading))
    closeAll()
    if state.recording != nil { perform(.lesson(.record(.leave))) }
    if state.lesson != nil { perform(.lesson(.leave)) }
    // Leaving one keeps its place.
    for name in state.lessons.progress.keys.sorted() { perform(.lesson(.forget(name: name))) }
    closeAll()
    if state.interface.isProjector != usual.interface.isProjector { perform(.interface(.toggleProjector)) }
    for change: SettingChange in [
      .language(usual.interface.language), .textScale(usual.interface.textScale), .theme(usual.interface.theme),
      .projectorTheme(usual.interface.projectorTheme),
    ] {
      perform(.interface(.set(change)))
    }
    if state.document.guess != nil { perform(.guess(.toggle)) }
    // A file comes later, and what it takes the place of could be had back.
    perform(.edit(.openExample(.threeClusters)))
    perform(.shell(.forgetWork))
    if let file { perform(.shell(.openFile(path: file))) }
    perform(.interface(.showPage(.run)))
    perform(.view(.setLayers(usual.layers)))
    // Whoever takes the tool that is in hand opens its settings, or closes them.
    if state.tool != usual.tool { perform(.view(.chooseTool(usual.tool))) }
    if state.interface.showsToolSettings { perform(.view(.chooseTool(usual.tool))) }
    perform(.view(.fit))
    return commands + first
  }
}

extension Interface {
  /// Whether something lies over the window that did not at its beginning.
  fileprivate func isOpenBeyond(_ usual: Interface) -> Bool {
    transcriptLine != nil && usual.transcriptLine == nil || overlay != nil && overlay != usual.overlay
  }
}
