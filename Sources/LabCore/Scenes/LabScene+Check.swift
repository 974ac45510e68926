import GaussianMixtures

extension LabScene {
  /// Throws where something is out of range or does not fit to the rest, so that what passes can be shown.
  public func check() throws(SceneFlaw) {
    try data.check()
    try require(speed, in: 0...Speed.rates.count - 1, scene.speed)
    try require(lanes.count, in: 1...Lane.most, scene.lanes)
    try require(active, in: 0...lanes.count - 1, scene.active)
    for (index, lane) in lanes.enumerated() { try lane.check(scene.lanes[index], dimensions: data.dimensions) }
    for (index, lane) in lanes.enumerated() where startsTogether {
      try require(lane.start.means == lanes[0].start.means, scene.lanes[index].start, .consistent)
    }
    try view.check(points: pointCount)
    try tools.check()
    try window.check()
    try mystery?.check()
    try guess?.check(self)
    try search?.check(dimensions: data.dimensions)
    try race?.check()
  }
}

/// Where in a scene: the names of its parts, written as they are reached.
private let scene = ScenePath()

private func require(_ holds: Bool, _ field: ScenePath, _ rule: SceneFlaw.Rule) throws(SceneFlaw) {
  if !holds { throw SceneFlaw(field: field, rule: rule) }
}

private func require(_ value: Int, in range: ClosedRange<Int>, _ field: ScenePath) throws(SceneFlaw) {
  try require(
    range.contains(value), field, .within(Double(range.lowerBound)...Double(max(range.lowerBound, range.upperBound))))
}

private func require(_ value: Double, in range: ClosedRange<Double>, _ field: ScenePath) throws(SceneFlaw) {
  try require(range.contains(value), field, .within(range))
}

private func requireFinite(_ values: [Double?], _ field: ScenePath) throws(SceneFlaw) {
  try require(values.allSatisfy { $0?.isFinite ?? true }, field, .finite)
}

/// An index among `count` things.
private func requireIndex(_ index: Int?, among count: Int, _ field: ScenePath) throws(SceneFlaw) {
  guard let index else { return }
  try require(index >= 0 && index < count, field, .within(0...Double(max(count - 1, 0))))
}

/// A mixture that the window can show.
private func require(_ model: GaussianMixture, dimensions: Int, _ field: ScenePath) throws(SceneFlaw) {
  try require(
    model.dimensions == dimensions && LabState.componentCounts.contains(model.componentCount), field,
    .shape(dimensions: dimensions))
  do {
    try model.validate()
  } catch {
    throw SceneFlaw(field: field, rule: .mixture(error))
  }
}

private func require(_ options: EMOptions, _ field: ScenePath) throws(SceneFlaw) {
  do {
    try options.validate()
  } catch {
    throw SceneFlaw(field: field, rule: .options(error))
  }
}

/// Letters are numbers; nobody comes to so many.
private let lastLetter = 100_000

private func requireLetters(_ letters: [Int], _ field: ScenePath) throws(SceneFlaw) {
  try require(Set(letters).count == letters.count, field, .distinct)
  for letter in letters { try require(letter, in: 0...lastLetter, field) }
}

extension SceneData {
  /// How many columns the models are fitted to.
  fileprivate var dimensions: Int { choice?.fitted.count ?? 2 }

  fileprivate func check() throws(SceneFlaw) {
    try require(values.count, in: 2...ColumnChoice.most, scene.data.values)
    try require(columns.count == values.count, scene.data.columns, .count(values.count))
    try checkChoice(isWanted: values.count > 2)
    for (index, column) in values.enumerated() { try check(column, scene.data.values[index]) }
    if let scales {
      try require(scales.count == values.count, scene.data.scales, .count(values.count))
      try require(
        scales.allSatisfy { $0.mean.isFinite && $0.deviation.isFinite && $0.deviation > 0 }, scene.data.scales, .finite)
    }
    if let shown {
      try require(shown.count == 2 && choice?.isStandardized == true, scene.data.shown, .consistent)
      for (index, column) in shown.enumerated() { try check(column, scene.data.shown[index]) }
    }
    try require(rowsLeftOut ?? 0, in: 0...(1 << 40), scene.data.rowsLeftOut)
    guard let groups else { return }
    try require(groups.values.count == values[0].count, scene.data.groups.values, .count(values[0].count))
    for group in groups.values { try require(group, in: -1...lastLetter, scene.data.groups.values) }
  }

  private func check(_ column: [Double], _ field: ScenePath) throws(SceneFlaw) {
    try require(column.count == values[0].count, field, .count(values[0].count))
    try require(column.allSatisfy(\.isFinite), field, .finite)
  }

  private func checkChoice(isWanted: Bool) throws(SceneFlaw) {
    guard let choice else { return try require(!isWanted, scene.data.choice, .consistent) }
    let isSound =
      isWanted && choice.fitted.count >= 2 && choice.fitted == Set(choice.fitted).sorted()
      && choice.fitted.allSatisfy(values.indices.contains) && choice.canShow(choice.shown)
    try require(isSound, scene.data.choice, .consistent)
  }
}

extension SceneLane {
  fileprivate func check(_ field: ScenePath, dimensions: Int) throws(SceneFlaw) {
    try require(start, dimensions: dimensions, field.start)
    try require(options, field.options)
    try require(start.family == options.family, field.options.family, .consistent)
    try requireLetters(startLetters, field.startLetters)
    try require(
      startLetters.isEmpty || startLetters.count == start.componentCount, field.startLetters,
      .count(start.componentCount))
    try runs.check(field.runs, dimensions: dimensions)
    try require(runs.current.run.algorithm == algorithm, field.algorithm, .consistent)
  }
}

extension SceneRuns {
  /// No session begins so many runs.
  fileprivate static let lastNumber = 1 << 40

  fileprivate func check(_ field: ScenePath, dimensions: Int) throws(SceneFlaw) {
    try require(earlier.count, in: 0...Runs.earlierLimit, field.earlier)
    try current.check(field.current, dimensions: dimensions)
    for (index, kept) in earlier.enumerated() { try kept.check(field.earlier[index], dimensions: dimensions) }
    let numbers = earlier.map(\.number)
    try require(
      numbers == numbers.sorted() && Set(numbers + [current.number]).count == numbers.count + 1, field.earlier,
      .distinct)
    let highest = max(numbers.last ?? 0, current.number)
    try require(latest, in: highest...max(highest, SceneRuns.lastNumber), field.latest)
    try require(first, in: 0...max(latest, 0), field.first)
    try requireIndex(step, among: current.run.steps.count, field.step)
  }
}

extension SceneRuns.Numbered {
  fileprivate func check(_ field: ScenePath, dimensions: Int) throws(SceneFlaw) {
    try require(number, in: 0...SceneRuns.lastNumber, field.number)
    try require(name?.count ?? 0, in: 0...NameDraft.limit, field.name)
    try require(run.options, field.run.options)
    try require(run.recording == .everyStep, field.run.recording, .consistent)
    try requireFinite(run.trace, field.run.trace)
    for (index, step) in run.steps.enumerated() {
      // An E-step has the parameters of the step before.
      if index == 0 || step.kind != .expectation {
        try require(step.model, dimensions: dimensions, field.run.steps[index].model)
      }
      try step.check(field.run.steps[index], algorithm: run.algorithm, dimensions: dimensions)
      guard index > 0 else { continue }
      let before = run.steps[index - 1]
      let iteration = before.iteration + (before.next == .expectation ? 1 : 0)
      try require(
        step.kind == before.next && step.iteration == iteration, field.run.steps[index].kind, .consistent)
    }
  }
}

extension RunStep {
  fileprivate func check(_ field: ScenePath, algorithm: Algorithm, dimensions: Int) throws(SceneFlaw) {
    try requireLetters(identities, field.identities)
    try requireFinite([logLikelihood, lowerBound, sumOfSquares] + (counts ?? []), field)
    try require((counts ?? []).allSatisfy { $0 >= 0 }, field.counts, .within(0...Double.greatestFiniteMagnitude))
    try require(algorithm == .kMeans || sumOfSquares == nil, field.sumOfSquares, .consistent)
    try require(algorithm == .em || logLikelihood == nil, field.logLikelihood, .consistent)
    if let owners {
      try require(owners.model, dimensions: dimensions, field.owners)
      try requireLetters(owners.identities, field.owners)
    }
  }
}

extension SceneView {
  fileprivate func check(points: Int) throws(SceneFlaw) {
    try require(Viewport(bounds: bounds).isUsable, scene.view.bounds, .finite)
    try requireIndex(pinned, among: points, scene.view.pinned)
    try require(zip(chosen, chosen.dropFirst()).allSatisfy { $0 < $1 }, scene.view.chosen, .distinct)
    for index in [chosen.first, chosen.last] { try requireIndex(index, among: points, scene.view.chosen) }
  }
}

extension SceneTools {
  fileprivate func check() throws(SceneFlaw) {
    try require(brushRadius, in: LabState.brushRadii, scene.tools.brushRadius)
    try require(brushRate, in: ToolSettings.rates, scene.tools.brushRate)
    try require(stampCount, in: ToolSettings.counts, scene.tools.stampCount)
    try require(stampWidth, in: ToolSettings.widths, scene.tools.stampWidth)
  }
}

extension SceneWindow {
  fileprivate func check() throws(SceneFlaw) {
    try require(width, in: 1...16_384, scene.window.width)
    try require(height, in: 1...16_384, scene.window.height)
    try require(pixelRatio, in: 0.5...8, scene.window.pixelRatio)
  }
}

extension SceneMystery {
  fileprivate func check() throws(SceneFlaw) {
    try require(
      Double(number), in: Double(Mystery.numbers.lowerBound)...Double(Mystery.numbers.upperBound), scene.mystery.number)
  }
}

extension SceneGuess {
  fileprivate func check(_ whole: LabScene) throws(SceneFlaw) {
    try require(whole.lanes.count == 1 && whole.lanes[0].algorithm == .em, scene.guess, .consistent)
    let runs = whole.lanes[0].runs
    let step = runs.current.run.steps[runs.step]
    try require(Guess.Question.before(step.next).contains(question), scene.guess.question, .consistent)
    try require(points.count == owners.count, scene.guess.owners, .count(points.count))
    try require(zip(points, points.dropFirst()).allSatisfy { $0 < $1 }, scene.guess.points, .distinct)
    for index in [points.first, points.last, focus, asked] {
      try requireIndex(index, among: whole.pointCount, scene.guess.points)
    }
    for letter in owners + [brush].compactMap(\.self) {
      try require(step.identities.contains(letter), scene.guess.owners, .consistent)
    }
    if let mixture {
      try require(mixture, dimensions: step.model.dimensions, scene.guess.mixture)
      try require(
        mixture.componentCount == step.model.componentCount && mixture.family == step.model.family, scene.guess.mixture,
        .consistent)
    }
    try requireIndex(handle?.component, among: step.model.componentCount, scene.guess.handle.component)
    try require(tries.count, in: 0...Guess.mostTries, scene.guess.tries)
    try requireFinite(tries + [value], scene.guess.value)
    let most = CountGuess.components.upperBound
    for count in choices + [choice].compactMap(\.self) {
      try require(count, in: CountGuess.components, scene.guess.choices)
    }
    try require(choices.count, in: 0...most, scene.guess.choices)
    try require(revealed.count, in: 0...most, scene.guess.revealed)
    try requireFinite(revealed.map(\.bic), scene.guess.revealed)
  }
}

extension SceneSearch {
  fileprivate func check(dimensions: Int) throws(SceneFlaw) {
    if let options { try require(options, scene.search.options) }
    try require(candidates.count, in: 0...CovarianceFamily.allCases.count * ModelSearch.components.count, scene.search)
    for (index, candidate) in candidates.enumerated() {
      let field = scene.search.candidates[index]
      try require(candidate.asked, in: ModelSearch.components, field.asked)
      try require(candidate.components, in: 0...LabState.componentCounts.upperBound, field.components)
      try requireFinite([candidate.bic], field.bic)
      if let model = candidate.model {
        try require(model, dimensions: dimensions, field.model)
        try require(model.componentCount == candidate.components, field.components, .consistent)
      }
    }
  }
}

extension SceneRace {
  fileprivate func check() throws(SceneFlaw) {
    try require(options, scene.race.options)
    try require(components, in: LabState.componentCounts, scene.race.components)
    try require(seeds.count, in: 1...Race.most, scene.race.seeds)
    try require(Set(seeds).count == seeds.count, scene.race.seeds, .distinct)
  }
}
