import Foundation
import GaussianMixtures
import LabFiles
import Testing

@testable import LabCore
@testable import mixture_lab

/// Animations without a window.
@Suite struct AnimateCommandTests {
  /// The blocks of a GIF, read without giflib: its size, what each image waits, whether it repeats, whether it ends.
  private struct Blocks {
    var size = (width: 0, height: 0)
    var delays: [Int] = []
    var repeats = false
    var isWhole = false

    init(_ bytes: [UInt8]) {
      func word(_ at: Int) -> Int { Int(bytes[at]) | Int(bytes[at + 1]) << 8 }
      guard bytes.starts(with: Array("GIF89a".utf8)) else { return }
      size = (word(6), word(8))
      var at = 13 + (bytes[10] & 0x80 == 0 ? 0 : 3 << (Int(bytes[10] & 7) + 1))
      while at < bytes.count, bytes[at] != 0x3B {
        if bytes[at] == 0x21, bytes[at + 1] == 0xF9 { delays.append(word(at + 4)) }
        if bytes[at] == 0x21, bytes[at + 1] == 0xFF {
          repeats = String(decoding: bytes[at + 3..<at + 14], as: UTF8.self) == "NETSCAPE2.0" && word(at + 16) == 0
        }
        at += bytes[at] == 0x2C ? 11 : 2
        while bytes[at] != 0 { at += Int(bytes[at]) + 1 }
        at += 1
      }
      isWhole = at == bytes.count - 1
    }
  }

  private static func blocks(_ path: String) throws -> Blocks {
    Blocks(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
  }

  @Test func writesARunWithItsTimesAndRepeats() throws {
    try Program.withFolder { folder in
      let result = try Program.run(
        [
          "animate", Program.asset("old_faithful.csv"), "-k", "2", "--iterations", "3", "--speed", "2", "--size",
          "400x250", "a.gif",
        ], in: folder)
      #expect(result.status == 0 && result.err.isEmpty && result.out.isEmpty, "\(result.err)")
      let gif = try Self.blocks(folder + "/a.gif")
      #expect(gif.isWhole && gif.repeats && gif.size == (400, 250))
      // The start and six half-steps for half a second each, then two of rest; three frames or more for every glide.
      #expect((550...560).contains(gif.delays.reduce(0, +)), "\(gif.delays)")
      #expect(gif.delays.count >= 19 && gif.delays.allSatisfy { $0 >= 8 && $0 % 8 == 0 })
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.gif"])
    }
  }

  @Test func sameCommandSameBytesAndEveryOptionShows() throws {
    try Program.withFolder { folder in
      func bytes(_ options: [String]) throws -> [UInt8] {
        let path = folder + "/\(UUID().uuidString).gif"
        let result = try Program.run(["animate", "--iterations", "1", "--size", "320x240"] + options + [path])
        #expect(result.status == 0, "\(result.err)")
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
      }
      let plain = try bytes([])
      #expect(try bytes([]) == plain)
      for changed in [
        ["--speed", "5"], ["--content", "fit"], ["--content", "likelihood"], ["--theme", "dark"], ["-k", "4"],
        ["--compare", "k-means"], ["--title", "A run"], ["--numbers"],
      ] { #expect(try bytes(changed) != plain, "\(changed)") }
    }
  }

  @Test func whatIsInterruptedLeavesNothing() throws {
    try Program.withFolder { folder in
      let line = "timeout --signal=INT 0.3 env --default-signal=INT \"$LAB\" animate --size 1600x1000 a.gif; echo $?"
      let result = try Program.shell(line, in: folder)
      #expect(result.out == "124\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  /// A run that ends in an error is played as far as it came, and the error is said.
  @Test func aRunThatFailsIsNoStillPicture() throws {
    try Program.withFolder { folder in
      try AtomicFile.write(
        "a,b\n" + String(repeating: "1,1\n", count: 6) + "5,3\n6,5\n7,3\n8,6\n", to: folder + "/d.csv")
      try AtomicFile.write(
        #"{"means": [[1, 1], [6, 4]], "covariances": [[[1, 0], [0, 1]], [[4, 0], [0, 4]]]}"#, to: folder + "/s.json")
      let result = try Program.run(
        ["animate", "d.csv", "--start", "s.json", "--on-collapse", "fail", "--size", "320x240", "a.gif"], in: folder)
      #expect(result.status == 1 && result.errorLines.count == 1, "\(result.err)")
      #expect(try Self.blocks(folder + "/a.gif").delays.count > 2)
    }
  }

  /// What a film has no room for is said.
  @Test func aLongRunIsCutAndSaidToBe() throws {
    let source = DataSource(
      name: .file("t"), columnNames: ["x", "y"], x: [0, 1, 0.3, 4, 5, 4.4], y: [0, 0.5, 1, 4, 4.2, 5],
      aspect: .equal)
    var state = LabState(
      source: source, componentCount: 1, seed: 1, options: EMOptions(tolerance: 0, maximumIterations: 5000))
    func cut(_ asked: Int?) -> String? {
      let film = Film(
        state.exhibited(width: 320, height: 240), steps: 0...max(state.document.latest, 0), speed: Speed(index: 3))
      return AnimateCommand.cut(film, of: state, asked: asked)
    }
    state.run(nil, halfSteps: 40)
    #expect(cut(40) == nil)
    state.run(nil, halfSteps: Film.most - 40)
    #expect(state.document.latest == Film.most)
    #expect(cut(Film.most) == nil)
    #expect(cut(Film.most + 1)?.contains("1000 iterations") == true && cut(nil) != nil)
    state.run(nil, halfSteps: 2)
    // All that was asked for is there; of the whole run it is not.
    #expect(cut(Film.most) == nil && cut(nil) != nil)
  }

  /// Wherever a scene stands, so many iterations are shown as were asked for, from its start.
  @Test func aSceneShowsTheIterationsAskedFor() throws {
    try Program.withFolder { folder in
      var state = LabState(options: .init(), menu: LabData.menu)
      state.performPendingWork()
      for _ in 0..<5 {
        state.apply(.run(.stepForward))
        state.performPendingWork()
      }
      _ = try SceneFile.write(state.scene, to: folder + "/ahead.json", when: .isNew)
      state.apply(.run(.runToConvergence))
      state.performPendingWork()
      state.apply(.run(.scrub(toStep: 0)))
      _ = try SceneFile.write(state.scene, to: folder + "/back.json", when: .isNew)
      func length(_ file: String, _ iterations: String) throws -> Int {
        let result = try Program.run(
          ["animate", file, "--iterations", iterations, "--speed", "10", "--size", "320x240", "a.gif"], in: folder)
        #expect(result.status == 0 && result.err.isEmpty, "\(result.err)")
        return try Self.blocks(folder + "/a.gif").delays.reduce(0, +)
      }
      // The start and two half-steps for a tenth of a second each, and two of rest.
      for file in ["ahead.json", "back.json"] {
        #expect(try length(file, "1") == 230, "\(file)")
        #expect(try length(file, "4") == 290, "\(file)")
      }
    }
  }

  /// A run that goes on from an edit has its own first half-step, and goes on counting.
  @Test func whatLiesBeforeTheRunIsRefused() throws {
    try Program.withFolder { folder in
      _ = try SceneFile.write(SheetCommandTests.continued().scene, to: folder + "/s.json", when: .isNew)
      let options = ["animate", "s.json", "--speed", "10", "--size", "320x240"]
      let early = try Program.run(options + ["--iterations", "2", "a.gif"], in: folder)
      #expect(early.status == 1 && early.errorLines.count == 1, "\(early.err)")
      #expect(early.err.contains("begins after 3.5 iterations, 2 is before"), "\(early.err)")
      // From 3.5 to 5: four moments.
      #expect(try Program.run(options + ["--iterations", "5", "a.gif"], in: folder).status == 0)
      #expect(try Self.blocks(folder + "/a.gif").delays.reduce(0, +) == 240)
    }
  }

  @Test func goesThroughAPipe() throws {
    try Program.withFolder { folder in
      let line = "cat '\(Program.asset("iris.csv"))' | \"$LAB\" animate - --iterations 1 --size 320x240 - > a.gif"
      let result = try Program.shell(line, in: folder)
      let gif = try Self.blocks(folder + "/a.gif")
      #expect(result.status == 0 && gif.isWhole, "\(result.err)")
    }
  }

  @Test(arguments: [
    (["missing.csv", "out.gif"], Int32(1), "there is no file"),
    (["two.csv", "-k", "3", "out.gif"], 1, "3 components need at least 3 points"),
    (["two.csv", "-k", "2", "nowhere/out.gif"], 1, "nowhere"),
    (["picture.gif"], 1, "holds a table or a text and would be replaced by an animation"),
    (["out.png"], 64, "let the animation's name end in .gif"),
    (["--speed", "4", "out.gif"], 64, "0.5, 1, 1.5, 2, 3, 5, 10"),
    (["--iterations", "1.3", "out.gif"], 64, "whole or half numbers"),
    (["--content", "all", "out.gif"], 64, "--content"),
    ([], 64, "OUT.gif"),
  ])
  func refusesInOneSentence(_ arguments: [String], _ status: Int32, _ part: String) throws {
    try Program.withFolder { folder in
      try AtomicFile.write("a,b\n1,2\n2,5\n", to: folder + "/two.csv")
      try AtomicFile.write("not a picture\n", to: folder + "/picture.gif")
      let before = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      let result = try Program.run(["animate"] + arguments, in: folder)
      #expect(result.status == status, "\(result.err)")
      #expect(result.errorLines.count == 1 && result.err.contains(part), "\(result.err)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == before)
    }
  }
}
