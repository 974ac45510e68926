import Foundation
import GaussianMixtures
import Testing

@testable import LabCore

/// What is written of a session leads to the same state.
struct SessionReplayTests {
  /// The variable SESSIONS asks for more of them.
  private static let first = ProcessInfo.processInfo.environment["SESSION"].flatMap(Int.init) ?? 1
  private static let sessions = ProcessInfo.processInfo.environment["SESSIONS"].flatMap(Int.init) ?? 20

  @Test func randomSessionsReplayToTheSameState() throws {
    var sum: UInt64 = 0
    for seed in Self.first...max(Self.first, Self.sessions) {
      let lab = try session(seed, checkpoints: false)
      let replayed = try lab.replayed()
      let isSame = lab.state.lasts(as: replayed)
      let difference = isSame ? "" : try lab.firstDifference()
      #expect(isSame, "session \(seed): \(difference)")
      #expect(lab.state.historyDepth == replayed.historyDepth, "session \(seed)")
      let (waits, replayedWaits) = (lab.state.waitsFor, replayed.waitsFor)
      #expect(waits == replayedWaits, "session \(seed)")
      sum = (sum ^ Self.digest(replayed.scene)) &* 0x100_0000_01B3
    }
    if Self.sessions > 20 { print("\(Self.sessions) sessions: \(String(sum, radix: 16))") }
  }

  @Test func randomJournalsReplayToTheSameState() throws {
    var checkpoints = 0
    for seed in Self.first...max(Self.first, Self.sessions) {
      let lab = try session(seed, checkpoints: true)
      let isSame = lab.state.lasts(as: try lab.replayed())
      let difference = isSame ? "" : try lab.firstDifference()
      #expect(isSame, "session \(seed): \(difference)")
      checkpoints += lab.checkpoints
    }
    #expect(checkpoints > Self.sessions, "\(checkpoints)")
  }

  private func session(_ seed: Int, checkpoints: Bool) throws -> RecordedLab {
    func read(_ path: String) -> Answer.Outcome {
      path.count % 2 == 0 ? .notOpened(.missing(path: path)) : .opened(.points([(0, 0), (3, 1), (2, 5), (4, 4)]))
    }
    let start = LabState(options: EMOptions(maximumIterations: 30))
    var lab = RecordedLab(
      seed % 3 == 0 ? .onColumns(EMOptions(maximumIterations: 30)) : start, seed: UInt64(seed),
      keepsPointer: seed % 2 == 0, read: read)
    let commands = RandomCommands(
      seed: UInt64(seed), outlandish: seed % 4 == 1, guessing: seed % 5 == 2, choosing: seed % 3 == 0)
    for (index, command) in commands.prefix(250).enumerated() {
      if case .answer = command { continue }
      lab.perform(command)
      if checkpoints, index % 7 == 0 {
        if index % 28 == 0 { lab.bringToRest() }
        lab.checkpoint()
      }
    }
    lab.end()
    return lab
  }

  private static func digest(_ scene: LabScene) -> UInt64 {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "+", negativeInfinity: "-", nan: "?")
    let bytes = (try? encoder.encode(scene)) ?? Data()
    return bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

extension LabState {
  /// How much it waits for that something lasting follows from.
  fileprivate var waitsFor: Int {
    effects.count { effect in
      switch effect.task {
      case .compute, .search, .race: true
      case .readFile, .readTable, .saveScene, .saveLesson, .listFolder, .listRecent, .preview, .export, .gradeHandIns,
        .toggleFullScreen, .quit:
        false
      }
    }
  }
}

extension RecordedLab {
  /// What a user does who steps back for a while.
  mutating func bringToRest() {
    if state.playback.isRunning { apply(.run(.togglePlay)) }
    if state.document.guess != nil { apply(.guess(.toggle)) }
    for _ in 0..<12 { apply(.interface(.dismiss)) }
    answerAll()
    apply(.tick(state.now + 20))
  }
}
