import SafeFiles
import Testing

/// What files are called in sentences.
@Suite struct FileErrorTests {
  @Test func standardInputAndOutputHaveNames() {
    #expect(FileError.isFolder(path: "-").description == "standard input is a folder; name a file")
    #expect(FileError.isFolder(path: "d").description == "'d' is a folder; name a file in it")
    #expect(
      FileError.isInput(path: "d.csv", input: "-").description
        == "'d.csv' is standard input, which is read and would be overwritten; give the output another name")
    #expect(
      FileError.isInput(path: "-", input: "-").description.hasPrefix("standard output is standard input, which is read")
    )
    #expect(
      FileError.readsItsOutput(path: "-").description.hasPrefix("standard output goes into standard input, which"))
    #expect(
      FileError.notUsable(path: "-", problem: "is not JSON", advice: "correct it").description
        == "standard input is not JSON; correct it")
    #expect(FileError.notReadable(path: "-", reason: "r").description.hasPrefix("cannot read standard input (r)"))
    // A folder that is there is not to be created.
    #expect(
      FileError.writing("/proc/x", folder: "/proc", code: 2).description.hasPrefix(
        "cannot write '/proc/x' in '/proc' ("))
    #expect(FileError.writing("/none/x", folder: "/none", code: 2) == .noFolder(path: "/none/x", folder: "/none"))
    #expect(FileError.noPermission(path: "-").description.hasPrefix("cannot read standard input (no permission)"))
  }
}
