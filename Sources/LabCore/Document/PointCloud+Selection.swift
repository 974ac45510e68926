/// What is done to some of the points at once. A point keeps all that is known of it: a copy has the group of what it
/// was copied from.
extension PointCloud {
  /// Whether the chosen points stay numbers when they are moved by `offset`.
  func canMove(_ chosen: PointSelection, by offset: DataSize) -> Bool {
    guard let bounds = chosen.bounds else { return false }
    let corners = [DataPoint(bounds.minX, bounds.minY), DataPoint(bounds.maxX, bounds.maxY)]
    return corners.allSatisfy { DataPoint($0.x + offset.width, $0.y + offset.height).isFinite }
  }

  /// Moves the chosen points by `offset`.
  mutating func move(_ chosen: PointSelection, by offset: DataSize, revision: Revision) {
    for index in indices where chosen.mask[index] {
      put(DataPoint(x[index] + offset.width, y[index] + offset.height), at: index)
    }
    changed(to: revision)
  }

  /// Moves each of the chosen points by an offset of its own.
  mutating func move(_ chosen: PointSelection, revision: Revision, by offset: () -> DataSize) {
    for index in indices where chosen.mask[index] {
      let offset = offset()
      let moved = DataPoint(x[index] + offset.width, y[index] + offset.height)
      guard moved.isFinite else { continue }
      put(moved, at: index)
    }
    changed(to: revision)
  }

  /// Adds copies of the chosen points, moved by `offset`, after all others.
  mutating func duplicate(_ chosen: PointSelection, by offset: DataSize, revision: Revision) {
    let hasGroups = !groups.isEmpty
    for index in indices where chosen.mask[index] {
      let copy = DataPoint(x[index] + offset.width, y[index] + offset.height)
      let place = table?.append(copy, like: index) ?? copy
      x.append(place.x)
      y.append(place.y)
      if hasGroups { groups.append(groups[index]) }
    }
    bounds = PointCloud.bounds(x, y)
    wasAppended(to: revision)
  }

  /// Removes the chosen points.
  mutating func remove(_ chosen: PointSelection, revision: Revision) {
    _ = remove(revision: revision) { index, _, _ in chosen.mask[index] }
  }

  /// Adds points that belong to no group, after all others.
  mutating func append(_ points: [DataPoint], revision: Revision) {
    var points = points
    if table != nil {
      let nearest = points.map(nearest)
      for (index, other) in nearest.enumerated() {
        points[index] = table?.append(points[index], like: other) ?? points[index]
      }
    }
    x += points.map(\.x)
    y += points.map(\.y)
    if !groups.isEmpty { groups += Array(repeating: -1, count: points.count) }
    bounds = PointCloud.bounds(x, y)
    wasAppended(to: revision)
  }

  private mutating func put(_ point: DataPoint, at index: Int) {
    let place = table?.move(index, to: point) ?? point
    x[index] = place.x
    y[index] = place.y
  }

  private mutating func changed(to revision: Revision) {
    bounds = PointCloud.bounds(x, y)
    self.revision = revision
  }
}
