import Glibc

/// Why a file could not be read or written. Each description is one sentence that says what to do.
public enum FileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no such file.
  case missing(path: String)
  /// A folder stands where a file is wanted.
  case isFolder(path: String)
  /// Its permissions forbid reading it.
  case noPermission(path: String)
  /// The file cannot be opened or read.
  case notReadable(path: String, reason: String)
  /// The folder to write into is not there.
  case noFolder(path: String, folder: String)
  /// The folder or the file system refuses.
  case notWritable(path: String, folder: String, reason: String)
  /// There is no room left.
  case diskFull(path: String, freeBytes: Int)
  /// A limit of the system on the size of files.
  case fileTooLarge(path: String)
  /// The file is there and may not be written.
  case writeProtected(path: String)
  /// A pipe, a device or standard output takes no more.
  case notPassedOn(path: String, reason: String)
  /// An output that is an input too, perhaps by another name.
  case isInput(path: String, input: String)
  /// An output that standard output is written into as well.
  case isStandardOutput(path: String)
  /// An input that standard output is written into.
  case readsItsOutput(path: String)
  /// An output that would replace something else; `found` and `content` are nouns such as "a picture".
  case otherKind(path: String, found: String, content: String)
  /// An output whose name promises something else than it would hold.
  case wrongExtension(path: String, content: String, found: String, usual: String)
  /// There is such a file already, and nobody said that it may be replaced.
  case exists(path: String)
  /// Another program changed the file since it was read or written here.
  case changedMeanwhile(path: String)
  /// The file, or what would be replaced, is of a newer version of this program.
  case newer(path: String, version: UInt64)
  /// What is to be written cannot be; `problem` is a clause.
  case notSaved(path: String, problem: String, advice: String)
  /// The file's content is not what it should be; `problem` is a clause such as "is not a PNG picture".
  case notUsable(path: String, problem: String, advice: String)

  /// One sentence that says what is wrong and what to do.
  public var description: String {
    switch self {
    case .missing(let path):
      "there is no file '\(path)'; check the name and the folder"
    case .isFolder(let path):
      path == "-" ? "standard input is a folder; name a file" : "'\(path)' is a folder; name a file in it"
    case .noPermission(let path):
      "cannot read \(FileError.name(ofInput: path)) (no permission); check its permissions or use a copy"
    case .notReadable(let path, let reason):
      "cannot read \(FileError.name(ofInput: path)) (\(reason)); check its permissions or use a copy"
    case .noFolder(let path, let folder):
      "cannot write '\(path)' because there is no folder '\(folder)'; create it or choose another"
    case .notWritable(let path, let folder, let reason):
      "cannot write '\(path)' in '\(folder)' (\(reason)); choose another folder"
    case .diskFull(let path, let freeBytes):
      "cannot write '\(path)' because the disk is full (\(freeBytes / 1024) KiB free); make room or choose another"
    case .fileTooLarge(let path):
      "cannot write '\(path)' because it would exceed the size a file may have here; raise the limit (ulimit -f)"
    case .writeProtected(let path):
      "cannot write '\(path)' because it is write-protected; choose another name or lift its protection (chmod u+w)"
    case .notPassedOn(let path, let reason):
      "cannot write to \(FileError.name(ofOutput: path)) (\(reason)); write somewhere else"
    case .isInput(let path, let input):
      path == input && path != "-"
        ? "'\(path)' is read and would be overwritten; give the output another name"
        : "\(FileError.name(ofOutput: path)) is \(FileError.name(ofInput: input)), which is read and would be "
          + "overwritten; give the output another name"
    case .isStandardOutput(let path):
      "'\(path)' is where standard output goes; give the output another name, or - for standard output"
    case .readsItsOutput(let path):
      "standard output goes into \(FileError.name(ofInput: path)), which is to be read; redirect it to another file"
    case .otherKind(let path, let found, let content):
      "'\(path)' holds \(found) and would be replaced by \(content); choose another name or remove the file first"
    case .wrongExtension(let path, let content, let found, let usual):
      "'\(path)' would be \(content), not .\(found); let its name end in .\(usual)"
    case .exists(let path): "there is a file '\(path)' already; choose another name or say that it is to be replaced"
    case .changedMeanwhile(let path):
      "'\(path)' was changed by another program meanwhile; open it again or save under another name"
    case .newer(let path, let version):
      "\(FileError.name(ofInput: path)) was made by a newer Mixture Lab (version \(version) of its files); use that one, "
        + "or another file"
    case .notSaved(let path, let problem, let advice): "cannot save '\(path)' because \(problem); \(advice)"
    case .notUsable(let path, let problem, let advice):
      "\(FileError.name(ofInput: path)) \(problem); \(advice)"
    }
  }

  private static func name(ofOutput path: String) -> String { path == "-" ? "standard output" : "'\(path)'" }

  /// A file that is read, as it is called in a sentence.
  package static func name(ofInput path: String) -> String { path == "-" ? "standard input" : "'\(path)'" }

  /// The error for a failed write to something that is not a file, with this `errno`.
  package static func passingOn(_ path: String, code: Int32) -> FileError {
    .notPassedOn(path: path, reason: reason(code))
  }

  /// The error for a failed read with this `errno`.
  package static func reading(_ path: String, code: Int32) -> FileError {
    switch code {
    case ENOENT, ENOTDIR: .missing(path: path)
    case EISDIR: .isFolder(path: path)
    case EACCES, EPERM: .noPermission(path: path)
    default: .notReadable(path: path, reason: reason(code))
    }
  }

  /// The error for a failed write with this `errno`.
  package static func writing(_ path: String, folder: String, code: Int32) -> FileError {
    switch code {
    case EISDIR: .isFolder(path: path)
    // A folder of the system may be there and take no files.
    case ENOENT, ENOTDIR:
      access(folder + "/.", F_OK) == 0
        ? .notWritable(path: path, folder: folder, reason: reason(code)) : .noFolder(path: path, folder: folder)
    case ENOSPC, EDQUOT: .diskFull(path: path, freeBytes: freeBytes(in: folder))
    case EFBIG: .fileTooLarge(path: path)
    default: .notWritable(path: path, folder: folder, reason: reason(code))
    }
  }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case EROFS: "read-only"
    case EACCES, EPERM: "no permission"
    default: String(cString: strerror(code)).lowercased()
    }
  }

  private static func freeBytes(in folder: String) -> Int {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return 0 }
    return Int(clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
  }
}

extension FileError {
  /// A number of bytes in words: "8 GiB", "128 MiB".
  package static func words(bytes: Int) -> String {
    bytes >= 1 << 30 ? "\(bytes >> 30) GiB" : "\(bytes >> 20) MiB"
  }
}
