import Glibc

/// One component as the fused pass takes it.
package struct FusedComponent: Sendable {
  /// log π; −∞ for a weight of zero.
  package var logWeight: Double
  /// μ, D numbers.
  package var mean: [Double]
  /// L⁻¹, where Σ = L Lᵀ is the Cholesky factorization: its lower triangle by rows, D (D + 1) / 2 numbers.
  package var whitening: [Double]

  /// c, about which the moments are taken, D numbers: near the mean that they will give.
  package var center: [Double]

  /// - Parameter center: nil for the mean.
  package init(logWeight: Double, mean: [Double], whitening: [Double], center: [Double]? = nil) {
    self.logWeight = logWeight
    self.mean = mean
    self.whitening = whitening
    self.center = center ?? mean
  }

  var isDiagonal: Bool {
    mean.indices.allSatisfy { i in (0..<i).allSatisfy { whitening[i * (i + 1) / 2 + $0] == 0 } }
  }

  /// W, such that exp(−½ |L⁻¹ d|²) = 2^(−|W d|²): L⁻¹ √(½ log₂ e).
  var factor: [Double] {
    let scale = (0.5 / log(2)).squareRoot()
    return whitening.map { $0 * scale }
  }

  /// log₂ of the largest weighted density: of π (2π)^(−D/2) |Σ|^(−½).
  var offset: Double {
    var diagonal = 0
    var logDeterminant = 0.0
    for i in mean.indices {
      logDeterminant += log2(whitening[diagonal])
      diagonal += i + 2
    }
    return logWeight / log(2) + logDeterminant - Double(mean.count) / 2 * log2(2 * Double.pi)
  }
}
