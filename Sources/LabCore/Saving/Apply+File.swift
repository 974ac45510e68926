/// Saving scenes, and choosing what to open.
extension LabState {
  mutating func applyFile(_ command: Command.File) {
    switch command {
    case .save:
      if interface.overlay == .gallery { interface.overlay = nil }
      guard let file else { return beginSaving() }
      save(to: file.path, when: file.stamp.map(SaveCondition.isUnchanged) ?? .isNew)
    case .beginSaving: beginSaving()
    case .beginOpening(let folder): browse(folder ?? interface.browser.listing?.path ?? "")
    case .type(let text): type(text)
    case .erase: erase()
    case .commit: commit()
    case .choose(let row):
      if interface.overlay == .opening, interface.browser.rows.indices.contains(row) { interface.browser.chosen = row }
    case .goUp:
      guard interface.overlay == .opening, let listing = interface.browser.listing, let parent = listing.parent else {
        return
      }
      browse(parent, choosing: listing.path)
    case .visit(let place): visit(place)
    case .read(let change): read(change)
    }
  }

  // MARK: - Saving

  private mutating func beginSaving() {
    endDrag()
    interface.saveEntry = SaveEntry(name: file?.path ?? suggestedName)
    interface.overlay = .saving
    interface.focused = nil
  }

  /// What a file of it would be called.
  public var suggestedName: String {
    switch document.name {
    case .example(let example): example.rawValue
    case .shipped(let data): data.rawValue
    case .file(let name): name
    case .mystery(let number): "mystery-\(number)"
    }
  }

  private mutating func save(to path: String, when condition: SaveCondition) {
    endDrag()
    withdraw(saving?.ticket)
    saving = Saving(ticket: ask(.saveScene(scene, path: path, condition)), path: path)
  }

  mutating func sceneWasSaved(_ stamp: FileStamp?, _ ticket: Ticket) {
    guard let done = saving, done.ticket == ticket else { return }
    saving = nil
    file = SceneReference(path: done.path, stamp: stamp)
    if interface.overlay == .saving { interface.overlay = nil }
    remember(done.path)
    announce(.saved(path: done.path))
  }

  /// The name is asked for again, with what is wrong.
  mutating func sceneWasNotSaved(_ problem: SaveProblem, _ ticket: Ticket) {
    guard let failed = saving, failed.ticket == ticket else { return }
    saving = nil
    interface.saveEntry = SaveEntry(name: failed.path, problem: problem)
    interface.overlay = .saving
    interface.focused = nil
  }

  // MARK: - Typing

  private mutating func type(_ text: String) {
    switch interface.overlay {
    case .saving: interface.saveEntry.name(String((interface.saveEntry.name + text.printable).prefix(SaveEntry.limit)))
    case .opening:
      interface.browser.look(for: String((interface.browser.filter + text.printable).prefix(Browser.filterLimit)))
    case .help, .gallery, .export, .recovering, .compareMenu, .laneMenu, nil: break
    }
  }

  private mutating func erase() {
    switch interface.overlay {
    case .saving: interface.saveEntry.name(String(interface.saveEntry.name.dropLast()))
    case .opening: interface.browser.look(for: String(interface.browser.filter.dropLast()))
    case .help, .gallery, .export, .recovering, .compareMenu, .laneMenu, nil: break
    }
  }

  private mutating func commit() {
    switch interface.overlay {
    case .saving:
      let entry = interface.saveEntry
      guard !entry.name.isEmpty, saving == nil else { return }
      let isOwn = file?.path == entry.path
      let usual = isOwn ? file?.stamp.map(SaveCondition.isUnchanged) ?? .isNew : .isNew
      save(to: entry.path, when: entry.replaces ? .isWanted : usual)
    case .opening: openChosen()
    case .help, .gallery, .export, .recovering, .compareMenu, .laneMenu, nil: break
    }
  }
}

extension SaveEntry {
  fileprivate mutating func name(_ name: String) { self = SaveEntry(name: name) }
}

extension Browser {
  fileprivate mutating func look(for filter: String) {
    self.filter = filter
    chosen = 0
  }
}
