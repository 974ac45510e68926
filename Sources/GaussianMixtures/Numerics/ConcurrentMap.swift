import Dispatch
import Synchronization

/// `body(0)`, `body(1)`, … `body(count − 1)`, computed on up to `threads` threads and returned in that order, so the
/// number of threads cannot change the result.
package func concurrentMap<Element: Sendable>(
  _ count: Int, threads: Int, _ body: @Sendable (Int) -> Element
) -> [Element] {
  guard threads > 1, count > 1 else { return (0..<max(0, count)).map(body) }
  let next = Mutex(0)
  let results = Mutex([Element?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
    while true {
      let i = next.withLock { next in
        defer { next += 1 }
        return next
      }
      guard i < count else { return }
      let result = body(i)
      results.withLock { $0[i] = result }
    }
  }
  return results.withLock { $0.compactMap { $0 } }
}
