import ArgumentParser
import GaussianMixtures
import LabFiles

struct SelectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "select",
    abstract: "Fit a range of models and find the best number of components and family.",
    discussion: """
      AIC is −2 log L + 2p, BIC is −2 log L + p log N, ICL is BIC plus twice the entropy of the responsibilities; \
      smaller is better. A fit that only the floor keeps from a boundless likelihood is marked and wins only where \
      there is no other.
      """)

  @OptionGroup(title: "Data") var data: DataOptions

  @Option(
    name: [.customShort("k"), .customLong("components")], parsing: .unconditional,
    help: ArgumentHelp(
      "The numbers of components: \(ComponentNumbers.forms). (default: 1...9)", valueName: "1...9"),
    transform: { try ComponentNumbers(argument: $0) })
  var components = ComponentNumbers(1...9)

  @Option(help: ArgumentHelp("The families: all, or names separated by commas.", valueName: "families"))
  var covariance = Families.all

  @Option(help: "What decides.")
  var criterion = ModelSelection.Criterion.bic

  @OptionGroup(title: "Start") var start: StartOptionGroup
  @OptionGroup(title: "Expectation–maximization") var em: EMOptionGroup

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  @Option(
    help: ArgumentHelp("Also write the best model to this file, as JSON; - prints it alone.", valueName: "MODEL.json"),
    completion: .file())
  var output: String?

  func validate() throws {
    let candidates = components.values.count * covariance.types.count
    guard candidates <= Limits.candidates else {
      throw ValidationError("-k and --covariance ask for \(candidates) models; \(Limits.candidates) are the most")
    }
  }

  func run() throws {
    let output = try output.map { try OutputFile($0, .model, inputs: [data.file]) }
    let table = try data.table()
    let selection = try search(table)
    let report = SelectionReport(selection: selection, criterion: criterion)
    guard let best = selection.best(by: criterion), let fit = best.fit else {
      throw Failure("nothing could be fitted: \(reason(selection, table))")
    }
    if let output {
      try ModelFile(fit: fit, columns: table.columnNames, points: table.rowCount).write(to: output.path)
    }
    Console.announce(table)
    let floored = selection.rows.filter(\.isFloored).map(\.family)
    if !floored.isEmpty, let cause = RedundantColumns(table, floor: em.policies.floor).sentence(for: floored) {
      Console.note(cause)
    }
    if output?.isStandardOutput != true { try Console.write(json ? report.json.indentedText : report.text) }
  }

  private func search(_ table: DataTable) throws -> ModelSelection {
    let progress = ProgressLine()
    defer { progress.clear() }
    let data = try table.points()
    try ModelSize.check(
      components: components.values.filter { $0 <= data.count }.flatMap {
        Array(repeating: $0, count: covariance.types.count)
      },
      dimensions: data.dimensions)
    let most = min(components.values.last ?? 1, data.count)
    return try ModelSelection.search(
      data: data, components: components.values, families: covariance.types, start: start.kind,
      restarts: start.restarts(for: data, components: most), options: em.options(), includingICL: true,
      progress: { done, total in progress.show("model \(done) of \(total)") })
  }

  /// Why the smallest model failed: what keeps that one from being fitted keeps the larger ones.
  private func reason(_ selection: ModelSelection, _ table: DataTable) -> String {
    let failure = selection.rows.min { $0.components < $1.components }?.failure
    let clause = failure?.clause ?? "no model has a likelihood"
    let cause =
      RedundantColumns(table, floor: em.policies.floor).sentence(for: covariance.types).map { "; \($0)" } ?? ""
    return clause + (table.rowCount > 2 ? cause : "")
  }
}
