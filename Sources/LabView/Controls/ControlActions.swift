import LabCore

/// What pressing a control does.
enum ControlActions {
  static func commands(_ control: Control, _ state: LabState) -> [Command] {
    guard state.isEnabled(control) else { return [] }
    let components = state.document.timeline.current.model.componentCount
    switch control {
    case .dataMenu: return [.toggleOverlay(.dataMenu)]
    case .restart: return [.restart]
    case .back: return [.stepBack]
    case .play: return [.togglePlay]
    case .next: return [.stepForward]
    case .end: return [.runToConvergence]
    case .slower: return state.playback.speed.slower.map { [.setSpeed($0)] } ?? []
    case .faster: return state.playback.speed.faster.map { [.setSpeed($0)] } ?? []
    case .projector: return [.toggleProjector]
    case .help: return [.toggleOverlay(.help)]
    case .tool(let tool): return [.chooseTool(tool)]
    case .undo: return [.undo]
    case .redo: return [.redo]
    case .fit: return [.fitView]
    case .fewer: return [.setComponentCount(components - 1)]
    case .more: return [.setComponentCount(components + 1)]
    case .menuItem(let index): return [.activateMenuItem(index)]
    case .announcementUndo: return [.undo]
    case .announcementClose: return [.closeAnnouncement]
    case .cancelLoading: return [.cancelLoading]
    case .closePage: return [.showPage(.run)]
    case .page(let page): return [.showPage(page)]
    case .option(let change): return [.setOption(change)]
    case .seedField: return [state.interface.seedDraft == nil ? .beginSeedEntry : .commitSeed]
    case .search: return [state.search.isRunning ? .cancelSearch : .startSearch]
    case .searchFamily(let family): return [.toggleSearchFamily(family)]
    case .candidate(let index): return [.adopt(index)]
    }
  }
}
