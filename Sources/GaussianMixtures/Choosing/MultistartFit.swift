import Synchronization

/// One of several runs of EM from different starts.
public struct MultistartRun: Sendable, Equatable {
  /// The seed of its start and its rescues.
  public let seed: UInt64
  /// What came of it.
  public let outcome: Result<FitResult, MixtureError>

  /// The fit, nil if the run failed.
  public var fit: FitResult? { try? outcome.get() }

  /// The same with the trace of the fit alone: the values of all iterations, and the first and the last half-step.
  public var abridged: MultistartRun { MultistartRun(seed: seed, outcome: outcome.map(\.abridged)) }

  var isCancelled: Bool { outcome == .failure(.cancelled) || fit?.end == .cancelled }
}

/// Runs of EM from several starts, of which the best counts.
public struct MultistartFit: Sendable, Equatable {
  /// All runs, in the order of their starts, each with its trace.
  public let runs: [MultistartRun]
  /// The run with the highest log-likelihood among those whose covariances need no floor, or among all where all need
  /// it. A later run wins only by more than the tolerance per point leaves open, or than rounding may account for, 10⁻⁹
  /// of the log-likelihood: of runs to the same place the first wins, whatever the data's units. A likelihood that only
  /// the floor keeps from infinity says more about the floor than about the data.
  public let bestRun: Int
  /// The fit of that run.
  public let best: FitResult

  init(runs: [MultistartRun]) throws(MixtureError) {
    let free = runs.map { $0.fit?.isFloored == false ? $0.fit : nil }
    guard let highest = Self.highest(free) ?? Self.highest(runs.map(\.fit)) else {
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
      guard let fit, fit.logLikelihood > highest.map({ $0.fit.leastImprovement }) ?? -.infinity else { continue }
      highest = (index, fit)
    }
    return highest
  }
}

extension FitResult {
  /// The log-likelihood above which another fit is better, and not the same one stopped a little later.
  fileprivate var leastImprovement: Double {
    logLikelihood + max(run.options.tolerance * totalWeight, 1e-9 * abs(logLikelihood))
  }
}

extension EM {
  /// Fits K components from `restarts` starts and keeps every run. The first run has the options' seed itself, the others
  /// seeds derived from it, so more restarts never change the earlier ones, and neither do threads. A run's seed serves
  /// its start and its rescues: a fit of one start with that seed repeats the run. No more threads than those of
  /// `resources` run at a time, passes included.
  ///
  /// `progress` is told after each run how many are done, of how many; it may be called from any thread. Throws
  /// `.cancelled` once `shouldCancel` says so, for fewer than 1 or more than a million restarts, and the first run's error
  /// if none succeeds.
  public func fit(
    componentCount: Int, start kind: StartKind, restarts: Int = 1,
    progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in },
    shouldCancel: @Sendable () -> Bool = { false }
  ) throws(MixtureError) -> MultistartFit {
    try Self.checkRestarts(restarts)
    let seeds = (0..<restarts).map { Self.seed(ofRestart: $0, of: options.seed) }
    return try MultistartFit(
      runs: try runs(
        componentCount: componentCount, start: kind, seeds: seeds, ended: { _, done in progress(done, restarts) },
        shouldCancel: shouldCancel))
  }

  /// Runs from the starts of these seeds, side by side, in the order of the seeds. Throws `.cancelled` alone.
  func runs(
    componentCount: Int, start kind: StartKind, seeds: [UInt64], recording: Run.Recording = .trace,
    ended: @Sendable (_ run: MultistartRun, _ done: Int) -> Void, shouldCancel: @Sendable () -> Bool
  ) throws(MixtureError) -> [MultistartRun] {
    let budget = ThreadBudget(threads: resources.threads, tasks: seeds.count)
    let em = with(threads: budget.threadsPerTask)
    let done = Mutex(0)
    let runs = concurrentMap(seeds.count, threads: budget.tasks) { i in
      let run = em.run(
        seeds[i], componentCount: componentCount, start: kind, recording: recording, shouldCancel: shouldCancel)
      done.withLock { done in
        done += 1
        if !run.isCancelled { ended(run, done) }
      }
      return run
    }
    if runs.contains(where: \.isCancelled) { throw .cancelled }
    return runs
  }

  private func run(
    _ seed: UInt64, componentCount: Int, start kind: StartKind, recording: Run.Recording, shouldCancel: () -> Bool
  ) -> MultistartRun {
    if shouldCancel() { return MultistartRun(seed: seed, outcome: .failure(.cancelled)) }
    do throws(MixtureError) {
      let start = try kind.makeStart(
        data: data, componentCount: componentCount, family: options.family, seed: seed, floor: options.floor)
      var options = options
      options.seed = seed
      let fit = try with(options).fit(
        from: start, origin: .seeded(kind, seed: seed), recording: recording, shouldCancel: shouldCancel)
      return MultistartRun(seed: seed, outcome: .success(fit))
    } catch {
      return MultistartRun(seed: seed, outcome: .failure(error))
    }
  }

  /// How many restarts are worth their time where nobody says: 10 where all of them together visit 10⁸ point–component
  /// pairs at most, if each takes 100 iterations, that is N·K ≤ 10⁵; else 1.
  public static func defaultRestarts(points: Int, components: Int) -> Int {
    let many = 10
    let iterations = 100.0
    return Double(points) * Double(components) * iterations * Double(many) <= 1e8 ? many : 1
  }

  /// The seed of the start of run `index`: the given one for run 0.
  public static func seed(ofRestart index: Int, of seed: UInt64) -> UInt64 {
    index == 0 ? seed : SeededGenerator.derivedSeed(seed, UInt64(truncatingIfNeeded: index))
  }

  /// Every run is kept.
  static func checkRestarts(_ restarts: Int) throws(MixtureError) {
    guard (1...1_000_000).contains(restarts) else {
      throw .optionOutOfRange(name: "restarts", allowed: "1 to 1000000")
    }
  }
}
