/// Reads numbers with a decimal point, or with a decimal comma where the cells are not separated by commas.
///
/// The first number with a mark decides for the whole file: after `1,5`, the cell `1.5` is no number, and the other way
/// round, so that `1.234,5` or a thousands separator cannot pass as something it is not.
struct DecimalMark {
  /// The mark in force, nil while every number was whole.
  private(set) var mark: UInt8?
  private let mayBeComma: Bool

  /// - Parameter mark: the one that somebody named.
  init(separator: UInt8, mark: UInt8? = nil) {
    mayBeComma = separator != UInt8(ascii: ",")
    self.mark = mark ?? (mayBeComma ? nil : UInt8(ascii: "."))
  }

  /// Whether a text is a number with the mark that is not in force.
  func isNumberOtherwise(_ text: String) -> Bool {
    guard let mark else { return false }
    let other = mark == UInt8(ascii: ",") ? UInt8(ascii: ".") : UInt8(ascii: ",")
    return text.utf8.contains(other)
      && Array(text.utf8).withUnsafeBufferPointer { DecimalNumber.parse($0, decimalMark: other) != nil }
  }

  mutating func number(in bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    if let mark { return DecimalNumber.parse(bytes, decimalMark: mark) }
    if let value = DecimalNumber.parse(bytes) {
      if bytes.contains(UInt8(ascii: ".")) { mark = UInt8(ascii: ".") }
      return value
    }
    guard let value = DecimalNumber.parse(bytes, decimalMark: UInt8(ascii: ",")) else { return nil }
    mark = UInt8(ascii: ",")
    return value
  }
}
