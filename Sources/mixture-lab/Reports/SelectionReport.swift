import GaussianMixtures
import LabFiles

/// The outcome of a search over models, for people and for programs.
struct SelectionReport {
  let selection: ModelSelection
  let criterion: ModelSelection.Criterion

  private var best: ModelCandidate? { selection.best(by: criterion) }

  var text: String {
    var table = TextTable(
      header: ["covariances", "components", "log-likelihood", "parameters", "AIC", "BIC", "ICL", "converged", ""])
    for row in selection.rows {
      let numbers = row.criteria.map { [$0.aic, $0.bic, $0.icl ?? .nan].map(Format.total) } ?? ["–", "–", "–"]
      table.add(
        [row.family.rawValue, components(row), row.criteria.map { Format.total($0.logLikelihood) } ?? "–"]
          + ["\(row.parameters)"] + numbers + [row.fit.map { $0.converged ? "yes" : "no" } ?? "–", mark(row)])
    }
    let isAnyFloored = selection.rows.contains(where: \.isFloored)
    let isAnyCut = selection.rows.contains { $0.fit?.converged == false }
    let remarks =
      (isAnyFloored ? ["* held up by the floor: the likelihood says more about --floor than about the data"] : [])
      + (isAnyCut ? ["converged: no – stopped at the limit; raise --iterations"] : [])
    return ([table.text] + [verdict] + remarks).joined(separator: "\n") + "\n"
  }

  private var verdict: String {
    guard let best else { return "Nothing could be fitted." }
    let family = "\(best.family) covariances"
    return "Best by \(criterion.rawValue.uppercased()): \(Format.count(best.components, "component")), \(family)"
  }

  private func components(_ row: ModelCandidate) -> String {
    row.components == row.asked ? "\(row.components)" : "\(row.components) (of \(row.asked))"
  }

  private func mark(_ row: ModelCandidate) -> String {
    row == best
      ? (row.isFloored ? "* ← best" : "← best") : row.isFloored ? "*" : row.criteria == nil ? "could not be fitted" : ""
  }

  var json: JSONValue {
    .object([
      .init("criterion", .string(criterion.rawValue)), .init("rows", .array(selection.rows.map(Self.json))),
      .init("best", best.map(Self.json) ?? .null),
    ])
  }

  private static func json(_ row: ModelCandidate) -> JSONValue {
    let criteria = row.criteria
    return .object([
      .init("components", JSONValue(row.components)), .init("asked", JSONValue(row.asked)),
      .init("covarianceType", .string(row.family.rawValue)),
      .init("logLikelihood", .number(criteria?.logLikelihood ?? .nan)),
      .init("parameters", JSONValue(row.parameters)), .init("aic", .number(criteria?.aic ?? .nan)),
      .init("bic", .number(criteria?.bic ?? .nan)), .init("icl", .number(criteria?.icl ?? .nan)),
      .init("converged", row.fit.map { .bool($0.converged) } ?? .null), .init("floored", .bool(row.isFloored)),
    ])
  }
}
