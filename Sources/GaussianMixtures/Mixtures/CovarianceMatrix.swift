/// A dense matrix of doubles, stored by row.
public struct CovarianceMatrix: Sendable, Equatable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// Entry (i, j) is at `i * columns + j`.
  var storage: [Double]

  /// The matrix with all entries equal. Negative sizes count as zero.
  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
    storage = Array(repeating: value, count: self.rows * self.columns)
  }

  /// The matrix with the given rows. A row shorter than the first is filled up with NaN and a longer one cut, so that
  /// the checks of whoever receives the matrix see it (`GaussianMixture.validate()`).
  public init(_ nested: [[Double]]) {
    self.init(rows: nested.count, columns: nested.first?.count ?? 0, repeating: .nan)
    for (i, row) in nested.enumerated() {
      for (j, value) in row.prefix(columns).enumerated() { storage[i * columns + j] = value }
    }
  }

  /// The entry in row i and column j, both from 0.
  public subscript(i: Int, j: Int) -> Double {
    get { storage[i * columns + j] }
    set { storage[i * columns + j] = newValue }
  }

  /// The n × n identity; empty for n < 1.
  public static func identity(_ n: Int) -> CovarianceMatrix { diagonal(Array(repeating: 1, count: max(0, n))) }

  /// The square matrix with the given diagonal and zeros elsewhere.
  public static func diagonal(_ entries: [Double]) -> CovarianceMatrix {
    var matrix = CovarianceMatrix(rows: entries.count, columns: entries.count)
    for (i, entry) in entries.enumerated() { matrix[i, i] = entry }
    return matrix
  }

  /// The rows as arrays.
  public var nested: [[Double]] {
    (0..<rows).map { Array(storage[$0 * columns..<($0 + 1) * columns]) }
  }

  /// The entries (i, i).
  public var diagonal: [Double] { (0..<min(rows, columns)).map { self[$0, $0] } }

  var isDiagonal: Bool {
    for i in 0..<rows { for j in 0..<columns where i != j && self[i, j] != 0 { return false } }
    return true
  }
}
