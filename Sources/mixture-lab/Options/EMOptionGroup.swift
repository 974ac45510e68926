import ArgumentParser
import GaussianMixtures
import LabFiles

/// What EM does with its components, and when it stops.
struct PolicyOptionGroup: ParsableArguments {
  @Option(
    name: .customLong("tolerance"), parsing: .unconditional,
    help: ArgumentHelp(
      "Stop when an iteration gains less than this per point, and no more is left to gain; 0: never. (default: 1e-06)",
      valueName: "gain"), transform: NumberArgument.real)
  var chosenTolerance: Double?
  var tolerance: Double { chosenTolerance ?? 1e-6 }

  @Option(
    name: .customLong("floor"), parsing: .unconditional,
    help: ArgumentHelp(
      "The smallest variance, as a fraction of the data's; 0 switches it off. (default: 1e-06)", valueName: "f"),
    transform: NumberArgument.real)
  var chosenFloor: Double?
  var floor: Double { chosenFloor ?? 1e-6 }

  @Option(
    name: .customLong("on-collapse"),
    help: "What happens to a component whose covariance collapses. (default: floor)")
  var chosenOnCollapse: CollapsePolicy?

  @Option(name: .customLong("on-empty"), help: "What happens to a component without points. (default: reseed)")
  var chosenOnEmpty: EmptyPolicy?

  /// The first of the options that was given; nil where none was.
  var given: String? {
    let all = [
      ("--tolerance", chosenTolerance != nil), ("--floor", chosenFloor != nil),
      ("--on-collapse", chosenOnCollapse != nil), ("--on-empty", chosenOnEmpty != nil),
    ]
    return all.first(where: \.1)?.0
  }

  func validate() throws {
    do {
      try options(family: .full, iterations: 0, seed: 1).validate()
    } catch {
      throw ValidationError(error.description)
    }
  }

  func options(family: CovarianceFamily, iterations: Int, seed: UInt64) -> EMOptions {
    EMOptions(
      family: family, tolerance: tolerance, maximumIterations: iterations, floor: floor,
      onCollapse: chosenOnCollapse ?? .floor, onEmpty: chosenOnEmpty ?? .reseed, seed: seed)
  }
}

/// How EM runs, whatever it fits.
struct EMOptionGroup: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What all randomness comes from; the same seed gives the same result. (default: 1)", valueName: "s"),
    transform: Seed.parse)
  var seed: UInt64 = 1

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most iterations of a run. (default: 1000)", valueName: "t"),
    transform: { try NumberArgument.whole($0, 0...Limits.iterations) })
  var iterations = 1000

  @OptionGroup var policies: PolicyOptionGroup

  func validate() throws {
    guard (0...Limits.iterations).contains(iterations) else {
      throw ValidationError("--iterations takes 0 to \(Limits.iterations)")
    }
  }

  func options(family: CovarianceFamily = .full) -> EMOptions {
    policies.options(family: family, iterations: iterations, seed: seed)
  }
}

/// A seed as an argument.
enum Seed {
  static func parse(_ argument: String) throws -> UInt64 {
    guard let seed = UInt64(argument) else { throw ValidationError("give a whole number from 0 to \(UInt64.max)") }
    return seed
  }
}

/// Where EM starts from.
struct StartOptionGroup: ParsableArguments {
  @Option(name: .customLong("init"), help: "How start means are found. (default: k-means++)")
  var chosenKind: StartKind?
  var kind: StartKind { chosenKind ?? .kMeansPlusPlus }

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The number of starts; the highest log-likelihood that no floor holds up wins. If not given, "
        + "\(EM.defaultRestarts(points: 1, components: 1)), or 1 where points × components are more than 100000.",
      valueName: "n"), transform: { try NumberArgument.whole($0, 1...Limits.restarts) })
  var restarts: Int?

  func validate() throws {
    if let restarts, !(1...Limits.restarts).contains(restarts) {
      throw ValidationError("--restarts takes 1 to \(Limits.restarts)")
    }
  }

  /// The number of starts for K components; throws where their models would not fit in memory.
  func restarts(for data: Dataset, components: Int) throws -> Int {
    let count = restarts ?? EM.defaultRestarts(points: data.count, components: components)
    try ModelSize.check(components: [components], dimensions: data.dimensions, copies: count)
    return count
  }
}

/// Refuses what would take too much memory before it is taken.
enum ModelSize {
  /// Throws where the models of these sizes, each kept `copies` times, are too large.
  static func check(components: [Int], dimensions: Int, copies: Int = 1) throws {
    var kept = 0
    for k in components {
      if let excess = Limits.excess(components: k, dimensions: dimensions) {
        throw Failure("the model \(excess); use fewer components or columns")
      }
      kept += k * dimensions * dimensions * copies
      if kept > Limits.keptEntries {
        throw Failure(
          "the models would keep more than \(Limits.keptEntries / 1_000_000) million covariances; use fewer restarts, "
            + "components or columns")
      }
    }
  }
}

extension CovarianceFamily: ExpressibleByArgument {}
extension CollapsePolicy: ExpressibleByArgument {}
extension EmptyPolicy: ExpressibleByArgument {}
extension StartKind: ExpressibleByArgument {}
extension Algorithm: ExpressibleByArgument {}
extension ModelSelection.Criterion: ExpressibleByArgument {}
