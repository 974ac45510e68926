import Foundation
import GaussianMixtures
import LabFiles
import Rasterizer
import Testing

@testable import LabCore
@testable import mixture_lab

/// What the window writes when something is exported.
@Suite struct ExportStoreTests {
  /// What a window asks for that exports this kind after a run.
  private static func request(
    _ kind: Export.Kind, to path: String, _ changes: ExportChange..., prepare: (inout LabState) -> Void = { _ in }
  ) throws -> ExportRequest {
    var state = LabState()
    state.apply(.shell(.resize(width: 640, height: 480, pixelRatio: 1)))
    state.performPendingWork()
    state.apply(.run(.runToConvergence))
    state.performPendingWork()
    prepare(&state)
    state.apply(.interface(.toggleOverlay(.export)))
    for change in [.kind(kind), .size(.small), .scale(1), .speed(Speed(index: 5))] + changes {
      state.apply(.export(.set(change)))
    }
    state.apply(.export(.setLast(4)))
    while !state.exportName.isEmpty { state.apply(.export(.erase)) }
    state.apply(.export(.type(path)))
    state.apply(.export(.write))
    guard case .export(let request) = state.effects.last?.task else {
      throw FileError.notUsable(path: path, problem: "was not asked for", advice: "ask")
    }
    return request
  }

  private static func export(_ request: ExportRequest, progress: (ExportProgress) -> Bool = { _ in true })
    -> Answer.Outcome
  { ExportStore.export(request, font: nil, progress: progress) }

  @Test(arguments: Export.Kind.allCases.filter { $0 != .handIn })
  func everyKindIsWrittenAndReplacesOnlyItsOwn(_ kind: Export.Kind) throws {
    try Program.withFolder { folder in
      let path = "\(folder)/out.\(kind.fileExtension)"
      let request = try Self.request(kind, to: path)
      guard case .exported(path, let bytes) = Self.export(request) else {
        Issue.record("\(kind) was not written")
        return
      }
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(bytes == data.count && bytes > 100)
      // Once more: only when it is confirmed.
      #expect(Self.export(request) == .notExported(.exists(path: path)))
      let again = ExportRequest(
        exhibit: request.exhibit, settings: request.settings, path: path, replaces: true)
      guard case .exported = Self.export(again) else {
        Issue.record("\(kind) was not replaced")
        return
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == data)
      // Never what is of another kind.
      try Data([0, 1, 2, 3]).write(to: URL(fileURLWithPath: path))
      guard case .notExported(.other(let words)) = Self.export(again) else {
        Issue.record("something else was replaced")
        return
      }
      #expect(words.contains("binary data"))
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data([0, 1, 2, 3]))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
    }
  }

  @Test func cancelledNothingIsLeft() throws {
    try Program.withFolder { folder in
      let request = try Self.request(.animation, to: folder + "/out.gif")
      var calls = 0
      _ = Self.export(request) { _ in
        calls += 1
        return calls < 8
      }
      #expect(calls == 8)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test func theModelIsTheOneThatFitWrites() throws {
    try Program.withFolder { folder in
      let path = folder + "/model.json"
      let request = try Self.request(.model, to: path)
      guard case .exported = Self.export(request) else {
        Issue.record("no model")
        return
      }
      let file = try ModelFile.read(path)
      let runs = request.exhibit.document.runs
      #expect(file.model == runs.shown.model && file.end == .converged)
      #expect(file.trace == runs.current.trace && file.logLikelihood == runs.shown.logLikelihood)
      #expect(file.points == request.exhibit.document.points.count)
    }
  }

  @Test func theTableHasARowForEachPoint() throws {
    try Program.withFolder { folder in
      let path = folder + "/points.csv"
      guard case .exported = Self.export(try Self.request(.data, to: path)) else {
        Issue.record("no table")
        return
      }
      let table = try CSVFile.read(path)
      #expect(
        table.columnNames == ["x", "y", "label", "logDensity", "uncertainty"] + (0..<3).map { "responsibility\($0)" })
      #expect(table.rowCount == 150)
      for row in 0..<table.rowCount {
        let shares = table.columns[5...].map { $0[row] }
        #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
        #expect(abs(table.columns[4][row] - (1 - (shares.max() ?? 0))) < 1e-12)
      }
      guard
        case .exported = Self.export(
          try Self.request(.data, to: folder + "/few.csv", .responsibilities(false), .uncertainty(false)))
      else {
        Issue.record("no table")
        return
      }
      #expect(try CSVFile.read(folder + "/few.csv").columnNames == ["x", "y", "label", "logDensity"])
    }
  }

  /// A column of the file keeps its name; what is added has another, as `classify --append` gives it.
  @Test func noNameStandsTwice() throws {
    try Program.withFolder { folder in
      let path = folder + "/t.csv"
      let request = try Self.request(.data, to: path) { state in
        let rows = (0..<20).map { Double($0) }
        state = LabState(
          source: DataSource(
            name: .file("t"), columnNames: ["a", "label"], columns: [rows, rows.map { $0 * $0 }], choice: nil,
            aspect: .independent), componentCount: 1, seed: 1, options: EMOptions())
        state.performPendingWork()
        state.apply(.run(.stepIteration))
        state.performPendingWork()
      }
      guard case .exported = Self.export(request) else {
        Issue.record("no table")
        return
      }
      let header = try String(contentsOfFile: path, encoding: .utf8).prefix { $0 != "\n" }
      #expect(header == "a,label,label (2),logDensity,uncertainty,responsibility0", "\(header)")
    }
  }

  /// Under the names of the file's columns stand the numbers of the file, and the model is one of them.
  @Test func scaledColumnsAreWrittenInTheUnitsOfTheFile() throws {
    let rows = (0..<60).map { (group: Double($0 % 2), place: Double($0 * 7 % 11)) }
    let columns: [[Double]] = [
      rows.map { 100 + 30 * $0.group + $0.place }, rows.map { $0.place },
      rows.map { 0.01 * $0.group + 0.0005 * $0.place },
    ]
    func prepare(_ state: inout LabState) {
      let source = DataSource(
        name: .file("t"), columnNames: ["a", "b", "c"], columns: columns, choice: nil, aspect: .independent)
      state = LabState(source: source, componentCount: 2, seed: 1, options: EMOptions(family: .spherical))
      let commands: [Command] = [
        .columns(.toggle(1)), .columns(.setStandardized(true)), .run(.runToConvergence),
      ]
      state.performPendingWork()
      for command in commands {
        state.apply(command)
        state.performPendingWork()
      }
    }
    try Program.withFolder { folder in
      for (kind, path) in [(Export.Kind.data, "/t.csv"), (.model, "/m.json")] {
        guard case .exported = Self.export(try Self.request(kind, to: folder + path, prepare: prepare)) else {
          Issue.record("no \(kind)")
          return
        }
      }
      let table = try CSVFile.read(folder + "/t.csv")
      #expect(Array(table.columnNames.prefix(5)) == ["a", "b", "c", "label", "logDensity"])
      #expect(Array(table.columns.prefix(3)) == columns)
      let file = try ModelFile.read(folder + "/m.json")
      #expect(file.columns == ["a", "c"] && file.model.family == .diagonal && file.end == .converged)
      let densities = try file.model.logDensities(of: Dataset(columns: [columns[0], columns[2]]))
      for (row, density) in densities.enumerated() { #expect(abs(table.columns[4][row] - density) < 1e-9) }
      let value = try #require(file.logLikelihood)
      #expect(abs(densities.reduce(0, +) - value) < 1e-6 && file.trace.last == value)
      // The two groups are far apart in both.
      #expect(Set((0..<60).map { [table.columns[3][$0], Double($0 % 2)] }).count == 2)
    }
  }

  /// k-means knows who owns each point, and no shares.
  @Test func theTableOfKMeansHasItsOwners() throws {
    try Program.withFolder { folder in
      let path = folder + "/k.csv"
      let request = try Self.request(.data, to: path) { state in
        for command: Command in [
          .lanes(.compare(.kMeans)), .lanes(.keepOnly(1)), .run(.runToConvergence),
        ] {
          state.apply(command)
          state.performPendingWork()
        }
      }
      guard case .exported = Self.export(request) else {
        Issue.record("no table")
        return
      }
      let table = try CSVFile.read(path)
      #expect(table.columnNames == ["x", "y", "label"])
      let means = request.exhibit.document.runs.shown.model.means
      for row in 0..<table.rowCount {
        func distance(_ k: Int) -> Double {
          let (dx, dy) = (table.columns[0][row] - means[k][0], table.columns[1][row] - means[k][1])
          return dx * dx + dy * dy
        }
        #expect(means.indices.min { distance($0) < distance($1) }.map(Double.init) == table.columns[2][row])
      }
    }
  }

  /// A run that goes on from an E-step has its start there, and one that can go on has not stopped.
  @Test func theTraceOfARunThatGoesOnIsItsOwn() throws {
    try Program.withFolder { folder in
      let path = folder + "/m.json"
      let request = try Self.request(.model, to: path) { state in
        while state.document.runs.shown.kind != .expectation { state.apply(.run(.stepBack)) }
        let here = DataPoint(0, 0)
        var commands: [Command] = [.edit(.beginPainting(here, radius: DataSize(0.5, 0.5))), .edit(.endStroke)]
        commands += Array(repeating: .run(.stepIteration), count: 3)
        for command in commands {
          state.apply(command)
          state.performPendingWork()
        }
      }
      let runs = request.exhibit.document.runs
      #expect(runs.current.steps[0].kind == .expectation && runs.current.iterations == 3 && runs.current.end == nil)
      guard case .exported = Self.export(request) else {
        Issue.record("no model")
        return
      }
      let file = try ModelFile.read(path)
      #expect(file.trace == runs.current.trace && file.trace.count == 4 && file.end == nil)
      #expect(file.trace.last == file.logLikelihood)
      // It cannot be had again from a seed.
      #expect(file.seed == nil)
    }
  }

  /// Of a mixture in a box neither table nor model says what is in it.
  @Test func theBoxStaysShut() throws {
    try Program.withFolder { folder in
      var truth: Mystery?
      let request = try Self.request(.data, to: folder + "/box.csv") { state in
        state.apply(.guess(.openMystery(4711, .overlapping)))
        state.performPendingWork()
        for _ in 0..<4 {
          state.apply(.run(.stepForward))
          state.performPendingWork()
        }
        truth = state.document.mystery
      }
      guard case .exported = Self.export(request) else {
        Issue.record("no table")
        return
      }
      let table = try CSVFile.read(folder + "/box.csv")
      let k = request.exhibit.document.runs.shown.model.componentCount
      #expect(table.columnNames.count == 5 + k && truth?.truth == nil)
    }
  }
}
