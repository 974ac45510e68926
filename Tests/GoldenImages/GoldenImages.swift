import Foundation
import Rasterizer
import Testing

/// Compares a picture with `Golden/NAME.png` beside the test's file. A mismatch fails and leaves `NAME.actual.png` and
/// `NAME.diff.png` (differences eight times as strong, on black) there. With `RECORD=1` in the environment the picture
/// becomes the golden one and the test fails, so that no run that records can pass for one that compares: look at the
/// picture before it is committed.
/// - Parameter tolerance: the largest difference allowed in any channel, of 255: the last digit of a sine may differ
///   between C libraries, which can move a rounded coverage by one.
public func expectGolden(
  _ bitmap: Bitmap, _ name: String, tolerance: UInt32 = 2, file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Golden").path
  let golden = "\(folder)/\(name).png"
  let leftovers = ["\(folder)/\(name).actual.png", "\(folder)/\(name).diff.png"]
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let outcome = PNG.write(bitmap, to: golden) ? "recorded, not compared: look at" : "cannot write"
    Issue.record("\(outcome) \(golden)", sourceLocation: sourceLocation)
    return
  }
  guard let expected = PNG.read(golden) else {
    _ = PNG.write(bitmap, to: leftovers[0])
    Issue.record("no picture to compare with: look at \(leftovers[0]), then record it", sourceLocation: sourceLocation)
    return
  }
  let worst = largestDifference(bitmap, expected)
  if worst <= tolerance {
    for path in leftovers { try? FileManager.default.removeItem(atPath: path) }
  } else {
    _ = PNG.write(bitmap, to: leftovers[0])
    _ = PNG.write(difference(bitmap, expected), to: leftovers[1])
    let sizes = "\(bitmap.width)×\(bitmap.height), golden \(expected.width)×\(expected.height)"
    Issue.record("\(name) differs by up to \(worst) (\(sizes)): see \(leftovers[1])", sourceLocation: sourceLocation)
  }
}

/// The largest difference in any channel; 256 when the sizes differ. Straight alpha in the file loses digits of nearly
/// transparent pixels, which premultiplied comparison forgives.
private func largestDifference(_ a: Bitmap, _ b: Bitmap) -> UInt32 {
  guard a.width == b.width, a.height == b.height else { return 256 }
  return a.pixels.withUnsafeBufferPointer { a in
    b.pixels.withUnsafeBufferPointer { b in
      var worst: UInt32 = 0
      for i in 0..<a.count where a[i] != b[i] {
        for shift: UInt32 in [0, 8, 16, 24] {
          let p = (a[i] >> shift) & 255
          let q = (b[i] >> shift) & 255
          worst = max(worst, p > q ? p - q : q - p)
        }
      }
      return worst
    }
  }
}

private func difference(_ a: Bitmap, _ b: Bitmap) -> Bitmap {
  var result = Bitmap(width: max(a.width, b.width), height: max(a.height, b.height), fill: Color(0x000000))
  // Written at once: each pixel that is set in the picture would copy all of them.
  var pixels = result.pixels
  for y in 0..<result.height {
    for x in 0..<result.width {
      guard x < min(a.width, b.width), y < min(a.height, b.height) else {
        pixels[y * result.width + x] = 0xFFFF_00FF
        continue
      }
      let p = a.pixels[y * a.width + x]
      let q = b.pixels[y * b.width + x]
      guard p != q else { continue }
      var pixel: UInt32 = 0xFF00_0000
      for shift: UInt32 in [0, 8, 16] {
        let distance = abs(Int((p >> shift) & 255) - Int((q >> shift) & 255))
        pixel |= UInt32(min(distance * 8, 255)) << shift
      }
      pixels[y * result.width + x] = pixel
    }
  }
  result.pixels = pixels
  return result
}
