import LabCore
import LabView

/// Numbers and names as the reports print them.
enum Format {
  /// Six significant digits.
  static func number(_ value: Double) -> String { NumberText.printf("%.6g", value) }

  /// A log-likelihood or a criterion made from one: five digits after the point.
  static func total(_ value: Double) -> String { fixed(value, 5) }

  /// So many digits after the point.
  static func fixed(_ value: Double, _ digits: Int) -> String { NumberText.printf("%.\(digits)f", value) }

  /// A count with its noun, such as "1 point" and "2 points".
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// The letter of a component, as in the window.
  static func component(_ index: Int) -> String { ComponentName.letter(index) }

  /// A dozen names in quotation marks.
  static func list(_ names: [String]) -> String {
    let shown = names.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > 12 ? "\(shown) and \(names.count - 12) more" : shown
  }
}
