import Foundation
import LabFiles
import Rasterizer
import Testing

@testable import LabCore
@testable import mixture_lab

/// Sheets, and pictures for others.
@Suite struct SheetCommandTests {
  private static func picture(_ arguments: [String]) throws -> Bitmap {
    try Program.withFolder { folder in
      let result = try Program.run(arguments + ["out.png"], in: folder)
      #expect(result.status == 0 && result.err.isEmpty, "\(result.err)")
      return try PNGFile.read(folder + "/out.png")
    }
  }

  @Test func momentsAreThoseAskedFor() throws {
    let few = ["sheet", "--size", "640x480", "--steps"]
    let plain = try Self.picture(few + ["0,0.5,end"])
    #expect(plain.width == 640 && plain.height == 480)
    for changed in ["0,0.5", "0.5,0,end", "0,1,end", "0,0.5,end,1"] {
      #expect(try Self.picture(few + [changed]) != plain, "\(changed)")
    }
    #expect(try Self.picture(few + ["0,0.5,end", "--title", "Three groups"]) != plain)
    #expect(try Self.picture(few + ["0,0.5,end", "--blanks"]) != plain)
    // The start alone is given.
    #expect(try Self.picture(few + ["0"]).height == Self.picture(few + ["0", "--blanks"]).height)
  }

  /// A lab whose run goes on from 4 E, where a point was added.
  static func continued() -> LabState {
    var state = LabState(options: .init(), menu: LabData.menu)
    state.performPendingWork()
    let edit: [Command] = [
      .edit(.beginPainting(DataPoint(0, 0), radius: DataSize(0.5, 0.5))), .edit(.endStroke),
    ]
    for command in Array(repeating: .run(.stepForward), count: 7) + edit {
      state.apply(command)
      state.performPendingWork()
    }
    return state
  }

  /// Moments are named as their captions name them.
  @Test func momentsOfARunThatGoesOnAreCountedAsCaptionsCount() throws {
    var state = Self.continued()
    #expect(state.document.firstHalfStep == 7 && state.document.clock == 0)
    let asked = try SheetSteps.parse("3.5,4,6,end")
    state.run(nil, until: nil, goesOn: false)
    let moments = try asked.halfSteps(of: state.document, keepsToThem: true)
    #expect(moments == [0, 1, 5, state.document.latest])
    let steps = state.document.runs.current.steps
    #expect(moments.dropLast().map { steps[$0].halfStep } == [7, 8, 12])
    // The usual ones before the run are left out, others refused.
    #expect(try SheetSteps.usual.halfSteps(of: state.document, keepsToThem: false) == [3, state.document.latest])
    #expect(throws: Failure.self) { try state.refuse(before: [2], nil, "leave that out") }
    #expect(throws: Failure.self) {
      try SheetSteps.parse("100000").halfSteps(of: state.document, keepsToThem: true)
    }
  }

  /// No more half-steps are taken than are shown, wherever the scene stands.
  @Test func aRunIsTakenAsFarAsAsked() {
    var state = LabState(options: .init(), menu: LabData.menu)
    state.run(nil, until: HalfSteps(count: 6))
    #expect(state.document.latest == 6)
    state.apply(.run(.scrub(toStep: 1)))
    state.run(nil, until: HalfSteps(count: 4))
    #expect(state.document.latest == 6)
    state.run(nil, until: HalfSteps(count: 9))
    #expect(state.document.latest == 9)
    state.run(nil, until: nil)
    #expect(state.document.runs.current.end == .converged)
  }

  @Test func everyMomentHasItsPlaceInColor() throws {
    let sheet = try Self.picture(["sheet", "--size", "900x420", "--steps", "0.5,1,end"])
    // A third of the width each, the colors of three components in all.
    for third in 0..<3 {
      let pixels = sheet.pixels.enumerated().filter { $0.offset % 900 / 300 == third }.map(\.element)
      for color: UInt32 in [0xD17B00, 0x1C95F5, 0x0B7C70] {
        #expect(pixels.contains(0xFF00_0000 | color), "\(third)")
      }
    }
  }

  @Test(arguments: [
    (["--steps", "0,500", "out.png"], Int32(1), "iterations, before 500; leave that out, or write end"),
    (["--steps", "0,,1", "out.png"], 64, "whole or half numbers"),
    (["--steps", "0,0.3", "out.png"], 64, "whole or half numbers"),
    (["--steps", "0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0", "out.png"], 64, "24 moments"),
    (["out.gif"], 64, "let the picture's name end in .png"),
    (["--scale", "5", "out.png"], 64, "1 to 4"),
    (["--scale", "4", "--size", "3840x2160", "out.png"], 64, "15360x8640, beyond"),
    ([], 64, "OUT.png"),
  ])
  func refusesInOneSentence(_ arguments: [String], _ status: Int32, _ part: String) throws {
    try Program.withFolder { folder in
      let result = try Program.run(["sheet"] + arguments, in: folder)
      #expect(result.status == status, "\(result.err)")
      #expect(result.errorLines.count == 1 && result.err.contains(part), "\(result.err)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test func twiceAsLargeIsTheSamePictureSharper() throws {
    let small = try Self.picture(["render", "--iterations", "2", "--size", "640x400"])
    let large = try Self.picture(["render", "--iterations", "2", "--size", "640x400", "--scale", "2"])
    #expect(large.width == 1280 && large.height == 800)
    // Every pixel is about the mean of the four that stand for it.
    var off = 0
    for y in 0..<400 {
      for x in 0..<640 {
        let four = [(0, 0), (1, 0), (0, 1), (1, 1)].map { large.pixels[(2 * y + $0.1) * 1280 + 2 * x + $0.0] }
        let green = four.map { Int($0 >> 8 & 0xFF) }.reduce(0, +) / 4
        if abs(green - Int(small.pixels[y * 640 + x] >> 8 & 0xFF)) > 96 { off += 1 }
      }
    }
    #expect(off < 640 * 400 / 50, "\(off)")
  }

  @Test func aHandoutHasTitleNumbersAndCurve() throws {
    let options = ["render", "--iterations", "5", "--size", "640x400"]
    let both = try Self.picture(options + ["--content", "both"])
    for changed in [
      ["--content", "fit"], ["--content", "likelihood"], ["--content", "both", "--numbers"],
      ["--content", "both", "--title", "Groups"], ["--plot-only"], [],
    ] { #expect(try Self.picture(options + changed) != both, "\(changed)") }
    let refused = try Program.run(["render", "--plot-only", "--numbers", "out.png"])
    #expect(refused.status == 64 && refused.err.contains("leave out one"))
  }
}
