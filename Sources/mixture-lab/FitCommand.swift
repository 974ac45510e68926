import ArgumentParser
import GaussianMixtures
import LabFiles

struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Fit a Gaussian mixture, or the centers of k-means, to a table and print it.",
    discussion: """
      A start of your own is a JSON file {"weights": [K], "means": [K][D], "covariances": [K][D][D]}, of which only \
      means is required; "columns": [D] ties it to columns by name. What --json prints and --output writes is \
      documented in the README and reads elsewhere.

      --algorithm k-means runs Lloyd's algorithm from the means of the start, in the table's own units, until an iteration \
      changes no point's center. A point as near to several centers goes to the first; a center without points stays.
      """)

  @OptionGroup(title: "Data") var data: DataOptions

  @Option(
    name: [.customShort("k"), .customLong("components")], parsing: .unconditional,
    help: "The number of components.",
    transform: ComponentNumbers.single)
  var components: Int?

  @Option(help: "What to run.")
  var algorithm = Algorithm.em

  @Option(name: .customLong("covariance"), help: "The family of the covariances. (default: full)")
  var chosenCovariance: CovarianceFamily?
  private var covariance: CovarianceFamily { chosenCovariance ?? .full }

  @OptionGroup(title: "Start") var start: StartOptionGroup

  @Option(
    name: .customLong("start"),
    help: ArgumentHelp("Begin with these parameters; - for standard input.", valueName: "START.json"),
    completion: .file())
  var startFile: String?

  @OptionGroup(title: "Expectation–maximization") var em: EMOptionGroup

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  @Option(
    help: ArgumentHelp("Also write the model to this file, as JSON; - prints it alone.", valueName: "MODEL.json"),
    completion: .file())
  var output: String?

  func validate() throws {
    if components == nil, startFile == nil { throw ValidationError("give the number of components, such as -k 3") }
    if startFile != nil, start.restarts ?? 1 > 1 {
      throw ValidationError("--start is one start; leave out --restarts or --start")
    }
    if startFile != nil, start.chosenKind != nil {
      throw ValidationError("--init draws a start; leave out --init or --start")
    }
    if algorithm == .kMeans, output != nil {
      throw ValidationError("--output writes a mixture, which k-means has none of; use --json")
    }
    if algorithm == .kMeans, let option = chosenCovariance.map({ _ in "--covariance" }) ?? em.policies.given {
      throw ValidationError("\(option) says nothing to k-means; leave it out")
    }
    try StandardInput.takeOnce([data.file, startFile])
  }

  func run() throws {
    let output = try output.map { try OutputFile($0, .model, inputs: [data.file] + (startFile.map { [$0] } ?? [])) }
    if let startFile { try OutputFile.refuseStandardOutput(toBeOneOf: [startFile]) }
    let start = try startFile.map {
      try UserStart($0, components: components, family: covariance, floor: em.policies.floor)
    }
    let table = try start.map { try $0.columns.table(data.choice, keepsOrder: true, read: data.read) } ?? data.table()
    if algorithm == .kMeans { return try runKMeans(table, start) }
    let fit: FitResult
    do {
      fit = try self.fit(table, start)
    } catch let error as MixtureError where error.isCollapse {
      guard let cause = RedundantColumns(table, floor: em.policies.floor).sentence(for: [covariance]) else {
        throw error
      }
      throw Failure("\(error.clause); \(cause)")
    }
    let file = ModelFile(fit: fit, columns: table.columnNames, points: table.rowCount)
    let criteria = try fit.criteria(includingICLOn: Dataset(columns: table.columns))
    let report = FitReport(fit: fit, criteria: criteria, table: table, tolerance: em.policies.tolerance)
    if let output { try file.write(to: output.path) }
    Console.announce(table)
    if let notice = start?.projectionNotice { Console.note(notice) }
    for line in RescueReport(events: fit.events).lines { Console.note(line) }
    if !fit.floored.isEmpty, let cause = RedundantColumns(table, floor: em.policies.floor).sentence(for: [covariance]) {
      Console.note(cause)
    }
    if output?.isStandardOutput != true { try Console.write(json ? file.json.indentedText : report.text) }
  }

  private func runKMeans(_ table: DataTable, _ start: UserStart?) throws {
    let em = try EM(data: table.points(), options: em.options(family: covariance))
    var starts: [(seed: UInt64?, model: GaussianMixture)] = []
    if let start {
      starts = [(nil, try start.mixture(for: em.data, columns: table.columnNames))]
    } else {
      let components = components ?? 1
      for index in try 0..<self.start.restarts(for: em.data, components: components) {
        let seed = EM.seed(ofRestart: index, of: em.options.seed)
        let model = try self.start.kind.makeStart(data: em.data, componentCount: components, seed: seed)
        starts.append((seed, model))
      }
    }
    let progress = ProgressLine()
    defer { progress.clear() }
    let runs = try starts.enumerated().map { index, start in
      let run = try em.finished(em.run(from: start.model, algorithm: .kMeans, recording: .trace))
      progress.show("run \(index + 1) of \(starts.count)")
      return (seed: start.seed, run: run)
    }
    guard let best = runs.min(by: { $0.run.trace.last ?? .infinity < $1.run.trace.last ?? .infinity }) else { return }
    let report = try KMeansReport(run: best.run, seed: best.seed, table: table, data: em.data)
    progress.clear()
    Console.announce(table)
    try Console.write(json ? report.json.indentedText : report.text)
  }

  private func fit(_ table: DataTable, _ start: UserStart?) throws -> FitResult {
    let em = try EM(data: table.points(), options: em.options(family: covariance))
    let progress = ProgressLine()
    defer { progress.clear() }
    if let start { return try em.fit(from: start.mixture(for: em.data, columns: table.columnNames)) }
    let components = components ?? 1
    let restarts = try self.start.restarts(for: em.data, components: components)
    let result = try em.fit(
      componentCount: components, start: self.start.kind, restarts: restarts,
      progress: { done, total in progress.show("run \(done) of \(total)") })
    return result.best
  }
}

extension MixtureError {
  /// Whether a covariance became singular.
  var isCollapse: Bool {
    switch self {
    case .collapsed, .sharedCovarianceCollapsed, .covarianceNotPositiveDefinite: true
    case .noPoints, .noDimensions, .raggedRow, .raggedColumn, .valueNotFinite, .sampleWeightCount, .sampleWeightInvalid,
      .columnTooLarge, .columnTooFine, .tooFewPoints, .noComponents, .componentCounts, .meanLength, .meanNotFinite,
      .weightInvalid, .weightsSum, .covarianceShape, .covarianceNotFinite, .covarianceNotSymmetric, .dimensionMismatch,
      .componentMismatch,
      .unreadableModel, .labelCounts, .optionOutOfRange, .pointOutOfReach, .cancelled:
      false
    }
  }
}
