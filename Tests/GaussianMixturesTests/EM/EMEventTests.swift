import Testing

@testable import GaussianMixtures

@Suite struct EMEventTests {
  @Test func messagesAreShortSentences() {
    func message(_ kind: EMEvent.Kind, _ reason: EMEvent.Reason, _ points: Double) -> String {
      EMEvent(iteration: 1, component: 1, kind: kind, reason: reason, points: points).message(componentName: "B")
    }
    #expect(message(.floorApplied, .collapsed, 1.01) == "B collapsed onto 1 point; floor applied")
    #expect(message(.reseeded, .collapsed, 3.9) == "B collapsed onto 4 points; reseeded")
    #expect(message(.dropped, .empty, 0) == "B lost its points; dropped")
    #expect(message(.kept, .empty, 0) == "B lost its points; kept as it was")
    #expect(message(.floorApplied, .flat, 12) == "B went flat on 12 points; floor applied")
    #expect(message(.floorApplied, .sharedFlat, 12) == "The shared covariance went flat; floor applied")
    #expect(message(.dropped, .collapsed, .infinity).contains("collapsed"))
  }
}
