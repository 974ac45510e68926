import ArgumentParser
import FoundationEssentials
import FusedPass
import GaussianMixtures
import Glibc
import LabFiles

struct BenchEMCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "em",
    abstract: "Time an iteration of EM: E-step and M-step, full covariances.",
    discussion: """
      The points come from a table, with a start beside it, or are made up: a mixture on a grid, seeded. The time is \
      the median over the iterations; bringing the points into order, once per data set, is given apart. The \
      log-likelihood is that of the parameters after six iterations, whatever --iterations says.
      """)

  @Option(help: ArgumentHelp("Take the points from this table; needs --start.", valueName: "POINTS.csv"))
  var data: String?

  @Option(help: ArgumentHelp("Begin with these parameters.", valueName: "START.json"))
  var start: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The number of points to make up.", valueName: "N"))
  var points = 1_000_000

  @Option(
    name: [.customShort("k"), .customLong("components")], parsing: .unconditional,
    help: "The number of components to make up.")
  var components = 8

  @Option(parsing: .unconditional, help: ArgumentHelp("The number of dimensions to make up.", valueName: "D"))
  var dimensions = 2

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The number of threads; all processors if not given.", valueName: "t"))
  var threads: Int?

  @Option(parsing: .unconditional, help: ArgumentHelp("The number of iterations to time.", valueName: "n"))
  var iterations = 20

  @Option(help: "The build of the kernel; the best one for this processor if not given.")
  var kernel = KernelChoice.best

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  func validate() throws {
    guard (data == nil) == (start == nil) else { throw ValidationError("--data and --start go together; give both") }
    guard (1...Limits.numbers).contains(points), (1...Limits.components).contains(components),
      (1...Limits.dimensions).contains(dimensions), points * dimensions <= Limits.numbers
    else {
      throw ValidationError(
        "--points × --dimensions takes 1 to \(Limits.numbers) numbers, --components 1 to \(Limits.components) and "
          + "--dimensions 1 to \(Limits.dimensions)")
    }
    guard (1...Limits.repetitions).contains(iterations), (1...Limits.threads).contains(threads ?? 1) else {
      throw ValidationError(
        "--iterations takes 1 to \(Limits.repetitions) and --threads 1 to \(Limits.threads)")
    }
    if let excess = Limits.excess(components: components, dimensions: dimensions) {
      throw ValidationError("the model \(excess)")
    }
    guard components <= points else { throw ValidationError("--points must be at least --components") }
    guard kernel.isSupported else {
      throw ValidationError("this processor cannot run --kernel \(kernel.rawValue); try --kernel baseline")
    }
  }

  func run() throws {
    let resources = PassResources(
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, kernel: kernel)
    let problem = try problem()
    let result = try problem.measure(iterations: iterations, resources: resources)
    let members: [JSONValue.Member] = [
      .init("points", JSONValue(problem.data.count)), .init("components", JSONValue(problem.start.componentCount)),
      .init("dimensions", JSONValue(problem.data.dimensions)), .init("threads", JSONValue(resources.threads)),
      .init("kernel", .string(kernel.rawValue)), .init("iterations", JSONValue(iterations)),
      .init("millisecondsPerIteration", .number(result.milliseconds)),
      .init("millisecondsToOrderPoints", .number(result.orderMilliseconds)),
      .init("logLikelihood", .number(result.logLikelihood)),
    ]
    if json { return try Console.write(JSONValue.object(members).indentedText) }
    var table = TextTable(header: ["points", "\(problem.data.count)"])
    table.add(["components", "\(problem.start.componentCount)"])
    table.add(["dimensions", "\(problem.data.dimensions)"])
    table.add(["threads", "\(resources.threads)"])
    table.add(["kernel", kernel.rawValue])
    table.add(["ms per iteration, median of \(iterations)", Format.fixed(result.milliseconds, 3)])
    table.add(["ms to bring the points into order, once", Format.fixed(result.orderMilliseconds, 1)])
    table.add(["log-likelihood after six iterations", Format.total(result.logLikelihood)])
    try Console.write(table.text)
  }

  private func problem() throws -> BenchProblem {
    guard let data, let start else {
      return try BenchProblem(points: points, components: components, dimensions: dimensions)
    }
    let points = try Dataset(columns: CSVFile.read(data).columns)
    return BenchProblem(data: points, start: try StartFile.read(start).mixture(for: points))
  }
}

extension KernelChoice: ExpressibleByArgument {}
