import Foundation
import LabCore
import LabFiles

/// Files as data for the window.
enum LabData {
  /// Two columns of a CSV file: those named, or the first two with numbers.
  static func source(
    _ path: String, columns: [String]?, progress: ((Double) -> Bool)? = nil
  ) throws -> DataSource {
    let table = try CSVFile.read(path, progress: progress)
    let chosen = try columns.map(table.selecting) ?? table
    if columns != nil, chosen.columns.count != 2 {
      throw Failure("--columns takes two names, as in --columns \(table.columnNames.prefix(2).joined(separator: ","))")
    }
    guard chosen.columns.count >= 2 else {
      throw Failure(
        "\(table.name) has one column of numbers and a picture needs two; add a column, or use 'mixture-lab fit'")
    }
    let title = shipped.first(where: { $0.file == table.name })?.title
    return DataSource(
      name: .file(title ?? (table.name as NSString).deletingPathExtension),
      columnNames: Array(chosen.columnNames.prefix(2)), x: chosen.columns[0], y: chosen.columns[1],
      aspect: .independent)
  }

  /// What becomes of opening a file in the window.
  @Sendable static func open(_ path: String, progress: @escaping (Double) -> Bool) -> Answer.Outcome {
    if let problem = FileProblem.unlessFile(path) { return .notOpened(problem) }
    do {
      return .opened(try source(path, columns: nil, progress: progress))
    } catch let error as CSVError {
      return .notOpened(error.problem ?? .other(error.description))
    } catch {
      return .notOpened(.other("\(error)"))
    }
  }

  /// The data sets that come with the program.
  private static let shipped = [
    (title: "Old Faithful", file: "old_faithful.csv"), (title: "Iris", file: "iris.csv"),
  ]

  /// The data menu: examples of our own and the data sets beside the program.
  static var menu: [MenuEntry] {
    let files = shipped.compactMap { title, file in
      asset(file).map { MenuEntry.file(path: $0, name: title) }
    }
    return Example.allCases.map(MenuEntry.example) + files
  }

  /// A file of the `assets` folder, looked for above the program and above the current folder.
  private static func asset(_ name: String) -> String? {
    let program = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
    for var folder in [program.deletingLastPathComponent(), URL(fileURLWithPath: ".")] {
      for _ in 0..<5 {
        let candidate = folder.appendingPathComponent("assets").appendingPathComponent(name).path
        if FileManager.default.isReadableFile(atPath: candidate) { return candidate }
        folder.deleteLastPathComponent()
      }
    }
    return nil
  }
}
