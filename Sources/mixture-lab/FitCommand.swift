import ArgumentParser
import GaussianMixtures
import LabFiles

struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Fit a Gaussian mixture to a table and print it.",
    discussion: """
      A start of your own is a JSON file {"weights": [K], "means": [K][D], "covariances": [K][D][D]}, of which only \
      means is required; "columns": [D] ties it to columns by name. What --json prints and --output writes is \
      documented in the README and reads elsewhere.
      """)

  @OptionGroup(title: "Data") var data: DataOptions

  @Option(
    name: [.customShort("k"), .customLong("components")], help: "The number of components.",
    transform: ComponentNumbers.single)
  var components: Int?

  @Option(help: "The family of the covariances.")
  var covariance = CovarianceFamily.full

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
    try StandardInput.takeOnce([data.file, startFile])
  }

  func run() throws {
    let output = try output.map { try OutputFile($0, .model, inputs: [data.file] + (startFile.map { [$0] } ?? [])) }
    let start = try startFile.map { try UserStart($0, components: components, family: covariance) }
    let table = try start.map { try $0.columns.table(data.choice, keepsOrder: true, read: data.read) } ?? data.table()
    let fit: FitResult
    do {
      fit = try self.fit(table, start)
    } catch let error as MixtureError where error.isCollapse {
      guard let cause = RedundantColumns(table, floor: em.policies.floor).sentence else { throw error }
      throw Failure("\(error.sentence); \(cause)")
    }
    let file = ModelFile(fit: fit, columns: table.columnNames, points: table.rowCount)
    let criteria = try fit.criteria(includingICLOn: Dataset(columns: table.columns))
    let report = FitReport(fit: fit, criteria: criteria, table: table, tolerance: em.policies.tolerance)
    if let output { try file.write(to: output.path) }
    Console.announce(table)
    if let notice = start?.projectionNotice { Console.note(notice) }
    for line in RescueReport(events: fit.events).lines { Console.note(line) }
    if !fit.floored.isEmpty, let cause = RedundantColumns(table, floor: em.policies.floor).sentence {
      Console.note(cause)
    }
    if output?.isStandardOutput != true { try Console.write(json ? file.json.indentedText : report.text) }
  }

  private func fit(_ table: DataTable, _ start: UserStart?) throws -> FitResult {
    let em = try EM(data: Dataset(columns: table.columns), options: em.options(family: covariance))
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
  fileprivate var isCollapse: Bool {
    switch self {
    case .collapsed, .sharedCovarianceCollapsed, .covarianceNotPositiveDefinite: true
    case .noPoints, .noDimensions, .raggedRow, .raggedColumn, .valueNotFinite, .sampleWeightCount, .sampleWeightInvalid,
      .columnTooLarge, .columnTooFine, .tooFewPoints, .noComponents, .componentCounts, .meanLength, .meanNotFinite,
      .weightInvalid, .weightsSum, .covarianceShape, .covarianceNotFinite, .covarianceNotSymmetric, .dimensionMismatch,
      .unreadableModel, .labelCounts, .optionOutOfRange, .pointOutOfReach, .cancelled:
      false
    }
  }
}
