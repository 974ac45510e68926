import Foundation
import Testing

@testable import LabFiles

struct WordsFileTests {
  private func read(_ text: String) throws -> Result<WordsFile, FileError> {
    try Fixture.withFolder { folder in
      let path = folder + "/de.json"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      do throws(FileError) { return .success(try WordsFile.read(path)) } catch { return .failure(error) }
    }
  }

  @Test func aTableIsRead() throws {
    let file = try read(
      #"{"language": "de", "name": "Deutsch", "plurals": "oneAndOther", "texts": {"brush": "Pinsel"}}"#
    )
    .get()
    #expect(file.language == "de" && file.name == "Deutsch" && file.plurals == "oneAndOther")
    #expect(!file.isRightToLeft && file.texts == ["brush": "Pinsel"])
  }

  @Test(arguments: [
    ("[]", "is no table of words"),
    (#"{"language": "de"}"#, "does not say its language"),
    (#"{"language": "de", "name": "Deutsch", "texts": {}}"#, "how its numbers choose a form"),
    (#"{"language": "de", "name": "Deutsch", "plurals": "none"}"#, "has no texts"),
    (#"{"language": "de", "name": "Deutsch", "plurals": "none", "texts": {"a": 1}}"#, "has no text at 'a'"),
    (#"{"language": "de", "name": "D", "plurals": "none", "texts": {}, "isRightToLeft": 1}"#, "neither true nor false"),
    (#"{"language": "de", "name": "D", "plurals": "none", "texts": {}, "color": 1}"#, "a member 'color'"),
  ])
  func whatIsNoTableIsRefusedInOneSentence(_ text: String, _ reason: String) throws {
    guard case .failure(let error) = try read(text) else {
      Issue.record("taken: \(text)")
      return
    }
    #expect(error.description.contains(reason) && !error.description.contains("\n"), "\(error)")
  }
}
