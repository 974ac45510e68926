import GaussianMixtures
import Glibc

/// Where columns are scaled, model and canvas have other units than the file that they were read from. What is written
/// under the names of the file's columns has the units of the file.
extension PointCloud {
  /// All columns, in the units of their file.
  public var fileColumns: [[Double]] { table?.values ?? [x, y] }

  /// Those that the model is fitted to.
  public var fittedFileColumns: [[Double]] {
    table.map { table in table.choice.fitted.map { table.values[$0] } } ?? [x, y]
  }

  /// How the model's columns are scaled; nil where they are not.
  private var scaling: [ColumnScale]? {
    guard let table, table.choice.isStandardized else { return nil }
    return table.choice.fitted.map { table.scales[$0] }
  }

  /// A mixture of these points in the units of their file: x = m + d z for each column, so μ′ = m + d μ and
  /// Σ′ᵢⱼ = dᵢ dⱼ Σᵢⱼ. What was equal in every direction no longer is.
  public func inFileUnits(_ mixture: GaussianMixture) -> GaussianMixture {
    guard let scaling, scaling.count == mixture.dimensions else { return mixture }
    var result = mixture
    if mixture.family == .spherical { result.family = .diagonal }
    for component in mixture.means.indices {
      result.means[component] = zip(scaling, mixture.means[component]).map { $0.original($1) }
      for (i, a) in scaling.enumerated() {
        for (j, b) in scaling.enumerated() { result.covariances[component][i, j] *= a.deviation * b.deviation }
      }
    }
    return result
  }

  /// The log-likelihood of that mixture: each density is per unit of the file, log p′ = log p − Σ log d.
  public func inFileUnits(logLikelihood value: Double) -> Double {
    guard let scaling else { return value }
    return value - Double(count) * scaling.reduce(0) { $0 + log($1.deviation) }
  }
}
