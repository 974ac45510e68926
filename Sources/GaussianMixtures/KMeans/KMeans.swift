/// Lloyd's k-means (1982), stepped like EM: assign each point to its nearest center, then move each center to the mean
/// of its points. Steps never raise the inertia.
public struct KMeans: Sendable {
  /// The points.
  public let data: Dataset
  /// Distances are |(x − m) / s| with these s per column. By default all columns have one s, the power of two next to
  /// the largest scale of a column (`ColumnScales`): ordinary Euclidean distance, in units that cannot overflow.
  public let columnScales: [Double]

  /// Where each column's values lie.
  private let ranges: [ClosedRange<Double>]

  private var inverseScales: [Double] { columnScales.map { 1 / $0 } }

  /// Points assigned to centers.
  public struct Assignment: Sendable, Equatable {
    /// K × D.
    public let centers: [[Double]]
    /// The nearest center of each of the N points; the first of equals.
    public let labels: [Int]
    /// The weight of the points of each center.
    public let counts: [Double]
    /// Σₙ wₙ |xₙ − nearest center|², in units of `unit` squared.
    public let inertia: Double
    /// The unit in which distances are measured.
    public let unit: Double

    /// Σₙ wₙ |xₙ − nearest center|² in the data's units squared, where all columns share one scale.
    public var sumOfSquares: Double { inertia * unit * unit }
  }

  /// The unit in which `Assignment.inertia` is measured, where all columns share one scale.
  public var unit: Double { columnScales.first ?? 1 }

  /// Throws when there is no point or column.
  public init(data: Dataset, columnScales: [Double]? = nil) throws(MixtureError) {
    let scales = try data.scales()
    self.data = data
    ranges = scales.ranges
    let largest = scales.deviations.max() ?? 1
    let common = Double(sign: .plus, exponent: largest.exponent, significand: 1)
    self.columnScales = columnScales ?? Array(repeating: common, count: data.dimensions)
    guard self.columnScales.count == data.dimensions, self.columnScales.allSatisfy({ $0 > 0 && $0.isFinite }) else {
      throw .optionOutOfRange(name: "columnScales", allowed: "one positive number per column")
    }
  }

  /// The assign half-step. Throws where there is no center, one is not D long or not finite, and where a point lies so far
  /// from all of them that the square of the way is none.
  public func assign(to centers: [[Double]]) throws(MixtureError) -> Assignment {
    guard !centers.isEmpty else { throw .noComponents }
    for (k, center) in centers.enumerated() {
      guard center.count == data.dimensions else {
        throw .meanLength(component: k, expected: data.dimensions, found: center.count)
      }
      if let column = center.firstIndex(where: { !$0.isFinite }) { throw .meanNotFinite(component: k, column: column) }
    }
    var labels = [Int](repeating: 0, count: data.count)
    var counts = [Double](repeating: 0, count: centers.count)
    var inertia = 0.0
    var outOfReach: Int?
    let d = data.dimensions
    let flat = centers.flatMap { $0 }
    _ = withColumnPointers(data.columns) { columns in
      withUnsafePointers(flat, inverseScales) { flat, factors in
        var n = 0
        while n < labels.count {
          var shortest = Double.infinity
          var nearest = 0
          var k = 0
          while k < counts.count {
            let distance = squaredDistance(columns, n, flat, k * d, factors)
            if distance < shortest {
              shortest = distance
              nearest = k
            }
            k += 1
          }
          let w = data.sampleWeights?[n] ?? 1
          labels[n] = nearest
          if w > 0 {
            counts[nearest] += w
            inertia += w * shortest
            if !inertia.isFinite, outOfReach == nil { outOfReach = n }
          }
          n += 1
        }
      }
    }
    if let outOfReach { throw .pointOutOfReach(row: outOfReach) }
    return Assignment(centers: centers, labels: labels, counts: counts, inertia: inertia, unit: unit)
  }

  /// The update half-step: each center moves to the mean of its points; one without points stays. Throws for an
  /// assignment of another number of points or columns; that the points are others otherwise cannot be seen.
  public func update(_ assignment: Assignment) throws(MixtureError) -> [[Double]] {
    guard assignment.labels.count == data.count else {
      throw .labelCounts(first: assignment.labels.count, second: data.count)
    }
    if let (k, center) = assignment.centers.enumerated().first(where: { $1.count != data.dimensions }) {
      throw .meanLength(component: k, expected: data.dimensions, found: center.count)
    }
    return means(of: assignment)
  }

  /// The means of the points of each center, of an assignment of these points; a center without points stays.
  func means(of assignment: Assignment) -> [[Double]] {
    let d = data.dimensions
    var centers = assignment.centers
    // Sums are taken about the old center, where they stay small; about the nearest place among the points for one so far
    // away that its own digits end above theirs.
    let origins = centers.map { center in
      zip(center, ranges).map { min(max($0, $1.lowerBound), $1.upperBound) }
    }
    var sums = [Double](repeating: 0, count: centers.count * d)
    for (i, column) in data.columns.enumerated() {
      column.withUnsafeBufferPointer { column in
        var n = 0
        while n < column.count {
          let k = assignment.labels[n]
          let w = data.sampleWeights?[n] ?? 1
          if w > 0 { sums[k * d + i] += w * (column[n] - origins[k][i]) }
          n += 1
        }
      }
    }
    for k in centers.indices where assignment.counts[k] > 0 {
      for i in 0..<d { centers[k][i] = origins[k][i] + sums[k * d + i] / assignment.counts[k] }
    }
    return centers
  }

  /// Steps until no label changes, at most `maximumIterations` times. Throws what `assign` throws.
  public func run(from centers: [[Double]], maximumIterations: Int = 300) throws(MixtureError) -> Assignment {
    var assignment = try assign(to: centers)
    for _ in 0..<max(0, maximumIterations) {
      let next = try assign(to: update(assignment))
      let isSettled = next.labels == assignment.labels
      assignment = next
      if isSettled { break }
    }
    return assignment
  }

  @inline(__always)
  private func squaredDistance(
    _ columns: UnsafeBufferPointer<UnsafePointer<Double>>, _ n: Int, _ centers: UnsafeBufferPointer<Double>,
    _ base: Int, _ factors: UnsafeBufferPointer<Double>
  ) -> Double {
    var sum = 0.0
    var i = 0
    while i < columns.count {
      let difference = (columns[i][n] - centers[base + i]) * factors[i]
      sum += difference * difference
      i += 1
    }
    return sum
  }

  /// k-means++ seeding (Arthur & Vassilvitskii 2007): each next center is a point drawn with probability proportional
  /// to its squared distance from the nearest center so far; if all are zero, any point. Throws where `count` is below 1.
  public func plusPlusCenters(_ count: Int, using generator: inout SeededGenerator) throws(MixtureError) -> [[Double]] {
    guard count > 0 else { throw .noComponents }
    var chosen = [data.row(data.randomRow(using: &generator))]
    var shortest = [Double](repeating: .infinity, count: data.count)
    while chosen.count < count {
      let latest = chosen[chosen.count - 1]
      var total = 0.0
      _ = withColumnPointers(data.columns) { columns in
        withUnsafePointers(latest, inverseScales) { latest, factors in
          var n = 0
          while n < shortest.count {
            let w = data.sampleWeights?[n] ?? 1
            shortest[n] = w > 0 ? min(shortest[n], w * squaredDistance(columns, n, latest, 0, factors)) : 0
            total += shortest[n]
            n += 1
          }
        }
      }
      let row =
        total > 0
        ? indexAt(generator.uniform() * total, inCumulative: shortest)
        : data.randomRow(using: &generator)
      chosen.append(data.row(row))
    }
    return chosen
  }
}

private func withUnsafePointers(
  _ a: [Double], _ b: [Double], _ body: (UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>) -> Void
) {
  a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { body(a, $0) } }
}
