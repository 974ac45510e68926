import Glibc

/// Reads a file from its start in pieces of `pieceLength` bytes, so that memory does not grow with the file. `-` is
/// standard input.
package final class FileReader {
  package static let pieceLength = 1 << 18

  package let path: String
  /// The size in bytes at the start, 0 where there is none, as for a pipe.
  package let size: Int
  package private(set) var bytesRead = 0
  private let descriptor: Int32
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: FileReader.pieceLength, alignment: 16)

  package init(_ path: String) throws(FileError) {
    self.path = path
    descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    let openCode = errno
    var status = stat()
    let isOpen = descriptor >= 0 && fstat(descriptor, &status) == 0
    size = isOpen ? Int(status.st_size) : 0
    if !isOpen { throw .reading(path, code: openCode) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .isFolder(path: path) }
  }

  deinit {
    buffer.deallocate()
    if descriptor >= 0 { close(descriptor) }
  }

  /// The path's last part, for messages.
  package var name: String { path == "-" ? "standard input" : path.split(separator: "/").last.map(String.init) ?? path }

  /// The part of the file read so far, 0…1.
  package var fraction: Double { size > 0 ? min(1, Double(bytesRead) / Double(size)) : 0 }

  /// The next piece, valid until the next call; shorter than `pieceLength` only at the end, empty after it.
  package func next() throws(FileError) -> UnsafeRawBufferPointer {
    var filled = 0
    while filled < buffer.count {
      let count = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw .reading(path, code: errno)
      }
      filled += count
    }
    bytesRead += filled
    return UnsafeRawBufferPointer(rebasing: buffer.prefix(filled))
  }

  /// The beginning of the file at `path`.
  package static func head(of path: String) throws(FileError) -> [UInt8] {
    let reader = try FileReader(path)
    let bytes = Array(try reader.next())
    // The piece lives in the reader's buffer.
    return withExtendedLifetime(reader) { bytes }
  }

  /// The whole file at `path`, which must not be longer than `limit` bytes.
  package static func bytes(of path: String, limit: Int) throws(FileError) -> [UInt8] {
    try FileReader(path).rest(limit: limit)
  }

  /// All that has not been read, which must not be longer than `limit` bytes.
  package func rest(limit: Int) throws(FileError) -> [UInt8] {
    let tooLarge = FileError.notUsable(
      path: path, problem: "is larger than \(FileError.words(bytes: limit))", advice: "check that it is the right file")
    if size > limit { throw tooLarge }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    while true {
      let piece = try next()
      if piece.isEmpty { return bytes }
      if bytes.count + piece.count > limit { throw tooLarge }
      bytes.append(contentsOf: piece)
    }
  }
}
