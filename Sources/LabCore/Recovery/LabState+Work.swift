/// What of a lab would be missed.
extension LabState {
  /// Whether anything was done that a start, or a file, does not give again at once: the least that is worth offering
  /// after a session was cut off.
  public var holdsWork: Bool {
    holdsOwnWork || document.guess != nil
      || document.lanes.contains { $0.runs.hasSteps || !$0.runs.earlier.isEmpty }
  }

  /// Whether something was made by hand: points, or a start. The least that is worth keeping after a session was closed.
  public var holdsOwnWork: Bool { document.isEdited || document.lanes.contains { $0.startOrigin == .placed } }
}

extension LabScene {
  /// Whether another scene has the same data and models, however they are looked at.
  public func holdsTheSame(as other: LabScene) -> Bool { data == other.data && lanes == other.lanes }
}
