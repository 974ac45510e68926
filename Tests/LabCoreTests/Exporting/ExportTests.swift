import GaussianMixtures
import Testing

@testable import LabCore

/// The page of exports, without a window.
struct ExportTests {
  /// The page open for an animation, a handle of its range held.
  private func dragging() -> LabState {
    var state = LabState.opened()
    state.perform(
      .run(.stepIteration), .run(.stepIteration), .interface(.toggleOverlay(.export)),
      .export(.set(.kind(.animation))), .export(.beginDragging(.exportRange(isLast: true))))
    #expect(state.interface.drag == .exportRange(isLast: true))
    return state
  }

  @Test func aDragEndsWithThePage() {
    let ways: [Command] = [.interface(.dismiss), .interface(.toggleOverlay(.export)), .export(.endDragging)]
    for way in ways {
      var state = dragging()
      state.perform(way)
      #expect(state.interface.drag == nil, "\(way)")
    }
    // A file that is dropped on the window closes the page, and the release comes later.
    var state = dragging()
    state.perform(.shell(.openFile(path: "a.csv")), .export(.endDragging))
    #expect(state.interface.drag == nil)
  }

  /// The page says what the film shows; the other handle comes along.
  @Test func theRangeIsNoLongerThanAFilm() {
    var state = LabState.on(
      [(0, 0), (1, 0.5), (0.3, 1), (4, 4), (5, 4.2), (4.4, 5)], components: 2,
      options: EMOptions(tolerance: 0, maximumIterations: 5000))
    for _ in 0..<Film.most + 60 { state.perform(.run(.stepForward)) }
    state.perform(.interface(.toggleOverlay(.export)), .export(.set(.kind(.animation))))
    let latest = state.document.latest
    #expect(latest == Film.most + 60 && state.exportRange == 0...Film.most)
    state.perform(.export(.setLast(latest)))
    #expect(state.exportRange == 60...latest && state.exportRange == state.exportPace.steps)
    state.perform(.export(.setFirst(10)))
    #expect(state.exportRange == 10...Film.most + 10)
    state.perform(.export(.setFirst(.max)), .export(.setLast(.min)))
    #expect(state.exportRange == 0...0)
    state.perform(.export(.setLast(.max)), .export(.setFirst(.min)))
    #expect(state.exportRange == 0...Film.most)
  }

  /// A run that goes on from an E-step cannot be had again from the seed, and its whole iterations are odd on its clock.
  @Test func aRunThatGoesOnFromAnEdit() {
    var state = LabState.opened(EMOptions(tolerance: 0))
    #expect(state.exportName.contains("-seed-") == (state.document.startOrigin == .seeded))
    state.perform(.start(.newStart))
    let seed = state.document.startSeed
    #expect(state.document.activeLane.seedOfRun == seed && state.exportName.contains("-seed-\(seed)"))
    state.perform(Array(repeating: .run(.stepForward), count: 7))
    state.click(0, 0)
    #expect(state.document.activeLane.seedOfRun == nil && !state.exportName.contains("seed"))
    state.perform(Array(repeating: .run(.stepForward), count: 40))
    let first = state.document.firstHalfStep
    #expect(first == 7 && state.document.latest == 40)
    let moments = state.export.moments(of: state)
    #expect(moments.first == 0 && moments.last == state.document.latest && moments.count == state.export.momentCount)
    #expect(moments.dropFirst().dropLast().allSatisfy { $0 <= 2 || ($0 + first) % 2 == 0 }, "\(moments)")
    // A new start of the same points is the seed's again.
    state.perform(.run(.restart))
    #expect(state.document.activeLane.seedOfRun == state.document.startSeed)
  }

  @Test func theTableSaysWhatTheModelOnShowKnows() {
    var state = LabState.opened()
    #expect(state.pointFacts == .density)
    state.perform(.view(.toggleLayer(.model)))
    #expect(state.pointFacts == .nothing)
    state.perform(.view(.toggleLayer(.model)), .lanes(.compare(.kMeans)), .lanes(.keepOnly(1)))
    #expect(state.pointFacts == .nothing)
    state.perform(.run(.stepForward))
    #expect(state.pointFacts == .owner)
    #expect(LabState(example: .empty).pointFacts == .nothing)
  }
}
