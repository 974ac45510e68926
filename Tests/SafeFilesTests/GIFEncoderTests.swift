import CGIF
import Rasterizer
import Testing

@testable import SafeFiles

/// Animations, read back by giflib's own decoder.
@Suite struct GIFEncoderTests {
  /// An animation as a viewer has it: what is on the screen after each image, and for how long.
  struct Shown {
    var screens: [[UInt32]] = []
    var delays: [Int] = []
    var rects: [[Int]] = []
    var loops = false
  }

  static func decode(_ bytes: [UInt8]) throws -> Shown {
    try Fixture.withFolder { folder in
      let path = folder + "/a.gif"
      try AtomicFile.write(bytes, to: path)
      let file = try #require(DGifOpenFileName(path, nil))
      defer { DGifCloseFile(file, nil) }
      try #require(DGifSlurp(file) == GIF_OK)
      let (width, height) = (Int(file.pointee.SWidth), Int(file.pointee.SHeight))
      var screen = [UInt32](repeating: 0, count: width * height)
      var shown = Shown()
      for number in 0..<Int(file.pointee.ImageCount) {
        let image = file.pointee.SavedImages[number]
        for block in 0..<Int(image.ExtensionBlockCount)
        where image.ExtensionBlocks[block].Function == APPLICATION_EXT_FUNC_CODE {
          let name = UnsafeBufferPointer(start: image.ExtensionBlocks[block].Bytes, count: 11)
          shown.loops = shown.loops || String(decoding: name, as: UTF8.self) == "NETSCAPE2.0"
        }
        var control = GraphicsControlBlock()
        try #require(DGifSavedExtensionToGCB(file, Int32(number), &control) == GIF_OK)
        let place = image.ImageDesc
        let map = try #require(file.pointee.SColorMap)
        for y in 0..<Int(place.Height) {
          for x in 0..<Int(place.Width) {
            let index = Int(image.RasterBits[y * Int(place.Width) + x])
            if index == Int(control.TransparentColor) { continue }
            let color = map.pointee.Colors[index]
            screen[(y + Int(place.Top)) * width + x + Int(place.Left)] =
              0xFF00_0000 | UInt32(color.Red) << 16 | UInt32(color.Green) << 8 | UInt32(color.Blue)
          }
        }
        shown.screens.append(screen)
        shown.delays.append(Int(control.DelayTime))
        shown.rects.append([Int(place.Left), Int(place.Top), Int(place.Width), Int(place.Height)])
      }
      return shown
    }
  }

  private static func encode(_ frames: [(Bitmap, Int)], most: Int = GIFPalette.most) throws -> [UInt8] {
    var count = ColorCount()
    for (frame, _) in frames { count.add(frame) }
    let encoder = try GIFEncoder(
      width: frames[0].0.width, height: frames[0].0.height, palette: GIFPalette(count, most: most), path: "a.gif")
    for (frame, time) in frames { try encoder.add(frame, centiseconds: time) }
    return try encoder.finish()
  }

  private static func picture(_ square: Int, _ color: UInt32) -> Bitmap {
    var canvas = Canvas(width: 64, height: 48, fill: Color(0xFDFDFB))
    canvas.fill(Rect(x: Double(square), y: 10, width: 8, height: 6), Color(color))
    return canvas.bitmap
  }

  @Test func comesBackPixelForPixelWithItsTimes() throws {
    let frames = [(Self.picture(4, 0xD17B00), 8), (Self.picture(20, 0x1C95F5), 16), (Self.picture(40, 0x0B7C70), 200)]
    let shown = try Self.decode(Self.encode(frames))
    #expect(shown.screens == frames.map(\.0.pixels))
    #expect(shown.delays == [8, 16, 200])
    #expect(shown.loops)
    // Only what changed is written.
    #expect(shown.rects == [[0, 0, 64, 48], [4, 10, 24, 6], [20, 10, 28, 6]])
  }

  @Test func aFrameLikeTheOneBeforeLastsLonger() throws {
    let frames = [(Self.picture(4, 0xD17B00), 8), (Self.picture(4, 0xD17B00), 8), (Self.picture(9, 0xD17B00), 8)]
    #expect(try Self.decode(Self.encode(frames)).delays == [16, 8])
  }

  @Test func manyColorsShareFewAndFlatOnesStay() throws {
    var bitmap = Bitmap(width: 64, height: 64, fill: Color(0xFDFDFB))
    for index in 0..<2048 {
      bitmap.pixels[index] = 0xFF00_0000 | UInt32(index * 4 % 256) << 16 | UInt32(index / 8) << 8 | UInt32(index % 256)
    }
    let shown = try Self.decode(Self.encode([(bitmap, 8)], most: 64))
    let screen = try #require(shown.screens.first)
    #expect(Set(screen).count <= 64)
    #expect(screen[2048...].allSatisfy { $0 == 0xFFFD_FDFB })
    let error = zip(screen, bitmap.pixels).map { Double(ColorCount.distance($0, $1)) }.reduce(0, +) / 4096
    #expect(error < 900, "on average off by less than 30 levels: \(error)")
  }

  @Test(arguments: [1, 2, 3, 255])
  func aPaletteHasNoMoreColorsThanAsked(_ most: Int) throws {
    let frames = [(Self.picture(4, 0xD17B00), 8), (Self.picture(20, 0x1C95F5), 16)]
    let shown = try Self.decode(Self.encode(frames, most: most))
    #expect(Set(shown.screens.joined()).count <= min(most, 3))
  }

  @Test func refusesWhatCannotBe() throws {
    let palette = GIFPalette(ColorCount())
    #expect(throws: FileError.self) { try GIFEncoder(width: 0, height: 5, palette: palette, path: "a.gif") }
    #expect(throws: FileError.self) { try GIFEncoder(width: 70_000, height: 5, palette: palette, path: "a.gif") }
    let encoder = try GIFEncoder(width: 4, height: 4, palette: palette, path: "a.gif")
    #expect(throws: FileError.self) { try encoder.add(Bitmap(width: 5, height: 4), centiseconds: 8) }
  }
}
