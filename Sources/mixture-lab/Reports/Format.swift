import Glibc
import LabCore
import LabFiles
import LabView

/// Numbers and names as the reports print them.
enum Format {
  /// Six significant digits.
  static func number(_ value: Double) -> String { unsigned(NumberText.printf("%.6g", value)) }

  /// A mean, to a hundredth of its component's standard deviation, and to six significant digits at least: positions far
  /// from zero, such as times in seconds, differ in their last digits.
  static func mean(_ value: Double, deviation: Double) -> String {
    let magnitude = log10(abs(value)).rounded(.down)
    let digits = magnitude - log10(deviation / 100).rounded(.down) + 1
    if digits <= 6 || value == 0 || !value.isFinite { return number(value) }
    // Whole where the digits end before the point: no power of ten.
    let shown = magnitude < 15 ? max(digits, magnitude + 1) : digits
    return shown < 17 ? NumberText.printf("%.\(Int(shown))g", value) : CSVFile.number(value)
  }

  /// A log-likelihood or a criterion made from one: five digits after the point, unless there are more than a number
  /// holds before it.
  static func total(_ value: Double) -> String {
    abs(value) < 1e15 ? fixed(value, 5) : NumberText.printf("%g", value)
  }

  /// So many digits after the point.
  static func fixed(_ value: Double, _ digits: Int) -> String { unsigned(NumberText.printf("%.\(digits)f", value)) }

  /// Without the sign of what is rounded to zero.
  private static func unsigned(_ text: String) -> String {
    text.hasPrefix("-") && text.dropFirst().allSatisfy { $0 == "0" || $0 == "." } ? String(text.dropFirst()) : text
  }

  /// A file that is read, as it is called in a sentence.
  static func input(_ path: String) -> String { FileError.name(ofInput: path) }

  /// A count with its noun, such as "1 point" and "2 points".
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// The letter of a component, as in the window.
  static func component(_ index: Int) -> String { ComponentName.letter(index) }

  /// A dozen names in quotation marks.
  static func list(_ names: [String]) -> String { listed(names.map { "'\($0)'" }) }

  /// A dozen of what stands as it is.
  static func listed(_ names: [String]) -> String {
    let shown = names.prefix(12).joined(separator: ", ")
    return names.count > 12 ? "\(shown) and \(names.count - 12) more" : shown
  }
}
