import ArgumentParser

/// Standard input, which can be read once.
enum StandardInput {
  static func takeOnce(_ inputs: [String?]) throws {
    guard inputs.count(where: { $0 == "-" || $0 == "/dev/stdin" }) <= 1 else {
      throw ValidationError("standard input can be read once; name a file for one of the two")
    }
  }
}
