import Foundation
import Rasterizer
import Testing

@testable import SafeFiles

@Suite struct PNGFileTests {
  private func bitmap(_ width: Int, _ height: Int, _ pixel: (Int) -> UInt32) -> Bitmap {
    var bitmap = Bitmap(width: width, height: height)
    bitmap.pixels = (0..<width * height).map(pixel)
    return bitmap
  }

  @Test func opaquePicturesComeBackExactly() throws {
    var state: UInt64 = 5
    for (width, height) in [(1, 1), (7, 3), (64, 64)] {
      let picture = bitmap(width, height) { _ in
        // Knuth's linear congruence: any noise does.
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt32(truncatingIfNeeded: state >> 40) | 0xFF00_0000
      }
      try Fixture.withFolder { folder in
        try PNGFile.write(picture, to: folder + "/p.png")
        #expect(try PNGFile.read(folder + "/p.png") == picture)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["p.png"])
      }
    }
  }

  @Test func premultipliedPicturesComeBackExactlyWhereAlphaAllows() throws {
    let picture = bitmap(4, 1) { [0, 0x8000_4080, 0xFF12_3456, 0x0101_0001][$0] }
    try Fixture.withFolder { folder in
      try PNGFile.write(picture, to: folder + "/p.png")
      #expect(try PNGFile.read(folder + "/p.png") == picture)
    }
  }

  /// One translucent pixel, wherever it stands, keeps its alpha.
  @Test func aPictureIsOpaqueOnlyIfEveryPixelIs() throws {
    for place in [0, 5, 11] {
      let picture = bitmap(4, 3) { $0 == place ? 0x8000_4080 : 0xFF10_2030 }
      try Fixture.withFolder { folder in
        try PNGFile.write(picture, to: folder + "/p.png")
        #expect(try PNGFile.read(folder + "/p.png") == picture)
      }
    }
  }

  @Test func everyPremultipliedChannelSurvivesTheWayThroughPlainColors() {
    for alpha: UInt32 in 0...255 {
      for channel in 0...alpha {
        let pixel = alpha << 24 | channel
        #expect(PNGFile.premultiplied(PNGFile.plain(pixel)) == pixel)
      }
    }
  }

  /// The file itself says truecolor without alpha, and red has not become blue.
  @Test func redIsRed() throws {
    try Fixture.withFolder { folder in
      try PNGFile.write(bitmap(1, 1) { _ in 0xFFFF_0000 }, to: folder + "/p.png")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/p.png"))
      #expect(bytes.prefix(8) == Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
      #expect(bytes[25] == 2, "color type: truecolor")
      #expect(try PNGFile.read(folder + "/p.png").pixels == [0xFFFF_0000])
    }
  }

  @Test func refusals() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/p.png"
      let empty = #expect(throws: FileError.self) { try PNGFile.write(Bitmap(width: 0, height: 5), to: path) }
      #expect(empty?.description == "'\(path)' would be a picture without pixels; make it at least 1 × 1")
      #expect(throws: FileError.missing(path: path)) { try PNGFile.read(path) }
      try AtomicFile.write("no picture", to: path)
      let text = #expect(throws: FileError.self) { try PNGFile.read(path) }
      #expect(text?.description == "'\(path)' is not a PNG picture; choose another file")

      try PNGFile.write(bitmap(40, 40) { UInt32($0) | 0xFF00_0000 }, to: path)
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      try AtomicFile.write([UInt8](whole.prefix(whole.count / 2)), to: path)
      let damaged = #expect(throws: FileError.self) { try PNGFile.read(path) }
      #expect(damaged?.description == "'\(path)' is a damaged PNG picture; use another copy")
    }
  }
}
