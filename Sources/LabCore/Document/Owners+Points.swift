import GaussianMixtures

extension Owners {
  /// The identity of the component that most probably owns each point, which is its letter; nil where densities cannot be
  /// evaluated.
  func identities(of points: PointCloud) -> [Int]? {
    guard identities.count == model.componentCount, let data = try? Dataset(columns: points.columns),
      let owners = try? model.predict(data)
    else { return nil }
    return owners.map { identities[$0] }
  }
}
