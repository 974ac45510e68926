import GaussianMixtures
import Glibc

/// A mixture in a box: points are drawn from it, and it stays hidden until the box is opened.
///
/// It is made of its number and its level, so that a whole class can have the same one. Nothing of it is kept: who asks for
/// it before the box is open gets nothing.
public struct Mystery: Sendable, Equatable {
  public enum Level: String, Sendable, Hashable, Codable, CaseIterable {
    case separated, overlapping, unequal, elongated
  }

  /// Its name: the same number has the same points.
  public let number: UInt64
  public let level: Level
  public internal(set) var isOpen = false
  /// How near the model on show comes, while the box is open.
  public internal(set) var score: MysteryScore?

  /// As many points whatever is in the box.
  public static let pointCount = 180
  /// Numbers that are easily said.
  public static let numbers: ClosedRange<UInt64> = 1...9999

  init(number: UInt64, level: Level) {
    self.number = min(max(number, Mystery.numbers.lowerBound), Mystery.numbers.upperBound)
    self.level = level
  }

  /// What was in the box; nil while it is closed.
  public var truth: GaussianMixture? { isOpen ? mixture : nil }

  /// The points, in the order in which they were drawn, which says nothing of their components.
  var source: DataSource {
    var generator = SeededGenerator(seed: seed &+ 1)
    let sample = try? mixture.sample(count: Mystery.pointCount, using: &generator)
    let columns = sample?.data.columns ?? [[], []]
    return DataSource(
      name: .mystery(number), columnNames: DataSource.plainColumnNames, x: columns[0], y: columns[1], aspect: .equal)
  }

  private var seed: UInt64 {
    let place = UInt64(Level.allCases.firstIndex(of: level) ?? 0)
    return (number &* 4 &+ place) &* 0x9E37_79B9_7F4A_7C15
  }

  /// For whoever judges what somebody thinks is in the box.
  var mixture: GaussianMixture {
    var generator = SeededGenerator(seed: seed)
    return level.mixture(using: &generator)
  }
}

extension Mystery.Level {
  /// How long and how wide the components are, by σ, and how far apart their centers, in the sum of the long axes.
  private var shape: (long: ClosedRange<Double>, ratio: ClosedRange<Double>, apart: Double, together: Double) {
    switch self {
    case .separated: (1.0...1.6, 1.1...1.9, 2.1, 9)
    case .overlapping: (1.4...2.1, 1.1...1.9, 1.0, 1.45)
    case .unequal: (0.6...2.6, 1.1...1.8, 1.3, 9)
    case .elongated: (1.9...2.8, 4...7, 0.95, 9)
    }
  }

  fileprivate func mixture(using generator: inout SeededGenerator) -> GaussianMixture {
    let count = 2 + Int(generator.uniform() * 4)
    var means: [[Double]] = []
    var longs: [Double] = []
    var covariances: [CovarianceMatrix] = []
    for _ in 0..<count {
      let long = generator.uniform(in: shape.long)
      means.append(place(beside: means, longs, long: long, using: &generator))
      longs.append(long)
      covariances.append(
        .planar(
          long: long, short: long / generator.uniform(in: shape.ratio), angle: generator.uniform(in: 0...(.pi))))
    }
    let shares = (0..<count).map { k in
      self == .unequal ? pow(0.45, Double(k)) : generator.uniform(in: 0.7...1.3)
    }
    let sum = shares.reduce(0, +)
    return GaussianMixture(weights: shares.map { $0 / sum }, means: means, covariances: covariances)
  }

  /// A center as far from the others as the level asks for, and near enough to one of them; the best of many where there is
  /// no such place.
  private func place(
    beside means: [[Double]], _ longs: [Double], long: Double, using generator: inout SeededGenerator
  ) -> [Double] {
    var best: (mean: [Double], flaw: Double)?
    for _ in 0..<300 {
      let mean = [generator.uniform(in: -8...8), generator.uniform(in: -5.5...5.5)]
      let distances = zip(means, longs).map { other, reach in
        let (dx, dy) = (mean[0] - other[0], mean[1] - other[1])
        return (dx * dx + dy * dy).squareRoot() / (long + reach)
      }
      guard let nearest = distances.min() else { return mean }
      let flaw = max(shape.apart - nearest, nearest - shape.together, 0)
      if flaw == 0 { return mean }
      if flaw < best?.flaw ?? .infinity { best = (mean, flaw) }
    }
    return best?.mean ?? [0, 0]
  }
}

extension CovarianceMatrix {
  /// The covariance of an ellipse by its half-axes of one σ and the direction of the long one.
  static func planar(long: Double, short: Double, angle: Double) -> CovarianceMatrix {
    let (c, s) = (cos(angle), sin(angle))
    let (a, b) = (long * long, short * short)
    return CovarianceMatrix([
      [a * c * c + b * s * s, (a - b) * c * s], [(a - b) * c * s, a * s * s + b * c * c],
    ])
  }
}

/// How near a model comes to what was in the box.
public struct MysteryScore: Sendable, Equatable {
  /// The model that is judged.
  let model: GaussianMixture
  /// The points that it was judged on.
  let points: Revision
  /// ∫ min(p, q): the probability that both mixtures agree on.
  public let overlap: Double
  /// The overlap that EM reaches from the truth itself: what these points allow. Nil once points were added or removed.
  public let attainable: Double?
  public let ownCount, trueCount: Int
  public let components: MatchedComponents

  init?(_ model: GaussianMixture, _ truth: GaussianMixture, _ points: Revision, attainable: Double?) {
    guard let overlap = try? model.overlap(with: truth),
      let components = try? MatchedComponents(of: model, with: truth)
    else { return nil }
    self.model = model
    self.points = points
    self.overlap = overlap
    self.attainable = attainable
    (ownCount, trueCount) = (model.componentCount, truth.componentCount)
    self.components = components
  }

  public static func == (a: MysteryScore, b: MysteryScore) -> Bool {
    a.model == b.model && a.points == b.points && a.attainable == b.attainable && a.overlap == b.overlap
      && a.components == b.components
  }
}
