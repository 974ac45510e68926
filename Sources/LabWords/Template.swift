/// Templates with named places, a small part of ICU's message format:
/// "Add {missing, plural, one {# more point} other {# more points}}: {components} components need them".
///
/// `{name}` is the value of that name. `{name, plural, form {…} form {…}}` chooses by a count, and `#` in the chosen form
/// is that count; the form "other" is required.
enum Template {
  /// The text, or `nil` where the template is malformed or names what is not there.
  static func filled(_ template: String, _ values: [String: Sentence.Value], _ language: Language) -> String? {
    guard template.contains(where: { $0 == "{" || $0 == "}" }) else { return template }
    var rest = template[...]
    return fill(&rest, values, language, count: nil, isNested: false)
  }

  /// The names of a template's places, in order of appearance.
  static func names(_ template: String) -> [String] {
    template.split(separator: "{").dropFirst().map { part in
      String(part.prefix { $0 != "}" && $0 != "," }).trimmed
    }
  }

  private static func fill(
    _ rest: inout Substring, _ values: [String: Sentence.Value], _ language: Language, count: Int?, isNested: Bool
  ) -> String? {
    var text = ""
    while let character = rest.first {
      if character == "}" { return isNested ? text : nil }
      rest.removeFirst()
      switch character {
      case "{":
        guard let part = place(&rest, values, language) else { return nil }
        text += part
      case "#" where count != nil: text += CountText.grouped(count ?? 0)
      default: text.append(character)
      }
    }
    return isNested ? nil : text
  }

  /// What stands in braces, from after the opening one to after the closing one.
  private static func place(_ rest: inout Substring, _ values: [String: Sentence.Value], _ language: Language)
    -> String?
  {
    let head = rest.prefix { $0 != "}" && $0 != "," && $0 != "{" }
    rest.removeFirst(head.count)
    guard let value = values[String(head).trimmed], let sign = rest.popFirst() else { return nil }
    if sign == "}" { return value.text }
    let kind = rest.prefix { $0 != "," && $0 != "}" && $0 != "{" }
    guard sign == ",", String(kind).trimmed == "plural", case .count(let count) = value else { return nil }
    rest.removeFirst(kind.count)
    guard rest.popFirst() == "," else { return nil }
    let wanted = language.plurals.form(of: count).rawValue
    var chosen: String?
    var other: String?
    while true {
      rest = rest.drop { $0 == " " }
      if rest.first == "}" {
        rest.removeFirst()
        return chosen ?? other
      }
      let form = rest.prefix { $0 != "{" && $0 != "}" }
      rest.removeFirst(form.count)
      guard rest.popFirst() == "{", let text = fill(&rest, values, language, count: count, isNested: true),
        rest.popFirst() == "}"
      else { return nil }
      let name = String(form).trimmed
      if name == wanted { chosen = text }
      if name == PluralRule.Form.other.rawValue { other = text }
    }
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}

/// Counts as text.
public enum CountText {
  /// A whole number in groups of three from five digits on: 1 000 000, with spaces that do not break.
  public static func grouped(_ count: Int) -> String {
    let digits = Array(String(count.magnitude))
    let sign = count < 0 ? "\u{2212}" : ""
    guard digits.count > 4 else { return sign + String(digits) }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "\u{00A0}" }
      text.append(digit)
    }
    return sign + text
  }
}
