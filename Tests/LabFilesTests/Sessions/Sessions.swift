import Foundation

@testable import LabCore
@testable import LabFiles

/// Sessions for the tests.
enum Sessions {
  static let header = SessionHeader(program: "0.1.0", kernel: "avx2", began: "2026-11-30T02:00:00Z")

  static let state = SceneFileTests.state(.run(.stepIteration))

  static let commands: [Command] = [
    .tick(1.5), .edit(.beginPainting(DataPoint(1, -2), radius: DataSize(0.5, 0.5))), .tick(1.9),
    .edit(.moveStroke(DataPoint(.nan, .infinity))), .edit(.endStroke), .run(.stepForward),
    .kept(.typeName("“é\n\"\\")), .view(.setBrushRadius(-.infinity)), .shell(.openFile(path: "/tmp/ü x.csv")),
  ]

  static let usual = Session(
    header,
    SessionLog.beginning(state) + commands.map(SessionEntry.command)
      + [.computed(3), .answer(SessionAnswer(.race, seed: .max)), .answer(SessionAnswer(.read, digest: 7))])

  static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

  static func read(_ bytes: [UInt8]) throws -> (session: Session, damage: SessionDamage?) {
    try Fixture.withFolder { folder in
      try Data(bytes).write(to: URL(fileURLWithPath: folder + "/s.session"))
      return try SessionFile.read(folder + "/s.session")
    }
  }
}

extension SessionEntry {
  /// The same for equal entries; NaN, which is equal to nothing, among them.
  var text: String {
    switch self {
    case .command(let command): String(describing: command)
    case .scene, .moment, .computed, .answer:
      (try? SessionLine.bytes(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
  }
}
