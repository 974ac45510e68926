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
    case .data: try writePoints(exhibit, settings, to: path, progress)
    case .model: try ModelFile(shownIn: exhibit).write(to: path)
    }
  }

  /// The points with what the model says about each, as `classify` prints them.
  private static func writePoints(
    _ exhibit: LabState, _ settings: Export, to path: String, _ progress: (ExportProgress) -> Bool
  ) throws {
    let table = DataTable(
      name: path, columnNames: exhibit.document.modelColumnNames, columns: exhibit.document.points.columns)
    let isOwned = exhibit.document.hasModel && exhibit.layers.shows(.model)
    let classes =
      isOwned
      ? Classes(
        of: table, by: exhibit.document.runs.shown.model, uncertainty: settings.hasUncertainty,
        responsibilities: settings.hasResponsibilities) : nil
    var text = CSVFile.line(of: table.columnNames + (classes?.names ?? []))
    for row in 0..<table.rowCount {
      let values = try table.columns.map { $0[row] } + (classes?.values(of: row) ?? [])
      text += CSVFile.line(of: values.map(CSVFile.number))
      if row % 4096 == 4095 {
        let done = ExportProgress(done: row, total: table.rowCount, bytes: text.utf8.count)
        guard progress(done) else { return }
      }
    }
    try AtomicFile.write(text, to: path)
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
    let steps = runs.current.steps.prefix(runs.cursor + 1)
    self.init(model: runs.shown.model, columns: document.modelColumnNames, points: document.points.count)
    identities = runs.shown.identities
    logLikelihood = runs.shown.logLikelihood
    trace = steps.filter { $0.kind != .expectation }.compactMap(\.logLikelihood)
    switch state.shownEnd {
    case .converged: end = .converged
    case .iterationLimit: end = .iterationLimit
    case .cancelled, .failed, nil: end = .cancelled
    }
    events = steps.flatMap(\.events)
    floored = runs.shown.floored
    seed = document.startOrigin == .seeded ? document.startSeed : nil
  }
}

extension Document {
  /// The columns that the model is fitted to, by name.
  fileprivate var modelColumnNames: [String] {
    points.choice.map { $0.fitted.map(columnName) } ?? columnNames
  }
}
