import Testing

@testable import LabFiles

@Suite struct JSONTests {
  private func parse(_ text: String) throws(JSONError) -> JSONValue { try JSONValue.parse(Array(text.utf8)) }

  @Test func readsEveryKindOfValue() throws {
    let value = try parse(#" {"a": [1, -2.5, 1e3], "b": {"c": null, "d": true}, "e": "\"\\\n\u00e9\ud83d\ude00é"} "#)
    #expect(value["a"]?.vector == [1, -2.5, 1000])
    #expect(value["b"]?["c"] == .null)
    #expect(value["b"]?["d"] == .bool(true))
    #expect(value["e"]?.text == "\"\\\né😀é")
    #expect(try parse("[]") == .array([]))
    #expect(try parse("{}") == .object([]))
    #expect(try parse("18446744073709551615").unsigned == .max)
  }

  @Test(arguments: [
    ("", "line 1: a value is missing at the end"), ("[1,]", "line 1: a value is neither number nor text"),
    ("{\"a\": 1,}", "line 1: a key in quotation marks is missing"), ("[1\n2]", "line 2: a comma or ] is missing"),
    ("{\"a\" 1}", "line 1: a colon is missing after 'a'"),
    ("{\"a\":1\n,\"a\":2}", "line 2: the key 'a' is there twice"),
    ("{\"a\":1", "line 1: a comma or } is missing"), ("[NaN]", "line 1: a value is neither number nor text"),
    ("1e400", "line 1: '1e400' is beyond the range of numbers"), ("01", "line 1: '01' is not a JSON number"),
    ("1.", "line 1: '1.' is not a JSON number"), ("[.5]", "line 1: '.5' is not a JSON number"),
    ("\"abc", "line 1: a text is never closed"), ("\"a\nb\"", "line 1: a text is not closed on its line"),
    ("\"\\q\"", "line 1: a backslash is followed by nothing it may escape"),
    ("\"\\u12\"", "line 1: a \\u escape needs four hexadecimal digits"),
    ("\"\\ud83d\"", "line 1: a \\u escape is half of a character"), ("1 2", "line 1: something follows after the end"),
    ("tru", "line 1: a value is neither number nor text"),
  ])
  func refusals(_ text: String, _ sentence: String) {
    let error = #expect(throws: JSONError.self) { try parse(text) }
    #expect(error?.description == sentence)
  }

  @Test func nestingIsLimited() throws {
    _ = try parse(String(repeating: "[", count: 32) + String(repeating: "]", count: 32))
    let error = #expect(throws: JSONError.self) { try parse(String(repeating: "[", count: 100_000)) }
    #expect(error?.description == "line 1: it is nested deeper than 32")
  }

  @Test func writtenValuesReadBackTheSame() throws {
    let value = JSONValue.object([
      .init("text", .string("a \"b\" \\ \n \u{1} é")),
      .init("numbers", JSONValue([0.1, -0.0, .leastNonzeroMagnitude, 1e300, 2])),
      .init("seed", .integer(.max)), .init("nothing", .array([])), .init("empty", .object([])),
      .init("nested", JSONValue([[1.5, 2], [3, 4]])), .init("yes", .bool(true)), .init("no", .null),
    ])
    #expect(try parse(value.indentedText) == value)
  }

  @Test func numbersThatAreNoneBecomeNull() {
    #expect(JSONValue([.nan, .infinity, 1]).indentedText == "[null, null, 1.0]\n")
  }

  @Test func randomBytesNeverTrap() {
    var generator = SplitMix(state: 4)
    let alphabet = Array("{}[],:\"\\u0123456789.eE-+ \n truefalsn".utf8)
    for _ in 0..<4000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      do throws(JSONError) {
        let value = try JSONValue.parse(bytes)
        #expect((try? parse(value.indentedText)) == value)
      } catch {
        #expect(error.line >= 1)
      }
    }
  }
}
