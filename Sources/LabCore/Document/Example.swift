import GaussianMixtures
import Glibc

/// Data sets that come with the program, drawn from known mixtures by a seeded generator.
public enum Example: String, Sendable, Codable, CaseIterable {
  case threeClusters, crossing, nested
  /// Nothing that a mixture of Gaussians could have made.
  case ring
  case empty

  /// The seed of the example's points.
  static let seed: UInt64 = 21

  /// The number of components it is opened with: as many as it was drawn from, or as a ring needs to look like one.
  public var componentCount: Int {
    switch self {
    case .threeClusters, .empty: 3
    case .crossing, .nested: 2
    case .ring: 6
    }
  }

  public var source: DataSource { source(seed: Example.seed) }

  /// Points of the same kind, drawn from another seed.
  func source(seed: UInt64) -> DataSource {
    var generator = SeededGenerator(seed: seed)
    var x: [Double] = []
    var y: [Double] = []
    for cluster in clusters {
      for _ in 0..<cluster.count {
        let point = cluster.draw(using: &generator)
        x.append(point.x)
        y.append(point.y)
      }
    }
    return DataSource(
      name: .example(self), columnNames: ["x", "y"], x: x, y: y, aspect: .equal, componentCount: componentCount)
  }

  /// The start means the example is opened with; `nil` where they are drawn like any new start.
  var start: GaussianMixture? {
    guard self == .threeClusters else { return nil }
    return GaussianMixture(
      weights: [1.0 / 3, 1.0 / 3, 1.0 / 3], means: [[-7.5, -3], [-2, 6.5], [8, -3]],
      covariances: Array(repeating: .diagonal([4, 4]), count: 3))
  }

  private var clusters: [Cluster] {
    switch self {
    case .threeClusters:
      [
        Cluster(count: 46, center: DataPoint(-0.6, -4.2), long: 3.0, short: 1.0, degrees: -24),
        Cluster(count: 54, center: DataPoint(-4.2, 3.3), long: 2.8, short: 1.7, degrees: 28),
        Cluster(count: 50, center: DataPoint(4.7, 1.0), long: 3.3, short: 1.5, degrees: 88),
      ]
    case .crossing:
      [
        Cluster(count: 90, center: DataPoint(0, 0), long: 5, short: 0.6, degrees: 32),
        Cluster(count: 90, center: DataPoint(0, 0), long: 5, short: 0.6, degrees: -32),
      ]
    case .nested:
      [
        Cluster(count: 120, center: DataPoint(0, 0), long: 5, short: 4, degrees: 15),
        Cluster(count: 80, center: DataPoint(2, 1), long: 0.7, short: 0.5, degrees: 60),
      ]
    case .ring:
      (0..<24).map { step in
        let angle = Double(step) / 24 * 2 * .pi
        let wobble = DataPoint(6 * cos(angle), 6 * sin(angle))
        return Cluster(count: 9, center: wobble, long: 0.6, short: 0.6, degrees: 0)
      }
    case .empty: []
    }
  }
}

/// One Gaussian cluster, by its axes' standard deviations and the angle of the long one.
private struct Cluster {
  let count: Int
  let center: DataPoint
  let long: Double
  let short: Double
  let degrees: Double

  func draw(using generator: inout SeededGenerator) -> DataPoint {
    let angle = degrees / 180 * .pi
    var u = 0.0
    var v = 0.0
    // Nothing beyond 2.4 σ: an example should fill the canvas, and a stray point would shrink it.
    repeat {
      u = generator.gaussian()
      v = generator.gaussian()
    } while u * u + v * v > 2.4 * 2.4
    u *= long
    v *= short
    return DataPoint(
      center.x + u * cos(angle) - v * sin(angle),
      center.y + u * sin(angle) + v * cos(angle))
  }
}
