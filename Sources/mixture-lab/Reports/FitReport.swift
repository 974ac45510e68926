import GaussianMixtures
import LabFiles

/// A fit for people to read.
struct FitReport {
  let fit: FitResult
  let criteria: InformationCriteria
  let table: DataTable
  let tolerance: Double

  private var model: GaussianMixture { fit.model }

  /// The letter of a component, the same as in the start whatever was dropped.
  private func name(_ k: Int) -> String { Format.component(fit.run.latest.identities[k]) }

  var text: String {
    ([summary, components] + covariances + remarks).joined(separator: "\n")
  }

  /// A likelihood that only the floor keeps from infinity says more about the floor than about the data.
  private var remarks: [String] {
    guard !fit.floored.isEmpty else { return [] }
    let names =
      model.family == .tied ? "the shared covariance" : fit.floored.map(name).joined(separator: ", ")
    return ["* held up by the floor: \(names); the log-likelihood says more about --floor than about the data\n"]
  }

  private var summary: String {
    let perPoint = fit.logLikelihood / Double(max(1, table.rowCount))
    let isHeldUp = fit.floored.isEmpty ? "" : " *"
    return """
      \(table.name): \(Format.count(table.rowCount, "point")) in \(names)
      \(Format.count(model.componentCount, "component")), \(model.family) covariances, \
      \(end), seed \(fit.seed)
      log-likelihood \(Format.total(fit.logLikelihood))\(isHeldUp) (\(Format.total(perPoint)) per point)
      AIC \(Format.total(criteria.aic)), BIC \(Format.total(criteria.bic)), ICL \(Format.total(criteria.icl ?? .nan)); \
      smaller is better

      """
  }

  private var names: String {
    table.columnNames.map { $0.contains(",") ? "'\($0)'" : $0 }.joined(separator: ", ")
  }

  private var end: String {
    let iterations = Format.count(fit.iterations, "iteration")
    return fit.converged
      ? "converged after \(iterations) (gain per point, and what Aitken's estimate leaves, below \(Format.number(tolerance)))"
      : "stopped at the limit of \(iterations)"
  }

  private var components: String {
    var components = TextTable(header: ["component", "weight"] + table.columnNames.map { "mean \($0)" })
    for k in 0..<model.componentCount {
      components.add(
        [name(k) + (fit.floored.contains(k) ? " *" : ""), Format.number(model.weights[k])]
          + zip(model.means[k], model.covariances[k].diagonal).map {
            Format.mean($0, deviation: $1.squareRoot())
          })
    }
    return components.text
  }

  private var covariances: [String] {
    switch model.family {
    case .full: (0..<model.componentCount).map { matrix($0, title: "covariance of \(name($0))") }
    case .tied: [matrix(0, title: "covariance of all")]
    case .diagonal: [variances]
    case .spherical: [variance]
    }
  }

  private func matrix(_ k: Int, title: String) -> String {
    var matrix = TextTable(header: [title] + table.columnNames)
    for (name, row) in zip(table.columnNames, model.covariances[k].nested) {
      matrix.add([name] + row.map(Format.number))
    }
    return matrix.text
  }

  private var variances: String {
    var variances = TextTable(header: ["component"] + table.columnNames.map { "variance \($0)" })
    for k in 0..<model.componentCount {
      variances.add([name(k)] + model.covariances[k].diagonal.map(Format.number))
    }
    return variances.text
  }

  private var variance: String {
    var variance = TextTable(header: ["component", "variance in every direction"])
    for k in 0..<model.componentCount {
      variance.add([name(k)] + model.covariances[k].diagonal.prefix(1).map(Format.number))
    }
    return variance.text
  }
}
