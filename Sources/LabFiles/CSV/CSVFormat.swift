/// What has to be known before a table can be parsed: where it starts and what separates its cells.
///
/// Found by looking at the head of the file, its first `headLength` bytes.
struct CSVFormat: Equatable {
  static let headLength = 1 << 16

  /// The number of bytes to skip at the start: a UTF-8 byte order mark, Excel's `sep=;`, comments.
  private(set) var skippedBytes = 0
  private(set) var skippedLines = 0
  /// How many of those lines are comments.
  private(set) var comments = 0
  private(set) var separator = UInt8(ascii: ",")

  /// - Parameter named: the separator that somebody named.
  init(head: UnsafeBufferPointer<UInt8>, name: String, separator named: UInt8? = nil) throws(CSVError) {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { skippedBytes = 3 }
    if let kind = Self.knownKind(of: head) { throw .notACSV(name: name, looksLike: kind) }
    var isDeclared = takeDeclaredSeparator(of: head.dropFirst(skippedBytes))
    if let named {
      separator = named
      isDeclared = true
    }
    skipComments(of: head.dropFirst(skippedBytes), &isDeclared)
    if !isDeclared, SpacedRows.are(in: head.dropFirst(skippedBytes)) { throw .separatedBySpaces(name: name) }
  }

  /// The separator that Excel writes in a line of its own, as `sep=;`, and the length of that line.
  private static func declaredSeparator(in head: Slice<UnsafeBufferPointer<UInt8>>) -> (separator: UInt8, length: Int)?
  {
    guard let length = lineLength(head), length >= 6 else { return nil }
    let line = head.prefix(length).filter { $0 != UInt8(ascii: "\"") && $0 != 0x0A && $0 != 0x0D }
    guard line.count == 5, line.starts(with: "sep=".utf8), candidates.contains(line[4]) else { return nil }
    return (line[4], length)
  }

  private mutating func takeDeclaredSeparator(of head: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let declared = Self.declaredSeparator(in: head) else { return false }
    separator = declared.separator
    skippedBytes += declared.length
    skippedLines += 1
    return true
  }

  /// Skips the lines at the beginning that start with `#`, and finds the separator of the others, which may be declared
  /// above or below them. The last of them may be the header, as numpy writes it: where it has as many cells as the row
  /// below, and that has numbers.
  private mutating func skipComments(of head: Slice<UnsafeBufferPointer<UInt8>>, _ isDeclared: inout Bool) {
    var lines: [Slice<UnsafeBufferPointer<UInt8>>] = []
    var rest = head
    while rest.first == UInt8(ascii: "#"), let length = Self.lineLength(rest) {
      lines.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    if !isDeclared, takeDeclaredSeparator(of: rest) {
      isDeclared = true
      return skip(lines)
    }
    if !isDeclared { separator = Self.separator(in: rest.isEmpty ? head : rest) }
    guard !rest.isEmpty, let last = lines.last else { return }
    let width = Self.separatorCounts(in: rest, of: [separator]).first ?? [0]
    let isHeader =
      width[0] > 0 && Self.separatorCounts(in: last, of: [separator]).first == width
      && Self.hasNumbers(rest, separator: separator)
    if isHeader { lines.removeLast() }
    skip(lines)
    // The sign is not a part of the first name.
    if isHeader {
      skippedBytes += 1 + last.dropFirst().prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "#") }.count
    }
  }

  /// Whether some cell of the first row looks like a number: of a row of names none does.
  private static func hasNumbers(_ rest: Slice<UnsafeBufferPointer<UInt8>>, separator: UInt8) -> Bool {
    let row = rest.prefix { $0 != 0x0A && $0 != 0x0D }
    return row.split(separator: separator).contains { cell in
      let signs = cell.filter { !" \"+-.,eE".utf8.contains($0) }
      return !signs.isEmpty && signs.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
  }

  private mutating func skip(_ lines: [Slice<UnsafeBufferPointer<UInt8>>]) {
    comments = lines.count
    skippedLines += lines.count
    skippedBytes += lines.reduce(0) { $0 + $1.count }
  }

  /// The length of the first line with its end; nil where it does not end here.
  private static func lineLength(_ head: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard let end = head.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
    let isCRLF = head[end] == 0x0D && end + 1 < head.endIndex && head[end + 1] == 0x0A
    return end - head.startIndex + (isCRLF ? 2 : 1)
  }

  private static let candidates = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")]

  static let json = "JSON, as scenes and models are"

  /// The kind of file that these first bytes give away, nil where they may be a table's.
  private static func knownKind(of head: UnsafeBufferPointer<UInt8>) -> String? {
    let signatures: [(bytes: [UInt8], kind: String)] = [
      ([0x50, 0x4B, 0x03, 0x04], "ZIP, as .xlsx and .ods are"), ([0x89, 0x50, 0x4E, 0x47], "PNG"),
      ([0x25, 0x50, 0x44, 0x46], "PDF"), ([0x47, 0x49, 0x46, 0x38], "GIF"), ([0xFF, 0xD8, 0xFF], "JPEG"),
      ([0x1F, 0x8B], "gzip"), ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel or Word file"),
      ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ]
    if let match = signatures.first(where: { head.starts(with: $0.bytes) }) { return match.kind }
    // Scenes, models and sessions that come through a pipe, or where only tables are read.
    if OutputFile.Content.looksLikeJSON(Array(head.prefix(64))) { return json }
    return head.contains(0) ? "binary data" : nil
  }

  /// The separator that stands equally often, at least once, in every row of the head; failing that, the one found in
  /// most rows; a comma for a single column.
  ///
  /// Semicolons come before commas, because where rows agree on both, as in `1,5;2,5`, the commas are decimal commas.
  private static func separator(in head: Slice<UnsafeBufferPointer<UInt8>>) -> UInt8 {
    let rows = separatorCounts(in: head, of: candidates)
    guard let first = rows.first else { return UInt8(ascii: ",") }
    for (index, candidate) in candidates.enumerated() where first[index] > 0 {
      if rows.allSatisfy({ $0[index] == first[index] }) { return candidate }
    }
    let frequency = candidates.indices.map { index in rows.count { $0[index] > 0 } }
    let most = frequency.max() ?? 0
    guard most > 0, let winner = frequency.firstIndex(of: most) else { return UInt8(ascii: ",") }
    return candidates[winner]
  }

  /// How often each candidate stands outside quotation marks, for up to 100 complete rows that are not blank.
  private static func separatorCounts(
    in head: Slice<UnsafeBufferPointer<UInt8>>, of candidates: [UInt8]
  ) -> [[Int]] {
    var rows: [[Int]] = []
    var counts = candidates.map { _ in 0 }
    var isQuoted = false
    var isBlank = true
    for byte in head {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if !isBlank { rows.append(counts) }
        if rows.count == 100 { return rows }
        counts = candidates.map { _ in 0 }
        isBlank = true
      } else {
        if byte != UInt8(ascii: " ") { isBlank = false }
        if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
      }
    }
    // The head may end inside a row; its counts stand for it only where they are all there is.
    if !isBlank, rows.isEmpty || head.count < headLength - 3 { rows.append(counts) }
    return rows
  }
}
