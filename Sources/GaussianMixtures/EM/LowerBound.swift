extension EM {
  /// F(q, θ) = Σₙ wₙ Σₖ rₙₖ (log πₖN(xₙ | μₖ, Σₖ) − log rₙₖ) of the responsibilities q of an E-step and any parameters
  /// θ, from the sufficient statistics alone (Neal & Hinton 1998).
  ///
  /// With Q(θ) = Σₖ Nₖ (log πₖ − ½ log |2πΣₖ|) − ½ Σₖ tr(Σₖ⁻¹ Sₖ(μₖ)) the entropy of q cancels:
  /// F(q, θ) = log L(θ_old) + Q(θ) − Q(θ_old). At θ = θ_old the bound touches the log-likelihood. Throws for a model that
  /// is not valid or has other dimensions or components.
  public func lowerBound(of expectation: Expectation, with model: GaussianMixture) throws(MixtureError) -> Double {
    try expectation.lowerBound(at: model)
  }
}

extension Expectation {
  /// The same of these responsibilities, and throws the same: no points are looked at, so that it can follow a hand that
  /// drags.
  public func lowerBound(at model: GaussianMixture) throws(MixtureError) -> Double {
    let (own, given) = (self.model.componentCount, model.componentCount)
    guard own == given else { throw .componentMismatch(model: given, expectation: own) }
    return try lowerBound(at: model, survivors: Array(0..<own))
  }

  func lowerBound(at model: GaussianMixture, survivors: [Int]) throws(MixtureError) -> Double {
    let old = try PreparedMixture(self.model)
    let new = try PreparedMixture(model)
    guard new.dimensions == old.dimensions, survivors.count == new.componentCount else {
      throw .dimensionMismatch(model: new.dimensions, data: old.dimensions)
    }
    var places = [Int?](repeating: nil, count: old.componentCount)
    for (place, k) in survivors.enumerated() where places.indices.contains(k) { places[k] = place }
    var change = 0.0
    for k in 0..<old.componentCount where counts[k] > 0 {
      guard let place = places[k] else { return -.infinity }
      change +=
        statistics.expectedLogDensity(k, under: new, place) - statistics.expectedLogDensity(k, under: old, k)
    }
    return change.isNaN ? -.infinity : logLikelihood + change
  }
}

extension SufficientStatistics {
  /// Σₙ wₙ rₙₖ log πN(xₙ | μ, Σ), with the parameters of component `place` of `prepared`:
  /// Nₖ (log π + normalizer) − ½ Nₖ (tr(L⁻¹ΣₖL⁻ᵀ) + |L⁻¹(mₖ − μ)|²), where mₖ, Σₖ are the points' mean and covariance.
  fileprivate func expectedLogDensity(_ k: Int, under prepared: PreparedMixture, _ place: Int) -> Double {
    let d = dimensions
    let covariance = covariance(k)
    let mean = mean(k)
    let difference = (0..<d).map { mean[$0] - prepared.means[place * d + $0] }
    var quadratic = 0.0
    for i in 0..<d {
      let row = prepared.inverseFactorRow(place, i)
      var z = 0.0
      for j in row.indices where row[j] != 0 {
        z += row[j] * difference[j]
        for l in row.indices where row[l] != 0 { quadratic += row[j] * covariance[j, l] * row[l] }
      }
      quadratic += z * z
    }
    return counts[k] * (prepared.logWeightedNormalizers[place] - quadratic / 2)
  }
}

extension PreparedMixture {
  /// Row i of Lₖ⁻¹ up to its diagonal.
  fileprivate func inverseFactorRow(_ k: Int, _ i: Int) -> [Double] {
    let base = k * factorStride
    if isDiagonal { return Array(repeating: 0, count: i) + [inverseFactors[base + i]] }
    return (0...i).map { inverseFactors[base + packed(i, $0)] }
  }
}
