import Foundation
import GaussianMixtures
import Testing

@testable import LabCore
@testable import LabFiles

@Suite struct SceneFileTests {
  static func state(_ commands: Command...) -> LabState {
    var state = LabState()
    state.performPendingWork()
    for command in commands {
      state.apply(command)
      state.performPendingWork()
    }
    return state
  }

  private static let usual = state(
    .run(.stepIteration), .run(.stepForward), .start(.moveMean(1, to: DataPoint(1, 2))), .run(.stepIteration),
    .lanes(.compare(.kMeans)), .run(.stepIteration), .view(.toggleLayer(.contours)))

  private func read(_ text: String) throws(FileError) -> LabScene {
    try SceneFile.scene((try? JSONValue.parse(Array(text.utf8))) ?? .null, path: "s.json")
  }

  private func replacing(_ old: String, _ new: String) throws -> String {
    let text = try SceneFile.text(SceneFileTests.usual.scene)
    #expect(text.contains(old), "\(old)")
    return text.replacing(old, with: new, maxReplacements: 1)
  }

  @Test func aSceneComesBackToTheLastBit() throws {
    try Fixture.withFolder { folder in
      let scene = SceneFileTests.usual.scene
      let path = folder + "/s.json"
      let written = try SceneFile.write(scene, to: path, when: .isNew)
      let (back, stamp) = try SceneFile.read(path)
      #expect(back == scene && stamp == written && stamp != nil)
      #expect(try SceneFile.text(back) == String(contentsOfFile: path, encoding: .utf8))
    }
  }

  /// By column, so that a person or a program finds the numbers.
  @Test func theDataStandByColumn() throws {
    let json = try JSONValue.parse(Array(try SceneFile.text(SceneFileTests.usual.scene).utf8))
    #expect(json["format"]?.text == "mixture-lab scene" && json["version"]?.unsigned == 1)
    #expect(json["data"]?["columns"]?.strings == ["x", "y"])
    #expect(
      json["data"]?["values"]?.matrix == [
        SceneFileTests.usual.document.points.x, SceneFileTests.usual.document.points.y,
      ])
  }

  @Test func theSameSceneIsTheSameText() throws {
    let text = try SceneFile.text(SceneFileTests.usual.scene)
    #expect(try SceneFile.text(try read(text)) == text)
  }

  // MARK: Refused

  @Test func whatIsNotToBeTakenIsRefusedInOneSentence() throws {
    let wrong: [(String, String)] = [
      (try replacing(#""version": 1"#, #""version": 3"#), "made by a newer Mixture Lab (version 3 of its files)"),
      (try replacing(#""version": 1"#, #""version": "1""#), "is a scene whose version is no whole number from 1 on"),
      (try replacing("mixture-lab scene", "another scene"), "is no scene"),
      (#"{"means": [[1, 2]], "weights": [1], "covariances": [[[1, 0], [0, 1]]]}"#, "is a model and no scene"),
      (try replacing(#""active": 0"#, #""active": 0, "color": "red""#), "(color is not known)"),
      (try replacing(#""active": 0"#, #""active": -1"#), "(active is not within 0 to 1)"),
      (try replacing(#""active": 0"#, #""active": 1e18"#), "(active is not within 0 to 1)"),
      (try replacing(#""active": 0,"#, ""), "(active is missing)"),
      (try replacing(#""columns": ["x", "y"]"#, #""columns": ["x"]"#), "(data.columns does not have 2 entries)"),
      (try replacing(#""algorithm": "em""#, #""algorithm": "magic""#), "(lanes[0].algorithm is not usable)"),
      (try replacing(#""brushRate": 2"#, #""brushRate": 2e9"#), "(tools.brushRate is not within 1 to 20)"),
      (try replacing(#""weights": ["#, #""weights": [7, "#), "(lanes[0].start.weights is not usable)"),
    ]
    for (text, problem) in wrong {
      do throws(FileError) {
        _ = try read(text)
        Issue.record("\(problem) was read")
      } catch {
        #expect(error.description.contains(problem), "\(error)")
        #expect(!error.description.contains("\n"))
      }
    }
  }

  @Test(arguments: [
    #""active": 0, "active": 0"#, #""active": 0,,"#, #""active": NaN"#, #""active": 1e999"#,
    #""active": "# + String(repeating: "[", count: 100_000),
  ])
  func whatIsNoJSONIsRefused(_ damage: String) throws {
    try Fixture.withFolder { folder in
      let path = folder + "/s.json"
      try Data(try replacing(#""active": 0"#, damage).utf8).write(to: URL(fileURLWithPath: path))
      do throws(FileError) {
        _ = try SceneFile.read(path)
        Issue.record("\(damage.prefix(40)) was read")
      } catch {
        #expect(error.description.contains("is not JSON (line "), "\(error)")
      }
    }
  }

  // MARK: Replaced, or not

  @Test func nothingIsReplacedUnasked() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/s.json"
      let scene = SceneFileTests.usual.scene
      let other = SceneFileTests.state(.edit(.openExample(.ring))).scene
      let stamp = try #require(try SceneFile.write(scene, to: path, when: .isNew))
      #expect(throws: SaveProblem.exists(path: path)) { try SceneFile.write(other, to: path, when: .isNew) }
      let second = try #require(try SceneFile.write(other, to: path, when: .isUnchanged(stamp)))
      #expect(throws: SaveProblem.changedMeanwhile(path: path)) {
        try SceneFile.write(scene, to: path, when: .isUnchanged(stamp))
      }
      #expect(try SceneFile.read(path).scene == other && second != stamp)
      _ = try SceneFile.write(scene, to: path, when: .isWanted)
      #expect(try SceneFile.read(path).scene == scene)
      // What somebody removed is written anew.
      try FileManager.default.removeItem(atPath: path)
      _ = try SceneFile.write(scene, to: path, when: .isUnchanged(second))
      #expect(try SceneFile.read(path).scene == scene)
    }
  }

  @Test func whatIsNoSceneOfThisVersionIsNeverReplaced() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/s.json"
      let scene = SceneFileTests.usual.scene
      for content in [
        try replacing(#""version": 1"#, #""version": 7"#), "a,b\n1,2\n", #"{"means": [1]}"#, "not JSON",
      ] {
        try Data(content.utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: SaveProblem.self) { try SceneFile.write(scene, to: path, when: .isWanted) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == content)
      }
      #expect(throws: SaveProblem.self) { try SceneFile.write(scene, to: folder + "/t.csv", when: .isNew) }
      #expect(throws: SaveProblem.self) { try SceneFile.write(scene, to: folder, when: .isWanted) }
      #expect(throws: SaveProblem.self) { try SceneFile.write(scene, to: folder + "/no/s.json", when: .isNew) }
    }
  }

  /// Nothing is written that would be refused when it is read: it could not be saved over either.
  @Test func whatCouldNotBeReadAgainIsNotWritten() throws {
    let scene = SceneFileTests.usual.scene
    let text = try SceneFile.text(scene)
    let count = try JSONValue.parse(Array(text.utf8)).valueCount
    #expect(try SceneFile.text(scene, most: count) == text)
    #expect(throws: JSONCodingError(field: "", problem: "it would hold more than \(count - 1) values")) {
      try SceneFile.text(scene, most: count - 1)
    }
    try Fixture.withFolder { folder in
      var flawed = scene
      flawed.speed = -4
      do throws(SaveProblem) {
        _ = try SceneFile.write(flawed, to: folder + "/s.json", when: .isNew)
        Issue.record("it was written")
      } catch {
        guard case .other(let words) = error else {
          Issue.record("\(error)")
          return
        }
        #expect(words.contains("speed is not within"))
      }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.isEmpty)
    }
  }

  @Test func whatNoFileCanHoldIsNotWritten() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/s.json"
      var scene = SceneFileTests.usual.scene
      _ = try SceneFile.write(scene, to: path, when: .isNew)
      let before = try String(contentsOfFile: path, encoding: .utf8)
      scene.view.bounds.minX = .nan
      #expect(throws: SaveProblem.self) { try SceneFile.write(scene, to: path, when: .isWanted) }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
    }
  }
}
