import LabCore

/// What a window shows before class, while nobody touches anything: the examples, fitted one after another. It is a lab of
/// its own; what was on the screen is not touched by it.
struct Attraction {
  private(set) var lab: LabState
  private var place = 0
  /// When the next example follows, once this one is fitted.
  private var endsAt: Double?

  /// So many seconds a fit stays on show.
  static let rest = 4.0
  static let examples = Example.allCases.filter { $0 != .empty }

  /// - Parameters:
  ///   - state: how the window is, which stays.
  ///   - time: the window's clock.
  init(besides state: LabState, at time: Double) {
    lab = LabState(example: Self.examples[0])
    lab.apply(.tick(time))
    let interface = state.interface
    lab.apply(
      .shell(.resize(width: interface.width, height: interface.height, pixelRatio: interface.pixelRatio)))
    if interface.isProjector { lab.apply(.interface(.toggleProjector)) }
    for change: SettingChange in [
      .language(interface.language), .textScale(interface.textScale), .theme(interface.theme),
      .projectorTheme(interface.projectorTheme), .reducesMotion(interface.reducesMotion),
      .shapesPoints(interface.shapesPoints),
    ] {
      lab.apply(.interface(.set(change)))
    }
    play()
  }

  private mutating func play() {
    lab.performPendingWork()
    lab.apply(.run(.togglePlay))
    endsAt = nil
  }

  /// Goes on with the clock.
  mutating func tick(_ time: Double) {
    lab.apply(.tick(time))
    lab.performPendingWork()
    guard !lab.playback.isRunning else { return }
    guard let endsAt else {
      self.endsAt = time + Self.rest
      return
    }
    guard time >= endsAt else { return }
    place = (place + 1) % Self.examples.count
    lab.apply(.edit(.openExample(Self.examples[place])))
    play()
  }

  /// The window has another size.
  mutating func resize(width: Int, height: Int, pixelRatio: Double) {
    lab.apply(.shell(.resize(width: width, height: height, pixelRatio: pixelRatio)))
  }

  /// When it changes by itself.
  var nextChange: Double? { [lab.nextChange, endsAt].compactMap(\.self).min() }
}
