import ArgumentParser
import GaussianMixtures
import LabFiles

struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Fit a Gaussian mixture to a table and print it.",
    discussion: """
      A start of your own is a JSON file {"weights": [K], "means": [K][D], "covariances": [K][D][D]}, of which only \
      means is required. What --json prints and --output writes is documented in the README and reads elsewhere.
      """)

  @OptionGroup(title: "Data") var data: DataOptions

  @Option(name: [.customShort("k"), .customLong("components")], help: "The number of components.")
  var components: Int?

  @Option(help: "The family of the covariances.")
  var covariance = CovarianceFamily.full

  @OptionGroup(title: "Start") var start: StartOptionGroup

  @Option(name: .customLong("start"), help: ArgumentHelp("Begin with these parameters.", valueName: "START.json"))
  var startFile: String?

  @OptionGroup(title: "Expectation–maximisation") var em: EMOptionGroup

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  @Option(help: ArgumentHelp("Also write the model to this file, as JSON.", valueName: "MODEL.json"))
  var output: String?

  func validate() throws {
    if let components, components < 1 { throw ValidationError("-k must be 1 or more") }
    if components == nil, startFile == nil { throw ValidationError("give the number of components, such as -k 3") }
    if startFile != nil, start.restarts > 1 {
      throw ValidationError("--start is one start; leave out --restarts or --start")
    }
  }

  func run() throws {
    let table = try data.table()
    let fit = try fit(table)
    let file = ModelFile(fit: fit, columns: table.columnNames, points: table.rowCount)
    let text =
      json
      ? file.json.indentedText
      : FitReport(fit: fit, criteria: try fit.criteria(includingICLOn: Dataset(columns: table.columns)), table: table)
        .text
    if let output { try file.write(to: output) }
    data.announce(table)
    for line in RescueReport(events: fit.events).lines { Console.note(line) }
    try Console.write(text)
  }

  private func fit(_ table: DataTable) throws -> FitResult {
    let em = try EM(data: Dataset(columns: table.columns), options: em.options(family: covariance))
    let progress = ProgressLine()
    defer { progress.clear() }
    if start.restarts > 1 {
      return try em.fit(
        componentCount: components ?? 1, start: start.kind, restarts: start.restarts,
        progress: { done, total in progress.show("run \(done) of \(total)") }
      ).best
    }
    let start = try firstStart(for: em)
    var iteration = 0
    return try em.fit(
      from: start,
      shouldCancel: {
        progress.show("iteration \(iteration)")
        iteration += 1
        return false
      })
  }

  private func firstStart(for em: EM) throws -> GaussianMixture {
    guard let startFile else {
      return try start.kind.makeStart(
        data: em.data, componentCount: components ?? 1, family: covariance, seed: em.options.seed,
        floor: em.options.floor)
    }
    let file = try StartFile.read(startFile, family: covariance)
    if let components, components != file.means.count {
      throw Failure("'\(startFile)' has \(file.means.count) means and -k asks for \(components); leave out -k")
    }
    if file.means.count > em.data.count {
      throw MixtureError.tooFewPoints(points: em.data.count, components: file.means.count)
    }
    return try file.mixture(for: em.data, family: covariance)
  }
}
