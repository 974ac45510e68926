import LabCore

extension OutputFile {
  /// Writes a text in one step, where what is there may be replaced by the condition. Returns the stamp of the new file.
  func write(_ text: String, when condition: SaveCondition) throws(FileError) -> FileStamp? {
    let present = FileStamp(path: path)
    switch condition {
    case .isNew: if present != nil { throw .exists(path: path) }
    // One that somebody removed is written anew.
    case .isUnchanged(let stamp): if let present, present != stamp { throw .changedMeanwhile(path: path) }
    case .isWanted: break
    }
    try AtomicFile.write(text, to: path)
    return FileStamp(path: path)
  }
}

extension SaveProblem {
  /// What is said in the window of a file that could not be written.
  init(_ error: FileError, path: String) {
    switch error {
    case .exists: self = .exists(path: path)
    case .changedMeanwhile: self = .changedMeanwhile(path: path)
    case .missing, .isFolder, .noPermission, .notReadable, .noFolder, .notWritable, .diskFull, .fileTooLarge,
      .writeProtected, .notPassedOn, .isInput, .isStandardOutput, .readsItsOutput, .otherKind, .wrongExtension,
      .newer, .notSaved, .notUsable:
      self = .other(error.description)
    }
  }
}
