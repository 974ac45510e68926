import ArgumentParser
import GaussianMixtures
import LabCore
import LabFiles

/// Which columns of a table to read, and what to do where they have no value.
struct ColumnOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The columns to use, by name, separated by commas; repeat the option for names with commas.", valueName: "a,b"))
  var columns: [String] = []

  @Option(
    help:
      "What to do with rows where a column that is used has no value (an empty cell, NA, NaN, ?), or with drop-text any word."
  )
  var missing = MissingValues.refuse

  @Option(help: "What separates the cells; found in the file if not given.")
  var separator: TableFormat.Separator?

  @Option(help: "The decimal mark; found in the file if not given.")
  var decimal: TableFormat.Decimals?

  @Flag(inversion: .prefixedNo, help: "Whether the first row holds names; found in the file if not given.")
  var header: Bool?

  @Option(help: "The encoding; found in the file if not given.")
  var encoding: TableFormat.Encoding?

  /// Whether anything is said of how the table is read.
  var saysFormat: Bool { separator != nil || decimal != nil || header != nil || encoding != nil }

  var request: TableRequest {
    TableRequest(
      columns: columns.isEmpty ? nil : columns, missing: missing,
      format: TableFormat(
        separator: separator, decimals: decimal, firstRow: header.map { $0 ? .names : .data }, encoding: encoding))
  }
}

/// Which points to work on.
struct DataOptions: ParsableArguments {
  @Argument(
    help: "A CSV file, or - for standard input. Columns without any number, such as names, are left out.",
    completion: .file())
  var file: String

  @OptionGroup var choice: ColumnOptions

  /// The chosen columns of the file.
  func table(labels: String? = nil) throws -> DataTable {
    var request = choice.request
    request.labels = labels
    return try read(request)
  }

  func read(_ request: TableRequest) throws -> DataTable {
    try OutputFile.refuseStandardOutput(toBeOneOf: [file])
    return try Console.read(file, request)
  }
}

extension Console {
  /// Reads a table, with a line of progress where that takes long.
  static func read(_ file: String, _ request: TableRequest) throws -> DataTable {
    let progress = ProgressLine()
    defer { progress.clear() }
    return try CSVFile.read(file, request) { fraction in
      progress.show("reading \(file): \(Int(fraction * 100)) %")
      return true
    }
  }

  /// Reads a model that a result is about to be printed for: standard output must not go into it.
  static func readModel(_ path: String) throws -> ModelFile {
    try OutputFile.refuseStandardOutput(toBeOneOf: [path])
    return try ModelFile.read(path)
  }

  /// Says what the reader decided by itself and what it left out. Called once there is a result, so that a failure
  /// stays one line.
  static func announce(_ table: DataTable) {
    for notice in table.notices { note("\(table.name): \(notice)") }
    guard !table.leftOut.isEmpty else { return }
    note(
      "\(table.name): left out \(Format.list(table.leftOut)), which \(table.leftOut.count == 1 ? "holds" : "hold") "
        + "no numbers")
  }
}

extension DataTable {
  /// The points, which EM can compute with: what it cannot is said of the file's column.
  func points() throws -> Dataset {
    do throws(MixtureError) {
      return try EM(data: Dataset(columns: columns)).data
    } catch {
      let file = name
      throw Failure(
        error.description(naming: Format.component) { "column '\(columnNames[$0])' of '\(file)'" })
    }
  }
}

extension MissingValues: ExpressibleByArgument {}
extension TableFormat.Separator: ExpressibleByArgument {}
extension TableFormat.Decimals: ExpressibleByArgument {}
extension TableFormat.Encoding: ExpressibleByArgument {}
