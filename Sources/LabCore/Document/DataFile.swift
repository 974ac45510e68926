/// The file that data were read from, and how: as long as it stays the same they can be had from it again.
public struct DataFile: Sendable, Equatable {
  /// The whole path.
  public let path: String
  public let stamp: FileStamp
  public let format: TableFormat
  public let incomplete: IncompleteRows

  public init(path: String, stamp: FileStamp, format: TableFormat, incomplete: IncompleteRows) {
    self.path = path
    self.stamp = stamp
    self.format = format
    self.incomplete = incomplete
  }
}
