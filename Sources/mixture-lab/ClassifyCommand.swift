import ArgumentParser
import GaussianMixtures
import LabFiles

struct ClassifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify",
    abstract: "Say for each row which component of a model it belongs to.",
    discussion: """
      Prints a CSV table with one row per row of the file: label, the number of the component with the largest \
      responsibility, counted from 0 as in the model's arrays; logDensity, the natural logarithm of the density; and \
      one responsibility per component.
      """)

  @Argument(help: ArgumentHelp("A model, as fit --output writes it.", valueName: "MODEL.json"), completion: .file())
  var model: String

  @OptionGroup(title: "Data") var data: DataOptions

  @Flag(help: "Print one JSON object instead of a CSV table.")
  var json = false

  func run() throws {
    let file = try ModelFile.read(model)
    let table = try data.table(for: file)
    let points = try Dataset(columns: table.columns)
    let labels = try file.model.predict( points)
    let logDensities = try file.model.logDensities(of: points)
    let responsibilities = try file.model.responsibilities(of: points)
    data.announce(table)
    if json {
      let object = JSONValue.object([
        .init("labels", .array(labels.map { JSONValue($0) })), .init("logDensities", JSONValue(logDensities)),
        .init("responsibilities", JSONValue((0..<points.count).map(responsibilities.row))),
      ])
      return try Console.write(object.indentedText)
    }
    var text = CSVFile.line(
      of: ["label", "logDensity"] + (0..<file.model.componentCount).map { "responsibility\($0)" })
    for n in 0..<points.count {
      text += CSVFile.line(of: ["\(labels[n])"] + ([logDensities[n]] + responsibilities.row(n)).map(CSVFile.number))
    }
    try Console.write(text)
  }
}
