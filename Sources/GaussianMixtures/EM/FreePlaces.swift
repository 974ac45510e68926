/// Places where a component already is.
struct TakenPlaces {
  let means: [[Double]]
  private let tolerances: [Double]

  /// Means count as one place when they differ by no more than their rounding could account for.
  init(means: [[Double]], scales: ColumnScales) {
    self.means = means
    tolerances = zip(scales.deviations, scales.resolutions).map { max(1e-9 * $0, 16 * $1) }
  }

  func contains(_ point: [Double]) -> Bool {
    means.contains { mean in
      zip(point, mean).enumerated().allSatisfy { i, pair in abs(pair.0 - pair.1) <= tolerances[i] }
    }
  }
}

extension Dataset {
  /// Of a few random rows outside the taken places the one that the model explains worst, nil if there is none at all.
  ///
  /// The worst explained of all points would be the same outlier time and again; that of a few draws is seldom one, and
  /// seldom where the components already are.
  func freeRow(
    _ taken: TakenPlaces, _ model: PreparedMixture, using generator: inout SeededGenerator
  ) -> Int? {
    var free: [Int] = []
    for _ in 0..<Self.draws where free.count < Self.candidates {
      let row = randomRow(using: &generator)
      if !taken.contains(self.row(row)) { free.append(row) }
    }
    if free.isEmpty { free = anyFreeRow(taken, using: &generator).map { [$0] } ?? [] }
    var r: [Double] = []
    let densities = free.map { model.responsibilities(at: row($0), into: &r) }
    return free.indices.min { densities[$0] < densities[$1] }.map { free[$0] }
  }

  private static let candidates = 5
  private static let draws = 32

  /// The first free row at or after a random one, around the end if need be.
  private func anyFreeRow(_ taken: TakenPlaces, using generator: inout SeededGenerator) -> Int? {
    let first = randomRow(using: &generator)
    return (0..<count).lazy.map { (first + $0) % count }
      .first { sampleWeight($0) > 0 && !taken.contains(row($0)) }
  }
}
