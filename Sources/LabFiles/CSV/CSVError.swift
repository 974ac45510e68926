/// Why a table could not be read. Each description is one sentence that says what to do.
///
/// Lines are lines of the file and columns are columns of the file, both counted from 1.
public enum CSVError: Error, Sendable, Equatable, CustomStringConvertible {
  case unreadable(FileError)
  case notACSV(name: String, looksLike: String)
  case empty(name: String)
  case noNumbers(name: String)
  case notANumber(line: Int, column: Int, text: String)
  case emptyCell(line: Int, column: Int)
  /// `rows` rows differ from the first row's `expected` cells; the first of them is at `line` with `cells` cells.
  case raggedRows(line: Int, cells: Int, expected: Int, rows: Int)
  case strayQuote(line: Int)
  case unclosedQuote(line: Int)
  case tooLarge(name: String, limit: String)
  case unknownColumn(column: String, available: [String])
  case columnWithoutNumbers(column: String, available: [String])
  case cancelled(name: String)

  public var description: String {
    switch self {
    case .unreadable(let error):
      error.description
    case .notACSV(let name, let looksLike):
      "'\(name)' is not a CSV (looks like \(looksLike)); export the table as CSV in UTF-8 and open that"
    case .empty(let name):
      "'\(name)' is empty; choose a file with at least one row of numbers"
    case .noNumbers(let name):
      "no column of '\(name)' holds numbers; write rows of numbers separated by commas, semicolons or tabs"
    case .notANumber(let line, let column, let text):
      "line \(line), column \(column): '\(text)' is not a number; correct it or remove the line"
    case .emptyCell(let line, let column):
      "line \(line), column \(column): the cell is empty; fill it in or remove the line"
    case .raggedRows(let line, let cells, let expected, let rows):
      "line \(line) has \(cells) \(cells == 1 ? "cell" : "cells") where the first row has \(expected)"
        + (rows == 1 ? "" : " (\(rows) such lines)") + "; give every line the same number of cells"
    case .strayQuote(let line):
      "line \(line): a quotation mark stands inside a cell; remove it or put the whole cell in quotation marks"
    case .unclosedQuote(let line):
      "line \(line): a quotation mark is never closed; close it or remove it"
    case .tooLarge(let name, let limit):
      "'\(name)' has more than \(limit); keep fewer rows or columns of it"
    case .unknownColumn(let column, let available):
      "there is no column '\(column)'; choose from \(available.joined(separator: ", "))"
    case .columnWithoutNumbers(let column, let available):
      "column '\(column)' holds no numbers; choose from \(available.joined(separator: ", "))"
    case .cancelled(let name):
      "reading '\(name)' was cancelled; open it again to read all of it"
    }
  }
}
