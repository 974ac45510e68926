/// Runs of EM from the starts of several seeds, and the distinct optima they ended in.
public struct RestartRace: Sendable, Equatable {
  /// Where several runs ended.
  public struct Optimum: Sendable, Equatable {
    /// The highest log-likelihood of its runs.
    public let logLikelihood: Double
    /// The seeds of its runs, ascending, never empty. The first one stands for all.
    public let seeds: [UInt64]
    /// Whether the floor holds up a covariance: then the likelihood says more about the floor than about the data.
    public let isFloored: Bool
  }

  /// Best first: by log-likelihood, of equals the lower seed; those that the floor holds up after all others, and those
  /// that failed last.
  public let runs: [MultistartRun]
  /// Best first, in the order of the runs. Empty where every run failed.
  public let optima: [Optimum]

  /// Groups runs of one model on the same data. Two ended in the same optimum if the lower log-likelihood is within
  /// 100 ε N of the highest there, with ε the tolerance per point and N the total sample weight: as near as that a run
  /// may stop anywhere around an optimum. With a tolerance of 0 they are as near as rounding leaves them.
  public init(of runs: some Sequence<MultistartRun>) {
    func rank(_ run: MultistartRun) -> (Int, Double, UInt64) {
      guard let fit = run.fit else { return (2, 0, run.seed) }
      return (fit.isFloored ? 1 : 0, -fit.logLikelihood, run.seed)
    }
    self.runs = runs.sorted { rank($0) < rank($1) }
    var optima: [Optimum] = []
    for run in self.runs {
      guard let fit = run.fit else { break }
      if let last = optima.last, last.isFloored == fit.isFloored, last.isReached(by: fit) {
        optima[optima.count - 1] = Optimum(
          logLikelihood: last.logLikelihood, seeds: (last.seeds + [run.seed]).sorted(), isFloored: last.isFloored)
      } else {
        optima.append(Optimum(logLikelihood: fit.logLikelihood, seeds: [run.seed], isFloored: fit.isFloored))
      }
    }
    self.optima = optima
  }

  /// The index of the optimum in which the run of a seed ended; nil where it failed, or there is no such run.
  public func optimum(ofSeed seed: UInt64) -> Int? { optima.firstIndex { $0.seeds.contains(seed) } }

  /// How far apart runs of the best optimum may have ended: 100 ε N, or what rounding leaves; 0 without any.
  public var slack: Double { runs.first?.fit.map(RestartRace.slack) ?? 0 }

  fileprivate static func slack(_ fit: FitResult) -> Double {
    max(100 * fit.run.options.tolerance * fit.totalWeight, 1e-9 * abs(fit.logLikelihood))
  }

  /// The run of a seed.
  public func run(ofSeed seed: UInt64) -> MultistartRun? { runs.first { $0.seed == seed } }
}

extension RestartRace.Optimum {
  /// Whether a fit that is no better than the best here is as good but for what the tolerance leaves.
  fileprivate func isReached(by fit: FitResult) -> Bool {
    logLikelihood - fit.logLikelihood <= RestartRace.slack(fit)
  }
}

extension EM {
  /// Fits K components from the starts of the given seeds. Each seed serves its start and its rescues, so that a fit of
  /// one start with that seed repeats the run. No more threads than those of `resources` run at a time, passes included;
  /// the result does not depend on them.
  ///
  /// Throws `.cancelled` once `shouldCancel` says so, and the first run's error if none succeeds.
  ///
  /// - Parameters:
  ///   - componentCount: K.
  ///   - kind: how starts are drawn.
  ///   - seeds: all different.
  ///   - recording: what each run keeps of its past.
  ///   - ended: is told of each run as it ends, from any thread and in any order, and how many have ended by then.
  ///   - shouldCancel: is asked once per iteration of each run.
  public func race(
    componentCount: Int, start kind: StartKind, seeds: [UInt64], recording: Run.Recording = .trace,
    ended: @Sendable (_ run: MultistartRun, _ done: Int) -> Void = { _, _ in },
    shouldCancel: @Sendable () -> Bool = { false }
  ) throws(MixtureError) -> RestartRace {
    guard !seeds.isEmpty, Set(seeds).count == seeds.count else {
      throw .optionOutOfRange(name: "seeds", allowed: "1 or more, all different")
    }
    let runs = try runs(
      componentCount: componentCount, start: kind, seeds: seeds, recording: recording, ended: ended,
      shouldCancel: shouldCancel)
    let race = RestartRace(of: runs)
    if race.optima.isEmpty, case .failure(let error) = runs[0].outcome { throw error }
    return race
  }
}
