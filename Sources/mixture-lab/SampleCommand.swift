import ArgumentParser
import GaussianMixtures
import LabFiles

struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Draw random points from a model.",
    discussion: "Prints a CSV table with the model's columns, and with --labels the component of each point, from 0.")

  /// More points than this do not fit in a usual memory.
  private static let mostNumbers = 100_000_000

  @Argument(help: ArgumentHelp("A model, as fit --output writes it.", valueName: "MODEL.json"), completion: .file())
  var model: String

  @Option(help: ArgumentHelp("The number of points.", valueName: "n"))
  var points: Int

  @Option(help: ArgumentHelp("What all randomness comes from; the same seed gives the same points.", valueName: "s"))
  var seed: UInt64 = 1

  @Flag(help: "Add a column with the component that each point comes from.")
  var labels = false

  @Flag(help: "Print one JSON object instead of a CSV table.")
  var json = false

  func validate() throws {
    guard points >= 0 else { throw ValidationError("--points must be 0 or more") }
  }

  func run() throws {
    let file = try ModelFile.read(model)
    guard points <= Self.mostNumbers / file.model.dimensions else {
      throw Failure("\(points) points are too many; ask for at most \(Self.mostNumbers / file.model.dimensions)")
    }
    var generator = SeededGenerator(seed: seed)
    let sample = try file.model.sample(count: points, using: &generator)
    let names =
      file.columns.count == file.model.dimensions
      ? file.columns : DataTable.standardColumnNames(count: file.model.dimensions)
    try Console.write(json ? jsonText(sample, names) : csvText(sample, names))
  }

  private func csvText(_ sample: LabeledSample, _ names: [String]) -> String {
    var text = CSVFile.line(of: names + (labels ? ["label"] : []))
    for n in 0..<sample.data.count {
      text += CSVFile.line(of: sample.data.row(n).map(CSVFile.number) + (labels ? ["\(sample.labels[n])"] : []))
    }
    return text
  }

  private func jsonText(_ sample: LabeledSample, _ names: [String]) -> String {
    JSONValue.object([
      .init("columns", JSONValue(names)), .init("points", JSONValue((0..<sample.data.count).map(sample.data.row))),
      .init("labels", .array(sample.labels.map { JSONValue($0) })), .init("seed", .integer(seed)),
    ]).indentedText
  }
}
