import GaussianMixtures
import LabCore
import Rasterizer

/// Who owns each point, as a shape: for eyes that tell colors apart badly, and for prints without any.
enum OwnerShapes {
  /// That of the component with this letter. Components that share a color differ in shape.
  static func shape(_ letter: Int) -> PointShape {
    let all = PointShape.allCases
    return all[(letter + 3 * (letter / all.count)) % all.count]
  }

  /// For each point the shape of the component with the largest responsibility; nil where there are none.
  static func shapes(_ points: PointCloud, _ owners: Owners) -> [PointShape]? {
    guard let data = try? Dataset(columns: points.columns),
      let shares = try? owners.model.responsibilities(of: data), owners.identities.count == shares.componentCount
    else { return nil }
    let shapes = owners.identities.map(shape)
    return (0..<shares.count).map { point in
      var best = 0
      for k in 1..<max(shares.componentCount, 1) where shares[point, k] > shares[point, best] { best = k }
      return shapes[best]
    }
  }
}

extension GivenColors {
  /// What is given to nobody is a disc.
  func shapes(_ count: Int) -> [PointShape] {
    var shapes = [PointShape](repeating: .disc, count: count)
    for (point, letter) in owners where point < count { shapes[point] = OwnerShapes.shape(letter) }
    return shapes
  }
}
