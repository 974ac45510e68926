import Foundation
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

  @Test(arguments: Export.Kind.allCases)
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
