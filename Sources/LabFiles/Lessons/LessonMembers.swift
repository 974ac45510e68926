import LabCore

/// An object of a lesson's file, whose members are all known.
struct LessonMembers {
  private let members: [String: JSONValue]
  /// The page that it is on, counted from 1.
  let page: Int?
  /// Where it is on the page; empty for the page itself.
  let field: String

  init(_ json: JSONValue, page: Int?, field: String, known: [String]) throws(LessonFlaw) {
    self.page = page
    self.field = field
    guard case .object(let members) = json else {
      throw LessonFlaw(page: page, field: field, problem: "is no object")
    }
    if let other = members.first(where: { !known.contains($0.key) }) {
      let name = LessonMembers.joined(field, other.key.forOneLine())
      throw LessonFlaw(
        page: page, field: name, problem: "is not known here; known are \(known.joined(separator: ", "))")
    }
    self.members = Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
  }

  private static func joined(_ field: String, _ name: String) -> String { field.isEmpty ? name : "\(field).\(name)" }

  func name(of key: String) -> String { LessonMembers.joined(field, key) }

  subscript(key: String) -> JSONValue? { members[key] }

  func flaw(_ key: String, _ problem: String) -> LessonFlaw {
    LessonFlaw(page: page, field: name(of: key), problem: problem)
  }

  func required(_ key: String) throws(LessonFlaw) -> JSONValue {
    guard let value = members[key] else { throw flaw(key, "is missing") }
    return value
  }

  // MARK: - Kinds of values

  /// A number in a range.
  func number(_ key: String, in range: ClosedRange<Double>) throws(LessonFlaw) -> Double? {
    guard let value = members[key] else { return nil }
    guard let number = value.double, range.contains(number) else {
      throw flaw(key, "is no number within \(Int(range.lowerBound)) to \(Int(range.upperBound))")
    }
    return number
  }

  func count(_ key: String, in range: ClosedRange<Int>) throws(LessonFlaw) -> Int? {
    guard let value = members[key] else { return nil }
    guard let count = value.count, range.contains(count) else {
      throw flaw(key, "is no whole number within \(range.lowerBound) to \(range.upperBound)")
    }
    return count
  }

  func seed(_ key: String) throws(LessonFlaw) -> UInt64? {
    guard let value = members[key] else { return nil }
    guard let seed = value.unsigned else { throw flaw(key, "is no whole number") }
    return seed
  }

  func isSet(_ key: String) throws(LessonFlaw) -> Bool {
    switch members[key] {
    case .bool(let value): return value
    case nil: return false
    case .null, .integer, .number, .string, .array, .object: throw flaw(key, "is neither true nor false")
    }
  }

  /// One of several words.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Choice.Type
  ) throws(LessonFlaw) -> Choice? where Choice.RawValue == String {
    guard let value = members[key] else { return nil }
    return try choice(value, key)
  }

  /// Several of them, each once.
  func choices<Choice: RawRepresentable & CaseIterable & Hashable>(
    _ key: String, _ type: Choice.Type
  ) throws(LessonFlaw) -> Set<Choice>? where Choice.RawValue == String {
    guard let value = members[key] else { return nil }
    guard let elements = value.elements else { throw flaw(key, "is no list") }
    var choices: Set<Choice> = []
    for element in elements {
      let choice: Choice = try choice(element, key)
      guard choices.insert(choice).inserted else { throw flaw(key, "has '\(choice.rawValue)' twice") }
    }
    return choices
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: JSONValue, _ key: String
  ) throws(LessonFlaw) -> Choice where Choice.RawValue == String {
    guard let choice = value.text.flatMap(Choice.init(rawValue:)) else {
      throw flaw(key, "is none of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return choice
  }

  // MARK: - Texts

  /// A text in one language or in several.
  ///
  /// - Parameter most: so many letters at most.
  func text(_ key: String, most: Int) throws(LessonFlaw) -> LessonText {
    switch try required(key) {
    case .string(let text):
      try check(text, key, most: most)
      return LessonText(text)
    case .object(let members):
      var texts: [String: String] = [:]
      for member in members {
        let language = member.key.forOneLine()
        guard !member.key.isEmpty, member.key.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") }) else {
          throw flaw(key, "has '\(language)', which is no language")
        }
        guard let text = member.value.text else { throw flaw(key + "." + language, "is no text") }
        try check(text, key + "." + language, most: most)
        texts[member.key] = text
      }
      guard let english = texts.removeValue(forKey: "en") else { throw flaw(key, "has no text in English, \"en\"") }
      return LessonText(english, others: texts)
    case .null, .bool, .integer, .number, .array: throw flaw(key, "is no text")
    }
  }

  /// A text in the language that is spoken of.
  ///
  /// - Parameter most: so many letters at most.
  func words(_ key: String, most: Int) throws(LessonFlaw) -> String {
    guard let text = try required(key).text else { throw flaw(key, "is no text") }
    try check(text, key, most: most)
    return text
  }

  private func check(_ text: String, _ key: String, most: Int) throws(LessonFlaw) {
    if text.allSatisfy(\.isWhitespace) { throw flaw(key, "is empty") }
    if text.count > most { throw flaw(key, "is longer than \(most) letters") }
    if text.contains(where: { $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 } }) {
      throw flaw(key, "is not on one line")
    }
    if text.count(where: { $0 == "*" }) % 2 == 1 { throw flaw(key, "has an asterisk without another") }
  }
}
