import Foundation
import LabCore
import LabFiles
import LabView
import Testing

@testable import mixture_lab

/// Scenes on the command line.
@Suite struct SceneCommandTests {
  private func state() -> LabState {
    var state = LabState(options: .init(), menu: LabData.menu)
    let commands: [Command] = [
      .run(.stepIteration), .run(.stepIteration), .run(.stepForward), .view(.toggleLayer(.contours)),
      .interface(.setTheme(.dark)), .shell(.resize(width: 1000, height: 700, pixelRatio: 1.25)),
      .interface(.showPage(.options)), .tick(20),
    ]
    state.performPendingWork()
    for command in commands {
      state.apply(command)
      state.performPendingWork()
    }
    return state
  }

  @Test func aSceneIsDrawnAsItWasOnTheScreen() throws {
    try Program.withFolder { folder in
      let state = state()
      _ = try SceneFile.write(state.scene, to: folder + "/s.json", when: .isNew)
      let result = try Program.run(["render", "s.json", "out.png"], in: folder)
      #expect(result.status == 0 && result.err.isEmpty, "\(result.err)")
      var settled = state
      settled.apply(.tick(60))
      try PNGFile.write(FramePainter(font: LabOptions.textSource(nil)).draw(settled), to: folder + "/wanted.png")
      let drawn = try Data(contentsOf: URL(fileURLWithPath: folder + "/out.png"))
      let wanted = try Data(contentsOf: URL(fileURLWithPath: folder + "/wanted.png"))
      let isSame = drawn == wanted
      #expect(isSame)
      // Another size is another picture of the same.
      #expect(try Program.run(["render", "s.json", "--size", "640x480", "out.png"], in: folder).status == 0)
    }
  }

  @Test func whatASceneSaysItselfIsNotSaidBesideIt() throws {
    try Program.withFolder { folder in
      _ = try SceneFile.write(state().scene, to: folder + "/s.json", when: .isNew)
      for (option, value) in [
        ("-k", "4"), ("--seed", "2"), ("--columns", "a"), ("--covariance", "tied"), ("--show", "a,b"),
        ("--missing", "drop"), ("--floor", "1e-3"), ("--on-collapse", "fail"), ("--on-empty", "drop"),
        ("--tolerance", "1e-3"),
      ] {
        let result = try Program.run(["render", "s.json", option, value, "out.png"], in: folder)
        #expect(result.status == 1)
        #expect(
          result.errorLines == [
            "mixture-lab: 's.json' is a scene with data and settings of its own; leave out \(option)"
          ], "\(result.err)")
      }
    }
  }

  /// A scene has a size of its own, which is known once it is read.
  @Test func aSceneThatWouldBeTooLargeIsRefused() throws {
    try Program.withFolder { folder in
      var state = state()
      state.apply(.shell(.resize(width: 2400, height: 1400, pixelRatio: 1)))
      _ = try SceneFile.write(state.scene, to: folder + "/s.json", when: .isNew)
      for command in ["render", "sheet"] {
        let result = try Program.run([command, "s.json", "--scale", "4", "out.png"], in: folder)
        #expect(result.status == 1 && result.errorLines.count == 1 && result.err.contains("9600x5600"), "\(result.err)")
        #expect(!FileManager.default.fileExists(atPath: folder + "/out.png"))
      }
    }
  }

  /// Nobody takes the half-steps that somebody guesses at.
  @Test func aSceneWithAGuessIsForTheWindow() throws {
    try Program.withFolder { folder in
      var state = state()
      state.apply(.guess(.toggle))
      state.performPendingWork()
      _ = try SceneFile.write(state.scene, to: folder + "/s.json", when: .isNew)
      for arguments in [
        ["animate", "s.json", "out.gif"], ["sheet", "s.json", "out.png"],
        ["render", "s.json", "--iterations", "2", "out.png"], ["render", "s.json", "--guess", "gain", "out.png"],
      ] {
        let result = try Program.run(arguments, in: folder)
        #expect(result.status == 1, "\(arguments)")
        #expect(
          result.errorLines == ["mixture-lab: 's.json' holds a guess; open it in the window"], "\(result.err)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["s.json"])
      }
      #expect(try Program.run(["render", "s.json", "out.png"], in: folder).status == 0)
    }
  }

  /// Scenes are taken where tables are, and help says so.
  @Test(arguments: ["animate", "sheet", "render"]) func helpNamesScenes(_ command: String) throws {
    let help = try Program.run([command, "--help"]).out
    #expect(
      (help.contains("A table or a scene") || help.contains("A table, a scene"))
        && help.contains("mixture-lab \(command) [FILE] "))
  }

  @Test func aDamagedSceneIsOneSentence() throws {
    try Program.withFolder { folder in
      let path = folder + "/s.json"
      let text = try SceneFile.text(state().scene)
      for damaged in [
        text.replacing("\"version\": 1", with: "\"version\": 3"), String(text.dropLast(400)), "{}",
        text.replacing("\"step\": 5", with: "\"step\": 50"),
      ] {
        try Data(damaged.utf8).write(to: URL(fileURLWithPath: path))
        let result = try Program.run(["render", "s.json", "out.png"], in: folder)
        #expect(result.status == 1 && result.errorLines.count == 1, "\(result.err)")
        #expect(!FileManager.default.fileExists(atPath: folder + "/out.png"))
      }
      // The scene is an input.
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      #expect(try Program.run(["render", "s.json", "s.json"], in: folder).status != 0)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }
  }
}
