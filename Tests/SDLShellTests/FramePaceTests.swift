import Testing

@testable import SDLShell

struct FramePaceTests {
  @Test func theFirstFrameIsDueAtOnceAndTheNextABeatLater() {
    var pace = FramePace()
    #expect(pace.isDue(at: 0))
    pace.began(at: 100)
    #expect(!pace.isDue(at: 100 + 0.9 / 60) && pace.isDue(at: 100 + 1.001 / 60))
  }

  @Test func lateFramesKeepTheBeat() {
    var pace = FramePace()
    pace.began(at: 100)
    // Each frame is begun a little late.
    var late = 0.0
    for beat in 1...600 {
      late = Double(beat % 5) * 0.001
      let time = 100 + Double(beat) / 60 + late
      #expect(pace.isDue(at: time))
      pace.began(at: time)
    }
    #expect(abs(pace.next - (100 + 601.0 / 60)) < 1e-9)
  }

  @Test(arguments: [(144, 144), (30, 30), (0, 60), (1000, 60), (-1, 60)])
  func theBeatIsTheDisplaysWhereItTells(hertz: Int, expected: Int) {
    let interval = 1 / Double(expected)
    var pace = FramePace()
    pace.follow(hertz: hertz)
    #expect(pace.interval == interval)
    pace.began(at: 5)
    #expect(!pace.isDue(at: 5 + 0.999 * interval) && pace.isDue(at: 5 + 1.001 * interval))
  }

  @Test func afterARestTheRhythmBeginsAnew() {
    var pace = FramePace()
    pace.began(at: 100)
    pace.began(at: 250)
    #expect(!pace.isDue(at: 250.016) && pace.isDue(at: 250.017))
  }

  @Test func aMouseOfAThousandMotionsASecondDrawsSixtyFrames() {
    var pace = FramePace()
    var frames = 0
    for motion in 0..<1000 {
      let time = 10 + Double(motion) / 1000
      if pace.isDue(at: time) {
        pace.began(at: time)
        frames += 1
      }
    }
    #expect((59...61).contains(frames))
  }

  /// Every other frame takes 3 ms, the ones between 14: all are shown a beat apart.
  @Test func framesAreShownEvenlyThoughSomeTakeLonger() {
    var pace = FramePace()
    var times: [Double] = []
    for beat in 0..<60 {
      let finished = 100 + Double(beat) / 60 + (beat % 2 == 0 ? 0.014 : 0.003)
      let moment = pace.evenMoment(finishedAt: finished)
      #expect(moment >= finished)
      pace.isShown(at: moment)
      times.append(moment)
    }
    for (next, one) in zip(times.dropFirst(), times) { #expect(abs(next - one - 1.0 / 60) < 0.001) }
  }

  /// Handing a frame over takes 1.4 ms, which must not be added to every beat: frames are begun by the beat alone.
  @Test func handingOverTakesNothingOffTheBeat() {
    var pace = FramePace()
    var (time, shown) = (100.0, [Double]())
    for _ in 0..<60 {
      time = max(time, pace.next)
      pace.began(at: time)
      time = pace.evenMoment(finishedAt: time + 0.004)
      pace.isShown(at: time)
      time += 0.0014
      shown.append(time)
    }
    let beats = zip(shown.dropFirst(), shown).map { $0 - $1 }
    #expect(beats.allSatisfy { abs($0 - pace.interval) < 0.0006 })
    #expect(abs((shown[59] - shown[0]) / 59 - pace.interval) < 0.0001)
  }

  @Test func oneLateFrameDelaysNoneForGood() {
    var pace = FramePace()
    for beat in 0..<40 {
      let finished = 100 + Double(beat) / 60 + (beat == 3 ? 0.015 : 0.002)
      let moment = pace.evenMoment(finishedAt: finished)
      pace.isShown(at: moment)
      if beat > 36 { #expect(moment == finished) }
    }
    #expect(pace.evenMoment(finishedAt: 200) == 200)
  }
}
