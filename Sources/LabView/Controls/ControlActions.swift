import LabCore

/// What pressing a control does.
enum ControlActions {
  static func commands(_ control: Control, _ state: LabState) -> [Command] {
    guard state.isEnabled(control) else { return [] }
    let components = state.document.runs.shown.model.componentCount
    switch control {
    case .dataMenu: return [.interface(.toggleOverlay(.dataMenu))]
    case .restart: return [.run(.restart)]
    case .back: return [.run(.stepBack)]
    case .play: return [.run(.togglePlay)]
    case .next: return [.run(.stepForward)]
    case .end: return [.run(.runToConvergence)]
    case .slower: return state.playback.speed.slower.map { [.run(.setSpeed($0))] } ?? []
    case .faster: return state.playback.speed.faster.map { [.run(.setSpeed($0))] } ?? []
    case .projector: return [.interface(.toggleProjector)]
    case .help: return [.interface(.toggleOverlay(.help))]
    case .tool(let tool): return [.view(.chooseTool(tool))]
    case .undo: return [.edit(.undo)]
    case .redo: return [.edit(.redo)]
    case .fit: return [.view(.fit)]
    case .fewer: return [.start(.setComponentCount(components - 1))]
    case .more: return [.start(.setComponentCount(components + 1))]
    case .menuItem(let index): return state.menu.indices.contains(index) ? [open(state.menu[index])] : []
    case .announcementUndo: return [.edit(.undo)]
    case .announcementClose: return [.interface(.closeAnnouncement)]
    case .cancelLoading: return [.shell(.cancelLoading)]
    case .closePage: return [.interface(.showPage(.run))]
    case .page(let page): return [.interface(.showPage(page))]
    case .option(let change): return [.option(.set(change))]
    case .seedField: return [state.interface.seedDraft == nil ? .option(.beginSeedEntry) : .option(.commitSeed)]
    case .search: return [state.search.isRunning ? .search(.cancel) : .search(.start)]
    case .searchFamily(let family): return [.search(.toggleFamily(family))]
    case .candidate(let index): return [.search(.adopt(index))]
    }
  }

  private static func open(_ entry: MenuEntry) -> Command {
    switch entry {
    case .example(let example): .edit(.openExample(example))
    case .file(let path, _): .shell(.openFile(path: path))
    }
  }
}
