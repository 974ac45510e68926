extension JSONValue {
  /// The value that this JSON says (`Decodable`). Throws for the first field that is missing, of another kind, out of the
  /// range of its type, or not known: what a program does not understand it had better not leave out.
  public func decoded<Value: Decodable>(
    as type: Value.Type, nonFinite: NonFinite = .refused
  ) throws(JSONCodingError) -> Value {
    do {
      return try JSONValueDecoder(json: self, codingPath: [], nonFinite: nonFinite).read(type)
    } catch let error as JSONCodingError {
      throw error
    } catch let error as DecodingError {
      throw error.inJSON
    } catch {
      throw JSONCodingError(field: "", problem: "cannot be read")
    }
  }
}

extension DecodingError {
  /// The same, by its field. What a type says against its own content is its own clause.
  fileprivate var inJSON: JSONCodingError {
    switch self {
    case .dataCorrupted(let context): JSONCodingError(context.codingPath, "is not usable")
    case .keyNotFound(let key, let context): JSONCodingError(context.codingPath + [key], "is missing")
    case .valueNotFound(_, let context): JSONCodingError(context.codingPath, "is missing")
    case .typeMismatch(_, let context): JSONCodingError(context.codingPath, "is of another kind")
    @unknown default: JSONCodingError(field: "", problem: "cannot be read")
    }
  }
}

private struct JSONValueDecoder: Decoder {
  let json: JSONValue
  let codingPath: [any CodingKey]
  let nonFinite: NonFinite
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func read<Value: Decodable>(_ type: Value.Type) throws -> Value {
    // Long columns of numbers need no decoder for each.
    if type == [Double].self, let numbers = json.vector as? Value { return numbers }
    return try Value(from: self)
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let members) = json else { throw error("is not an object") }
    if let unknown = members.first(where: { Key(stringValue: $0.key) == nil }) {
      throw JSONCodingError(codingPath + [JSONKey(stringValue: unknown.key)], "is not known")
    }
    return KeyedDecodingContainer(Keyed<Key>(decoder: self, members: members))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .array(let elements) = json else { throw error("is not a list") }
    return Unkeyed(decoder: self, elements: elements)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { Single(decoder: self) }

  func error(_ problem: String) -> JSONCodingError { JSONCodingError(codingPath, problem) }

  func at(_ json: JSONValue, _ key: some CodingKey) -> JSONValueDecoder {
    JSONValueDecoder(json: json, codingPath: codingPath + [key], nonFinite: nonFinite)
  }

  // MARK: Numbers

  func double() throws -> Double {
    if let number = json.double { return number }
    if nonFinite == .asText, let number = json.text.flatMap(NonFinite.value) { return number }
    throw error("is not a number")
  }

  func integer<Integer: BinaryInteger>() throws -> Integer {
    switch json {
    case .integer(let value): if let integer = Integer(exactly: value) { return integer }
    case .number(let value): if let integer = Integer(exactly: value) { return integer }
    case .null, .bool, .string, .array, .object: throw error("is not a whole number")
    }
    throw error("is not a whole number in its range")
  }

  // MARK: Containers

  private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: JSONValueDecoder
    let members: [JSONValue.Member]
    var codingPath: [any CodingKey] { decoder.codingPath }
    var allKeys: [Key] { members.compactMap { Key(stringValue: $0.key) } }

    func contains(_ key: Key) -> Bool { decoder.json[key.stringValue] != nil }
    func decodeNil(forKey key: Key) throws -> Bool { try at(key).json == .null }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try at(key).read(type) }
    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { try at(key).container(keyedBy: type) }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      try at(key).unkeyedContainer()
    }
    func superDecoder() throws -> any Decoder { decoder }
    func superDecoder(forKey key: Key) throws -> any Decoder { try at(key) }

    private func at(_ key: Key) throws -> JSONValueDecoder {
      guard let value = decoder.json[key.stringValue] else {
        throw JSONCodingError(codingPath + [key], "is missing")
      }
      return decoder.at(value, key)
    }
  }

  private struct Unkeyed: UnkeyedDecodingContainer {
    let decoder: JSONValueDecoder
    let elements: [JSONValue]
    var currentIndex = 0
    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    mutating func decodeNil() throws -> Bool {
      guard !isAtEnd, elements[currentIndex] == .null else { return false }
      currentIndex += 1
      return true
    }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().read(type) }
    mutating func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> { try next().container(keyedBy: type) }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder { try next() }

    private mutating func next() throws -> JSONValueDecoder {
      guard !isAtEnd else { throw decoder.error("is too short") }
      defer { currentIndex += 1 }
      return decoder.at(elements[currentIndex], JSONKey(intValue: currentIndex))
    }
  }

  private struct Single: SingleValueDecodingContainer {
    let decoder: JSONValueDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { decoder.json == .null }
    func decode(_ type: Bool.Type) throws -> Bool {
      guard case .bool(let value) = decoder.json else { throw decoder.error("is neither true nor false") }
      return value
    }
    func decode(_ type: String.Type) throws -> String {
      guard let text = decoder.json.text else { throw decoder.error("is not a text") }
      return text
    }
    func decode(_ type: Double.Type) throws -> Double { try decoder.double() }
    func decode(_ type: Float.Type) throws -> Float { Float(try decoder.double()) }
    func decode(_ type: Int.Type) throws -> Int { try decoder.integer() }
    func decode(_ type: Int8.Type) throws -> Int8 { try decoder.integer() }
    func decode(_ type: Int16.Type) throws -> Int16 { try decoder.integer() }
    func decode(_ type: Int32.Type) throws -> Int32 { try decoder.integer() }
    func decode(_ type: Int64.Type) throws -> Int64 { try decoder.integer() }
    func decode(_ type: UInt.Type) throws -> UInt { try decoder.integer() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try decoder.integer() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try decoder.integer() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try decoder.integer() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try decoder.integer() }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.read(type) }
  }
}
