import Foundation
import LabFiles

/// Columns that say nothing new: constant ones, and those that are a linear function of others. The covariance of such
/// data is singular, and only the floor keeps a component's from being so.
struct RedundantColumns {
  /// One clause per such column, as "'b' repeats 'a'".
  let clauses: [String]

  /// What to say about a fit that collapsed or is held up; nil if no column is to blame.
  var sentence: String? {
    guard let first = clauses.first else { return nil }
    let more = clauses.count > 1 ? " (and \(Format.count(clauses.count - 1, "more such column")))" : ""
    return "\(first)\(more), so that the covariance is singular; leave it out with --columns, or use the diagonal or "
      + "spherical family"
  }

  /// Gram–Schmidt over the standardised columns, in order, on at most `mostRows` rows; what it finds is then checked on
  /// all of them.
  ///
  /// - Parameter floor: a column counts as redundant where less than this part of its variance is its own, as a
  ///   component's covariance then is below the floor of EM.
  init(_ table: DataTable, floor: Double) {
    let tolerance = max(Self.rounding, floor.squareRoot())
    let rowCount = table.rowCount
    let step = max(1, rowCount / Self.mostRows)
    let rows = Array(stride(from: 0, to: rowCount, by: step))
    var clauses: [String] = []
    var independent: [(column: Int, direction: [Double], scale: Double)] = []
    // Beyond so many columns the search would take longer than the fit; too few rows make any columns dependent.
    let columns = table.columns.indices.prefix(Self.mostColumns)
    for index in columns where rows.count > table.columns.count {
      let column = table.columns[index]
      let mean = column.reduce(0) { $0 + $1 / Double(rowCount) }
      guard let lowest = column.min(), let highest = column.max(), highest > lowest else {
        clauses.append("'\(table.columnNames[index])' is constant")
        continue
      }
      var rest = rows.map { (column[$0] - mean) / (highest - lowest) }
      let length = Self.length(rest)
      // Twice, since one pass leaves the rounding of large coefficients.
      for _ in 0..<2 {
        for basis in independent {
          let product = zip(rest, basis.direction).reduce(0) { $0 + $1.0 * $1.1 }
          for i in rest.indices { rest[i] -= product * basis.direction[i] }
        }
      }
      let remaining = Self.length(rest)
      guard remaining <= tolerance * length else {
        independent.append((index, rest.map { $0 / remaining }, highest - lowest))
        continue
      }
      let name = table.columnNames[index]
      if let twin = table.columns[..<index].firstIndex(where: { Self.isLinear(column, $0, tolerance) }) {
        let verb = table.columns[twin] == column ? "repeats" : "is a linear function of"
        clauses.append("'\(name)' \(verb) '\(table.columnNames[twin])'")
      } else {
        clauses.append("'\(name)' is a linear function of the columns before it")
      }
    }
    self.clauses = clauses
  }

  private static let mostRows = 5000
  private static let mostColumns = 200
  /// As a part of a column's length: what is left of a sum of columns by rounding.
  private static let rounding = 1e-7

  private static func length(_ values: [Double]) -> Double {
    values.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  /// Whether b = α + β a in every row, up to a part of b's range.
  private static func isLinear(_ b: [Double], _ a: [Double], _ tolerance: Double) -> Bool {
    guard let low = a.indices.min(by: { a[$0] < a[$1] }), let high = a.indices.max(by: { a[$0] < a[$1] }),
      a[high] > a[low], let smallest = b.min(), let largest = b.max()
    else { return false }
    let slope = (b[high] - b[low]) / (a[high] - a[low])
    let most = tolerance * (largest - smallest)
    return zip(a, b).allSatisfy { abs(b[low] + slope * ($0 - a[low]) - $1) <= most }
  }
}
