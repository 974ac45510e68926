import GaussianMixtures

extension Exercise {
  /// What an exercise begins with; nil where it is a mixture in a box.
  func scene(seed: UInt64) -> LessonScene? {
    switch points {
    case .made(var setup):
      if setup.means == nil, setup.components == nil, setup.startSeed == nil {
        // The example's own start is one for all of its points.
        if let start = setup.example.start {
          setup.means = start.means.map { DataPoint($0[0], $0[1]) }
          setup.variance = start.covariances[0][0, 0]
        } else {
          setup.startSeed = seed
        }
      }
      setup.seed = seed
      // Which half-step comes next is not always the same.
      if kind == .order { setup.halfSteps += Int(SeededGenerator.number(below: 2, seed: seed)) }
      return .made(setup)
    case .stopped: return .made(StoppedRun.setup(seed: seed))
    case .mystery: return nil
    }
  }

  /// The number of the mystery, where it is one.
  func mystery(seed: UInt64) -> (number: UInt64, level: Mystery.Level)? {
    guard case .mystery(let level) = points else { return nil }
    let numbers = Mystery.numbers
    return (numbers.lowerBound + seed % (numbers.upperBound - numbers.lowerBound + 1), level)
  }

  /// The parts of an iteration in an order that is not the one asked for.
  func shuffledParts(seed: UInt64) -> [IterationPart] {
    var generator = SeededGenerator(seed: seed)
    var parts = IterationPart.allCases
    for index in parts.indices.dropFirst().reversed() {
      parts.swapAt(index, min(Int(generator.uniform() * Double(index + 1)), index))
    }
    let orders = [RunStep.Kind.expectation, .maximization].map { IterationPart.order(before: $0) }
    if orders.contains(parts) { parts.swapAt(0, 1) }
    return parts
  }
}

/// A run that has stopped for a reason that its seed decides.
enum StoppedRun {
  /// So many components it has.
  static let components = 3

  static func diagnosis(seed: UInt64) -> Diagnosis {
    switch SeededGenerator.number(below: 5, seed: seed) {
    case 0: .converged
    case 1: .iterationLimit
    case let other: .collapsed(Int(other) - 2)
    }
  }

  static func setup(seed: UInt64) -> LessonSetup {
    let diagnosis = diagnosis(seed: seed)
    var setup = LessonSetup(example: .threeClusters, seed: seed, onCollapse: .fail, runsToEnd: true)
    switch diagnosis {
    case .converged, .iterationLimit:
      take(Example.threeClusters.start, in: &setup)
      if diagnosis == .iterationLimit { setup.iterationLimit = 3 }
    case .collapsed(let letter):
      setup.example = .duplicates
      take(Example.duplicates.start, in: &setup)
      // The first one begins at the spot.
      setup.means?.swapAt(0, letter)
    }
    return setup
  }

  private static func take(_ start: GaussianMixture?, in setup: inout LessonSetup) {
    guard let start else { return }
    setup.means = start.means.map { DataPoint($0[0], $0[1]) }
    setup.variance = start.covariances[0][0, 0]
  }
}

extension SeededGenerator {
  fileprivate static func number(below count: Int, seed: UInt64) -> UInt64 {
    var generator = SeededGenerator(seed: seed &* 0x9E37_79B9_7F4A_7C15)
    return min(UInt64(generator.uniform() * Double(count)), UInt64(count - 1))
  }
}
