import FoundationEssentials
import LabCore
import LabFiles

/// Files as data for the window.
enum LabData {
  /// What to read where no columns are named.
  static let firstColumns = TableRequest(most: ColumnChoice.most)

  /// The columns of a table as data for the window.
  ///
  /// - Parameter shown: the names of the two columns to show; nil for the first two.
  static func source(
    _ table: DataTable, shown: [String]? = nil, truth: DataSource.Truth? = nil
  ) throws -> DataSource {
    guard (2...ColumnChoice.most).contains(table.columns.count) else {
      throw Failure(
        table.columns.count == 1
          ? "\(table.name) has one column of numbers and a picture needs two; add a column, or use 'mixture-lab fit'"
          : "the window takes up to \(ColumnChoice.most) columns, not \(table.columns.count); name fewer, as in --columns a,b"
      )
    }
    let known = ShippedData.allCases.first { $0.fileName == table.name }
    return DataSource(
      name: known.map { .shipped($0) }
        ?? .file(URL(fileURLWithPath: table.name).deletingPathExtension().lastPathComponent),
      columnNames: table.columnNames, columns: table.columns,
      choice: ColumnChoice(shown: try shown.map { try pair($0, of: table) }, of: table.columns.count),
      aspect: .independent, componentCount: known?.componentCount, truth: truth)
  }

  /// The columns that are named to be shown.
  private static func pair(_ names: [String], of table: DataTable) throws -> ColumnPair {
    let places = try table.indices(ofColumns: names)
    guard places.count == 2, places[0] != places[1] else {
      throw Failure("--show takes two different columns, as in --show a,b")
    }
    return ColumnPair(across: places[0], up: places[1])
  }

  /// The groups that a file names for the rows of a table read from it: by a column called so, or else the last one that
  /// holds words. Nil where there is none, it has gaps, or the file cannot be read twice.
  static func truth(of table: DataTable, in path: String) -> DataSource.Truth? {
    let others = table.fileColumns.filter { !table.columnNames.contains($0) }
    guard FileProblem.unlessFile(path) == nil,
      let column = others.last(where: { groupNames.contains($0.lowercased()) }) ?? table.leftOut.last,
      let again = try? CSVFile.read(path, TableRequest(columns: table.columnNames, labels: column)),
      let groups = again.labels, groups.count == table.rowCount,
      // As many groups as rows are names of the rows.
      Set(groups).count <= max(2, min(100, groups.count / 2))
    else { return nil }
    return DataSource.Truth(column: column, groups: groups)
  }

  private static let groupNames: Set<String> = [
    "species", "class", "label", "labels", "cluster", "group", "target", "truth",
  ]

  /// What becomes of opening a file in the window.
  @Sendable static func open(_ path: String, progress: @escaping (Double) -> Bool) -> Answer.Outcome {
    open(path, depth: 0, progress: progress)
  }

  /// - Parameter depth: how many sessions are being brought back that open this.
  static func open(_ path: String, depth: Int, progress: @escaping (Double) -> Bool) -> Answer.Outcome {
    if let problem = FileProblem.unlessFile(path) { return .notOpened(problem) }
    do {
      if SessionFile.isLikely(path) {
        return .openedSession(try BroughtBack(path, depth: depth, progress: progress).state.scene)
      }
      if SceneFile.isLikely(path) {
        let (scene, stamp) = try SceneFile.read(path)
        return .openedScene(scene, stamp)
      }
      let table = try table(firstColumns) { try CSVFile.read(path, $0, progress: progress) }
      guard table.columns.count > 1 else { return .notOpened(.oneColumn(name: table.name)) }
      return .opened(try source(table, truth: truth(of: table, in: path)))
    } catch let error as FileError {
      return .notOpened(error.problem)
    } catch let error as CSVError {
      return .notOpened(error.problem ?? .other(error.description))
    } catch {
      return .notOpened(.other("\(error)"))
    }
  }

  /// A table with all of its columns but those that name groups; where a cell of one is at fault, with the first two.
  ///
  /// - Parameter read: reads what it is asked for.
  static func table(_ request: TableRequest, read: (TableRequest) throws -> DataTable) throws -> DataTable {
    do {
      return request.columns == nil ? withoutGroups(try read(request)) : try read(request)
    } catch let error as CSVError where error.isAboutACell && request.columns == nil {
      var first = request
      first.most = 2
      var table = try read(first)
      table.notices.append(
        "shows \(Format.list(table.columnNames)), since \(error.description); or name others with --columns")
      return table
    }
  }

  /// Without columns that name groups by numbers, as they are called: these are no measurements. Two columns stay in any
  /// case.
  private static func withoutGroups(_ table: DataTable) -> DataTable {
    let groups = table.columnNames.filter { groupNames.contains($0.lowercased()) }
    guard !groups.isEmpty, table.columnNames.count - groups.count >= 2 else { return table }
    var kept = table
    kept.columnNames.removeAll(where: groups.contains)
    kept.columns = zip(table.columnNames, table.columns).filter { !groups.contains($0.0) }.map(\.1)
    kept.notices.append("left out \(Format.list(groups)), which names groups; to fit it too, name it with --columns")
    return kept
  }

  /// The data menu: examples of our own and the data sets that come with the program.
  static var menu: [MenuEntry] {
    let files = ShippedData.allCases.compactMap { data in
      Assets.file(data.fileName).map { MenuEntry.file(path: $0, data) }
    }
    // The empty canvas is the last to look at.
    return Example.allCases.filter { $0 != .empty }.map(MenuEntry.example) + files + [.example(.empty)]
  }
}
