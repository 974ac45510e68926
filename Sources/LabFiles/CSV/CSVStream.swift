import CCSV

/// Feeds bytes, in pieces of any size, through libcsv into a `TableBuilder`.
///
/// libcsv finds the cells and rows (quotation marks, CR, LF and CRLF, spaces around cells); the builder gives them
/// meaning. It is asked to report every line end, blank lines too, so that the builder can count the file's lines.
final class CSVStream {
  let separator: UInt8
  private var parser = csv_parser()
  private(set) var builder: TableBuilder

  init(builder: TableBuilder, separator: UInt8) {
    self.separator = separator
    self.builder = builder
    csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL))
    csv_set_delim(&parser, separator)
  }

  deinit { csv_free(&parser) }

  func parse(_ bytes: UnsafeRawBufferPointer) throws(CSVError) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
    let parsed = withUnsafeMutablePointer(to: &builder) { builder in
      csv_parse(&parser, start, bytes.count, Self.cellEnded, Self.rowEnded, builder)
    }
    if let fault = builder.fault { throw fault }
    if parsed < bytes.count { throw .strayQuote(name: builder.name, line: builder.line) }
    if parser.entry_pos > Limits.cellBytes {
      throw parser.quoted != 0
        ? .unclosedQuote(name: builder.name, line: builder.line)
        : .tooLarge(name: builder.name, limit: "\(FileError.words(bytes: Limits.cellBytes)) in a cell")
    }
  }

  /// Completes the last row, which may lack a line end, and gives the table.
  func finish() throws(CSVError) -> (DataTable, TableLayout) {
    let code = withUnsafeMutablePointer(to: &builder) { builder in
      csv_fini(&parser, Self.cellEnded, Self.rowEnded, builder)
    }
    if let fault = builder.fault { throw fault }
    if code != 0 { throw .unclosedQuote(name: builder.name, line: builder.line) }
    return try builder.table()
  }

  private static let cellEnded: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
    field, length, context in
    guard let context else { return }
    let bytes = UnsafeBufferPointer(start: field?.assumingMemoryBound(to: UInt8.self), count: field == nil ? 0 : length)
    context.assumingMemoryBound(to: TableBuilder.self).pointee.addCell(bytes)
  }

  private static let rowEnded: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { terminator, context in
    guard let context else { return }
    context.assumingMemoryBound(to: TableBuilder.self).pointee.endRow(terminator: terminator)
  }
}
