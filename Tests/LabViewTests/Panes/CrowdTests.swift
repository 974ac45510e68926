import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// More points than are drawn one by one.
struct CrowdTests {
  private static let source: DataSource = {
    var generator = SeededGenerator(seed: 3)
    let x = (0..<60_000).map { index in generator.gaussian() + Double(index % 3) * 4 }
    let y = (0..<60_000).map { index in generator.gaussian() + Double(index % 2) * 3 }
    return DataSource(name: .file("Crowd"), columnNames: ["x", "y"], x: x, y: y, aspect: .equal)
  }()

  private func lab() -> LabState {
    var state = LabState(source: CrowdTests.source, componentCount: 3, seed: 1)
    state.apply(.shell(.resize(width: 480, height: 360, pixelRatio: 1)))
    return state
  }

  private func draw(_ state: LabState, _ engines: EngineMemory = EngineMemory()) -> Bitmap {
    FramePainter(font: BuiltInFont(), engines: engines).draw(state)
  }

  /// How far two pictures are apart at worst, of 255.
  private func difference(_ a: Bitmap, _ b: Bitmap) -> Int {
    zip(a.pixels, b.pixels).reduce(0) { worst, pair in
      [UInt32(0), 8, 16].reduce(worst) { worst, shift in
        max(worst, abs(Int(pair.0 >> shift & 255) - Int(pair.1 >> shift & 255)))
      }
    }
  }

  @Test func theEnginesOrderDoesNotShow() throws {
    let engines = EngineMemory()
    var state = lab()
    state.performPendingWork(with: engines)
    #expect(engines.data(for: state.document.points)?.pointTableIfMade != nil)
    // Grey, it is the same to the bit; mixed colors may be a rounding apart.
    #expect(difference(draw(state, engines), draw(state)) == 0)
    state.apply(.run(.stepForward))
    state.performPendingWork(with: engines)
    state.apply(.tick(10))
    #expect(difference(draw(state, engines), draw(state)) <= 2)
  }

  @Test func aPainterNoticesThatTheEngineIsReady() {
    let engines = EngineMemory()
    let painter = FramePainter(font: BuiltInFont(), engines: engines)
    var state = lab()
    _ = painter.draw(state)
    state.performPendingWork(with: engines)
    state.apply(.run(.stepForward))
    state.performPendingWork(with: engines)
    state.apply(.tick(10))
    #expect(difference(painter.draw(state), draw(state, engines)) == 0)
    // New points, of which the engine knows nothing yet.
    state.apply(.edit(.beginPainting(DataPoint(2, 2), radius: DataSize(1, 1))))
    state.apply(.edit(.endStroke))
    #expect(difference(painter.draw(state), draw(state, engines)) == 0)
    state.apply(.edit(.undo))
    #expect(difference(painter.draw(state), draw(state, engines)) == 0)
  }

  /// While means and ellipses glide, the crowd stays as it is: only then does a glide cost a copy and not a crowd.
  @Test func anMStepDoesNotDrawTheCrowdAgain() {
    var state = lab()
    let engines = EngineMemory()
    for time in [1.0, 2] {
      state.performPendingWork(with: engines)
      state.apply(.tick(time))
      state.apply(.run(.stepForward))
    }
    state.performPendingWork(with: engines)
    func key(at time: Double) -> PointsKey {
      state.apply(.tick(time))
      var cloud = PaintedCloud(engines: engines)
      cloud.update(state, .light)
      let layout = Layout(state, font: BuiltInFont())
      return PointsKey(state, layout, CanvasScene(layout, state), cloud)
    }
    #expect(state.document.runs.shown.kind == .maximization)
    #expect(state.glide != nil)
    #expect(key(at: 2.1) == key(at: 2.2))
  }

  @Test func colorsNeedNoTableOfAllPoints() throws {
    let points = PointCloud(x: CrowdTests.source.x, y: CrowdTests.source.y, revision: Revision(1))
    let model = GaussianMixture(
      weights: [0.5, 0.5], means: [[0, 0], [8, 3]], covariances: [.identity(2), .identity(2)])
    let ownership = Owners(model: model, identities: [0, 1])
    let colors = try #require(PointColoring.colors(points, ownership, .light))
    #expect(colors.count == points.count)
    for index in stride(from: 0, to: points.count, by: 997) {
      let one = PointCloud(x: [points.x[index]], y: [points.y[index]], revision: Revision(2))
      let alone = try #require(PointColoring.colors(one, ownership, .light)?.first)
      for shift in [UInt32(0), 8, 16] {
        #expect(abs(Int(colors[index] >> shift & 255) - Int(alone >> shift & 255)) <= 1)
      }
    }
  }
}
