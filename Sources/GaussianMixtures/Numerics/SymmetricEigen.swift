/// Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations (Golub & Van Loan, "Matrix
/// Computations", section 8.5): slow for large matrices, exact to rounding for small ones, and never fails.
struct SymmetricEigen {
  /// D eigenvalues, in no particular order.
  let values: [Double]
  /// Column j belongs to value j.
  let vectors: CovarianceMatrix

  init(_ symmetric: CovarianceMatrix) {
    let n = symmetric.rows
    var a = symmetric
    var v = CovarianceMatrix.identity(n)
    a.storage.withUnsafeMutableBufferPointer { a in
      v.storage.withUnsafeMutableBufferPointer { vectors in
        var sweeps = 0
        while sweeps < 60 && !isNearlyDiagonal(a, n) {
          sweeps += 1
          var p = 0
          while p < n - 1 {
            var q = p + 1
            while q < n {
              if a[p * n + q] != 0 { rotate(a, p, q, n, vectors) }
              q += 1
            }
            p += 1
          }
        }
      }
    }
    values = a.diagonal
    vectors = v
  }

  /// V·diag(values)·Vᵀ with each value replaced.
  func reassembled(_ replace: (Double) -> Double) -> CovarianceMatrix {
    let n = values.count
    let replaced = values.map(replace)
    var matrix = CovarianceMatrix(rows: n, columns: n)
    for i in 0..<n {
      for j in 0...i {
        var sum = 0.0
        for k in 0..<n { sum += vectors[i, k] * replaced[k] * vectors[j, k] }
        matrix[i, j] = sum
        matrix[j, i] = sum
      }
    }
    return matrix
  }
}

private func isNearlyDiagonal(_ a: UnsafeMutableBufferPointer<Double>, _ n: Int) -> Bool {
  var offDiagonal = 0.0
  var diagonal = 0.0
  for i in 0..<n {
    diagonal = max(diagonal, abs(a[i * n + i]))
    for j in 0..<i { offDiagonal = max(offDiagonal, abs(a[i * n + j])) }
  }
  return !(offDiagonal > diagonal * 1e-16)
}

/// Annihilates entries (p, q) and (q, p) of the n × n matrix, and turns `vectors` along.
private func rotate(
  _ a: UnsafeMutableBufferPointer<Double>, _ p: Int, _ q: Int, _ n: Int,
  _ vectors: UnsafeMutableBufferPointer<Double>
) {
  let theta = (a[q * n + q] - a[p * n + p]) / (2 * a[p * n + q])
  let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
  let c = 1 / (t * t + 1).squareRoot()
  let s = t * c
  turn(a, p, q, step: n, n, c, s)
  turn(a, p * n, q * n, step: 1, n, c, s)
  a[p * n + q] = 0
  a[q * n + p] = 0
  turn(vectors, p, q, step: n, n, c, s)
}

/// (x, y) ← (c·x − s·y, s·x + c·y) for n pairs that begin at p and q, `step` apart.
@inline(__always)
private func turn(
  _ m: UnsafeMutableBufferPointer<Double>, _ p: Int, _ q: Int, step: Int, _ n: Int, _ c: Double, _ s: Double
) {
  var x = p
  var y = q
  var k = 0
  while k < n {
    let mx = m[x]
    let my = m[y]
    m[x] = c * mx - s * my
    m[y] = s * mx + c * my
    x += step
    y += step
    k += 1
  }
}
