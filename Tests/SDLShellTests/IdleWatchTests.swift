import Testing

@testable import SDLShell

struct IdleWatchTests {
  @Test func itIsDueOnceUntilSomebodyComesBack() {
    var watch = IdleWatch(after: 60, at: 10)
    #expect(watch.due == 70 && !watch.isDue(at: 69))
    watch.touch(at: 50)
    #expect(watch.due == 110 && !watch.isDue(at: 109.9) && watch.isDue(at: 110))
    #expect(watch.due == nil && !watch.isDue(at: 500), "a window at rest is left alone")
    watch.touch(at: 600)
    #expect(watch.due == 660)
  }

  /// Where a run played at the moment it was due, it is not over for good.
  @Test func whatIsBusyIsLeftAloneAndAskedAgain() {
    var watch = IdleWatch(after: 60, at: 10)
    #expect(!watch.isDue(at: 69, unless: true) && watch.due == 70)
    #expect(!watch.isDue(at: 75, unless: true) && watch.due == 135)
    #expect(!watch.isDue(at: 130, unless: false) && watch.isDue(at: 135, unless: false) && watch.due == nil)
  }
}
