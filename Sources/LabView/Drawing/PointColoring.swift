import GaussianMixtures
import LabCore
import Rasterizer

/// The colour of every point: the responsibility-weighted sum of component colours in linear light.
enum PointColoring {
  /// One 0xRRGGBB per point, or `nil` when the owners' densities cannot be evaluated.
  static func colors(_ points: PointCloud, _ ownership: Ownership, _ theme: Theme) -> [UInt32]? {
    guard let mixture = try? PreparedMixture(ownership.model) else { return nil }
    let palette = ownership.letters.map { theme.component($0) }
    var responsibilities = [Double](repeating: 0, count: palette.count)
    var point = [0.0, 0.0]
    return (0..<points.count).map { index in
      point[0] = points.x[index]
      point[1] = points.y[index]
      _ = mixture.responsibilities(at: point, into: &responsibilities)
      return Color.mix(palette, weights: responsibilities).rgb
    }
  }

  /// Colours a fraction `t` of the way from `a` to `b`, byte by byte: a passage too short for anyone to judge its middle.
  static func mix(_ a: [UInt32], _ b: [UInt32], _ t: Double) -> [UInt32] {
    guard a.count == b.count else { return b }
    let weight = UInt32(min(max(t, 0), 1) * 256)
    return zip(a, b).map { first, second in
      var mixed: UInt32 = 0
      for shift in [UInt32(0), 8, 16] {
        let from = (first >> shift) & 0xFF
        let to = (second >> shift) & 0xFF
        mixed |= ((from * (256 - weight) + to * weight) >> 8) << shift
      }
      return mixed
    }
  }
}
