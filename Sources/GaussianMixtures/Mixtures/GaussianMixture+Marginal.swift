/// A mixture seen in some of its dimensions.
extension GaussianMixture {
  /// The distribution of some of the coordinates, whatever the others are: the others are integrated out, exactly.
  ///
  /// p(x_S) = Σₖ πₖ N(x_S | μₖ[S], Σₖ[S, S]): a normal distribution's marginal has those entries of its mean, and those
  /// rows and columns of its covariance, that belong to S (Bishop, Pattern Recognition and Machine Learning, 2006,
  /// section 2.3.2). The weights stay, and so does the family.
  ///
  /// - Parameter dimensions: S, in the order in which the marginal has them. For one that the mixture does not have, the
  ///   entries are NaN, which `validate()` refuses.
  public func marginal(_ dimensions: [Int]) -> GaussianMixture {
    var marginal = self
    marginal.means = means.map { mean in dimensions.map { mean.indices.contains($0) ? mean[$0] : .nan } }
    marginal.covariances = covariances.map { $0.submatrix(dimensions) }
    return marginal
  }

  /// With another marginal covariance in two dimensions i and j for one component: what dragging its ellipse in that
  /// plane means for all of it. Within the family, a tied one is everybody's.
  ///
  /// The new covariance is Σ′ = M Σ Mᵀ. M leaves the other dimensions alone and acts on the plane as the symmetric
  /// positive definite T with T S T = S′, where S is the old marginal and S′ the new one: the optimal transport between
  /// them (Olkin and Pukelsheim 1982), which moves as little as can be. So variances elsewhere stay what they were, and
  /// covariances with the plane are carried along. In a spherical mixture one variance is that of all dimensions.
  /// Without such a component or such dimensions, or where S or S′ is not positive definite, itself.
  ///
  /// - Parameters:
  ///   - component: its index, from 0.
  ///   - i: the plane's first dimension, from 0.
  ///   - j: its second dimension, another one.
  ///   - covariance: S′, 2 × 2, in the squared units of the data.
  public func replacingMarginalCovariance(
    of component: Int, inDimensions i: Int, _ j: Int, with covariance: CovarianceMatrix
  ) -> GaussianMixture {
    guard covariances.indices.contains(component), covariance.rows == 2, covariance.columns == 2, i != j,
      (0..<dimensions).contains(i), (0..<dimensions).contains(j), covariances[component].rows == dimensions
    else { return self }
    let plane = family.restricted(covariance)
    if family == .spherical {
      let variance = plane[0, 0]
      return replacingCovariance(of: component, with: .diagonal(Array(repeating: variance, count: dimensions)))
    }
    let old = covariances[component]
    guard
      let (a, b, c) = transport(from: (old[i, i], old[i, j], old[j, j]), to: (plane[0, 0], plane[0, 1], plane[1, 1]))
    else { return self }
    var new = old
    for d in 0..<dimensions where d != i && d != j {
      new[i, d] = a * old[i, d] + b * old[j, d]
      new[j, d] = b * old[i, d] + c * old[j, d]
      new[d, i] = new[i, d]
      new[d, j] = new[j, d]
    }
    new[i, i] = plane[0, 0]
    new[i, j] = plane[0, 1]
    new[j, i] = plane[0, 1]
    new[j, j] = plane[1, 1]
    return replacingCovariance(of: component, with: new)
  }
}

extension CovarianceMatrix {
  /// The entries of some rows and columns; NaN for those that there are none of.
  fileprivate func submatrix(_ indices: [Int]) -> CovarianceMatrix {
    var part = CovarianceMatrix(rows: indices.count, columns: indices.count, repeating: .nan)
    for (i, row) in indices.enumerated() {
      for (j, column) in indices.enumerated() where min(row, column) >= 0 && row < rows && column < columns {
        part[i, j] = self[row, column]
      }
    }
    return part
  }
}

/// The symmetric positive definite T with T S T = S′, of matrices [[a, b], [b, c]]: the geometric mean of S⁻¹ and S′. Of
/// two 2 × 2 matrices A and B of determinant 1 that is (A + B) / √det(A + B); others are brought there and back. Nil
/// where one of them is not positive definite.
private func transport(
  from s: (a: Double, b: Double, c: Double), to t: (a: Double, b: Double, c: Double)
) -> (Double, Double, Double)? {
  let (first, second) = (s.a * s.c - s.b * s.b, t.a * t.c - t.b * t.b)
  guard s.a > 0, t.a > 0, first > 0, second > 0 else { return nil }
  let (alpha, beta) = (1 / first.squareRoot(), 1 / second.squareRoot())
  // S⁻¹ has the determinant 1/det S: divided by the root of that it is adj(S)/√det S.
  let sum = (a: s.c * alpha + t.a * beta, b: -s.b * alpha + t.b * beta, c: s.a * alpha + t.c * beta)
  let scale = (alpha / beta).squareRoot() / (sum.a * sum.c - sum.b * sum.b).squareRoot()
  guard scale.isFinite else { return nil }
  return (scale * sum.a, scale * sum.b, scale * sum.c)
}
