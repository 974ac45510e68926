import GaussianMixtures

extension LabState {
  mutating func applyLanes(_ command: Command.Lanes) {
    switch command {
    case .compare(let comparison):
      if document.comparison == comparison { return keepOnly(document.active) }
      changeLanes { $0.compare(comparison) }
    case .activate(let lane):
      guard document.lanes.indices.contains(lane) else { return }
      if lane != document.active { endDrag() }
      document.active = lane
    case .close(let lane):
      guard document.lanes.count > 1, document.lanes.indices.contains(lane) else { return }
      changeLanes { document in
        document.lanes.remove(at: lane)
        if document.active > lane || document.active == document.lanes.count { document.active -= 1 }
        if document.lanes.count == 1 { document.startsTogether = true }
      }
    case .keepOnly(let lane): keepOnly(lane)
    case .change(let lane, let model):
      guard document.lanes.indices.contains(lane), document.lanes[lane].model != model else { return }
      changeLanes { document in
        document.lanes[lane].model = model
        // A seed stands for one start in each family, by whichever others it was come to. Beside other lanes it is theirs.
        if document.lanes.count == 1, document.startOrigin == .seeded, document.startState == .drawn {
          document.lanes[lane].drawStart(of: document.componentCount, among: document.points)
        }
        document.lanes[lane].runs.begin(document.lanes[lane].freshRun())
      }
    }
  }

  private mutating func keepOnly(_ lane: Int) {
    guard document.lanes.count > 1, document.lanes.indices.contains(lane) else { return }
    changeLanes { document in
      document.lanes = [document.lanes[lane]]
      document.active = 0
      document.startsTogether = true
    }
  }

  /// One undoable change of which lanes there are. The clock stays; those that begin catch up with it.
  private mutating func changeLanes(_ change: (inout Document) -> Void) {
    edit { state in
      change(&state.document)
      state.startChanged()
    }
  }

  /// Takes the lanes that are behind the clock on to where it stands, or to their end. What is missing for that is asked
  /// for, and they go on when it is there.
  mutating func catchUp() {
    inEveryLane { state in
      while state.document.isBehind, state.blockedReason == nil {
        switch state.document.runs.current.pending {
        case .computation(let request):
          if !state.isComputing(in: state.document.active) { state.request(.advance(request)) }
          return
        case .expectation: state.document.runs.take { $0.takeExpectation() }
        case .nothing: return
        }
      }
    }
  }

  /// Does something in one lane as if it were the only one.
  mutating func inLane<Result>(_ lane: Int, _ body: (inout LabState) -> Result) -> Result {
    let active = document.active
    document.active = lane
    defer { document.active = active }
    return body(&self)
  }

  mutating func inEveryLane(_ body: (inout LabState) -> Void) {
    for lane in document.lanes.indices { inLane(lane, body) }
  }
}
