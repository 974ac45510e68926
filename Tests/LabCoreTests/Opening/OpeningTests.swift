import GaussianMixtures
import Testing

@testable import LabCore

/// Looking for a file, what it holds, and how it is read; without a disk.
struct OpeningTests {
  static let listing = FolderListing(
    path: "/home/ada/data", parent: "/home/ada",
    entries: [
      .init(name: "labs", path: "/home/ada/data/labs", kind: .folder),
      .init(name: "a.csv", path: "/home/ada/data/a.csv", kind: .table, size: 4000),
      .init(name: "b.csv", path: "/home/ada/data/b.csv", kind: .table, size: 5000),
      .init(name: "s.json", path: "/home/ada/data/s.json", kind: .scene),
    ],
    folders: [.home: "/home/ada", .documents: "/home/ada/data", .current: "/home/ada/data"])

  static func table(incomplete: Int = 0, problem: FileProblem? = nil) -> TablePreview {
    var table = TablePreview()
    table.columns = ["name", "u", "v", "w"]
    table.numeric = [1, 2, 3]
    table.fitted = [1, 2, 3]
    table.shown = ColumnPair(across: 1, up: 2)
    table.incomplete = incomplete
    table.problem = problem
    return table
  }

  private func opened(choosing row: Int = 1, _ menu: [MenuEntry] = []) -> LabState {
    var state = LabState.opened(menu: menu)
    state.perform(.file(.beginOpening(folder: nil)))
    state.answer(.listed(OpeningTests.listing))
    state.perform(.file(.choose(row)))
    return state
  }

  private func asked(_ state: LabState) -> (path: String, reading: TableReading)? {
    for effect in state.effects {
      if case .preview(let path, let reading) = effect.task { return (path, reading) }
    }
    return nil
  }

  @Test func whatIsChosenIsLookedInto() {
    var state = opened()
    #expect(asked(state)?.path == "/home/ada/data/a.csv" && state.interface.browser.place == .documents)
    // Another one is another question; the answer to the first is nobody's.
    let first = state.effects.last?.ticket
    state.perform(.file(.choose(2)))
    #expect(asked(state)?.path == "/home/ada/data/b.csv")
    #expect(state.effects.count { if case .preview = $0.task { true } else { false } } == 1)
    if let first { state.apply(.answer(Answer(first, .previewed(FilePreview(.problem(.empty(name: "a"))))))) }
    #expect(state.interface.browser.preview == nil)
    state.answer(.previewed(FilePreview(.table(OpeningTests.table()))))
    #expect(state.interface.browser.preview?.table?.numeric == [1, 2, 3])
    state.perform(.interface(.dismiss))
    #expect(state.interface.browser.preview == nil && asked(state) == nil)
  }

  @Test func aTableIsReadAsItIsSaid() {
    var state = opened()
    state.answer(.previewed(FilePreview(.table(OpeningTests.table()))))
    state.perform(.file(.read(.separator(.semicolon))))
    #expect(asked(state)?.reading.format == TableFormat(separator: .semicolon))
    state.answer(.previewed(FilePreview(.table(OpeningTests.table()))))
    state.perform(.file(.read(.across(3))))
    #expect(asked(state)?.reading.shown == ["w", "v"])
    state.answer(.previewed(FilePreview(.table(OpeningTests.table()))))
    // On the other axis already: they change places.
    state.perform(.file(.read(.up(1))))
    #expect(asked(state)?.reading.shown == ["v", "u"])
    state.answer(.previewed(FilePreview(.table(OpeningTests.table()))))
    state.perform(.file(.read(.fitsAll(false))), .file(.read(.up(0))), .file(.read(.across(99))))
    #expect(asked(state)?.reading.fitsShownOnly == true)
    state.apply(.file(.commit))
    guard case .readTable("/home/ada/data/a.csv", let reading) = state.effects.last?.task else {
      Issue.record("it is not read")
      return
    }
    #expect(reading.format.separator == .semicolon && reading.fitsShownOnly)
    #expect(state.interface.loading?.path == "/home/ada/data/a.csv" && state.interface.overlay == nil)
  }

  @Test func incompleteRowsAreAskedAbout() {
    var state = opened()
    let problem = FileProblem.emptyCell(line: 4, column: 2)
    state.answer(.previewed(FilePreview(.table(OpeningTests.table(incomplete: 12, problem: problem)))))
    #expect(state.opening == .blocked)
    state.apply(.file(.commit))
    #expect(state.interface.overlay == .opening && state.interface.loading == nil)
    state.perform(.file(.read(.leavesOut(true))))
    #expect(asked(state)?.reading.incomplete == .leftOut)
    state.answer(.previewed(FilePreview(.table(OpeningTests.table(incomplete: 12)))))
    state.apply(.file(.commit))
    var source = DataSource.points([(1, 2), (3, 4), (2, 5), (6, 7)])
    source.rowsLeftOut = 12
    state.answer(.opened(source))
    #expect(state.document.rowsLeftOut == 12 && state.recent == ["/home/ada/data/a.csv"])
    // Undone it is what it was.
    state.perform(.edit(.undo))
    #expect(state.document.rowsLeftOut == 0)
  }

  /// A file that was dropped, and has rows at fault, is asked about; anything else is only said.
  @Test func aDroppedFileWithFaultsIsShown() {
    var state = LabState.opened()
    state.perform(.shell(.openFile(path: "/home/ada/data/b.csv")))
    state.answer(.notOpened(.emptyCell(line: 3, column: 2)))
    #expect(state.announcement?.notice == .cannotOpen(.emptyCell(line: 3, column: 2)))
    #expect(state.interface.overlay == .opening)
    state.answer(.listed(OpeningTests.listing))
    #expect(state.interface.browser.chosen == 2 && asked(state)?.path == "/home/ada/data/b.csv")
    state.perform(.interface(.dismiss), .shell(.openFile(path: "/home/ada/data/b.csv")))
    state.answer(.notOpened(.strayQuote(line: 3)))
    #expect(state.interface.overlay == nil)
  }

  @Test func whatCannotBeOpenedIsNot() {
    var state = opened(choosing: 2)
    state.answer(.previewed(FilePreview(.problem(.notATable(name: "b.csv", looksLike: "PNG")))))
    state.apply(.file(.commit))
    #expect(state.interface.overlay == .opening && state.opening == .blocked)
    // A file that has not been looked into yet is opened, which tells.
    state.perform(.file(.choose(1)))
    state.apply(.file(.commit))
    #expect(state.interface.loading?.path == "/home/ada/data/a.csv")
  }

  @Test func placesAreVisited() {
    var state = opened(choosing: 1, [.example(.ring), .example(.moons)])
    state.perform(.file(.visit(.home)))
    guard case .listFolder("/home/ada") = state.effects.last?.task else {
      Issue.record("home is not listed")
      return
    }
    #expect(state.interface.browser.place == .home)
    state.perform(.file(.visit(.downloads)))
    #expect(state.interface.browser.place == .home, "there are none")
    state.recent = ["/gone.csv", "/there.csv"]
    state.perform(.file(.visit(.recent)))
    guard case .listRecent(["/gone.csv", "/there.csv"]) = state.effects.last?.task else {
      Issue.record("recent files are not listed")
      return
    }
    state.answer(
      .listed(
        FolderListing(
          path: "", parent: nil,
          entries: [
            .init(name: "gone.csv", path: "/gone.csv", kind: .table, isMissing: true),
            .init(name: "there.csv", path: "/there.csv", kind: .table),
          ])))
    #expect(state.opening == .blocked && asked(state) == nil && state.interface.browser.place == .recent)
    state.perform(.file(.visit(.examples)), .file(.choose(1)), .file(.commit))
    #expect(state.document.name == .example(.moons) && state.interface.overlay == nil)
  }

  @Test func theFolderThatWasLeftIsChosenAbove() {
    var state = opened(choosing: 0)
    state.perform(.file(.goUp))
    state.answer(
      .listed(
        FolderListing(
          path: "/home/ada", parent: "/home",
          entries: [
            .init(name: "art", path: "/home/ada/art", kind: .folder),
            .init(name: "data", path: "/home/ada/data", kind: .folder),
          ])))
    #expect(state.interface.browser.chosen == 1 && state.interface.browser.folders[.home] == "/home/ada")
  }

  // MARK: - Models

  private let model = GaussianMixture(
    weights: [0.25, 0.75], means: [[1, 10], [2, 20]],
    covariances: [CovarianceMatrix([[1, 0], [0, 4]]), CovarianceMatrix([[2, 0], [0, 8]])], family: .full)

  @Test func aModelBecomesThatOfThePresentPoints() {
    var state = LabState.on([(1, 2), (3, 4), (2, 5), (6, 7)], components: 3)
    state.perform(.shell(.openFile(path: "/m.json")))
    state.answer(.openedModel(model, columns: ["y", "x"]))
    state.performPendingWork()
    // By the names of its columns, whatever their order.
    #expect(state.model.means == [[10, 1], [20, 2]] && state.document.startOrigin == .adopted)
    #expect(state.announcement?.notice == .adopted(.full, components: 2) && state.recent == ["/m.json"])
    state.perform(.edit(.undo))
    #expect(state.model.componentCount == 3)
  }

  @Test func aModelOfOtherColumnsIsRefused() {
    var state = LabState.on([(1, 2), (3, 4), (2, 5), (6, 7)], components: 2)
    let before = state.model
    state.perform(.shell(.openFile(path: "/m.json")))
    let wide = GaussianMixture(
      weights: [1], means: [[1, 2, 3]], covariances: [CovarianceMatrix([[1, 0, 0], [0, 1, 0], [0, 0, 1]])],
      family: .full)
    state.answer(.openedModel(wide, columns: []))
    #expect(state.announcement?.notice == .modelDoesNotFit(columns: 3, own: 2) && state.model == before)
    #expect(state.interface.loading == nil && state.recent.isEmpty)
    state.perform(.edit(.clearPoints), .shell(.openFile(path: "/m.json")))
    state.answer(.openedModel(model, columns: []))
    #expect(state.announcement?.notice == .blocked(.noPoints))
  }

  // MARK: - Settings

  @Test func settingsAreTakenAndKept() {
    var state = LabState.opened()
    state.take(LabSettings(theme: .dark, speed: 5, recent: ["/a", "/b"]))
    #expect(state.interface.theme == .dark && state.playback.speed.index == 5 && state.recent == ["/a", "/b"])
    let before = state.settings
    state.perform(.interface(.toggleTheme), .run(.setSpeed(Speed(index: 1))))
    #expect(state.settings.changes(since: before) == LabSettings(theme: .light, speed: 1))
    state.receive(.points([(1, 2), (3, 4), (5, 1)]))
    #expect(state.recent == ["data.csv", "/a", "/b"])
    state.perform(.edit(.openExample(.ring)))
    #expect(state.recent.count == 3, "an example is no file")
  }

  @Test func daysAreCounted() {
    func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
      FileDate(year: year, month: month, day: day, hour: 0, minute: 0).dayNumber
    }
    #expect(day(2024, 3, 1) - day(2024, 2, 28) == 2 && day(2023, 3, 1) - day(2023, 2, 28) == 1)
    #expect(day(2000, 3, 1) - day(2000, 2, 28) == 2 && day(1900, 3, 1) - day(1900, 2, 28) == 1)
    #expect(day(2027, 1, 1) - day(2026, 12, 31) == 1 && day(2026, 12, 31) - day(2025, 12, 31) == 365)
  }
}
