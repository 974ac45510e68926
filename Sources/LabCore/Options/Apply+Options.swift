import GaussianMixtures

extension LabState {
  mutating func applyOption(_ command: Command.Option) {
    switch command {
    case .set(let change): setOption(change)
    case .beginSeedEntry: interface.seedDraft = ""
    case .typeSeedDigit(let digit):
      guard let draft = interface.seedDraft, (0...9).contains(digit), draft.count < 9 else { return }
      interface.seedDraft = draft + String(digit)
    case .eraseSeedDigit:
      guard let draft = interface.seedDraft else { return }
      interface.seedDraft = String(draft.dropLast())
    case .commitSeed:
      let draft = interface.seedDraft
      interface.seedDraft = nil
      guard let draft, let number = UInt64(draft) else { return }
      // On the page of the box the number is that of the mystery.
      if interface.page == .mystery {
        applyGuess(.openMystery(number, document.mystery?.level ?? .separated))
      } else {
        setOption(.seed(number))
      }
    }
  }

  private mutating func setOption(_ change: OptionChange) {
    var options = document.options
    switch change {
    case .family(let family):
      applyLanes(.change(document.active, to: .em(family)))
    case .startKind(let kind):
      guard kind != document.startKind || document.startOrigin != .seeded else { return }
      edit { state in
        state.document.startKind = kind
        if state.document.hasModel { state.drawStart() }
      }
    case .seed(let seed):
      guard seed != document.startSeed || document.startOrigin != .seeded else { return }
      edit { state in
        state.document.startSeed = seed
        if state.document.hasModel { state.drawStart() }
      }
    case .onCollapse(let policy):
      options.onCollapse = policy
      replaceOptions(options)
    case .onEmpty(let policy):
      options.onEmpty = policy
      replaceOptions(options)
    case .floor(let floor):
      options.floor = floor
      replaceOptions(options)
    case .tolerance(let tolerance):
      options.tolerance = tolerance
      replaceOptions(options)
    }
  }

  /// Settings that concern the steps to come: the run goes on under them.
  private mutating func replaceOptions(_ options: EMOptions) {
    guard options != document.options, (try? options.validate()) != nil else { return }
    edit { state in
      // In all lanes, so that nothing but what is compared differs.
      // Looking back, what follows stays what it was under the old settings: the run branches.
      let isLookingBack = state.document.clock < state.document.latest
      if isLookingBack { state.document.bringIntoStep() }
      state.inEveryLane { state in
        var own = options
        own.family = state.document.options.family
        state.document.options = own
        if isLookingBack { state.document.runs.branch(under: own) } else { state.resumeRun() }
      }
      state.requestWhatIsMissing()
    }
  }
}
