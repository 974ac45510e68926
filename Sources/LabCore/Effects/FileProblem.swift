/// Why a file could not be opened. Lines and columns are those of the file, counted from 1.
public enum FileProblem: Error, Sendable, Equatable {
  // The file
  case missing(path: String)
  case isFolder(path: String)
  /// A pipe, a socket or a device, which may never end or never answer.
  case notAFile(path: String)
  case noPermission(path: String)
  case notReadable(path: String, reason: String)

  /// A scene that says what cannot be, in this field.
  case notAScene(path: String, field: String)

  // The table
  case notATable(name: String, looksLike: String)
  case empty(name: String)
  case noNumbers(name: String)
  case oneColumn(name: String)
  /// Every row lacks a value in a column that is read.
  case nothingComplete(name: String)
  case notANumber(line: Int, column: Int, text: String)
  case emptyCell(line: Int, column: Int)
  /// `rows` rows differ from the first row's `expected` cells; the first of them is at `line` with `cells` cells.
  case raggedRows(line: Int, cells: Int, expected: Int, rows: Int)
  case strayQuote(line: Int)
  case unclosedQuote(line: Int)
  case tooLarge(name: String, limit: String)
  /// What opening a file in the window does not lead to, in the words of whoever found it.
  case other(String)

  /// Whether it is about some rows, without which the table may do.
  var isAboutRows: Bool {
    switch self {
    case .notANumber, .emptyCell: true
    case .missing, .isFolder, .notAFile, .noPermission, .notReadable, .notAScene, .notATable, .empty, .noNumbers,
      .oneColumn, .nothingComplete, .raggedRows, .strayQuote, .unclosedQuote, .tooLarge, .other:
      false
    }
  }
}
