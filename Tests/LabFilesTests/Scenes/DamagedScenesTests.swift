import Foundation
import GaussianMixtures
import Testing

@testable import LabCore
@testable import LabFiles

/// Scenes of which members are missing, doubled or replaced: one sentence, or a lab that can be used and saved again.
///
/// The damage is the same in every run; the variable MUTATIONS asks for more of it.
@Suite struct DamagedScenesTests {
  private static let rounds = ProcessInfo.processInfo.environment["MUTATIONS"].flatMap(Int.init) ?? 1500

  @Test func damagedScenesAreRefusedOrUsable() throws {
    let whole = try Self.scenes.map { try JSONValue(encoding: $0) }
    var generator = SeededGenerator(seed: 15)
    var opened = 0
    for round in 0..<Self.rounds {
      var json = whole[round % whole.count]
      for _ in 0...Int.random(in: 0...2, using: &generator) {
        json = damaged(json, depth: 0, &generator)
      }
      guard case .object(let members) = json else { continue }
      let head = [JSONValue.Member("format", .string(SceneFile.format)), JSONValue.Member("version", .integer(1))]
      let text = JSONValue.object(head + members).indentedText
      guard let scene = read(text) else { continue }
      opened += 1
      try use(scene)
    }
    #expect(opened > 0, "what is harmless is taken")
  }

  private func read(_ text: String) -> LabScene? {
    do {
      return try SceneFile.scene(try JSONValue.parse(Array(text.utf8)), path: "s.json")
    } catch {
      let sentence = "\(error)"
      #expect(!sentence.isEmpty && sentence.count < 1000 && !sentence.contains { $0.isNewline }, "\(sentence)")
      return nil
    }
  }

  /// What passed the reader is shown, played with and saved.
  private func use(_ scene: LabScene) throws {
    var state: LabState
    do throws(SceneFlaw) {
      state = try LabState(scene)
    } catch {
      Issue.record("the reader took it and the lab did not: \(error)")
      return
    }
    _ = try SceneFile.text(state.scene)
    let commands: [Command] = [
      .run(.stepForward), .edit(.beginPainting(DataPoint(0, 0), radius: DataSize(1, 1))), .edit(.endStroke),
      .run(.stepIteration), .run(.scrub(toStep: 0)), .edit(.undo), .start(.setComponentCount(2)), .run(.stepForward),
      .lanes(.activate(1)), .view(.fit), .guess(.toggle), .guess(.toggle), .edit(.undo), .edit(.redo),
    ]
    for command in commands {
      state.apply(command)
      state.performPendingWork()
    }
    _ = try SceneFile.text(state.scene)
  }

  // MARK: Damage

  /// One place in the document, chosen by walking down at random, changed.
  private func damaged(_ json: JSONValue, depth: Int, _ generator: inout SeededGenerator) -> JSONValue {
    let stays = Int.random(in: 0..<8, using: &generator) == 0 && depth > 0
    switch json {
    case .object(var members) where !members.isEmpty && !stays:
      let index = Int.random(in: members.indices, using: &generator)
      switch Int.random(in: 0..<20, using: &generator) {
      case 0: members.remove(at: index)
      case 1: members.append(members[index])
      default: members[index].value = damaged(members[index].value, depth: depth + 1, &generator)
      }
      return .object(members)
    case .array(var elements) where !elements.isEmpty && !stays:
      let index = Int.random(in: elements.indices, using: &generator)
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: elements.remove(at: index)
      case 1: elements.append(elements[index])
      case 2: elements.swapAt(index, elements.count - 1)
      default: elements[index] = damaged(elements[index], depth: depth + 1, &generator)
      }
      return .array(elements)
    case .integer(let value):
      let values: [JSONValue] = [
        .integer(value &+ 1), .integer(value &- 1), .integer(0), .integer(1), .integer(UInt64.max),
        .integer(1 << 40), .number(-1), .number(0.5), .null,
      ]
      return values.randomElement(using: &generator) ?? .null
    case .number(let value):
      let values: [Double] = [
        -value, value * 1.0001, value * 1e9, value * 1e-9, 0, 1e300, -1e300, 1e-300, 1e18, value + 1, 0.5,
      ]
      return .number(values.randomElement(using: &generator) ?? 0)
    case .bool(let value): return Int.random(in: 0..<9, using: &generator) == 0 ? .null : .bool(!value)
    case .string(let text):
      return .string(
        ["", text + "x", String(repeating: "é", count: 300), "\u{0}\n", "em", "kMeans", "full", "spherical"]
          .randomElement(using: &generator) ?? "")
    case .null, .object, .array:
      let values: [JSONValue] = [.null, .integer(3), .string("a"), .array([]), .object([]), .bool(true), .number(1.5)]
      return values.randomElement(using: &generator) ?? .null
    }
  }

  private static let scenes: [LabScene] = {
    let few = DataSource(
      name: .file("trees"), columnNames: ["girth", "height"], x: (0..<12).map { Double($0 % 5) + 0.25 * Double($0) },
      y: (0..<12).map { Double($0 % 3) * 2 - 0.5 * Double($0) }, aspect: .equal,
      truth: DataSource.Truth(column: "kind", groups: (0..<12).map { $0 % 2 }))
    func state(_ commands: Command...) -> LabState {
      var state = LabState(source: few, componentCount: 3, seed: 4)
      state.performPendingWork()
      for command in commands {
        state.apply(command)
        state.performPendingWork()
      }
      return state
    }
    return [
      state(.run(.stepIteration), .run(.stepForward), .start(.moveMean(1, to: DataPoint(1, 2))), .run(.stepIteration)),
      state(.run(.stepIteration), .lanes(.compare(.kMeans)), .run(.stepIteration), .view(.toggleLayer(.contours))),
      state(.run(.stepIteration), .guess(.toggle)),
      state(.guess(.openMystery(12, .separated))),
      state(.lanes(.compare(.families)), .run(.stepForward)),
    ].map(\.scene)
  }()
}
