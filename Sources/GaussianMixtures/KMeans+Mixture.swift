extension KMeans {
  /// The mixture of an assignment: each cluster's share, mean and covariance. A cluster too thin for a covariance of
  /// its own gets the data's, divided by K.
  func mixture(
    of assignment: Assignment, scales: ColumnScales, covarianceType: CovarianceType
  ) -> GaussianMixture {
    var model = GaussianMixture.start(means: update(assignment), scales: scales, covarianceType: covarianceType)
    let scatter = pooledOrOwn(assignment, means: model.means, covarianceType)
    let guardian = CovarianceFloor(scales: scales, floor: 1e-6)
    for k in model.means.indices {
      model.weights[k] = assignment.counts[k] / data.totalWeight
      if let covariance = scatter[k], guardian.examine(covariance, type: covarianceType).finding == .sound {
        model.covariances[k] = covariance
      }
    }
    return model
  }

  /// The clusters' covariances about their means, in the family; nil where a cluster has no points.
  private func pooledOrOwn(
    _ assignment: Assignment, means: [[Double]], _ type: CovarianceType
  ) -> [Matrix?] {
    let d = data.dimensions
    var sums = Array(repeating: Matrix(rows: d, columns: d), count: means.count)
    for n in 0..<data.count where data.sampleWeight(n) > 0 {
      let k = assignment.labels[n]
      let share = data.sampleWeight(n) / (type == .tied ? data.totalWeight : assignment.counts[k])
      let target = type == .tied ? 0 : k
      for i in 0..<d {
        let difference = data.columns[i][n] - means[k][i]
        for j in 0...i where i == j || !type.isDiagonal {
          sums[target][i, j] += share * difference * (data.columns[j][n] - means[k][j])
        }
      }
    }
    return means.indices.map { k in
      guard type == .tied || assignment.counts[k] > 0 else { return nil }
      var matrix = sums[type == .tied ? 0 : k]
      for i in 0..<d { for j in 0..<i { matrix[j, i] = matrix[i, j] } }
      guard type == .spherical else { return matrix }
      let variance = matrix.diagonal.reduce(0) { $0 + $1 / Double(d) }
      return .diagonal(Array(repeating: variance, count: d))
    }
  }
}
