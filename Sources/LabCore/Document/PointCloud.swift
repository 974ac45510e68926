import GaussianMixtures

/// The points on the canvas, stored by column, in the order the user made them.
///
/// `revision` names the content: two clouds with the same revision hold the same points, so what is derived from them
/// (colors, drawn pixels) need not compare a million numbers to know that it is still right. Which two columns are shown
/// is a way of looking, and no other content.
public struct PointCloud: Sendable, Equatable {
  /// The column shown across, and the one shown up.
  public internal(set) var x: [Double]
  public internal(set) var y: [Double]
  /// All columns of data with more than two of them.
  var table: ColumnTable?
  /// The group that each point belongs to by its file, from 0; −1 for points added since; empty where the file has none.
  public internal(set) var groups: [Int]
  public internal(set) var revision: Revision {
    didSet { foundation = Foundation(revision: revision, count: count) }
  }
  /// The content that points were only appended to since: it stands first, unchanged.
  public private(set) var foundation: Foundation
  /// The smallest rectangle around all points; `nil` without points.
  public internal(set) var bounds: DataRect?

  public init(x: [Double] = [], y: [Double] = [], groups: [Int] = [], revision: Revision) {
    let count = min(x.count, y.count)
    self.x = x.count == count ? x : Array(x.prefix(count))
    self.y = y.count == count ? y : Array(y.prefix(count))
    self.groups = groups.count == count ? groups : []
    self.revision = revision
    foundation = Foundation(revision: revision, count: count)
    bounds = PointCloud.bounds(self.x, self.y)
  }

  /// A content of the cloud, and how many points it had.
  public struct Foundation: Sendable, Hashable {
    public let revision: Revision
    public let count: Int
  }

  /// The points of a data source, with all of its columns.
  public init(_ source: DataSource, revision: Revision) {
    self.init(x: source.x, y: source.y, groups: source.truth?.groups ?? [], revision: revision)
    guard source.columns.count > 2 else { return }
    table = ColumnTable(source.columns, source.choice)
    x = table?.column(source.choice.shown.across) ?? x
    y = table?.column(source.choice.shown.up) ?? y
    bounds = PointCloud.bounds(x, y)
  }

  /// Equal revisions, equal points; and they are seen from the same side.
  public static func == (a: PointCloud, b: PointCloud) -> Bool { a.revision == b.revision && a.choice == b.choice }

  /// What names the points, without their values: equal to them.
  var withoutValues: PointCloud {
    var named = PointCloud(revision: revision)
    named.table = choice.map { ColumnTable([], $0) }
    return named
  }

  /// The number of bytes that the values take.
  var byteCount: Int { 2 * count * MemoryLayout<Double>.size + (table?.byteCount ?? 0) }

  public var count: Int { x.count }
  public var indices: Range<Int> { x.indices }
  public var isEmpty: Bool { x.isEmpty }

  public subscript(index: Int) -> DataPoint { DataPoint(x[index], y[index]) }

  static func bounds(_ x: [Double], _ y: [Double]) -> DataRect? {
    guard let minX = x.min(), let maxX = x.max(), let minY = y.min(), let maxY = y.max() else { return nil }
    return DataRect(minX: minX, minY: minY, maxX: maxX, maxY: maxY)
  }

  /// Gives it coordinates of its own where undo keeps the former: what changes them would copy one column after the other,
  /// and most of the time goes into memory that is touched for the first time.
  mutating func copyCoordinates() {
    guard count >= 1 << 16 else { return }
    let columns = [x, y]
    let copies = concurrentMap(columns.count, threads: columns.count) { index in
      // With room for what is appended.
      [Double](unsafeUninitializedCapacity: columns[index].count + columns[index].count / 8) { values, count in
        count = values.initialize(fromContentsOf: columns[index])
      }
    }
    (x, y) = (copies[0], copies[1])
  }

  mutating func append(_ point: DataPoint, revision: Revision) {
    var point = point
    if table != nil {
      let nearest = nearest(to: point)
      point = table?.append(point, like: nearest) ?? point
    }
    x.append(point.x)
    y.append(point.y)
    if !groups.isEmpty { groups.append(-1) }
    if bounds == nil { bounds = DataRect(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y) }
    bounds?.extend(to: point)
    wasAppended(to: revision)
  }

  /// All that is new stands at the end. Once it is much, a foundation of its own pays.
  mutating func wasAppended(to revision: Revision) {
    let before = foundation
    self.revision = revision
    if count - before.count <= before.count / 8 { foundation = before }
  }

  /// Lets the first points be those that the others were appended to.
  mutating func stand(on foundation: Foundation) { self.foundation = foundation }

  /// Removes every point that a sweep meets. Returns how many went; the revision changes only when some did.
  mutating func remove(_ sweep: Sweep, revision: Revision) -> Int { remove(indices(sweep), revision: revision) }

  /// Removes every point that is gone by its index and place. Returns how many; the revision changes only when some are.
  mutating func remove(revision: Revision, where isGone: (Int, Double, Double) -> Bool) -> Int {
    remove(indices.filter { isGone($0, x[$0], y[$0]) }, revision: revision)
  }

  /// - Parameter gone: indices, ascending.
  private mutating func remove(_ gone: [Int], revision: Revision) -> Int {
    if gone.isEmpty { return 0 }
    if table != nil {
      var isGone = [Bool](repeating: false, count: count)
      for index in gone { isGone[index] = true }
      let kept = indices.filter { !isGone[$0] }
      table?.keep(kept)
    }
    // Nothing inside holds the bounds.
    let isInside = gone.allSatisfy { index in bounds.map { $0.surrounds(self[index]) } ?? false }
    PointCloud.close(gone, in: &x)
    PointCloud.close(gone, in: &y)
    if !groups.isEmpty { PointCloud.close(gone, in: &groups) }
    if !isInside { bounds = PointCloud.bounds(x, y) }
    self.revision = revision
    return gone.count
  }

  /// Moves what stands between gaps together: whole stretches, however many points there are.
  private static func close<T>(_ gaps: [Int], in column: inout [T]) {
    column.withUnsafeMutableBufferPointer { values in
      guard let start = values.baseAddress, var end = gaps.first else { return }
      for (gap, next) in zip(gaps, gaps.dropFirst() + [values.count]) {
        (start + end).update(from: start + gap + 1, count: next - gap - 1)
        end += next - gap - 1
      }
    }
    column.removeLast(gaps.count)
  }

  /// Removes all points; which columns there are, and which are in use, stays.
  mutating func removeAll(revision: Revision) {
    (x, y, groups) = ([], [], [])
    table?.keep([])
    bounds = nil
    self.revision = revision
  }

  /// The points that a sweep meets.
  func indices(_ sweep: Sweep) -> [Int] {
    let box = sweep.bounds
    return x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        // Most points are far away, which takes no more than a look to see.
        x.indices.filter { index in
          x[index] >= box.minX && x[index] <= box.maxX && y[index] >= box.minY && y[index] <= box.maxY
            && sweep.meets(x[index], y[index])
        }
      }
    }
  }
}

/// What an ellipse, its axes along those of the data, passes over on its straight way.
struct Sweep {
  private let start: DataPoint
  private let radius: DataSize
  private let wayX, wayY, squaredLength: Double

  /// - Parameter radius: the half-width and half-height; of one that is not positive, nothing is met.
  init(from start: DataPoint, to end: DataPoint, radius: DataSize) {
    self.start = start
    self.radius = radius
    wayX = (end.x - start.x) / radius.width
    wayY = (end.y - start.y) / radius.height
    squaredLength = wayX * wayX + wayY * wayY
  }

  /// A rectangle around all that can be met, and a little more.
  var bounds: DataRect {
    func ends(_ start: Double, _ way: Double, _ radius: Double) -> (Double, Double) {
      let end = start + way * radius
      let reach = 1.001 * radius + 1e-9 * max(abs(start), abs(end))
      return (min(start, end) - reach, max(start, end) + reach)
    }
    let (x, y) = (ends(start.x, wayX, radius.width), ends(start.y, wayY, radius.height))
    return DataRect(minX: x.0, minY: y.0, maxX: x.1, maxY: y.1)
  }

  /// In units of the radius the ellipse is a circle: a point is met when its distance from the way is at most 1.
  func meets(_ x: Double, _ y: Double) -> Bool {
    guard radius.width > 0, radius.height > 0 else { return false }
    let dx = (x - start.x) / radius.width
    let dy = (y - start.y) / radius.height
    let along = squaredLength > 0 ? min(max((dx * wayX + dy * wayY) / squaredLength, 0), 1) : 0
    let offX = dx - along * wayX
    let offY = dy - along * wayY
    return offX * offX + offY * offY <= 1
  }
}

/// Names one content of something that changes: never reused within a session.
public struct Revision: Sendable, Hashable {
  let number: Int
  public init(_ number: Int) { self.number = number }
}
