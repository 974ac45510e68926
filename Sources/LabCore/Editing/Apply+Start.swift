import GaussianMixtures

/// Placing means. An edit of the means while EM runs makes the present parameters, with the edit, the new start: EM goes
/// on from there and "restart" returns there.
extension LabState {
  mutating func applyStart(_ command: Command.Start) {
    switch command {
    case .addMean(let point):
      guard point.isFinite else { return }
      guard document.componentCount < LabState.componentCounts.upperBound else {
        announce(.tooManyComponents(limit: LabState.componentCounts.upperBound))
        return
      }
      edit { $0.replaceStart($0.currentModel.adding(mean: [point.x, point.y], covariance: $0.freshCovariance())) }
    case .removeMean(let component):
      removeMean(component)
    case .beginShaping(let drag):
      endDrag()
      documentBeforeDrag = document
      interface.drag = drag
    case .moveMean(let component, let point):
      var model = currentModel
      guard model.means.indices.contains(component), point.isFinite else { return }
      model.means[component] = [point.x, point.y]
      reshape(to: model)
    case .setCovariance(let component, let covariance):
      guard currentModel.covariances.indices.contains(component) else { return }
      let model = currentModel.replacingCovariance(of: component, with: covariance.matrix)
      guard (try? model.validate()) != nil else { return }
      reshape(to: model)
    case .endShaping: endDrag()
    case .setComponentCount(let count): setComponentCount(count)
    case .newStart:
      edit { state in
        state.document.startSeed &+= 1
        state.drawStart()
      }
    }
  }

  /// The parameters on show, as something to edit: equal components again have the letters A, B, C, …
  var currentModel: GaussianMixture { document.timeline.current.model }

  private mutating func removeMean(_ component: Int) {
    guard currentModel.means.indices.contains(component) else { return }
    guard currentModel.componentCount > 1 else {
      announce(.lastComponent)
      return
    }
    edit { $0.replaceStart($0.currentModel.removing(component)) }
  }

  private mutating func setComponentCount(_ count: Int) {
    let count = min(max(count, LabState.componentCounts.lowerBound), LabState.componentCounts.upperBound)
    guard count != currentModel.componentCount else { return }
    edit { state in
      var model = state.currentModel
      while model.componentCount > count { model = model.removing(model.componentCount - 1) }
      while model.componentCount < count {
        let seed = state.document.startSeed &+ UInt64(model.componentCount)
        let fresh = LabState.makeStart(
          kind: .randomPoints, points: state.document.points, count: 1, options: state.document.options, seed: seed)
        model = model.adding(mean: fresh.means[0], covariance: state.freshCovariance())
      }
      state.replaceStart(model)
    }
  }

  /// The spread of a component placed by hand: that of its neighbours, so that it is visible and fair.
  private func freshCovariance() -> CovarianceMatrix {
    let model = document.start
    var variances = [0.0, 0.0]
    for covariance in model.covariances {
      for axis in 0..<2 { variances[axis] += covariance[axis, axis] / Double(model.componentCount) }
    }
    return .diagonal(variances)
  }

  /// One move of the drag under way; without one, an edit of its own.
  private mutating func reshape(to model: GaussianMixture) {
    if documentBeforeDrag == nil { edit { $0.replaceStart(model) } } else { replaceStart(model) }
  }

  private mutating func replaceStart(_ model: GaussianMixture) {
    document.start = model.converted(to: document.options.family)
    document.startOrigin = .placed
    beginRun()
  }

  /// Begins again at the document's start.
  mutating func beginRun() {
    document.timeline.restart(from: document.start)
    startChanged()
  }

  mutating func startChanged() {
    glide = nil
    playback.outcome = nil
    passageOrigin = nil
    requestEvaluation()
  }
}
