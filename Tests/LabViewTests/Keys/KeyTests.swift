import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// Every key of the help card does what the card says.
struct KeyTests {
  @Test func keysOfEM() {
    var scene = Scene()
    scene.key(.space)
    #expect(scene.state.playback.mode == .playing)
    scene.key(.space)
    #expect(scene.state.playback.mode == .paused)
    scene.type("r")
    #expect(scene.state.document.runs.current.steps.count == 1)
    scene.key(.right)
    #expect(scene.state.document.runs.cursor == 1)
    scene.key(.right)
    scene.key(.left)
    #expect(scene.state.document.runs.cursor == 1 && scene.state.document.runs.current.steps.count == 3)
    scene.key(.right)
    scene.key(.right, .shift)
    #expect(scene.state.document.runs.cursor == 4)
    scene.key(.end)
    #expect(scene.state.hasConverged)
    scene.key(.home)
    #expect(scene.state.document.runs.current.steps.count == 1)
    let seed = scene.state.document.startSeed
    scene.type("n")
    #expect(scene.state.document.startSeed == seed + 1)
    let speed = scene.state.playback.speed
    scene.type("+")
    #expect(scene.state.playback.speed == speed.faster)
    scene.type("-")
    #expect(scene.state.playback.speed == speed)
    scene.type("=")
    scene.type("−")
    #expect(scene.state.playback.speed == speed)
    for digit in 1...9 {
      scene.type(Character(String(digit)))
      #expect(scene.model.componentCount == digit)
    }
  }

  @Test func keysOfTools() {
    for (key, tool) in [("b", Tool.brush), ("x", .eraser), ("v", .means), ("h", .hand), ("i", .inspect)] {
      for text in [key, key.uppercased()] {
        var scene = Scene()
        scene.perform(.view(.chooseTool(tool == .hand ? .brush : .hand)))
        scene.type(Character(text))
        #expect(scene.state.tool == tool)
      }
    }
    var scene = Scene()
    let radius = scene.state.brushRadius
    scene.type("]")
    #expect(scene.state.brushRadius > radius)
    scene.type("[")
    scene.type("[")
    #expect(scene.state.brushRadius < radius)
  }

  @Test func keysOfEditAndView() {
    var scene = Scene()
    scene.click(at: scene.emptyPlace)
    scene.type("z", .control)
    #expect(scene.points.count == 150)
    scene.type("z", [.control, .shift])
    #expect(scene.points.count == 151)
    scene.type("Z", .control)
    scene.type("y", .control)
    #expect(scene.points.count == 151)
    scene.type("c")
    #expect(scene.points.isEmpty)
    scene.type("z", .control)
    scene.type("f")
    let fitted = scene.state.viewport
    scene.send(.wheel(3, Point(300, 300), []))
    scene.type("f")
    #expect(scene.state.viewport == fitted)
    scene.type("a")
    #expect(scene.state.document.aspect == .independent)
    scene.type("p")
    #expect(scene.state.interface.isProjector)
    scene.type("p")
    scene.type("t")
    #expect(scene.state.interface.theme == .dark)
    scene.type("t")
    #expect(scene.state.interface.theme == .light)
    scene.key(.f11)
    scene.type("q", .control)
    #expect(scene.state.effects.count == 2)
    scene.type("o")
    #expect(scene.state.interface.page == .options)
    scene.type("m")
    #expect(scene.state.interface.page == .selection)
    scene.key(.escape)
    #expect(scene.state.interface.page == .run)
    scene.type("o", .control)
    #expect(scene.state.interface.overlay == .opening)
    scene.key(.escape)
    for key in [Key.f1, .character("?")] {
      scene.key(key)
      #expect(scene.state.interface.overlay == .help)
      scene.key(.escape)
      #expect(scene.state.interface.overlay == nil)
    }
  }

  /// A seed half typed, and its page closed: the keys are there again.
  @Test func theKeyboardIsThereAgainAfterASeedWasLeft() {
    for leave in [Control.closePage, .play, .tool(.means), .dataMenu] {
      var scene = Scene(width: 1280, height: 1000)
      scene.type("o")
      scene.click(.seedField)
      scene.type("4")
      #expect(scene.state.interface.seedDraft == "4")
      scene.click(leave)
      scene.key(.escape)
      let tool = scene.state.tool
      scene.type(tool == .means ? "h" : "v")
      #expect(scene.state.tool != tool, "\(leave)")
    }
    var scene = Scene(width: 1280, height: 1000)
    scene.type("o")
    scene.click(.seedField)
    scene.click(at: scene.emptyPlace)
    scene.key(.space)
    #expect(scene.state.playback.mode == .playing)
  }

  /// The card promises only keys that mean something.
  @Test func everyKeyOnTheHelpCardMeansSomething() {
    for action in HelpText.sections.flatMap(\.entries).flatMap(\.actions) {
      #expect(!KeyTable.strokes(action).isEmpty, "\(action)")
      for stroke in KeyTable.strokes(action) {
        var scene = Scene()
        scene.click(at: scene.emptyPlace)
        scene.perform(
          .shell(.prepare(paths: ["/a.json", "/b.json", "/c.json"])), .shell(.openListed(1)), .shell(.cancelLoading),
          .run(.stepIteration), .interface(.focus(.next)))
        #expect(!scene.send(.key(stroke.key, stroke.modifiers, isRepeat: false)).isEmpty, "\(action)")
      }
    }
  }

  /// And every control's tooltip names a key that does the same as pressing it.
  @Test func theKeyInATooltipDoesTheSame() {
    var scene = Scene()
    scene.click(at: scene.emptyPlace)
    scene.type("z", .control)
    scene.click(at: scene.emptyPlace)
    scene.perform(.run(.stepIteration), .start(.setComponentCount(5)), .run(.stepForward))
    for (control, _) in scene.layout.controls where scene.state.isEnabled(control) {
      guard let action = control.keyAction, let stroke = KeyTable.strokes(action).first else { continue }
      #expect(scene.state.words.keys(control)?.hasPrefix(scene.state.words.text(stroke)) == true, "\(control)")
      let pressed = control.commands(scene.state, scene.layout)
      let typed = InputTranslation.commands(
        .key(stroke.key, stroke.modifiers, isRepeat: false), scene.state, font: scene.font)
      #expect(pressed == typed && !typed.isEmpty, "\(control)")
    }
  }

  @Test func keyRepeatNeverDoublesOneShotActions() {
    for key in "rn+-=bxvhicfapt?123456789om".map(Key.character) + [
      .space, .home, .end, .escape, .enter, .tab, .f1, .f11,
    ] {
      var scene = Scene()
      scene.perform(.run(.stepIteration), .interface(.focus(.next)))
      #expect(scene.send(.key(key, [], isRepeat: true)).isEmpty, "\(key)")
    }
    for character in "zyqo" {
      var scene = Scene()
      #expect(scene.send(.key(.character(character), .control, isRepeat: true)).isEmpty, "\(character)")
    }
    // Stepping and the brush go on while their keys are held.
    var scene = Scene()
    scene.key(.right, isRepeat: true)
    scene.key(.right, isRepeat: true)
    #expect(scene.state.document.runs.current.steps.count == 3)
    scene.key(.left, isRepeat: true)
    #expect(scene.state.document.runs.cursor == 1)
  }

  @Test func otherKeysDoNothing() {
    var scene = Scene()
    for character in "0§äß½٣;\u{0}🎲" {
      #expect(scene.send(.key(.character(character), [], isRepeat: false)).isEmpty, "\(character)")
    }
    for character in "rncbp123" {
      #expect(scene.send(.key(.character(character), .control, isRepeat: false)).isEmpty, "Ctrl \(character)")
    }
    scene.key(.delete)
    #expect(!scene.state.canUndo)
  }
}
