/// Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations (Golub & Van Loan, "Matrix
/// Computations", section 8.5): slow for large matrices, exact to rounding for small ones, and never fails.
struct SymmetricEigen {
  /// D eigenvalues, in no particular order.
  private(set) var values: [Double]
  /// Column j belongs to value j.
  private(set) var vectors: Matrix

  init(_ symmetric: Matrix) {
    let n = symmetric.rows
    var a = symmetric
    vectors = .identity(n)
    for _ in 0..<60 {
      var offDiagonal = 0.0
      var diagonal = 0.0
      for i in 0..<n {
        diagonal = max(diagonal, abs(a[i, i]))
        for j in 0..<i { offDiagonal = max(offDiagonal, abs(a[i, j])) }
      }
      guard offDiagonal > diagonal * 1e-17 else { break }
      for p in 0..<n {
        for q in (p + 1)..<max(n, p + 1) where a[p, q] != 0 { a.rotate(p, q, &vectors) }
      }
    }
    values = a.diagonal
  }

  /// V·diag(values)·Vᵀ with each value replaced.
  func reassembled(_ replace: (Double) -> Double) -> Matrix {
    let n = values.count
    let replaced = values.map(replace)
    var matrix = Matrix(rows: n, columns: n)
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

extension Matrix {
  /// Annihilates entries (p, q) and (q, p), and turns `vectors` along.
  fileprivate mutating func rotate(_ p: Int, _ q: Int, _ vectors: inout Matrix) {
    let theta = (self[q, q] - self[p, p]) / (2 * self[p, q])
    let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
    let c = 1 / (t * t + 1).squareRoot()
    let s = t * c
    for k in 0..<rows {
      let kp = self[k, p]
      let kq = self[k, q]
      self[k, p] = c * kp - s * kq
      self[k, q] = s * kp + c * kq
    }
    for k in 0..<rows {
      let pk = self[p, k]
      let qk = self[q, k]
      self[p, k] = c * pk - s * qk
      self[q, k] = s * pk + c * qk
      let vp = vectors[k, p]
      let vq = vectors[k, q]
      vectors[k, p] = c * vp - s * vq
      vectors[k, q] = s * vp + c * vq
    }
  }
}
