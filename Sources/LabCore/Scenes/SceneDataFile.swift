/// The file that holds the values of a scene with many points: unchanged it has the same ones again.
public struct SceneDataFile: Sendable, Equatable, Codable {
  /// Below the scene's folder where it is, else the whole path.
  public var path: String
  /// Its bytes, and their CRC-32 in eight hexadecimal digits.
  public var size: Int
  public var checksum: String
  /// How it is read.
  public var format: TableFormat
  public var incomplete: IncompleteRows

  public init(path: String, size: Int, checksum: String, format: TableFormat, incomplete: IncompleteRows) {
    self.path = path
    self.size = size
    self.checksum = checksum
    self.format = format
    self.incomplete = incomplete
  }
}

extension LabScene {
  /// The file that holds the values, where they do not stand in the scene.
  public var dataFile: SceneDataFile? { data.file }

  /// How many values there are.
  public var valueCount: Int { data.values.reduce(0) { $0 + $1.count } }

  /// The columns to read of that file, and the one that names groups.
  public var columnNames: [String] { data.columns }
  public var groupColumn: String? { data.groups?.column }

  /// The scene with a file in place of the values.
  public func referring(to file: SceneDataFile) -> LabScene {
    var scene = self
    scene.data.file = file
    scene.data.values = []
    scene.data.shown = nil
    scene.data.groups?.values = []
    return scene
  }

  /// The scene with the values that its file has.
  ///
  /// - Parameter groups: those that the column of groups names.
  public func filled(with columns: [[Double]], groups: [Int]?, from origin: DataFile) -> LabScene {
    var scene = self
    scene.data.file = nil
    scene.data.values = columns
    scene.data.groups?.values = groups ?? []
    scene.origin = origin
    return scene
  }
}
