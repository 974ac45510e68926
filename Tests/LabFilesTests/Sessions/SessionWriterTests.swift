import Foundation
import Synchronization
import Testing

@testable import LabCore
@testable import LabFiles

@Suite struct SessionWriterTests {
  private static func writer(
    _ path: String, replacing: Bool = false, report: @escaping @Sendable (FileError) -> Void = { _ in }
  ) throws(FileError) -> SessionWriter {
    try SessionWriter(
      path, Sessions.header, SessionLog.beginning(Sessions.state), replacing: replacing, report: report)
  }

  private static func commands(_ numbers: Range<Int>) -> [SessionEntry] {
    numbers.map { .command(.run(.scrub(toStep: $0))) }
  }

  @Test func whatIsAppendedIsThere() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/j.session"
      let writer = try Self.writer(path)
      for number in 0..<50 {
        writer.append(Self.commands(number..<number + 1))
        if number % 7 == 0 { writer.flush() }
        #expect(try SessionFile.read(path).session.entries.count == number + 3)
      }
      let bytes = try Sessions.bytes(path)
      #expect(writer.size.entries == 52 && writer.size.bytes == bytes.count)
      writer.close(discarding: false)
      writer.append(Self.commands(0..<1))
      #expect(try SessionFile.read(path).session.entries.count == 52)
    }
  }

  @Test func aFileOfThisNameStays() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/j.session"
      let first = try Self.writer(path)
      #expect(throws: FileError.exists(path: path)) { try Self.writer(path) }
      first.append(Self.commands(0..<5))
      first.close(discarding: false)
      let second = try Self.writer(path, replacing: true)
      #expect(try SessionFile.read(path).session.entries.count == 2)
      second.close(discarding: true)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test func whatComesWhileASceneIsWrittenFollowsIt() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/j.session"
      let writer = try Self.writer(path)
      writer.append(Self.commands(0..<20))
      let other = SceneFileTests.state(.edit(.openExample(.ring)))
      #expect(writer.replace(with: other.scene, other.moment))
      writer.append(Self.commands(20..<30))
      writer.flush()
      writer.finish()
      writer.append(Self.commands(30..<35))
      let entries = try SessionFile.read(path).session.entries
      #expect(entries == SessionLog.beginning(other) + Self.commands(20..<35))
      let bytes = try Sessions.bytes(path)
      #expect(writer.size.entries == 17 && writer.size.bytes == bytes.count)
      writer.close(discarding: false)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["j.session"])
    }
  }

  /// Whoever reads at any moment, or finds the file after a kill, finds the old one or the new one with what followed.
  @Test func manyScenesLoseNothing() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/j.session"
      let writer = try Self.writer(path)
      let (scene, moment) = (Sessions.state.scene, Sessions.state.moment)
      for number in 0..<400 {
        writer.append(Self.commands(number..<number + 1))
        let (session, damage) = try SessionFile.read(path)
        #expect(damage == nil && session.entries.last == Self.commands(number..<number + 1).last)
        if number % 10 == 0 { writer.replace(with: scene, moment) }
        if number % 13 == 0 { writer.flush() }
      }
      writer.close(discarding: false)
      #expect(writer.size.entries < 402)
    }
  }

  @Test func aLargeSceneKeepsItsPlace() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/j.session"
      let writer = try Self.writer(path)
      let x = (0..<6000).map { Double($0 % 77) }
      let large = LabState(
        source: DataSource(name: .file("x"), columnNames: ["a", "b"], x: x, y: x, aspect: .equal), componentCount: 1,
        seed: 1)
      writer.append(Self.commands(0..<1))
      writer.append([.scene(large.scene)])
      writer.append(Self.commands(1..<3))
      writer.finish()
      writer.append(Self.commands(3..<4))
      writer.close(discarding: false)
      let entries = try SessionFile.read(path).session.entries.dropFirst(2)
      #expect(Array(entries) == Self.commands(0..<1) + [.scene(large.scene)] + Self.commands(1..<4))
    }
  }

  @Test func whatCannotBeWrittenIsToldOnce() throws {
    let told = Mutex<[FileError]>([])
    let writer = try Self.writer("/dev/shm/mixture-lab-\(getpid()).session") { error in
      told.withLock { $0.append(error) }
    }
    defer { writer.close(discarding: true) }
    var scene = Sessions.state.scene
    scene.view.bounds.minX = .nan
    writer.append([.scene(scene)])
    writer.append([.scene(scene)])
    #expect(told.withLock { $0.count } == 1 && writer.isBroken)
    // What follows would lead elsewhere; a scene mends it.
    writer.append(Self.commands(0..<1))
    #expect(try SessionFile.read(writer.path).session.entries.count == 2)
    writer.replace(with: Sessions.state.scene, Sessions.state.moment)
    writer.append(Self.commands(0..<1))
    writer.finish()
    #expect(!writer.isBroken)
    #expect(try SessionFile.read(writer.path).session.entries.count == 3)
    // The next failure is another one.
    writer.append([.scene(scene)])
    #expect(told.withLock { $0.count } == 2)
  }

  /// What is written to a file that is gone goes nowhere.
  @Test func aFileThatIsRemovedIsTold() throws {
    try Fixture.withFolder { folder in
      let told = Mutex<[FileError]>([])
      let writer = try Self.writer(folder + "/j.session") { error in told.withLock { $0.append(error) } }
      writer.append(Self.commands(0..<1))
      writer.flush()
      #expect(told.withLock { $0.isEmpty })
      unlink(folder + "/j.session")
      writer.append(Self.commands(1..<2))
      writer.flush()
      #expect(told.withLock { $0.count } == 1 && writer.isBroken)
      writer.replace(with: Sessions.state.scene, Sessions.state.moment)
      writer.finish()
      #expect(!writer.isBroken)
      #expect(try SessionFile.read(writer.path).session.entries.count == 2)
      writer.close(discarding: false)
    }
  }

  /// A line may hold more values than any other document, and no more is written than can be read.
  @Test func whatIsTooLargeToBeReadIsRefused() throws {
    #expect(Limits.lineValues >= 4 * Limits.values && Limits.lineBytes <= Limits.sessionBytes)
    let list = Array("[1,2,3]".utf8)
    #expect(throws: JSONError.self) { try JSONValue.parse(list, values: 3) }
    #expect(try JSONValue.parse(list, values: 4).valueCount == 4)
  }

  @Test func onlyAFileIsASession() throws {
    try Fixture.withFolder { folder in
      #expect(throws: FileError.self) { try Self.writer("-") }
      #expect(throws: FileError.self) { try Self.writer("/dev/null", replacing: true) }
      #expect(throws: FileError.isFolder(path: folder)) { try Self.writer(folder, replacing: true) }
      #expect(throws: FileError.self) { try Self.writer(folder + "/no/j.session") }
      // A link stays one.
      symlink(folder + "/j.session", folder + "/link")
      let writer = try Self.writer(folder + "/link", replacing: true)
      writer.replace(with: Sessions.state.scene, Sessions.state.moment)
      writer.close(discarding: false)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link") == folder + "/j.session")
      #expect(try SessionFile.read(folder + "/j.session").session.entries.count == 2)
    }
  }
}
