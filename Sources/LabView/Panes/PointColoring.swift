import Dispatch
import FusedPass
import GaussianMixtures
import LabCore
import Rasterizer

/// The color of every point: the responsibility-weighted sum of component colors in linear light.
enum PointColoring {
  /// One `LightWord` per point, in the table's order, or `nil` when the owners' densities cannot be evaluated.
  static func words(_ points: PointTable, _ ownership: Owners, _ theme: Theme) -> [UInt32]? {
    words(points.count, ownership, theme) { $0(points, 0, Bands.threads) }
  }

  /// One 0xRRGGBB per point in the user's order.
  static func colors(_ points: PointCloud, _ ownership: Owners, _ theme: Theme) -> [UInt32]? {
    words(points, ownership, theme).map(LightWord.rgb)
  }

  /// One `LightWord` per point in the user's order. The points pass through small tables, each made and used by one
  /// thread: a table of them all would take more memory than they do.
  static func words(_ points: PointCloud, _ ownership: Owners, _ theme: Theme) -> [UInt32]? {
    words(points.count, ownership, theme) { mix in
      let tables = (points.count + pointsPerTable - 1) / pointsPerTable
      DispatchQueue.concurrentPerform(iterations: tables) { table in
        let first = table * pointsPerTable
        let some = first..<min(first + pointsPerTable, points.count)
        mix(PointTable(columns: points.columns(of: some), isOrdered: false), first, 1)
      }
    }
  }

  /// A multiple of the table's blocks.
  private static let pointsPerTable = 1 << 15

  /// Mixes the colors of a table's points, whose first has a place among all, with so many threads.
  private typealias Mix = @Sendable (_ table: PointTable, _ first: Int, _ threads: Int) -> Void

  /// - Parameter visit: calls its argument with tables until every point had its turn.
  private static func words(_ count: Int, _ ownership: Owners, _ theme: Theme, visit: (Mix) -> Void) -> [UInt32]? {
    guard let mixture = try? PreparedMixture(ownership.model), ownership.identities.count == mixture.componentCount
    else { return nil }
    let components = mixture.fusedComponents()
    let palette = ownership.identities.map { theme.component($0).linearLight }
    return [UInt32](unsafeUninitializedCapacity: count) { words, initialized in
      // Tables write to places of their own.
      nonisolated(unsafe) let words = words
      visit { table, first, threads in
        mixTriples(
          palette, by: table, under: components, threads: threads,
          into: UnsafeMutableBufferPointer(rebasing: words[first..<first + table.count]))
      }
      initialized = count
    }
  }

  /// Colors a fraction `t` of the way from `a` to `b`, byte by byte: a passage too short for anyone to judge its middle.
  static func mix(_ a: [UInt32], _ b: [UInt32], _ t: Double) -> [UInt32] {
    guard a.count == b.count else { return b }
    let weight = t > 0 ? UInt32(min(t, 1) * 256) : 0
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

extension Color {
  /// Red, green and blue in linear light, 0 … 1.
  fileprivate var linearLight: SIMD3<Double> {
    SIMD3(
      Double(LinearLight.decoded[Int(red)]), Double(LinearLight.decoded[Int(green)]),
      Double(LinearLight.decoded[Int(blue)]))
  }
}
