import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// What is spoken, and when.
struct SpokenScreenTests {
  private final class Ear {
    var scene = Scene()

    func news(_ change: (inout Scene) -> Void) -> String? {
      let before = SpokenScreen(scene.state, font: scene.font)
      change(&scene)
      return SpokenScreen(scene.state, font: scene.font).news(since: before)
    }
  }

  @Test func atFirstItSaysWhatThereIs() {
    let scene = Scene()
    let said = SpokenScreen(scene.state, font: scene.font).news(since: nil) ?? ""
    #expect(said.contains("Three clusters: 150 points."))
  }

  @Test func onlyWhatChangesIsSaid() {
    let ear = Ear()
    #expect(ear.news { $0.wait(1) } == nil, "the clock is no news")
    #expect(ear.news { $0.move(to: Point(400, 300)) } == nil)
    #expect(ear.news { $0.key(.right) }?.hasPrefix("Iteration 1 E") == true)
    #expect(ear.news { $0.key(.tab) }?.hasPrefix("The tool in hand is Brush.") == true)
    #expect(ear.news { $0.key(.f3) }?.hasPrefix("Open now: Data.") == true)
    #expect(ear.news { $0.key(.right) } == "The keyboard is on Two crossing lines.")
    _ = ear.news { $0.key(.escape) }
    #expect(ear.news { $0.type("c") }?.contains("All points cleared") == true)
  }

  /// Half-steps that play follow each other too fast for words; their end is said.
  @Test func ofWhatPlaysTheEndIsSaid() {
    let ear = Ear()
    #expect(ear.news { $0.key(.space) } == "Running.")
    for _ in 0..<5 where ear.scene.state.playback.isRunning {
      let news = ear.news { $0.wait(1) }
      if ear.scene.state.playback.isRunning { #expect(news == nil, "\(news ?? "")") }
    }
    let end = ear.news { $0.key(.end) }
    #expect(end?.contains("Converged") == true, "\(end ?? "")")
  }

  @Test func theTranscriptIsSaidWhole() {
    let ear = Ear()
    let said = ear.news { $0.key(.f4) }
    #expect(
      said == Transcript(ear.scene.state, font: ear.scene.font).text
        && said == Transcript(Scene().state, font: ear.scene.font).text)
  }

  @Test func whatIsTypedIsSaid() {
    let ear = Ear()
    ear.scene.type("s", .control)
    #expect(ear.news { $0.type("x") }?.hasPrefix("threeClustersx") == true)
  }
}
