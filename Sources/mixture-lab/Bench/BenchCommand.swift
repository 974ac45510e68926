import ArgumentParser
import FoundationEssentials
import FusedPass

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure how fast this program is on this machine.",
    discussion: """
      Alone it makes a short tour: how the time of an EM iteration and of a frame grows with points and components.
      """,
    subcommands: [
      BenchEMCommand.self, BenchFrameCommand.self, BenchWindowCommand.self, BenchEditCommand.self,
      BenchRaceCommand.self, BenchLoadCommand.self, BenchStartupCommand.self,
    ])

  func run() throws {
    var table = TextTable(header: ["points", "components", "dimensions", "ms per iteration", "ns per point"])
    let tour = [
      (10_000, 8, 2), (100_000, 8, 2), (1_000_000, 8, 2), (100_000, 2, 2), (100_000, 64, 2), (20_000, 16, 16),
    ]
    for (points, components, dimensions) in tour {
      let problem = try BenchProblem(points: points, components: components, dimensions: dimensions)
      let result = try problem.measure(iterations: 10, resources: .init())
      table.add([
        "\(points)", "\(components)", "\(dimensions)", Format.fixed(result.milliseconds, 3),
        Format.fixed(result.milliseconds * 1e6 / Double(points), 2),
      ])
    }
    try Console.write(table.text + "\n")
    try Console.write(frameTour())
    Console.note("kernel \(KernelChoice.best.rawValue), \(ProcessInfo.processInfo.activeProcessorCount) threads")
  }

  /// A frame drawn anew at 1920 × 1080.
  private func frameTour() throws -> String {
    var table = TextTable(header: ["points", "components", "ms per frame", "of points", "and of new colors"])
    for (points, components) in [(2000, 8), (10_000, 8), (100_000, 8), (1_000_000, 2), (1_000_000, 8)] {
      let bench = try BenchFrame(
        points: points, components: components, size: PictureSize(width: 1920, height: 1080))
      let drawn = bench.measure(frames: 7) { $0.forget(colors: false) }
      let recolored = bench.measure(frames: 7) { $0.forget(colors: true) }
      table.add(
        ["\(points)", "\(components)"]
          + [drawn.whole, drawn.parts[.points] ?? 0, recolored.parts[.colors] ?? 0].map {
            Format.fixed($0, 3)
          })
    }
    return table.text
  }
}
