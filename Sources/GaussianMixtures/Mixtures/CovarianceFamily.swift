/// How the K covariance matrices of a mixture are restricted (Celeux & Govaert 1995). What sets the families apart stands
/// here, once.
public enum CovarianceFamily: String, CaseIterable, Codable, Sendable {
  /// Each component has its own matrix.
  case full
  /// All components share one matrix.
  case tied
  /// Each component has its own diagonal matrix.
  case diagonal
  /// Each component has its own variance, equal in every direction.
  case spherical

  /// Whether the matrices are diagonal by definition.
  var isDiagonal: Bool {
    switch self {
    case .full, .tied: false
    case .diagonal, .spherical: true
    }
  }

  /// Whether all components have the same matrix by definition.
  var isShared: Bool {
    switch self {
    case .tied: true
    case .full, .diagonal, .spherical: false
    }
  }

  /// The free parameters of K components in D dimensions: K − 1 weights, K·D means, and for the covariances
  /// K·D(D+1)/2 (full), D(D+1)/2 (tied), K·D (diagonal) or K (spherical). `Int.max` where they are more than an integer
  /// counts.
  public func parameterCount(components k: Int, dimensions d: Int) -> Int {
    let (size, side) = (Double(k).magnitude + 1, Double(d).magnitude + 1)
    guard size * side * side < 0x1p62 else { return .max }
    let covariances =
      switch self {
      case .full: k * d * (d + 1) / 2
      case .tied: d * (d + 1) / 2
      case .diagonal: k * d
      case .spherical: k
      }
    return k - 1 + k * d + covariances
  }

  /// The matrices of this family that maximise the likelihood of components with these covariances Σₖ and numbers of
  /// points Nₖ: Σₖ (full), Σₖ NₖΣₖ / Σₖ Nₖ for all (tied), the diagonal of Σₖ (diagonal), the mean of that diagonal in
  /// every direction (spherical). Matrices of unequal shape, which no valid mixture has, stay as they are.
  public func restricted(_ covariances: [CovarianceMatrix], counts: [Double]) -> [CovarianceMatrix] {
    guard isShared else { return covariances.map(restricted) }
    guard let first = covariances.first, counts.count == covariances.count,
      covariances.allSatisfy({ $0.rows == first.rows && $0.columns == first.columns })
    else { return covariances }
    let total = counts.reduce(0, +)
    var shared = CovarianceMatrix(rows: first.rows, columns: first.columns)
    for (count, covariance) in zip(counts, covariances) {
      let share = total > 0 ? count / total : 1 / Double(counts.count)
      for i in 0..<shared.rows { for j in 0..<shared.columns { shared[i, j] += share * covariance[i, j] } }
    }
    return Array(repeating: shared, count: covariances.count)
  }

  /// The same for one component alone, which shares its matrix with itself.
  func restricted(_ covariance: CovarianceMatrix) -> CovarianceMatrix {
    guard covariance.rows == covariance.columns else { return covariance }
    switch self {
    case .full, .tied: return covariance
    case .diagonal: return .diagonal(covariance.diagonal)
    case .spherical:
      let d = covariance.rows
      let variance = covariance.diagonal.reduce(0) { $0 + $1 / Double(d) }
      return .diagonal(Array(repeating: variance, count: d))
    }
  }
}
