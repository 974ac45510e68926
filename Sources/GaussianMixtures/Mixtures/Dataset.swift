internal import FusedPass

/// N points in D dimensions, stored by column, each with an optional sample weight.
///
/// A point of weight 3 counts as three equal rows, a point of weight 0 is absent. Values are finite: the initialisers
/// check, so nothing behind them has to.
public struct Dataset: Sendable, Equatable {
  /// D columns of N values.
  public let columns: [[Double]]
  /// N weights ≥ 0; nil means that every point counts once.
  public let sampleWeights: [Double]?
  /// The number of rows N, points of weight zero included.
  public let count: Int
  /// The sum of the sample weights: what N means in formulas.
  public let totalWeight: Double
  /// The number of rows of positive weight.
  let presentCount: Int
  /// How many rows were there before the others were appended; nil where that is not known. They are ordered apart.
  var foundation: Int?
  // Shared by all copies: the values never change.
  let lazyPointTable = Lazy<PointTable>()
  let lazyScales = Lazy<Result<ColumnScales, MixtureError>>()

  /// D.
  public var dimensions: Int { columns.count }

  /// Throws when columns differ in length, or a value is NaN or infinite, or a weight is not within 0…10¹⁵.
  public init(columns: [[Double]], sampleWeights: [Double]? = nil) throws(MixtureError) {
    try self.init(columns: columns, sampleWeights: sampleWeights, finiteUntil: 0)
  }

  /// - Parameter known: so many values of each column are known to be finite.
  init(columns: [[Double]], sampleWeights: [Double]? = nil, finiteUntil known: Int) throws(MixtureError) {
    let count = columns.first?.count ?? 0
    for (d, column) in columns.enumerated() {
      guard column.count == count else {
        throw .raggedColumn(column: d, expected: count, found: column.count)
      }
      if let row = firstIndex(in: column, from: known, where: { !$0.isFinite }) {
        throw .valueNotFinite(row: row, column: d)
      }
    }
    if let weights = sampleWeights {
      guard weights.count == count else { throw .sampleWeightCount(expected: count, found: weights.count) }
      if let row = firstIndex(in: weights, where: { !($0 >= 0 && $0 <= 1e15) }) {
        throw .sampleWeightInvalid(row: row)
      }
    }
    self.columns = columns
    self.sampleWeights = sampleWeights
    self.count = count
    totalWeight = sampleWeights?.reduce(0, +) ?? Double(count)
    presentCount = sampleWeights?.count { $0 > 0 } ?? count
  }

  /// The same from N rows of D values. Throws the same, and where rows differ in length.
  public init(rows: [[Double]], sampleWeights: [Double]? = nil) throws(MixtureError) {
    let dimensions = rows.first?.count ?? 0
    for (i, row) in rows.enumerated() where row.count != dimensions {
      throw .raggedRow(row: i, expected: dimensions, found: row.count)
    }
    try self.init(
      columns: (0..<dimensions).map { d in rows.map { $0[d] } }, sampleWeights: sampleWeights)
  }

  /// Whether points and weights are equal; at once for copies of one value.
  public static func == (a: Dataset, b: Dataset) -> Bool {
    a.lazyPointTable === b.lazyPointTable || a.columns == b.columns && a.sampleWeights == b.sampleWeights
  }

  /// The D coordinates of point i.
  public func row(_ i: Int) -> [Double] { columns.map { $0[i] } }

  /// The N rows. Columns are how the points are kept: this makes N arrays.
  public var rows: [[Double]] { (0..<count).map(row) }

  /// The sample weight of point i.
  public func sampleWeight(_ i: Int) -> Double { sampleWeights?[i] ?? 1 }

  /// The rows that count: those of positive weight.
  var presentRows: [Int] {
    guard let weights = sampleWeights else { return Array(0..<count) }
    return weights.indices.filter { weights[$0] > 0 }
  }
}

private func firstIndex(in values: [Double], from first: Int = 0, where isBad: (Double) -> Bool) -> Int? {
  values.withUnsafeBufferPointer { values in
    var i = first
    while i < values.count {
      if isBad(values[i]) { return i }
      i += 1
    }
    return nil
  }
}

/// Calls `body` with a pointer to each column; they are valid only inside it.
func withColumnPointers<Result>(
  _ columns: [[Double]], _ body: (UnsafeBufferPointer<UnsafePointer<Double>>) -> Result
) -> Result? {
  var pointers: [UnsafePointer<Double>] = []
  pointers.reserveCapacity(columns.count)
  func descend() -> Result? {
    guard pointers.count < columns.count else { return pointers.withUnsafeBufferPointer(body) }
    return columns[pointers.count].withUnsafeBufferPointer { column in
      guard let base = column.baseAddress else { return nil }
      pointers.append(base)
      return descend()
    }
  }
  return descend()
}
