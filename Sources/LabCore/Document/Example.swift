import GaussianMixtures

/// Data sets that come with the program, drawn from known distributions by a seeded generator.
public enum Example: String, Sendable, Codable, CaseIterable {
  case threeClusters, crossing, nested, unequal, elongated
  /// Nothing that a mixture of Gaussians could have made.
  case ring
  case moons
  /// Many points on one spot, where a component collapses.
  case duplicates
  case outliers
  /// No groups at all.
  case noise
  /// Opened at a start from which EM climbs to the lower of two optima.
  case twoOptima
  case empty

  /// The seed of the example's points.
  static let seed: UInt64 = 21

  /// The number of components it is opened with: as many as it was drawn from, or as it takes to make its point.
  public var componentCount: Int {
    switch self {
    case .threeClusters, .elongated, .duplicates, .outliers, .noise, .twoOptima, .empty: 3
    case .crossing, .nested, .unequal: 2
    case .ring: 6
    case .moons: 4
    }
  }

  public var source: DataSource { source(seed: Example.seed) }

  /// Points of the same kind, drawn from another seed.
  func source(seed: UInt64) -> DataSource {
    var generator = SeededGenerator(seed: seed)
    let points = parts.flatMap { $0.draw(using: &generator) }
    return DataSource(
      name: .example(self), columnNames: ["x", "y"], x: points.map(\.x), y: points.map(\.y), aspect: .equal,
      componentCount: componentCount)
  }

  /// The start that the example is opened with; `nil` where it is drawn like any new start.
  var start: GaussianMixture? {
    switch self {
    case .threeClusters: Example.start([[-7.5, -3], [-2, 6.5], [8, -3]], variance: 4)
    case .duplicates: Example.start([[3.5, -2], [-4, 2.5], [4.5, 3]], variance: 1)
    // Two share one group, and one is left with two groups.
    case .twoOptima: Example.start([[-6.2, 0.8], [-4.8, -0.8], [4.5, 0]], variance: 1)
    case .crossing, .nested, .unequal, .elongated, .ring, .moons, .outliers, .noise, .empty: nil
    }
  }

  /// Equal weights and round spreads around some means.
  private static func start(_ means: [[Double]], variance: Double) -> GaussianMixture {
    GaussianMixture(
      weights: Array(repeating: 1 / Double(means.count), count: means.count), means: means,
      covariances: Array(repeating: .diagonal([variance, variance]), count: means.count))
  }

  private var parts: [ExamplePart] {
    switch self {
    case .threeClusters:
      [
        .cluster(46, DataPoint(-0.6, -4.2), long: 3.0, short: 1.0, degrees: -24),
        .cluster(54, DataPoint(-4.2, 3.3), long: 2.8, short: 1.7, degrees: 28),
        .cluster(50, DataPoint(4.7, 1.0), long: 3.3, short: 1.5, degrees: 88),
      ]
    case .crossing:
      [
        .cluster(90, DataPoint(0, 0), long: 5, short: 0.6, degrees: 32),
        .cluster(90, DataPoint(0, 0), long: 5, short: 0.6, degrees: -32),
      ]
    case .nested:
      [
        .cluster(120, DataPoint(0, 0), long: 5, short: 4, degrees: 15),
        .cluster(80, DataPoint(2, 1), long: 0.7, short: 0.5, degrees: 60),
      ]
    case .unequal:
      [
        .cluster(150, DataPoint(-2, -1), long: 3.4, short: 2.2, degrees: 30),
        .cluster(22, DataPoint(7.5, 4.5), long: 0.9, short: 0.6, degrees: 20),
      ]
    case .elongated:
      [-2.6, 0, 2.6].map { .cluster(60, DataPoint(0.94 * $0, -0.34 * $0), long: 4.2, short: 0.45, degrees: 70) }
    case .ring:
      (0..<24).map { step in
        let angle = Double(step) / 24 * 2 * .pi
        return .cluster(9, ExamplePart.onCircle(DataPoint(0, 0), 6, angle), long: 0.6, short: 0.6, degrees: 0)
      }
    case .moons:
      [
        .arc(110, DataPoint(-2.5, -1), radius: 5, from: 0, to: .pi, spread: 0.45),
        .arc(110, DataPoint(2.5, 1), radius: 5, from: .pi, to: 2 * .pi, spread: 0.45),
      ]
    case .duplicates:
      [
        .cluster(60, DataPoint(-4, 2.5), long: 2.2, short: 1.3, degrees: 35),
        .cluster(60, DataPoint(4.5, 3), long: 2.2, short: 1.4, degrees: -50),
        .spot(30, DataPoint(3.5, -2)),
      ]
    case .outliers:
      [
        .cluster(70, DataPoint(-3, -1.5), long: 1.4, short: 0.8, degrees: 25),
        .cluster(70, DataPoint(2.5, 1.5), long: 1.5, short: 1.0, degrees: -20),
        .spot(1, DataPoint(-8.5, 8)), .spot(1, DataPoint(0.5, 9)), .spot(1, DataPoint(8.5, 7.5)),
        .spot(1, DataPoint(-7.5, -8)), .spot(1, DataPoint(9, -7.5)),
      ]
    case .noise: [.square(180, DataPoint(0, 0), side: 16)]
    case .twoOptima:
      [
        .cluster(60, DataPoint(-5.5, 0), long: 1.3, short: 1.1, degrees: 80),
        .cluster(60, DataPoint(4.5, 3), long: 1.1, short: 0.9, degrees: 10),
        .cluster(60, DataPoint(4.5, -3), long: 1.1, short: 0.9, degrees: -10),
      ]
    case .empty: []
    }
  }
}
