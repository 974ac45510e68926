import Dispatch
import Synchronization
import Testing

@testable import GaussianMixtures

struct LazyTests {
  @Test func aValueIsMadeOnce() {
    let lazy = Lazy<Int>()
    #expect(lazy.valueIfMade == nil)
    let made = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      _ = lazy.value { made.wrappingAdd(1, ordering: .relaxed).newValue }
    }
    #expect(made.load(ordering: .relaxed) == 1 && lazy.valueIfMade == 1)
  }

  /// Whoever asks at the same moment as others is told the same.
  @Test func whatIsMadeIsThereForAll() {
    let lazy = Lazy<Int>()
    _ = lazy.value { 7 }
    let missed = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      for _ in 0..<100_000 where lazy.valueIfMade != 7 { missed.wrappingAdd(1, ordering: .relaxed) }
    }
    #expect(missed.load(ordering: .relaxed) == 0)
  }

  /// A look does not wait for who is making it.
  @Test func lookingNeverWaits() {
    let lazy = Lazy<Int>()
    let (begun, looked) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    DispatchQueue.global().async {
      _ = lazy.value {
        begun.signal()
        looked.wait()
        return 3
      }
    }
    begun.wait()
    #expect(lazy.valueIfMade == nil)
    looked.signal()
    #expect(lazy.value { 4 } == 3)
  }
}
