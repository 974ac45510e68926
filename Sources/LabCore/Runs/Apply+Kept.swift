import GaussianMixtures

/// Going back to runs that were tried before, naming and forgetting them.
extension LabState {
  mutating func applyKept(_ command: Command.Kept) {
    switch command {
    case .show(let number): showKept(number)
    case .delete(let number):
      guard document.runs.earlier.contains(where: { $0.number == number }) else { return }
      edit { $0.document.runs.delete(numbered: number) }
    case .beginNaming(let number):
      guard document.runs.run(numbered: number) != nil else { return }
      interface.nameDraft = NameDraft(run: number, text: document.runs.names[number] ?? "")
    case .typeName(let text):
      guard let draft = interface.nameDraft else { return }
      interface.nameDraft?.text = String((draft.text + text.printable).prefix(NameDraft.limit))
    case .eraseName:
      guard let draft = interface.nameDraft else { return }
      interface.nameDraft?.text = String(draft.text.dropLast())
    case .commitName:
      guard let draft = interface.nameDraft else { return }
      interface.nameDraft = nil
      guard document.runs.run(numbered: draft.run) != nil, draft.text != document.runs.names[draft.run] ?? "" else {
        return
      }
      edit { $0.document.runs.name(draft.run, draft.text) }
    }
  }

  /// Puts a kept run of the active lane on show again. Its start is the start from now on, also of lanes that begin with
  /// it.
  private mutating func showKept(_ number: Int) {
    guard let run = document.runs.earlier.first(where: { $0.number == number })?.run else { return }
    playback.mode = .paused
    edit { state in
      let active = state.document.active
      state.document.runs.show(numbered: number)
      state.document.lanes[active].takeStart(of: run)
      // What goes on goes on under the present settings; what has ended stays as it ended.
      var settings = run.options
      settings.maximumIterations = state.document.options.maximumIterations
      if run.end == nil, settings != state.document.options { state.resumeRun() }
      for lane in state.document.lanes.indices where state.document.startsTogether && lane != active {
        state.document.lanes[lane].takeStart(of: state.document.lanes[active])
        state.document.lanes[lane].runs.begin(state.document.lanes[lane].freshRun())
      }
      state.startChanged()
    }
  }
}

/// A name that is being typed for a run.
public struct NameDraft: Sendable, Equatable {
  public static let limit = 24

  public let run: Int
  public internal(set) var text: String
}
