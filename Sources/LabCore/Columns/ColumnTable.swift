/// The columns of data with more than two of them, in the units of their file, and which of them are in use.
struct ColumnTable: Sendable {
  /// By column, as many values as there are points.
  private(set) var values: [[Double]]
  var choice: ColumnChoice
  /// Of each column as it was when it was last measured: when the data were opened or scaled.
  private(set) var scales: [ColumnScale]

  /// - Parameter scales: as they were measured; measured now where nil.
  init(_ values: [[Double]], _ choice: ColumnChoice, scales: [ColumnScale]? = nil) {
    self.values = values
    self.choice = choice
    self.scales = scales ?? values.map { ColumnScale($0) }
  }

  /// A column as model and canvas have it.
  func column(_ index: Int) -> [Double] {
    guard choice.isStandardized else { return values[index] }
    let scale = scales[index]
    return values[index].map(scale.standardized)
  }

  /// Some of its values, by point.
  func column(_ index: Int, at points: some Sequence<Int>) -> [Double] {
    let own = values[index]
    let scale = scales[index]
    return choice.isStandardized ? points.map { scale.standardized(own[$0]) } : points.map { own[$0] }
  }

  /// How a column's values lie as model and canvas have them.
  func scale(_ index: Int) -> ColumnScale {
    choice.isStandardized ? ColumnScale(mean: 0, deviation: 1) : scales[index]
  }

  /// Brings the scales up to date with the values.
  mutating func measure() { scales = values.map { ColumnScale($0) } }

  /// The number of bytes that the values take.
  var byteCount: Int { values.reduce(0) { $0 + $1.count * MemoryLayout<Double>.size } }

  // MARK: - Points

  /// Puts a point elsewhere in the two columns on show, and returns where it is: from the file's units and back is not
  /// always quite the same place.
  mutating func move(_ index: Int, to point: DataPoint) -> DataPoint {
    let (across, up) = (choice.shown.across, choice.shown.up)
    values[across][index] = fileValue(point.x, across)
    values[up][index] = fileValue(point.y, up)
    return DataPoint(column(across, at: CollectionOfOne(index))[0], column(up, at: CollectionOfOne(index))[0])
  }

  /// Adds a point that is like another in all other columns, and returns where it is; where there is none, it has their
  /// means.
  mutating func append(_ point: DataPoint, like other: Int?) -> DataPoint {
    for column in values.indices {
      values[column].append(other.map { values[column][$0] } ?? scales[column].mean)
    }
    return move(values[0].count - 1, to: point)
  }

  /// Keeps some of the points, in ascending order.
  mutating func keep(_ points: [Int]) {
    for column in values.indices {
      let own = values[column]
      values[column] = points.map { own[$0] }
    }
  }

  /// What a value of model and canvas is in the file's units: a number, however far out it is.
  private func fileValue(_ value: Double, _ column: Int) -> Double {
    guard choice.isStandardized else { return value }
    let most = Double.greatestFiniteMagnitude
    return min(max(scales[column].original(value), -most), most)
  }
}

/// How the values of a column lie: x = mean + deviation · z.
public struct ColumnScale: Sendable, Equatable, Codable {
  public let mean: Double
  /// The standard deviation, over N; 1 where all values are equal, which are only centered.
  public let deviation: Double

  init(mean: Double, deviation: Double) {
    self.mean = mean
    self.deviation = deviation
  }

  /// That of some values, by two passes.
  ///
  /// - Parameter ofEqual: the deviation where all values are equal, or there are none.
  init(_ values: [Double], ofEqual: Double = 1) {
    // The mean of equal values may be rounded, and none of them would be it.
    guard let first = values.first, values.contains(where: { $0 != first }) else {
      self.init(mean: values.first ?? 0, deviation: ofEqual)
      return
    }
    let count = Double(max(values.count, 1))
    let mean = values.reduce(0) { $0 + $1 / count }
    let variance = values.reduce(0) { $0 + ($1 - mean) * (($1 - mean) / count) }
    self.init(mean: mean, deviation: variance > 0 && variance.isFinite ? variance.squareRoot() : ofEqual)
  }

  func standardized(_ value: Double) -> Double { (value - mean) / deviation }
  func original(_ value: Double) -> Double { mean + deviation * value }
}
