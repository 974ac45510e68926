import GaussianMixtures
import LabFiles

/// A run of k-means, for people and for programs to read.
struct KMeansReport {
  let run: Run
  /// That of its start; nil for a start of one's own.
  let seed: UInt64?
  let table: DataTable
  /// The points assigned to the last means.
  let assignment: KMeans.Assignment
  /// The part of the points that each mean has.
  let shares: [Double]
  /// How far the points of a center lie from it, column by column: the root mean square.
  private let deviations: [Double]

  init(run: Run, seed: UInt64?, table: DataTable, data: Dataset) throws(MixtureError) {
    self.run = run
    self.seed = seed
    self.table = table
    let assignment = try KMeans(data: data).assign(to: run.model.means)
    self.assignment = assignment
    shares = assignment.counts.map { $0 / data.totalWeight }
    deviations = data.columns.enumerated().map { d, column in
      let squares = zip(column, assignment.labels).map { value, label in
        let difference = value - assignment.centers[label][d]
        return difference * difference
      }
      return (squares.reduce(0, +) / Double(max(1, squares.count))).squareRoot()
    }
  }

  /// `labels` count from 0, and `trace` has one sum of squares more than iterations: entry t belongs to the means after
  /// t iterations, entry 0 to the start.
  var json: JSONValue {
    .object([
      .init("algorithm", .string(run.algorithm.rawValue)), .init("iterations", JSONValue(run.iterations)),
      .init("converged", .bool(run.end == .converged)), .init("trace", JSONValue(run.trace)),
      .init("means", JSONValue(run.model.means)), .init("weights", JSONValue(shares)),
      .init("labels", .array(assignment.labels.map { JSONValue($0) })),
      .init("seed", seed.map { .integer($0) } ?? .null),
    ])
  }

  var text: String {
    let iterations = Format.count(run.iterations, "iteration")
    let end =
      run.end == .converged
      ? "converged after \(iterations) (no point changed its center)" : "stopped at the limit of \(iterations)"
    let names = table.columnNames.map { $0.contains(",") ? "'\($0)'" : $0 }.joined(separator: ", ")
    var centers = TextTable(header: ["center", "points"] + table.columnNames.map { "mean \($0)" })
    for (k, mean) in run.model.means.enumerated() {
      centers.add(
        [Format.component(k), Format.number(assignment.counts[k])]
          + zip(mean, deviations).map { Format.mean($0, deviation: $1) })
    }
    return """
      \(table.name): \(Format.count(table.rowCount, "point")) in \(names)
      k-means with \(Format.count(run.model.componentCount, "center")), \(end)\(seed.map { ", seed \($0)" } ?? "")
      sum of squares \(Format.number(assignment.sumOfSquares))

      \(centers.text)
      """
  }
}
