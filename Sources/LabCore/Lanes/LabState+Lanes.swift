import GaussianMixtures

extension LabState {
  /// The state as if a lane were the active one: how a lane is drawn, and what its gestures mean.
  public func looking(at lane: Int) -> LabState {
    guard document.lanes.indices.contains(lane) else { return self }
    var state = self
    state.document.active = lane
    return state
  }
}

extension Document {
  /// Of so many points at most is it counted on how many two lanes disagree: a pass over them must fit into a frame.
  public static let mostComparedPoints = 20_000

  /// On how many points EM and k-means beside it disagree: whose most probable component is another one. Nil where
  /// points have no owners yet, or there are too many of them.
  public var disagreement: Int? {
    guard lanes.count == 2, startsTogether, !points.isEmpty, points.count <= Document.mostComparedPoints,
      let first = lanes[0].runs.shown.owners, let second = lanes[1].runs.shown.owners,
      let one = first.identities(of: points), let other = second.identities(of: points)
    else { return nil }
    return zip(one, other).count { $0 != $1 }
  }
}
