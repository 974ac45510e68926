import ArgumentParser
import Foundation
import GaussianMixtures
import LabFiles

/// Which points to work on.
struct DataOptions: ParsableArguments {
  @Argument(help: "A CSV file. Columns without any number, such as names, are left out.", completion: .file())
  var file: String

  @Option(help: ArgumentHelp("The columns to use, by name, separated by commas.", valueName: "a,b"))
  var columns: String?

  /// The names asked for; nil for all numeric columns.
  var columnNames: [String]? {
    columns?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// The chosen columns of the file.
  func table() throws -> DataTable {
    let progress = ProgressLine()
    defer { progress.clear() }
    let table = try CSVFile.read(file) { fraction in
      progress.show("reading \(file): \(Int(fraction * 100)) %")
      return true
    }
    return try columnNames.map(table.selecting) ?? table
  }

  /// The columns that a model was fitted to: those asked for, else those the model names, else all numeric ones.
  func table(for model: ModelFile) throws -> DataTable {
    let table = try table()
    guard columns == nil, !model.columns.isEmpty, model.columns.allSatisfy(table.columnNames.contains) else {
      return table
    }
    return try table.selecting(model.columns)
  }

  /// Says what the reader decided by itself and what it left out. Called once there is a result, so that a failure
  /// stays one line.
  func announce(_ table: DataTable) {
    for notice in table.notices { Console.note("\(table.name): \(notice)") }
    guard columns == nil, !table.leftOut.isEmpty else { return }
    let names = table.leftOut.map { "'\($0)'" }.joined(separator: ", ")
    Console.note("\(table.name): left out \(names), which \(table.leftOut.count == 1 ? "holds" : "hold") no numbers")
  }
}
