/// The data's own size, column by column: what floors, starts and thresholds refer to, so that they are free of units.
///
/// The scale s of a column is its standard deviation after values beyond Tukey's outer fences have been moved to them
/// (`RobustSpread`). Where no value lies beyond, that is the standard deviation itself; and while fewer than a quarter
/// of the values are wild, however far, s stays that of the rest within a small factor. Scale and shift of the data
/// carry over to s, a row of weight 3 is three rows, and scaling all weights changes nothing.
struct ColumnScales: Sendable, Equatable {
  /// s of each column. A constant column takes the root mean square of the others' scales; if all are constant, the
  /// column's magnitude, or 1 at zero. Never below 64 units in the last place of the column's largest sane value, where
  /// rounding decides, nor so small that the column's wild values could not be squared in its units.
  let deviations: [Double]
  /// The smallest difference that the column's numbers can express: the unit in the last place of the largest sane one.
  let resolutions: [Double]
  /// The smallest and largest values, wild ones included: every weighted mean lies between them.
  let ranges: [ClosedRange<Double>]

  /// Throws when there are no points, no columns, or a column's spread cannot be squared in double precision.
  init(_ data: Dataset) throws(MixtureError) {
    guard data.dimensions > 0 else { throw .noDimensions }
    guard data.totalWeight > 0 else { throw .noPoints }
    var spreads: [RobustSpread] = []
    for (d, column) in data.columns.enumerated() {
      let present = data.present(column)
      let range = Self.range(present.values)
      let magnitude = Self.magnitude(range)
      guard magnitude <= 1e151, magnitude * data.totalWeight.squareRoot() <= 1e153 else {
        throw .columnTooLarge(column: d)
      }
      let spread = RobustSpread(present.values, weights: present.weights, range: range)
      guard spread.deviation == 0 || spread.deviation >= 1e-152 else { throw .columnTooFine(column: d) }
      spreads.append(spread)
    }
    let largest = spreads.map(\.deviation).max() ?? 0
    let varying = spreads.map(\.deviation).filter { $0 > 0 }.map { ($0 / largest) * ($0 / largest) }
    let typical = varying.isEmpty ? 0 : largest * (varying.reduce(0, +) / Double(varying.count)).squareRoot()
    resolutions = spreads.map { max(Self.magnitude($0.saneRange).ulp, 1e-160) }
    ranges = spreads.map(\.range)
    deviations = zip(spreads, resolutions).map { spread, resolution in
      let magnitude = Self.magnitude(spread.saneRange)
      let fallback = typical > 0 ? typical : max(magnitude, magnitude == 0 ? 1 : 1e-150)
      return max(
        spread.deviation > 0 ? spread.deviation : fallback, 64 * resolution, 1e-130 * Self.magnitude(spread.range))
    }
  }

  var variances: [Double] { deviations.map { $0 * $0 } }

  /// The data's diagonal covariance divided by `parts`, in the family, but no less than the floor allows (a fraction of
  /// the data's variances).
  func diagonalCovariance(_ type: CovarianceFamily, parts: Int, floor: Double) -> CovarianceMatrix {
    // A little above the floor: a start at the floor itself would pass for one that it holds up.
    let share = max(1 / Double(max(1, parts)), min(1, floor * (1 + 1e-3)))
    return .diagonal(type.restricted(.diagonal(variances)).diagonal.map { $0 * share })
  }

  private static func magnitude(_ range: ClosedRange<Double>) -> Double {
    max(abs(range.lowerBound), abs(range.upperBound))
  }

  private static func range(_ values: [Double]) -> ClosedRange<Double> {
    values.withUnsafeBufferPointer { values in
      var lowest = values[0]
      var highest = values[0]
      var n = 1
      while n < values.count {
        lowest = min(lowest, values[n])
        highest = max(highest, values[n])
        n += 1
      }
      return lowest...highest
    }
  }
}

extension Dataset {
  /// The data's scales: measured when first asked for, once for all copies of this value.
  func scales() throws(MixtureError) -> ColumnScales {
    try lazyScales.value {
      do throws(MixtureError) { return .success(try ColumnScales(self)) } catch { return .failure(error) }
    }.get()
  }

  /// A column without the rows of weight zero, and the weights of the others.
  fileprivate func present(_ column: [Double]) -> (values: [Double], weights: [Double]?) {
    guard let weights = sampleWeights else { return (column, nil) }
    guard presentCount < count else { return (column, weights) }
    let rows = presentRows
    return (rows.map { column[$0] }, rows.map { weights[$0] })
  }
}
