import Foundation
import GaussianMixtures
import Testing

@testable import LabFiles

/// What is too large is refused, and before memory is taken for it.
@Suite struct LimitsTests {
  private func parse(_ text: String) throws(CSVError) -> DataTable {
    try CSVFile.parse(bytes: Array(text.utf8), name: "t.csv")
  }

  @Test func aQuotationMarkThatIsNeverClosedDoesNotSwallowTheFile() throws {
    let long = String(repeating: "1,2\n", count: Limits.cellBytes / 4 + 200_000)
    #expect(throws: CSVError.unclosedQuote(name: "t.csv", line: 2)) { try parse("a,b\n\"" + long + "\",2\n") }
    // The same as a stream: what comes long after the limit is not read.
    try Fixture.withFolder { folder in
      let path = folder + "/t.csv"
      try AtomicFile.write("a,b\n\"" + long + long + long, to: path)
      var last = 0.0
      #expect(throws: CSVError.unclosedQuote(name: "t.csv", line: 2)) {
        try CSVFile.read(path) { fraction in
          last = fraction
          return true
        }
      }
      #expect(last < 0.5)
    }
    #expect(throws: CSVError.tooLarge(name: "t.csv", limit: "1 MiB in a cell")) {
      try parse("a,b\n" + String(repeating: "x", count: Limits.cellBytes + 600_000) + ",2\n")
    }
  }

  @Test func tooManyColumns() throws {
    let tooMany = CSVError.tooLarge(name: "t.csv", limit: "10000 columns")
    #expect(throws: tooMany) { try parse("a" + String(repeating: ",", count: Limits.columns)) }
    #expect(throws: tooMany) { try parse(String(repeating: ",", count: 1_000_000)) }
    let most = Array(repeating: "1", count: Limits.columns).joined(separator: ",")
    #expect(try parse(most + "\n" + most).columns.count == Limits.columns)
  }

  @Test func aSparseFileOfAnySizeIsRefusedAtOnce() throws {
    // Not every file system takes such a file.
    let path = "/dev/shm/mixture-lab-\(UUID().uuidString).csv"
    guard FileManager.default.createFile(atPath: path, contents: Data("a,b\n1,2\n".utf8)) else { return }
    defer { try? FileManager.default.removeItem(atPath: path) }
    guard truncate(path, .max) == 0 else { return }
    let name = String(path.dropFirst("/dev/shm/".count))
    #expect(throws: CSVError.tooLarge(name: name, limit: "8 GiB")) { try CSVFile.read(path) }
    #expect(throws: FileError.self) { try StartFile.read(path) }
    #expect(throws: FileError.self) { try PNGFile.read(path) }
    #expect(throws: CSVError.self) { try CSVFile.readWhole(path, TableRequest()) }
  }

  @Test func aStartOfTooManyDimensions() throws {
    let zeros = Array(repeating: "0", count: 12_000).joined(separator: ",")
    let json = try JSONValue.parse(Array("{\"means\": [[\(zeros)]]}".utf8))
    let error = #expect(throws: FileError.self) { try StartFile(json, path: "s.json", family: .full) }
    #expect(error?.description == "'s.json' has 12000 dimensions, and 1000 are the most; use fewer")
  }

  @Test func modelsOfTooManyNumbers() {
    #expect(Limits.excess(components: 1, dimensions: 1000) == nil)
    #expect(Limits.excess(components: 10_000, dimensions: 20) == nil)
    #expect(Limits.excess(components: .max, dimensions: .max) != nil)
    #expect(Limits.excess(components: 1, dimensions: 1001) != nil)
    #expect(Limits.excess(components: 10_001, dimensions: 1) != nil)
    #expect(Limits.excess(components: 5, dimensions: 1000)?.contains("5 × 1000 × 1000") == true)
  }

  @Test func aDocumentOfTooManyValues() {
    let bytes = Array("[".utf8) + Array(repeatElement(Array("1,".utf8), count: Limits.values).joined()) + [0x31, 0x5D]
    let error = #expect(throws: JSONError.self) { try JSONValue.parse(bytes) }
    #expect(error?.problem == "it holds more than 5000000 values")
  }
}
