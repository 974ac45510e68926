import GaussianMixtures

extension LabState {
  /// What a file keeps of the state.
  public var scene: LabScene {
    let points = document.points
    return LabScene(
      data: SceneData(
        name: document.name, isEdited: document.isEdited, columns: document.columnNames,
        values: points.fileColumns, choice: points.choice, scales: points.table?.scales,
        shown: points.choice?.isStandardized == true ? [points.x, points.y] : nil,
        groups: points.groups.isEmpty
          ? nil : SceneData.Groups(column: document.truthColumn, values: points.groups),
        rowsLeftOut: document.rowsLeftOut > 0 ? document.rowsLeftOut : nil),
      lanes: document.lanes.map(SceneLane.init), active: document.active, startsTogether: document.startsTogether,
      speed: playback.speed.index, view: sceneView,
      tools: SceneTools(
        tool: sceneTool, brushRadius: brushRadius, brushRate: tools.rate, stampShape: tools.shape,
        stampCount: tools.count,
        stampWidth: tools.width),
      window: interface.sceneWindow,
      mystery: document.mystery.map { SceneMystery(number: $0.number, level: $0.level, isOpen: $0.isOpen) },
      guess: sceneGuess, search: sceneSearch, race: sceneRace, origin: document.isEdited ? nil : document.dataFile)
  }

  private var sceneGuess: SceneGuess? {
    document.guess.map { $0.phase == .revealed ? $0.next(letters: document.runs.shown.identities) : $0.scene }
  }

  /// One with which the guess can be said.
  private var sceneTool: Tool {
    guard let guess = sceneGuess, !tool.serves(guess.question) else { return tool }
    return guess.question.tool
  }

  private var sceneView: SceneView {
    let chosen = chosenPoints.map { chosen in chosen.mask.indices.filter { chosen.mask[$0] } } ?? []
    let pinned = interface.pinned.flatMap { $0.revision == document.points.revision ? $0.index : nil }
    return SceneView(
      bounds: viewport.bounds, aspect: document.aspect, layers: layers,
      tellsOwnerChange: ownerChange != nil && canTellOwnerChange, pinned: pinned, chosen: chosen)
  }

  /// While somebody guesses how many components have the lowest BIC, what was found is not to be read in a file.
  private var sceneSearch: SceneSearch? {
    guard document.guess?.question != .count, !search.searched.isEmpty else { return nil }
    // A family that is being tried beside them is chosen again by whoever opens the file.
    let families = search.status == .finished ? search.families : search.families.intersection(search.searched)
    func sorted(_ families: Set<CovarianceFamily>) -> [CovarianceFamily] {
      CovarianceFamily.allCases.filter(families.contains)
    }
    return SceneSearch(
      families: sorted(families), searched: sorted(search.searched), options: search.options,
      candidates: search.candidates)
  }

  /// Of a race that has no results yet what it was asked for: a scene that was just opened says what its file said.
  private var sceneRace: SceneRace? {
    let asked = effects.lazy.compactMap { effect -> [UInt64]? in
      if case .race(let request) = effect.task { request.seeds } else { nil }
    }
    let seeds = race.results.runs.isEmpty ? asked.first ?? [] : race.results.runs.map(\.seed)
    guard let setup = race.setup, !seeds.isEmpty else { return nil }
    return SceneRace(
      components: setup.components, kind: setup.kind, options: setup.options, seeds: seeds.sorted(),
      showsAll: race.showsAll)
  }
}

extension Interface {
  fileprivate var sceneWindow: SceneWindow {
    SceneWindow(
      width: width, height: height, pixelRatio: pixelRatio, theme: theme, projectorTheme: projectorTheme,
      isProjector: isProjector, page: page, isChartLarge: isChartLarge,
      showsFirstClimb: showsFirstClimb, showsLayers: showsLayers, showsColumns: showsColumns,
      showsToolSettings: showsToolSettings,
      showsHint: showsHint)
  }
}

extension SceneLane {
  fileprivate init(_ lane: Lane) {
    self.init(
      algorithm: lane.algorithm, start: lane.start, startState: lane.startState, startLetters: lane.startLetters,
      startKind: lane.startKind, startOrigin: lane.startOrigin, startSeed: lane.startSeed, options: lane.options,
      runs: lane.runs.scene)
  }
}

extension Guess {
  fileprivate var scene: SceneGuess {
    let given = owners.keys.sorted()
    return SceneGuess(
      question: question, wasSeen: wasSeen, brush: brush, points: given, owners: given.compactMap { owners[$0] },
      focus: focus, asked: asked, mixture: mixture == before ? nil : mixture, tries: tries,
      handle: handle, value: value,
      choice: count.choice, choices: count.choices, revealed: count.revealed.map(SceneGuess.BIC.init(_:)))
  }

  /// The guess that follows one whose half-step is on show.
  ///
  /// - Parameter letters: those of the components on show; the half-step may have dropped some.
  fileprivate func next(letters: [Int]) -> SceneGuess {
    let next = kind == .expectation ? RunStep.Kind.maximization : .expectation
    let questions = Question.before(next)
    return SceneGuess(
      question: questions.contains(question) ? question : questions[0], wasSeen: false,
      brush: brush.flatMap { letters.contains($0) ? $0 : letters.first }, points: [], owners: [], focus: nil,
      asked: nil, mixture: nil, tries: [], handle: nil, value: nil, choice: count.choice,
      choices: count.choices, revealed: count.revealed.map(SceneGuess.BIC.init(_:)))
  }
}

extension SceneGuess.BIC {
  fileprivate init(_ found: CountGuess.Found) { self.init(bic: found.bic, isFloored: found.isFloored ? true : nil) }
}
