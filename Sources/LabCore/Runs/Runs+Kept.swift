import GaussianMixtures

/// The runs that were tried: which are kept, going back to one, their names.
extension Runs {
  /// A run that an edit or a restart ended, with the number that `RunReference`s know it by.
  public struct Earlier: Sendable, Equatable {
    public let number: Int
    public let run: Run
    /// Where its curve lies.
    public let extent: CurveExtent
  }

  /// So many are kept, the latest, and of these as many as fit into about so many bytes.
  public static let earlierLimit = 20
  public static let byteLimit = 64 << 20
  /// So many are drawn in the chart, the latest.
  static let curveLimit = 5

  /// The earlier runs whose curves the chart shows: those that improve the same value.
  public var curves: ArraySlice<Earlier> {
    earlier.filter { $0.run.algorithm == current.algorithm }.suffix(Runs.curveLimit)
  }

  /// All runs, oldest first, the one on show among them.
  public var all: [(number: Int, run: Run)] {
    (earlier.map { ($0.number, $0.run) } + [(number, current)]).sorted { $0.0 < $1.0 }
  }

  public func run(numbered number: Int) -> Run? {
    number == self.number ? current : earlier.first { $0.number == number }?.run
  }

  /// How far the end of a run is below the highest end of all runs: 0 for the best. Nil where a run has no
  /// log-likelihood.
  public func distanceToBest(of run: Run) -> Double? {
    guard let own = run.logLikelihood, let best = all.compactMap(\.run.logLikelihood).max() else { return nil }
    return best - own
  }

  /// Keeps the run on show, if there is anything to see in it, and forgets what is too old.
  mutating func keepCurrent() {
    if extent.count > 2 {
      let place = earlier.firstIndex { $0.number > number } ?? earlier.count
      earlier.insert(Earlier(number: number, run: current, extent: extent), at: place)
    }
    var bytes = 0
    let affordable = earlier.reversed().prefix(Runs.earlierLimit).prefix { kept in
      bytes += kept.run.approximateSize
      return bytes <= Runs.byteLimit
    }
    // The latest is kept in any case.
    earlier.removeFirst(earlier.count - max(min(earlier.count, 1), affordable.count))
    let known = Set(earlier.map(\.number) + [number])
    names = names.filter { known.contains($0.key) }
  }

  /// Goes back to the step on show, as if nothing had followed. What did is kept as a run of its own, once.
  mutating func rewind() {
    guard !isAtLatest else { return }
    let (last, place) = (current.steps.count - 1, cursor)
    let isKept = earlier.contains { $0.run.steps.count > last && $0.run.steps[last] == current.latest }
    let rewound = current.rewound(to: place)
    if isKept { put(rewound, numbered: number) } else { begin(rewound) }
    cursor = place
  }

  /// Goes on from the step on show under other settings. The run on show stays as it is.
  mutating func branch(under options: EMOptions) {
    let run = Run(continuing: current, at: place, options: options)
    begin(run)
  }

  /// Puts a kept run on show again, whole and at its end, and keeps the one on show.
  mutating func show(numbered wanted: Int) {
    guard let index = earlier.firstIndex(where: { $0.number == wanted }) else { return }
    let chosen = earlier.remove(at: index)
    keepCurrent()
    put(chosen.run, numbered: chosen.number)
    cursor = current.steps.count - 1
  }

  mutating func delete(numbered number: Int) {
    earlier.removeAll { $0.number == number }
    names[number] = nil
  }

  mutating func name(_ number: Int, _ name: String) { names[number] = name.isEmpty ? nil : name }
}

extension Lane {
  /// Begins, from now on, where a run began.
  mutating func takeStart(of run: Run) {
    start = run.start
    startState = .drawn
    startLetters = run.steps[0].identities
    algorithm = run.algorithm
    options.family = run.options.family
    switch run.origin {
    case .seeded(let kind, let seed):
      startOrigin = .seeded
      startKind = kind
      startSeed = seed
    case .supplied: startOrigin = .supplied
    case .placed, .continued: startOrigin = .placed
    case .adopted: startOrigin = .adopted
    }
  }
}
