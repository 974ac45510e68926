/// The data's own size, column by column: what makes thresholds and floors free of units.
struct ColumnScales: Sendable, Equatable {
  /// The weighted means.
  let means: [Double]
  /// The weighted standard deviations (denominator Σw) where the column varies. A constant column takes the root mean
  /// square of the others; if all are constant, the column's magnitude, or 1 at zero. Never below 64 units in the last
  /// place of the column's largest value, where rounding decides.
  let deviations: [Double]
  /// The smallest difference that the column's numbers can express: the unit in the last place of the largest.
  let resolutions: [Double]
  /// The smallest and largest values: every weighted mean lies between them.
  let ranges: [ClosedRange<Double>]

  /// Throws when there are no points, no columns, or a column's spread cannot be squared in double precision.
  init(_ data: Dataset) throws(MixtureError) {
    guard data.dimensions > 0 else { throw .noDimensions }
    guard data.totalWeight > 0 else { throw .noPoints }
    var means: [Double] = []
    var spreads: [Double] = []
    var magnitudes: [Double] = []
    var ranges: [ClosedRange<Double>] = []
    for (d, column) in data.columns.enumerated() {
      let moments = ColumnMoments(column, data.sampleWeights, data.totalWeight)
      guard moments.magnitude <= 1e151 else { throw .columnTooLarge(column: d) }
      guard moments.deviation == 0 || moments.deviation >= 1e-152 else { throw .columnTooFine(column: d) }
      means.append(moments.mean)
      spreads.append(moments.deviation)
      magnitudes.append(moments.magnitude)
      ranges.append(moments.range)
    }
    resolutions = magnitudes.map { max($0.ulp, 1e-160) }
    let largest = spreads.max() ?? 0
    let varying = spreads.filter { $0 > 0 }.map { ($0 / largest) * ($0 / largest) }
    let typical = varying.isEmpty ? 0 : largest * (varying.reduce(0, +) / Double(varying.count)).squareRoot()
    var deviations: [Double] = []
    for d in spreads.indices {
      let fallback = typical > 0 ? typical : max(magnitudes[d], magnitudes[d] == 0 ? 1 : 1e-150)
      deviations.append(max(spreads[d] > 0 ? spreads[d] : fallback, 64 * resolutions[d]))
    }
    self.means = means
    self.ranges = ranges
    self.deviations = deviations
  }

  var variances: [Double] { deviations.map { $0 * $0 } }

  /// The data's diagonal covariance divided by `parts`, in the family.
  func diagonalCovariance(_ type: CovarianceFamily, parts: Int) -> CovarianceMatrix {
    .diagonal(type.restricted(.diagonal(variances)).diagonal.map { $0 / Double(max(1, parts)) })
  }
}

/// Mean, standard deviation and range of one column, about its first value and in units of its largest
/// deviation, so that neither an offset nor a scale costs digits.
private struct ColumnMoments {
  var mean = 0.0
  var deviation = 0.0
  var range = 0.0...0.0
  var magnitude: Double { max(abs(range.lowerBound), abs(range.upperBound)) }

  init(_ column: [Double], _ sampleWeights: [Double]?, _ totalWeight: Double) {
    column.withUnsafeBufferPointer { column in
      let first = sampleWeights?.firstIndex { $0 > 0 } ?? 0
      let origin = column[first]
      var lowest = origin
      var highest = origin
      var n = 0
      while n < column.count {
        if sampleWeights?[n] ?? 1 > 0 {
          lowest = min(lowest, column[n])
          highest = max(highest, column[n])
        }
        n += 1
      }
      range = lowest...highest
      let largest = max(highest - origin, origin - lowest)
      guard largest > 0, largest.isFinite else {
        mean = origin
        return
      }
      var sum = 0.0
      var squares = 0.0
      n = 0
      while n < column.count {
        sum += (sampleWeights?[n] ?? 1) * ((column[n] - origin) / largest)
        n += 1
      }
      let center = sum / totalWeight
      n = 0
      while n < column.count {
        let difference = (column[n] - origin) / largest - center
        squares += (sampleWeights?[n] ?? 1) * difference * difference
        n += 1
      }
      mean = origin + center * largest
      deviation = (squares / totalWeight).squareRoot() * largest
    }
  }
}
