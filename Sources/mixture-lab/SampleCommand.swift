import ArgumentParser
import GaussianMixtures
import LabFiles

struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Draw random points from a model.",
    discussion: "Prints a CSV table with the model's columns, and with --labels the component of each point, from 0.")

  @Argument(
    help: ArgumentHelp(
      "A model, as fit --output writes it; - for standard input.", valueName: "MODEL.json"), completion: .file())
  var model: String

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The number of points.", valueName: "n"),
    transform: { try NumberArgument.whole($0, 0...Limits.numbers) })
  var points: Int

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What all randomness comes from; the same seed gives the same points. (default: 1)", valueName: "s"),
    transform: Seed.parse)
  var seed: UInt64 = 1

  @Flag(help: "Add a column with the component that each point comes from.")
  var labels = false

  @Flag(help: "Print one JSON object instead of a CSV table.")
  var json = false

  func validate() throws {
    guard (0...Limits.numbers).contains(points) else { throw ValidationError("--points takes 0 to \(Limits.numbers)") }
  }

  func run() throws {
    let file = try Console.readModel(model)
    let dimensions = file.model.dimensions
    guard points <= Limits.numbers / dimensions else {
      throw Failure("\(points) points are too many; ask for at most \(Limits.numbers / dimensions)")
    }
    let names =
      file.columns.count == dimensions ? file.columns : DataTable.standardColumnNames(count: dimensions)
    let console = BufferedConsole()
    if json { try writeJSON(file.model, names, console) } else { try writeCSV(file.model, names, console) }
    try console.flush()
  }

  private func writeCSV(_ model: GaussianMixture, _ names: [String], _ console: BufferedConsole) throws {
    try console.write(CSVFile.line(of: names + (labels ? ["label"] : [])))
    try forEachPoint(of: model) { point, label in
      try console.write(CSVFile.line(of: point.map(CSVFile.number) + (labels ? ["\(label)"] : [])))
    }
  }

  private func writeJSON(_ model: GaussianMixture, _ names: [String], _ console: BufferedConsole) throws {
    try console.write("{\n  \"columns\": \(JSONValue(names).fragment),\n  \"points\": [")
    var all: [Int] = []
    try forEachPoint(of: model) { point, label in
      try console.write((all.isEmpty ? "\n    " : ",\n    ") + JSONValue(point).fragment)
      all.append(label)
    }
    let labels = JSONValue.array(all.map { JSONValue($0) }).fragment
    try console.write("\n  ],\n  \"labels\": \(labels),\n  \"seed\": \(seed)\n}\n")
  }

  /// Draws the points, some at a time: the same ones as all at once.
  private func forEachPoint(of model: GaussianMixture, _ body: ([Double], Int) throws -> Void) throws {
    var generator = SeededGenerator(seed: seed)
    for first in stride(from: 0, to: points, by: 4096) {
      let sample = try model.sample(count: min(4096, points - first), using: &generator)
      for n in 0..<sample.data.count { try body(sample.data.row(n), sample.labels[n]) }
    }
  }
}
