import Foundation

@testable import GaussianMixtures

/// The specification of `pass`: the same quantities straight from their definitions, dense and in two passes. Slow, and
/// meant to be read; tests compare everything faster with it.
struct ReferencePass {
  let logLikelihood: Double
  /// N × K.
  let responsibilities: [[Double]]
  /// Nₖ = Σₙ wₙ rₙₖ.
  let counts: [Double]
  /// μₖ = Σₙ wₙ rₙₖ xₙ / Nₖ, and about them the biased covariances. NaN where Nₖ = 0.
  let means: [[Double]]
  let covariances: [CovarianceMatrix]

  init(data: Dataset, model: GaussianMixture) throws(MixtureError) {
    let points = (0..<data.count).map { data.row($0) }
    let w = (0..<data.count).map { data.sampleWeight($0) }
    var logTerms: [[Double]] = points.map { _ in [] }
    for k in 0..<model.componentCount {
      guard let cholesky = Cholesky(model.covariances[k]) else { throw .covarianceNotPositiveDefinite(component: k) }
      for (n, x) in points.enumerated() {
        let z = cholesky.solve(subtract(x, model.means[k]))
        let logDensity = -(dot(z, z) + cholesky.logDeterminant + Double(x.count) * log(2 * Double.pi)) / 2
        logTerms[n].append(log(model.weights[k]) + logDensity)
      }
    }
    let logDensities = logTerms.map(logSumExp)
    let r = zip(logTerms, logDensities).map { terms, total in terms.map { exp($0 - total) } }
    logLikelihood = zip(w, logDensities).reduce(0) { $0 + $1.0 * $1.1 }
    responsibilities = r

    var counts: [Double] = []
    var means: [[Double]] = []
    var covariances: [CovarianceMatrix] = []
    let d = data.dimensions
    for k in 0..<model.componentCount {
      let shares = points.indices.map { w[$0] * r[$0][k] }
      let count = shares.reduce(0, +)
      // About the first point: an offset of the data must not cost digits here either.
      let mean = (0..<d).map { i in
        points[0][i] + points.indices.reduce(0) { $0 + shares[$1] * (points[$1][i] - points[0][i]) } / count
      }
      var covariance = CovarianceMatrix(rows: d, columns: d)
      for n in points.indices {
        let difference = subtract(points[n], mean)
        for i in 0..<d {
          for j in 0..<d { covariance[i, j] += shares[n] * difference[i] * difference[j] / count }
        }
      }
      counts.append(count)
      means.append(mean)
      covariances.append(covariance)
    }
    self.counts = counts
    self.means = means
    self.covariances = covariances
  }

  /// F(q, θ) by its definition, with these responsibilities as q.
  func lowerBound(data: Dataset, model: GaussianMixture) throws(MixtureError) -> Double {
    let prepared = try PreparedMixture(model)
    var bound = 0.0
    for n in 0..<data.count {
      for k in 0..<model.componentCount where responsibilities[n][k] > 0 {
        let logTerm = log(model.weights[k]) + prepared.logDensity(component: k, at: data.row(n))
        bound += data.sampleWeight(n) * responsibilities[n][k] * (logTerm - log(responsibilities[n][k]))
      }
    }
    return bound
  }
}

/// log Σ exp(termsₖ), with the largest term taken out so that nothing overflows and not everything underflows.
func logSumExp(_ terms: [Double]) -> Double {
  let largest = terms.max() ?? -.infinity
  guard largest > -.infinity else { return -.infinity }
  return largest + log(terms.reduce(0) { $0 + exp($1 - largest) })
}

private func subtract(_ a: [Double], _ b: [Double]) -> [Double] { zip(a, b).map { $0 - $1 } }

private func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

extension Cholesky {
  /// z with L·z = b, by forward substitution.
  fileprivate func solve(_ b: [Double]) -> [Double] {
    var z: [Double] = []
    for i in 0..<dimensions {
      var sum = b[i]
      for j in 0..<i { sum -= factor[packed(i, j)] * z[j] }
      z.append(sum / factor[packed(i, i)])
    }
    return z
  }
}
