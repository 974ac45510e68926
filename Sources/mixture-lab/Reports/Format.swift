import Foundation

/// Numbers and names as the reports print them.
enum Format {
  /// Six significant digits.
  static func number(_ value: Double) -> String { String(format: "%.6g", value) }

  /// A log-likelihood or a criterion made from one: five digits after the point.
  static func total(_ value: Double) -> String { String(format: "%.5f", value) }

  /// A count with its noun, such as "1 point" and "2 points".
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// The letter of a component, as in the window: A … Z, then A2 … Z2 and so on.
  static func component(_ index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
    return index < 26 ? letter : letter + String(index / 26 + 1)
  }
}
