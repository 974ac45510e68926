/// A key or an index on the way to a value.
struct JSONKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }

  init(intValue: Int) {
    stringValue = String(intValue)
    self.intValue = intValue
  }
}

/// Why a value cannot be written as JSON, or JSON is not the value asked for.
public struct JSONCodingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Where, as in `lanes[0].start.means`; empty for the whole.
  public let field: String
  /// A clause.
  public let problem: String

  public init(field: String, problem: String) {
    self.field = field
    self.problem = problem
  }

  init(_ path: [any CodingKey], _ problem: String) {
    var field = ""
    for key in path {
      if let index = key.intValue {
        field += "[\(index)]"
      } else {
        field += (field.isEmpty ? "" : ".") + key.stringValue.forOneLine()
      }
    }
    self.init(field: field, problem: problem)
  }

  public var description: String { field.isEmpty ? problem : "\(field) \(problem)" }
}

/// What is done with numbers that JSON does not have: NaN and the infinities.
public enum NonFinite: Sendable {
  case refused
  /// Written as the texts NaN, Infinity and -Infinity.
  case asText

  static func text(_ value: Double) -> String { value.isNaN ? "NaN" : value > 0 ? "Infinity" : "-Infinity" }

  static func value(_ text: String) -> Double? {
    switch text {
    case "NaN": .nan
    case "Infinity": .infinity
    case "-Infinity": -.infinity
    default: nil
    }
  }
}
