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
      one responsibility per component. Columns are matched to those of the model by name. Blank rows, and with \
      --missing drop rows without a value, have no row in the result; --append shows which.
      """)

  @Argument(
    help: ArgumentHelp(
      "A model, as fit --output writes it; - for standard input.", valueName: "MODEL.json"), completion: .file())
  var model: String

  @OptionGroup(title: "Data") var data: DataOptions

  @Flag(help: "Print the file's own columns in front.")
  var append = false

  @Flag(help: "Add a column uncertainty: 1 minus the largest responsibility.")
  var uncertainty = false

  @Flag(help: "Print one JSON object instead of a CSV table.")
  var json = false

  func validate() throws {
    try StandardInput.takeOnce([model, data.file])
    if append, json { throw ValidationError("--append writes a table; leave out --json or --append") }
  }

  func run() throws {
    let file = try Console.readModel(model)
    var whole: WholeTable?
    let table = try file.columns(of: model).table(data.choice) { request in
      if !append { return try data.read(request) }
      try OutputFile.refuseStandardOutput(toBeOneOf: [data.file])
      let read = try CSVFile.readWhole(data.file, request)
      whole = read
      return read.table
    }
    let classes = Classes(of: table, by: file.model, uncertainty: uncertainty)
    // What cannot be computed is refused before the first line is printed, a point too far for any density too.
    _ = try file.model.logLikelihood(of: Dataset(columns: table.columns))
    Console.announce(table)
    let console = BufferedConsole()
    if json {
      try classes.writeJSON(to: console)
    } else if let whole {
      try whole.write(adding: classes.names, values: classes.values) { try console.write($0) }
    } else {
      try console.write(CSVFile.line(of: classes.names))
      for row in 0..<table.rowCount {
        let values = try classes.values(of: row)
        try console.write(CSVFile.line(of: values.map(CSVFile.number)))
      }
    }
    try console.flush()
  }
}
