import GaussianMixtures

@testable import LabCore
@testable import LabView

/// A state of every kind that a transcript tells of: each page, each mode.
enum TranscriptScenes {
  static let names = [
    "start", "e-step", "m-step", "converged", "cleared", "by-keyboard", "held", "inspected", "hidden", "options",
    "selection", "race", "runs", "mystery", "guess", "guess-revealed", "k-means", "families", "columns", "layers",
    "compare-menu", "lane-menu", "help", "gallery", "saving", "not-saved", "opening", "export", "settings", "recovery",
    "lessons", "lesson", "lesson-answered", "loading", "naming", "seed", "large-chart",
  ]

  static func scene(_ name: String, width: Int = 1280, height: Int = 800) -> Scene {
    var scene = Scene(width: width, height: height)
    switch name {
    case "e-step":
      for _ in 0..<3 { scene.key(.right) }
    case "m-step":
      for _ in 0..<4 { scene.key(.right) }
    case "converged": scene.key(.end)
    case "cleared": scene.type("c")
    case "by-keyboard":
      scene.type("v")
      scene.key(.tab)
      scene.key(.right)
    case "held":
      scene.key(.tab)
      scene.key(.left)
      scene.key(.enter)
    case "inspected":
      scene.key(.end)
      scene.type("i")
      scene.perform(.view(.pin(20)))
    case "hidden": scene.perform(.run(.stepIteration), .view(.toggleLayer(.model)))
    case "options": scene.type("o")
    case "selection":
      scene.type("m")
      scene.state.search = TextPlacementTests.search
    case "race":
      scene.type("n", .shift)
      scene.key(.enter)
      scene.state.performPendingRace()
    case "runs":
      scene.key(.end)
      scene.type("n")
      scene.key(.end)
      scene.type("r", .shift)
    case "mystery": scene.type("m", .control)
    case "guess":
      for _ in 0..<6 { scene.key(.right) }
      scene.type("g")
    case "guess-revealed":
      for _ in 0..<6 { scene.key(.right) }
      scene.type("g")
      for _ in 0..<5 {
        scene.type(".")
        scene.type("2")
      }
      scene.key(.right)
    case "k-means", "families":
      scene.type("k", name == "k-means" ? [] : .shift)
      for _ in 0..<5 { scene.key(.right) }
    case "columns":
      scene = Scene(Columns.iris(), width: width, height: height)
      scene.type("y")
    case "layers": scene.type("l")
    case "compare-menu": scene.type("k", .control)
    case "lane-menu": scene.perform(.lanes(.compare(.families)), .interface(.toggleOverlay(.laneMenu)))
    case "help": scene.key(.f1)
    case "gallery":
      scene.key(.f3)
      scene.key(.right)
    case "saving": scene.type("s", .control)
    case "not-saved":
      scene.type("s", .control)
      scene.key(.enter)
      scene.state.answerLast(.notSaved(.exists(path: "three-clusters.json")))
    case "opening": scene = OpenPageTests.opening(width: width, height: height)
    case "export":
      scene.perform(.run(.stepIteration))
      scene.type("e", .control)
    case "settings":
      scene.type(",", .control)
      scene.key(.tab)
    case "recovery": scene = RecoveryCardTests.scene(width, height)
    case "lessons", "lesson", "lesson-answered":
      scene = ShippedLessons.scene(1, page: 1, width: width, height: height)
      if name == "lessons" {
        scene.key(.f2)
      } else if let asks = scene.state.lesson?.lesson.pages.firstIndex(where: { $0.question != nil }) {
        scene.perform(.lesson(.start(name: scene.state.lesson?.lesson.name ?? "", page: asks)))
        if name == "lesson-answered" { scene.type("1") }
      }
    case "loading": scene.perform(.shell(.openFile(path: "/home/ada/trees.csv")))
    case "naming":
      scene.key(.end)
      scene.type("n")
      scene.type("r", .shift)
      scene.perform(.kept(.beginNaming(scene.state.document.runs.number)))
    case "seed":
      scene.type("o")
      scene.perform(.option(.beginSeedEntry))
    case "large-chart":
      scene.perform(.run(.stepIteration))
      scene.type("s")
    default: break
    }
    scene.wait(0.5, frame: 0.5)
    return scene
  }
}
