import Testing

@testable import LabCore

struct DataGeometryTests {
  @Test func paddingGivesEverythingAnExtent() {
    for rect in [
      DataRect(minX: 0, minY: 0, maxX: 0, maxY: 0), DataRect(minX: 5, minY: 5, maxX: 5, maxY: 5),
      DataRect(minX: 0, minY: 3, maxX: 10, maxY: 3), DataRect(minX: 1e150, minY: 1e150, maxX: 1e150, maxY: 1e150),
      DataRect(minX: 1e-150, minY: 0, maxX: 1e-150, maxY: 0), DataRect(minX: -1e-300, minY: 0, maxX: 1e-300, maxY: 0),
      // Close to each other and far from zero: a thousandth of their width is less than their numbers can tell apart.
      DataRect(minX: 1e8, minY: 1e8, maxX: 1e8 + 1e-7, maxY: 1e8),
      DataRect(minX: 0, minY: 1e150, maxX: 1, maxY: 1e150),
    ] {
      let padded = rect.padded(by: 0.06)
      #expect(padded.width > 0 && padded.height > 0 && padded.width.isFinite && padded.height.isFinite, "\(rect)")
      #expect(padded.minX <= rect.minX && padded.maxX >= rect.maxX)
      #expect(padded.minY <= rect.minY && padded.maxY >= rect.maxY)
    }
  }

  @Test func paddingAddsTheSameShareOnBothSides() {
    let padded = DataRect(minX: 0, minY: 0, maxX: 100, maxY: 50).padded(by: 0.1)
    #expect(abs(padded.minX + 10) < 1e-12 && abs(padded.maxX - 110) < 1e-12)
    #expect(abs(padded.minY + 5) < 1e-12 && abs(padded.maxY - 55) < 1e-12)
  }

  @Test func theCenterOfHugeRectanglesIsFinite() {
    let center = DataRect(minX: -1.7e308, minY: 1.6e308, maxX: 1.7e308, maxY: 1.7e308).center
    #expect(center.x == 0 && center.y.isFinite)
  }
}
