import GaussianMixtures
import LabWords
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// k-means alone: it has groups and sums of squares, and nothing that only EM has.
struct KMeansPanelTests {
  private func scene(_ halfSteps: Int) -> Scene {
    var scene = Scene()
    scene.perform(.lanes(.compare(.kMeans)), .lanes(.keepOnly(1)), .tick(1))
    for _ in 0..<halfSteps { scene.perform(.run(.stepForward)) }
    scene.perform(.tick(9))
    return scene
  }

  @Test(arguments: 0...3) func nothingSpeaksOfEM(_ halfSteps: Int) {
    var scene = scene(halfSteps)
    scene.perform(.interface(.pointAt(0)), .tick(9.2), .tick(10))
    let texts = scene.texts
    for label in [Label.weight, .expects, .lowerBound, .shapeAxes, .shapeAngle, .nextMLong, .nextELong, .logLikelihood]
    {
      #expect(!texts.contains(Words.english(label)), "\(label)")
    }
    #expect(texts.contains(Words.english(.shapeCenter)) && texts.contains(Words.english(.sumOfSquaresTitle)))
    #expect(!texts.contains { $0.contains("M makes it") })
  }

  @Test func noSpreadIsExplainedOrPointedAt() {
    let scene = scene(2)
    let drawn = CanvasScene(scene.layout, scene.state)
    #expect(drawn.spread.isEmpty)
    for component in drawn.components {
      let edge = Point(component.mean.x + component.twoSigma.edge(towards: 0.4) * 0.921, component.mean.y)
      #expect(drawn.letter(at: Point(edge.x, edge.y + 60)) == nil)
    }
  }

  @Test func noFamilyIsChosenInTheOptions() {
    var scene = scene(1)
    scene.perform(.interface(.showPage(.options)))
    guard case .options(let page) = scene.layout.page?.content else {
      Issue.record("the options are not open")
      return
    }
    #expect(page.choices[0].segments.allSatisfy { !$0.isChosen })
  }

  @Test func theButtonsStandBesideTheTitle() throws {
    let scene = scene(1)
    let button = try #require(scene.layout.chart.runsButton)
    let title = scene.font.pixels(Words.english(.sumOfSquaresTitle), scene.layout.metrics.body, .bold)
    #expect(button.x >= scene.layout.panel.x + scene.layout.metrics.padding + title)
  }
}

extension Scene {
  /// Every text that is drawn.
  var texts: [String] {
    let log = TextLog()
    let painter = FramePainter(font: font)
    painter.textLog = log
    painter.noteTexts(of: state)
    return log.entries.map(\.text)
  }
}
