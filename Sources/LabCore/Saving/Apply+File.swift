/// Saving scenes, and choosing what to open.
extension LabState {
  mutating func applyFile(_ command: Command.File) {
    switch command {
    case .save:
      if interface.overlay == .gallery { interface.overlay = nil }
      guard let file else { return beginSaving() }
      endDrag()
      saveNow(scene, of: document.opened, to: file.path, when: file.condition)
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

  /// Writes a scene, after the one that is on its way if there is one.
  private mutating func saveNow(
    _ scene: LabScene, of opened: Revision, to path: String, when condition: SaveCondition
  ) {
    guard saving == nil else {
      saving?.waiting.removeAll { $0.opened == opened }
      saving?.waiting.append(Saving.Waiting(scene: scene, opened: opened))
      return
    }
    saving = Saving(ticket: ask(.saveScene(scene, path: path, condition)), path: path, scene: scene, opened: opened)
  }

  /// What was saved is what was there when it was asked for: other data may have been opened since.
  mutating func sceneWasSaved(_ stamp: FileStamp?, _ ticket: Ticket) {
    guard let done = saving, done.ticket == ticket else { return }
    saving = nil
    files[done.opened] = SceneReference(path: done.path, stamp: stamp)
    savedScenes[done.opened] = done.scene
    remember(done.path)
    if document.opened == done.opened {
      if interface.overlay == .saving { interface.overlay = nil }
      announce(.saved(path: done.path))
    }
    goOnSaving(after: done)
  }

  /// The name is asked for again, with what is wrong; where other data were opened since, it is said.
  mutating func sceneWasNotSaved(_ problem: SaveProblem, _ ticket: Ticket) {
    guard var failed = saving, failed.ticket == ticket else { return }
    saving = nil
    failed.waiting.removeAll { $0.opened == failed.opened }
    failed.thenQuits = false
    if document.opened == failed.opened {
      interface.saveEntry = SaveEntry(name: failed.path, problem: problem)
      interface.overlay = .saving
      interface.focused = nil
    } else {
      announce(.notSaved(path: failed.path))
    }
    goOnSaving(after: failed)
  }

  /// Writes what waited for that, and closes the window once nothing does.
  private mutating func goOnSaving(after done: Saving) {
    guard let next = done.waiting.first else {
      if done.thenQuits { _ = ask(.quit) }
      return
    }
    guard let file = files[next.opened] else { return }
    saveNow(next.scene, of: next.opened, to: file.path, when: file.condition)
    saving?.waiting = Array(done.waiting.dropFirst())
    saving?.thenQuits = done.thenQuits
  }

  /// Closes the window: where a scene is on its way to its file, once it is there, and where something would be lost,
  /// once that was said. Whoever asks again does not wait.
  mutating func quit() {
    if saving?.thenQuits == false {
      saving?.thenQuits = true
    } else if let warning = warningBeforeTheEnd, announcement?.notice != warning {
      announce(warning)
    } else {
      _ = ask(.quit)
    }
  }

  /// What closing would lose.
  private var warningBeforeTheEnd: Notice? {
    if wouldBeLost { return .closingLoses }
    if export.writing != nil { return .closingStopsTheExport }
    return nil
  }

  // MARK: - Typing

  private mutating func type(_ text: String) {
    switch interface.overlay {
    case .saving: interface.saveEntry.name(String((interface.saveEntry.name + text.printable).prefix(SaveEntry.limit)))
    case .opening:
      interface.browser.look(for: String((interface.browser.filter + text.printable).prefix(Browser.filterLimit)))
    case .help, .gallery, .export, .recovering, .settings, .lessons, .handIns, .compareMenu, .laneMenu, nil: break
    }
  }

  private mutating func erase() {
    switch interface.overlay {
    case .saving: interface.saveEntry.name(String(interface.saveEntry.name.dropLast()))
    case .opening: interface.browser.look(for: String(interface.browser.filter.dropLast()))
    case .help, .gallery, .export, .recovering, .settings, .lessons, .handIns, .compareMenu, .laneMenu, nil: break
    }
  }

  private mutating func commit() {
    switch interface.overlay {
    case .saving:
      let entry = interface.saveEntry
      if entry.isLesson { return entry.name.isEmpty ? () : commitLesson(entry) }
      guard !entry.name.isEmpty, saving == nil else { return }
      let own = file.flatMap { $0.path == entry.path ? $0.condition : nil }
      endDrag()
      saveNow(
        scene, of: document.opened, to: entry.path, when: entry.replaces ? .isWanted : own ?? .isNew)
    case .opening: openChosen()
    case .help, .gallery, .export, .recovering, .settings, .lessons, .handIns, .compareMenu, .laneMenu, nil: break
    }
  }
}

extension SaveEntry {
  fileprivate mutating func name(_ name: String) { self = SaveEntry(name: name, isLesson: isLesson) }
}

extension Browser {
  fileprivate mutating func look(for filter: String) {
    self.filter = filter
    chosen = 0
  }
}
