import Glibc
import LabWords

/// Numbers as the window writes them: a real minus sign, fixed decimals, the same on every machine whatever its locale.
public enum NumberText {
  static let minus = "\u{2212}"
  /// What stands for a number that there is not.
  static let none = "–"
  /// As wide as a weight, and as the number of components, can become.
  static let widestWeight = "0.000"
  static let widestCount = "00"

  /// As C's `printf` writes one number by this conversion, as in `%.6g`.
  public static func printf(_ conversion: String, _ value: Double) -> String {
    withVaList([value]) { arguments in
      // The longest is the largest finite number with fifteen decimals: 325 digits.
      String(unsafeUninitializedCapacity: 400) { buffer in
        let length = buffer.withMemoryRebound(to: CChar.self) {
          vsnprintf($0.baseAddress, $0.count, conversion, arguments)
        }
        return min(max(0, Int(length)), 399)
      }
    }
  }

  /// A fixed number of decimals; none for what is no number. Never a negative zero.
  public static func decimal(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return none }
    var text = printf("%.\(min(max(digits, 0), 15))f", abs(value))
    if value < 0, text.contains(where: { $0 != "0" && $0 != "." }) { text = minus + text }
    return text
  }

  /// A share, 0 … 1, in percent without the sign.
  static func percent(_ share: Double) -> String { decimal(100 * share, digits: 0) }

  /// With its sign, as a gain is written.
  public static func signed(_ value: Double, digits: Int) -> String {
    let text = decimal(value, digits: digits)
    return value.isFinite && !text.hasPrefix(minus) ? "+" + text : text
  }

  /// A log-likelihood in at most eight glyphs: two decimals, one from 10 000, none from 100 000.
  public static func logLikelihood(_ value: Double) -> String {
    let magnitude = abs(value)
    if magnitude >= 9_999_999 { return general(value) }
    // What would be rounded up to one digit more counts as already there.
    return decimal(value, digits: magnitude >= 99_999.95 ? 0 : magnitude >= 9_999.995 ? 1 : 2)
  }

  /// A gain: as many decimals as tell it from zero, at most four; below that two digits with an exponent.
  public static func gain(_ value: Double) -> String {
    let magnitude = abs(value)
    if magnitude > 0, magnitude < 5e-5 { return (value < 0 ? minus : "+") + general(magnitude, significant: 2) }
    if magnitude >= 9999 { return value < 0 ? general(value) : "+" + general(value) }
    let digits = magnitude >= 100 ? 1 : magnitude >= 0.1 || magnitude == 0 ? 2 : 4
    return signed(value, digits: digits)
  }

  /// Two significant digits without an exponent where that is short: 0.00015, 0.0027, 1.5.
  public static func compact(_ value: Double) -> String {
    guard value.isFinite, value != 0, abs(value) >= 1e-6, abs(value) < 1e6 else { return general(value) }
    let power = Int(log10(abs(value)).rounded(.down))
    var text = decimal(value, digits: max(0, 1 - power))
    while text.contains("."), text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// Few significant digits, with an exponent where that is shorter: 1.2e9.
  public static func general(_ value: Double, significant: Int = 3) -> String {
    guard value.isFinite else { return none }
    let text = printf("%.\(significant)g", abs(value)).replacing("e+0", with: "e").replacing("e+", with: "e")
      .replacing("e-0", with: "e" + minus).replacing("e-", with: "e" + minus)
    return value < 0 ? minus + text : text
  }

  /// A position: as many decimals as tell it from its neighbors `step` away, two or more for numbers of everyday size.
  static func coordinate(_ value: Double, step: Double) -> String {
    let magnitude = abs(value)
    guard step > 0, step.isFinite else { return general(value) }
    let digits = Int(min(max((-log10(step)).rounded(.up), 0), 12))
    if magnitude == 0 || (magnitude >= 0.1 && magnitude < 10_000) { return decimal(value, digits: max(digits, 2)) }
    if magnitude >= 10_000, magnitude < 1e9 { return decimal(value, digits: digits) }
    let significant = log10(max(magnitude / step, 1)).rounded(.up) + 1
    var text = general(value, significant: Int(min(max(significant, 3), 17)))
    // Both of a pair have their digits: (−0.0752, −0.0300).
    guard magnitude >= 1e-4, magnitude < 0.1, text.contains(".") else { return text }
    while text.filter(\.isNumber).drop(while: { $0 == "0" }).count < 3 { text.append("0") }
    return text
  }

  /// A density: five decimals where they show something.
  static func density(_ value: Double) -> String {
    value == 0 || (value >= 1e-4 && value < 100) ? decimal(value, digits: 5) : general(value)
  }
}

extension Words {
  /// A share, 0 … 1, in percent.
  func percent(_ share: Double) -> String { self(.percentOf(value: NumberText.percent(share))) }
}
