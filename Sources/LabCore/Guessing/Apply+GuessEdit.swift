import GaussianMixtures

/// Saying what the guess is: points given, ellipses moved, a value marked, a number of components chosen.
extension LabState {
  // MARK: - Who owns the points

  /// What brush and keys give from now on. Where one point is asked about, or the keyboard is on one, it is given at once;
  /// with the handles, the keyboard goes to that component.
  mutating func choose(_ letter: Int?) {
    guard let guess = document.guess, guess.phase == .open, letter.map(guess.letters.contains) ?? true else { return }
    document.guess?.brush = letter
    if guess.question == .move, let component = letter.flatMap({ guess.letters.firstIndex(of: $0) }) {
      document.guess?.handle = GuessHandle(component: component, part: guess.handle?.part ?? .mean)
    }
    let point = guess.question == .onePoint ? guess.asked : guess.question == .owners ? guess.focus : nil
    if let point { edit { $0.document.guess?.owners[point] = letter } }
  }

  mutating func beginGiving(at point: DataPoint, radius: DataSize, takesBack: Bool) {
    guard let guess = document.guess, guess.givesPoints, guess.phase == .open, point.isFinite, radius.width > 0,
      radius.height > 0
    else { return }
    beginGuessDrag(takesBack || guess.brush == nil ? .takeBack : .give)
    guessStroke = GuessStroke(position: point, radius: radius)
    document.guess?.focus = nil
    give(from: point, to: point, radius: radius)
  }

  mutating func moveGuessStroke(to point: DataPoint) {
    guard point.isFinite, let stroke = guessStroke else { return }
    guessStroke?.position = point
    // The whole way, so that a fast drag leaves no gaps.
    give(from: stroke.position, to: point, radius: stroke.radius)
  }

  private mutating func give(from start: DataPoint, to end: DataPoint, radius: DataSize) {
    guard let guess = document.guess else { return }
    let letter = interface.drag == .give ? guess.brush : nil
    for point in document.points.indices(Sweep(from: start, to: end, radius: radius))
    where guess.question == .owners || point == guess.asked {
      document.guess?.owners[point] = letter
    }
  }

  // MARK: - Where the components go

  mutating func beginGuessDrag(_ drag: Drag) {
    guard document.guess?.phase == .open else { return }
    endDrag()
    documentBeforeDrag = document
    interface.drag = drag
  }

  mutating func moveGuessedMean(_ component: Int, to point: DataPoint) {
    guard point.isFinite, document.guess?.mixture.means.indices.contains(component) == true else { return }
    let points = document.points
    shape { model in
      var moved = model
      moved.means[component] = points.moved(model.means[component], to: point)
      return moved
    }
  }

  /// Another shape in the two columns on show.
  mutating func reshapeGuess(_ component: Int, to covariance: CovarianceMatrix) {
    let plane = document.points.plane
    shape {
      $0.replacingMarginalCovariance(of: component, inDimensions: plane.across, plane.up, with: covariance)
    }
  }

  /// One move of the drag under way; without one, an edit of its own.
  mutating func shape(_ change: (GaussianMixture) -> GaussianMixture) {
    guard let guess = document.guess, guess.canMove else { return }
    let model = change(guess.mixture)
    guard model != guess.mixture, (try? model.validate()) != nil else { return }
    if documentBeforeDrag == nil {
      edit { $0.document.guess?.mixture = model }
      noteTry()
    } else {
      document.guess?.mixture = model
    }
  }

  /// Keeps what the drag that has ended has reached.
  mutating func noteTry() {
    guard let guess = document.guess, guess.canMove, let bound = guess.bound(of: guess.mixture) else { return }
    document.guess?.tries.append(bound)
    if guess.tries.count >= Guess.mostTries { document.guess?.tries.removeFirst() }
  }

  // MARK: - By keys

  mutating func walk(forward: Bool) {
    guard let guess = document.guess, guess.phase == .open else { return }
    switch guess.question {
    case .move:
      let start = GuessHandle(component: 0, part: .mean)
      document.guess?.handle =
        guess.handle?.moved(by: forward ? 1 : -1, among: guess.mixture.componentCount) ?? start
    case .owners: walkToPoint(guess, forward: forward)
    case .onePoint, .gain, .count: break
    }
  }

  /// Forward to the nearest point that nobody was given; back to the nearest that somebody was.
  private mutating func walkToPoint(_ guess: Guess, forward: Bool) {
    let points = document.points
    let from = guess.focus.flatMap { points.indices.contains($0) ? points[$0] : nil } ?? viewport.bounds.center
    let (width, height) = (viewport.bounds.width, viewport.bounds.height)
    func distance(_ index: Int) -> Double {
      let (dx, dy) = ((points.x[index] - from.x) / width, (points.y[index] - from.y) / height)
      return dx * dx + dy * dy
    }
    let candidates = points.indices.filter { $0 != guess.focus && (guess.owners[$0] == nil) == forward }
    document.guess?.focus = candidates.min { distance($0) < distance($1) } ?? guess.focus
  }

  mutating func shift(by way: DataSize) {
    guard let guess = document.guess, guess.canMove else { return }
    let component = guess.handle?.component ?? 0
    document.guess?.handle = GuessHandle(component: component, part: guess.handle?.part ?? .mean)
    let mean = document.points.place(guess.mixture.means[component])
    moveGuessedMean(component, to: DataPoint(mean.x + way.width, mean.y + way.height))
  }

  mutating func adjust(by steps: Double) {
    guard let guess = document.guess, guess.phase == .open, steps.isFinite else { return }
    switch guess.question {
    case .gain:
      guard let scale = gainScale else { return }
      let from = guess.value ?? (scale.range.lowerBound + scale.range.upperBound) / 2
      edit { $0.mark(from + steps * scale.step) }
    case .move:
      let handle = guess.handle ?? GuessHandle(component: 0, part: .mean)
      document.guess?.handle = handle
      adjust(handle, by: steps)
    case .owners, .onePoint, .count: break
    }
  }

  private mutating func adjust(_ handle: GuessHandle, by steps: Double) {
    let k = handle.component
    let plane = document.points.plane
    guard let model = document.guess?.mixture,
      let axes = model.covariances[k].principalAxes(inDimensions: plane.across, plane.up)
    else { return }
    let factor = 1 + 0.05 * min(max(steps, -10), 10)
    func set(_ long: Double, _ short: Double, _ angle: Double) {
      reshapeGuess(k, to: .planar(long: long, short: short, angle: angle))
    }
    switch handle.part {
    case .mean: set(axes.long * factor, axes.short * factor, axes.angle)
    case .long: set(axes.long * factor, axes.short, axes.angle)
    case .short: set(axes.long, axes.short * factor, axes.angle)
    case .turn: set(axes.long, axes.short, axes.angle + 3 * steps * .pi / 180)
    case .weight: shape { $0.settingWeight(of: k, to: min(max($0.weights[k] + 0.01 * steps, 0), 1)) }
    }
  }

  // MARK: - The log-likelihood

  mutating func mark(_ value: Double) {
    guard let guess = document.guess, guess.question == .gain, guess.phase == .open, value.isFinite,
      let range = gainScale?.range
    else { return }
    document.guess?.value = min(max(value, range.lowerBound), range.upperBound)
  }

  // MARK: - How many components

  mutating func chooseCount(_ count: Int) {
    guard let guess = document.guess, guess.question == .count, (1...guess.count.most).contains(count),
      !guess.count.isFinished
    else { return }
    edit { $0.document.guess?.count.choice = count }
  }

  /// The search finds all of them; they are shown one after the other.
  mutating func findBICs() {
    let family = document.options.family
    let asked = search.isRunning ? search.families : search.searched
    if asked.contains(family) && !searchIsOutdated { return }
    searchOnly(family)
  }

  mutating func revealBIC() {
    guard let guess = document.guess, !guess.count.isFinished else { return }
    guard let choice = guess.count.choice else { return announce(.guess(.notReady)) }
    guard let next = nextBIC else { return findBICs() }
    if lesson?.isAsking == true, lesson?.exercise?.kind == .count { return answerCount(guess) }
    document.guess?.count.choices.append(choice)
    document.guess?.count.choice = nil
    document.guess?.count.revealed.append(CountGuess.Found(bic: next.bic, isFloored: next.isFloored))
  }
}

extension LabState {
  /// One number of components answers an exercise: all of what was found is revealed then.
  private mutating func answerCount(_ guess: Guess) {
    if marks(guess) { return }
    document.guess?.count.choices = [guess.count.choice ?? 1]
    while document.guess?.count.isFinished == false, let next = nextBIC {
      document.guess?.count.revealed.append(CountGuess.Found(bic: next.bic, isFloored: next.isFloored))
    }
  }
}

extension Guess {
  /// So many earlier drags are kept for the chart.
  static let mostTries = 60
}

/// A stroke of the brush that gives points to a component.
struct GuessStroke: Sendable, Equatable {
  var position: DataPoint
  let radius: DataSize
}
