/// Points that are chosen together: to be moved, copied, shaken or removed.
///
/// A selection is of one content of the canvas: when the points change otherwise it is of nobody, until undo brings that
/// content back.
public struct PointSelection: Sendable, Equatable {
  /// So many are remembered, each of another content.
  static let mostKept = 6

  public let revision: Revision
  /// Whether a point is chosen, one entry for each.
  public let mask: [Bool]
  public let count: Int
  /// The smallest rectangle around those that are chosen; nil where none is.
  public let bounds: DataRect?

  /// - Parameter mask: one entry for each point.
  init(_ mask: [Bool], of points: PointCloud) {
    revision = points.revision
    self.mask = mask
    var count = 0
    var bounds: DataRect?
    for index in points.indices where mask[index] {
      let point = points[index]
      if bounds == nil { bounds = DataRect(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y) }
      bounds?.extend(to: point)
      count += 1
    }
    self.count = count
    self.bounds = bounds
  }

  /// All of the points, or none.
  init(_ isChosen: Bool, of points: PointCloud) {
    self.init(Array(repeating: isChosen, count: points.count), of: points)
  }

  /// What becomes of the selection by those of the same points that `isMet` holds for.
  func changed(_ change: SelectionChange, of points: PointCloud, isMet: (Int) -> Bool) -> PointSelection {
    switch change {
    case .replace: PointSelection(mask.indices.map(isMet), of: points)
    case .add: PointSelection(mask.indices.map { mask[$0] || isMet($0) }, of: points)
    case .remove: PointSelection(mask.indices.map { mask[$0] && !isMet($0) }, of: points)
    }
  }
}

/// What choosing points does with those chosen before.
public enum SelectionChange: String, Sendable, Hashable, Codable, CaseIterable { case replace, add, remove }

extension LabState {
  /// The points that are chosen; nil where none is.
  public var chosenPoints: PointSelection? {
    guard let selection, selection.count > 0 else { return nil }
    return selection
  }

  /// That of the points on the canvas.
  var selection: PointSelection? {
    get { selections.last { $0.revision == document.points.revision } }
    set {
      selections.removeAll { $0.revision == document.points.revision }
      if let newValue { selections.append(newValue) }
      selections.removeFirst(max(selections.count - PointSelection.mostKept, 0))
    }
  }
}
