import GaussianMixtures

/// Placing means. An edit of the means while EM runs makes the present parameters, with the edit, the new start: EM goes
/// on from there and "restart" returns there.
extension LabState {
  mutating func applyStart(_ command: Command.Start) {
    switch command {
    case .addMean(let point): addMean(at: point)
    case .removeMean(let component): removeMean(component)
    case .beginShaping(let drag):
      endDrag()
      documentBeforeDrag = document
      interface.drag = drag
    case .moveMean(let component, let point):
      var model = currentModel
      guard document.hasModel, model.means.indices.contains(component), point.isFinite else { return }
      model.means[component] = document.points.moved(model.means[component], to: point)
      reshape(to: model)
    case .setCovariance(let component, let covariance):
      guard document.hasModel, currentModel.covariances.indices.contains(component) else { return }
      let plane = document.points.plane
      let model = currentModel.replacingMarginalCovariance(
        of: component, inDimensions: plane.across, plane.up, with: covariance.matrix)
      guard model != currentModel, (try? model.validate()) != nil else { return }
      reshape(to: model)
    case .setWeight(let component, let weight):
      guard document.hasModel, weight.isFinite, currentModel.weights.indices.contains(component) else { return }
      reshape(to: currentModel.settingWeight(of: component, to: weight))
    case .endShaping: endDrag()
    case .setComponentCount(let count): setComponentCount(count)
    case .newStart:
      edit { state in
        state.document.takeNextSeeds()
        state.drawEveryStart()
      }
    }
  }

  /// The parameters on show, as something to edit, and their letters.
  var currentModel: GaussianMixture { document.runs.shown.model }
  private var currentLetters: [Int] { document.runs.shown.identities }

  private mutating func addMean(at point: DataPoint) {
    guard point.isFinite else { return }
    guard document.hasModel else {
      // The first mean on an empty canvas is the model's first component.
      return edit { state in
        let first = GaussianMixture(
          weights: [1], means: [state.document.points.row(at: point)], covariances: [state.freshCovariance()],
          family: state.document.options.family)
        state.replaceStart(first, letters: [0])
      }
    }
    guard currentModel.componentCount < LabState.componentCounts.upperBound else {
      return announce(.tooManyComponents(limit: LabState.componentCounts.upperBound))
    }
    edit { state in
      state.replaceStart(
        state.currentModel.adding(mean: state.document.points.row(at: point), covariance: state.freshCovariance()),
        letters: state.currentLetters.withFreeLetter)
    }
  }

  private mutating func removeMean(_ component: Int) {
    guard document.hasModel, currentModel.means.indices.contains(component) else { return }
    guard currentModel.componentCount > 1 else { return announce(.lastComponent) }
    var letters = currentLetters
    letters.remove(at: component)
    edit { $0.replaceStart($0.currentModel.removing(component), letters: letters) }
  }

  private mutating func setComponentCount(_ count: Int) {
    let count = min(max(count, LabState.componentCounts.lowerBound), LabState.componentCounts.upperBound)
    guard count != currentModel.componentCount else { return }
    edit { state in
      var model = state.currentModel
      var letters = Array(state.currentLetters.prefix(count))
      while model.componentCount > count { model = model.removing(model.componentCount - 1) }
      while model.componentCount < count {
        let seed = state.document.startSeed &+ UInt64(model.componentCount)
        model = model.adding(mean: state.freshMean(seed: seed), covariance: state.freshCovariance())
        letters = letters.withFreeLetter
      }
      switch state.document.startState {
      case .drawn: state.replaceStart(model, letters: letters)
      case .awaited, .deferred:
        // The start to come has that many components.
        state.document.start = model
        state.document.startLetters = letters
        state.beginRun()
      }
    }
  }

  /// Where a component added by number begins: at a random point; without points somewhere around where they usually
  /// are.
  private func freshMean(seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    let points = document.points
    guard !points.isEmpty else { return points.drawPlace(using: &generator) }
    let index = min(Int(generator.uniform() * Double(points.count)), points.count - 1)
    return points.row(index)
  }

  /// The spread of a component placed by hand: that of its neighbors, so that it is visible and fair.
  private func freshCovariance() -> CovarianceMatrix {
    let model = document.hasModel ? currentModel : document.start
    var variances = Array(repeating: 0.0, count: model.dimensions)
    for covariance in model.covariances {
      for axis in variances.indices { variances[axis] += covariance[axis, axis] / Double(model.componentCount) }
    }
    return .diagonal(variances)
  }

  /// One move of the drag under way; without one, an edit of its own.
  private mutating func reshape(to model: GaussianMixture) {
    let letters = currentLetters
    if documentBeforeDrag == nil {
      edit { $0.replaceStart(model, letters: letters) }
    } else {
      replaceStart(model, letters: letters)
    }
  }

  private mutating func replaceStart(_ model: GaussianMixture, letters: [Int]) {
    document.start = model.converted(to: document.options.family)
    document.startOrigin = .placed
    document.startState = .drawn
    document.startLetters = letters
    beginRun(from: document.runs.place)
  }

  /// Begins again at the active lane's start. There is one clock, so all lanes begin again: at that start, if they begin
  /// together.
  ///
  /// - Parameters:
  ///   - place: where the run on show was when the start was made of it.
  ///   - whole: a run from that start that is there already: the active lane shows it at its end.
  ///   - isSameStart: whether every lane begins where it began before.
  mutating func beginRun(from place: RunReference? = nil, as whole: Run? = nil, isSameStart: Bool = false) {
    let active = document.active
    for lane in document.lanes.indices {
      if document.startsTogether, lane != active, !isSameStart {
        document.lanes[lane].takeStart(of: document.lanes[active])
      }
      document.lanes[lane].runs.begin(document.lanes[lane].freshRun(from: lane == active ? place : nil))
    }
    if let whole { document.runs.replaceFresh(with: whole) }
    startChanged()
  }

  mutating func startChanged() {
    glides = [:]
    passageOrigins = [:]
    requestWhatIsMissing()
  }
}

extension [Int] {
  /// With the first letter that is free.
  fileprivate var withFreeLetter: [Int] { self + [(0...count).first { !contains($0) } ?? count] }
}
