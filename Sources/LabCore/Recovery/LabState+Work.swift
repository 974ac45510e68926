/// What of a lab would be missed.
extension LabState {
  /// Whether anything was done that a start does not give again at once: the least that is worth offering after a session
  /// was cut off.
  ///
  /// - Parameter usual: what the program begins with.
  public func holdsWork(beyond usual: LabState) -> Bool {
    // As it is once all is computed that it begins with: this state has come that far.
    var start = usual
    start.performPendingWork()
    let scene = scene
    return holdsOwnWork || canRedo || document.guess != nil || scene.search != nil || scene.race != nil
      || !scene.holdsTheSame(as: start.scene)
  }

  /// Whether something was made by hand: points, or a start, a run that was given a name, or a lesson that no file has. The least that is worth
  /// keeping after a session was closed.
  public var holdsOwnWork: Bool {
    document.isEdited || draft.map { !$0.isSaved } ?? false
      || document.lanes.contains { $0.startOrigin == .placed || !$0.runs.names.isEmpty }
  }

  /// Whether a file has the work as it is now.
  public var isSaved: Bool {
    draft.map(\.isSaved) ?? true && savedScenes[document.opened]?.holdsTheSame(as: scene) ?? false
  }

  /// What is there now is what its file has.
  public mutating func regardAsSaved() { if file != nil { savedScenes[document.opened] = scene } }

  /// Where the file of the work is. Its path may have been said from a folder where nobody is any more.
  public mutating func find(file path: String) { file = file.map { SceneReference(path: path, stamp: $0.stamp) } }

  /// The state before other data were opened in place of its own.
  ///
  /// - Parameter opened: what names the data that were there.
  public func beforeOpening(insteadOf opened: OpenedData) -> LabState? {
    guard document.opened != opened.revision else { return nil }
    var before = self
    // What is played or recorded goes on with the other data. A lesson may begin with more than one edit.
    (before.lesson, before.draft) = (nil, nil)
    while before.canUndo, before.document.opened != opened.revision { before.undo() }
    return before.document.opened == opened.revision ? before : nil
  }

  /// Names the data on show, as they were opened.
  public var opened: OpenedData { OpenedData(revision: document.opened) }
}

/// Names data as they were opened: edits of them keep it.
public struct OpenedData: Sendable, Hashable { let revision: Revision }

extension LabScene {
  /// Whether another scene has the same data and models, however they are looked at.
  public func holdsTheSame(as other: LabScene) -> Bool { data == other.data && lanes == other.lanes }
}
