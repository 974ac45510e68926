import GaussianMixtures
import LabFiles

/// The outcome of a restart race, for people and for programs.
struct RaceReport {
  let race: RestartRace

  var text: String {
    var optima = TextTable(header: ["log-likelihood", "starts", "seed", "all seeds", ""])
    for optimum in race.optima {
      optima.add([
        Format.total(optimum.logLikelihood), "\(optimum.seeds.count)", "\(optimum.seeds[0])", seeds(of: optimum),
        optimum.isFloored ? "*" : "",
      ])
    }
    var remarks: [String] = []
    if race.optima.contains(where: \.isFloored) {
      remarks.append("* held up by the floor: the likelihood says more about --floor than about the data")
    }
    let cut = race.runs.count { $0.fit?.converged == false }
    if cut > 0 { remarks.append("\(Format.count(cut, "run")) stopped at the limit; raise --iterations") }
    let failed = race.runs.count { $0.fit == nil }
    if failed > 0 { remarks.append("\(Format.count(failed, "start")) could not be fitted") }
    return ([optima.text] + [verdict] + remarks).joined(separator: "\n") + "\n"
  }

  private var verdict: String {
    guard let best = race.optima.first else { return "Nothing could be fitted." }
    return
      "\(best.seeds.count) of \(Format.count(race.runs.count, "start")) found the best, seed \(best.seeds[0]) first"
  }

  private func seeds(of optimum: RestartRace.Optimum) -> String {
    let most = 8
    let shown = optimum.seeds.prefix(most).map(String.init).joined(separator: " ")
    return optimum.seeds.count > most ? shown + " …" : shown
  }

  var json: JSONValue {
    .object([
      .init("runs", .array(race.runs.map(json))),
      .init(
        "optima",
        .array(
          race.optima.map { optimum in
            .object([
              .init("logLikelihood", .number(optimum.logLikelihood)), .init("count", JSONValue(optimum.seeds.count)),
              .init("seed", .integer(optimum.seeds[0])), .init("floored", .bool(optimum.isFloored)),
            ])
          })),
    ])
  }

  private func json(_ run: MultistartRun) -> JSONValue {
    let stopped: String
    switch run.outcome {
    case .success(let fit): stopped = fit.end.name
    case .failure(let error): stopped = RunEnd.failed(error).name
    }
    return .object([
      .init("seed", .integer(run.seed)), .init("iterations", run.fit.map { JSONValue($0.iterations) } ?? .null),
      .init("logLikelihood", .number(run.fit?.logLikelihood ?? .nan)), .init("stopped", .string(stopped)),
      .init("floored", run.fit.map { .bool($0.isFloored) } ?? .null),
      .init("optimum", race.optimum(ofSeed: run.seed).map { JSONValue($0) } ?? .null),
    ])
  }
}
