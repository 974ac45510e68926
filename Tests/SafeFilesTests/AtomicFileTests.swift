import Foundation
import Testing

@testable import SafeFiles

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

  /// Its target cannot be named, and is not written over in part.
  @Test func aLinkWhoseTargetIsNoTextIsReplaced() throws {
    try Fixture.withFolder { folder in
      let target = Array((folder + "/mod").utf8CString.dropLast()) + [CChar(bitPattern: 0xE9), 0]
      let descriptor = open(target, O_WRONLY | O_CREAT, 0o600)
      #expect(descriptor >= 0 && write(descriptor, "old and longer", 14) == 14 && close(descriptor) == 0)
      #expect(symlink(target, folder + "/link") == 0)
      try AtomicFile.write("new", to: folder + "/link")
      #expect(try String(contentsOfFile: folder + "/link", encoding: .utf8) == "new")
      var status = stat()
      #expect(stat(target, &status) == 0 && status.st_size == 14)
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
    #expect(full?.description == "cannot write to '/dev/full' (no space left on device); write somewhere else")
  }

  @Test func aWriteProtectedFileIsNotReplaced() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/file"
      try AtomicFile.write("old", to: path)
      try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
      let error = #expect(throws: FileError.self) { try AtomicFile.write("new", to: path) }
      #expect(
        error?.description
          == "cannot write '\(path)' because it is write-protected; choose another name or lift its protection (chmod u+w)"
      )
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    }
  }

  /// As `/dev/stdout` and `>(…)` name them: what the process has open is written to, not replaced.
  @Test(arguments: ["/dev/fd/", "/proc/self/fd/"])
  func anOpenDescriptorIsWrittenTo(_ place: String) throws {
    try Fixture.withFolder { folder in
      let file = open(folder + "/file", O_RDWR | O_CREAT, 0o600)
      defer { close(file) }
      #expect(write(file, "begun ", 6) == 6)
      try AtomicFile.write("and ended", to: place + "\(file)")
      #expect(try String(contentsOfFile: folder + "/file", encoding: .utf8) == "begun and ended")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link", withDestinationPath: place + "\(file)")
      try AtomicFile.write("!", to: folder + "/link")
      #expect(try String(contentsOfFile: folder + "/file", encoding: .utf8) == "begun and ended!")
      #expect(try entries(folder) == ["file", "link"])
    }
  }

  @Test func linksInACircleAreNotReplaced() throws {
    try Fixture.withFolder { folder in
      for (link, target) in [("one", "two"), ("two", "one")] {
        try FileManager.default.createSymbolicLink(atPath: folder + "/" + link, withDestinationPath: target)
      }
      #expect(throws: FileError.self) { try AtomicFile.write("!", to: folder + "/one") }
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/one") == "two")
      #expect(try entries(folder) == ["one", "two"])
    }
  }

  @Test func aNamedPipeIsWrittenDirectly() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/pipe"
      #expect(mkfifo(path, 0o600) == 0)
      let reader = open(path, O_RDONLY | O_NONBLOCK)
      defer { close(reader) }
      try AtomicFile.write("through", to: path)
      var bytes = [UInt8](repeating: 0, count: 20)
      #expect(read(reader, &bytes, 20) == 7)
      #expect(try entries(folder) == ["pipe"])
    }
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
