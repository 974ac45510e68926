/// An entry is an object with one member, called what the entry is.
extension SessionEntry: Codable {
  private enum Key: String, CodingKey, CaseIterable { case scene, moment, command, computed, answer }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let keys = container.allKeys
    guard let key = keys.first, keys.count == 1 else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: ""))
    }
    switch key {
    case .scene: self = .scene(try container.decode(LabScene.self, forKey: key))
    case .moment: self = .moment(try container.decode(SessionMoment.self, forKey: key))
    case .command: self = .command(try container.decode(Command.self, forKey: key))
    case .computed: self = .computed(try container.decode(Int.self, forKey: key))
    case .answer: self = .answer(try container.decode(SessionAnswer.self, forKey: key))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .scene(let scene): try container.encode(scene, forKey: .scene)
    case .moment(let moment): try container.encode(moment, forKey: .moment)
    case .command(let command): try container.encode(command, forKey: .command)
    case .computed(let count): try container.encode(count, forKey: .computed)
    case .answer(let answer): try container.encode(answer, forKey: .answer)
    }
  }
}
