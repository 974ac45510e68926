import Testing

@testable import SDLShell

/// The sound of a half-step.
struct TonesTests {
  @Test func aToneBeginsAndEndsInSilence() throws {
    let samples = Tones.samples(pitch: 440)
    #expect(samples.count == Int(Tones.rate * Tones.length))
    #expect(try #require(samples.first) == 0 && abs(try #require(samples.last)) < 0.001)
    #expect(samples.allSatisfy { abs($0) <= 0.2 } && samples.contains { $0 > 0.1 })
  }

  @Test func aHigherPitchSwingsMoreOften() {
    func swings(_ pitch: Double) -> Int {
      let samples = Tones.samples(pitch: pitch)
      return zip(samples, samples.dropFirst()).count { $0 < 0 && $1 >= 0 }
    }
    #expect(abs(swings(220) - Int(220 * Tones.length)) <= 2 && swings(880) > 3 * swings(220))
  }
}
