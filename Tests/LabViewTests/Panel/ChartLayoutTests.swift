import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

struct ChartLayoutTests {
  private func scene(halfSteps: Int, projector: Bool = false, width: Int = 1280, height: Int = 800) -> Scene {
    var scene = Scene(width: width, height: height)
    if projector { scene.perform(.interface(.toggleProjector)) }
    for _ in 0..<halfSteps { scene.perform(.run(.stepForward)) }
    return scene
  }

  @Test func placesAndHalfStepsAreInverse() {
    let chart = scene(halfSteps: 9).layout.chart
    for step in [0, 1, 4.5, 9, 24] { #expect(abs(chart.halfStep(at: chart.x(halfStep: step)) - step) < 1e-9) }
    #expect(chart.x(halfStep: 0) == chart.plot.x)
  }

  @Test func theCurveAfterTheFirstClimbFitsTheRange() {
    for halfSteps in [3, 8, 40] {
      let scene = scene(halfSteps: halfSteps)
      let chart = scene.layout.chart
      for step in scene.state.document.runs.current.steps where step.halfStep >= 2 {
        let y = chart.y(step.logLikelihood ?? .nan)
        #expect(y >= chart.plot.y - 1e-9 && y <= chart.plot.maxY + 1e-9)
        #expect(chart.x(halfStep: Double(step.halfStep)) <= chart.plot.maxX + 1e-9)
      }
    }
  }

  /// The clock of a run that goes on from another begins anew, its curve does not.
  @Test func aFilmHasRoomForARunThatGoesOnFromAnother() {
    var scene = scene(halfSteps: 14)
    scene.perform(
      .edit(.beginPainting(DataPoint(0, 0), radius: DataSize(0.5, 0.5))), .edit(.endStroke), .run(.runToConvergence))
    let first = scene.state.document.runs.current.steps[0].halfStep
    #expect(first >= 13)
    let exhibit = scene.state.exhibited(width: 960, height: 540)
    for last in [3, scene.state.document.latest] {
      let chart = ChartLayout(
        plate: exhibit, in: Rect(x: 0, y: 0, width: 400, height: 300), halfSteps: 0...last,
        metrics: Metrics(exhibit.interface), font: scene.font)
      #expect(chart.x(halfStep: Double(first + last)) <= chart.plot.maxX + 1e-9)
      #expect(chart.x(halfStep: Double(first)) >= chart.plot.x - 1e-9)
    }
  }

  @Test func earlierRunsFitTheRangeToo() {
    var scene = scene(halfSteps: 12)
    scene.perform(.start(.newStart), .run(.stepIteration), .run(.stepIteration))
    let chart = scene.layout.chart
    for earlier in scene.state.document.runs.earlier {
      for point in earlier.run.curve.points where point.halfStep >= 2 {
        #expect(chart.y(point.value) >= chart.plot.y - 1e-9 && chart.y(point.value) <= chart.plot.maxY + 1e-9)
      }
    }
  }

  @Test func theAxisGrowsInChunks() {
    #expect(scene(halfSteps: 0).layout.chart.scale.halfSteps == 20)
    #expect(scene(halfSteps: 1).layout.chart.scale.halfSteps == 24)
    #expect(scene(halfSteps: 23).layout.chart.scale.halfSteps == 24)
    #expect(scene(halfSteps: 26).layout.chart.scale.halfSteps == 50)
    #expect(scene(halfSteps: 52).layout.chart.scale.halfSteps == 100)
  }

  /// The curve never runs out of its plot: there is room for one half-step more.
  @Test func theNextHalfStepHasItsPlace() {
    for halfSteps in Array(1...5) + Array(21...27) + Array(48...52) {
      let chart = scene(halfSteps: halfSteps).layout.chart
      #expect(chart.x(halfStep: Double(halfSteps + 1)) <= chart.plot.maxX + 1e-9, "\(halfSteps)")
    }
  }

  @Test func thereAreLabelsToReadTheChartBy() {
    for (width, height) in [(960, 600), (1280, 800), (1920, 1080)] {
      for projector in [false, true] where !projector || width > 1900 {
        for halfSteps in [0, 2, 7, 13] {
          let chart = scene(halfSteps: halfSteps, projector: projector, width: width, height: height).layout.chart
          let count = chart.scale.yTicks.values.count
          #expect(chart.showsPlot && count >= 2 && count <= 8, "\(width)×\(height), \(halfSteps): \(count)")
          #expect(chart.plot.x >= 0 && chart.plot.width > 100)
        }
      }
    }
  }

  @Test func thePanelSaysWhyNothingRunsAtEverySize() {
    for (width, height) in LayoutTests.sizes where width >= 960 && height >= 600 {
      for k in [1, 9, 14] {
        var scene = Scene(width: width, height: height)
        scene.perform(.start(.setComponentCount(k)), .edit(.clearPoints))
        let chart = scene.layout.chart
        #expect(!chart.reason.isEmpty && chart.reasonY < scene.layout.panel.maxY, "\(width)×\(height) K = \(k)")
      }
    }
  }

  /// A start that is better than all that earlier runs came to, as an adopted model is, stands within the axis.
  @Test func theValueOnShowIsWithinTheAxis() throws {
    var scene = scene(halfSteps: 4)
    scene.perform(.search(.start))
    scene.state.performPendingSearch()
    scene.perform(.search(.adopt(try #require(scene.state.search.best))))
    let chart = scene.layout.chart
    let value = try #require(scene.state.document.runs.shown.logLikelihood)
    #expect(chart.y(value) >= chart.plot.y && chart.y(value) <= chart.plot.maxY)
  }

  /// After an edit the run goes on where it was, and so does the axis.
  @Test func theStepOnShowIsWithinTheAxisAfterAnEdit() {
    var scene = scene(halfSteps: 46)
    scene.perform(.edit(.beginErasing(DataPoint(0, 0), radius: DataSize(3, 3))), .edit(.endStroke))
    let step = scene.state.document.runs.shown
    #expect(step.halfStep == 46 && scene.layout.chart.x(halfStep: 46) <= scene.layout.chart.plot.maxX)
  }

  /// A start far under all that earlier runs reached is below the chart: an arrow says so.
  @Test func aStartBelowTheChartHasAnArrow() {
    var scene = scene(halfSteps: 40)
    scene.perform(.start(.moveMean(0, to: DataPoint(-9, -9))), .start(.moveMean(1, to: DataPoint(-9, -9))))
    scene.perform(.start(.moveMean(2, to: DataPoint(-9, -9))))
    let chart = scene.layout.chart
    let value = scene.state.document.runs.shown.value ?? .infinity
    #expect(chart.y(value) > chart.plot.maxY + 1)
    let picture = FramePainter(font: scene.font).draw(scene.state)
    let accent = Theme.light.accent.rest
    let (x, y) = (Int(chart.x(halfStep: 0)) + 2, Int(chart.plot.maxY) - 19)
    #expect(picture.pixels[y * picture.width + x] & 0xFF_FF_FF == accent.premultiplied & 0xFF_FF_FF)
  }
}
