import GaussianMixtures

extension LabState {
  mutating func applySearch(_ command: Command.Search) {
    switch command {
    case .toggleFamily(let family):
      guard !search.isRunning else { return }
      if search.families.contains(family) { search.families.remove(family) } else { search.families.insert(family) }
      searchWhatIsMissing()
    case .start: startSearch(anew: true)
    case .cancel: cancelSearch()
    case .adopt(let index): adopt(index)
    }
  }

  /// A family chosen once there are results is tried at once, beside them.
  private mutating func searchWhatIsMissing() {
    guard case .finished = search.status, !searchIsOutdated, !search.families.isSubset(of: search.searched) else {
      return
    }
    startSearch(anew: false)
  }

  private mutating func startSearch(anew: Bool) {
    guard !search.isRunning else { return }
    guard !document.points.isEmpty else { return announce(.blocked(.noPoints)) }
    guard !search.families.isEmpty else { return announce(.noFamilyChosen) }
    if anew {
      search.candidates = []
      search.searched = []
    }
    let families = CovarianceFamily.allCases.filter {
      search.families.contains($0) && !search.searched.contains($0)
    }
    search.ticket = ask(
      .search(SearchRequest(points: document.points, families: families, options: document.options)))
    search.options = document.options
    search.status = .running(done: 0, total: families.count * ModelSearch.components.count)
  }

  /// Searches one family alone; a search under way is given up for it.
  mutating func searchOnly(_ family: CovarianceFamily) {
    endSearch(.idle)
    search.families = [family]
    startSearch(anew: true)
  }

  mutating func searchGoesOn(_ done: Int, _ total: Int, _ ticket: Ticket) {
    if search.ticket == ticket { search.status = .running(done: done, total: total) }
  }

  mutating func finishSearch(_ candidates: [ModelSearch.Candidate]) {
    let all = search.candidates + candidates
    search.candidates = CovarianceFamily.allCases.flatMap { family in all.filter { $0.family == family } }
    search.searched.formUnion(search.families)
    endSearch(.finished)
  }

  mutating func failSearch(_ error: MixtureError) {
    endSearch(.failed(error))
    announce(.searchFailed(error))
  }

  /// What was found before stays; a family that was to be tried beside it is given up.
  private mutating func cancelSearch() {
    guard search.isRunning else { return }
    if !search.searched.isEmpty { search.families.formIntersection(search.searched) }
    endSearch(search.searched.isEmpty ? .idle : .finished)
  }

  private mutating func endSearch(_ status: ModelSearch.Status) {
    guard search.isRunning else { return }
    withdraw(search.ticket)
    search.ticket = nil
    search.status = status
  }

  /// Makes a candidate the model on show. It becomes the start: running EM from an optimum stays there.
  private mutating func adopt(_ index: Int) {
    guard search.candidates.indices.contains(index), let model = search.candidates[index].model else { return }
    edit { $0.beginRun(at: model) }
    announce(.adopted(model.family, components: model.componentCount))
  }

  /// Begins a run at a mixture that was found elsewhere.
  mutating func beginRun(at adopted: GaussianMixture) {
    document.model = .em(adopted.family)
    document.start = adopted
    document.startOrigin = .adopted
    document.startState = .drawn
    document.startLetters = []
    beginRun()
  }

  /// Whether the search was done, or is being done, under other options than the present ones. The family does not
  /// count: a search tries them all.
  public var searchIsOutdated: Bool {
    guard var asked = search.options else { return false }
    asked.family = document.options.family
    return asked != document.options
  }

  /// The data are no longer those the search has seen.
  mutating func forgetSearch() {
    withdraw(search.ticket)
    let families = search.families
    search = ModelSearch()
    search.families = families
  }

  /// Performs the search the state waits for, at once: how tests and replays drive it.
  public mutating func performPendingSearch() {
    for effect in effects {
      if case .search(let request) = effect.task { apply(.answer(Answer(effect.ticket, request.perform()))) }
    }
  }
}
