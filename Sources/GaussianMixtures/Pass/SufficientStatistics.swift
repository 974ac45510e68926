/// All that an M-step needs to know about the points: their weighted moments about a center per component.
///
/// The moments are taken about a point near each component (its current mean), never about the origin, where the
/// difference of two large numbers would eat the digits.
public struct SufficientStatistics: Sendable, Equatable {
  /// K.
  public let componentCount: Int
  /// D.
  public let dimensions: Int
  /// Whether only the D diagonal entries of the scatter are kept (families diagonal and spherical).
  public let isDiagonal: Bool
  /// Nₖ = Σₙ wₙ rₙₖ: K numbers.
  public internal(set) var counts: [Double]
  /// cₖ: K × D, flat.
  public internal(set) var centers: [Double]
  /// Σₙ wₙ rₙₖ (xₙ − cₖ): K × D, flat.
  public internal(set) var sums: [Double]
  /// Σₙ wₙ rₙₖ (xₙ − cₖ)(xₙ − cₖ)ᵀ: K packed lower triangles (or diagonals), flat.
  public internal(set) var scatters: [Double]

  init(componentCount: Int, dimensions: Int, isDiagonal: Bool, centers: [Double]) {
    self.componentCount = componentCount
    self.dimensions = dimensions
    self.isDiagonal = isDiagonal
    self.centers = centers
    counts = Array(repeating: 0, count: componentCount)
    sums = Array(repeating: 0, count: componentCount * dimensions)
    let stride = Self.scatterStride(dimensions: dimensions, isDiagonal: isDiagonal)
    scatters = Array(repeating: 0, count: componentCount * stride)
  }

  static func scatterStride(dimensions d: Int, isDiagonal: Bool) -> Int { isDiagonal ? d : d * (d + 1) / 2 }

  /// Numbers per component in `scatters`.
  var scatterStride: Int { Self.scatterStride(dimensions: dimensions, isDiagonal: isDiagonal) }

  /// The weighted mean of the points of component k: cₖ + sₖ / Nₖ. Needs Nₖ > 0.
  func mean(_ k: Int) -> [Double] {
    (0..<dimensions).map { centers[k * dimensions + $0] + offset(k, $0) }
  }

  /// Coordinate i of the mean relative to the center.
  func offset(_ k: Int, _ i: Int) -> Double { sums[k * dimensions + i] / counts[k] }

  /// The biased covariance Sₖ / Nₖ − δδᵀ with δ = sₖ / Nₖ; off-diagonal entries are zero where `isDiagonal`.
  func covariance(_ k: Int) -> CovarianceMatrix {
    var matrix = CovarianceMatrix(rows: dimensions, columns: dimensions)
    let base = k * scatterStride
    for i in 0..<dimensions {
      if isDiagonal {
        matrix[i, i] = max(0, scatters[base + i] / counts[k] - offset(k, i) * offset(k, i))
        continue
      }
      for j in 0...i {
        let moment = scatters[base + packed(i, j)] / counts[k] - offset(k, i) * offset(k, j)
        matrix[i, j] = i == j ? max(0, moment) : moment
        matrix[j, i] = matrix[i, j]
      }
    }
    return matrix
  }

  /// Whether the mean of component k is so far from its center that `covariance` would lose more than two digits.
  func isPoorlyCentered(_ k: Int) -> Bool {
    guard counts[k] > 0 else { return false }
    for i in 0..<dimensions {
      let moment = scatters[k * scatterStride + (isDiagonal ? i : packed(i, i))] / counts[k]
      if moment - offset(k, i) * offset(k, i) < moment / 256 { return true }
    }
    return false
  }
}
