import GaussianMixtures
import LabFiles
import Testing

@testable import mixture_lab

/// What the command line says of rescues.
@Suite struct RescueTests {
  @Test func oneLineForEachKindOfRescueWithTheNumberOfLaterOnes() {
    func event(_ iteration: Int, _ component: Int, _ kind: EMEvent.Kind = .reseeded) -> EMEvent {
      EMEvent(iteration: iteration, component: component, kind: kind, reason: .empty, points: 0)
    }
    let events = [event(2, 1), event(3, 0), event(4, 1), event(5, 1), event(6, 0, .kept), event(7, 0)]
    #expect(
      RescueReport(events: events).lines == [
        "B lost its points; reseeded (iteration 2 and 2 later ones)",
        "A lost its points; reseeded (iteration 3 and 1 later one)", "A lost its points; kept as it was (iteration 6)",
      ])
    #expect(RescueReport(events: []).lines == [])
  }

  @Test(arguments: [("keep", "kept as it was"), ("reseed", "reseeded"), ("drop", "dropped")])
  func everyPolicyForEmptyComponentsIsFollowed(_ policy: String, _ remedy: String) throws {
    try Program.withFolder { folder in
      try AtomicFile.write(
        #"{"means": [[3.5, 70], [10000, 10000]], "covariances": [[[1, 0], [0, 200]], [[1, 0], [0, 1]]]}"#,
        to: folder + "/start.json")
      let result = try Program.run(
        ["fit", Program.asset("old_faithful.csv"), "--start", folder + "/start.json", "--on-empty", policy])
      #expect(result.status == 0 && result.err.contains("B lost its points; \(remedy)"), "\(result.err)")
    }
  }
}
