import Foundation
import GaussianMixtures
import Testing

@testable import LabCore
@testable import LabFiles

/// Lessons that were recorded, as files.
@Suite struct RecordedLessonTests {
  private static func record(_ lab: inout LabState, _ commands: [Command]) {
    for command in commands {
      lab.apply(command)
      lab.performPendingWork()
    }
  }

  private static func recorded() -> LabState {
    var lab = LabState(example: .crossing)
    lab.performPendingWork()
    record(
      &lab,
      [
        .lesson(.record(.begin(file: nil))), .lesson(.record(.type("Crossing"))), .lesson(.record(.edit(.text))),
        .lesson(.record(.type("Take *this* step."))), .run(.stepForward), .lesson(.record(.setHighlight(.part(.next)))),
        .lesson(.record(.turnPart(.play))), .lesson(.record(.turnPart(.end))), .lesson(.record(.turnPart(.end))),
        .lesson(.record(.addPage)), .lesson(.record(.type("Two."))), .edit(.openExample(.ring)),
        .lesson(.record(.addChoice)), .lesson(.record(.type("Ask?"))), .lesson(.record(.edit(.label(0)))),
        .lesson(.record(.type("A"))), .lesson(.record(.edit(.reply(0)))), .lesson(.record(.type("B"))),
        .lesson(.record(.edit(.label(1)))), .lesson(.record(.type("C"))), .lesson(.record(.edit(.reply(1)))),
        .lesson(.record(.type("D"))), .lesson(.record(.setRight(1))), .lesson(.record(.addPage)),
        .lesson(.record(.type("Three."))),
      ])
    return lab
  }

  private static func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  @Test func itIsReadAsItWasWritten() throws {
    try Self.inFolder { folder in
      let lesson = try #require(Self.recorded().recording?.lesson(named: "l"))
      let path = folder + "/l.json"
      #expect(try LessonFile.write(lesson, to: path, when: .isNew) != nil)
      #expect(try LessonFile.read(path) == lesson)
      #expect(lesson.pages[1].scene != nil && lesson.pages[2].scene == nil)
    }
  }

  /// Whatever a lesson's file can say.
  @Test func theLessonsThatComeWithTheProgramAreWrittenWhole() throws {
    try Self.inFolder { folder in
      for name in ShippedLessonsTests.names {
        let lesson = try ShippedLessonsTests.lesson(name)
        let path = "\(folder)/\(name).json"
        _ = try LessonFile.write(lesson, to: path, when: .isNew)
        #expect(try LessonFile.read(path) == lesson, "\(name)")
      }
    }
  }

  /// Two users with other work open it, and come to the same state; it is that of whoever recorded it.
  @Test func openedElsewhereItIsTheSame() throws {
    try Self.inFolder { folder in
      let lab = Self.recorded()
      let path = folder + "/l.json"
      _ = try LessonFile.write(try #require(lab.recording?.lesson(named: "l")), to: path, when: .isNew)
      let lesson = try LessonFile.read(path)
      var first = LabState(example: .moons)
      var second = LabState(example: .empty)
      var hashes: [[String]] = []
      for index in 0..<2 {
        var hashesOfOne: [String] = []
        var state = index == 0 ? first : second
        state.begin(lesson, at: 0)
        for _ in lesson.pages {
          state.performPendingWork()
          hashesOfOne.append(try state.scene.hash())
          state.apply(.lesson(.next))
        }
        hashes.append(hashesOfOne)
        if index == 0 { first = state } else { second = state }
      }
      #expect(hashes[0] == hashes[1])
      let begun = try #require(lab.recording?.pages.map(\.begin))
      // What a page began with may still have been waiting for its first value.
      let computed = try begun.map { scene in
        var state = try LabState(scene)
        state.performPendingWork()
        return try state.scene.hash()
      }
      #expect(hashes[0] == computed)
    }
  }

  @Test func nothingOfAnotherKindIsReplaced() throws {
    try Self.inFolder { folder in
      let lesson = try #require(Self.recorded().recording?.lesson(named: "l"))
      let scene = folder + "/scene.json"
      _ = try SceneFile.write(LabState(example: .ring).scene, to: scene, when: .isNew)
      try "a,b\n1,2\n".write(toFile: folder + "/table.json", atomically: true, encoding: .utf8)
      for name in ["scene.json", "table.json", "l.csv"] {
        #expect(throws: SaveProblem.self) { try LessonFile.write(lesson, to: folder + "/" + name, when: .isWanted) }
      }
      #expect((try? SceneFile.read(scene)) != nil)
      let path = folder + "/l.json"
      _ = try LessonFile.write(lesson, to: path, when: .isNew)
      #expect(throws: SaveProblem.exists(path: path)) { try LessonFile.write(lesson, to: path, when: .isNew) }
      #expect(throws: SaveProblem.self) {
        try SceneFile.write(LabState(example: .ring).scene, to: path, when: .isWanted)
      }
      _ = try LessonFile.write(lesson, to: path, when: .isWanted)
      #expect(try LessonFile.read(path) == lesson)
      try #"{"format": "mixture-lab lesson", "version": 9}"#.write(toFile: path, atomically: true, encoding: .utf8)
      #expect(throws: SaveProblem.self) { try LessonFile.write(lesson, to: path, when: .isWanted) }
    }
  }
}

extension LabScene {
  /// Of what it holds; the windows of two users may differ in size.
  fileprivate func hash() throws -> String {
    var scene = self
    scene.window = LabState(example: .empty).scene.window
    var print = Fingerprint()
    print.add(try JSONValue(encoding: scene, nonFinite: .asText).compactText.utf8)
    return print.text
  }
}
