import GaussianMixtures
import Testing

@testable import LabCore

struct ViewportTests {
  /// Wide or tall, an ellipse of the start is in the view with the points.
  @Test(arguments: [(400.0, 1.0), (1, 400), (400, 400)])
  func fittingShowsTheEllipsesToo(_ xx: Double, _ yy: Double) {
    var state = LabState.opened()
    state.perform(.start(.setCovariance(0, DataCovariance(xx: xx, xy: 0, yy: yy))), .view(.fit))
    let (bounds, mean) = (state.viewport.bounds, state.model.means[0])
    #expect(bounds.minX <= mean[0] - 2 * xx.squareRoot() && bounds.maxX >= mean[0] + 2 * xx.squareRoot())
    #expect(bounds.minY <= mean[1] - 2 * yy.squareRoot() && bounds.maxY >= mean[1] + 2 * yy.squareRoot())
  }

  @Test func fittingShowsAllPointsWithAMargin() throws {
    for aspect in [Aspect.equal, .independent] {
      var state = LabState.on([(0, 0), (10, 500), (4, -300), (5, 5)], components: 2)
      if state.document.aspect != aspect { state.perform(.view(.toggleAspect)) }
      state.perform(.view(.setViewport(Viewport(bounds: DataRect(minX: 0, minY: 0, maxX: 1, maxY: 1)))), .view(.fit))
      let bounds = try #require(state.document.points.bounds)
      let view = state.viewport.bounds
      #expect(view.minX < bounds.minX && view.maxX > bounds.maxX && view.minY < bounds.minY && view.maxY > bounds.maxY)
    }
  }

  @Test func theViewStaysWithinSightOfTheDataAndSaysSo() {
    for aspect in [Aspect.equal, .independent] {
      var state = LabState.opened()
      if aspect == .independent { state.perform(.view(.toggleAspect)) }
      let all = state.viewport.bounds
      for wish in [
        DataRect(minX: 500, minY: 0, maxX: 510, maxY: 6), DataRect(minX: -1e5, minY: -1e5, maxX: 1e5, maxY: 1e5),
        DataRect(minX: 1e8, minY: -1e8, maxX: 1e8 + 1, maxY: -1e8 + 1),
      ] {
        state.perform(.view(.fit), .view(.setViewport(Viewport(bounds: wish))))
        let view = state.viewport.bounds
        let rounding = 1e-9 * max(all.width, all.height)
        #expect(view.center.x >= all.minX - rounding && view.center.x <= all.maxX + rounding, "\(wish)")
        #expect(view.center.y >= all.minY - rounding && view.center.y <= all.maxY + rounding, "\(wish)")
        #expect(view.width <= 20.001 * max(all.width, all.height) && view.width > 0)
        #expect(state.announcement?.notice == .viewIsAtItsEnd)
        #expect(abs(view.width / view.height - wish.width / wish.height) < 1e-6, "round stays round")
      }
      state.perform(.view(.fit))
      #expect(state.viewport.bounds == all && state.announcement == nil)
    }
  }

  @Test func zoomingAndPanningAreNoEdits() {
    var state = LabState.opened()
    let bounds = DataRect(minX: -3, minY: -2, maxX: 3, maxY: 2)
    state.perform(.view(.setViewport(Viewport(bounds: bounds))))
    #expect(state.viewport.bounds == bounds)
    #expect(!state.canUndo)
  }

  @Test func impossibleViewsAreRefused() {
    var state = LabState.opened()
    let before = state.viewport
    for bounds in [
      DataRect(minX: .nan, minY: 0, maxX: 1, maxY: 1), DataRect(minX: 0, minY: 0, maxX: .infinity, maxY: 1),
      DataRect(minX: 1, minY: 0, maxX: 1, maxY: 1), DataRect(minX: 2, minY: 0, maxX: 1, maxY: 1),
      DataRect(minX: -1e308, minY: 0, maxX: 1e308, maxY: 1), DataRect(minX: 0, minY: 0, maxX: 1, maxY: -.infinity),
    ] {
      state.perform(.view(.setViewport(Viewport(bounds: bounds))))
      #expect(state.viewport == before, "\(bounds)")
    }
  }

  @Test func switchingTheAxesIsAnEditAndFitsTheView() {
    var state = LabState.opened()
    state.perform(.view(.toggleAspect))
    #expect(state.document.aspect == .independent)
    state.perform(.edit(.undo))
    #expect(state.document.aspect == .equal)
  }

  @Test func otherDataBringTheirOwnViewAndUndoBringsItBack() {
    var state = LabState.opened()
    let before = state.viewport
    state.receive(.points([(1000, 1000), (1001, 1004), (1007, 1002)]))
    #expect(state.viewport != before)
    state.perform(.edit(.undo))
    #expect(state.viewport == before)
  }

  /// Data without extent are seen with the ellipses around them; a model far from the data is seen with them.
  @Test func theModelIsInSightWhateverTheData() {
    let same = [(Double, Double)](repeating: (3, 4), count: 30)
    let far = (0..<30).map { (1000 + Double($0 % 6), 2000 + Double($0 % 7)) }
    for (points, kind) in [(same, StartKind.randomPoints), (far, .uniform)] {
      let source = DataSource(
        name: .file("x"), columnNames: ["x", "y"], x: points.map(\.0), y: points.map(\.1), aspect: .independent)
      var state = LabState(source: source, componentCount: 3, seed: 1, startKind: kind)
      state.perform(.run(.stepForward), .view(.fit))
      for (mean, covariance) in zip(state.model.means, state.model.covariances) {
        let reach = 2 * covariance[0, 0].squareRoot()
        #expect(state.viewport.bounds.contains(DataPoint(mean[0] - reach, mean[1])))
        #expect(state.viewport.bounds.contains(DataPoint(mean[0] + reach, mean[1])))
      }
    }
  }

  @Test func theLargestAndSmallestNumbersHaveAView() {
    for points in [
      [(-1.7e308, 1), (1.7e308, 2)], [(Double.leastNonzeroMagnitude, Double.leastNonzeroMagnitude), (0, 0)],
    ] {
      let state = LabState.on(points, components: 1)
      #expect(state.viewport.isUsable)
    }
  }
}
