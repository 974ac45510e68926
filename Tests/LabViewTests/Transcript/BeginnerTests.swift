import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// The ten tasks of a beginner, by keyboard and transcript alone.
struct BeginnerTests {
  @Test func tenTasksWithoutSeeing() throws {
    let user = Listener()

    // 1. Paint two groups.
    #expect(user.does("Choose data"))
    #expect(user.goes(to: "Empty canvas", by: .right))
    user.press(.enter)
    #expect(user.hears("The data are Empty canvas: 0 points."))
    #expect(user.does("Stamp"))
    #expect(user.goes(to: "the canvas"))
    for x in [-5.0, 5] {
      #expect(user.walks(to: x, 0))
      user.press(.enter)
      #expect(user.hears("Something is held"))
      for _ in 0..<4 { user.press(.right) }
      user.press(.enter)
    }
    #expect(user.hears("80 points"))

    // 2. Place three means.
    #expect(user.does("Means"))
    for (x, y) in [(-5.0, 0.0), (5, 0), (0, 3)] {
      #expect(user.walks(to: x, y))
      user.press(.enter)
    }
    #expect(user.hears("3 normal distributions"))

    // 3. Run.
    #expect(user.does("Run to convergence"))
    #expect(user.hears(": converged; "))
    let run = user.heard.first { $0.hasPrefix("EM: ") }

    // 4. Step back.
    #expect(user.does("Half-step back"))
    #expect(user.heard.first { $0.hasPrefix("EM: ") } != run)
    #expect(user.hears("E, the expectation step"))

    // 5. Name the largest weight.
    let weights = ["A", "B", "C"].map { user.number("weight", of: $0) ?? -1 }
    #expect(weights.allSatisfy { $0 >= 0 } && abs(weights.reduce(0, +) - 1) < 0.01)
    let largest = weights.firstIndex(of: weights.max() ?? 0)
    let model = user.scene.model.weights
    #expect(largest == model.firstIndex(of: model.max() ?? 0))

    // 6. Undo: the third mean is gone.
    #expect(user.does("Undo"))
    #expect(user.hears("2 normal distributions") && user.number("weight", of: "C") == nil)

    // 7. Open an example.
    #expect(user.does("Choose data"))
    #expect(user.hears("Open now: Data."))
    #expect(user.goes(to: "A ring", by: .left))
    user.press(.enter)
    #expect(user.hears("The data are A ring: "))

    // 8. Change K.
    #expect(user.heard.contains { $0.hasPrefix("1 … 9: ") })
    user.press(.character("4"))
    #expect(user.hears("4 normal distributions") && user.number("weight", of: "D") != nil)

    // 9. Compare with k-means.
    #expect(user.does("Side by side"))
    #expect(user.goes(to: "EM beside k-means", by: .down))
    user.press(.enter)
    #expect(user.does("Run to convergence"))
    #expect(user.heard.contains { $0.hasPrefix("k-means: ") } && user.heard.contains { $0.hasPrefix("EM: ") })

    // 10. Save.
    #expect(user.does("save the scene"))
    #expect(user.hears("Open now: "))
    user.type("-mine")
    #expect(user.hears("ring-mine"))
    user.press(.enter)
    user.saves()
    #expect(user.savedAs == "ring-mine.json" && user.hears("Saved"))
  }
}
