extension KMeans {
  /// The mixture of an assignment: each cluster's share, mean and covariance. A cluster too thin for a covariance of
  /// its own, in some direction below the floor, gets the data's, divided by K.
  func mixture(
    of assignment: Assignment, scales: ColumnScales, family: CovarianceFamily, floor: Double
  ) -> GaussianMixture {
    var model = GaussianMixture.start(means: update(assignment), scales: scales, family: family, floor: floor)
    let scatter = pooledOrOwn(assignment, means: model.means, family)
    let guardian = CovarianceFloor(scales: scales, floor: floor)
    for k in model.means.indices {
      model.weights[k] = assignment.counts[k] / data.totalWeight
      if let covariance = scatter[k], guardian.isSound(covariance, type: family) {
        model.covariances[k] = covariance
      }
    }
    return model
  }

  /// The clusters' covariances about their means, in the family; nil where a cluster has no points.
  private func pooledOrOwn(
    _ assignment: Assignment, means: [[Double]], _ type: CovarianceFamily
  ) -> [CovarianceMatrix?] {
    let d = data.dimensions
    var matrices = Array(repeating: CovarianceMatrix(rows: d, columns: d), count: means.count)
    for i in 0..<d {
      for j in 0...i where i == j || !type.isDiagonal {
        let moments = crossMoments(assignment, means, i, j)
        let pooled = moments.reduce(0, +) / data.totalWeight
        for k in means.indices where type == .tied || assignment.counts[k] > 0 {
          matrices[k][i, j] = type == .tied ? pooled : moments[k] / assignment.counts[k]
          matrices[k][j, i] = matrices[k][i, j]
        }
      }
    }
    return means.indices.map { k in
      guard type == .tied || assignment.counts[k] > 0 else { return nil }
      let matrix = matrices[k]
      guard type == .spherical else { return matrix }
      let variance = matrix.diagonal.reduce(0) { $0 + $1 / Double(d) }
      return .diagonal(Array(repeating: variance, count: d))
    }
  }

  /// Σ w (xᵢ − mᵢ)(xⱼ − mⱼ) over each cluster's points.
  private func crossMoments(_ assignment: Assignment, _ means: [[Double]], _ i: Int, _ j: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: means.count)
    let (a, b) = (means.map { $0[i] }, means.map { $0[j] })
    _ = withColumnPointers([data.columns[i], data.columns[j]]) { columns in
      assignment.labels.withUnsafeBufferPointer { labels in
        var n = 0
        while n < labels.count {
          let w = data.sampleWeights?[n] ?? 1
          let k = labels[n]
          if w > 0 { sums[k] += w * (columns[0][n] - a[k]) * (columns[1][n] - b[k]) }
          n += 1
        }
      }
    }
    return sums
  }
}
