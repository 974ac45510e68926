import Testing

@testable import LabFiles

/// Values as JSON and back, by what they say of themselves.
@Suite struct JSONCodingTests {
  private struct Sample: Codable, Equatable {
    enum Kind: Codable, Equatable {
      case plain
      case pair(Int, second: Double)
    }

    var name = "ä \"b\""
    var seed = UInt64.max
    var index = Int.min
    var numbers = [0.1, -0.0, Double.leastNonzeroMagnitude, 5, .greatestFiniteMagnitude]
    var kinds = [Kind.plain, .pair(3, second: -0.5)]
    var missing: Int?
    var nested = [["a": true], [:]]
  }

  @Test func everythingComesBackToTheLastBit() throws {
    let sample = Sample()
    let text = try JSONValue(encoding: sample).indentedText
    let back = try JSONValue.parse(Array(text.utf8)).decoded(as: Sample.self)
    #expect(back == sample)
    #expect(back.numbers.map(\.bitPattern) == sample.numbers.map(\.bitPattern))
  }

  @Test func noNumberIsWrittenThatJSONDoesNotHave() throws {
    var sample = Sample()
    sample.numbers[2] = .nan
    #expect(throws: JSONCodingError(field: "numbers", problem: "is not a number that a file can hold")) {
      try JSONValue(encoding: sample)
    }
    sample.numbers = [.infinity, -.infinity]
    let json = try JSONValue(encoding: sample, nonFinite: .asText)
    #expect(try json.decoded(as: Sample.self, nonFinite: .asText) == sample)
    #expect(throws: JSONCodingError.self) { try json.decoded(as: Sample.self) }
  }

  @Test(arguments: [
    (#"{"name": 3}"#, "name is not a text"), (#"{"name": "a", "other": 1}"#, "other is not known"),
    (#"[1]"#, "is not an object"), (#"{"name": "a"}"#, "seed is missing"),
    (#"{"name": "a", "seed": -1}"#, "seed is not a whole number in its range"),
    (#"{"name": "a", "seed": 1.5}"#, "seed is not a whole number in its range"),
    (#"{"name": "a", "seed": 1, "index": 1e300}"#, "index is not a whole number in its range"),
    (#"{"name": "a", "seed": 1, "index": 1, "numbers": [1, "2"]}"#, "numbers[1] is not a number"),
    (
      #"{"name": "a", "seed": 1, "index": 1, "numbers": [], "kinds": [{"plain": {}}, {"odd": {}}]}"#,
      "kinds[1].odd is not known"
    ),
  ])
  func whatIsWrongIsSaidByItsField(_ text: String, _ problem: String) throws {
    let json = try JSONValue.parse(Array(text.utf8))
    do throws(JSONCodingError) {
      _ = try json.decoded(as: Sample.self)
      Issue.record("\(text) was read")
    } catch {
      #expect(error.description == problem)
    }
  }
}
