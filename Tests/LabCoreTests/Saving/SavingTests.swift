import Testing

@testable import LabCore

/// Saving and opening, without a disk.
struct SavingTests {
  private let stamp = FileStamp(device: 1, inode: 2, size: 3, changed: 4)

  private func condition(_ state: LabState) -> SaveCondition? {
    for effect in state.effects {
      if case .saveScene(_, _, let condition) = effect.task { return condition }
    }
    return nil
  }

  private func path(_ state: LabState) -> String? {
    for effect in state.effects {
      if case .saveScene(_, let path, _) = effect.task { return path }
    }
    return nil
  }

  @Test func aSceneWithoutANameIsAskedForOne() {
    var state = LabState.opened()
    state.perform(.file(.save))
    #expect(state.interface.overlay == .saving && state.interface.saveEntry.name == "threeClusters")
    for _ in 0..<20 { state.perform(.file(.erase)) }
    state.perform(.file(.type("two\nlumps")), .file(.commit))
    #expect(path(state) == "twolumps.json" && condition(state) == .isNew)
    state.answer(.saved(stamp))
    #expect(state.interface.overlay == nil && state.file == SceneReference(path: "twolumps.json", stamp: stamp))
    #expect(state.announcement?.notice == .saved(path: "twolumps.json"))
    // From now on it has its place.
    state.perform(.file(.save))
    #expect(state.interface.overlay == nil && condition(state) == .isUnchanged(stamp))
  }

  @Test func whatIsThereIsReplacedWhenSomebodySaysSo() {
    var state = LabState.opened()
    state.perform(.file(.beginSaving), .file(.commit))
    state.answer(.notSaved(.exists(path: "threeClusters.json")))
    #expect(state.interface.overlay == .saving && state.interface.saveEntry.replaces)
    // Another name is another question.
    var other = state
    other.perform(.file(.type("2")), .file(.commit))
    #expect(condition(other) == .isNew)
    state.perform(.file(.commit))
    #expect(condition(state) == .isWanted)
    state.answer(.notSaved(.other("the disk is full")))
    #expect(state.interface.saveEntry.problem == .other("the disk is full") && !state.interface.saveEntry.replaces)
    #expect(state.file == nil)
  }

  @Test func anExtensionIsAddedOnce() {
    #expect(SaveEntry(name: "a").path == "a.json" && SaveEntry(name: "a.json").path == "a.json")
    #expect(SaveEntry(name: "b/.hidden").path == "b/.hidden.json" && SaveEntry(name: "b/").path == "b/")
  }

  @Test func anOpenedSceneIsSavedWhereItCameFrom() throws {
    var other = LabState.opened()
    other.perform(.edit(.openExample(.moons)))
    var state = LabState.opened()
    state.apply(.shell(.openFile(path: "/x/s.json")))
    state.answer(.openedScene(other.scene, stamp))
    #expect(state.coordinates == other.coordinates)
    state.perform(.file(.save))
    #expect(path(state) == "/x/s.json" && condition(state) == .isUnchanged(stamp))
    // Other data are another scene.
    state.perform(.edit(.openExample(.ring)), .file(.save))
    #expect(state.interface.overlay == .saving)
  }

  @Test func aSceneThatCannotBeIsSaidAndLeavesWhatIsThere() {
    var state = LabState.opened()
    var scene = state.scene
    scene.speed = -4
    state.apply(.shell(.openFile(path: "/x/s.json")))
    state.answer(.openedScene(scene, nil))
    #expect(state.announcement?.notice == .cannotOpen(.notAScene(path: "/x/s.json", field: "speed")))
    #expect(state.points == 150 && state.file == nil && !state.canUndo)
  }

  // MARK: - Whose file it is

  /// Opens a scene from a file, as the window does.
  private func open(_ scene: LabScene, from path: String, _ stamp: FileStamp, in state: inout LabState) {
    state.apply(.shell(.openFile(path: path)))
    state.answer(.openedScene(scene, stamp))
    state.performPendingWork()
  }

  /// Answers the scene that is on its way to its file.
  private func answerSaving(_ outcome: Answer.Outcome, in state: inout LabState) {
    for effect in state.effects {
      if case .saveScene = effect.task { return state.apply(.answer(Answer(effect.ticket, outcome))) }
    }
    Issue.record("nothing is being saved")
  }

  private static let a = SavingTests.scene(.moons)
  private static let b = SavingTests.scene(.ring)

  private static func scene(_ example: Example) -> LabScene {
    var state = LabState.opened()
    state.perform(.edit(.openExample(example)))
    return state.scene
  }

  private let other = FileStamp(device: 1, inode: 3, size: 3, changed: 4)
  private let later = FileStamp(device: 1, inode: 2, size: 5, changed: 9)

  @Test func undoAndRedoLeadToTheFileOfTheData() {
    var state = LabState.opened()
    open(Self.a, from: "A.json", stamp, in: &state)
    state.click(0, 0)
    open(Self.b, from: "B.json", other, in: &state)
    #expect(state.file?.path == "B.json")
    state.perform(.edit(.undo), .file(.save))
    #expect(path(state) == "A.json" && condition(state) == .isUnchanged(stamp))
    answerSaving(.saved(later), in: &state)
    state.perform(.edit(.redo), .file(.save))
    #expect(path(state) == "B.json" && condition(state) == .isUnchanged(other))
    answerSaving(.saved(other), in: &state)
    state.perform(.edit(.undo), .edit(.undo))
    #expect(state.file == SceneReference(path: "A.json", stamp: later))
    // What was there at first never had a file.
    state.perform(.edit(.undo))
    #expect(state.file == nil)
  }

  @Test func aSaveThatEndsLaterIsThatOfItsOwnData() {
    var state = LabState.opened()
    open(Self.a, from: "A.json", stamp, in: &state)
    state.perform(.file(.save))
    var failing = state
    state.perform(.edit(.openExample(.ring)))
    answerSaving(.saved(later), in: &state)
    #expect(state.file == nil && state.announcement?.notice != .saved(path: "A.json"))
    state.perform(.edit(.undo))
    #expect(state.file == SceneReference(path: "A.json", stamp: later))
    // Other data are not asked about under the name of these.
    failing.perform(.edit(.openExample(.ring)))
    answerSaving(.notSaved(.changedMeanwhile(path: "A.json")), in: &failing)
    #expect(failing.interface.overlay == nil && failing.announcement?.notice == .notSaved(path: "A.json"))
    failing.perform(.edit(.undo))
    #expect(failing.file == SceneReference(path: "A.json", stamp: stamp))
  }

  @Test func whatIsSavedTwiceInARowIsWrittenOneAfterTheOther() {
    var state = LabState.opened()
    open(Self.a, from: "A.json", stamp, in: &state)
    state.perform(.file(.save))
    state.click(0, 0)
    let wanted = state.scene
    state.perform(.file(.save), .file(.save))
    #expect(state.effects.count == 1)
    // Other data are saved meanwhile too.
    open(Self.b, from: "B.json", other, in: &state)
    state.perform(.file(.save))
    answerSaving(.saved(later), in: &state)
    #expect(path(state) == "A.json" && condition(state) == .isUnchanged(later))
    for effect in state.effects {
      if case .saveScene(let scene, _, _) = effect.task { #expect(scene == wanted) }
    }
    answerSaving(.saved(later), in: &state)
    #expect(path(state) == "B.json" && condition(state) == .isUnchanged(other))
    answerSaving(.saved(other), in: &state)
    #expect(state.saving == nil && state.effects.isEmpty)
  }

  // MARK: - Quitting

  private func quits(_ state: LabState) -> Bool {
    state.effects.contains { if case .quit = $0.task { true } else { false } }
  }

  @Test func theWindowClosesOnceAllIsSaved() {
    var state = LabState.opened()
    open(Self.a, from: "A.json", stamp, in: &state)
    state.perform(.file(.save), .file(.save), .shell(.quit))
    #expect(!quits(state))
    var failing = state
    var insisting = state
    answerSaving(.saved(later), in: &state)
    #expect(!quits(state))
    answerSaving(.saved(later), in: &state)
    #expect(quits(state))
    // What could not be saved is still there.
    answerSaving(.notSaved(.other("the disk is full")), in: &failing)
    #expect(!quits(failing) && failing.interface.overlay == .saving && failing.saving == nil)
    failing.perform(.shell(.quit))
    #expect(quits(failing))
    // A disk that never answers keeps nobody.
    insisting.perform(.shell(.quit))
    #expect(quits(insisting))
  }

  // MARK: - Opening

  @Test func aFolderIsLookedThrough() {
    var state = LabState.opened()
    state.perform(.file(.beginOpening(folder: nil)))
    state.answer(
      .listed(
        FolderListing(
          path: "/x", parent: "/",
          entries: [
            .init(name: "maps", path: "/x/maps", kind: .folder), .init(name: "a.csv", path: "/x/a.csv", kind: .table),
            .init(name: "Maple.json", path: "/x/Maple.json", kind: .scene),
          ])))
    #expect(state.interface.overlay == .opening && state.interface.browser.rows.count == 3)
    state.perform(.file(.type("MAP")))
    #expect(state.interface.browser.rows.map(\.name) == ["maps", "Maple.json"])
    state.perform(.file(.choose(1)), .file(.choose(2)))
    #expect(state.interface.browser.chosen == 1)
    state.apply(.file(.commit))
    #expect(state.interface.loading?.path == "/x/Maple.json" && state.interface.overlay == nil)
    state.perform(.shell(.cancelLoading), .file(.beginOpening(folder: nil)))
    state.answer(.notListed(.noPermission(path: "/x")))
    #expect(state.interface.browser.problem == .noPermission(path: "/x"))
    state.perform(.file(.commit), .file(.goUp), .interface(.dismiss))
    #expect(state.interface.overlay == nil)
  }
}

extension LabState {
  fileprivate var points: Int { document.points.count }
}
