import Glibc

extension GaussianMixture {
  /// ∫ min(p(x), q(x)) dx of two mixtures over a plane: the share of probability that both agree on. 1 where they are the
  /// same, 0 where they have nothing in common; 1 − ½ ∫ |p − q|, so that it is a distance turned round (the total
  /// variation).
  ///
  /// Summed over a grid that reaches 7 σ beyond all means and whose cells are a quarter of the narrowest σ, or coarser
  /// where that would be more than 1,000 across: to about 1e−3 for components no narrower than 1/500 of the whole.
  /// Throws what `validate()` throws, and `.dimensionMismatch` unless both have two dimensions.
  public func overlap(with other: GaussianMixture) throws(MixtureError) -> Double {
    for model in [self, other] {
      try model.validate()
      guard model.dimensions == 2 else { throw .dimensionMismatch(model: model.dimensions, data: 2) }
    }
    let planes = [PlanarMixture(self), PlanarMixture(other)]
    let extents = planes.flatMap { $0.extents(sigmas: 7) }
    guard let x = Axis(extents.map { ($0.x, $0.halfWidth, $0.narrowSide) }),
      let y = Axis(extents.map { ($0.y, $0.halfHeight, $0.narrowSide) })
    else { return 0 }
    var rows = [[Double]](repeating: [Double](repeating: 0, count: x.count), count: 2)
    var sum = 0.0
    for row in 0..<y.count {
      let place = y.first + Double(row) * y.step
      for (index, plane) in planes.enumerated() {
        rows[index].withUnsafeMutableBufferPointer {
          plane.densities(y: place, x: x.first, step: x.step, into: $0)
        }
      }
      for column in 0..<x.count { sum += min(rows[0][column], rows[1][column]) }
    }
    return min(max(sum * x.step * y.step, 0), 1)
  }

  /// The middles of the grid's cells along one axis.
  private struct Axis {
    let first, step: Double
    let count: Int

    static let most = 1000.0

    init?(_ reaches: [(center: Double, half: Double, narrow: Double)]) {
      guard let low = reaches.map({ $0.center - $0.half }).min(), let high = reaches.map({ $0.center + $0.half }).max(),
        let narrow = reaches.map(\.narrow).min(), high - low > 0, (high - low).isFinite
      else { return nil }
      let cells = min(max(((high - low) / (narrow / 4)).rounded(.up), 1), Axis.most)
      step = (high - low) / cells
      first = low + step / 2
      count = Int(cells)
    }
  }
}
