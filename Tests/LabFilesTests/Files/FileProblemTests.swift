import Foundation
import LabCore
import Testing

@testable import LabFiles

struct FileProblemTests {
  @Test func onlyOrdinaryFilesAreRead() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let pipe = folder.appendingPathComponent("pipe.csv").path
    let file = folder.appendingPathComponent("file.csv").path
    let link = folder.appendingPathComponent("link.csv").path
    #expect(mkfifo(pipe, 0o600) == 0)
    try "x,y\n1,2\n".write(toFile: file, atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: pipe)
    #expect(FileProblem.unlessFile(file) == nil)
    #expect(FileProblem.unlessFile(pipe) == .notAFile(path: pipe))
    #expect(FileProblem.unlessFile(link) == .notAFile(path: link))
    #expect(FileProblem.unlessFile("/dev/zero") == .notAFile(path: "/dev/zero"))
    #expect(FileProblem.unlessFile(folder.path) == .isFolder(path: folder.path))
    #expect(FileProblem.unlessFile(folder.path + "/none") == nil, "opening it will tell")
  }

  @Test func theReadersErrorsAreTheWindows() {
    #expect(CSVError.unreadable(.missing(path: "a")).problem == .missing(path: "a"))
    #expect(CSVError.strayQuote(name: "a", line: 2).problem == .strayQuote(line: 2))
    func gap(_ text: String) -> CSVError { .missingValue(name: "a", line: 2, column: 3, text: text, rows: 4) }
    #expect(gap("").problem == .emptyCell(line: 2, column: 3))
    #expect(gap("NA").problem == .notANumber(line: 2, column: 3, text: "NA"))
    #expect(CSVError.nothingComplete(name: "a").problem == .nothingComplete(name: "a"))
    #expect(CSVError.cancelled(name: "a").problem == nil)
    #expect(
      CSVError.raggedRows(name: "a", line: 2, cells: 3, expected: 4, rows: 5).problem
        == .raggedRows(line: 2, cells: 3, expected: 4, rows: 5))
  }
}
