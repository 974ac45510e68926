/// Undo and redo, and what one edit is.
extension LabState {
  /// Makes one undoable change. Not for drags, which are one edit from press to release; a drag under way ends before,
  /// so that the history keeps the order in which things happened.
  mutating func edit(_ change: (inout LabState) -> Void) {
    endDrag()
    record(document)
    change(&self)
  }

  /// Remembers the document as it was before an edit. An offer to undo an earlier one is over.
  mutating func record(_ before: Document) {
    history.record(before)
    if announcement?.offersUndo == true { announcement = nil }
  }

  mutating func undo() {
    endDrag()
    if let restored = history.undo(from: document) { restore(restored) }
  }

  mutating func redo() {
    endDrag()
    if let restored = history.redo(from: document) { restore(restored) }
  }

  mutating func restore(_ restored: Document) {
    let shown = document
    document = restored
    keepShownColumns(of: shown)
    // Only now: which part of the plane has all in sight depends on the columns.
    if restored.opened != shown.opened || restored.aspect != shown.aspect { viewport = Viewport.fitting(document) }
    glides = [:]
    if restored.points.revision != shown.points.revision {
      forgetSearch()
      forgetRace()
    }
    passageOrigins = [:]
    if playback.mode == .rushing { playback.mode = .paused }
    announcement = nil
    requestWhatIsMissing()
  }
}
