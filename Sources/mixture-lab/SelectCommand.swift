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
    name: [.customShort("k"), .customLong("components")],
    help: ArgumentHelp("The numbers of components, such as 1...9.", valueName: "1...9"))
  var components = ComponentRange(1...9)

  @Option(help: ArgumentHelp("The families: all, or names separated by commas.", valueName: "families"))
  var covariance = Families.all

  @Option(help: "What decides.")
  var criterion = ModelSelection.Criterion.bic

  @OptionGroup(title: "Start") var start: StartOptionGroup
  @OptionGroup(title: "Expectation–maximisation") var em: EMOptionGroup

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  func run() throws {
    let table = try data.table()
    let progress = ProgressLine()
    defer { progress.clear() }
    let selection = try ModelSelection.search(
      data: Dataset(columns: table.columns), components: components.range, families: covariance.types,
      start: start.kind, restarts: start.restarts, options: em.options(), includingICL: true,
      progress: { done, total in progress.show("model \(done) of \(total)") })
    progress.clear()
    data.announce(table)
    let report = SelectionReport(selection: selection, criterion: criterion)
    try Console.write(json ? report.json.indentedText : report.text)
  }
}
