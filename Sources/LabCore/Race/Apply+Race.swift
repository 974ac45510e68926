import GaussianMixtures

extension LabState {
  mutating func applyRace(_ command: Command.Race) {
    switch command {
    case .start: startRace()
    case .cancel: endRace(.idle)
    case .adopt(let index): adoptOptimum(index)
    case .toggleAll: race.showsAll.toggle()
    }
  }

  /// What a race would be of now: the active lane's model and kind of start.
  public var raceSetup: RaceSetup {
    var options = document.options
    options.seed = 0
    return RaceSetup(components: document.componentCount, kind: document.startKind, options: options)
  }

  /// What has been found for the present points, model and kind of start; nil before a race.
  public var raceResults: RestartRace? {
    race.setup == raceSetup && !race.results.runs.isEmpty ? race.results : nil
  }

  /// The optimum on show, as an index among those of the race, and the seed that leads to it; nil while another model is
  /// shown.
  public var adopted: (optimum: Int, seed: UInt64)? {
    guard let results = raceResults, document.startOrigin == .seeded,
      let optimum = results.optimum(ofSeed: document.startSeed),
      results.run(ofSeed: document.startSeed)?.fit?.model == document.runs.shown.model
    else { return nil }
    return (optimum, document.startSeed)
  }

  /// Races the first starts, or more of them where there are some already.
  private mutating func startRace() {
    guard !race.isRunning else { return }
    guard !document.points.isEmpty else { return announce(.blocked(.noPoints)) }
    let components = document.componentCount
    guard document.points.count >= components else {
      return announce(
        .blocked(.needMorePoints(missing: components - document.points.count, components: components)))
    }
    if race.setup != raceSetup { race = Race() }
    let seeds = race.nextSeeds
    guard !seeds.isEmpty else { return }
    race.setup = raceSetup
    race.ticket = ask(.race(RaceRequest(points: document.points, setup: raceSetup, seeds: seeds)))
    race.status = .running(done: 0, total: seeds.count)
  }

  mutating func raceGoesOn(_ run: MultistartRun, _ ticket: Ticket) {
    guard race.ticket == ticket, case .running(let done, let total) = race.status else { return }
    race.add([run])
    race.status = .running(done: min(done + 1, total), total: total)
  }

  mutating func finishRace(_ runs: [MultistartRun]) {
    guard race.isRunning else { return }
    race.add(runs)
    endRace(.idle)
  }

  mutating func failRace(_ error: MixtureError) {
    guard race.isRunning else { return }
    endRace(.failed(error))
    announce(.searchFailed(error))
  }

  private mutating func endRace(_ status: Race.Status) {
    guard race.isRunning else { return }
    withdraw(race.ticket)
    race.ticket = nil
    race.status = status
  }

  /// The data are no longer those that were raced on.
  mutating func forgetRace() {
    withdraw(race.ticket)
    race = Race()
  }

  /// Puts the run of an optimum's lowest seed on show, whole and at its end: its start is the start from now on.
  private mutating func adoptOptimum(_ index: Int) {
    guard let results = raceResults, let setup = race.setup, results.optima.indices.contains(index) else { return }
    let seed = results.optima[index].seeds[0]
    guard let run = results.run(ofSeed: seed)?.fit?.run else { return }
    playback.mode = .paused
    edit { state in
      state.document.model = .em(setup.options.family)
      state.document.options.seed = seed
      state.document.start = run.start
      state.document.startState = .drawn
      state.document.startLetters = []
      state.document.startKind = setup.kind
      state.document.startSeed = seed
      state.document.startOrigin = .seeded
      state.beginRun(as: run.recording == .everyStep ? run : nil)
    }
    if run.recording == .trace { applyRun(.runToConvergence) }
    announce(.adoptedSeed(seed))
  }

  /// Performs the race the state waits for, at once: how tests and pictures drive it.
  public mutating func performPendingRace() {
    for effect in effects {
      if case .race(let request) = effect.task { apply(.answer(Answer(effect.ticket, request.perform()))) }
    }
  }
}
