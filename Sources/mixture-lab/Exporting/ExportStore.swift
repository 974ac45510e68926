import Glibc
import LabCore
import LabFiles
import LabView
import Rasterizer

/// Writes what the window exports. Nothing of another kind is replaced, and a file of the same kind only when that was
/// confirmed.
enum ExportStore {
  static func export(
    _ request: ExportRequest, font: String?, progress: (ExportProgress) -> Bool
  ) -> Answer.Outcome {
    let path = SceneStore.expanded(request.path)
    do {
      let output = try OutputFile(path, content(request.settings.kind), inputs: [])
      guard request.replaces || FileIdentity(path: path) == nil else { return .notExported(.exists(path: path)) }
      try write(request, to: output.path, font: font, progress)
      return .exported(path: request.path, bytes: size(path))
    } catch {
      return .notExported(.other("\(error)"))
    }
  }

  private static func content(_ kind: Export.Kind) -> OutputFile.Content {
    switch kind {
    case .picture, .sheet: .picture
    case .animation: .animation
    case .data: .table
    case .model: .model
    case .handIn: .handIn
    }
  }

  private static func write(
    _ request: ExportRequest, to path: String, font: String?, _ progress: (ExportProgress) -> Bool
  ) throws {
    let (exhibit, settings) = (request.exhibit, request.settings)
    switch settings.kind {
    case .picture, .sheet:
      let picture = ExportPainter(font: LabOptions.textSource(font)).draw(exhibit, settings)
      if progress(ExportProgress(done: 1, total: 2, bytes: 0)) { try PNGFile.write(picture, to: path) }
    case .animation:
      let film = settings.film(exhibit)
      let painter = ExportPainter(font: LabOptions.textSource(font))
      _ = try AnimationFile.write(film, to: path, progress: progress) { painter.draw($0, of: film, settings) }
    case .handIn: try HandInStore.write(request, to: path)
    case .data: try writePoints(exhibit, settings, to: path, progress)
    case .model:
      let file = ModelFile(shownIn: exhibit)
      // In units of the file a covariance may be too small or too large for numbers.
      try file.model.validate()
      try file.write(to: path)
    }
  }

  /// The points in the units of their file, all columns of it, with what the model says about each, under the names that
  /// `classify --append` gives them: never one twice.
  private static func writePoints(
    _ exhibit: LabState, _ settings: Export, to path: String, _ progress: (ExportProgress) -> Bool
  ) throws {
    let columns = exhibit.document.points.fileColumns
    let count = exhibit.document.points.count
    let facts = try facts(exhibit, settings)
    var text = CSVFile.line(of: CSVFile.names(of: exhibit.document.columnNames, adding: facts.names))
    for row in 0..<count {
      let values = try columns.map { $0[row] } + facts.values(row)
      text += CSVFile.line(of: values.map(CSVFile.number))
      if row % 4096 == 4095 {
        guard progress(ExportProgress(done: row, total: count, bytes: text.utf8.count)) else { return }
      }
    }
    try AtomicFile.write(text, to: path)
  }

  /// What stands beside the coordinates of each point.
  private static func facts(
    _ exhibit: LabState, _ settings: Export
  ) throws -> (names: [String], values: (Int) throws -> [Double]) {
    let document = exhibit.document
    switch exhibit.pointFacts {
    case .nothing: return ([], { _ in [] })
    case .owner:
      let labels = try document.runs.shown.owners?.labels(of: document.points) ?? []
      return (["label"], { [Double(labels[$0])] })
    case .density:
      let fitted = DataTable(
        name: "", columnNames: document.modelColumnNames, columns: document.points.fittedFileColumns)
      let classes = Classes(
        of: fitted, by: document.points.inFileUnits(document.runs.shown.model),
        uncertainty: settings.hasUncertainty, responsibilities: settings.hasResponsibilities)
      return (classes.names, classes.values(of:))
    }
  }

  private static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}

extension ModelFile {
  /// The mixture on show, with the run that led there.
  fileprivate init(shownIn state: LabState) {
    let document = state.document
    let runs = document.runs
    let points = document.points
    let steps = runs.current.steps.prefix(runs.cursor + 1)
    self.init(
      model: points.inFileUnits(runs.shown.model), columns: document.modelColumnNames, points: points.count)
    identities = runs.shown.identities
    logLikelihood = runs.shown.logLikelihood.map(points.inFileUnits(logLikelihood:))
    // A run may begin with an E-step, or after an M-step: those are its start.
    let iterations = steps.dropFirst().count { $0.kind == .maximization }
    trace = runs.current.trace.prefix(iterations + 1).map(points.inFileUnits(logLikelihood:))
    switch state.shownEnd {
    case .converged: end = .converged
    case .iterationLimit: end = .iterationLimit
    case .cancelled, .failed: end = .cancelled
    case nil: end = nil
    }
    events = steps.flatMap(\.events)
    floored = runs.shown.floored
    // A run that goes on on other points cannot be had again from the seed.
    seed = document.activeLane.seedOfRun
  }
}

extension Document {
  /// The columns that the model is fitted to, by name.
  fileprivate var modelColumnNames: [String] {
    points.choice.map { $0.fitted.map(columnName) } ?? columnNames
  }
}
