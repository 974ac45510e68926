import Glibc

/// The lower triangular L with L·Lᵀ = Σ, packed by row: entry (i, j), j ≤ i, is at i(i+1)/2 + j.
///
/// Every pivot is compared with the diagonal entry it came from, so rescaling a coordinate changes no decision.
struct Cholesky: Sendable, Equatable {
  let dimensions: Int
  let factor: [Double]

  /// Nil when Σ − shift·I is not positive definite, or so nearly singular that a pivot is all rounding error.
  init?(_ matrix: CovarianceMatrix, shift: Double = 0) {
    let n = matrix.rows
    var l = [Double](repeating: 0, count: n * (n + 1) / 2)
    let isPositive = matrix.storage.withUnsafeBufferPointer { a in
      l.withUnsafeMutableBufferPointer { l in factorise(a, n, shift, l) }
    }
    guard isPositive else { return nil }
    dimensions = n
    factor = l
  }

  /// log |Σ| = 2 Σⱼ log Lⱼⱼ: a sum, since the product may overflow.
  var logDeterminant: Double {
    var sum = 0.0
    for i in 0..<dimensions { sum += log(factor[packed(i, i)]) }
    return 2 * sum
  }

  /// L⁻¹, lower triangular and packed like L.
  var inverse: [Double] {
    var inverse = [Double](repeating: 0, count: factor.count)
    for j in 0..<dimensions {
      inverse[packed(j, j)] = 1 / factor[packed(j, j)]
      var i = j + 1
      while i < dimensions {
        var sum = 0.0
        var k = j
        while k < i {
          sum += factor[packed(i, k)] * inverse[packed(k, j)]
          k += 1
        }
        inverse[packed(i, j)] = -sum / factor[packed(i, i)]
        i += 1
      }
    }
    return inverse
  }
}

/// The place of entry (i, j), j ≤ i, in a lower triangle packed by row.
@inline(__always)
func packed(_ i: Int, _ j: Int) -> Int { i * (i + 1) / 2 + j }

private func factorise(
  _ a: UnsafeBufferPointer<Double>, _ n: Int, _ shift: Double, _ l: UnsafeMutableBufferPointer<Double>
) -> Bool {
  var i = 0
  while i < n {
    var j = 0
    while j <= i {
      var sum = a[i * n + j]
      if i == j { sum -= shift }
      let diagonal = sum
      var k = 0
      while k < j {
        sum -= l[packed(i, k)] * l[packed(j, k)]
        k += 1
      }
      if i == j {
        guard sum > diagonal * 0x1p-51, sum < .infinity else { return false }
        l[packed(i, i)] = sum.squareRoot()
      } else {
        l[packed(i, j)] = sum / l[packed(j, j)]
      }
      j += 1
    }
    i += 1
  }
  return true
}
