import Foundation
import Synchronization

/// One of several runs from different starts.
public struct Restart: Sendable, Equatable {
  /// The seed of its start.
  public let seed: UInt64
  /// What came of it.
  public let outcome: Result<FitResult, MixtureError>

  /// The fit, nil if the run failed.
  public var fit: FitResult? { try? outcome.get() }
}

/// All runs of a race, in the order of their seeds, each with its trace.
public struct RestartResult: Sendable, Equatable {
  /// All runs.
  public let runs: [Restart]
  /// The run with the highest log-likelihood; the first of equals.
  public let bestRun: Int
  /// The fit of that run.
  public let best: FitResult

  /// The run with the highest log-likelihood among those whose covariances need no floor. A likelihood that only the
  /// floor keeps from infinity says more about the floor than about the data.
  public var bestUnfloored: FitResult? {
    Self.highest(runs.map { $0.fit?.floored.isEmpty == true ? $0.fit : nil })?.fit
  }

  init(runs: [Restart]) throws(MixtureError) {
    guard let highest = Self.highest(runs.map(\.fit)) else {
      if case .failure(let error) = runs.first?.outcome { throw error }
      throw .optionOutOfRange(name: "restarts", allowed: "1 or more")
    }
    self.runs = runs
    bestRun = highest.index
    best = highest.fit
  }

  private static func highest(_ fits: [FitResult?]) -> (index: Int, fit: FitResult)? {
    var highest: (index: Int, fit: FitResult)?
    for (index, fit) in fits.enumerated() {
      guard let fit, fit.logLikelihood > highest?.fit.logLikelihood ?? -.infinity else { continue }
      highest = (index, fit)
    }
    return highest
  }
}

extension EM {
  /// Fits K components from `restarts` starts and keeps every run. The first run has the options' seed itself, the others
  /// seeds derived from it, so more restarts never change the earlier ones, and neither do threads. A run's seed serves
  /// its start and its rescues: a fit of one start with that seed repeats the run.
  ///
  /// `progress` is told after each run how many are done, of how many; it may be called from any thread. Throws
  /// `.cancelled` once `shouldCancel` says so, and the first run's error if none succeeds.
  public func fit(
    componentCount: Int, start kind: StartKind, restarts: Int = 1,
    threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in },
    shouldCancel: @Sendable () -> Bool = { false }
  ) throws(MixtureError) -> RestartResult {
    guard restarts >= 1 else { throw .optionOutOfRange(name: "restarts", allowed: "1 or more") }
    let done = Mutex(0)
    let runs = concurrentMap(restarts, threads: threads) { i in
      let run = restart(i, componentCount: componentCount, start: kind, shouldCancel: shouldCancel)
      done.withLock { done in
        done += 1
        progress(done, restarts)
      }
      return run
    }
    if runs.contains(where: { $0.outcome == .failure(.cancelled) || $0.fit?.end == .cancelled }) {
      throw .cancelled
    }
    return try RestartResult(runs: runs)
  }

  private func restart(
    _ index: Int, componentCount: Int, start kind: StartKind, shouldCancel: () -> Bool
  ) -> Restart {
    let seed = Self.seed(ofRestart: index, of: options.seed)
    if shouldCancel() { return Restart(seed: seed, outcome: .failure(.cancelled)) }
    do throws(MixtureError) {
      let start = try kind.makeStart(
        data: data, componentCount: componentCount, family: options.family, seed: seed)
      var options = options
      options.seed = seed
      let fit = try with(options).fit(
        from: start, origin: .seeded(kind, seed: seed), shouldCancel: shouldCancel)
      return Restart(seed: seed, outcome: .success(fit))
    } catch {
      return Restart(seed: seed, outcome: .failure(error))
    }
  }

  /// The seed of the start of run `index`: the given one for run 0.
  public static func seed(ofRestart index: Int, of seed: UInt64) -> UInt64 {
    index == 0 ? seed : SeededGenerator.derivedSeed(seed, UInt64(index))
  }
}
