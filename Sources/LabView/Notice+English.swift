import GaussianMixtures
import LabCore

// The English of typed notices, until the window's words have a room of their own.

extension Notice {
  public var sentence: String {
    switch self {
    case .pointsCleared: "All points cleared"
    case .adopted(let family, let components):
      "Adopted: \(family.rawValue), \(components) component\(components == 1 ? "" : "s")"
    case .rescued(let rescue): rescue.sentence
    case .engine(let problem): problem.sentence
    case .blocked(let reason): reason.sentence
    case .runIsOver: "This run is over: Home restarts it, N draws a new start"
    case .tooManyComponents(let limit): "No more than \(limit) components fit in the window"
    case .lastComponent: "A mixture needs at least one component"
    case .noFamilyChosen: "Choose at least one family to try"
    case .searchFailed(let error): error.description
    case .cannotOpen(let problem): problem.sentence
    case .projectorHasOwnColors: "Projector mode has colors of its own; P leaves it"
    case .startNotDrawn(let error): error.description
    case .viewIsAtItsEnd: "The view ends here: F shows all the data"
    }
  }
}

extension BlockedReason {
  public var sentence: String {
    switch self {
    case .noPoints: "No points yet: click the canvas to add some"
    case .needMorePoints(let missing, let components):
      "Add \(missing) more point\(missing == 1 ? "" : "s"): \(components) components need at least \(components)"
    case .engine(let problem): problem.sentence
    }
  }
}

extension EngineProblem {
  public var sentence: String {
    func name(_ component: Int) -> String {
      ComponentName.letter(letters.indices.contains(component) ? letters[component] : component)
    }
    return switch error {
    case .collapsed(let component, let iteration):
      "\(name(component)) collapsed in iteration \(iteration); set a floor above 0 or use fewer components"
    case .covarianceNotPositiveDefinite(let component):
      "The ellipse of \(name(component)) has no area; widen it in every direction"
    default: error.description
    }
  }
}

extension Rescue {
  var sentence: String {
    let names = letters.map(ComponentName.letter)
    let list =
      names.count > 1 ? names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "") : names.first ?? ""
    return EMEvent(iteration: 0, component: 0, kind: kind, reason: reason, points: points)
      .message(componentName: list)
  }
}

extension FileProblem {
  public var sentence: String {
    switch self {
    case .missing(let path): "there is no file '\(path)'; check the name and the folder"
    case .isFolder(let path): "'\(path)' is a folder; name a file in it"
    case .notAFile(let path): "'\(path)' is no ordinary file; save what it holds to one and open that"
    case .noPermission(let path): "cannot read '\(path)' (no permission); check its permissions or use a copy"
    case .notReadable(let path, let reason):
      "cannot read '\(path)' (\(reason)); check its permissions or use a copy"
    case .notATable(let name, let looksLike):
      "'\(name)' is not a CSV (looks like \(looksLike)); export the table as CSV in UTF-8 and open that"
    case .empty(let name): "'\(name)' is empty; choose a file with at least one row of numbers"
    case .noNumbers(let name):
      "no column of '\(name)' holds numbers; write rows of numbers separated by commas, semicolons or tabs"
    case .oneColumn(let name):
      "\(name) has one column of numbers and a picture needs two; add a column"
    case .notANumber(let line, let column, let text):
      "line \(line), column \(column): '\(text)' is not a number; correct it or remove the line"
    case .emptyCell(let line, let column):
      "line \(line), column \(column): the cell is empty; fill it in or remove the line"
    case .raggedRows(let line, let cells, let expected, let rows):
      "line \(line) has \(cells) \(cells == 1 ? "cell" : "cells") where the first row has \(expected)"
        + (rows == 1 ? "" : " (\(rows) such lines)") + "; give every line the same number of cells"
    case .strayQuote(let line):
      "line \(line): a quotation mark stands inside a cell; remove it or put the whole cell in quotation marks"
    case .unclosedQuote(let line): "line \(line): a quotation mark is never closed; close it or remove it"
    case .tooLarge(let name, let limit): "'\(name)' has more than \(limit); keep fewer rows or columns of it"
    case .other(let sentence): sentence
    }
  }
}

extension Announcement {
  public var text: String { notice.sentence }
}

extension DataName {
  public var title: String {
    switch self {
    case .example(.threeClusters): "Three clusters"
    case .example(.crossing): "Two crossing lines"
    case .example(.nested): "Small inside large"
    case .example(.ring): "A ring (not Gaussian)"
    case .example(.empty): "Empty canvas"
    case .file(let name): name
    }
  }
}
