/// Choosing points, and what is done with those that are chosen.
extension LabState {
  /// So many points at most come about by copying and stamping.
  public static let mostPointsByHand = 2_000_000

  mutating func applySelect(_ command: Command.Select) {
    switch command {
    case .beginMarquee(let point, let change): beginMarquee(at: point, change)
    case .choose(let index, let change): choose(index, change)
    case .beginCarrying(let point, let copies):
      guard point.isFinite, chosenPoints != nil else { return }
      begin(.carry(Carry(from: point, to: point, copies: copies)), drag: .carry)
    case .drag(let point): drag(to: point)
    case .end: endDrag()
    case .all:
      endDrag()
      selection = PointSelection(true, of: document.points)
    case .nothing:
      endDrag()
      selection = nil
    case .nudge(let offset): moveChosen(by: offset)
    case .duplicate(let offset): copyChosen(by: offset)
    case .delete: deleteChosen()
    case .jitter(let spread): jitter(spread)
    }
  }

  private mutating func beginMarquee(at point: DataPoint, _ change: SelectionChange) {
    guard point.isFinite else { return }
    endDrag()
    let base = chosenPoints ?? PointSelection(false, of: document.points)
    begin(.marquee(Marquee(from: point, to: point, change: change, base: base)), drag: .marquee)
    if change == .replace { selection = nil }
  }

  private mutating func choose(_ index: Int, _ change: SelectionChange) {
    endDrag()
    guard document.points.indices.contains(index) else { return }
    selection = (chosenPoints ?? PointSelection(false, of: document.points)).changed(change, of: document.points) {
      $0 == index
    }
  }

  /// Begins a gesture that takes effect when it ends.
  mutating func begin(_ gesture: CanvasGesture, drag: Drag) {
    endDrag()
    self.gesture = gesture
    interface.drag = drag
  }

  private mutating func drag(to point: DataPoint) {
    guard point.isFinite else { return }
    switch gesture {
    case .marquee(var marquee):
      guard marquee.base.revision == document.points.revision else { return endDrag() }
      marquee.to = point
      gesture = .marquee(marquee)
      let (bounds, points) = (marquee.bounds, document.points)
      selection = marquee.base.changed(marquee.change, of: points) { bounds.contains(points[$0]) }
    case .carry(var carry):
      carry.to = point
      gesture = .carry(carry)
    case .stamp, nil: break
    }
  }

  /// Lets a gesture that has ended take effect: one edit.
  mutating func take(_ gesture: CanvasGesture) {
    switch gesture {
    case .marquee: break
    case .carry(let carry): if carry.copies { copyChosen(by: carry.offset) } else { moveChosen(by: carry.offset) }
    case .stamp(let frame): stampPoints(frame)
    }
  }

  /// Gives up what is being dragged: all is as it was before. What was painted or erased is there already, and stays.
  mutating func cancelDrag() {
    switch interface.drag {
    case .marquee, .carry, .stamp, nil:
      if case .marquee(let marquee) = gesture { selection = marquee.base }
      gesture = nil
      endDrag()
    case .mean, .covariance, .weight, .give, .takeBack, .mark:
      let before = documentBeforeDrag
      documentBeforeDrag = nil
      endDrag()
      if let before, before.differsInContent(from: document) { restore(before) }
    case .paint, .erase, .pan, .scrub, .exportRange: endDrag()
    }
  }

  // MARK: - Edits

  // What is being dragged takes effect first: it may choose other points.

  private mutating func moveChosen(by offset: DataSize) {
    endDrag()
    guard let chosen = chosenPoints, offset.width != 0 || offset.height != 0,
      document.points.canMove(chosen, by: offset)
    else { return }
    editPoints { $0.move(chosen, by: offset, revision: $1) }
    selection = PointSelection(chosen.mask, of: document.points)
  }

  private mutating func copyChosen(by offset: DataSize) {
    endDrag()
    guard let chosen = chosenPoints, document.points.canMove(chosen, by: offset), hasRoom(for: chosen.count) else {
      return
    }
    let before = document.points.count
    editPoints { $0.duplicate(chosen, by: offset, revision: $1) }
    selection = PointSelection(document.points.indices.map { $0 >= before }, of: document.points)
  }

  private mutating func deleteChosen() {
    endDrag()
    guard let chosen = chosenPoints else { return }
    editPoints { $0.remove(chosen, revision: $1) }
  }

  /// Shakes the chosen points, or all where none is chosen.
  private mutating func jitter(_ spread: DataSize) {
    guard spread.width.isFinite, spread.height.isFinite, !document.points.isEmpty else { return }
    endDrag()
    let all = PointSelection(true, of: document.points)
    let chosen = chosenPoints
    var generator = spray
    editPoints {
      $0.move(chosen ?? all, revision: $1) {
        DataSize(generator.gaussian() * spread.width, generator.gaussian() * spread.height)
      }
    }
    spray = generator
    selection = chosen.map { PointSelection($0.mask, of: document.points) }
  }

  /// Says so where there is none.
  mutating func hasRoom(for count: Int) -> Bool {
    if document.points.count + count <= LabState.mostPointsByHand { return true }
    announce(.tooManyPoints(limit: LabState.mostPointsByHand))
    return false
  }

  /// One edit of the points.
  mutating func editPoints(_ change: (inout PointCloud, Revision) -> Void) {
    edit { state in
      change(&state.document.points, state.nextRevision())
      state.dataChanged()
    }
  }
}
