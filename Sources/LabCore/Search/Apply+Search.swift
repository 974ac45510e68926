import GaussianMixtures

extension LabState {
  /// The search the state waits for, if any.
  public var pendingSearch: SearchRequest? {
    search.ticket.map {
      SearchRequest(
        ticket: $0, points: document.points,
        families: CovarianceFamily.allCases.filter { search.families.contains($0) }, options: document.options)
    }
  }

  mutating func applySearch(_ command: Command) {
    switch command {
    case .toggleSearchFamily(let family):
      guard !search.isRunning else { return }
      if search.families.contains(family) { search.families.remove(family) } else { search.families.insert(family) }
    case .startSearch: startSearch()
    case .cancelSearch:
      search.ticket = nil
      search.status = .idle
    case .searchProgress(let ticket, let done, let total):
      if ticket == search.ticket { search.status = .running(done: done, total: total) }
    case .finishSearch(let ticket, let result):
      if ticket == search.ticket { finishSearch(result) }
    case .adopt(let index): adopt(index)
    default: break
    }
  }

  private mutating func startSearch() {
    guard !search.isRunning else { return }
    guard !document.points.isEmpty else {
      announce("No points yet: click the canvas to add some")
      return
    }
    guard !search.families.isEmpty else {
      announce("Choose at least one family to try")
      return
    }
    ticketCount += 1
    search.ticket = ticketCount
    search.candidates = []
    search.best = nil
    search.status = .running(done: 0, total: search.families.count * ModelSearch.components.count)
  }

  private mutating func finishSearch(_ result: SearchResult) {
    search.ticket = nil
    switch result {
    case .found(let candidates, let best):
      search.candidates = candidates
      search.best = best
      search.status = .finished
    case .cancelled: search.status = .idle
    case .failed(let sentence):
      search.status = .failed(sentence)
      announce(sentence)
    }
  }

  /// Makes a candidate the model on show. It becomes the start: running EM from an optimum stays there.
  private mutating func adopt(_ index: Int) {
    guard search.candidates.indices.contains(index), let model = search.candidates[index].model else { return }
    edit { state in
      state.document.options.family = model.family
      state.document.start = model
      state.document.startOrigin = .adopted
      state.beginRun()
    }
    let name =
      "\(model.family.rawValue), \(model.componentCount) component\(model.componentCount == 1 ? "" : "s")"
    announce("Adopted: \(name)", offersUndo: true)
  }

  /// The data or the options are no longer those the search has seen.
  mutating func forgetSearch() {
    let families = search.families
    search = ModelSearch()
    search.families = families
  }
}

extension LabState {
  /// Performs the search the state waits for, at once: how tests and replays drive it.
  public mutating func performPendingSearch() {
    if let request = pendingSearch { apply(.finishSearch(ticket: request.ticket, request.perform())) }
  }
}
