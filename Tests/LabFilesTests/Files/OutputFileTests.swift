import Foundation
import Testing

@testable import LabFiles

/// An output never replaces what is read, nor a file of another kind.
@Suite struct OutputFileTests {
  private func refusal(_ path: String, _ content: OutputFile.Content, inputs: [String] = []) -> FileError? {
    do throws(FileError) {
      _ = try OutputFile(path, content, inputs: inputs)
      return nil
    } catch {
      return error
    }
  }

  @Test func whatIsReadIsNotReplacedByWhateverName() throws {
    try Fixture.withFolder { folder in
      let (data, soft, hard) = (folder + "/d.csv", folder + "/soft.json", folder + "/hard.json")
      try AtomicFile.write("a,b\n1,2\n", to: data)
      try FileManager.default.createSymbolicLink(atPath: soft, withDestinationPath: "d.csv")
      try FileManager.default.linkItem(atPath: data, toPath: hard)
      for path in [data, soft, hard, folder + "/./d.csv"] {
        #expect(refusal(path, .model, inputs: ["other", data]) == .isInput(path: path, input: data))
        #expect(refusal(path, .picture, inputs: [data]) == .isInput(path: path, input: data))
      }
      #expect(refusal(data, .model, inputs: [hard]) == .isInput(path: data, input: hard))
    }
  }

  @Test func aFileOfAnotherKindIsNotReplaced() throws {
    try Fixture.withFolder { folder in
      let contents = [
        ("table.json", "a,b\n1,2\n"), ("other.json", #"{"name": "x"}"#), ("broken.json", "{"), ("note", "hello"),
        ("picture.json", "\u{89}PNG"), ("binary", "\u{0}\u{1}"),
      ]
      for (name, content) in contents {
        let bytes = name == "picture.json" ? [0x89, 0x50, 0x4E, 0x47, 0x0D] : Array(content.utf8)
        try AtomicFile.write(bytes, to: folder + "/" + name)
        guard case .otherKind = refusal(folder + "/" + name, .model) else {
          Issue.record("\(name) would be replaced")
          continue
        }
      }
      try AtomicFile.write("a,b\n1,2\n", to: folder + "/p.png")
      guard case .otherKind(_, "a table or a text", "a picture") = refusal(folder + "/p.png", .picture) else {
        Issue.record("a table would be replaced by a picture")
        return
      }
      try AtomicFile.write(#"{"means": [[1]], "weights": [1], "covariances": [[[1]]]}"#, to: folder + "/m.json")
      #expect(refusal(folder + "/m.json", .model) == nil, "a model replaces a model")
      try AtomicFile.write("", to: folder + "/empty")
      #expect(refusal(folder + "/empty", .model) == nil, "nothing is lost")
      #expect(refusal(folder + "/new.json", .model) == nil)
    }
  }

  @Test func namesPromiseWhatTheFileIs() {
    for name in ["x.csv", "x.TSV", "x.png", "x.xlsx"] {
      guard case .wrongExtension = refusal("/tmp/" + name, .model) else {
        Issue.record("a model named \(name)")
        continue
      }
    }
    guard case .wrongExtension = refusal("/tmp/new.json", .picture) else {
      Issue.record("a picture named .json")
      return
    }
    #expect(refusal("/tmp/model.fit", .model) == nil)
    #expect(refusal("/tmp/.csv", .model) == nil, "a name, not an extension")
  }

  @Test func placesThatCannotBeWrittenAreFoundInTime() throws {
    try Fixture.withFolder { folder in
      #expect(refusal(folder, .model) == .isFolder(path: folder))
      #expect(refusal("", .model)?.description == "'' is no name; name the file to write")
      #expect(refusal(folder + "/no/m.json", .model) == .noFolder(path: folder + "/no/m.json", folder: folder + "/no"))
      let path = folder + "/m.json"
      try AtomicFile.write("", to: path)
      try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
      #expect(refusal(path, .model) == .writeProtected(path: path))
    }
  }

  @Test func pipesAndDevicesAreNobodysFile() {
    #expect(refusal("/dev/null", .model, inputs: ["/dev/null"]) == nil)
    #expect(refusal("-", .model, inputs: ["-"]) == nil || FileIdentity(descriptor: 1) == FileIdentity(descriptor: 0))
  }
}
