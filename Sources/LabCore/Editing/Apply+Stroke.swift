extension LabState {
  mutating func beginPainting(at point: DataPoint, radius: DataSize) {
    guard point.isFinite else { return }
    beginStroke(Stroke(kind: .paint, at: point, radius: radius, time: now), drag: .paint)
    document.points.copyCoordinates()
    document.points.append(point, revision: nextRevision())
    dataChanged()
  }

  mutating func beginErasing(at point: DataPoint, radius: DataSize) {
    guard point.isFinite else { return }
    beginStroke(Stroke(kind: .erase, at: point, radius: radius, time: now), drag: .erase)
    erase(from: point, to: point, radius: radius)
  }

  private mutating func beginStroke(_ stroke: Stroke, drag: Drag) {
    endDrag()
    documentBeforeDrag = document
    self.stroke = stroke
    interface.drag = drag
  }

  mutating func moveStroke(to point: DataPoint) {
    guard point.isFinite, var moved = stroke else { return }
    let previous = moved.position
    moved.position = point
    if moved.kind == .paint, !moved.isSpraying, moved.hasMoved {
      moved.isSpraying = true
      moved.nextPuffAt = max(now, moved.beganAt + Stroke.puffInterval)
    }
    stroke = moved
    if moved.kind == .erase {
      // The whole way, so that a fast drag leaves no gaps.
      erase(from: previous, to: point, radius: moved.radius)
    }
  }

  private mutating func erase(from start: DataPoint, to end: DataPoint, radius: DataSize) {
    let revision = nextRevision()
    if document.points.remove(Sweep(from: start, to: end, radius: radius), revision: revision) > 0 { dataChanged() }
  }

  /// Adds the puffs of a spray that are due.
  mutating func sprayDuePuffs() {
    guard var spraying = stroke, spraying.kind == .paint, now >= spraying.nextPuffAt else { return }
    spraying.isSpraying = true
    // After a hitch one puff is enough: nobody means to paint the time the program was away.
    spraying.nextPuffAt = max(spraying.nextPuffAt + Stroke.puffInterval, now)
    for _ in 0..<tools.rate {
      let point = DataPoint(
        spraying.position.x + spray.gaussian() * spraying.radius.width / 2,
        spraying.position.y + spray.gaussian() * spraying.radius.height / 2)
      if point.isFinite { document.points.append(point, revision: nextRevision()) }
    }
    stroke = spraying
    dataChanged()
  }

  /// Ends whatever drag is under way; what it changed becomes one edit.
  mutating func endDrag() {
    if let before = documentBeforeDrag, before.differsInContent(from: document) {
      record(before)
      if before.guess?.mixture != document.guess?.mixture { noteTry() }
    }
    guessStroke = nil
    documentBeforeDrag = nil
    stroke = nil
    interface.drag = nil
    interface.dragButton = nil
    if let ended = gesture {
      gesture = nil
      take(ended)
    }
  }

  /// The data are no longer what the run has seen: the parameters stay, everything computed from the old data goes.
  mutating func dataChanged() {
    document.isEdited = true
    document.bringIntoStep()
    inEveryLane { $0.document.runs.continueOnOtherPoints(under: $0.document.options) }
    forgetSearch()
    forgetRace()
    requestWhatIsMissing()
  }
}

extension Document {
  /// Whether an edit changed points or start, as opposed to EM having moved on.
  func differsInContent(from other: Document) -> Bool {
    if let guess, let other = other.guess, !guess.saysTheSame(as: other) { return true }
    return points.revision != other.points.revision || lanes.map(\.start) != other.lanes.map(\.start)
  }
}
