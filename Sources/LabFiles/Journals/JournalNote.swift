import LabCore

/// What a list says of a journal without bringing it back: written beside it now and then, and missing nothing when it is
/// not there.
public struct JournalNote: Sendable, Equatable, Codable {
  public var contents: KeptWork.Contents
  /// What the data are called.
  public var name: String
  /// The file that the work was opened from or saved to.
  public var file: String?
  /// Where files were written, and temporary ones may be left.
  public var folders: [String]
  /// How long the journal was then: where it is as long still, nothing was added.
  public var bytes: Int

  public init(contents: KeptWork.Contents, name: String, file: String?, folders: [String], bytes: Int) {
    self.contents = contents
    self.name = name
    self.file = file
    self.folders = folders
    self.bytes = bytes
  }

  /// The note in a file; nil where there is none that can be read.
  static func read(_ path: String) -> JournalNote? {
    guard let bytes = try? FileReader.bytes(of: path, limit: 1 << 16), let json = try? JSONValue.parse(bytes) else {
      return nil
    }
    return try? json.decoded(as: JournalNote.self)
  }

  func write(to path: String) throws(FileError) {
    guard let json = try? JSONValue(encoding: self) else { return }
    try AtomicFile.write(json.indentedText, to: path)
  }
}
