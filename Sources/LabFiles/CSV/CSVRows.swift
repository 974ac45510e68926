import CCSV

/// The rows of a table one after the other, as cells of bytes. For tables that `CSVStream` has found sound.
enum CSVRows {
  static func forEach(in bytes: [UInt8], separator: UInt8, skipping skipped: Int, _ body: ([[UInt8]]) throws -> Void)
    throws
  {
    var parser = csv_parser()
    csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
    csv_set_delim(&parser, separator)
    defer { csv_free(&parser) }
    var rows = Rows()
    // In pieces, so that only so many rows are held at a time.
    for start in stride(from: skipped, to: bytes.count, by: 1 << 16) {
      bytes[start..<min(start + 1 << 16, bytes.count)].withUnsafeBufferPointer { piece in
        withUnsafeMutablePointer(to: &rows) { rows in
          _ = csv_parse(&parser, piece.baseAddress, piece.count, cellEnded, rowEnded, rows)
        }
      }
      for row in rows.complete { try body(row) }
      rows.complete.removeAll(keepingCapacity: true)
    }
    withUnsafeMutablePointer(to: &rows) { rows in _ = csv_fini(&parser, cellEnded, rowEnded, rows) }
    for row in rows.complete { try body(row) }
  }

  private struct Rows {
    var complete: [[[UInt8]]] = []
    var cells: [[UInt8]] = []
  }

  private static let cellEnded: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
    field, length, context in
    let bytes = UnsafeRawBufferPointer(start: field, count: field == nil ? 0 : length)
    context?.assumingMemoryBound(to: Rows.self).pointee.cells.append(Array(bytes))
  }

  private static let rowEnded: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, context in
    guard let rows = context?.assumingMemoryBound(to: Rows.self) else { return }
    rows.pointee.complete.append(rows.pointee.cells)
    rows.pointee.cells.removeAll()
  }
}
