import GaussianMixtures

/// A restart race: one model fitted from many seeded starts, and the distinct optima they end in.
public struct Race: Sendable, Equatable {
  public enum Status: Sendable, Equatable {
    case idle
    /// Starts done, of how many are under way.
    case running(done: Int, total: Int)
    case failed(MixtureError)
  }

  /// So many starts are run at a time, and together at most.
  public static let starts = 20
  public static let most = 100
  /// About how many bytes the half-steps of all runs may take. Beyond, a run that stands for no optimum keeps its values
  /// only.
  static let byteLimit = 64 << 20

  public internal(set) var status = Status.idle
  /// What was raced.
  public internal(set) var setup: RaceSetup?
  /// The runs that have ended so far, and where.
  public internal(set) var results = RestartRace(of: [])
  /// Whether the list of results takes the chart's place.
  public internal(set) var showsAll = false
  /// Names the race under way; answers of another are ignored.
  var ticket: Ticket?

  public var isRunning: Bool { ticket != nil }

  /// The seeds of the next starts: 1, 2, 3, … without those that have been run.
  var nextSeeds: [UInt64] {
    let known = Set(results.runs.map(\.seed))
    let free = (1...UInt64(Race.most)).lazy.filter { !known.contains($0) }
    return Array(free.prefix(Race.starts))
  }

  public var isFull: Bool { nextSeeds.isEmpty }

  /// Takes in runs that have ended. One that is known already stays as it is.
  mutating func add(_ runs: [MultistartRun]) {
    let known = Set(results.runs.map(\.seed))
    results = RestartRace(of: results.runs + runs.filter { !known.contains($0.seed) })
    var bytes = 0
    let representatives = Set(results.optima.map { $0.seeds[0] })
    let kept = results.runs.map { run -> MultistartRun in
      guard let fit = run.fit else { return run }
      bytes += fit.run.approximateSize
      guard bytes > Race.byteLimit, !representatives.contains(run.seed) else { return run }
      bytes -= fit.run.approximateSize
      return run.abridged
    }
    if kept != results.runs { results = RestartRace(of: kept) }
  }
}

/// What a race is of: with the same set-up the same seeds lead to the same optima.
public struct RaceSetup: Sendable, Equatable {
  public let components: Int
  public let kind: StartKind
  /// With a seed of 0: each run has its own.
  public let options: EMOptions
}

/// The race that a state asks for: long, so it is performed off the main thread.
public struct RaceRequest: Sendable {
  let points: PointCloud
  let setup: RaceSetup
  let seeds: [UInt64]

  /// - Parameter ended: is told of each run as it ends.
  public func perform(
    with memory: EngineMemory = EngineMemory(), ended: @Sendable (MultistartRun) -> Void = { _ in },
    shouldCancel: @Sendable () -> Bool = { false }
  ) -> Answer.Outcome {
    do throws(MixtureError) {
      let engine = try memory.engine(for: points).with(setup.options)
      return .raced(
        try engine.race(
          componentCount: setup.components, start: setup.kind, seeds: seeds, recording: .everyStep,
          ended: { run, _ in ended(run) }, shouldCancel: shouldCancel
        ).runs)
    } catch {
      return .raceFailed(error)
    }
  }
}
