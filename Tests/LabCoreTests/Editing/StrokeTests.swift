import Testing

@testable import LabCore

struct StrokeTests {
  @Test func aClickAddsExactlyOnePointWhereItWas() {
    var state = LabState.opened()
    state.perform(.tick(1), .edit(.beginPainting(DataPoint(2.5, -1.25), radius: DataSize(1, 1))))
    state.run(for: 0.15)
    state.perform(.edit(.endStroke))
    state.run(for: 3)
    #expect(state.document.points.count == 151)
    #expect(state.document.points[150] == DataPoint(2.5, -1.25))
  }

  @Test func aHandThatTremblesStillClicks() {
    var state = LabState.opened()
    state.perform(.tick(1), .edit(.beginPainting(DataPoint(2, 2), radius: DataSize(1, 1))))
    for wobble in [0.05, 0, -0.06, 0.02, 0] {
      state.perform(.edit(.moveStroke(DataPoint(2 + wobble, 2 - wobble))))
      state.run(for: 0.04)
    }
    state.perform(.edit(.endStroke))
    #expect(state.document.points.count == 151)
  }

  /// Trembling is measured on the screen, where the brush is round, whatever units the axes have.
  @Test(arguments: [DataSize(1, 100), DataSize(100, 1)])
  func aTrembleIsAFractionOfTheBrushInEachDirection(_ radius: DataSize) {
    for (share, sprays) in [(0.1, false), (0.5, true)] {
      for (x, y) in [(share, 0.0), (0, share), (-share, 0), (0, -share)] {
        var state = LabState.on([], components: 1)
        state.perform(
          .tick(1), .edit(.beginPainting(DataPoint(0, 0), radius: radius)),
          .edit(.moveStroke(DataPoint(x * radius.width, y * radius.height))))
        state.run(for: 0.2)
        #expect((state.document.points.count > 1) == sprays, "\(x), \(y) of \(radius)")
      }
    }
  }

  @Test func aStrokeSpraysByTimeAndIsOneUndo() {
    var state = LabState.opened()
    state.perform(.tick(1), .edit(.beginPainting(DataPoint(0, 0), radius: DataSize(1, 1))))
    for step in 1...60 {
      state.perform(.edit(.moveStroke(DataPoint(Double(step) * 0.1, 0))))
      state.run(for: 1.0 / 60)
    }
    state.perform(.edit(.endStroke))
    // A second of puffs, one every 33 ms, each of the same number of points.
    let sprayed = state.document.points.count - 151
    #expect(abs(sprayed - 30 * Stroke.usualPointsPerPuff) <= 2 * Stroke.usualPointsPerPuff)
    state.perform(.edit(.undo))
    #expect(state.document.points.count == 150)
    #expect(!state.canUndo)
    state.perform(.edit(.redo))
    #expect(state.document.points.count == 151 + sprayed)
  }

  @Test func theRateOfASprayDoesNotDependOnTheFrames() {
    func painted(frame: Double) -> Int {
      var state = LabState.on([], components: 3)
      state.perform(
        .tick(1), .edit(.beginPainting(DataPoint(0, 0), radius: DataSize(1, 1))), .edit(.moveStroke(DataPoint(3, 0))))
      state.run(for: 2, frame: frame)
      return state.document.points.count
    }
    let counts = [1.0 / 30, 1.0 / 60, 1.0 / 144, 1.0 / 240].map(painted)
    #expect(counts.allSatisfy { abs($0 - counts[1]) <= 8 }, "\(counts)")
  }

  @Test func holdingStillSpraysAfterAWhile() {
    var state = LabState.on([], components: 3)
    state.perform(.tick(1), .edit(.beginPainting(DataPoint(4, 4), radius: DataSize(1, 1))))
    state.run(for: Stroke.holdBeforeSpray - 0.02)
    #expect(state.document.points.count == 1)
    state.run(for: 0.2)
    #expect(state.document.points.count > 4)
  }

  @Test func aSprayIsNormalAroundThePointer() {
    var state = LabState.on([], components: 3)
    state.perform(.tick(0.1), .edit(.beginPainting(DataPoint(10, -10), radius: DataSize(2, 6))))
    state.run(for: 30)
    let points = state.document.points
    let n = Double(points.count)
    let meanX = points.x.reduce(0, +) / n
    let meanY = points.y.reduce(0, +) / n
    #expect(abs(meanX - 10) < 0.1 && abs(meanY + 10) < 0.3)
    let deviationX = (points.x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) } / n).squareRoot()
    let deviationY = (points.y.reduce(0) { $0 + ($1 - meanY) * ($1 - meanY) } / n).squareRoot()
    // Half the brush's radius in each direction.
    #expect(abs(deviationX - 1) < 0.1 && abs(deviationY - 3) < 0.3)
  }

  @Test func anAbsenceDuringAStrokePaintsAtMostOnePuff() {
    var state = LabState.opened()
    state.perform(
      .tick(1), .edit(.beginPainting(DataPoint(0, 0), radius: DataSize(1, 1))), .edit(.moveStroke(DataPoint(2, 2))))
    state.run(for: 0.2)
    let before = state.document.points.count
    state.perform(.tick(3601))
    #expect(state.document.points.count - before <= Stroke.usualPointsPerPuff)
  }

  @Test func theEraserRemovesWhatIsUnderIt() {
    var state = LabState.on([(0, 0), (1, 0), (2, 0), (10, 0)], components: 1)
    state.erase(DataPoint(0.5, 0), radius: 1)
    #expect(state.document.points.x == [2, 10])
    state.perform(.edit(.undo))
    #expect(state.document.points.x == [0, 1, 2, 10])
  }

  @Test func aFastDragErasesAllAlongTheWay() {
    let row = (0..<2000).map { (Double($0) * 0.5, 0.9) }
    var state = LabState.on(row + [(500, 1.1), (-1.2, 0)], components: 2)
    state.erase(DataPoint(0, 0), DataPoint(1000, 0), radius: 1)
    #expect(state.document.points.x == [500, -1.2])
    state.perform(.edit(.undo))
    #expect(state.document.points.count == 2002)
  }

  @Test func anEraserThatFindsNothingIsNoEdit() {
    var state = LabState.opened()
    state.erase(DataPoint(500, 500), DataPoint(600, 600), radius: 1)
    #expect(!state.canUndo)
  }

  @Test func aStrokeFromNowhereOrToNowhereIsHarmless() {
    for bad in [DataPoint(.nan, 0), DataPoint(0, .infinity), DataPoint(-.infinity, .nan)] {
      var state = LabState.opened()
      state.perform(
        .edit(.beginPainting(bad, radius: DataSize(1, 1))), .edit(.moveStroke(bad)), .tick(1), .tick(2),
        .edit(.endStroke))
      #expect(state.blockedReason == nil, "\(bad)")
      state.perform(
        .edit(.beginPainting(DataPoint(0, 0), radius: DataSize(1, 1))), .edit(.moveStroke(bad)), .tick(3),
        .edit(.endStroke))
      state.perform(
        .edit(.beginPainting(DataPoint(0, 0), radius: DataSize(.nan, .infinity))), .tick(4), .tick(5), .edit(.endStroke)
      )
      #expect(state.coordinates.allSatisfy { $0.allSatisfy(\.isFinite) }, "\(bad)")
      let count = state.document.points.count
      state.perform(.edit(.beginErasing(bad, radius: DataSize(1, 1))), .edit(.moveStroke(bad)), .edit(.endStroke))
      state.perform(
        .edit(.beginErasing(DataPoint(99, 99), radius: DataSize(1, 1))), .edit(.moveStroke(bad)), .edit(.endStroke))
      #expect(state.document.points.count == count, "\(bad)")
    }
  }

  @Test func anEditDuringAStrokeComesAfterItInTheHistory() {
    var state = LabState.opened()
    state.perform(
      .edit(.beginPainting(DataPoint(3, 3), radius: DataSize(1, 1))), .edit(.clearPoints), .edit(.endStroke))
    #expect(state.document.points.isEmpty)
    state.perform(.edit(.undo))
    #expect(state.document.points.count == 151)
    state.perform(.edit(.undo))
    #expect(state.document.points.count == 150)
    #expect(!state.canUndo)
  }

  @Test func anotherDragEndsAStroke() {
    for other in [Command.view(.beginPanning), .run(.beginScrubbing), .start(.beginShaping(.mean(0)))] {
      var state = LabState.opened()
      state.perform(
        .tick(1), .edit(.beginPainting(DataPoint(3, 3), radius: DataSize(1, 1))), other, .view(.endPanning),
        .run(.endScrubbing))
      state.run(for: 2)
      #expect(state.document.points.count == 151, "\(other)")
    }
  }
}
