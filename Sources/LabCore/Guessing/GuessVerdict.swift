import GaussianMixtures

/// How good a guess was.
public enum GuessVerdict: Sendable, Equatable {
  case owners(OwnersVerdict)
  case move(MoveVerdict)
  case gain(GainVerdict)
}

/// Painted owners beside the responsibilities of the E-step.
public struct OwnersVerdict: Sendable, Equatable {
  /// A point that most likely belongs to another component than the one it was given.
  public struct Miss: Sendable, Equatable {
    public let point: Int
    /// The letter it was given.
    public let said: Int
    /// Letters and responsibilities, the largest first.
    public let shares: [(letter: Int, share: Double)]

    /// How far the most likely owner is ahead of the one that was said.
    public var gap: Double { (shares.first?.share ?? 0) - (shares.first { $0.letter == said }?.share ?? 0) }

    public static func == (a: Miss, b: Miss) -> Bool {
      a.point == b.point && a.said == b.said && a.shares.map(\.letter) == b.shares.map(\.letter)
        && a.shares.map(\.share) == b.shares.map(\.share)
    }
  }

  /// So many points were given to somebody.
  public let given: Int
  /// So many of them to their most likely owner; to one of several that are equal counts.
  public let right: Int
  /// The mean responsibility of the component that was said.
  public let averageShare: Double
  /// The closest to even first.
  public let misses: [Miss]

  /// Responsibilities that differ by no more than rounding are equal.
  static let tie = 1e-12

  init?(_ guess: Guess, _ cloud: PointCloud) {
    let asked = guess.question == .onePoint ? guess.owners.filter { $0.key == guess.asked } : guess.owners
    let points = asked.keys.sorted()
    guard !points.isEmpty, points.allSatisfy(cloud.indices.contains),
      let data = try? Dataset(columns: cloud.columns(of: points)),
      let responsibilities = try? guess.before.responsibilities(of: data)
    else { return nil }
    var right = 0
    var sum = 0.0
    var misses: [Miss] = []
    for (row, point) in points.enumerated() {
      let shares = responsibilities.row(row)
      guard let said = asked[point] else { continue }
      let own = guess.letters.firstIndex(of: said).map { shares[$0] } ?? 0
      sum += own
      if own >= (shares.max() ?? 0) - OwnersVerdict.tie {
        right += 1
      } else {
        let ranked = zip(guess.letters, shares).map { (letter: $0, share: $1) }
          .sorted { ($1.share, $0.letter) < ($0.share, $1.letter) }
        misses.append(Miss(point: point, said: said, shares: ranked))
      }
    }
    given = points.count
    self.right = right
    averageShare = sum / Double(points.count)
    self.misses = misses.sorted { ($0.gap, $0.point) < ($1.gap, $1.point) }
  }
}

/// Parameters set by hand beside those of the M-step, for the same responsibilities.
public struct MoveVerdict: Sendable, Equatable {
  public enum Part: String, Sendable, Hashable, CaseIterable { case place, shape, placeAndShape, weights }

  /// What the M-step would have gained most by setting alone.
  public struct Farthest: Sendable, Equatable {
    public let part: Part
    /// The component; nil for the weights, which are one choice.
    public let letter: Int?
    /// By so much the lower bound would have been higher.
    public let gain: Double
  }

  /// The lower bounds of one's own parameters and of the M-step's; no parameters have a higher one than the latter.
  public let bound, target: Double
  /// The log-likelihoods; nil where there are too many points to find out at once.
  public let logLikelihood, targetLogLikelihood: Double?
  /// Nil where the M-step dropped a component, or nothing is off.
  public let farthest: Farthest?

  init?(_ guess: Guess, _ cloud: PointCloud) {
    guard let (update, expectation) = guess.maximized, let bound = guess.bound(of: guess.mixture) else { return nil }
    self.bound = bound
    target = update.lowerBound
    targetLogLikelihood = expectation.logLikelihood
    logLikelihood =
      cloud.count > LabState.mostFollowed
      ? nil
      : (try? Dataset(columns: cloud.columns)).flatMap { try? guess.mixture.logLikelihood(of: $0) }
    farthest = MoveVerdict.farthest(guess, update.model, bound)
  }

  private static let nearlyAll = 0.9

  /// Tries the M-step's parameters in place of one's own: those of each component, the common shape, the weights. Of a
  /// component, its place or its shape is named alone where that would have gained nearly all.
  private static func farthest(_ guess: Guess, _ truth: GaussianMixture, _ bound: Double) -> Farthest? {
    let own = guess.mixture
    guard truth.componentCount == own.componentCount else { return nil }
    func attempt(_ part: Part, _ letter: Int?, _ change: (inout GaussianMixture) -> Void) -> Farthest {
      var model = own
      change(&model)
      return Farthest(part: part, letter: letter, gain: guess.bound(of: model).map { $0 - bound } ?? 0)
    }
    func attempt(_ k: Int) -> Farthest {
      let letter = guess.letters[k]
      let place = attempt(.place, letter) { $0.means[k] = truth.means[k] }
      // One shape is everybody's where it is shared.
      if own.family == .tied { return place }
      let shape = attempt(.shape, letter) { $0.covariances[k] = truth.covariances[k] }
      let both = attempt(.placeAndShape, letter) {
        $0.means[k] = truth.means[k]
        $0.covariances[k] = truth.covariances[k]
      }
      let larger = place.gain < shape.gain ? shape : place
      return larger.gain < MoveVerdict.nearlyAll * both.gain ? both : larger
    }
    var tried = own.means.indices.map { attempt($0) }
    if own.family == .tied { tried.append(attempt(.shape, nil) { $0.covariances = truth.covariances }) }
    tried.append(attempt(.weights, nil) { $0.weights = truth.weights })
    return tried.filter { $0.gain > 0 }.max { $0.gain < $1.gain }
  }
}

/// A log-likelihood marked in the chart beside the one that came.
public struct GainVerdict: Sendable, Equatable {
  public enum Way: Sendable, Equatable { case up, stays, down }

  public let before, said, came: Double
  /// A hand cannot mark more finely than this: so near to where it was, it stays.
  let tolerance: Double

  /// How near to where it was a mark has to be to say that it stays there, beside what came: hardly any of a gain.
  ///
  /// - Parameter step: what an arrow key moves the mark by.
  static func grain(before: Double, came: Double, step: Double) -> Double {
    let isRise = way(came - before, within: rounding * max(abs(before), 1)) != .stays
    return isRise ? min(step / 4, abs(came - before) / 10) : step / 4
  }

  /// Log-likelihoods that differ by no more than such a share are equal.
  private static let rounding = 1e-9

  public var saidWay: Way { GainVerdict.way(said - before, within: tolerance) }
  public var way: Way { GainVerdict.way(came - before, within: GainVerdict.rounding * max(abs(before), 1)) }
  /// Whether the way was right.
  public var isRight: Bool { saidWay == way }

  private static func way(_ change: Double, within tolerance: Double) -> Way {
    abs(change) <= tolerance ? .stays : change > 0 ? .up : .down
  }
}

/// How far a mark for the log-likelihood can be moved: the same up as down, so that the axis tells nothing.
public struct GainScale: Sendable, Equatable {
  public let range: ClosedRange<Double>
  /// What an arrow key moves it by.
  public let step: Double

  /// - Parameters:
  ///   - value: where the log-likelihood is now.
  ///   - gain: that of the last iteration, which those to come hardly exceed; nil before the first, which may climb far.
  public init(around value: Double, gain: Double?) {
    let span = gain.map { max(1.5 * abs($0), 1e-4 * abs(value), 0.1) } ?? max(0.4 * abs(value), 1)
    range = value - span...value + span
    step = span / 40
  }
}

extension Guess {
  /// The M-step and its evaluation, as far as they are computed.
  var maximized: (Maximization, Expectation)? {
    guard case .maximized(let update, let expectation) = truth?.outcome else { return nil }
    return (update, expectation)
  }

  /// The lower bound that the M-step reaches: what there is to reach.
  public var target: Double? { maximized.map { $0.0.lowerBound }.flatMap { $0.isFinite ? $0 : nil } }

  /// The lower bound F(q, θ) of parameters θ, for the responsibilities q that the M-step has.
  public func bound(of model: GaussianMixture) -> Double? {
    guard case .maximization(let expectation, _, _) = truth?.request.task else { return nil }
    return (try? expectation.lowerBound(at: model)).flatMap { $0.isFinite ? $0 : nil }
  }
}
