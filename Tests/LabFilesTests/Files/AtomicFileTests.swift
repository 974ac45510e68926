import Foundation
import Testing

@testable import LabFiles

@Suite struct AtomicFileTests {
  private func entries(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func replacesAFileAndLeavesNothingElse() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/a.txt"
      try AtomicFile.write("old and longer", to: path)
      try AtomicFile.write("new", to: path)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
      #expect(try entries(folder) == ["a.txt"])
    }
  }

  @Test func keepsPermissionsAndLinks() throws {
    try Fixture.withFolder { folder in
      let (file, link) = (folder + "/file", folder + "/link")
      try AtomicFile.write("old", to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "file")
      try AtomicFile.write("new", to: link)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "file")
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "new")
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      #expect(try entries(folder) == ["file", "link"])
    }
  }

  @Test func aLinkToNothingGetsItsFile() throws {
    try Fixture.withFolder { folder in
      try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "file")
      try AtomicFile.write("new", to: folder + "/link")
      #expect(try String(contentsOfFile: folder + "/file", encoding: .utf8) == "new")
    }
  }

  @Test func aNewFileIsReadableAsTheMaskSays() throws {
    try Fixture.withFolder { folder in
      try AtomicFile.write("new", to: folder + "/file")
      let mode = try FileManager.default.attributesOfItem(atPath: folder + "/file")[.posixPermissions] as? Int
      #expect((mode ?? 0) & 0o600 == 0o600 && (mode ?? 0) & 0o111 == 0)
    }
  }

  /// A name that no folder takes is found out only when the new file is to get it.
  @Test func aFailureLeavesNothingBehind() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/" + String(repeating: "a", count: 300)
      #expect(throws: FileError.self) { try AtomicFile.write("x", to: path) }
      let left = try entries(folder)
      #expect(left == [])
    }
  }

  @Test func refusals() throws {
    try Fixture.withFolder { folder in
      #expect(throws: FileError.isFolder(path: folder)) { try AtomicFile.write("x", to: folder) }
      let missing = folder + "/no"
      #expect(throws: FileError.noFolder(path: missing + "/x", folder: missing)) {
        try AtomicFile.write("x", to: missing + "/x")
      }
      let left = try entries(folder)
      #expect(left.isEmpty)
    }
  }

  @Test func failuresOfTheSystemHaveTheirSentence() {
    #expect(FileError.writing("/a/b", folder: "/a", code: EFBIG) == .fileTooLarge(path: "/a/b"))
    let full = FileError.diskFull(path: "b", freeBytes: 4096)
    #expect(full.description == "cannot write 'b' because the disk is full (4 KiB free); make room or choose another")
  }

  @Test func aDeviceIsWrittenDirectly() throws {
    try AtomicFile.write("x", to: "/dev/null")
    let full = #expect(throws: FileError.self) { try AtomicFile.write("x", to: "/dev/full") }
    #expect(full?.description.contains("the disk is full") == true)
  }

  @Test func readsWholeFilesUpToALimit() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/file"
      let content = [UInt8](repeating: 65, count: 3 << 19)
      try AtomicFile.write(content, to: path)
      #expect(try FileReader.bytes(of: path, limit: 2 << 20) == content)
      let error = #expect(throws: FileError.self) { try FileReader.bytes(of: path, limit: 1 << 20) }
      #expect(error?.description.hasSuffix("is larger than 1 MiB; check that it is the right file") == true)
    }
  }
}
