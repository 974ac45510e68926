import ArgumentParser

/// Numbers as arguments: what is none is refused with a word on what is wanted. Whether one is in its range is looked at
/// by the command, which knows more.
enum NumberArgument {
  /// A whole number.
  ///
  /// - Parameter range: what to ask for.
  static func whole(_ argument: String, _ range: ClosedRange<Int>) throws -> Int {
    guard let number = Int(argument) else {
      throw ValidationError("give a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// Any number.
  static func real(_ argument: String) throws -> Double {
    guard let number = Double(argument) else { throw ValidationError("give a number, as in 0.001 or 1e-3") }
    return number
  }
}
