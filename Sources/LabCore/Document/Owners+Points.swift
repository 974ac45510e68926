import GaussianMixtures

extension Owners {
  /// The identity of the component that most probably owns each point, which is its letter; nil where densities cannot be
  /// evaluated.
  func identities(of points: PointCloud) -> [Int]? {
    guard identities.count == model.componentCount, let labels = try? labels(of: points) else { return nil }
    return labels.map { identities[$0] }
  }

  /// The number of that component among those of its model, from 0.
  public func labels(of points: PointCloud) throws(MixtureError) -> [Int] {
    try model.predict(Dataset(columns: points.columns))
  }
}
