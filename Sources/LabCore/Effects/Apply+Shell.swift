import GaussianMixtures

/// What concerns the window and files.
extension LabState {
  mutating func applyShell(_ command: Command.Shell) {
    switch command {
    case .resize(let width, let height, let pixelRatio):
      interface.width = min(max(width, 1), LabState.mostPixels)
      interface.height = min(max(height, 1), LabState.mostPixels)
      interface.pixelRatio = pixelRatio.isFinite ? min(max(pixelRatio, 0.5), 8) : 1
    case .openFile(let path) where path.hasSuffix(HandIn.ending): openHandIns(path)
    case .openFile(let path):
      load(path, by: .readFile(path: path))
    case .openTable(let path, let reading): load(path, by: .readTable(path: path, reading))
    case .cancelLoading: cancelLoading()
    case .prepare(let paths): prepare(paths)
    case .openListed(let place): openListed(place)
    case .toggleFullScreen: _ = ask(.toggleFullScreen)
    case .quit: if !isKiosk { quit() }
    case .leaveKiosk: quit()
    case .forgetWork: forgetWork()
    }
  }

  /// Has the window closed by an administrator's keys only.
  public mutating func becomeKiosk() { isKiosk = true }

  /// Says on its pages that files lie in the folder of a class.
  public mutating func useClassFolder() { hasClassFolder = true }

  /// A side of a window: more than any screen has.
  private static let mostPixels = 16_384

  private mutating func load(_ path: String, by task: Effect.Task) {
    let joins = interface.overlay == .handIns || interface.loading?.joinsHandIns == true
    cancelLoading()
    interface.overlay = nil
    interface.transcriptLine = nil
    interface.loading = Loading(ticket: ask(task), path: path, joinsHandIns: joins)
  }

  mutating func readingGoesOn(_ fraction: Double, _ ticket: Ticket) {
    guard interface.loading?.ticket == ticket else { return }
    interface.loading?.fraction = min(max(fraction, 0), 1)
  }

  /// Shows a scene that was read; the file it is from is the one that it is saved to.
  mutating func openScene(_ scene: LabScene, _ stamp: FileStamp?, _ ticket: Ticket) {
    guard let loading = interface.loading, loading.ticket == ticket else { return }
    do throws(SceneFlaw) {
      try open(scene)
      file = SceneReference(path: loading.path, stamp: stamp)
      regardAsSaved()
      remember(loading.path)
    } catch {
      fileFailed(.notAScene(path: loading.path, field: error.field.description))
    }
  }

  /// A folder of hand-ins, or one that is not called so.
  mutating func handInsWereFound(_ path: String, _ ticket: Ticket) {
    guard let loading = interface.loading, loading.ticket == ticket else { return }
    cancelLoading()
    if loading.joinsHandIns { interface.overlay = .handIns }
    openHandIns(path)
  }

  /// Begins a lesson that was read.
  mutating func openLesson(_ lesson: Lesson, _ ticket: Ticket) {
    guard let loading = interface.loading, loading.ticket == ticket else { return }
    remember(loading.path)
    start(lesson)
  }

  /// Shows what a session had come to. A lesson that was recorded in it is gone on with where that would not take the place of
  /// another one.
  mutating func openSession(_ scene: LabScene, _ kept: LessonDraft?, _ ticket: Ticket) {
    guard let loading = interface.loading, loading.ticket == ticket else { return }
    do throws(SceneFlaw) {
      try kept?.check()
      try open(scene)
      file = nil
      guard let kept, draft?.isSaved ?? true else { return }
      draft = kept
      standOnPage()
    } catch {
      fileFailed(.notAScene(path: loading.path, field: error.field.description))
    }
  }

  /// Shows a table that was read, and says what of it is not there.
  mutating func openTable(_ source: DataSource, _ ticket: Ticket) {
    if let loading = interface.loading, loading.ticket == ticket, source.name.isFile { remember(loading.path) }
    open(source)
    if source.columnsBeyond > 0 {
      announce(.columnsBeyond(taken: source.columns.count, all: source.columns.count + source.columnsBeyond))
    }
  }

  /// Makes a mixture from a file the model of the present points, as one edit: running EM goes on from there.
  mutating func openModel(_ model: GaussianMixture, columns: [String], _ ticket: Ticket) {
    guard let loading = interface.loading, loading.ticket == ticket else { return }
    cancelLoading()
    // What a lesson's page is about is not what some file says.
    guard lesson == nil else { return announce(.lesson(.isNotHere)) }
    guard !document.points.isEmpty else { return announce(.blocked(.noPoints)) }
    let own = document.points.choice?.fitted.map { document.columnName($0) } ?? document.columnNames
    guard model.dimensions == own.count else {
      return announce(.modelDoesNotFit(columns: model.dimensions, own: own.count))
    }
    guard LabState.componentCounts.contains(model.componentCount) else {
      return announce(
        .modelIsTooLarge(components: model.componentCount, limit: LabState.componentCounts.upperBound))
    }
    let order = own.compactMap { columns.firstIndex(of: $0) }
    let isOrdered = Set(order).count == own.count && order != Array(own.indices)
    let mixture = isOrdered ? model.marginal(order) : model
    remember(loading.path)
    edit { state in
      if var choice = state.document.points.choice, choice.isStandardized {
        // Its numbers are those of the file.
        choice.isStandardized = false
        state.document.points.choose(choice, revision: state.nextRevision())
        state.viewport = Viewport.fitting(state.document)
      }
      state.beginRun(at: mixture)
    }
    announce(.adopted(mixture.family, components: mixture.componentCount))
  }

  /// Where rows are at fault, the page that can leave them out shows the file.
  mutating func fileFailed(_ problem: FileProblem) {
    let path = interface.loading?.path
    // What cannot be opened leaves the class on show.
    if interface.loading?.joinsHandIns == true, interface.overlay == nil { interface.overlay = .handIns }
    interface.loading = nil
    announce(.cannotOpen(problem))
    guard problem.isAboutRows, interface.overlay == nil, let path, let slash = path.lastIndex(of: "/") else { return }
    browse(slash == path.startIndex ? "/" : String(path[..<slash]), choosing: path)
  }

  mutating func cancelLoading() {
    withdraw(interface.loading?.ticket)
    interface.loading = nil
  }
}

/// A file that is being read.
public struct Loading: Sendable, Equatable {
  let ticket: Ticket
  public let path: String
  /// Whether the page of a class was open: other hand-ins come beside those on show.
  let joinsHandIns: Bool
  /// How much has been read, 0…1.
  public internal(set) var fraction = 0.0
}
