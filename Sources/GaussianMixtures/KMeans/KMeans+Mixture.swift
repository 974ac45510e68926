extension KMeans {
  /// The mixture of an assignment: each cluster's share, mean and covariance. A cluster too thin for a covariance of
  /// its own, in some direction below the floor, gets the data's, divided by K.
  func mixture(
    of assignment: Assignment, scales: ColumnScales, family: CovarianceFamily, floor: Double
  ) -> GaussianMixture {
    var model = GaussianMixture.start(means: means(of: assignment), scales: scales, family: family, floor: floor)
    let scatter = covariances(assignment, means: model.means, family)
    let guardian = CovarianceFloor(scales: scales, floor: floor)
    for k in model.means.indices {
      model.weights[k] = assignment.counts[k] / data.totalWeight
      if let covariance = scatter[k], guardian.isSound(covariance, type: family) {
        model.covariances[k] = covariance
      }
    }
    return model
  }

  /// The clusters' covariances about their means, in the family; nil where a cluster has none.
  private func covariances(
    _ assignment: Assignment, means: [[Double]], _ family: CovarianceFamily
  ) -> [CovarianceMatrix?] {
    let d = data.dimensions
    let present = means.indices.filter { assignment.counts[$0] > 0 }
    var matrices = Array(repeating: CovarianceMatrix(rows: d, columns: d), count: means.count)
    for i in 0..<d {
      for j in 0...i where i == j || !family.isDiagonal {
        let moments = crossMoments(assignment, means, i, j)
        for k in present {
          matrices[k][i, j] = moments[k] / assignment.counts[k]
          matrices[k][j, i] = matrices[k][i, j]
        }
      }
    }
    let restricted = family.restricted(present.map { matrices[$0] }, counts: present.map { assignment.counts[$0] })
    var result = [CovarianceMatrix?](repeating: family.isShared ? restricted.first : nil, count: means.count)
    for (k, matrix) in zip(present, restricted) { result[k] = matrix }
    return result
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
