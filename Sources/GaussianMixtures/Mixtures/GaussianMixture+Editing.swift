/// Mixtures made from mixtures. Nothing is checked here either: what does not fit together makes a mixture that
/// `validate()` refuses.
extension GaussianMixture {
  /// The nearest mixture of another family (`CovarianceFamily.restricted`, with the weights as counts).
  public func converted(to family: CovarianceFamily) -> GaussianMixture {
    var result = self
    result.family = family
    result.covariances = family.restricted(covariances, counts: weights)
    return result
  }

  /// With another covariance for one component, kept within the family: a tied one is everybody's. Without such a
  /// component, itself.
  public func replacingCovariance(of component: Int, with covariance: CovarianceMatrix) -> GaussianMixture {
    guard covariances.indices.contains(component) else { return self }
    var result = self
    if family.isShared {
      result.covariances = Array(repeating: covariance, count: componentCount)
    } else {
      result.covariances[component] = family.restricted(covariance)
    }
    return result
  }

  /// With another weight for one component, 0 … 1; the others share the rest in proportion, or evenly where they had
  /// nothing. Without such a component, or without others, itself; and where the weight is no number.
  public func settingWeight(of component: Int, to weight: Double) -> GaussianMixture {
    guard weights.indices.contains(component), componentCount > 1, !weight.isNaN else { return self }
    let weight = min(max(weight, 0), 1)
    let rest = weights.indices.reduce(0) { $1 == component ? $0 : $0 + weights[$1] }
    var result = self
    for k in weights.indices {
      let share = rest > 0 ? weights[k] / rest : 1 / Double(componentCount - 1)
      result.weights[k] = k == component ? weight : (1 - weight) * share
    }
    return result
  }

  /// With one more component, of the weight that an equal share would have. In a tied family it takes the common
  /// covariance.
  public func adding(mean: [Double], covariance: CovarianceMatrix) -> GaussianMixture {
    let share = 1 / Double(componentCount + 1)
    let covariance = family.isShared ? covariances.first ?? covariance : family.restricted(covariance)
    return GaussianMixture(
      weights: weights.map { $0 * (1 - share) } + [share], means: means + [mean],
      covariances: covariances + [covariance], family: family)
  }

  /// Without a component; the others share its weight in proportion. Without such a component, itself.
  public func removing(_ component: Int) -> GaussianMixture {
    guard weights.indices.contains(component), means.indices.contains(component),
      covariances.indices.contains(component)
    else { return self }
    var result = self
    result.weights.remove(at: component)
    result.means.remove(at: component)
    result.covariances.remove(at: component)
    let sum = result.weights.reduce(0, +)
    let count = Double(result.componentCount)
    result.weights = result.weights.map { sum > 0 ? $0 / sum : 1 / count }
    return result
  }

  /// The mixture a fraction `t` of the way to `other`: weights, means and covariances on straight lines. A straight line
  /// between two positive definite matrices stays positive definite. Mixtures of different shape do not mix: `other`.
  public func interpolated(to other: GaussianMixture, _ t: Double) -> GaussianMixture {
    guard t < 1, hasShape(of: other) else { return other }
    func mix(_ a: [Double], _ b: [Double]) -> [Double] { zip(a, b).map { $0 + ($1 - $0) * t } }
    var result = other
    result.weights = mix(weights, other.weights)
    result.means = zip(means, other.means).map(mix)
    for k in covariances.indices {
      result.covariances[k].storage = mix(covariances[k].storage, other.covariances[k].storage)
    }
    return result
  }

  private func hasShape(of other: GaussianMixture) -> Bool {
    weights.count == other.weights.count && means.count == other.means.count
      && covariances.count == other.covariances.count
      && zip(means, other.means).allSatisfy { $0.count == $1.count }
      && zip(covariances, other.covariances).allSatisfy { $0.rows == $1.rows && $0.columns == $1.columns }
  }
}
