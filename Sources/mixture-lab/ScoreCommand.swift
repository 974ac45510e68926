import ArgumentParser
import GaussianMixtures
import LabFiles

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Measure how well a model describes a table.",
    discussion: """
      AIC, BIC and ICL are in the form where smaller is better. Columns are matched to those of the model by name. The \
      adjusted Rand index (Hubert & Arabie 1985) compares the model's labels with known groups: 1 where they are the \
      same partition, 0 on average for labels by chance.
      """)

  @Argument(
    help: ArgumentHelp(
      "A model, as fit --output writes it; - for standard input.", valueName: "MODEL.json"), completion: .file())
  var model: String

  @OptionGroup(title: "Data") var data: DataOptions

  @Option(help: ArgumentHelp("A column with the true group of each row, numbers or words.", valueName: "COLUMN"))
  var truth: String?

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  func validate() throws { try StandardInput.takeOnce([model, data.file]) }

  func run() throws {
    let file = try Console.readModel(model)
    let table = try file.columns(of: model).table(data.choice, labels: truth, read: data.read)
    let points = try Dataset(columns: table.columns)
    let criteria = try file.model.criteria(on: points)
    let agreement = try table.labels.map { try adjustedRandIndex($0, file.model.predict(points)) }
    Console.announce(table)
    let score = Score(count: points.count, criteria: criteria, file: file, agreement: agreement)
    try Console.write(json ? score.json.indentedText : score.text)
  }
}

/// What `score` prints.
private struct Score {
  let count: Int
  let criteria: InformationCriteria
  let file: ModelFile
  /// The adjusted Rand index, where there is a truth to agree with.
  let agreement: Double?

  var text: String {
    var table = TextTable(header: ["points", "\(count)"])
    table.add(["log-likelihood", Format.total(criteria.logLikelihood)])
    table.add(["log-likelihood per point", Format.total(criteria.logLikelihood / Double(count))])
    table.add(["parameters", "\(criteria.parameters)"])
    table.add(["AIC", Format.total(criteria.aic)])
    table.add(["BIC", Format.total(criteria.bic)])
    table.add(["ICL", Format.total(criteria.icl ?? .nan)])
    if let agreement { table.add(["adjusted Rand index", Format.total(agreement)]) }
    guard !file.floored.isEmpty else { return table.text }
    let names = file.floored.map { Format.component(file.identities[$0]) }.joined(separator: ", ")
    return table.text
      + "\n* the floor held up \(names) in the fit: the likelihood says more about it than about the data\n"
  }

  var json: JSONValue {
    let members: [JSONValue.Member] = [
      .init("points", JSONValue(count)), .init("logLikelihood", .number(criteria.logLikelihood)),
      .init("logLikelihoodPerPoint", .number(criteria.logLikelihood / Double(count))),
      .init("parameters", JSONValue(criteria.parameters)), .init("aic", .number(criteria.aic)),
      .init("bic", .number(criteria.bic)), .init("icl", .number(criteria.icl ?? .nan)),
      .init("floored", .array(file.floored.map { JSONValue($0) })),
    ]
    return .object(members + (agreement.map { [.init("adjustedRandIndex", .number($0))] } ?? []))
  }
}
