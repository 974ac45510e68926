extension String {
  /// This text as it can stand in a sentence: one line, without control characters, and short.
  package func forOneLine(atMost length: Int = 40) -> String {
    let visible = String(unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) })
    return visible.count <= length ? visible : visible.prefix(length - 1) + "…"
  }
}
