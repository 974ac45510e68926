import GaussianMixtures
import LabWords
import Testing

@testable import LabCore
@testable import LabView

struct LaneTextTests {
  private func names(_ scene: Scene) -> [String] {
    scene.state.document.lanes.indices.map { Words.english.name(ofLane: $0, in: scene.state.document) }
  }

  @Test func aLaneIsCalledByItsModelWhereNothingElseTellsThemApart() {
    var scene = Scene()
    scene.perform(.lanes(.compare(.kMeans)))
    #expect(names(scene) == ["EM", "k-means"])
    scene.perform(.lanes(.change(1, to: .em(.tied))))
    #expect(names(scene) == ["full", "tied"])
    scene.perform(.lanes(.change(1, to: .em(.full))))
    #expect(names(scene) == ["full 1", "full 2"])
  }

  @Test func equalLanesShareTheBestScore() {
    var scene = Scene()
    scene.perform(.lanes(.compare(.kMeans)), .lanes(.change(1, to: .em(.full))), .run(.runToConvergence))
    let scores = LaneScores(scene.state.document)
    #expect(scores.measure == .bic && scores.leaders == [0, 1] && scores.second == nil)
    #expect(!scores.isBest(0) && !scores.isBest(1) && scores.difference(1) == nil)
    #expect(Words.english.verdict(scene.state) == "full 1 and full 2 share the lowest BIC")
    scene.perform(.lanes(.change(1, to: .em(.spherical))), .run(.runToConvergence))
    let apart = LaneScores(scene.state.document)
    #expect(apart.leaders.count == 1 && apart.second != nil)
    #expect(Words.english.verdict(scene.state)?.contains("has the lowest BIC") == true)
  }

  @Test func kMeansAloneIsComparedByItsSumOfSquares() {
    var scene = Scene()
    scene.perform(.lanes(.compare(.kMeans)), .lanes(.change(0, to: .kMeans)), .run(.runToConvergence))
    #expect(LaneScores(scene.state.document).measure == .sumOfSquares)
    #expect(names(scene) == ["k-means 1", "k-means 2"])
    #expect(!scene.layout.chart.reason.contains(Words.english(.smallerBICFormula)))
    let texts = scene.texts
    #expect(!texts.contains(Words.english(.bic)) && !texts.contains(Words.english(.logL)))
  }

  /// A hidden model tells neither by numbers nor by words.
  @Test func aHiddenPairTellsNothing() throws {
    var scene = Scene()
    scene.perform(.lanes(.compare(.kMeans)), .run(.runToConvergence))
    let value = try #require(scene.state.document.lanes[0].runs.shown.value.map(NumberText.logLikelihood))
    #expect(scene.texts.contains(value))
    scene.perform(.view(.toggleLayer(.model)))
    let texts = scene.texts
    #expect(!texts.contains(value) && !texts.contains { $0.contains("disagree") })
  }
}
