import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// The search for a model, with the mouse.
struct SelectionPageTests {
  /// The families that are switched on are those on show, at once; the best is the best of these.
  @Test func familiesAreSwitchedOnAndOffInTheChart() {
    var scene = Scene()
    scene.perform(.interface(.showPage(.selection)))
    scene.state.search = TextPlacementTests.search
    func part() -> SelectionLayout? {
      if case .selection(let part) = scene.layout.page?.content { part } else { nil }
    }
    let best = part()?.best.map { scene.state.search.candidates[$0].family }
    #expect(best == .full && part()?.marks.count == 36)
    scene.click(.searchFamily(.full))
    #expect(part()?.marks.count == 27)
    #expect(part()?.best.map { scene.state.search.candidates[$0].family } != .full)
    // The hopeless K = 1 does not flatten the rest.
    let shown = part()?.marks.filter { $0.place == $0.center } ?? []
    #expect(shown.count >= 18 && shown.count < 27)
    #expect((shown.map(\.center.y).max() ?? 0) - (shown.map(\.center.y).min() ?? 0) > 100)
  }

  /// Marks that lie over each other: the pointer means the nearest.
  @Test func thePointerMeansTheNearestCandidate() throws {
    var scene = Scene()
    scene.perform(.interface(.showPage(.selection)))
    scene.state.search = TextPlacementTests.search
    guard case .selection(let part) = scene.layout.page?.content else { return }
    for mark in part.marks where mark.place == mark.center {
      let hit = scene.layout.control(at: mark.center)
      guard case .candidate(let index) = hit else {
        Issue.record("\(mark.candidate): \(String(describing: hit))")
        continue
      }
      let found = try #require(part.marks.first { $0.candidate == index })
      #expect(found.center.distance(to: mark.center) < 1e-9)
    }
  }

  /// Marks above the chart stand side by side: each is found where it is drawn.
  @Test func candidatesAboveTheChartAreApart() {
    var scene = Scene()
    scene.perform(.interface(.showPage(.selection)))
    scene.state.search = TextPlacementTests.search
    guard case .selection(let part) = scene.layout.page?.content else {
      Issue.record("no page")
      return
    }
    let above = part.marks.filter { $0.place != $0.center }
    #expect(above.count >= 3)
    for mark in above {
      #expect(scene.layout.control(at: mark.place) == .candidate(mark.candidate))
      #expect(mark.place.y <= part.plot.y)
      for other in above where other.candidate != mark.candidate {
        #expect(other.place.distance(to: mark.place) >= 2 * part.markRadius)
      }
    }
  }
}
