import Glibc
import LabCore

/// Scenes with many points: their values stay in the file that they were read from, as long as that is unchanged.
extension SceneFile {
  /// From so many points on, or so many values.
  static let mostPoints = 100_000
  static let mostValues = 1_000_000

  /// The scene as it is written: where it has many points, and the file they are from still has them, that file stands for
  /// them.
  static func economical(_ scene: LabScene, path: String) -> LabScene {
    guard scene.pointCount > mostPoints || scene.valueCount > mostValues, let origin = scene.origin,
      // A file that changed since, or changes meanwhile, has other values.
      FileStamp(path: origin.path) == origin.stamp, let found = try? CRC32.read(origin.path),
      FileStamp(path: origin.path) == origin.stamp
    else { return scene }
    return scene.referring(
      to: SceneDataFile(
        path: below(folder(ofScene: path), origin.path), size: found.size, checksum: found.digits,
        format: origin.format, incomplete: origin.incomplete))
  }

  /// The scene with the values that its file has. Throws where that is gone, or was changed.
  static func whole(_ scene: LabScene, path: String) throws(FileError) -> LabScene {
    guard let file = scene.dataFile else { return scene }
    let place = try data(file, ofScene: path)
    guard let stamp = FileStamp(path: place) else { throw missing(file.path, path: path) }
    let request = TableRequest(
      columns: scene.columnNames, missing: MissingValues(file.incomplete), labels: scene.groupColumn,
      format: file.format)
    let table: DataTable
    do throws(CSVError) {
      table = try CSVFile.read(place, request)
    } catch {
      throw changed(file.path, path: path)
    }
    guard FileStamp(path: place) == stamp else { throw changed(file.path, path: path) }
    return scene.filled(
      with: table.columns, groups: table.labels,
      from: DataFile(path: place, stamp: stamp, format: file.format, incomplete: file.incomplete))
  }

  /// Where the file is: at its path, or beside the scene, where both were moved together.
  private static func data(_ file: SceneDataFile, ofScene path: String) throws(FileError) -> String {
    let folder = folder(ofScene: path)
    let named = file.path.hasPrefix("/") ? file.path : UserFolders.joined(folder, file.path)
    let beside = UserFolders.joined(folder, file.path.split(separator: "/").last.map(String.init) ?? "")
    var isThere = false
    for place in named == beside ? [named] : [named, beside] {
      guard FileStamp(path: place) != nil, FileProblem.unlessFile(place) == nil else { continue }
      isThere = true
      guard let found = try? CRC32.read(place), (found.size, found.digits) == (file.size, file.checksum) else {
        continue
      }
      return place
    }
    throw isThere ? changed(file.path, path: path) : missing(file.path, path: path)
  }

  private static func missing(_ data: String, path: String) -> FileError {
    .notUsable(
      path: path, problem: "has its points in '\(data)', which is not there",
      advice: "put that file back, or beside the scene")
  }

  private static func changed(_ data: String, path: String) -> FileError {
    .notUsable(
      path: path, problem: "has its points in '\(data)', which was changed since",
      advice: "put that file back as it was, or open it as a table")
  }

  /// The whole path of the scene's folder.
  private static func folder(ofScene path: String) -> String {
    let folder = AtomicFile.folder(of: path)
    guard let resolved = realpath(folder, nil) else { return folder }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// A path as it is named from a folder that it is below of; else itself.
  private static func below(_ folder: String, _ path: String) -> String {
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(start) && folder != "/" ? String(path.dropFirst(start.count)) : path
  }
}
