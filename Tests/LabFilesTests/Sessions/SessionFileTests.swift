import Foundation
import Testing

@testable import LabCore
@testable import LabFiles

@Suite struct SessionFileTests {
  @Test func aSessionComesBack() throws {
    let (session, damage) = try Sessions.read(try SessionFile.bytes(Sessions.usual))
    #expect(session.header == Sessions.usual.header && damage == nil)
    #expect(session.entries.prefix(2) == Sessions.usual.entries.prefix(2))
    #expect(session.entries.map(\.text) == Sessions.usual.entries.map(\.text))
    #expect(try SessionFile.bytes(session) == SessionFile.bytes(Sessions.usual))
  }

  @Test func theChecksumIsTheUsualOne() {
    #expect(CRC32.of("123456789".utf8) == 0xCBF4_3926)
    var print = Fingerprint()
    print.add("foobar".utf8)
    #expect(print.text == "85944171f73967e8")
  }

  @Test func everyLineIsTextOfItsOwn() throws {
    let text = String(decoding: try SessionFile.bytes(Sessions.usual), as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines.count == Sessions.usual.entries.count + 1 && text.hasSuffix("\n"))
    #expect(
      lines[0].dropFirst(9).hasPrefix(#"{"format":"mixture-lab session","version":1,"scenes":\#(LabScene.version),"#))
    #expect(lines.contains { $0.hasSuffix(#" {"command":{"tick":{"_0":1.5}}}"#) })
  }

  /// Wherever a write is interrupted, what was written before is there.
  @Test func cutAnywhereOnlyTheTailIsLost() throws {
    let entries = Sessions.usual.entries.suffix(12)
    let bytes = try SessionFile.bytes(Session(Sessions.header, Array(entries)))
    let header = SessionLine.bytes(Sessions.header).count
    try Fixture.withFolder { folder in
      let path = folder + "/s.session"
      var ends: [Int] = []
      for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { ends.append(place) }
      for length in bytes.indices {
        try Data(bytes[..<length]).write(to: URL(fileURLWithPath: path))
        guard length >= header - 1 else {
          #expect(throws: FileError.self) { try SessionFile.read(path) }
          continue
        }
        let (session, damage) = try SessionFile.read(path)
        // A line that lacks nothing but its end is whole.
        let whole = ends.count { $0 <= length } - 1
        #expect(session.entries.map(\.text) == entries.prefix(whole).map(\.text), "\(length)")
        let isTorn = length > ends[whole] + 1
        #expect((damage != nil) == isTorn, "\(length)")
        if let damage { #expect(damage == SessionDamage(line: whole + 2, lines: 1, bytes: length - ends[whole] - 1)) }
      }
    }
  }

  @Test func aDamagedLineEndsTheSession() throws {
    var bytes = try SessionFile.bytes(Sessions.usual)
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    let before = lines.prefix(5).reduce(0) { $0 + $1.count + 1 }
    bytes[before + 14] ^= 1
    let (session, damage) = try Sessions.read(bytes)
    #expect(session.entries.count == 4)
    #expect(damage?.line == 6 && damage?.lines == lines.count - 5)
    #expect(damage?.bytes == lines.dropFirst(5).reduce(0) { $0 + $1.count })
  }

  @Test func whatIsNoSessionIsRefusedInOneSentence() throws {
    func header(_ change: (String) -> String) -> [UInt8] {
      let text = String(decoding: SessionLine.bytes(Sessions.header), as: UTF8.self)
      let content = Array(change(String(text.dropFirst(9).dropLast())).utf8)
      return Array(CRC32.of(content).hexadecimal(digits: 8).utf8) + [0x20] + content + [0x0A]
    }
    let wrong: [([UInt8], String)] = [
      ([], "is empty"), (Array("a,b\n1,2\n".utf8), "is no session"), ([0, 1, 2, 255], "is no session"),
      (header { $0.replacing(#""version":1"#, with: #""version":2"#) }, "made by a newer Mixture Lab (version 2"),
      (
        header { $0.replacing(#""scenes":\#(LabScene.version)"#, with: #""scenes":9"#) },
        "made by a newer Mixture Lab (version 9"
      ),
      (header { $0.replacing(#""version":1,"#, with: "") }, "first line is damaged"),
      (header { $0.replacing(#""kernel""#, with: #""colonel""#) }, "first line is damaged"),
      (Array("00000000".utf8) + SessionLine.bytes(Sessions.header).dropFirst(8), "first line is damaged"),
    ]
    for (bytes, problem) in wrong {
      do throws(FileError) {
        let read = Result { try Sessions.read(bytes) }.mapError { $0 as? FileError ?? .missing(path: "") }
        _ = try read.get()
        Issue.record("\(problem) was read")
      } catch {
        #expect(error.description.contains(problem), "\(error)")
      }
    }
  }

  @Test func whatMayNeverEndIsNotRead() throws {
    try Fixture.withFolder { folder in
      #expect(mkfifo(folder + "/pipe", 0o600) == 0)
      #expect(throws: FileError.self) { try SessionFile.read(folder + "/pipe") }
      #expect(throws: FileError.isFolder(path: folder)) { try SessionFile.read(folder) }
      #expect(throws: FileError.missing(path: folder + "/no")) { try SessionFile.read(folder + "/no") }
    }
  }

  @Test func nothingElseReplacesASessionNorItAnythingElse() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/s"
      try Data(try SessionFile.bytes(Sessions.usual)).write(to: URL(fileURLWithPath: path))
      _ = try OutputFile(path, .session, inputs: [])
      for content in [OutputFile.Content.table, .picture, .model, .scene, .animation] {
        #expect(throws: FileError.self, "\(content)") { try OutputFile(path, content, inputs: []) }
      }
      try Data("a,b\n1,2\n".utf8).write(to: URL(fileURLWithPath: path))
      #expect(throws: FileError.self) { try OutputFile(path, .session, inputs: []) }
      #expect(throws: FileError.self) { try OutputFile(folder + "/s.csv", .session, inputs: []) }
      let newer = JSONValue.object([.init("format", .string(SessionLine.format)), .init("version", .integer(2))])
      try Data(SessionLine.bytes(newer)).write(to: URL(fileURLWithPath: path))
      #expect(throws: FileError.self) { try OutputFile(path, .session, inputs: []) }
    }
  }
}
