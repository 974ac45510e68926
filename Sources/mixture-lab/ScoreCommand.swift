import ArgumentParser
import GaussianMixtures
import LabFiles

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Measure how well a model describes a table.",
    discussion: "AIC, BIC and ICL are in the form where smaller is better.")

  @Argument(help: ArgumentHelp("A model, as fit --output writes it.", valueName: "MODEL.json"), completion: .file())
  var model: String

  @OptionGroup(title: "Data") var data: DataOptions

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  func run() throws {
    let file = try ModelFile.read(model)
    let table = try data.table(for: file)
    let points = try Dataset(columns: table.columns)
    let criteria = try file.model.criteria(on: points)
    data.announce(table)
    try Console.write(json ? jsonText(criteria, points.count) : text(criteria, points.count))
  }

  private func text(_ criteria: InformationCriteria, _ count: Int) -> String {
    var table = TextTable(header: ["points", "\(count)"])
    table.add(["log-likelihood", Format.total(criteria.logLikelihood)])
    table.add(["log-likelihood per point", Format.total(criteria.logLikelihood / Double(count))])
    table.add(["parameters", "\(criteria.parameters)"])
    table.add(["AIC", Format.total(criteria.aic)])
    table.add(["BIC", Format.total(criteria.bic)])
    table.add(["ICL", Format.total(criteria.icl ?? .nan)])
    return table.text
  }

  private func jsonText(_ criteria: InformationCriteria, _ count: Int) -> String {
    JSONValue.object([
      .init("points", JSONValue(count)), .init("logLikelihood", .number(criteria.logLikelihood)),
      .init("logLikelihoodPerPoint", .number(criteria.logLikelihood / Double(count))),
      .init("parameters", JSONValue(criteria.parameters)), .init("aic", .number(criteria.aic)),
      .init("bic", .number(criteria.bic)), .init("icl", .number(criteria.icl ?? .nan)),
    ]).indentedText
  }
}
