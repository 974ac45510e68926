/// Tables as comma-separated values: read as people save them, written so that every program reads them.
///
/// Reading finds out by itself whether there is a header, whether commas, semicolons or tabs separate the cells, and
/// whether numbers have decimal commas. It takes a byte order mark, Excel's `sep=;`, comments at the beginning, Latin-1, UTF-16, any
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
    var decoder: TextDecoder?
    while true {
      let piece: UnsafeRawBufferPointer
      do { piece = try reader.next() } catch { throw .unreadable(error) }
      if piece.isEmpty { break }
      if reader.bytesRead > Limits.tableBytes { throw tooLarge }
      if decoder == nil { decoder = TextDecoder(request.format.encoding, head: piece) }
      try decoded(piece, &decoder) { (piece) throws(CSVError) in
        if let stream {
          try stream.parse(piece)
        } else {
          stream = try start(name: name, head: piece, size: reader.size, request)
        }
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
    let text = decoded(bytes, request)
    let (table, layout) = try parse(text, name: name, request)
    return WholeTable(table: table, layout: layout, bytes: text)
  }

  /// The bytes as UTF-8, where they are in another encoding that is known or said.
  static func decoded(_ bytes: [UInt8], _ request: TableRequest) -> [UInt8] {
    var decoder = TextDecoder(request.format.encoding, head: bytes)
    return decoder.passes ? bytes : decoder.decode(bytes)
  }

  private static func decoded(
    _ piece: UnsafeRawBufferPointer, _ decoder: inout TextDecoder?,
    _ body: (UnsafeRawBufferPointer) throws(CSVError) -> Void
  ) throws(CSVError) {
    guard decoder?.passes == false, let text = decoder?.decode(piece) else { return try body(piece) }
    try text.withUnsafeBufferPointer { (text) throws(CSVError) in
      if !text.isEmpty { try body(UnsafeRawBufferPointer(text)) }
    }
  }

  /// Reads a table from the bytes of a file. `name` stands for the file in messages.
  public static func parse(
    bytes: [UInt8], name: String, _ request: TableRequest = TableRequest()
  ) throws(CSVError) -> DataTable {
    try parse(decoded(bytes, request), name: name, request).0
  }

  static func parse(
    _ bytes: [UInt8], name: String, _ request: TableRequest
  ) throws(CSVError) -> (DataTable, TableLayout) {
    try stream(bytes, name: name, request).finish()
  }

  /// The table of some bytes of UTF-8 but for its last row.
  static func stream(_ bytes: [UInt8], name: String, _ request: TableRequest) throws(CSVError) -> CSVStream {
    try bytes.withUnsafeBufferPointer { (buffer) throws(CSVError) -> CSVStream in
      if buffer.isEmpty { throw .empty(name: name) }
      let bytes = UnsafeRawBufferPointer(buffer)
      let head = UnsafeRawBufferPointer(rebasing: bytes.prefix(FileReader.pieceLength))
      let stream = try start(name: name, head: head, size: bytes.count, request)
      for start in stride(from: head.count, to: bytes.count, by: FileReader.pieceLength) {
        let end = min(start + FileReader.pieceLength, bytes.count)
        try stream.parse(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      }
      return stream
    }
  }

  /// Finds the format in the first piece, `head`, and parses that piece.
  private static func start(
    name: String, head: UnsafeRawBufferPointer, size: Int, _ request: TableRequest
  ) throws(CSVError) -> CSVStream {
    let bytes = head.bindMemory(to: UInt8.self)
    let beginning = UnsafeBufferPointer(rebasing: bytes.prefix(CSVFormat.headLength))
    let format = try CSVFormat(head: beginning, name: name, separator: request.format.separator?.byte)
    let lines = beginning.count { $0 == UInt8(ascii: "\n") }
    let expectedRows = lines == 0 ? 0 : Int(Double(size) / Double(beginning.count) * Double(lines) * 1.05)
    let builder = TableBuilder(name: name, format: format, request: request, expectedRows: expectedRows)
    let stream = CSVStream(builder: builder, separator: format.separator)
    try stream.parse(UnsafeRawBufferPointer(rebasing: head.dropFirst(format.skippedBytes)))
    return stream
  }
}
