import LabCore
import LabFiles
import SDLShell

/// How a window is in a computer room: what the command line says, over what the user and the administrator set.
struct LabRoom {
  let isKiosk: Bool
  let folder: ClassFolder
  /// In minutes.
  let resetAfter: Double?
  let attractAfter: Double?

  /// - Parameters:
  ///   - options: those of the command line.
  ///   - settings: what was set otherwise.
  init(_ options: LabRoomOptions, _ settings: LabSettings) throws {
    isKiosk = options.kiosk ?? settings.kiosk ?? false
    folder = try ClassFolder(options.classFolder ?? settings.classFolder, isOnlyOne: isKiosk)
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
    var commands: [Command] = [.shell(.cancelLoading)]
    if state.recording != nil { commands.append(.lesson(.record(.leave))) }
    if state.lesson != nil { commands.append(.lesson(.leave)) }
    // Leaving one keeps its place.
    let begun = Set(state.lessons.progress.keys).union([state.lesson?.lesson.name].compactMap { $0 })
    commands += begun.sorted().map { .lesson(.forget(name: $0)) }
    if state.interface.overlay != nil { commands.append(.interface(.dismiss)) }
    if state.interface.isProjector != usual.interface.isProjector {
      commands.append(.interface(.toggleProjector))
    }
    commands += [
      .interface(.set(.language(usual.interface.language))),
      .interface(.set(.textScale(usual.interface.textScale))),
      .interface(.set(.theme(usual.interface.theme))),
      .interface(.set(.projectorTheme(usual.interface.projectorTheme))),
    ]
    if state.document.guess != nil { commands.append(.guess(.toggle)) }
    // A file comes later, and what it takes the place of could be had back.
    commands += [.edit(.openExample(.threeClusters)), .shell(.forgetWork)]
    if let file { commands.append(.shell(.openFile(path: file))) }
    return commands + [
      .interface(.showPage(.run)), .view(.setLayers(usual.layers)), .view(.chooseTool(usual.tool)), .view(.fit),
    ] + first
  }
}
