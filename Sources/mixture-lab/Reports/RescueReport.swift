import GaussianMixtures

/// What EM did beyond its formulas, one line per component and reason.
///
/// A floor that holds a covariance up acts in every iteration; it is said once, with the number of iterations.
struct RescueReport {
  let lines: [String]

  init(events: [EMEvent]) {
    struct Key: Hashable {
      let identity: Int
      let kind: EMEvent.Kind
      let reason: EMEvent.Reason
    }
    var order: [Key] = []
    var groups: [Key: [EMEvent]] = [:]
    for event in events {
      let key = Key(identity: event.identity, kind: event.kind, reason: event.reason)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(event)
    }
    lines = order.compactMap { key in
      guard let group = groups[key], let first = group.first else { return nil }
      let message = first.message(componentName: Format.component(key.identity))
      let more = group.count == 1 ? "" : " and \(Format.count(group.count - 1, "later one"))"
      return "\(message) (iteration \(first.iteration)\(more))"
    }
  }
}
