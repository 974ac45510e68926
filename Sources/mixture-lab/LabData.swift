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

  /// The same with what is known of the file: where it is, and what of it was left out.
  ///
  /// - Parameter stamp: that of the file before it was read.
  static func source(
    _ table: DataTable, shown: [String]? = nil, from path: String, stamp: FileStamp?, _ request: TableRequest
  ) throws -> DataSource {
    var source = try source(table, shown: shown, truth: truth(of: table, in: path, request))
    source.rowsLeftOut = table.rowsLeftOut
    source.columnsBeyond = table.columnsBeyond.count
    if let stamp, let whole = Folder.resolved(path), FileStamp(path: whole) == stamp {
      source.file = DataFile(path: whole, stamp: stamp, format: request.format, incomplete: request.missing.rows)
    }
    return source
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
  private static func truth(of table: DataTable, in path: String, _ request: TableRequest) -> DataSource.Truth? {
    let others = table.fileColumns.filter { !table.columnNames.contains($0) }
    guard FileProblem.unlessFile(path) == nil,
      let column = others.last(where: { GroupColumns.names.contains($0.lowercased()) }) ?? table.leftOut.last,
      let again = try? CSVFile.read(
        path,
        TableRequest(columns: table.columnNames, missing: request.missing, labels: column, format: request.format)),
      let groups = again.labels, groups.count == table.rowCount,
      // As many groups as rows are names of the rows.
      Set(groups).count <= max(2, min(100, groups.count / 2))
    else { return nil }
    return DataSource.Truth(column: column, groups: groups)
  }

  /// What becomes of opening a file in the window.
  @Sendable static func open(_ path: String, progress: @escaping (Double) -> Bool) -> Answer.Outcome {
    open(path, nil, progress: progress)
  }

  /// - Parameters:
  ///   - reading: how a table is read, where somebody said so.
  ///   - depth: how many sessions are being brought back that open this.
  static func open(
    _ path: String, _ reading: TableReading?, depth: Int = 0, progress: @escaping (Double) -> Bool
  ) -> Answer.Outcome {
    if HandInFolder.isLikely(path) { return .foundHandIns(path: path) }
    if let problem = FileProblem.unlessFile(path) { return .notOpened(problem) }
    if HandInFile.isLikely(path) { return .foundHandIns(path: path) }
    do {
      if SessionFile.isLikely(path) {
        let kept = try BroughtBack(path, depth: depth, progress: progress).state
        return .openedSession(kept.scene, kept.draft)
      }
      if SceneFile.isLikely(path) { return try openDocument(path) }
      let stamp = FileStamp(path: path)
      var request = firstColumns
      var shown: [String]?
      let found: DataTable
      if let reading {
        request.format = reading.format
        request.missing = MissingValues(reading.incomplete)
        shown = reading.shown
        if reading.fitsShownOnly { request.columns = reading.shown }
        let table = try CSVFile.read(path, request, progress: progress)
        // What was chosen is taken, whatever it is called.
        found = reading.shown == nil || !reading.fitsShownOnly ? withoutGroups(table, but: shown ?? []) : table
      } else {
        found = try table(request) { try CSVFile.read(path, $0, progress: progress) }
      }
      guard found.columns.count > 1 else { return .notOpened(.oneColumn(name: found.name)) }
      return .opened(try source(found, shown: shown, from: path, stamp: stamp, request))
    } catch let error as FileError {
      return .notOpened(error.problem)
    } catch let error as CSVError {
      return .notOpened(error.problem ?? .other(error.description))
    } catch {
      return .notOpened(.other("\(error)"))
    }
  }

  /// A lesson, a scene, or else a model.
  private static func openDocument(_ path: String) throws -> Answer.Outcome {
    if LessonFile.isLikely(path) { return .openedLesson(try LessonLibrary.read(path)) }
    do {
      let (scene, stamp) = try SceneFile.read(path)
      return .openedScene(scene, stamp)
    } catch {
      guard let file = try? ModelFile.read(path) else { throw error }
      return .openedModel(file.model, columns: file.columns)
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
  ///
  /// - Parameter chosen: columns that somebody chose.
  private static func withoutGroups(_ table: DataTable, but chosen: [String] = []) -> DataTable {
    let groups = table.columnNames.filter { GroupColumns.names.contains($0.lowercased()) && !chosen.contains($0) }
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
