import ArgumentParser
import GaussianMixtures
import LabFiles

struct RaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "race",
    abstract: "Fit one model from many starts and count the optima they end in.",
    discussion: """
      The starts have the seeds --seed, --seed + 1, …: a fit with one of them, --restarts 1 and the same --init repeats \
      that run. Two runs found the same optimum if their log-likelihoods are within 100 × --tolerance per point. What \
      only the floor keeps from a boundless likelihood is marked and comes last.
      """)

  @OptionGroup(title: "Data") var data: DataOptions

  @Option(
    name: [.customShort("k"), .customLong("components")], parsing: .unconditional, help: "The number of components.",
    transform: ComponentNumbers.single)
  var components: Int?

  @Option(help: "The family of the covariances.")
  var covariance = CovarianceFamily.full

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The number of starts. (default: 20)", valueName: "n"),
    transform: { try NumberArgument.whole($0, 1...Limits.restarts) })
  var starts = 20

  @Option(name: .customLong("init"), help: "How start means are found.")
  var kind = StartKind.kMeansPlusPlus

  @OptionGroup(title: "Expectation–maximization") var em: EMOptionGroup

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  func validate() throws {
    if components == nil { throw ValidationError("give the number of components, such as -k 3") }
    guard (1...Limits.restarts).contains(starts) else {
      throw ValidationError("--starts takes 1 to \(Limits.restarts)")
    }
    guard em.seed <= .max - UInt64(starts - 1) else {
      throw ValidationError("--seed leaves no room for \(starts) seeds from there on; choose a smaller one")
    }
  }

  func run() throws {
    let table = try data.table()
    let race: RestartRace
    do {
      race = try self.race(table)
    } catch let error as MixtureError where error.isCollapse {
      guard let cause = RedundantColumns(table, floor: em.policies.floor).sentence(for: [covariance]) else {
        throw error
      }
      throw Failure("\(error.clause); \(cause)")
    }
    Console.announce(table)
    if race.optima.contains(where: \.isFloored),
      let cause = RedundantColumns(table, floor: em.policies.floor).sentence(for: [covariance])
    {
      Console.note(cause)
    }
    let report = RaceReport(race: race)
    try Console.write(json ? report.json.indentedText : report.text)
  }

  private func race(_ table: DataTable) throws -> RestartRace {
    let em = try EM(data: table.points(), options: em.options(family: covariance))
    let components = components ?? 1
    try ModelSize.check(components: [components], dimensions: em.data.dimensions, copies: starts)
    let progress = ProgressLine()
    defer { progress.clear() }
    return try em.race(
      componentCount: components, start: kind, seeds: (0..<UInt64(starts)).map { em.options.seed + $0 },
      ended: { _, done in progress.show("start \(done) of \(starts)") })
  }
}
