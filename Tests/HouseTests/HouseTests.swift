import Foundation
import GoldenImages
import Testing

@Suite struct HouseTests {
  /// The picture in `Sources/README.md` is drawn from the sources; `RECORD=1 swift test --filter HouseTests` redraws it.
  @Test func thePictureShowsTheHouseAsItStands() throws {
    expectGolden(HousePicture(try House()).draw(), "house")
  }

  /// Arrows point one way.
  @Test func noRoomImportsWhatStandsAboveIt() throws {
    let house = try House()
    for room in house.rooms { #expect(house.depth(of: room.name) != nil, "\(room.name) imports itself in a circle") }
  }

  @Test(arguments: [
    ("GaussianMixtures", ["Rasterizer", "LabCore", "LabFiles", "LabView", "SDLShell", "CSDL2"]),
    ("Rasterizer", ["GaussianMixtures", "LabCore", "CSDL2"]),
    ("LabCore", ["Rasterizer", "LabFiles", "LabView", "CSDL2"]),
    ("LabFiles", ["CSDL2", "SDLShell", "LabView"]),
    ("LabView", ["CSDL2", "LabFiles", "SDLShell"]),
    ("SDLShell", ["LabFiles"]),
  ])
  func roomsNeverKnow(_ name: String, _ others: [String]) throws {
    let room = try #require(try House().rooms.first { $0.name == name })
    #expect(room.imports.isDisjoint(with: others))
  }

  /// The packages carry what they import: the whole of Foundation brings 34 MB of tables for languages and calendars.
  @Test func noRoomImportsTheWholeOfFoundation() throws {
    for file in try House.files(in: House.root.appending(path: "Sources")) {
      let imports = try House.imports(of: file)
      #expect(
        !imports.contains("Foundation"), "\(file.lastPathComponent): import FoundationEssentials, Glibc or Dispatch")
    }
  }

  /// Every room and folder stands in the description of the house, and everything it names exists.
  @Test func theDescriptionNamesEveryRoom() throws {
    let text = try String(contentsOf: House.root.appending(path: "Sources/README.md"), encoding: .utf8)
    for room in try House().rooms {
      #expect(text.contains("`\(room.name)`"), "Sources/README.md says nothing of \(room.name)")
    }
    for match in text.matches(of: /`([A-Za-z\-]+\/[A-Za-z0-9+\-\/]+(\.swift)?)`/) {
      let path = "Sources/\(match.output.1)"
      let tests = "Tests/\(match.output.1)"
      #expect(
        FileManager.default.fileExists(atPath: House.root.appending(path: path).path)
          || FileManager.default.fileExists(atPath: House.root.appending(path: tests).path), "\(path) does not exist")
    }
  }
}
