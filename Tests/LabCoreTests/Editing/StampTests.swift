import GaussianMixtures
import Testing

@testable import LabCore

struct StampTests {
  private func stamp(_ state: inout LabState, along: DataSize, across: DataSize, at place: DataPoint = DataPoint(0, 0))
  {
    state.perform(.stamp(.begin(place)), .stamp(.drag(along: along, across: across)), .stamp(.end))
  }

  /// The points that a stamp adds to an empty canvas.
  private func stamped(_ shape: StampShape, width: Double = 0.5) -> PointCloud {
    var state = LabState.on([], components: 1)
    state.perform(.stamp(.setShape(shape)), .stamp(.setCount(1000)), .stamp(.setWidth(width)))
    stamp(&state, along: DataSize(3, 4), across: DataSize(-4, 3), at: DataPoint(10, 20))
    return state.document.points
  }

  @Test func aGaussianHasTheAxesThatWereDragged() throws {
    let points = stamped(.gaussian)
    #expect(points.count == 1000)
    let n = Double(points.count)
    let (mx, my) = (points.x.reduce(0, +) / n, points.y.reduce(0, +) / n)
    #expect(abs(mx - 10) < 0.5 && abs(my - 20) < 0.5)
    // Along (0.6, 0.8) the standard deviation is 5, across it 2.5.
    let along = points.indices.map { 0.6 * (points.x[$0] - mx) + 0.8 * (points.y[$0] - my) }
    let across = points.indices.map { -0.8 * (points.x[$0] - mx) + 0.6 * (points.y[$0] - my) }
    #expect(abs((along.reduce(0) { $0 + $1 * $1 } / n).squareRoot() - 5) < 0.4)
    #expect(abs((across.reduce(0) { $0 + $1 * $1 } / n).squareRoot() - 2.5) < 0.2)
  }

  @Test func aLineGoesFromPressToRelease() {
    let points = stamped(.line, width: 0.05)
    let along = points.indices.map { (0.6 * (points.x[$0] - 10) + 0.8 * (points.y[$0] - 20)) / 5 }
    let across = points.indices.map { -0.8 * (points.x[$0] - 10) + 0.6 * (points.y[$0] - 20) }
    #expect(along.allSatisfy { (-1e-9...1 + 1e-9).contains($0) } && across.allSatisfy { abs($0) < 0.3 })
    #expect((along.min() ?? 1) < 0.02 && (along.max() ?? 0) > 0.98)
  }

  @Test func aRingHasTheRadiusThatWasDragged() {
    let points = stamped(.ring, width: 0.05)
    let radii = points.indices.map { index -> Double in
      let (dx, dy) = (points.x[index] - 10, points.y[index] - 20)
      return (dx * dx + dy * dy).squareRoot()
    }
    #expect(radii.allSatisfy { abs($0 - 5) < 0.4 })
    #expect(points.x.contains { $0 < 5.5 } && points.x.contains { $0 > 14.5 })
  }

  /// What the preview shows is what is stamped, one edit, the same in every replay.
  @Test func thePreviewIsWhatIsStamped() {
    var state = LabState.opened()
    state.perform(.stamp(.begin(DataPoint(1, 2))), .stamp(.drag(along: DataSize(2, 1), across: DataSize(-1, 2))))
    let preview = state.stampedPoints
    #expect(preview.count == state.tools.count && state.document.points.count == 150)
    state.perform(.stamp(.end))
    #expect((150..<150 + preview.count).map { state.document.points[$0] } == preview)
    state.perform(.stamp(.begin(DataPoint(1, 2))), .stamp(.drag(along: DataSize(2, 1), across: DataSize(-1, 2))))
    #expect(state.stampedPoints != preview, "the next one is another sample")
    state.perform(.interface(.dismiss), .edit(.undo))
    #expect(state.document.points.count == 150 && !state.canUndo)
  }

  @Test func aStampThatWasNotDraggedLeavesNothing() {
    var state = LabState.opened()
    state.perform(.stamp(.begin(DataPoint(1, 2))), .stamp(.end))
    stamp(&state, along: DataSize(.nan, 1), across: DataSize(0, 0))
    #expect(state.document.points.count == 150 && !state.canUndo && state.gesture == nil)
  }

  @Test func settingsStayInTheirRanges() {
    var state = LabState.opened()
    state.perform(.stamp(.setCount(.min)), .stamp(.setWidth(-3)), .view(.setBrushRate(.min)))
    #expect(state.tools.count == 1 && state.tools.width == 0.05 && state.tools.rate == 1)
    state.perform(.stamp(.setCount(.max)), .stamp(.setWidth(.nan)), .stamp(.setWidth(9)), .view(.setBrushRate(.max)))
    #expect(state.tools.count == 1000 && state.tools.width == 1 && state.tools.rate == 20)
  }

  @Test func theBrushSpraysAsManyAsItsRateSays() {
    func sprayed(_ rate: Int) -> Int {
      var state = LabState.on([], components: 1)
      state.perform(.tick(1), .view(.setBrushRate(rate)))
      state.perform(.edit(.beginPainting(DataPoint(0, 0), radius: DataSize(1, 1))))
      state.run(for: 1)
      state.perform(.edit(.endStroke))
      return state.document.points.count - 1
    }
    #expect(sprayed(10) == 10 * sprayed(1) && sprayed(1) > 15)
  }
}
