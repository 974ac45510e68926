import Foundation
import Testing

@testable import LabCore
@testable import LabView

/// A long session on a clock of its own: what is shown is drawn sixty times a second, and memory does not grow.
///
/// The variable SOAK says for how many seconds of that clock, such as 900; alone in its process, as memory is shared.
@Suite struct SoakTests {
  private static let seconds = ProcessInfo.processInfo.environment["SOAK"].flatMap(Int.init) ?? 0

  @Test(.enabled(if: SoakTests.seconds > 0)) func memoryIsFlat() throws {
    var scene = Scene(LabState(menu: Scene.menu), width: 640, height: 480)
    let painter = FramePainter(font: scene.font)
    var input = RandomInput(seed: 7)
    var measured: [Int] = []
    for second in 0..<SoakTests.seconds {
      for _ in 0..<3 { scene.send(input.next()) }
      if second % 10 == 9 { runAnew(&scene) }
      for _ in 0..<60 {
        scene.wait(1.0 / 60)
        painter.update(scene.state)
        _ = painter.takeChanges()
      }
      if (second + 1) % max(SoakTests.seconds / 15, 1) == 0 { measured.append(try residentBytes()) }
    }
    print("resident MB: \(measured.map { $0 >> 20 })")
    // What undo keeps, kept runs and everything made once are there after a third of the time.
    let (third, last) = (measured[measured.count / 3], try #require(measured.last))
    #expect(last < third + third / 10 + (8 << 20), "\(measured)")
  }

  /// As a teacher goes from one group to the next: the usual number of points, another start, and it runs.
  private func runAnew(_ scene: inout Scene) {
    scene.key(.escape)
    scene.key(.escape)
    let examples = Example.allCases
    let example = examples[Int(scene.state.now) / 10 % examples.count]
    scene.perform(.lanes(.keepOnly(0)), .edit(.openExample(example)), .start(.newStart), .run(.togglePlay))
  }

  private func residentBytes() throws -> Int {
    let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
    return try #require(pages.dropFirst().first.flatMap { Int($0) }) * Int(getpagesize())
  }
}
