/// A JSON document (RFC 8259) as a value. Members keep their order.
///
/// Foundation's coders take duplicate keys, nest 512 deep and refuse a whole document for one NaN; files that people
/// edit by hand and programs that must always be able to save need it the other way round.
public enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// A number that is written without sign, point and exponent and fits, such as a count or a seed.
  case integer(UInt64)
  /// Any other number. NaN and infinities are written as null.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  public struct Member: Sendable, Equatable {
    public var key: String
    public var value: JSONValue

    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  // MARK: Making

  public init(_ count: Int) { self = count < 0 ? .number(Double(count)) : .integer(UInt64(count)) }
  public init(_ values: [Double]) { self = .array(values.map(JSONValue.number)) }
  public init(_ rows: [[Double]]) { self = .array(rows.map { JSONValue($0) }) }
  public init(_ matrices: [[[Double]]]) { self = .array(matrices.map { JSONValue($0) }) }
  public init(_ strings: [String]) { self = .array(strings.map(JSONValue.string)) }

  // MARK: Taking apart

  /// The member with this key, nil where there is none or this is no object.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// How many values it is made of, itself among them, as `Limits.values` counts them.
  var valueCount: Int {
    switch self {
    case .null, .bool, .integer, .number, .string: 1
    case .array(let values): values.reduce(1) { $0 + $1.valueCount }
    case .object(let members): members.reduce(1) { $0 + $1.value.valueCount }
    }
  }

  public var double: Double? {
    switch self {
    case .number(let value): value
    case .integer(let value): Double(value)
    case .null, .bool, .string, .array, .object: nil
    }
  }

  public var unsigned: UInt64? {
    guard case .integer(let value) = self else { return nil }
    return value
  }

  public var count: Int? { unsigned.flatMap { Int(exactly: $0) } }

  public var text: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  public var elements: [JSONValue]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  /// An array of numbers, nil for anything else.
  public var vector: [Double]? { elements?.every(\.double) }
  /// An array of arrays of numbers, nil for anything else.
  public var matrix: [[Double]]? { elements?.every(\.vector) }
  /// An array of arrays of arrays of numbers, nil for anything else.
  public var matrices: [[[Double]]]? { elements?.every(\.matrix) }
  public var strings: [String]? { elements?.every(\.text) }
}

extension Array {
  /// The results for all elements, nil if there is none for one of them.
  fileprivate func every<Result>(_ transform: (Element) -> Result?) -> [Result]? {
    let results = compactMap(transform)
    return results.count == count ? results : nil
  }
}
