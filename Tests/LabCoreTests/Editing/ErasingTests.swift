import GaussianMixtures
import Testing

@testable import LabCore

/// What an eraser takes, and what it leaves, whatever the way it is found.
struct ErasingTests {
  @Test(arguments: 1...20)
  func asIfEveryPointWereAsked(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let x = (0..<400).map { _ in generator.uniform(in: -3...3) }
    let y = (0..<400).map { _ in generator.uniform(in: -1000...1000) }
    let cloud = PointCloud(x: x, y: y, groups: Array(0..<400), revision: Revision(1))
    let radius = DataSize(generator.uniform(in: 0...2), generator.uniform(in: 0...500))
    let ends = (0..<2).map { _ in DataPoint(generator.uniform(in: -4...4), generator.uniform(in: -1200...1200)) }
    let sweep = Sweep(from: ends[0], to: seed % 4 == 0 ? ends[0] : ends[1], radius: radius)
    let kept = (0..<400).filter { !sweep.meets(x[$0], y[$0]) }
    var erased = cloud
    #expect(erased.remove(sweep, revision: Revision(2)) == 400 - kept.count)
    #expect(erased.x == kept.map { x[$0] } && erased.y == kept.map { y[$0] } && erased.groups == kept)
    #expect(erased.bounds == PointCloud.bounds(erased.x, erased.y))
    #expect(erased.revision == (kept.count == 400 ? Revision(1) : Revision(2)))
    #expect(cloud.indices(sweep) == (0..<400).filter { !kept.contains($0) })
  }

  /// Undo brings back points that are still in order: they need not be sorted again.
  @Test func whatUndoBringsBackIsInOrder() throws {
    var generator = SeededGenerator(seed: 4)
    let x = (0..<5000).map { _ in generator.gaussian() }
    let source = DataSource(name: .file("Some"), columnNames: ["x", "y"], x: x, y: x.reversed(), aspect: .equal)
    var state = LabState(source: source, componentCount: 2, seed: 1)
    let engines = EngineMemory()
    func settle() {
      state.apply(.run(.stepForward))
      state.performPendingWork(with: engines)
    }
    settle()
    let before = state.document.points
    let order = try #require(engines.data(for: before)?.pointTableIfMade).column(0).map { $0 }
    for command in [
      Command.Edit.beginErasing(DataPoint(0, 0), radius: DataSize(0.1, 0.1)),
      .beginPainting(DataPoint(0, 0), radius: DataSize(0.1, 0.1)),
    ] {
      state.apply(.edit(command))
      state.apply(.edit(.endStroke))
      settle()
      #expect(state.document.points != before)
      state.apply(.edit(.undo))
      #expect(state.document.points == before)
      #expect(engines.data(for: before)?.pointTableIfMade?.column(0).map { $0 } == order)
      settle()
    }
  }
}
