import Testing

@testable import LabCore

struct ComponentNameTests {
  @Test func namesGoOnAfterZ() {
    #expect(
      [0, 1, 13, 25, 26, 27, 51, 52, 701, 702].map(ComponentName.letter) == [
        "A", "B", "N", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA",
      ])
    #expect(ComponentName.letter(-1) == "A")
    #expect(Set((0..<1000).map(ComponentName.letter)).count == 1000)
  }
}
