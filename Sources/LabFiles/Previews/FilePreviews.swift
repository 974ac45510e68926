import LabCore

/// What files hold, by their beginnings.
public enum FilePreviews {
  /// So much of a table is looked at. A longer one is counted by what that much of it has.
  static let headBytes = 4 << 20
  /// Larger scenes and models are not read before they are opened.
  static let documentBytes = 32 << 20

  /// - Parameter goesOn: asked now and then; `nil` is the answer once it says no.
  public static func preview(
    _ path: String, _ reading: TableReading, goesOn: () -> Bool = { true }
  ) -> FilePreview? {
    if let problem = FileProblem.unlessFile(path) { return FilePreview(.problem(problem)) }
    do throws(FileError) {
      // Before anything else: a session's first line might pass for a table's.
      if SessionFile.isLikely(path) { return FilePreview(.session(contents(ofSession: path))) }
      if HandInFile.isLikely(path) { return FilePreview(.handIn) }
      if SceneFile.isLikely(path) { return FilePreview(try document(path)) }
      let reader = try FileReader(path)
      var bytes: [UInt8] = []
      while bytes.count < headBytes {
        guard goesOn() else { return nil }
        let piece = try reader.next()
        if piece.isEmpty { break }
        bytes.append(contentsOf: piece)
      }
      let isWhole = bytes.count >= reader.size
      return FilePreview(
        TablePreview.content(of: bytes, name: reader.name, size: isWhole ? bytes.count : reader.size, reading))
    } catch {
      return FilePreview(.problem(error.problem))
    }
  }

  /// What was noted of work that was kept, and of nothing else: to bring a session back may take long.
  private static func contents(ofSession path: String) -> KeptWork.Contents? {
    JournalFolder().journals().first { $0.path == path }?.contents
  }

  private static func document(_ path: String) throws(FileError) -> FilePreview.Content {
    let reader = try FileReader(path)
    if reader.size > documentBytes {
      return .problem(.tooLarge(name: reader.name, limit: FileError.words(bytes: documentBytes)))
    }
    let json = try JSONValue.read(path)
    if LessonFile.isLesson(json) { return .lesson(try LessonFile.lesson(json, path: path)) }
    if json["means"] != nil, !SceneFile.isScene(json) {
      let file = try ModelFile.read(path)
      return .model(ModelPreview(file.model, columns: file.columns))
    }
    let scene = try SceneFile.written(json, path: path)
    let version = Int(json["version"]?.unsigned ?? LabScene.version)
    guard scene.dataFile == nil else {
      // Its file says how many points there are, and whether they are still the same.
      return .scene(ScenePreview(try SceneFile.scene(json, path: path), version: version))
    }
    return .scene(ScenePreview(scene, version: version))
  }
}
