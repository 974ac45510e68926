import GaussianMixtures
import LabCore

/// What the window says of errors. Components have their letters here, and advice names what the window has.
extension Words {
  public func text(_ problem: EngineProblem) -> String { text(problem.error, letters: problem.letters) }

  public func text(_ error: MixtureError, letters: [Int]) -> String {
    func name(_ component: Int) -> String {
      ComponentName.letter(letters.indices.contains(component) ? letters[component] : component)
    }
    return switch error {
    case .noPoints: self(.noPoints)
    case .noDimensions: self(.noColumns)
    case .valueNotFinite(let row, let column): self(.rowNotFinite(row: row + 1, column: column + 1))
    case .sampleWeightInvalid(let row): self(.sampleWeightUnusable(row: row + 1))
    case .columnTooLarge(let column): self(.columnTooLarge(column: column + 1))
    case .columnTooFine(let column): self(.columnTooFine(column: column + 1))
    case .tooFewPoints(let points, let components): self(.tooFewPoints(points: points, components: components))
    case .covarianceNotPositiveDefinite(let component): self(.flatComponent(component: name(component)))
    case .pointOutOfReach(let row): self(.outOfReach(point: row + 1))
    case .collapsed(let component, let iteration):
      self(.collapsedIn(component: name(component), iteration: iteration))
    case .sharedCovarianceCollapsed(let iteration): self(.sharedCollapsedIn(iteration: iteration))
    case .optionOutOfRange(let option, let allowed): self(.optionOutOfRange(option: option, allowed: allowed))
    case .cancelled: self(.wasCancelled)
    // Nothing that the window offers leads here.
    case .raggedRow, .raggedColumn, .sampleWeightCount, .noComponents, .componentCounts, .meanLength, .meanNotFinite,
      .weightInvalid, .weightsSum, .covarianceShape, .covarianceNotFinite, .covarianceNotSymmetric, .dimensionMismatch,
      .componentMismatch, .unreadableModel, .labelCounts:
      self(.parametersUnusable)
    }
  }

  public func text(_ problem: FileProblem) -> String {
    switch problem {
    case .missing(let path): self(.fileMissing(path: path))
    case .isFolder(let path): self(.fileIsFolder(path: path))
    case .notAFile(let path): self(.notAFile(path: path))
    case .noPermission(let path): self(.noPermission(path: path))
    case .notReadable(let path, let reason): self(.notReadable(path: path, reason: reason))
    case .notAScene(let path, let field): self(.sceneUnusable(path: path, field: field))
    case .notATable(let name, let kind): self(.notATable(name: name, kind: kind))
    case .empty(let name): self(.fileEmpty(name: name))
    case .noNumbers(let name): self(.noNumbers(name: name))
    case .oneColumn(let name): self(.oneColumn(name: name))
    case .nothingComplete(let name): self(.nothingComplete(name: name))
    case .notANumber(let line, let column, let text): self(.notANumber(line: line, column: column, text: text))
    case .emptyCell(let line, let column): self(.emptyCell(line: line, column: column))
    case .raggedRows(let line, let cells, let expected, let rows):
      rows == 1
        ? self(.raggedLine(line: line, cells: cells, expected: expected))
        : self(.raggedLines(line: line, cells: cells, expected: expected, lines: rows))
    case .strayQuote(let line): self(.strayQuote(line: line))
    case .unclosedQuote(let line): self(.unclosedQuote(line: line))
    case .tooLarge(let name, let limit): self(.fileTooLarge(name: name, limit: limit))
    case .other(let words): words.asSentence
    }
  }

  public func text(_ problem: SaveProblem) -> String {
    switch problem {
    case .exists: self(.existsAlready)
    case .changedMeanwhile: self(.changedMeanwhile)
    case .other(let words): words.asSentence
    }
  }

  /// What the window calls the data on show.
  public func title(_ document: Document) -> String {
    let name = name(document.name)
    return document.isEdited ? self(.editedData(name: name)) : name
  }

  /// How many points there are, and of data with more than two columns, how many of these the model has.
  public func counts(_ document: Document) -> String {
    let counts = columnCounts(document)
    return document.rowsLeftOut > 0 ? self(.pointsLeftOut(counts: counts, rows: document.rowsLeftOut)) : counts
  }

  private func columnCounts(_ document: Document) -> String {
    let points = document.points.count
    guard let choice = document.points.choice else { return self(.pointCount(count: points)) }
    let (fitted, all) = (choice.fitted.count, document.columnNames.count)
    let counts =
      fitted == all
      ? self(.pointsAndColumns(points: points, columns: all))
      : self(.pointsAndSome(points: points, columns: fitted, all: all))
    return choice.isStandardized ? self(.scaledPoints(counts: counts)) : counts
  }

  /// What the axes are called, across and up.
  public func axisNames(_ document: Document) -> [String] {
    guard document.points.choice?.isStandardized == true else { return document.axisNames }
    return document.axisNames.map { self(.scaledColumn(column: $0)) }
  }

  /// What the data are called.
  public func name(_ data: DataName) -> String {
    switch data {
    case .example(let example): name(example)
    case .shipped(.oldFaithful): self(.oldFaithful)
    case .shipped(.iris): self(.iris)
    case .file(let name): name
    case .mystery(let number): self(.mysteryName(number: String(number)))
    }
  }
}

extension String {
  /// What a console says after the program's name begins like a sentence in the window.
  fileprivate var asSentence: String { prefix(1).uppercased() + dropFirst() }
}
