/// Which content of a file somebody has seen: another one has another stamp.
public struct FileStamp: Sendable, Hashable, Codable {
  let device, inode: UInt
  let size: Int
  /// When it was last changed, in nanoseconds.
  let changed: Int

  public init(device: UInt, inode: UInt, size: Int, changed: Int) {
    self.device = device
    self.inode = inode
    self.size = size
    self.changed = changed
  }
}

/// A scene is written only where nothing is lost by it.
public enum SaveCondition: Sendable, Equatable {
  /// There is no such file yet.
  case isNew
  /// The file has still the content that was read or written last.
  case isUnchanged(FileStamp)
  /// Somebody was asked, and said so.
  case isWanted
}

/// Why a scene was not written, or the words of whoever found out.
public enum SaveProblem: Error, Sendable, Equatable {
  /// There is such a file already.
  case exists(path: String)
  /// Another program changed the file meanwhile.
  case changedMeanwhile(path: String)
  case other(String)
}
