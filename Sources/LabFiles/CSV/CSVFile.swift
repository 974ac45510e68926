/// Tables as comma-separated values: read as people save them, written so that every program reads them.
///
/// Reading finds out by itself whether there is a header, whether commas, semicolons or tabs separate the cells, and
/// whether numbers have decimal commas. It takes a byte order mark, any line ends, quoted cells and blank lines, and
/// leaves out columns without any number. It never guesses about a cell that should be a number and is not one.
public enum CSVFile {
  /// Reads the file at `path` piece by piece, a million rows in a fraction of a second.
  ///
  /// - Parameter progress: called after every piece with the fraction read so far, 0…1; returning false cancels.
  public static func read(_ path: String, progress: ((Double) -> Bool)? = nil) throws(CSVError) -> DataTable {
    let reader: FileReader
    do { reader = try FileReader(path) } catch { throw .unreadable(error) }
    let name = reader.name
    var stream: CSVStream?
    while true {
      let piece: UnsafeRawBufferPointer
      do { piece = try reader.next() } catch { throw .unreadable(error) }
      if piece.isEmpty { break }
      if let stream {
        try stream.parse(piece)
      } else {
        stream = try start(name: name, head: piece, size: reader.size)
      }
      if let progress, !progress(reader.fraction) { throw .cancelled(name: name) }
    }
    guard let stream else { throw .empty(name: name) }
    return try stream.finish()
  }

  /// Reads a table from the bytes of a file. `name` stands for the file in messages.
  public static func parse(bytes: [UInt8], name: String) throws(CSVError) -> DataTable {
    try bytes.withUnsafeBufferPointer { (buffer) throws(CSVError) -> DataTable in
      if buffer.isEmpty { throw .empty(name: name) }
      return try start(name: name, head: UnsafeRawBufferPointer(buffer), size: buffer.count).finish()
    }
  }

  /// Finds the format in the first piece, `head`, and parses that piece.
  private static func start(
    name: String, head: UnsafeRawBufferPointer, size: Int
  ) throws(CSVError) -> CSVStream {
    let bytes = head.bindMemory(to: UInt8.self)
    let beginning = UnsafeBufferPointer(rebasing: bytes.prefix(CSVFormat.headLength))
    let format = try CSVFormat(head: beginning, name: name)
    let lines = beginning.count { $0 == UInt8(ascii: "\n") }
    let expectedRows = lines == 0 ? 0 : Int(Double(size) / Double(beginning.count) * Double(lines) * 1.05)
    let builder = TableBuilder(name: name, separator: format.separator, expectedRows: expectedRows)
    let stream = CSVStream(builder: builder, separator: format.separator)
    try stream.parse(UnsafeRawBufferPointer(rebasing: head.dropFirst(format.skippedBytes)))
    return stream
  }
}
