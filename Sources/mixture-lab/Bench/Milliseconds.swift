import Dispatch

/// Wall-clock time for benchmarks.
enum Milliseconds {
  static var now: Double { Double(DispatchTime.now().uptimeNanoseconds) / 1e6 }

  /// The middle one; the upper of the two middle ones where they are even in number.
  static func median(_ times: [Double]) -> Double { times.isEmpty ? 0 : times.sorted()[times.count / 2] }
}
