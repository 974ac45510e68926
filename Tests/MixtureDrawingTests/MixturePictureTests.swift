import Foundation
import GaussianMixtures
import Rasterizer
import SafeFiles
import Testing

@testable import MixtureDrawing

@Suite struct MixturePictureTests {
  private let pair = GaussianMixture(
    weights: [0.5, 0.5], means: [[-4, 0], [4, 0]],
    covariances: [CovarianceMatrix([[2, 1], [1, 1]]), .diagonal([1, 4])])

  private func pixel(_ bitmap: Bitmap, _ x: Double, _ y: Double) -> UInt32 {
    bitmap.pixels[Int(y) * bitmap.width + Int(x)] & 0xFFFFFF
  }

  @Test func meansPointsAndLinesStandWhereTheyBelong() throws {
    var picture = try MixturePicture(of: pair, points: [[-8, 6], [8, -6], [0, 6]])
    picture.colors = [Color(0xFF0000), Color(0x0000FF)]
    picture.width = 400
    picture.height = 300
    let bitmap = picture.bitmap
    #expect(bitmap.width == 400 && bitmap.height == 300)
    // The points span −8…8 and −6…6, which the picture's inside shows in full.
    func at(_ x: Double, _ y: Double) -> UInt32 {
      pixel(bitmap, 200 + x / 8 * (200 - 8), 150 - y / 6 * (150 - 8))
    }
    #expect(at(-4, 0) == 0xFF0000 && at(4, 0) == 0x0000FF)
    #expect(at(0, -4) == 0xFFFFFF)
    // The 2 σ ellipse of the upright component crosses its axes two and four units from the mean.
    #expect(at(4, 4) == 0x0000FF && at(6, 0) == 0x0000FF && at(2, 0) == 0x0000FF)
    // Faintly filled inside.
    #expect(at(5, 1.5) == 0xE5E5FF)
    #expect(at(8, -6) != 0xFFFFFF && at(0, 6) != 0xFFFFFF)
  }

  /// Times in seconds lie far from zero and close to each other.
  @Test(arguments: [1e9, 1.7e12, -4e15])
  func dataNarrowBesideTheirOffsetFillThePicture(_ offset: Double) {
    let extent = max(1, 512 * offset.ulp)
    let rect = Rect(x: 0, y: 0, width: 120, height: 120)
    let frame = PlotFrame(
      x: offset...(offset + extent), y: 0...1, in: rect, margin: 10, hasEqualUnits: false)
    #expect(abs(frame.scaleX - 100 / extent) < 1e-9 * frame.scaleX)
    let flat = PlotFrame(x: offset...offset, y: 0...1, in: rect, margin: 10, hasEqualUnits: false)
    #expect(flat.scaleX > 0 && flat.scaleX.isFinite)
  }

  @Test(arguments: [1.0, 2, 3])
  func sigmasAreStandardDeviations(_ sigmas: Double) throws {
    let one = GaussianMixture(weights: [1], means: [[0, 0]], covariances: [.diagonal([4, 1])])
    var picture = try MixturePicture(of: one, points: [[-10, -10], [10, 10]])
    picture.sigmas = [sigmas]
    picture.colors = [Color(0xFF0000)]
    picture.lineWidth = 4
    picture.width = 432
    picture.height = 432
    let bitmap = picture.bitmap
    let unit = 20.0
    #expect(pixel(bitmap, 216 + 2 * sigmas * unit, 216) == 0xFF0000)
    #expect(pixel(bitmap, 216, 216 - sigmas * unit) == 0xFF0000)
    #expect(pixel(bitmap, 216 + 2 * sigmas * unit + 3, 216) == 0xFFFFFF)
  }

  @Test func equalUnitsKeepCirclesRound() throws {
    let one = GaussianMixture(weights: [1], means: [[5, 5]], covariances: [.identity(2)])
    var picture = try MixturePicture(of: one)
    picture.width = 300
    picture.height = 100
    picture.hasEqualUnits = true
    let bitmap = picture.bitmap
    let ink = (0..<300).filter { x in (0..<100).contains { bitmap.pixels[$0 * 300 + x] & 0xFFFFFF != 0xFFFFFF } }
    #expect((ink.last ?? 0) - (ink.first ?? 0) < 100)
    picture.hasEqualUnits = false
    #expect(picture.bitmap != bitmap)
  }

  @Test func twoOfManyDimensions() throws {
    let data = try SyntheticData(componentCount: 3, dimensions: 4, pointsPerComponent: 30, seed: 2)
    let all = try MixturePicture(of: data.model, data: data.data, dimensions: (3, 1))
    #expect(all.model.means == data.model.means.map { [$0[3], $0[1]] })
    #expect(all.model.covariances[0][0, 1] == data.model.covariances[0][3, 1])
    // Colors tell what all four dimensions know.
    #expect(all.pointColors == (try ComponentColors.colors(of: data.data, under: data.model)))
    #expect(all.bitmap != (try MixturePicture(of: data.model, data: data.data)).bitmap)
  }

  @Test func whatCannotBeDrawnIsRefused() throws {
    let line = GaussianMixture(weights: [1], means: [[0]], covariances: [.identity(1)])
    #expect(throws: MixtureError.self) { try MixturePicture(of: line) }
    for dimensions in [(0, 2), (-1, 0), (1, 1)] {
      #expect(throws: MixtureError.self) { try MixturePicture(of: pair, dimensions: dimensions) }
    }
    #expect(throws: MixtureError.dimensionMismatch(model: 2, data: 3)) {
      try MixturePicture(of: pair, points: [[1, 2, 3]])
    }
    #expect(throws: MixtureError.raggedRow(row: 1, expected: 2, found: 1)) {
      try MixturePicture(of: pair, points: [[1, 2], [3]])
    }
    #expect(throws: MixtureError.weightsSum(2)) {
      var broken = pair
      broken.weights = [1, 1]
      return try MixturePicture(of: broken)
    }
  }

  @Test func extremesAreDrawnWithoutHarm() throws {
    var picture = try MixturePicture(of: pair, points: [[1e300, -1e300], [0, 0]])
    picture.sigmas = [.nan, -1, 0, .infinity, 1e300]
    picture.width = -5
    picture.height = 40
    #expect(picture.bitmap.width == 0)
    picture.width = 60
    #expect(picture.bitmap.pixels.count == 2400)
    let same = GaussianMixture(weights: [1], means: [[7, 7]], covariances: [.diagonal([1e-12, 1e-12])])
    var tiny = try MixturePicture(of: same, points: [[7, 7], [7, 7]])
    tiny.sigmas = []
    #expect(Set(tiny.bitmap.pixels).count > 1)
  }

  @Test func writesAPNGOrSaysWhyNot() throws {
    let picture = try MixturePicture(of: pair, points: [[-8, 6], [8, -6]])
    let folder = FileManager.default.temporaryDirectory.appending(path: "picture-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "p.png").path()
    try picture.writePNG(to: path)
    #expect(try PNGFile.read(path) == picture.bitmap)
    #expect(throws: FileError.noFolder(path: path + "/q.png", folder: path)) {
      try picture.writePNG(to: path + "/q.png")
    }
    var empty = picture
    empty.width = 0
    #expect(throws: FileError.self) { try empty.writePNG(to: path) }
    #expect(try PNGFile.read(path) == picture.bitmap)
  }
}
