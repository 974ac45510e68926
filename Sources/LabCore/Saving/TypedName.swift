/// Names of files as they are typed.
extension String {
  /// What of a typed text a name can hold: no control characters.
  var printable: String { filter { $0.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 } } }

  /// The path to write where this is its name: one without an extension gets the usual ending.
  func path(usualEnding: String) -> String {
    let last = split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    return last.isEmpty || last.dropFirst().contains(".") ? self : self + usualEnding
  }
}
