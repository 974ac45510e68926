extension String {
  /// This text as it can stand in a sentence: one line, without control characters, and short.
  package func forOneLine(atMost length: Int = 40) -> String {
    let visible = visibleInOneLine
    return visible.count <= length ? visible : visible.prefix(length - 1) + "…"
  }

  /// This text in one line, as long as it is: control characters, and those that turn what follows around, are blanks.
  package var visibleInOneLine: String {
    func turns(_ scalar: Unicode.Scalar) -> Bool {
      (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
    return String(
      unicodeScalars.map { $0.properties.generalCategory == .control || turns($0) ? " " : Character($0) })
  }
}
