/// Looking for a file, and how a table is to be read.
extension LabState {
  /// What opening what is chosen leads to.
  public enum Opening: Sendable, Equatable {
    case folder(path: String)
    /// A data set of the gallery, by its place there.
    case example(Int)
    /// A file, with how it is to be read where somebody said so.
    case file(path: String, TableReading?)
    /// Nothing: the preview says why, or asks.
    case blocked
  }

  public var opening: Opening? {
    guard let row = interface.browser.row else { return nil }
    switch row.kind {
    case .folder: return .folder(path: row.path)
    case .example(let entry): return .example(entry)
    case .table, .scene, .recent:
      if row.isMissing { return .blocked }
      let browser = interface.browser
      let reading = browser.reading == TableReading() ? nil : browser.reading
      guard browser.previewed == row.path else { return .file(path: row.path, nil) }
      switch browser.preview?.content {
      case .table(let table): return table.problem == nil ? .file(path: row.path, reading) : .blocked
      case .scene, .model, .session, .lesson: return .file(path: row.path, nil)
      // With all others that lie there.
      case .handIn: return .file(path: browser.listing.map(\.path).flatMap { $0.isEmpty ? nil : $0 } ?? row.path, nil)
      case .problem: return .blocked
      case nil: return .file(path: row.path, reading)
      }
    }
  }

  mutating func openChosen() {
    switch opening {
    case .folder(let path): browse(path)
    case .example(let entry):
      guard menu.indices.contains(entry) else { return }
      switch menu[entry] {
      case .example(let example): applyEdit(.openExample(example))
      case .file(let path, _): applyShell(.openFile(path: path))
      }
    case .file(let path, nil): applyShell(.openFile(path: path))
    case .file(let path, let reading?): applyShell(.openTable(path: path, reading))
    case .blocked, nil: break
    }
  }

  // MARK: - Folders

  /// - Parameter wanted: the file to choose there.
  mutating func browse(_ folder: String, choosing wanted: String? = nil) {
    let before = interface.browser
    begin(Browser())
    interface.browser.folders = before.folders
    interface.browser.wanted = wanted
    interface.browser.ticket = ask(.listFolder(path: folder))
  }

  mutating func visit(_ place: Browser.Place) {
    let folders = interface.browser.folders
    switch place {
    case .home, .documents, .downloads, .current:
      guard let folder = folders[place] else { return }
      browse(folder)
    case .recent:
      begin(Browser())
      interface.browser.ticket = ask(.listRecent(recent))
    case .examples:
      begin(Browser())
      interface.browser.listing = FolderListing(
        path: "", parent: nil,
        entries: menu.indices.map { FolderListing.Entry(name: menu[$0].key, path: "", kind: .example($0)) })
    }
    interface.browser.folders = folders
    interface.browser.place = place
  }

  private mutating func begin(_ browser: Browser) {
    endDrag()
    withdraw(interface.browser.ticket)
    withdraw(interface.browser.previewTicket)
    interface.browser = browser
    interface.overlay = .opening
    interface.focused = nil
  }

  mutating func folderWasListed(_ result: Result<FolderListing, FileProblem>, _ ticket: Ticket) {
    if gallery.recentTicket == ticket {
      gallery.recentTicket = nil
      if case .success(let listing) = result { gallery.recent = listing }
      return
    }
    guard interface.browser.ticket == ticket else { return }
    interface.browser.ticket = nil
    switch result {
    case .success(let listing):
      interface.browser.listing = listing
      if !listing.folders.isEmpty { interface.browser.folders = listing.folders }
      if interface.browser.place == nil, !listing.path.isEmpty {
        // Of two names of one folder the more telling one: somebody's documents may be where the program was started.
        interface.browser.place = [.documents, .downloads, .home, .current].first {
          interface.browser.folders[$0] == listing.path
        }
      }
      if let wanted = interface.browser.wanted,
        let row = interface.browser.rows.firstIndex(where: { $0.path == wanted })
      {
        interface.browser.chosen = row
      }
    case .failure(let problem): interface.browser.problem = problem
    }
  }

  // MARK: - The preview

  /// Asks for what the chosen file holds, and gives up what was chosen before.
  mutating func followBrowser() {
    let browser = interface.browser
    let path = interface.overlay == .opening ? browser.row.flatMap(\.previewPath) : nil
    guard path != browser.previewed else { return }
    withdraw(browser.previewTicket)
    interface.browser.previewTicket = nil
    interface.browser.previewed = path
    interface.browser.preview = nil
    interface.browser.reading = TableReading()
    if path != nil { requestPreview() }
  }

  private mutating func requestPreview() {
    guard let path = interface.browser.previewed else { return }
    withdraw(interface.browser.previewTicket)
    interface.browser.previewTicket = ask(.preview(path: path, interface.browser.reading))
  }

  mutating func fileWasPreviewed(_ preview: FilePreview, _ ticket: Ticket) {
    guard interface.browser.previewTicket == ticket else { return }
    interface.browser.previewTicket = nil
    interface.browser.preview = preview
  }

  mutating func read(_ change: ReadingChange) {
    guard interface.overlay == .opening, let table = interface.browser.preview?.table else { return }
    var reading = interface.browser.reading
    switch change {
    case .separator(let separator):
      reading.format.separator = separator
      (reading.shown, reading.fitsShownOnly) = (nil, false)
    case .decimals(let decimals): reading.format.decimals = decimals
    case .firstRow(let row):
      reading.format.firstRow = row
      (reading.shown, reading.fitsShownOnly) = (nil, false)
    case .across(let column): reading.show(column, up: false, of: table)
    case .up(let column): reading.show(column, up: true, of: table)
    case .fitsAll(let all):
      reading.fitsShownOnly = !all
      if let shown = table.shown, !all { reading.shown = [table.columns[shown.across], table.columns[shown.up]] }
    case .leavesOut(let leavesOut): reading.incomplete = leavesOut ? .leftOut : .refused
    }
    guard reading != interface.browser.reading else { return }
    interface.browser.reading = reading
    requestPreview()
  }
}

extension TableReading {
  /// Puts a column on an axis. Where it is on the other one, the axes change places.
  fileprivate mutating func show(_ column: Int, up isUp: Bool, of table: TablePreview) {
    guard let shown = table.shown, table.numeric.contains(column), table.columns.indices.contains(column) else {
      return
    }
    var (across, up) = (shown.across, shown.up)
    if isUp {
      if column == across { across = up }
      up = column
    } else {
      if column == up { up = across }
      across = column
    }
    self.shown = [table.columns[across], table.columns[up]]
  }
}

extension FolderListing.Entry {
  /// The file to look into; nil where there is none.
  fileprivate var previewPath: String? {
    switch kind {
    case .table, .scene, .recent: isMissing ? nil : path
    case .folder, .example: nil
    }
  }
}

extension MenuEntry {
  /// By what it is found.
  fileprivate var key: String {
    switch self {
    case .example(let example): example.rawValue
    case .file(_, let data): data.rawValue
    }
  }
}
