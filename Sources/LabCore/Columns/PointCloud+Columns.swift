import GaussianMixtures

/// The points as the model has them: by all columns that it is fitted to.
extension PointCloud {
  /// Which columns are in use, of data with more than two; nil where the points have only the two that are shown.
  public var choice: ColumnChoice? { table?.choice }

  /// How many columns the model is fitted to.
  public var dimensions: Int { table?.choice.fitted.count ?? 2 }

  /// Which of them are shown.
  public var plane: ModelPlane { table?.choice.plane ?? ModelPlane(across: 0, up: 1) }

  /// Whether the canvas shows everything that the model knows, in its order.
  public var isSeenWhole: Bool { dimensions == 2 && plane.across == 0 }

  /// The columns that the model is fitted to.
  public var columns: [[Double]] {
    guard let table else { return [x, y] }
    return table.choice.fitted.map {
      $0 == table.choice.shown.across ? x : $0 == table.choice.shown.up ? y : table.column($0)
    }
  }

  /// The same of some of the points.
  public func columns(of points: Range<Int>) -> [[Double]] {
    guard let table else { return [Array(x[points]), Array(y[points])] }
    return table.choice.fitted.map { table.column($0, at: points) }
  }

  public func columns(of points: [Int]) -> [[Double]] {
    guard let table else { return [points.map { x[$0] }, points.map { y[$0] }] }
    return table.choice.fitted.map { table.column($0, at: points) }
  }

  /// A point as the model has it.
  public func row(_ index: Int) -> [Double] {
    guard let table else { return [x[index], y[index]] }
    return table.choice.fitted.map { table.column($0, at: CollectionOfOne(index))[0] }
  }

  /// A column of the table as model and canvas have it, fitted or not, at some of the points.
  public func column(_ index: Int, at points: some Sequence<Int>) -> [Double] {
    guard let table else { return points.map { index == 0 ? x[$0] : y[$0] } }
    return table.column(index, at: points)
  }

  /// A place on the canvas as the model has it: in the columns not shown that of the point nearest to it, or where there
  /// is no point, their means.
  func row(at place: DataPoint) -> [Double] {
    guard let table else { return [place.x, place.y] }
    let nearest = nearest(to: place)
    return moved(nearest.map(row) ?? table.choice.fitted.map { table.scale($0).mean }, to: place)
  }

  /// A place of the model, moved in the two columns that are shown.
  func moved(_ row: [Double], to place: DataPoint) -> [Double] {
    guard !isSeenWhole, row.count == dimensions else { return [place.x, place.y] }
    var moved = row
    moved[plane.across] = place.x
    moved[plane.up] = place.y
    return moved
  }

  /// A place of the model as the canvas shows it.
  public func place(_ row: [Double]) -> DataPoint {
    let plane = plane
    guard row.indices.contains(max(plane.across, plane.up)) else { return DataPoint(.nan, .nan) }
    return DataPoint(row[plane.across], row[plane.up])
  }

  /// A mixture as the canvas shows it: its marginal in the two columns on show.
  public func seen(_ mixture: GaussianMixture) -> GaussianMixture {
    isSeenWhole ? mixture : mixture.marginal([plane.across, plane.up])
  }

  /// Of so many points at most it is found out which is nearest.
  private static let mostSearched = 10_000

  /// The point nearest to a place, in units of how far the points reach across and up; one of many of them.
  func nearest(to place: DataPoint) -> Int? {
    guard let bounds else { return nil }
    let (width, height) = (bounds.width > 0 ? bounds.width : 1, bounds.height > 0 ? bounds.height : 1)
    var best: (index: Int, distance: Double)?
    for index in stride(from: 0, to: count, by: count / PointCloud.mostSearched + 1) {
      let (dx, dy) = ((x[index] - place.x) / width, (y[index] - place.y) / height)
      let distance = dx * dx + dy * dy
      if distance < best?.distance ?? .infinity { best = (index, distance) }
    }
    return best?.index
  }

  /// Where values of each of the model's columns usually are; without a table, where the plane is looked at first.
  public var scales: [ColumnScale] {
    guard let table else { return Array(repeating: ColumnScale(mean: 0, deviation: 2), count: 2) }
    return table.choice.fitted.map { table.scale($0) }
  }

  /// A place of the model drawn evenly from five deviations around the usual.
  func drawPlace(using generator: inout SeededGenerator) -> [Double] {
    scales.map { $0.mean + $0.deviation * (generator.uniform() * 10 - 5) }
  }

  // MARK: - Choosing

  /// Shows another two columns. The points stay what they are: the revision is the same.
  mutating func show(_ pair: ColumnPair) {
    guard let choice, choice.canShow(pair), pair != choice.shown else { return }
    table?.choice.shown = pair
    readShown()
  }

  /// Lets the model have other columns, or scales them.
  mutating func choose(_ choice: ColumnChoice, revision: Revision) {
    guard let old = self.choice, old != choice else { return }
    if choice.isStandardized, !old.isStandardized { table?.measure() }
    table?.choice = choice
    readShown()
    self.revision = revision
  }

  private mutating func readShown() {
    guard let table else { return }
    x = table.column(table.choice.shown.across)
    y = table.column(table.choice.shown.up)
    bounds = PointCloud.bounds(x, y)
  }
}
