import Dispatch
import Synchronization

/// Calls `body` once for each of `count` pieces of work, on at most `threads` threads.
///
/// Which thread takes which piece is left to chance; a result that must not depend on it keeps the pieces apart.
///
/// - Parameter body: gets the number of the piece, and of the worker (less than `threads`).
func forEachInParallel(_ count: Int, threads: Int, _ body: @Sendable @escaping (_ piece: Int, _ worker: Int) -> Void) {
  let workers = max(1, min(count, threads))
  if workers == 1 {
    for piece in 0..<count { body(piece, 0) }
    return
  }
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: workers) { worker in
    while true {
      let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
      if piece >= count { return }
      body(piece, worker)
    }
  }
}
