import Testing

@testable import GaussianMixtures

struct RewindingTests {
  /// A run that goes on from where it was rewound to takes the steps it had taken.
  @Test(arguments: [0, 1, 2, 5, 6]) func itTakesTheSameStepsAgain(_ index: Int) throws {
    let problem = try SyntheticData(
      componentCount: 3, dimensions: 2, pointsPerComponent: 40, meanRange: -3...3, seed: 5)
    let em = try EM(data: problem.data)
    let start = try StartKind.randomPoints.makeStart(data: problem.data, componentCount: 3, seed: 3)
    var run = em.run(from: start)
    while run.steps.count < 9, try em.advance(&run) != nil {}
    let rewound = run.rewound(to: index)
    #expect(rewound.steps == Array(run.steps.prefix(index + 1)) && rewound.end == nil)
    var again = rewound
    while again.steps.count < run.steps.count, try em.advance(&again) != nil {}
    #expect(again.steps == run.steps && again.trace == run.trace && again.events == run.events)
    for step in run.steps.indices {
      for identity in 0..<3 {
        #expect(again.trail(of: identity, upTo: step) == run.trail(of: identity, upTo: step))
      }
    }
  }

  @Test func beyondTheLatestNothingHappens() throws {
    let problem = try SyntheticData(componentCount: 2, dimensions: 2, pointsPerComponent: 20, seed: 5)
    let em = try EM(data: problem.data)
    var run = em.run(from: problem.model)
    try em.advance(&run)
    #expect(run.rewound(to: 99) == run && run.rewound(to: -4).steps.count == 1)
  }
}
