import GaussianMixtures
import LabFiles

/// The columns that a model or a start belongs to: a table is matched to them by name.
struct ModelColumns {
  /// Where they come from, for messages.
  let file: String
  /// D names; empty if unknown.
  let names: [String]
  let dimensions: Int

  /// What to read of a table: the columns asked for, else those of the model.
  func request(_ choice: ColumnOptions, labels: String? = nil) -> TableRequest {
    var request = choice.request
    request.labels = labels
    if choice.columns.isEmpty, !names.isEmpty { request.columns = names }
    return request
  }

  /// The table with its columns in the order of the model, read by `read`; in the order asked for, if any, where
  /// `keepsOrder` says so.
  func table(
    _ choice: ColumnOptions, labels: String? = nil, keepsOrder: Bool = false, read: (TableRequest) throws -> DataTable
  ) throws -> DataTable {
    let table: DataTable
    do {
      table = try read(request(choice, labels: labels))
    } catch CSVError.unknownColumn(let column, _) where choice.columns.isEmpty && names.contains(column) {
      throw Failure(
        "there is no column '\(column)', which \(Format.input(file)) was fitted to; choose the columns that stand for "
          + "\(Format.list(names)) with --columns")
    }
    guard table.columns.count == dimensions else {
      throw Failure(
        "\(Format.input(file)) has \(Format.count(dimensions, "dimension")) and \(table.name) \(table.columns.count) "
          + "(\(Format.list(table.columnNames))); choose \(dimensions) with --columns")
    }
    let ordered = try ordered(table)
    return keepsOrder && !choice.columns.isEmpty ? table : ordered
  }

  /// Matched by name. Columns of other names, chosen where the model's are not there, are taken in the order given.
  private func ordered(_ table: DataTable) throws -> DataTable {
    let order = names.compactMap(ColumnLookup(table.columnNames).index)
    if names.isEmpty { return table }
    if order.count == names.count, Set(order).count == names.count {
      var result = table
      result.columnNames = order.map { table.columnNames[$0] }
      result.columns = order.map { table.columns[$0] }
      return result
    }
    guard order.isEmpty, !names.allSatisfy(table.fileColumns.contains) else {
      throw Failure(
        "\(Format.input(file)) was fitted to \(Format.list(names)), not to \(Format.list(table.columnNames)); leave out --columns "
          + "or choose those")
    }
    var result = table
    result.notices.append("\(Format.list(table.columnNames)) taken for \(Format.list(names)) of the model")
    return result
  }
}

extension ModelFile {
  func columns(of path: String) -> ModelColumns {
    ModelColumns(file: path, names: columns, dimensions: model.dimensions)
  }
}
