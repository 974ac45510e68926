import Glibc
import LabCore

/// A scene as JSON:
///
/// ```
/// {"format": "mixture-lab scene", "version": 1,
///  "data": {"name": {"file": "trees"}, "isEdited": false, "columns": ["girth", "height"], "values": [[…], […]]},
///  "lanes": [{"algorithm": "em", "start": …, "options": …, "runs": …}], "view": …, "tools": …, "window": …}
/// ```
///
/// The types in `LabCore/Scenes/LabScene.swift` say what the members mean; each has their names. The data stand by
/// column. Every number has the digits that read back as the same bits. Of many points the file they were read from is
/// named instead, with its size and checksum: `"file": {"path": "trees.csv", "size": …, "checksum": …}`.
public enum SceneFile {
  static let format = "mixture-lab scene"

  /// A scene with the stamp of the file it was read from. Throws for whatever is no scene, is damaged, says what cannot
  /// be, or is of a newer version.
  public static func read(_ path: String) throws(FileError) -> (scene: LabScene, stamp: FileStamp?) {
    // Of a file that is changed while it is read the older stamp: it is not overwritten then.
    let stamp = FileStamp(path: path)
    let json = try JSONValue.read(path)
    return (try scene(json, path: path), stamp)
  }

  /// The scene that a document says, with the points of its file.
  public static func scene(_ json: JSONValue, path: String) throws(FileError) -> LabScene {
    try checked(whole(written(json, path: path), path: path), path: path)
  }

  /// The scene as it is written, its values perhaps in another file, and not yet looked through.
  static func written(_ json: JSONValue, path: String) throws(FileError) -> LabScene {
    guard case .object(let members) = json, isScene(json) else {
      throw .notUsable(path: path, problem: notAScene(json), advice: "open a scene that was saved here, or a table")
    }
    let isMissing = json["version"] == nil || json["version"] == .null
    guard let version = json["version"]?.unsigned, version > 0 else {
      if !isMissing {
        throw .notUsable(
          path: path, problem: "is a scene whose version is no whole number from 1 on",
          advice: "use a copy that is whole")
      }
      throw .notUsable(path: path, problem: "is a scene without its version", advice: "use a copy that is whole")
    }
    guard version <= LabScene.version else { throw .newer(path: path, version: version) }
    let content = JSONValue.object(members.filter { $0.key != "format" && $0.key != "version" })
    do throws(JSONCodingError) {
      return try content.decoded(as: LabScene.self)
    } catch {
      throw unusable(error, path: path)
    }
  }

  private static func unusable(_ error: JSONCodingError, path: String) -> FileError {
    .notUsable(path: path, problem: "is no usable scene (\(error))", advice: "correct it, or use a copy that is whole")
  }

  private static func checked(_ scene: LabScene, path: String) throws(FileError) -> LabScene {
    do throws(JSONCodingError) {
      try check(scene)
      return scene
    } catch {
      throw unusable(error, path: path)
    }
  }

  private static func check(_ scene: LabScene) throws(JSONCodingError) {
    do throws(SceneFlaw) {
      try scene.check()
    } catch {
      throw JSONCodingError(field: error.field.description, problem: error.rule.clause)
    }
  }

  static func isScene(_ json: JSONValue?) -> Bool { json?["format"]?.text == format }

  /// Throws where a file is a scene of a newer version, which must not be replaced by an older one.
  static func refuseNewer(_ target: String, path: String) throws(FileError) {
    guard let json = try? JSONValue.read(target), let version = json["version"]?.unsigned else { return }
    if version > LabScene.version { throw .newer(path: path, version: version) }
  }

  private static func notAScene(_ json: JSONValue) -> String {
    json["means"] != nil && json["covariances"] != nil ? "is a model and no scene" : "is no scene"
  }

  /// Throws where the scene would be refused when it is read: nothing could be saved over it either.
  static func refuseFlawed(_ scene: LabScene, path: String) throws(FileError) {
    do throws(JSONCodingError) {
      try check(scene)
    } catch {
      throw .notSaved(path: path, problem: "\(error)", advice: "change that and try again")
    }
  }

  /// The scene as it stands in a file.
  static func document(_ scene: LabScene) throws(JSONCodingError) -> JSONValue {
    guard case .object(let members) = try JSONValue(encoding: scene) else {
      throw JSONCodingError(field: "", problem: "cannot be written")
    }
    let head = [JSONValue.Member("format", .string(format)), JSONValue.Member("version", .integer(scene.ownVersion))]
    return .object(head + members)
  }

  /// The scene as the file's text. Throws where it has a number that no file can hold, or too much for one.
  ///
  /// - Parameter most: so many values can be read again.
  public static func text(_ scene: LabScene, most: Int = Limits.values) throws(JSONCodingError) -> String {
    let document = try document(scene)
    guard document.valueCount <= most else {
      throw JSONCodingError(field: "", problem: "it would hold more than \(most) values")
    }
    return document.indentedText
  }

  /// Writes a scene and returns the stamp of the new file. What is there is replaced only by the condition, and only where
  /// it is a scene of this version or an older one.
  public static func write(
    _ scene: LabScene, to path: String, when condition: SaveCondition
  ) throws(SaveProblem) -> FileStamp? {
    do throws(FileError) {
      try refuseFlawed(scene, path: path)
      let output = try OutputFile(path, .scene, inputs: [])
      let text = try writable(economical(scene, path: path), path: path)
      return try output.write(text, when: condition)
    } catch {
      throw SaveProblem(error, path: path)
    }
  }

  /// The text of a scene that can be read again.
  private static func writable(_ scene: LabScene, path: String) throws(FileError) -> String {
    guard scene.pointCount <= Limits.scenePoints else {
      throw .notSaved(
        path: path, problem: "a scene holds up to \(Limits.scenePoints) points and this one has \(scene.pointCount)",
        advice: "keep the table, or save a part of it")
    }
    do throws(JSONCodingError) {
      let text = try text(scene)
      guard text.utf8.count <= Limits.documentBytes else {
        throw JSONCodingError(
          field: "", problem: "it would be larger than \(FileError.words(bytes: Limits.documentBytes))")
      }
      return text
    } catch {
      throw .notSaved(
        path: path, problem: "\(error)", advice: "delete earlier runs, or open fewer columns, and try again")
    }
  }

  /// Whether a file holds an object of JSON, as scenes and models do and no table does.
  public static func isLikely(_ path: String) -> Bool {
    guard path != "-", FileProblem.unlessFile(path) == nil, let head = try? FileReader.head(of: path) else {
      return false
    }
    return OutputFile.Content.looksLikeJSON(head)
  }
}
