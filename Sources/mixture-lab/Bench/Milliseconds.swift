import Dispatch

/// Wall-clock time for benchmarks.
enum Milliseconds {
  static var now: Double { Double(DispatchTime.now().uptimeNanoseconds) / 1e6 }

  /// How long something takes.
  static func of(_ work: () throws -> Void) rethrows -> Double {
    let began = now
    try work()
    return now - began
  }

  /// The middle one; the upper of the two middle ones where they are even in number.
  static func median(_ times: [Double]) -> Double { times.isEmpty ? 0 : times.sorted()[times.count / 2] }

  /// Their sum by their number.
  static func mean(_ times: [Double]) -> Double { times.isEmpty ? 0 : times.reduce(0, +) / Double(times.count) }

  /// What this share of them, 0 … 1, does not exceed.
  static func share(_ share: Double, of times: [Double]) -> Double {
    times.isEmpty ? 0 : times.sorted()[min(Int(share * Double(times.count)), times.count - 1)]
  }
}
