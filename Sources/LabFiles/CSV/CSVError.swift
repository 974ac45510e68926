/// Why a table could not be read. Each description is one sentence that says what to do.
///
/// Lines are lines of the file and columns are columns of the file, both counted from 1. `name` is the file's.
public enum CSVError: Error, Sendable, Equatable, CustomStringConvertible {
  case unreadable(FileError)
  case notACSV(name: String, looksLike: String)
  case empty(name: String)
  case noNumbers(name: String)
  case notANumber(name: String, line: Int, column: Int, text: String)
  /// `rows` rows have no value in a column that is read; the first such cell says `text`, often nothing.
  case missingValue(name: String, line: Int, column: Int, text: String, rows: Int)
  /// Every row has a missing value.
  case nothingComplete(name: String)
  /// `rows` rows differ from the first row's `expected` cells; the first of them is at `line` with `cells` cells.
  case raggedRows(name: String, line: Int, cells: Int, expected: Int, rows: Int)
  case strayQuote(name: String, line: Int)
  case unclosedQuote(name: String, line: Int)
  case tooLarge(name: String, limit: String)
  case unknownColumn(column: String, available: [String])
  case columnWithoutNumbers(column: String)
  case repeatedColumn(column: String)
  /// A column of numbers has another decimal mark than the one in force, and `text` is the first of them.
  case otherDecimalMark(name: String, line: Int, column: Int, text: String, separator: UInt8)
  /// No comma, semicolon or tab, but spaces between the cells.
  case separatedBySpaces(name: String)
  /// The column with the groups of the rows is one of those to be read as numbers.
  case labelsAreRead(column: String)
  case cancelled(name: String)

  /// Whether a cell of a column that was read is at fault: with other columns the table may do.
  public var isAboutACell: Bool {
    switch self {
    case .notANumber, .missingValue, .nothingComplete: true
    case .unreadable, .notACSV, .empty, .noNumbers, .raggedRows, .strayQuote, .unclosedQuote, .tooLarge, .unknownColumn,
      .columnWithoutNumbers, .repeatedColumn, .otherDecimalMark, .separatedBySpaces, .labelsAreRead, .cancelled:
      false
    }
  }

  public var description: String {
    switch self {
    case .unreadable(let error):
      error.description
    case .notACSV(let name, CSVFormat.json):
      "'\(name)' is no table (looks like \(CSVFormat.json)); name a table here, and scenes by their files"
    case .notACSV(let name, let looksLike):
      "'\(name)' is not a CSV (looks like \(looksLike)); export the table as CSV in UTF-8 and open that"
    case .empty(let name):
      "'\(name)' is empty; choose a file with at least one row of numbers"
    case .noNumbers(let name):
      "no column of '\(name)' holds numbers; write rows of numbers separated by commas, semicolons or tabs"
    case .notANumber(let name, let line, let column, let text):
      "line \(line), column \(column) of '\(name)': '\(text)' is not a number; correct it, remove the line or choose "
        + "other columns"
    case .missingValue(let name, let line, let column, let text, let rows):
      "line \(line), column \(column) of '\(name)': " + (text.isEmpty ? "the cell is empty" : "'\(text)' is no value")
        + (rows == 1 ? "" : " (\(rows) such rows)") + "; fill it in, or leave such rows out with --missing drop"
    case .nothingComplete(let name):
      "every row of '\(name)' has a missing value; choose columns with fewer of them"
    case .raggedRows(let name, let line, let cells, let expected, let rows):
      "line \(line) of '\(name)' has \(cells) \(cells == 1 ? "cell" : "cells") where the first row has \(expected)"
        + (rows == 1 ? "" : " (\(rows) such lines)") + "; give every line the same number of cells"
    case .strayQuote(let name, let line):
      "line \(line) of '\(name)': a quotation mark stands inside a cell; remove it or put the whole cell in quotation "
        + "marks"
    case .unclosedQuote(let name, let line):
      "line \(line) of '\(name)': a quotation mark is never closed; close it or remove it"
    case .tooLarge(let name, let limit):
      "'\(name)' has more than \(limit); keep fewer rows or columns of it"
    case .unknownColumn(let column, let available):
      "there is no column '\(column.forOneLine())'; choose from \(Self.list(available))"
    case .columnWithoutNumbers(let column):
      "column '\(column)' holds no numbers; choose another"
    case .repeatedColumn(let column):
      "column '\(column)' is chosen twice; name it once"
    case .otherDecimalMark(let name, let line, let column, let text, let separator):
      "line \(line), column \(column) of '\(name)': '\(text)' has "
        + (!text.contains(",")
          ? "a decimal point where other columns have commas; write the same mark everywhere"
          : separator == UInt8(ascii: ",")
            ? "a comma in it; write decimal points and no thousands separators, or separate the cells with semicolons"
            : "a decimal comma where other columns have points; write the same mark everywhere")
    case .separatedBySpaces(let name):
      "the cells of '\(name)' seem to be separated by spaces; separate them with commas, semicolons or tabs, as R's "
        + "write.csv does"
    case .labelsAreRead(let column):
      "column '\(column)' is used by the model; name another with --truth"
    case .cancelled(let name):
      "reading '\(name)' was cancelled; open it again to read all of it"
    }
  }

  /// A dozen names; those with a comma in quotation marks, since they have to be chosen by an option of their own.
  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(12).map { $0.contains(",") ? "'\($0)'" : $0 }.joined(separator: ", ")
    return names.count > 12 ? "\(shown) and \(names.count - 12) more" : shown
  }
}
