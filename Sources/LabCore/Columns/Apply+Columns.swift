extension LabState {
  mutating func applyColumns(_ command: Command.Columns) {
    guard let choice = document.points.choice else { return }
    switch command {
    case .show(let pair): show(pair)
    case .toggle(let column):
      guard document.columnNames.indices.contains(column) else { return }
      guard let other = choice.toggling(column) else { return announce(.lastColumns) }
      choose(other)
    case .setStandardized(let isOn):
      guard isOn != choice.isStandardized else { return }
      var other = choice
      other.isStandardized = isOn
      choose(other)
    }
  }

  private mutating func show(_ pair: ColumnPair) {
    guard let choice = document.points.choice, choice.canShow(pair), pair != choice.shown else { return }
    endDrag()
    document.points.show(pair)
    viewChanged()
  }

  /// The model of other columns is another model: it begins anew.
  private mutating func choose(_ choice: ColumnChoice) {
    edit { state in
      state.playback.mode = .paused
      state.forgetSearch()
      state.forgetRace()
      state.document.points.choose(choice, revision: state.nextRevision())
      state.begin()
    }
  }

  /// The axes are others: what was said of places on them is over.
  private mutating func viewChanged() {
    selection = selection.map { PointSelection($0.mask, of: document.points) }
    interface.cursor = nil
    viewport = Viewport.fitting(document)
  }

  /// Keeps the pair that was shown through undo, where the model has it, and has all in sight where it has not.
  mutating func keepShownColumns(of shown: Document) {
    guard let choice = document.points.choice else {
      interface.showsColumns = false
      return
    }
    if let former = shown.points.choice, document.columnNames == shown.columnNames {
      document.points.show(former.shown)
      selection = selection.map { PointSelection($0.mask, of: document.points) }
      if document.points.choice?.shown == former.shown, choice.isStandardized == former.isStandardized { return }
    }
    viewChanged()
  }
}
