import Foundation
import LabCore
import Testing

@testable import LabFiles

/// Scenes with many points, whose values stay in the file that they are from.
struct SceneDataTests {
  /// A folder with a table of many points, and a lab that it was opened in.
  private final class Desk {
    let folder: String
    let table: String
    let format = TableFormat(separator: .semicolon)

    init(rows: Int = 100_200, below: String = "data") throws {
      let made = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
      try FileManager.default.createDirectory(atPath: made + "/" + below, withIntermediateDirectories: true)
      folder = try #require(Folder.resolved(made))
      table = folder + "/" + below + "/many.csv"
      var text = "x;y;kind\n"
      for row in 0..<rows { text += "\(row % 977),5;\((row * 31) % 1009);\(row % 2 == 0 ? "a" : "b")\n" }
      try text.write(toFile: table, atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func opened() throws -> LabState {
      let stamp = try #require(FileStamp(path: table))
      let read = try CSVFile.read(table, TableRequest(columns: ["x", "y"], labels: "kind", format: format))
      var source = DataSource(
        name: .file("many"), columnNames: read.columnNames, columns: read.columns, aspect: .independent,
        truth: DataSource.Truth(column: "kind", groups: read.labels ?? []))
      source.file = DataFile(path: table, stamp: stamp, format: format, incomplete: .refused)
      return LabState(source: source, componentCount: 2, seed: 1, startKind: .randomPoints)
    }
  }

  @Test func theFileStandsForItsValues() throws {
    let desk = try Desk()
    let state = try desk.opened()
    let path = desk.folder + "/scene.json"
    _ = try SceneFile.write(state.scene, to: path, when: .isNew)
    let json = try JSONValue.read(path)
    #expect(json["data"]?["file"]?["path"]?.text == "data/many.csv" && json["version"]?.unsigned == 2)
    #expect(json["data"]?["values"]?.elements?.isEmpty == true)
    let size = try #require(FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
    #expect(size < 20_000, "\(size) bytes")
    let (scene, _) = try SceneFile.read(path)
    #expect(scene == state.scene, "with all values, and its file")
    guard case .scene(let preview) = FilePreviews.preview(path, TableReading())?.content else {
      Issue.record("it is a scene")
      return
    }
    #expect(preview.points == 100_200 && preview.version == 2)
    // Both moved elsewhere, the file beside the scene.
    let other = desk.folder + "/moved"
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: desk.table, toPath: other + "/many.csv")
    try FileManager.default.moveItem(atPath: path, toPath: other + "/scene.json")
    #expect(try SceneFile.read(other + "/scene.json").scene.pointCount == 100_200)
  }

  @Test func aFileThatChangedOrIsGoneIsSaid() throws {
    let desk = try Desk()
    let path = desk.folder + "/scene.json"
    _ = try SceneFile.write(try desk.opened().scene, to: path, when: .isNew)
    // As long as before, and with the same number of rows.
    let text = try String(contentsOfFile: desk.table, encoding: .utf8)
    try text.replacing("5,5;155;", with: "6,5;155;").write(toFile: desk.table, atomically: true, encoding: .utf8)
    let changed = #expect(throws: FileError.self) { try SceneFile.read(path) }
    #expect(changed?.description.contains("'data/many.csv', which was changed since; put that file back") == true)
    try FileManager.default.removeItem(atPath: desk.table)
    let missing = #expect(throws: FileError.self) { try SceneFile.read(path) }
    #expect(missing?.description.contains("'data/many.csv', which is not there; put that file back") == true)
  }

  @Test func whatWasEditedOrChangedMeanwhileIsStoredWhole() throws {
    let desk = try Desk()
    let whole = try desk.opened()
    var edited = whole
    edited.apply(.edit(.beginPainting(DataPoint(1, 1), radius: DataSize(1, 1))))
    edited.apply(.edit(.endStroke))
    #expect(edited.scene.origin == nil && SceneFile.economical(edited.scene, path: "/x/s.json").dataFile == nil)
    // Taken back it is what the file has.
    edited.apply(.edit(.undo))
    #expect(SceneFile.economical(edited.scene, path: "/x/s.json").dataFile?.path == desk.table)
    try "x;y;kind\n1;2;a\n".write(toFile: desk.table, atomically: true, encoding: .utf8)
    #expect(SceneFile.economical(whole.scene, path: "/x/s.json").dataFile == nil)
  }

  @Test func fewPointsStandInTheScene() throws {
    let desk = try Desk(rows: 300)
    #expect(SceneFile.economical(try desk.opened().scene, path: "/x/s.json").dataFile == nil)
  }

  @Test func theChecksumIsTheUsualOne() throws {
    var checksum = CRC32()
    "123456789".utf8.withContiguousStorageIfAvailable { checksum.add(UnsafeRawBufferPointer($0)) }
    #expect(checksum.digits == "cbf43926")
    let bytes = (0..<1003).map { UInt8(truncatingIfNeeded: $0 * 7) }
    var whole = CRC32()
    bytes.withUnsafeBytes { whole.add($0) }
    for size in [1, 3, 8, 13, 500] {
      var parts = CRC32()
      for start in stride(from: 0, to: bytes.count, by: size) {
        Array(bytes[start..<min(start + size, bytes.count)]).withUnsafeBytes { parts.add($0) }
      }
      #expect(parts.value == whole.value)
    }
  }
}
