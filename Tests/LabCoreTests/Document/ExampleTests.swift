import Testing

@testable import LabCore

struct ExampleTests {
  @Test(arguments: Example.allCases)
  func everyExampleOpensAndRuns(_ example: Example) {
    var state = LabState.opened()
    state.perform(.edit(.openExample(example)))
    #expect(state.document.name == .example(example) && !state.document.isEdited)
    #expect(state.document.componentCount == example.componentCount)
    #expect(state.coordinates == [example.source.x, example.source.y])
    #expect(state.document.points.isEmpty == (example == .empty))
    state.perform(.run(.stepIteration))
    #expect((state.blockedReason == nil) == (example != .empty))
    #expect(state.steps.count == (example == .empty ? 1 : 3))
  }

  @Test func examplesAreTheSameEveryTime() {
    for example in Example.allCases { #expect(example.source == example.source) }
    #expect(Set(Example.allCases.map(\.source.x)).count == Example.allCases.count)
  }
}
