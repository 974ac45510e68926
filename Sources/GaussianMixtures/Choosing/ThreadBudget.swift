/// How tasks that could use several threads each share the threads there are, so that no more run at a time.
struct ThreadBudget: Equatable {
  /// Tasks side by side, at least 1.
  let tasks: Int
  /// Threads for each of them, at least 1.
  let threadsPerTask: Int

  /// Tasks side by side come first: they never wait for each other.
  init(threads: Int, tasks count: Int) {
    tasks = max(1, min(threads, count))
    threadsPerTask = max(1, threads / tasks)
  }
}
