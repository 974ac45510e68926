import ArgumentParser
import GaussianMixtures

/// How EM runs, whatever it fits.
struct EMOptionGroup: ParsableArguments {
  @Option(help: ArgumentHelp("What all randomness comes from; the same seed gives the same result.", valueName: "s"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("The most iterations of a run.", valueName: "t"))
  var iterations = 1000

  @Option(help: ArgumentHelp("Stop when an iteration gains less than this per point; 0: never.", valueName: "gain"))
  var tolerance = 1e-6

  @Option(
    help: ArgumentHelp("The smallest variance, as a fraction of the data's; 0 switches it off.", valueName: "f"))
  var floor = 1e-6

  @Option(help: "What happens to a component whose covariance collapses.")
  var onCollapse = CollapsePolicy.floor

  @Option(help: "What happens to a component without points.")
  var onEmpty = EmptyPolicy.reseed

  func validate() throws {
    do {
      try options().validate()
    } catch {
      throw ValidationError(error.description)
    }
  }

  func options(family: CovarianceFamily = .full) -> EMOptions {
    EMOptions(
      family: family, tolerance: tolerance, maximumIterations: iterations, floor: floor,
      onCollapse: onCollapse, onEmpty: onEmpty, seed: seed)
  }
}

/// Where EM starts from.
struct StartOptionGroup: ParsableArguments {
  @Option(name: .customLong("init"), help: "How start means are found.")
  var kind = StartKind.kMeansPlusPlus

  @Option(help: ArgumentHelp("The number of starts; the fit with the highest log-likelihood wins.", valueName: "n"))
  var restarts = 1

  func validate() throws {
    guard restarts >= 1 else { throw ValidationError("--restarts must be 1 or more") }
  }
}

extension CovarianceFamily: ExpressibleByArgument {}
extension CollapsePolicy: ExpressibleByArgument {}
extension EmptyPolicy: ExpressibleByArgument {}
extension StartKind: ExpressibleByArgument {}
extension ModelSelection.Criterion: ExpressibleByArgument {}
