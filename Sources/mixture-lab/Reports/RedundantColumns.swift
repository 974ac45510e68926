import GaussianMixtures
import LabFiles

/// Columns that say nothing new: constant ones, and those that are a linear function of others. The covariance of such
/// data is singular, and only the floor keeps a component's from being so.
struct RedundantColumns {
  struct Finding: Equatable {
    enum Kind { case constant, dependent }

    let kind: Kind
    /// As "'b' repeats 'a'".
    let clause: String
  }

  let findings: [Finding]
  /// Whether a column varies at all.
  private let anyVaries: Bool

  /// What to say about fits in these families that collapsed or are held up; nil if no column is to blame.
  func sentence(for families: [CovarianceFamily]) -> String? {
    if !anyVaries, !findings.isEmpty {
      return "all points are the same, so that the covariance is singular; choose columns that vary with --columns"
    }
    let guilty = findings.filter { finding in families.contains { !Self.cures(finding.kind).contains($0) } }
    guard let first = guilty.first else { return nil }
    let more = guilty.count > 1 ? " (and \(Format.count(guilty.count - 1, "more such column")))" : ""
    let cures = CovarianceFamily.allCases.filter { family in
      !families.contains(family) && guilty.allSatisfy { Self.cures($0.kind).contains(family) }
    }
    let advice = cures.isEmpty ? "" : ", or use the \(cures.map(\.rawValue).joined(separator: " or ")) family"
    return "\(first.clause)\(more), so that the covariance is singular; leave it out with --columns\(advice)"
  }

  /// The families whose covariances such a column leaves sound, where others vary.
  private static func cures(_ kind: Finding.Kind) -> [CovarianceFamily] {
    switch kind {
    case .constant: [.spherical]
    case .dependent: [.diagonal, .spherical]
    }
  }

  /// Gram–Schmidt over the standardised columns, in order, on at most `mostRows` rows. Rows with a wild value are left
  /// out: beside one point at a million all columns look alike.
  ///
  /// - Parameter floor: a column counts as redundant where less than this part of its variance is its own, as a
  ///   component's covariance then is below the floor of EM.
  init(_ table: DataTable, floor: Double) {
    let tolerance = max(Self.rounding, floor.squareRoot())
    let rows = Self.tameRows(of: table)
    var findings: [Finding] = []
    var independent: [[Double]] = []
    let areScattered = Self.haveMorePlaces(than: table.columns.count, rows, of: table)
    // Beyond so many columns the search would take longer than the fit; too few rows make any columns dependent.
    let columns = table.columns.indices.prefix(Self.mostColumns)
    for index in columns where rows.count > table.columns.count {
      let column = rows.map { table.columns[index][$0] }
      let mean = column.reduce(0) { $0 + $1 / Double(column.count) }
      guard let lowest = column.min(), let highest = column.max(), highest > lowest else {
        let whole = table.columns[index]
        if whole.allSatisfy({ $0 == whole[0] }) {
          findings.append(Finding(kind: .constant, clause: "'\(table.columnNames[index])' is constant"))
        }
        continue
      }
      var rest = column.map { ($0 - mean) / (highest - lowest) }
      let length = Self.length(rest)
      // Twice, since one pass leaves the rounding of large coefficients.
      for _ in 0..<2 {
        for direction in independent {
          let product = zip(rest, direction).reduce(0) { $0 + $1.0 * $1.1 }
          for i in rest.indices { rest[i] -= product * direction[i] }
        }
      }
      let remaining = Self.length(rest)
      guard remaining <= tolerance * length else {
        independent.append(rest.map { $0 / remaining })
        continue
      }
      guard areScattered else { continue }
      let name = table.columnNames[index]
      let others = table.columns.prefix(index).map { other in rows.map { other[$0] } }
      if let twin = others.firstIndex(where: { Self.isLinear(column, $0, tolerance) }) {
        let verb = others[twin] == column ? "repeats" : "is a linear function of"
        findings.append(Finding(kind: .dependent, clause: "'\(name)' \(verb) '\(table.columnNames[twin])'"))
      } else {
        findings.append(Finding(kind: .dependent, clause: "'\(name)' is a linear function of the columns before it"))
      }
    }
    self.findings = findings
    anyVaries = table.columns.contains { column in column.contains { $0 != column[0] } }
  }

  private static let mostRows = 5000
  private static let mostColumns = 200
  /// As a part of a column's length: what is left of a sum of columns by rounding.
  private static let rounding = 1e-7

  /// Evenly spaced rows without a value far outside the middle half of its column.
  private static func tameRows(of table: DataTable) -> [Int] {
    let step = max(1, table.rowCount / mostRows)
    let rows = Array(stride(from: 0, to: table.rowCount, by: step))
    let fences = table.columns.prefix(mostColumns).map { column in
      let sorted = rows.map { column[$0] }.sorted()
      let (low, high) = (sorted[sorted.count / 4], sorted[sorted.count * 3 / 4])
      let reach = high > low ? 10 * (high - low) : .infinity
      return (low - reach)...(high + reach)
    }
    return rows.filter { row in zip(fences, table.columns).allSatisfy { $0.contains($1[row]) } }
  }

  /// Whether so many rows and more differ. Fewer lie in a line, a plane or the like whatever the columns are.
  private static func haveMorePlaces(than count: Int, _ rows: [Int], of table: DataTable) -> Bool {
    var places: Set<[Double]> = []
    return rows.contains { row in
      places.insert(table.columns.map { $0[row] })
      return places.count > count
    }
  }

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
