import Foundation
import LabFiles
import Testing

@testable import LabCore
@testable import mixture_lab

/// Computer rooms: what may be reached, and what happens where nobody is.
@Suite struct LabRoomTests {
  private static func room(_ arguments: [String], _ settings: LabSettings = LabSettings()) throws
    -> LabRoom
  {
    try LabRoom(try LabRoomOptions.parse(arguments), settings)
  }

  @Test func theCommandLineCountsMoreThanWhatWasSet() throws {
    try Program.withFolder { folder in
      let set = LabSettings(kiosk: true, classFolder: folder, resetAfter: 10)
      let room = try Self.room([], set)
      #expect(room.isKiosk && room.resetAfter == 10 && room.folder.path == Folder.resolved(folder))
      let other = try Self.room(["--no-kiosk", "--reset-after", "2.5", "--class-folder", "/"], set)
      #expect(!other.isKiosk && other.resetAfter == 2.5 && other.folder.path == "/")
      #expect(try Self.room([]).isKiosk == false && Self.room([]).resetAfter == nil)
    }
  }

  @Test func whatCannotBeIsSaidInOneSentence() throws {
    try Program.withFolder { folder in
      for (arguments, said) in [
        (["--reset-after", "0"], "give minutes from 0.1 to 1440"),
        (["--reset-after", "-3"], "give minutes"),
        (["--class-folder", "nowhere"], "the class folder 'nowhere' is no folder"),
        (["--record-lesson", "a.json", "--start-lesson", "shapes"], "leave out one"),
        (["--record-lesson", "a.csv"], "a.csv"),
      ] {
        let result = try Program.run(["window"] + arguments, in: folder)
        #expect(result.status != 0 && result.err.contains(said), "\(arguments): \(result.err)")
      }
    }
  }

  /// A share that is not mounted: the window opens without it, which is said.
  @Test func aFolderThatWasSetAndIsNotThereIsNoReasonNotToOpen() throws {
    for isKiosk in [false, true] {
      let room = try Self.room([], LabSettings(kiosk: isKiosk, classFolder: "/nowhere at all"))
      #expect(room.folder.path == nil && room.folder.isOnlyOne == isKiosk)
      #expect(room.problem == "its classFolder '/nowhere at all' is no folder")
    }
    #expect(throws: Failure.self) {
      _ = try Self.room(["--class-folder", "/nowhere"], LabSettings(classFolder: "/nowhere"))
    }
  }

  @Test func aKioskKeepsToItsFolder() throws {
    try Program.withFolder { folder in
      let inside = folder + "/class"
      try FileManager.default.createDirectory(
        atPath: inside + "/sub", withIntermediateDirectories: true)
      try "a,b\n1,2\n3,4\n5,7\n".write(
        toFile: folder + "/outside.csv", atomically: true, encoding: .utf8)
      try "a,b\n1,2\n3,4\n5,7\n".write(
        toFile: inside + "/in.csv", atomically: true, encoding: .utf8)
      try FileManager.default.createSymbolicLink(
        atPath: inside + "/link.csv", withDestinationPath: folder + "/outside.csv")
      try FileManager.default.createSymbolicLink(
        atPath: inside + "/way", withDestinationPath: folder)
      // To what is not there yet.
      try FileManager.default.createSymbolicLink(
        atPath: inside + "/b.json", withDestinationPath: folder + "/b.json")
      let files = try ClassFolder(inside, isOnlyOne: true)
      func isOpened(_ path: String) -> Bool {
        if case .opened = files.read(path, { _ in true }) { return true }
        return false
      }
      #expect(
        isOpened(inside + "/in.csv") && isOpened("in.csv") && isOpened(Program.asset("iris.csv")))
      for path in [
        folder + "/outside.csv", inside + "/../outside.csv", inside + "/link.csv",
        inside + "/way/outside.csv",
        "../outside.csv", "/etc/passwd", inside + "/sub/../../outside.csv",
      ] {
        #expect(!isOpened(path), "\(path)")
      }
      let scene = LabState().scene
      guard case .saved = files.save(scene, "a.json", .isNew) else {
        Issue.record("a name lies in the folder")
        return
      }
      #expect(FileManager.default.fileExists(atPath: inside + "/a.json"))
      for path in [
        folder + "/b.json", "../b.json", "way/b.json", "sub/../../b.json", "nowhere/b.json", "b.json",
      ] {
        guard case .notSaved(.other(let sentence)) = files.save(scene, path, .isNew) else {
          Issue.record("\(path) is outside")
          continue
        }
        #expect(
          sentence.contains(inside) && !FileManager.default.fileExists(atPath: folder + "/b.json"))
      }
      guard case .listed(let listing) = files.list(folder) else { return }
      #expect(
        listing.path == Folder.resolved(inside) && listing.parent == nil && listing.folders.isEmpty)
      #expect(Set(listing.entries.map(\.name)) == ["sub", "in.csv", "a.json"])
      guard case .listed(let recent) = files.recent([folder + "/outside.csv", inside + "/in.csv"])
      else { return }
      #expect(recent.entries.map(\.path) == [inside + "/in.csv"])
    }
  }

  @Test func aKioskWithoutAFolderHasNoFiles() throws {
    let files = try ClassFolder(nil, isOnlyOne: true)
    guard case .notOpened(.other(let sentence)) = files.read("/etc/passwd", { _ in true }) else {
      Issue.record("nothing is opened")
      return
    }
    #expect(sentence.contains("names a class folder"))
    guard case .notListed = files.list("/") else {
      Issue.record("nothing is listed")
      return
    }
  }

  /// What a window begins with.
  private static var usual: LabState {
    var usual = LabState()
    usual.performPendingWork()
    return usual
  }

  /// Whatever somebody left: the window is as it began.
  @Test func theWindowBeginsAnew() {
    let usual = LabRoomTests.usual
    var state = usual
    let lesson = LessonLibrary.lessons[3]
    state.provide(LessonLibrary.lessons)
    for command: Command in [
      .run(.stepForward), .interface(.toggleProjector), .interface(.setTheme(.dark)),
      .interface(.showPage(.options)),
      .lesson(.start(name: lesson.name, page: 2)), .interface(.toggleOverlay(.lessons)),
    ] {
      state.apply(command)
      state.performPendingWork()
    }
    for command in LabRoom.beginning(anew: state, as: usual, file: nil, first: []) {
      state.apply(command)
      state.performPendingWork()
    }
    #expect(state.lesson == nil && state.interface.overlay == nil && !state.interface.isProjector)
    #expect(
      state.interface.page == .run && state.interface.theme == .light && state.document.clock == 0)
    #expect(
      state.scene.holdsTheSame(as: LabState(example: .threeClusters).scene)
        || !state.document.isEdited)
    #expect(state.lessons.progress.values.allSatisfy { $0 == LessonProgress() })
  }

  /// Nor does anything lead back to what somebody did: not by undoing, and not to be handed in.
  @Test(arguments: [nil, "/class/a.csv"]) func nobodyComesBackToTheWorkOfAnother(_ file: String?) throws {
    let usual = LabRoomTests.usual
    var state = usual
    let lesson = LessonLibrary.lessons[3]
    state.provide(LessonLibrary.lessons)
    for command: Command in [
      .edit(.openExample(.moons)), .start(.addMean(DataPoint(1, 1))), .lesson(.start(name: lesson.name, page: 1)),
      .run(.stepForward), .lesson(.leave), .lesson(.handIn), .export(.type("Ada")), .handIns(.open(path: "/class")),
    ] {
      state.apply(command)
      state.performPendingWork()
    }
    #expect(state.canUndo && state.lessonToHandIn != nil)
    let number = state.history.latest
    for command in LabRoom.beginning(anew: state, as: usual, file: file, first: []) {
      state.apply(command)
      state.performPendingWork()
    }
    #expect(!state.canUndo && !state.canRedo && state.lessonToHandIn == nil && state.handIns == HandIns())
    for _ in 0..<5 { state.apply(.edit(.undo)) }
    #expect(state.document.name == .example(.threeClusters) && state.history.latest >= number)
    #expect(state.export.signer.isEmpty)
    // What is done from now on can be undone.
    state.apply(.edit(.clearPoints))
    state.apply(.edit(.undo))
    #expect(state.document.points.count == 150 && !state.canUndo)
  }

  /// However much lies open, and while a lesson is under way: nothing of it is open, or handed in, by whoever comes next.
  @Test(
    arguments: [
      [], [.interface(.toggleTranscript)], [.lesson(.handIn), .export(.type("Ada"))],
      [.lesson(.handIn), .export(.type("Ada")), .interface(.toggleTranscript)], [.view(.chooseTool(.brush))],
      [.view(.chooseTool(.stamp))], [.interface(.toggleOverlay(.settings))],
    ] as [[Command]], [false, true])
  func nothingStaysOpen(_ open: [Command], inLesson: Bool) {
    var usual = LabState()
    usual.performPendingWork()
    var state = usual
    state.provide(LessonLibrary.lessons)
    let lesson = LessonLibrary.lessons[0]
    for command in (inLesson ? [.lesson(.start(name: lesson.name, page: 0))] : []) + open {
      state.apply(command)
      state.performPendingWork()
    }
    for command in LabRoom.beginning(anew: state, as: usual, file: nil, first: []) {
      state.apply(command)
      state.performPendingWork()
    }
    #expect(state.interface.overlay == nil && state.interface.transcriptLine == nil)
    #expect(!state.interface.showsToolSettings && state.tool == usual.tool)
    #expect(state.lesson == nil && state.lessonToHandIn == nil && state.export == Export())
    #expect(state.document.name == .example(.threeClusters) && !state.canUndo)
  }

  /// What was done before is still in the journal, which comes to the same again.
  @Test func aJournalLeadsThroughABeginningAnew() throws {
    var state = LabState()
    var entries = SessionLog.beginning(state)
    var log = SessionLog(state, keepsPointer: false)
    func perform(_ command: Command) {
      let eve = SessionEve(state, before: command)
      state.apply(command)
      entries += log.note(command, eve, state)
    }
    for command: Command in [
      .edit(.openExample(.moons)), .edit(.clearPoints), .shell(.forgetWork), .start(.addMean(DataPoint(0, 0))),
      .edit(.undo), .edit(.undo), .start(.addMean(DataPoint(1, 0))),
    ] { perform(command) }
    entries += log.end(state)
    var replay = SessionReplay(lessons: [])
    for entry in entries { try replay.take(entry) { path, _ in .notOpened(.missing(path: path)) } }
    replay.finish()
    #expect(replay.state?.scene.lanes == state.scene.lanes && replay.state?.scene.data == state.scene.data)
    #expect(replay.state?.historyDepth.past == state.historyDepth.past)
  }

  /// In a kiosk also whoever starts the program keeps to the class folder.
  @Test func filesNamedAtTheStartLieInTheFolder() throws {
    try Program.withFolder { folder in
      let inside = folder + "/class"
      try FileManager.default.createDirectory(atPath: inside, withIntermediateDirectories: true)
      for path in [folder + "/outside.csv", inside + "/in.csv"] {
        try "a,b\n1,2\n3,4\n5,7\n".write(toFile: path, atomically: true, encoding: .utf8)
      }
      let kiosk = ["window", "--kiosk", "--class-folder", inside]
      for arguments in [
        [folder + "/outside.csv"], [inside + "/in.csv", "--start", folder + "/start.json"],
        ["--start-lesson", folder + "/lesson.json"], ["--record-lesson", folder + "/lesson.json"],
      ] {
        let result = try Program.run(kiosk + arguments, in: folder)
        #expect(
          result.status == 1 && result.errorLines.count == 1 && result.err.contains("keeps to the class folder"),
          "\(arguments): \(result.err)")
      }
      let room = try Self.room(["--kiosk", "--class-folder", inside])
      try room.check([inside + "/in.csv", nil, "-", Program.asset("iris.csv")])
      #expect(throws: Failure.self) { try room.check([folder + "/outside.csv"]) }
      try Self.room(["--class-folder", inside]).check([folder + "/outside.csv"])
    }
  }

  @Test func onlyTheChordClosesAKiosk() {
    var state = LabState()
    state.becomeKiosk()
    state.apply(.shell(.quit))
    #expect(state.effects.allSatisfy { !$0.isQuit })
    state.apply(.shell(.leaveKiosk))
    #expect(state.effects.contains { $0.isQuit })
  }
}

extension Effect {
  fileprivate var isQuit: Bool {
    if case .quit = task { return true }
    return false
  }
}
