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
}
