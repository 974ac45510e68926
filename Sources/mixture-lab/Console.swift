import Glibc

/// The program's two voices: results on standard output, words on standard error.
enum Console {
  /// Writes a result. Throws when standard output takes no more, as on a full disk.
  static func write(_ text: String) throws(Failure) {
    let code = write(text, to: STDOUT_FILENO)
    if code != 0 {
      let reason = String(cString: strerror(code)).lowercased()
      throw Failure("cannot write the result to standard output (\(reason)); redirect it somewhere else")
    }
  }

  /// Writes one line of words.
  static func note(_ line: String) { _ = write("mixture-lab: \(line)\n", to: STDERR_FILENO) }

  /// Writes without a line end, for a line that will be overwritten.
  static func draw(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes all of the text and returns 0, or the `errno` of the failure.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        if count < 0 && errno != EINTR { return errno }
        written += max(0, count)
      }
      return 0
    }
  }
}

/// Standard output for results that are printed piece by piece, written in large ones.
final class BufferedConsole {
  private var text = ""

  func write(_ piece: String) throws(Failure) {
    text += piece
    if text.utf8.count > 1 << 16 { try flush() }
  }

  /// To be called at the end.
  func flush() throws(Failure) {
    try Console.write(text)
    text.removeAll(keepingCapacity: true)
  }
}
