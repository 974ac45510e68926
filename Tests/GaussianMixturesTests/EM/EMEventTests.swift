import Foundation
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

  @Test(arguments: [Double.nan, -1e300, -.infinity, 0.4])
  func noPointsToSpeakOfAreOne(_ points: Double) {
    let event = EMEvent(iteration: 1, component: 0, kind: .kept, reason: .collapsed, points: points)
    #expect(event.message(componentName: "A") == "A collapsed onto 1 point; kept as it was")
  }

  @Test func anEventWithoutIdentityIsOfTheComponentAtItsIndex() throws {
    let text = #"{"iteration": 2, "component": 1, "kind": "dropped", "reason": "empty", "points": 0}"#
    let event = try JSONDecoder().decode(EMEvent.self, from: Data(text.utf8))
    #expect(event == EMEvent(iteration: 2, component: 1, identity: 1, kind: .dropped, reason: .empty, points: 0))
    let other = EMEvent(iteration: 2, component: 1, identity: 3, kind: .dropped, reason: .empty, points: 0)
    #expect(try JSONDecoder().decode(EMEvent.self, from: JSONEncoder().encode(other)) == other)
  }
}
