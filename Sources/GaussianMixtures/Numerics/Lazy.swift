import Synchronization

/// A value made when first asked for, once, on whichever thread asks.
final class Lazy<Value: Sendable>: Sendable {
  /// Held while it is made.
  private let making = Mutex(())
  /// Held for no longer than a look.
  private let stored = Mutex<Value?>(nil)

  /// The value if it has been made; never waits for it.
  var valueIfMade: Value? { stored.withLock { $0 } }

  func value(_ make: () -> Value) -> Value {
    if let valueIfMade { return valueIfMade }
    return making.withLock { _ in
      if let valueIfMade { return valueIfMade }
      let value = make()
      stored.withLock { $0 = value }
      return value
    }
  }
}
