/// Finds covariances that have (nearly) lost a dimension, and raises them to the floor.
///
/// Everything is judged in coordinates divided by the data's standard deviation per column, so units do not matter:
/// with S = diag(s), Σ̃ = S⁻¹ΣS⁻¹ must have no eigenvalue below f. Raising the smaller ones to f maximises the M-step's
/// objective under that constraint, so a run whose start obeys the floor still climbs.
struct CovarianceFloor {
  let scales: ColumnScales
  /// f, a fraction of the data's variance; 0 = off.
  let floor: Double

  enum Finding: Equatable {
    case sound
    /// In every direction, or in some, below the floor; without one, numerically singular.
    case collapsed
    case flat
  }

  /// What is wrong with Σ, and the nearest matrix that obeys the floor (Σ itself where it does already).
  func examine(_ covariance: CovarianceMatrix, type: CovarianceFamily) -> (finding: Finding, repaired: CovarianceMatrix)
  {
    guard type.isDiagonal else { return examineFull(covariance) }
    return examineDiagonal(covariance, type.restricted(.diagonal(scales.variances)).diagonal)
  }

  /// Whether Σ needs no repair.
  func isSound(_ covariance: CovarianceMatrix, type: CovarianceFamily) -> Bool {
    type.isDiagonal ? examine(covariance, type: type).finding == .sound : standardise(covariance).isSound
  }

  private func examineDiagonal(_ covariance: CovarianceMatrix, _ variances: [Double]) -> (Finding, CovarianceMatrix) {
    var repaired = covariance
    var low = 0
    for i in 0..<covariance.rows {
      let least = max(floor * variances[i], floor > 0 ? 0 : smallestVariance(i))
      if !(covariance[i, i] > least) {
        low += 1
        repaired[i, i] = least
      }
    }
    return (low == 0 ? .sound : low == covariance.rows ? .collapsed : .flat, repaired)
  }

  private func examineFull(_ covariance: CovarianceMatrix) -> (Finding, CovarianceMatrix) {
    let (standardised, least, isSound) = standardise(covariance)
    if isSound { return (.sound, covariance) }
    let eigen = SymmetricEigen(standardised)
    // Values at the floor already come back from rounding a little above or below it.
    let low = eigen.values.count { $0 <= least * (1 + 1e-9) }
    let raised = scaled(eigen.reassembled { max($0, least) }) { $0 * scales.deviations[$1] }
    return (low == covariance.rows || !isResolved(covariance) ? .collapsed : .flat, raised)
  }

  /// Σ̃, the least eigenvalue it may have, and whether it has none below: Σ̃ − least·I has a Cholesky factor.
  private func standardise(_ covariance: CovarianceMatrix) -> (matrix: CovarianceMatrix, least: Double, isSound: Bool) {
    let standardised = scaled(covariance) { $0 / scales.deviations[$1] }
    let least = max(floor, 1e-14 * (standardised.diagonal.max() ?? 0))
    return (standardised, least, isResolved(covariance) && Cholesky(standardised, shift: least) != nil)
  }

  private func isResolved(_ covariance: CovarianceMatrix) -> Bool {
    floor > 0 || (0..<covariance.rows).allSatisfy { covariance[$0, $0] > smallestVariance($0) }
  }

  /// Without a floor: what the column's numbers can barely express.
  private func smallestVariance(_ column: Int) -> Double {
    16 * scales.resolutions[column] * scales.resolutions[column]
  }

  /// Applies `scale` twice to each entry, once for its row and once for its column: one step at a time, since the
  /// product of two scales may overflow.
  private func scaled(_ matrix: CovarianceMatrix, _ scale: (Double, Int) -> Double) -> CovarianceMatrix {
    var result = matrix
    for i in 0..<matrix.rows { for j in 0..<matrix.rows { result[i, j] = scale(scale(matrix[i, j], i), j) } }
    return result
  }
}
