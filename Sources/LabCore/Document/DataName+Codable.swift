/// In a file: `{"example": "ring"}`, `{"shipped": "iris"}`, `{"file": "trees"}` or `{"mystery": 4711}`.
extension DataName: Codable {
  private enum CodingKeys: String, CodingKey { case example, shipped, file, mystery }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let key = container.allKeys.first, container.allKeys.count == 1 else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: ""))
    }
    switch key {
    case .example: self = .example(try container.decode(Example.self, forKey: key))
    case .shipped: self = .shipped(try container.decode(ShippedData.self, forKey: key))
    case .file: self = .file(try container.decode(String.self, forKey: key))
    case .mystery: self = .mystery(try container.decode(UInt64.self, forKey: key))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .example(let example): try container.encode(example, forKey: .example)
    case .shipped(let data): try container.encode(data, forKey: .shipped)
    case .file(let name): try container.encode(name, forKey: .file)
    case .mystery(let number): try container.encode(number, forKey: .mystery)
    }
  }
}
