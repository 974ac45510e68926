import Glibc

/// A mixture made ready to evaluate many points: inverse Cholesky factors and log normalizers, flat in memory.
///
/// With Σₖ = Lₖ·Lₖᵀ and z = Lₖ⁻¹(x − μₖ): log N(x | μₖ, Σₖ) = −½ zᵀz − Σⱼ log (Lₖ)ⱼⱼ − ½ D log 2π.
package struct PreparedMixture: Sendable {
  package let componentCount: Int
  package let dimensions: Int
  /// K × D, flat.
  let means: [Double]
  /// Lₖ⁻¹ of each component. Packed lower triangles of D(D+1)/2 numbers, or only their D diagonal entries where
  /// `isDiagonal`.
  let inverseFactors: [Double]
  /// −Σⱼ log (Lₖ)ⱼⱼ − ½ D log 2π.
  let logNormalizers: [Double]
  /// log πₖ + the log normalizer; −∞ for a weight of zero. The weights sum to 1, those of the model normalized if need be.
  let logWeightedNormalizers: [Double]
  /// Whether D > 2 and every covariance is diagonal, so that `inverseFactors` holds diagonals only.
  let isDiagonal: Bool

  /// Throws what `GaussianMixture.validate()` throws.
  package init(_ model: GaussianMixture) throws(MixtureError) {
    try model.validateEntries()
    let d = model.dimensions
    let isDiagonal = d > 2 && model.covariances.allSatisfy(\.isDiagonal)
    var inverseFactors: [Double] = []
    var logNormalizers: [Double] = []
    for k in 0..<model.componentCount {
      let covariance = model.covariances[k]
      if k > 0 && covariance == model.covariances[k - 1] {
        inverseFactors += inverseFactors[(inverseFactors.count - inverseFactors.count / k)...]
        logNormalizers.append(logNormalizers[k - 1])
        continue
      }
      if isDiagonal {
        let deviations = covariance.diagonal.map { $0.squareRoot() }
        guard deviations.allSatisfy({ $0 > 0 }) else { throw .covarianceNotPositiveDefinite(component: k) }
        inverseFactors += deviations.map { 1 / $0 }
        logNormalizers.append(-deviations.reduce(0) { $0 + log($1) } - Double(d) * halfLogTwoPi)
      } else {
        guard let cholesky = Cholesky(covariance) else { throw .covarianceNotPositiveDefinite(component: k) }
        inverseFactors += cholesky.inverse
        logNormalizers.append(-cholesky.logDeterminant / 2 - Double(d) * halfLogTwoPi)
      }
    }
    componentCount = model.componentCount
    dimensions = d
    means = model.means.flatMap { $0 }
    self.inverseFactors = inverseFactors
    self.logNormalizers = logNormalizers
    logWeightedNormalizers = zip(model.withNormalizedWeights.weights, logNormalizers).map { log($0) + $1 }
    self.isDiagonal = isDiagonal
  }

  /// Numbers per component in `inverseFactors`.
  var factorStride: Int { isDiagonal ? dimensions : dimensions * (dimensions + 1) / 2 }

  /// log N(x | μₖ, Σₖ), without the mixing weight. The point has D coordinates.
  func logDensity(component k: Int, at point: [Double]) -> Double {
    logNormalizers[k] - squaredDistance(component: k, at: point) / 2
  }

  /// Bayes' rule at one point: rₖ = πₖ N(x | μₖ, Σₖ) / p(x), written into `r` (resized to K if need be).
  /// Returns log p(x).
  ///
  /// Far from everything the log densities may leave the range of a double; the point then belongs to the nearest
  /// component in its own metric, and −∞ is returned.
  package func responsibilities(at point: [Double], into r: inout [Double]) -> Double {
    if r.count != componentCount { r = Array(repeating: 0, count: componentCount) }
    var largest = -Double.infinity
    for k in 0..<componentCount {
      let term = logWeightedNormalizers[k] - squaredDistance(component: k, at: point) / 2
      r[k] = term.isNaN ? -.infinity : term
      largest = max(largest, r[k])
    }
    guard largest > -.infinity else {
      assignToNearest(point, &r)
      return -.infinity
    }
    var sum = 0.0
    for k in 0..<componentCount {
      r[k] = exp(r[k] - largest)
      sum += r[k]
    }
    for k in 0..<componentCount { r[k] /= sum }
    return largest + log(sum)
  }

  /// zᵀz, with z = `scale`·Lₖ⁻¹(x − μₖ).
  private func squaredDistance(component k: Int, at point: [Double], scale: Double = 1) -> Double {
    let base = k * factorStride
    var sum = 0.0
    for i in 0..<dimensions {
      var z = 0.0
      if isDiagonal {
        z = inverseFactors[base + i] * ((point[i] - means[k * dimensions + i]) * scale)
      } else {
        for j in 0...i {
          z += inverseFactors[base + packed(i, j)] * ((point[j] - means[k * dimensions + j]) * scale)
        }
      }
      sum += z * z
    }
    return sum
  }

  /// Where even squared distances overflow only their order is left to know: tiny units bring them back into range.
  private func assignToNearest(_ point: [Double], _ r: inout [Double]) {
    var nearest = 0
    var shortest = Double.infinity
    for k in 0..<componentCount {
      r[k] = 0
      guard logWeightedNormalizers[k] > -.infinity else { continue }
      let distance = squaredDistance(component: k, at: point, scale: 0x1p-700)
      if distance < shortest || shortest == .infinity && logWeightedNormalizers[nearest] == -.infinity {
        nearest = k
        shortest = distance
      }
    }
    r[nearest] = 1
  }
}

/// ½ log 2π
let halfLogTwoPi = 0.918938533204672741780329736406
