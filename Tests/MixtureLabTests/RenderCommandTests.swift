import Foundation
import LabFiles
import Rasterizer
import Testing

/// Pictures without a window.
@Suite struct RenderCommandTests {
  @Test func writesAPictureOfTheSizeAskedFor() throws {
    try Program.withFolder { folder in
      let picture = folder + "/picture.png"
      let faithful = Program.asset("old_faithful.csv")
      let result = try Program.run(
        ["render", faithful, "-k", "2", "--seed", "1", "--iterations", "5", "--size", "960x600", picture])
      #expect(result.status == 0 && result.err.isEmpty && result.out.isEmpty)
      let bitmap = try PNGFile.read(picture)
      #expect(bitmap.width == 960 && bitmap.height == 600)
      // Two means in their components' colors, and none of a third.
      func count(_ color: UInt32) -> Int { bitmap.pixels.count { $0 == 0xFF00_0000 | color } }
      #expect(count(0xD17B00) > 100 && count(0x1C95F5) > 100 && count(0x0B7C70) == 0)
      // The canvas takes most of it, on the ground of the light theme.
      #expect(count(0xFDFDFB) > 960 * 600 / 3)
    }
  }

  @Test func thePlotAloneIsAllCanvas() throws {
    try Program.withFolder { folder in
      func picture(_ options: [String]) throws -> (bitmap: Bitmap, count: (UInt32) -> Int) {
        let path = folder + "/\(UUID().uuidString).png"
        let result = try Program.run(
          ["render", Program.asset("old_faithful.csv"), "-k", "2", "--iterations", "5", "--size", "960x600"] + options
            + [path])
        #expect(result.status == 0 && result.err.isEmpty)
        let bitmap = try PNGFile.read(path)
        return (bitmap, { color in bitmap.pixels.count { $0 == 0xFF00_0000 | color } })
      }
      let (window, plot) = try (picture([]), picture(["--plot-only"]))
      #expect(plot.bitmap.width == 960 && plot.bitmap.height == 600)
      let ground: UInt32 = 0xFDFDFB
      #expect(plot.count(ground) > window.count(ground) + 960 * 600 / 6)
      for corner in [0, 959, 599 * 960, 600 * 960 - 1] {
        #expect(plot.bitmap.pixels[corner] == 0xFF00_0000 | ground, "no frame at \(corner)")
        #expect(window.bitmap.pixels[corner] != 0xFF00_0000 | ground)
      }
      #expect(plot.count(0xD17B00) > 100 && plot.count(0x1C95F5) > 100)
    }
  }

  @Test func sameCommandSamePictureAndEveryOptionShows() throws {
    try Program.withFolder { folder in
      func picture(_ options: [String]) throws -> [UInt32] {
        let path = folder + "/\(UUID().uuidString).png"
        let result = try Program.run(["render"] + options + ["--size", "960x600", path])
        #expect(result.status == 0, "\(result.err)")
        return try PNGFile.read(path).pixels
      }
      let plain = try picture(["--iterations", "2"])
      #expect(try picture(["--iterations", "2"]) == plain)
      for changed in [
        ["--iterations", "2.5"], ["--iterations", "2", "-k", "4"], ["--iterations", "2", "--seed", "5"],
        ["--iterations", "2", "--theme", "dark"], ["--iterations", "2", "--theme", "projector"],
        ["--iterations", "2", "--compare", "k-means"], ["--iterations", "2", "--compare", "families"],
        ["--iterations", "2", "--compare", "starts"], ["--iterations", "2", "--compare", "components"],
      ] {
        #expect(try picture(changed) != plain, "\(changed)")
      }
    }
  }

  @Test(arguments: [
    (["missing.csv", "out.png"], Int32(1), "there is no file"),
    (["one.csv", "out.png"], 1, "a picture needs two"),
    (["text.csv", "out.png"], 1, "line 3, column 2 of 'text.csv': 'abc' is not a number"),
    (["two.csv", "-k", "3", "out.png"], 1, "3 components need at least 3 points"),
    (["two.csv", "--columns", "a,z", "-k", "2", "out.png"], 1, "there is no column 'z'; choose from a, b"),
    (["two.csv", "--columns", "a", "-k", "2", "out.png"], 1, "one column of numbers"),
    (["two.csv", "-k", "2", "nowhere/out.png"], 1, "nowhere"),
    (["-k", "0", "out.png"], 64, "1 to 14"),
    (["--size", "12", "out.png"], 64, "--size"),
    (["--size", "0x0", "out.png"], 64, "--size"),
    (["--iterations", "-1", "out.png"], 64, "--iterations"),
    (["--compare", "apples", "out.png"], 64, "--compare"),
    ([], 64, "OUT.png"),
  ])
  func refusesInOneSentence(_ arguments: [String], _ status: Int32, _ part: String) throws {
    try Program.withFolder { folder in
      try AtomicFile.write("a\n1\n2\n3\n", to: folder + "/one.csv")
      try AtomicFile.write("a,b\n1,2\n2,abc\n", to: folder + "/text.csv")
      try AtomicFile.write("a,b\n1,2\n2,5\n", to: folder + "/two.csv")
      let before = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      let result = try Program.run(["render"] + arguments, in: folder)
      #expect(result.status == status, "\(result.err)")
      #expect(result.errorLines.count == 1 && result.err.contains(part), "\(result.err)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == before)
    }
  }
}
