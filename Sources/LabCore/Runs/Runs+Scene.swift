import GaussianMixtures

/// Runs as a file keeps them.
extension Runs {
  var scene: SceneRuns {
    SceneRuns(
      current: SceneRuns.Numbered(number: number, name: names[number], run: current.recorded), step: cursor,
      first: first,
      latest: latestNumber,
      earlier: earlier.map { SceneRuns.Numbered(number: $0.number, name: names[$0.number], run: $0.run.recorded) })
  }

  /// Those of a scene that was checked.
  init(_ scene: SceneRuns) {
    self.init(scene.current.run, number: scene.current.number, first: scene.first, latest: scene.latest)
    cursor = scene.step
    earlier = scene.earlier.map { kept in
      Earlier(number: kept.number, run: kept.run, extent: Runs(kept.run, number: 0, first: 0, latest: 0).extent)
    }
    for numbered in scene.earlier + [scene.current] { names[numbered.number] = numbered.name }
  }
}
