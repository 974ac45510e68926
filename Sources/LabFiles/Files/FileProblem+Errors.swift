import LabCore

extension CSVError {
  /// The error as the window knows it; `nil` where the reading was cancelled on purpose.
  public var problem: FileProblem? {
    switch self {
    case .unreadable(let error): error.problem
    case .notACSV(let name, let looksLike): .notATable(name: name, looksLike: looksLike)
    case .empty(let name): .empty(name: name)
    case .noNumbers(let name): .noNumbers(name: name)
    case .notANumber(_, let line, let column, let text): .notANumber(line: line, column: column, text: text)
    case .missingValue(_, let line, let column, let text, _):
      text.isEmpty
        ? .emptyCell(line: line, column: column) : .notANumber(line: line, column: column, text: text)
    case .raggedRows(_, let line, let cells, let expected, let rows):
      .raggedRows(line: line, cells: cells, expected: expected, rows: rows)
    case .strayQuote(_, let line): .strayQuote(line: line)
    case .unclosedQuote(_, let line): .unclosedQuote(line: line)
    case .tooLarge(let name, let limit): .tooLarge(name: name, limit: limit)
    case .nothingComplete(let name): .nothingComplete(name: name)
    case .unknownColumn, .columnWithoutNumbers, .repeatedColumn, .otherDecimalMark, .separatedBySpaces, .labelsAreRead:
      .other(description)
    case .cancelled: nil
    }
  }
}

extension FileError {
  /// The error as the window knows it.
  public var problem: FileProblem {
    switch self {
    case .missing(let path): .missing(path: path)
    case .isFolder(let path): .isFolder(path: path)
    case .noPermission(let path): .noPermission(path: path)
    case .notReadable(let path, let reason): .notReadable(path: path, reason: reason)
    case .noFolder, .notWritable, .diskFull, .fileTooLarge, .writeProtected, .notPassedOn, .isInput, .isStandardOutput,
      .readsItsOutput, .otherKind, .wrongExtension, .exists, .changedMeanwhile, .newer, .notSaved, .notUsable:
      .other(description)
    }
  }
}
