/// Tables as comma-separated values: read as people save them, written so that every program reads them.
///
/// Reading finds out by itself whether there is a header, whether commas, semicolons or tabs separate the cells, and
/// whether numbers have decimal commas. It takes a byte order mark, Excel's `sep=;`, comments at the beginning, Latin-1, any
/// line ends, quoted cells, blank lines and rows with names, and leaves out columns without any number. It never guesses about a cell that should be a number
/// and is not one.
public enum CSVFile {
  /// Reads the file at `path` piece by piece, a million rows in a fraction of a second. `-` is standard input.
  ///
  /// - Parameter progress: called after every piece with the fraction read so far, 0…1; returning false cancels.
  public static func read(
    _ path: String, _ request: TableRequest = TableRequest(), progress: ((Double) -> Bool)? = nil
  ) throws(CSVError) -> DataTable {
    let reader: FileReader
    do { reader = try FileReader(path) } catch { throw .unreadable(error) }
    let name = reader.name
    let tooLarge = CSVError.tooLarge(name: name, limit: FileError.words(bytes: Limits.tableBytes))
    if reader.size > Limits.tableBytes { throw tooLarge }
    var stream: CSVStream?
    while true {
      let piece: UnsafeRawBufferPointer
      do { piece = try reader.next() } catch { throw .unreadable(error) }
      if piece.isEmpty { break }
      if reader.bytesRead > Limits.tableBytes { throw tooLarge }
      if let stream {
        try stream.parse(piece)
      } else {
        stream = try start(name: name, head: piece, size: reader.size, request)
      }
      if let progress, !progress(reader.fraction) { throw .cancelled(name: name) }
    }
    guard let stream else { throw .empty(name: name) }
    return try stream.finish().0
  }

  /// Reads the file at `path` and keeps its bytes, to write the table again with more columns.
  public static func readWhole(_ path: String, _ request: TableRequest) throws(CSVError) -> WholeTable {
    let name: String
    let bytes: [UInt8]
    do throws(FileError) {
      let reader = try FileReader(path)
      name = reader.name
      bytes = try reader.rest(limit: Limits.tableBytes)
    } catch {
      throw .unreadable(error)
    }
    let (table, layout) = try parse(bytes, name: name, request)
    return WholeTable(table: table, layout: layout, bytes: bytes)
  }

  /// Reads a table from the bytes of a file. `name` stands for the file in messages.
  public static func parse(
    bytes: [UInt8], name: String, _ request: TableRequest = TableRequest()
  ) throws(CSVError) -> DataTable {
    try parse(bytes, name: name, request).0
  }

  static func parse(
    _ bytes: [UInt8], name: String, _ request: TableRequest
  ) throws(CSVError) -> (DataTable, TableLayout) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(CSVError) -> (DataTable, TableLayout) in
      if buffer.isEmpty { throw .empty(name: name) }
      let bytes = UnsafeRawBufferPointer(buffer)
      let head = UnsafeRawBufferPointer(rebasing: bytes.prefix(FileReader.pieceLength))
      let stream = try start(name: name, head: head, size: bytes.count, request)
      for start in stride(from: head.count, to: bytes.count, by: FileReader.pieceLength) {
        let end = min(start + FileReader.pieceLength, bytes.count)
        try stream.parse(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      }
      return try stream.finish()
    }
  }

  /// Finds the format in the first piece, `head`, and parses that piece.
  private static func start(
    name: String, head: UnsafeRawBufferPointer, size: Int, _ request: TableRequest
  ) throws(CSVError) -> CSVStream {
    let bytes = head.bindMemory(to: UInt8.self)
    let beginning = UnsafeBufferPointer(rebasing: bytes.prefix(CSVFormat.headLength))
    let format = try CSVFormat(head: beginning, name: name)
    let lines = beginning.count { $0 == UInt8(ascii: "\n") }
    let expectedRows = lines == 0 ? 0 : Int(Double(size) / Double(beginning.count) * Double(lines) * 1.05)
    let builder = TableBuilder(name: name, format: format, request: request, expectedRows: expectedRows)
    let stream = CSVStream(builder: builder, separator: format.separator)
    try stream.parse(UnsafeRawBufferPointer(rebasing: head.dropFirst(format.skippedBytes)))
    return stream
  }
}
