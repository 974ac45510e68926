import ArgumentParser
import FoundationEssentials
import GaussianMixtures
import LabFiles

struct BenchRaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "race",
    abstract: "Time a race of many starts against the same starts one after the other.",
    discussion: """
      The points are made up: a mixture on a grid, seeded. Every start is first run alone on one core, then all race on \
      all of them. Divided by the number of cores, the sum of the first times is what a race could reach at best. The \
      shortest of three turns counts.
      """)

  @Option(parsing: .unconditional, help: ArgumentHelp("The number of points to make up.", valueName: "N"))
  var points = 100_000

  @Option(
    name: [.customShort("k"), .customLong("components")], parsing: .unconditional,
    help: "The number of components, 1 to \(Limits.components).")
  var components = 4

  @Option(parsing: .unconditional, help: ArgumentHelp("The number of starts.", valueName: "n"))
  var starts = 20

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  func validate() throws {
    guard (1...Limits.numbers / 2).contains(points), (1...Limits.components).contains(components),
      components <= points, (1...Limits.restarts).contains(starts)
    else {
      throw ValidationError(
        "--points takes 1 to \(Limits.numbers / 2), --components 1 to \(Limits.components) and at most --points, and "
          + "--starts 1 to \(Limits.restarts)")
    }
  }

  func run() throws {
    let data = try BenchProblem(points: points, components: components, dimensions: 2).data
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let alone = try EM(data: data, resources: PassResources(threads: 1))
    let together = try EM(data: data)
    _ = try together.race(componentCount: components, start: .kMeansPlusPlus, seeds: [1])
    var one = Double.infinity
    var race = Double.infinity
    for _ in 0..<3 {
      one = min(
        one,
        try Milliseconds.of {
          for seed in 1...UInt64(starts) {
            _ = try alone.race(componentCount: components, start: .kMeansPlusPlus, seeds: [seed])
          }
        })
      race = min(
        race,
        try Milliseconds.of {
          _ = try together.race(
            componentCount: components, start: .kMeansPlusPlus, seeds: Array(1...UInt64(starts)))
        })
    }
    let ratio = race / (one / Double(cores))
    if json {
      let members: [JSONValue.Member] = [
        .init("points", JSONValue(points)), .init("components", JSONValue(components)),
        .init("starts", JSONValue(starts)), .init("cores", JSONValue(cores)),
        .init("millisecondsOneAfterTheOther", .number(one)), .init("millisecondsOfRace", .number(race)),
        .init("timesTheBestPossible", .number(ratio)),
      ]
      return try Console.write(JSONValue.object(members).indentedText)
    }
    var table = TextTable(header: ["\(starts) starts", "ms"])
    table.add(["one after the other, on one core", Format.fixed(one, 1)])
    table.add(["racing on \(cores)", Format.fixed(race, 1)])
    table.add(["times the best that \(cores) could reach", Format.fixed(ratio, 2)])
    try Console.write(table.text)
  }
}
