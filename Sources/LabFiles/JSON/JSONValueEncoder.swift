extension JSONValue {
  /// A value as JSON, by what it says of itself (`Encodable`). Throws where it has a number that JSON does not have.
  public init(encoding value: some Encodable, nonFinite: NonFinite = .refused) throws(JSONCodingError) {
    do {
      self = try JSONValueEncoder.json(value, [], nonFinite)
    } catch let error as JSONCodingError {
      throw error
    } catch {
      throw JSONCodingError(field: "", problem: "cannot be written")
    }
  }
}

/// A place for one value in the making.
private final class JSONPlace {
  enum Content {
    case empty
    case value(JSONValue)
    case array([JSONPlace])
    case object([(key: String, place: JSONPlace)])
  }

  var content = Content.empty

  var json: JSONValue {
    switch content {
    case .empty: .object([])
    case .value(let value): value
    case .array(let places): .array(places.map(\.json))
    case .object(let members): .object(members.map { JSONValue.Member($0.key, $0.place.json) })
    }
  }

  func member(_ key: String) -> JSONPlace {
    let place = JSONPlace()
    if case .object(var members) = content {
      content = .empty
      members.append((key, place))
      content = .object(members)
    } else {
      content = .object([(key, place)])
    }
    return place
  }

  func element() -> JSONPlace {
    let place = JSONPlace()
    if case .array(var places) = content {
      content = .empty
      places.append(place)
      content = .array(places)
    } else {
      content = .array([place])
    }
    return place
  }

  var count: Int {
    guard case .array(let places) = content else { return 0 }
    return places.count
  }
}

private struct JSONValueEncoder: Encoder {
  let place: JSONPlace
  let codingPath: [any CodingKey]
  let nonFinite: NonFinite
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  static func json(_ value: some Encodable, _ path: [any CodingKey], _ nonFinite: NonFinite) throws -> JSONValue {
    let place = JSONPlace()
    try JSONValueEncoder(place: place, codingPath: path, nonFinite: nonFinite).write(value)
    return place.json
  }

  func write(_ value: some Encodable) throws {
    // Long columns of numbers need no encoder for each.
    if let numbers = value as? [Double] {
      place.content = .value(.array(try numbers.map(number)))
    } else {
      try value.encode(to: self)
    }
  }

  func number(_ value: Double) throws -> JSONValue {
    if value.isFinite { return .number(value) }
    guard nonFinite == .asText else { throw JSONCodingError(codingPath, "is not a number that a file can hold") }
    return .string(NonFinite.text(value))
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Keyed<Key>(encoder: self))
  }
  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    place.content = .array([])
    return Unkeyed(encoder: self)
  }
  func singleValueContainer() -> any SingleValueEncodingContainer { Single(encoder: self) }

  func at(_ key: some CodingKey) -> JSONValueEncoder {
    JSONValueEncoder(place: place.member(key.stringValue), codingPath: codingPath + [key], nonFinite: nonFinite)
  }

  func atNext() -> JSONValueEncoder {
    let key = JSONKey(intValue: place.count)
    return JSONValueEncoder(place: place.element(), codingPath: codingPath + [key], nonFinite: nonFinite)
  }

  private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: JSONValueEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil(forKey key: Key) throws { encoder.at(key).place.content = .value(.null) }
    func encode(_ value: some Encodable, forKey key: Key) throws { try encoder.at(key).write(value) }
    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> { encoder.at(key).container(keyedBy: type) }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { encoder.at(key).unkeyedContainer() }
    func superEncoder() -> any Encoder { encoder.at(JSONKey(stringValue: "super")) }
    func superEncoder(forKey key: Key) -> any Encoder { encoder.at(key) }
  }

  private struct Unkeyed: UnkeyedEncodingContainer {
    let encoder: JSONValueEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }
    var count: Int { encoder.place.count }

    func encodeNil() throws { encoder.atNext().place.content = .value(.null) }
    func encode(_ value: some Encodable) throws { try encoder.atNext().write(value) }
    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
      encoder.atNext().container(keyedBy: type)
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.atNext().unkeyedContainer() }
    func superEncoder() -> any Encoder { encoder.atNext() }
  }

  private struct Single: SingleValueEncodingContainer {
    let encoder: JSONValueEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }

    func put(_ value: JSONValue) { encoder.place.content = .value(value) }
    func put(_ value: some BinaryInteger) {
      put(UInt64(exactly: value).map(JSONValue.integer) ?? .number(Double(value)))
    }

    func encodeNil() { put(.null) }
    func encode(_ value: Bool) { put(.bool(value)) }
    func encode(_ value: String) { put(.string(value)) }
    func encode(_ value: Double) throws { put(try encoder.number(value)) }
    func encode(_ value: Float) throws { put(try encoder.number(Double(value))) }
    func encode(_ value: Int) { put(value) }
    func encode(_ value: Int8) { put(value) }
    func encode(_ value: Int16) { put(value) }
    func encode(_ value: Int32) { put(value) }
    func encode(_ value: Int64) { put(value) }
    func encode(_ value: UInt) { put(value) }
    func encode(_ value: UInt8) { put(value) }
    func encode(_ value: UInt16) { put(value) }
    func encode(_ value: UInt32) { put(value) }
    func encode(_ value: UInt64) { put(value) }
    func encode(_ value: some Encodable) throws { try encoder.write(value) }
  }
}
