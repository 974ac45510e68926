import GaussianMixtures
import LabFiles

/// The points of a table with what a model says about each, a block of rows at a time: all responsibilities at once
/// would take K numbers per row.
final class Classes {
  /// What `values` gives, in order.
  let names: [String]
  private let model: GaussianMixture
  private let columns: [[Double]]
  private let uncertainty, givesResponsibilities: Bool
  private var block = 0..<0
  private var logDensities: [Double] = []
  private var responsibilities: Responsibilities?

  private static let blockLength = 4096

  init(of table: DataTable, by model: GaussianMixture, uncertainty: Bool, responsibilities: Bool = true) {
    self.model = model
    self.uncertainty = uncertainty
    givesResponsibilities = responsibilities
    columns = table.columns
    names =
      ["label", "logDensity"] + (uncertainty ? ["uncertainty"] : [])
      + (responsibilities ? (0..<model.componentCount).map { "responsibility\($0)" } : [])
  }

  /// The numbers of a row, one per name.
  func values(of row: Int) throws(MixtureError) -> [Double] {
    let point = try point(row)
    let r = point.responsibilities
    return [Double(point.label), point.logDensity] + (uncertainty ? [point.uncertainty] : [])
      + (givesResponsibilities ? r : [])
  }

  /// One object of arrays: labels, logDensities, uncertainties if asked for, responsibilities [N][K].
  func writeJSON(to console: BufferedConsole) throws {
    try console.write("{")
    try writeArray("labels", to: console, isFirst: true) { String($0.label) }
    try writeArray("logDensities", to: console) { JSONValue.number($0.logDensity).fragment }
    if uncertainty {
      try writeArray("uncertainties", to: console) { JSONValue.number($0.uncertainty).fragment }
    }
    try writeArray("responsibilities", to: console) { JSONValue($0.responsibilities).fragment }
    try console.write("\n}\n")
  }

  private func writeArray(
    _ name: String, to console: BufferedConsole, isFirst: Bool = false, _ text: (Point) -> String
  ) throws {
    try console.write("\(isFirst ? "" : ",")\n  \"\(name)\": [")
    for row in 0..<(columns.first?.count ?? 0) {
      try console.write((row == 0 ? "" : ", ") + text(point(row)))
    }
    try console.write("]")
  }

  private struct Point {
    let label: Int
    let logDensity: Double
    let responsibilities: [Double]

    /// What the other components have: 1 minus the largest responsibility would be 0 wherever that rounds to 1.
    var uncertainty: Double {
      responsibilities.enumerated().reduce(0) { $1.offset == label ? $0 : $0 + $1.element }
    }
  }

  private func point(_ row: Int) throws(MixtureError) -> Point {
    if !block.contains(row) { try show(row) }
    let r = responsibilities?.row(row - block.lowerBound) ?? []
    let label = r.indices.reduce(0) { r[$1] > r[$0] ? $1 : $0 }
    return Point(label: label, logDensity: logDensities[row - block.lowerBound], responsibilities: r)
  }

  private func show(_ row: Int) throws(MixtureError) {
    let first = row / Self.blockLength * Self.blockLength
    let rows = first..<min(first + Self.blockLength, columns.first?.count ?? 0)
    let points = try Dataset(columns: columns.map { Array($0[rows]) })
    logDensities = try model.logDensities(of: points)
    responsibilities = try model.responsibilities(of: points)
    block = rows
  }
}
