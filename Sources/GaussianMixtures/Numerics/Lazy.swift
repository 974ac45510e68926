import Synchronization

/// A value made when first asked for, once, on whichever thread asks.
final class Lazy<Value: Sendable>: Sendable {
  private let stored = Mutex<Value?>(nil)

  /// The value if it has been made; never waits for it.
  var valueIfMade: Value? { stored.withLockIfAvailable { $0 } ?? nil }

  func value(_ make: () -> Value) -> Value {
    stored.withLock { stored in
      let value = stored ?? make()
      stored = value
      return value
    }
  }
}
