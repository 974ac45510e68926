import Foundation
import Glibc
import LabCore
import LabFiles
import Testing

@testable import mixture_lab

/// `recover`: what is kept, and writing it as a scene.
@Suite struct RecoverCommandTests {
  /// A state folder with journals in it, and what a program needs to find it.
  private struct Kept {
    let folder: String
    let journals: JournalFolder
    var environment: [String: String] { ["XDG_STATE_HOME": folder] }

    init(_ root: String) {
      folder = root + "/state"
      let path = folder
      journals = JournalFolder(UserFolders { $0 == "XDG_STATE_HOME" ? path : nil })
    }

    /// Leaves a session with some points more than the opening example, as one that was cut off or ended otherwise.
    @discardableResult
    func leave(_ points: Int, _ ending: KeptWork.Ending = .cutOff) throws -> LabState {
      var lab = LabState(menu: LabData.menu)
      lab.performPendingWork()
      let claim = try journals.begin()
      var log = SessionLog(lab, keepsPointer: false)
      let writer = try SessionWriter(claim.path, Recording.header(), SessionLog.beginning(lab), replacing: false)
      for index in 0..<points {
        for command in [
          Command.edit(.beginPainting(DataPoint(Double(index), 9), radius: DataSize(0.1, 0.1))), .edit(.endStroke),
        ] {
          let eve = SessionEve(lab, before: command)
          lab.apply(command)
          writer.append(log.note(command, eve, lab))
        }
        lab.performPendingWork()
      }
      writer.close(discarding: false)
      switch ending {
      case .cutOff: break
      case .closed: claim.keep()
      case .setAside: claim.setAside()
      }
      return lab
    }

    func run(_ arguments: String...) throws -> Program.Result {
      try Program.run(["recover"] + arguments, in: folder + "/..", environment: environment)
    }
  }

  private func withKept(_ body: (Kept, String) throws -> Void) throws {
    try Program.withFolder { root in
      let kept = Kept(root)
      try FileManager.default.createDirectory(atPath: kept.folder, withIntermediateDirectories: true)
      try body(kept, root)
    }
  }

  @Test func nothingKeptIsSaid() throws {
    try withKept { kept, _ in
      let list = try kept.run()
      #expect(list.status == 0 && list.out.isEmpty && list.errorLines.count == 1, "\(list.err)")
      let export = try kept.run("--export", "s.json")
      #expect(export.status == 1 && export.errorLines.count == 1 && export.err.contains("no work is kept"))
    }
  }

  @Test func theListSaysWhatThereIs() throws {
    try withKept { kept, _ in
      try kept.leave(2)
      try kept.leave(3, .closed)
      try kept.leave(4, .setAside)
      let list = try kept.run()
      #expect(list.status == 0 && list.err.isEmpty)
      for (points, condition) in [(152, "cut off"), (153, "kept"), (154, "set aside")] {
        let line = list.out.split(separator: "\n").first { $0.contains(" \(points) ") }
        #expect(line?.contains(condition) == true, "\(list.out)")
      }
      let json = try kept.run("--json")
      let parsed = try #require(try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any])
      let sessions = try #require(parsed["sessions"] as? [[String: Any]])
      #expect(Set(sessions.compactMap { $0["points"] as? Int }) == [152, 153, 154])
      #expect(sessions.allSatisfy { ($0["components"] as? Int) == 3 && ($0["halfSteps"] as? Int) == 0 })
    }
  }

  @Test func theLatestIsWrittenAsAScene() throws {
    try withKept { kept, root in
      try kept.leave(1)
      let lab = try kept.leave(5)
      let result = try kept.run("--export", "s.json")
      #expect(result.status == 0 && result.err.isEmpty && result.out.isEmpty, "\(result.err)")
      let scene = try SceneFile.read(root + "/s.json").scene
      #expect(scene.holdsTheSame(as: lab.scene))
      // Another scene is not replaced: it may be work as well.
      let again = try kept.run("--export", "s.json", "--session", "2")
      #expect(
        again.status == 1 && again.errorLines == ["mixture-lab: 's.json' exists; give another name, or --replace"]
      )
      #expect(try SceneFile.read(root + "/s.json").scene.pointCount != 151)
      #expect(try kept.run("--export", "s.json", "--session", "2", "--replace").status == 0)
      #expect(try SceneFile.read(root + "/s.json").scene.pointCount == 151)
      #expect(
        try kept.run("--export", "-").out == String(contentsOfFile: root + "/s.json", encoding: .utf8) ? false : true)
    }
  }

  @Test func nothingOfAnotherKindIsReplaced() throws {
    try withKept { kept, root in
      try kept.leave(1)
      try "x,y\n1,2\n".write(toFile: root + "/t.json", atomically: true, encoding: .utf8)
      let journal = try #require(kept.journals.journals().first?.path)
      for path in ["t.json", "t.csv", journal, "none/s.json"] {
        let result = try kept.run("--export", path)
        #expect(result.status == 1 && result.errorLines.count == 1, "\(path): \(result.err)")
      }
      #expect(try String(contentsOfFile: root + "/t.json", encoding: .utf8) == "x,y\n1,2\n")
      #expect(try kept.run("--export", "s.json", "--session", "7").err.contains("there is no work number 7"))
      #expect(try kept.run("--session", "1").status == 64)
    }
  }

  /// A torn line loses itself; damage before the end loses what comes after it, and that is said.
  @Test func whatIsDamagedIsReadUpToThere() throws {
    try withKept { kept, root in
      try kept.leave(6)
      let path = try #require(kept.journals.journals().first?.path)
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      try whole.dropLast(7).write(to: URL(fileURLWithPath: path))
      let torn = try kept.run("--export", "s.json")
      #expect(torn.status == 0 && torn.err.isEmpty, "\(torn.err)")
      #expect(try SceneFile.read(root + "/s.json").scene.pointCount == 156)
      var bytes = [UInt8](whole)
      let lines = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
      bytes[lines[lines.count - 6] + 20] ^= 1
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      let damaged = try kept.run("--export", "damaged.json")
      #expect(damaged.status == 0 && damaged.errorLines.count == 1 && damaged.err.contains("damaged"))
      #expect((150..<156).contains(try SceneFile.read(root + "/damaged.json").scene.pointCount))
    }
  }

  @Test func whatCannotBeReadIsListedAsSuch() throws {
    try withKept { kept, _ in
      let claim = try kept.journals.begin()
      try "nonsense".write(toFile: claim.path, atomically: true, encoding: .utf8)
      claim.setAside()
      let list = try kept.run()
      #expect(list.status == 0 && list.out.contains("cannot be read"))
      #expect(try kept.run("--export", "s.json").status == 1)
    }
  }

  /// A journal is opened by its path wherever a table or a scene is.
  @Test func aJournalIsOpenedLikeAnyFile() throws {
    try withKept { kept, root in
      let lab = try kept.leave(3)
      let path = try #require(kept.journals.journals().first?.path)
      guard case .openedSession(let scene, _) = LabData.open(path, progress: { _ in true }) else {
        Issue.record("not opened")
        return
      }
      #expect(scene.holdsTheSame(as: lab.scene))
      #expect(try Program.run(["render", path, root + "/a.png"]).status == 0)
      #expect(try Program.run(["render", path, "-k", "4", root + "/b.png"]).err.contains("leave out -k"))
    }
  }

  /// A session that opens itself ends.
  @Test func aCircleOfSessionsEnds() throws {
    try withKept { kept, root in
      var lab = LabState()
      lab.performPendingWork()
      let path = root + "/circle.session"
      let writer = try SessionWriter(path, Recording.header(), SessionLog.beginning(lab), replacing: false)
      var log = SessionLog(lab, keepsPointer: false)
      for command in [Command.shell(.openFile(path: path))] {
        let eve = SessionEve(lab, before: command)
        lab.apply(command)
        writer.append(log.note(command, eve, lab))
      }
      let ticket = try #require(lab.effects.last?.ticket)
      let answer = Command.answer(Answer(ticket, .openedSession(LabState(example: .ring).scene, nil)))
      let eve = SessionEve(lab, before: answer)
      lab.apply(answer)
      writer.append(log.note(answer, eve, lab))
      writer.close(discarding: false)
      let back = try BroughtBack(path)
      #expect(!back.isWhole)
    }
  }
}
