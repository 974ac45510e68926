import Foundation
import FusedPass
import GaussianMixtures
import LabCore
import Rasterizer

/// The colour of every point: the responsibility-weighted sum of component colours in linear light.
enum PointColoring {
  /// One 0xRRGGBB per point, in the table's order, or `nil` when the owners' densities cannot be evaluated.
  static func colors(_ points: PointTable, _ ownership: Ownership, _ theme: Theme) -> [UInt32]? {
    guard let mixture = try? PreparedMixture(ownership.model) else { return nil }
    let palette = ownership.letters.map { letter in
      let color = theme.component(letter)
      return SIMD3(color.red, color.green, color.blue).linearLight
    }
    return [UInt32](unsafeUninitializedCapacity: points.count) { pixels, count in
      mixColours(
        of: points, under: mixture.fusedComponents(), linear: palette,
        threads: ProcessInfo.processInfo.activeProcessorCount, order: .table, into: pixels)
      count = points.count
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

extension SIMD3<UInt8> {
  /// sRGB bytes as linear light, 0 … 1.
  fileprivate var linearLight: SIMD3<Double> {
    SIMD3<Double>(
      Double(LinearLight.decoded[Int(x)]), Double(LinearLight.decoded[Int(y)]), Double(LinearLight.decoded[Int(z)]))
  }
}
