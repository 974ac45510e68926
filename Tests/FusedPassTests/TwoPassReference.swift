import Foundation
import FusedPass

/// The specification of the fused pass, dense and slow: first every responsibility, then every moment.
func twoPassMoments(
  columns: [[Double]], weights: [Double]? = nil, under model: [FusedComponent]
) -> FusedMoments {
  let dimensions = columns.count
  let count = columns[0].count
  var moments = FusedMoments(components: model.count, dimensions: dimensions)

  var responsibilities: [[Double]] = []
  for n in 0..<count {
    let logs = model.map { logDensity(of: columns.map { $0[n] }, under: $0) }
    let peak = logs.max() ?? 0
    let sum = logs.reduce(0) { $0 + exp($1 - peak) }
    moments.logLikelihood += (weights?[n] ?? 1) * (peak + log(sum))
    responsibilities.append(logs.map { exp($0 - peak) / sum })
  }
  for (k, component) in model.enumerated() {
    for n in 0..<count {
      let r = responsibilities[n][k] * (weights?[n] ?? 1)
      let d = columns.indices.map { columns[$0][n] - component.center[$0] }
      moments.counts[k] += r
      for i in 0..<dimensions {
        moments.first[k][i] += r * d[i]
        for j in 0...i {
          let product: Double = r * d[i] * d[j]
          moments.second[k][i * (i + 1) / 2 + j] += product
        }
      }
    }
  }
  return moments
}

/// log π N(x | μ, Σ) through z = L⁻¹ (x − μ).
private func logDensity(of x: [Double], under component: FusedComponent) -> Double {
  var result = component.logWeight
  var next = 0
  for i in x.indices {
    var z = 0.0
    for j in 0...i {
      z += component.whitening[next] * (x[j] - component.mean[j])
      next += 1
    }
    result += log(component.whitening[next - 1]) - 0.5 * log(2 * Double.pi) - 0.5 * z * z
  }
  return result
}

/// The largest difference between two results, each sum measured against what it could be at most: moments against
/// √(N Q), counts and the log-likelihood against the number of points.
func distance(_ a: FusedMoments, _ b: FusedMoments, points: Double) -> Double {
  var worst = abs(a.logLikelihood - b.logLikelihood) / max(points, abs(b.logLikelihood))
  for k in a.counts.indices {
    let scale = max(b.counts[k], 1e-300)
    worst = max(worst, abs(a.counts[k] - b.counts[k]) / scale)
    for i in a.first[k].indices {
      let spread = { (i: Int) in max((b.second[k][i * (i + 3) / 2] / scale).squareRoot(), 1e-300) }
      worst = max(worst, abs(a.first[k][i] - b.first[k][i]) / (scale * spread(i)))
      for j in 0...i {
        let entry = i * (i + 1) / 2 + j
        worst = max(worst, abs(a.second[k][entry] - b.second[k][entry]) / (scale * spread(i) * spread(j)))
      }
    }
  }
  return worst
}
