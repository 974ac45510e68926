import ArgumentParser
import Glibc
import LabFiles

struct BenchLoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Time the reading of a table.",
    discussion: "The time is the median over the runs; the first one may wait for the disk.")

  @Argument(help: "A CSV file, or - for standard input with --runs 1.", completion: .file())
  var file: String

  @Option(parsing: .unconditional, help: ArgumentHelp("The number of times to read it.", valueName: "n"))
  var runs = 3

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  func validate() throws {
    guard (1...Limits.repetitions).contains(runs) else {
      throw ValidationError("--runs takes 1 to \(Limits.repetitions)")
    }
    if file == "-", runs > 1 { throw ValidationError("standard input can be read once; add --runs 1") }
  }

  func run() throws {
    // Through links, and of what standard input is redirected from; a pipe has no size.
    let megabytes = try Double(FileReader(file).size) / 1e6
    var times: [Double] = []
    var (rows, columns) = (0, 0)
    for _ in 0..<runs {
      let began = Milliseconds.now
      let table = try CSVFile.read(file)
      times.append(Milliseconds.now - began)
      (rows, columns) = (table.columns.first?.count ?? 0, table.columns.count)
    }
    let milliseconds = Milliseconds.median(times)
    if json {
      let members: [JSONValue.Member] = [
        .init("rows", JSONValue(rows)), .init("columns", JSONValue(columns)),
        .init("megabytes", megabytes > 0 ? .number(megabytes) : .null),
        .init("milliseconds", .number(milliseconds)),
      ]
      return try Console.write(JSONValue.object(members).indentedText)
    }
    var table = TextTable(header: ["rows", "\(rows)"])
    table.add(["columns of numbers", "\(columns)"])
    table.add(["megabytes", megabytes > 0 ? Format.fixed(megabytes, 1) : "–"])
    table.add(["ms, median of \(runs)", Format.fixed(milliseconds, 1)])
    let rate = megabytes / max(milliseconds, 1e-3) * 1e3
    table.add(["megabytes per second", megabytes > 0 ? Format.fixed(rate, 0) : "–"])
    try Console.write(table.text)
  }
}
