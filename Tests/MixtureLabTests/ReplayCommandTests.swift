import Foundation
import LabCore
import LabFiles
import Testing

@testable import mixture_lab

/// Sessions played again without a window.
@Suite struct ReplayCommandTests {
  private static let table = "x,y\n0,0\n1,0.5\n0.2,1\n5,5\n6,5.5\n5.5,6\n"

  /// A session that opens a table, paints, and runs EM.
  private static func write(_ path: String, opening table: String?, kernel: String = "avx2") throws -> LabState {
    var state = LabState()
    var log = SessionLog(state, keepsPointer: true)
    var entries = SessionLog.beginning(state)
    func apply(_ command: Command) {
      let eve = SessionEve(state, before: command)
      state.apply(command)
      entries += log.note(command, eve, state)
    }
    func work() {
      while let (ticket, computation) = state.pendingComputation {
        apply(.answer(Answer(ticket, computation.perform())))
      }
    }
    work()
    if let table {
      apply(.shell(.openFile(path: table)))
      let x = [0, 1, 0.2, 5, 6, 5.5]
      let y = [0, 0.5, 1, 5, 5.5, 6]
      let source = DataSource(name: .file("t"), columnNames: ["x", "y"], x: x, y: y, aspect: .independent)
      if let effect = state.effects.last { apply(.answer(Answer(effect.ticket, .opened(source)))) }
      work()
    }
    apply(.edit(.beginPainting(DataPoint(1, 1), radius: DataSize(0.5, 0.5))))
    work()
    for frame in 1...40 {
      apply(.edit(.moveStroke(DataPoint(1 + Double(frame) / 20, 1))))
      apply(.tick(Double(frame) / 30))
      work()
    }
    apply(.edit(.endStroke))
    apply(.run(.runToConvergence))
    work()
    apply(.tick(10))
    entries += log.end(state)
    let session = Session(SessionHeader(program: "0.1.0", kernel: kernel, began: "2026-11-30T02:00:00Z"), entries)
    try Data(try SessionFile.bytes(session)).write(to: URL(fileURLWithPath: path))
    return state
  }

  @Test func theHashIsThatOfTheStateThatWasRecorded() throws {
    try Program.withFolder { folder in
      let path = folder + "/s.session"
      let state = try Self.write(path, opening: nil)
      let result = try Program.run(["replay", path, "--json"])
      #expect(result.status == 0, "\(result.err)")
      let json = try JSONValue.parse(Array(result.out.utf8))
      let hash = try state.fingerprint().text
      #expect(json["hash"]?.text == hash && json["linesLost"]?.count == 0)
      #expect(json["entries"] == json["of"] && json["points"]?.count == state.document.points.count)
      let table = try Program.run(["replay", path])
      #expect(table.out.contains("hash") && table.out.contains(hash))
    }
  }

  /// The scene that a replay writes is the one that was on the screen, and so is the picture.
  @Test func picturesAndScenesAreThoseOfTheSession() throws {
    try Program.withFolder { folder in
      let path = folder + "/s.session"
      let state = try Self.write(path, opening: nil)
      let result = try Program.run(
        ["replay", path, "--png", folder + "/a.png", "--scene", folder + "/s.json"])
      #expect(result.status == 0, "\(result.err)")
      #expect(try SceneFile.read(folder + "/s.json").scene == state.scene)
      let rendered = try Program.run(["render", folder + "/s.json", folder + "/b.png"])
      #expect(rendered.status == 0)
      let (a, b) = (try PNGFile.read(folder + "/a.png"), try PNGFile.read(folder + "/b.png"))
      #expect(a.width == b.width && a.height == b.height)
      // But for undo, and what the strip says.
      #expect(zip(a.pixels, b.pixels).count { $0 != $1 } < a.pixels.count / 20)
    }
  }

  /// What goes to standard output goes there alone.
  @Test func nothingIsMixedWithAFileOnStandardOutput() throws {
    try Program.withFolder { folder in
      let path = folder + "/s.session"
      let state = try Self.write(path, opening: nil, kernel: Recording.header().kernel)
      let result = try Program.shell("\"$LAB\" replay s.session --scene - > s.json", in: folder)
      #expect(result.status == 0 && result.err.isEmpty, "\(result.err)")
      #expect(try SceneFile.read(folder + "/s.json").scene == state.scene)
      for options in [["--scene", "-", "--png", "-"], ["--scene", "-", "--json"]] {
        let refused = try Program.run(["replay", path] + options)
        #expect(refused.status == 64 && refused.errorLines.count == 1 && refused.out.isEmpty, "\(refused.err)")
      }
    }
  }

  @Test func anyNumberOfEntriesWillDo() throws {
    try Program.withFolder { folder in
      let path = folder + "/s.session"
      _ = try Self.write(path, opening: nil)
      var points: [Int] = []
      for until in ["1", "2", "30", "1000000"] {
        let result = try Program.run(["replay", path, "--until", until, "--json"])
        #expect(result.status == 0, "\(result.err)")
        points.append(try JSONValue.parse(Array(result.out.utf8))["points"]?.count ?? 0)
      }
      #expect(points == points.sorted() && points[0] < points[3])
      for wrong in ["0", "-1", "x", "1e9"] {
        #expect(try Program.run(["replay", path, "--until", wrong]).status == 64)
      }
    }
  }

  @Test func aFileIsReadAgainAndMustBeTheSame() throws {
    try Program.withFolder { folder in
      let (path, table) = (folder + "/s.session", folder + "/t.csv")
      try Data(Self.table.utf8).write(to: URL(fileURLWithPath: table))
      let state = try Self.write(path, opening: table)
      let result = try Program.run(["replay", path, "--json"])
      #expect(result.status == 0, "\(result.err)")
      let hash = try state.fingerprint().text
      #expect(result.out.contains(hash))
      try Data(Self.table.replacing("5.5,6", with: "5.5,7").utf8).write(to: URL(fileURLWithPath: table))
      let changed = try Program.run(["replay", path])
      #expect(changed.status == 1 && changed.err.contains("has changed since") && changed.errorLines.count == 1)
      try FileManager.default.removeItem(atPath: table)
      let missing = try Program.run(["replay", path])
      #expect(missing.status == 1 && missing.err.contains("--until") && missing.errorLines.count == 1, "\(missing.err)")
    }
  }

  @Test func whatIsLostAndAnotherKernelAreSaid() throws {
    try Program.withFolder { folder in
      let path = folder + "/s.session"
      _ = try Self.write(path, opening: nil, kernel: "abacus")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      try bytes.dropLast(20).write(to: URL(fileURLWithPath: path))
      let result = try Program.run(["replay", path])
      #expect(result.status == 0 && result.errorLines.count == 2)
      #expect(result.err.contains("1 line (") && result.err.contains("the kernel abacus"))
    }
  }

  /// With so many points that they are divided among threads.
  @Test func theNumberOfThreadsDoesNotMatter() throws {
    try Program.withFolder { folder in
      var generator = SystemRandomNumberGenerator()
      let x = (0..<30_000).map { Double($0 % 3) * 6 + Double.random(in: -1...1, using: &generator) }
      let y = x.map { $0 / 3 + Double.random(in: -1...1, using: &generator) }
      let state = LabState(
        source: DataSource(name: .file("t"), columnNames: ["x", "y"], x: x, y: y, aspect: .equal), componentCount: 3,
        seed: 1)
      let commands: [SessionEntry] = [
        .command(.edit(.beginPainting(DataPoint(1, 1), radius: DataSize(1, 1)))), .command(.edit(.endStroke)),
        .command(.run(.runToConvergence)),
      ]
      let session = Session(
        SessionHeader(program: "0.1.0", kernel: "avx2", began: ""), SessionLog.beginning(state) + commands)
      try Data(try SessionFile.bytes(session)).write(to: URL(fileURLWithPath: folder + "/s.session"))
      let all = try Program.shell("$LAB replay s.session", in: folder)
      let one = try Program.shell("taskset -c 0 $LAB replay s.session", in: folder)
      #expect(all.status == 0 && one.status == 0, "\(all.err) \(one.err)")
      #expect(all.out == one.out && all.out.contains("hash"))
    }
  }

  @Test func whatCannotBeReplayedIsSaidInOneSentence() throws {
    try Program.withFolder { folder in
      try Data("a,b\n1,2\n".utf8).write(to: URL(fileURLWithPath: folder + "/t.csv"))
      _ = try Self.write(folder + "/s.session", opening: nil)
      for (arguments, part) in [
        (["no.session"], "there is no file"), (["t.csv"], "is no session"),
        (["s.session", "--png", "t.csv"], "t.csv"), (["s.session", "--scene", "s.session"], "s.session"),
      ] {
        let result = try Program.run(["replay"] + arguments, in: folder)
        #expect(result.status == 1 && result.errorLines.count == 1 && result.err.contains(part), "\(result.err)")
      }
      let window = try Program.run(["t.csv", "--record", "t.csv"], in: folder)
      #expect(window.status == 1 && window.errorLines.count == 1)
      #expect(try String(contentsOfFile: folder + "/t.csv", encoding: .utf8) == "a,b\n1,2\n")
    }
  }
}
