/// The same for points as rows of D coordinates. All throw what the rows are refused for (`Dataset.init(rows:)`), and
/// `.dimensionMismatch` where they are not D long.
extension GaussianMixture {
  /// Σₙ log p(xₙ): natural logarithm, total over points. Throws for rows and models that do not fit.
  public func logLikelihood(of points: [[Double]]) throws(MixtureError) -> Double {
    try logLikelihood(of: Dataset(rows: points))
  }

  /// log p(xₙ) of each point. Throws for rows and models that do not fit.
  public func logDensities(of points: [[Double]]) throws(MixtureError) -> [Double] {
    try logDensities(of: Dataset(rows: points))
  }

  /// p(xₙ) of each point; 0 where it is too small for a double. Throws for rows and models that do not fit.
  public func densities(of points: [[Double]]) throws(MixtureError) -> [Double] {
    try densities(of: Dataset(rows: points))
  }

  /// rₙₖ = πₖ N(xₙ | μₖ, Σₖ) / p(xₙ). Throws for rows and models that do not fit.
  public func responsibilities(of points: [[Double]]) throws(MixtureError) -> Responsibilities {
    try responsibilities(of: Dataset(rows: points))
  }

  /// The component with the largest responsibility for each point, from 0; the first of equals. Throws for rows and models
  /// that do not fit.
  public func predict(_ points: [[Double]]) throws(MixtureError) -> [Int] {
    try predict(Dataset(rows: points))
  }
}
