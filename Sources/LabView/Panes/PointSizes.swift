import GaussianMixtures
import Glibc
import LabCore
import Rasterizer

/// How little is known of who owns each point, as a size.
enum PointSizes {
  /// So many sizes are told apart.
  static let steps = 16

  /// The radius of a step, as a multiple of the usual one: 0.6 + 1.1 H.
  static func factor(_ step: UInt8) -> Double { 0.6 + 1.1 * Double(step) / Double(steps - 1) }

  /// For each point the entropy of its responsibilities, H = −Σₖ rₖ log rₖ / log K from 0 (sure) to 1 (no idea), in
  /// steps; nil where there are none.
  static func steps(_ points: PointCloud, _ owners: Owners) -> [UInt8]? {
    guard let data = try? Dataset(columns: points.columns),
      let shares = try? owners.model.responsibilities(of: data)
    else { return nil }
    let count = shares.componentCount
    let most = log(Double(max(count, 2)))
    return (0..<shares.count).map { point in
      var entropy = 0.0
      for k in 0..<count {
        let r = shares[point, k]
        if r > 0 { entropy -= r * log(r) }
      }
      return UInt8(min(max((entropy / most * Double(steps - 1)).rounded(), 0), Double(steps - 1)))
    }
  }

  /// Sizes a fraction `t` of the way from `a` to `b`.
  static func mix(_ a: [UInt8], _ b: [UInt8], _ t: Double) -> [UInt8] {
    guard a.count == b.count else { return b }
    return zip(a, b).map { UInt8((Double($0) + (Double($1) - Double($0)) * min(max(t, 0), 1)).rounded()) }
  }
}
