/// A setting that is a number, which the panel steps up and down.
public enum NumericOption: String, Sendable, Hashable, Codable, CaseIterable {
  case seed, floor, tolerance

  /// What one step does to a lane; nil where there is none to take.
  public func step(up: Bool, from lane: Lane) -> OptionChange? {
    switch self {
    case .seed:
      let (next, overflow) =
        up ? lane.startSeed.addingReportingOverflow(1) : lane.startSeed.subtractingReportingOverflow(1)
      return overflow ? nil : .seed(next)
    case .floor: return OptionChange.rung(OptionChange.floors, from: lane.options.floor, up: up).map { .floor($0) }
    case .tolerance:
      return OptionChange.rung(OptionChange.tolerances, from: lane.options.tolerance, up: up).map { .tolerance($0) }
    }
  }
}
