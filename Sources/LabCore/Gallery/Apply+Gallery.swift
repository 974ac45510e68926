import GaussianMixtures

extension LabState {
  /// The files that were open lately, as far as the gallery knows them.
  public var recentEntries: [FolderListing.Entry] { gallery.recent?.entries ?? [] }

  /// Has the files read whose points the gallery shows.
  mutating func openGallery() {
    gallery.firstRow = 0
    withdraw(gallery.recentTicket)
    gallery.recentTicket = ask(.listRecent(recent))
    for (index, entry) in menu.enumerated() {
      guard case .file(let path, _) = entry, gallery.files[index] == nil, !gallery.waiting.values.contains(index)
      else { continue }
      gallery.waiting[ask(.readFile(path: path))] = index
    }
    interface.focused = menu.firstIndex { $0.name == document.name }.map { .menuItem($0) } ?? .menuItem(0)
  }

  /// Takes in what a file of the gallery holds. False where the answer is not about one.
  mutating func fillGallery(_ ticket: Ticket, with source: DataSource?) -> Bool {
    guard let entry = gallery.waiting.removeValue(forKey: ticket) else { return false }
    gallery.files[entry] = source
    return true
  }

  /// Shows the fit of the card that is pointed at, or else of the one that the keyboard is on.
  mutating func followGallery() {
    let entry = interface.overlay == .gallery ? pointedEntry : nil
    guard entry != gallery.preview?.entry else { return }
    gallery.preview = entry.flatMap(preview)
  }

  private var pointedEntry: Int? {
    if case .menuItem(let entry) = interface.hovered { return entry }
    if case .menuItem(let entry) = interface.focused { return entry }
    return nil
  }

  /// The fit of a data set as it runs once it is opened.
  private func preview(_ entry: Int) -> GalleryPreview? {
    guard let source = gallerySource(entry), (1...GalleryPreview.mostPoints).contains(source.x.count) else {
      return nil
    }
    let count = menu[entry].componentCount
    var lab: LabState
    switch menu[entry] {
    case .example(let example):
      lab = LabState(example: example, startKind: document.startKind, options: document.options)
    case .file:
      lab = LabState(
        source: source, componentCount: count, seed: document.startSeed, startKind: document.startKind,
        options: document.options)
    }
    let memory = EngineMemory()
    lab.performPendingWork(with: memory)
    while lab.canStep, lab.steps < GalleryPreview.mostSteps {
      let before = lab.steps
      lab.apply(.run(.stepForward))
      lab.performPendingWork(with: memory)
      if lab.steps == before { break }
    }
    return GalleryPreview(entry: entry, steps: lab.document.runs.current.steps, beganAt: now)
  }

  private var steps: Int { document.runs.current.steps.count }
}
