import Foundation
import GaussianMixtures
import LabCore
import LabFiles
import Testing

@testable import mixture_lab

/// What the command line says of rescues.
@Suite struct RescueTests {
  @Test func oneLineForEachKindOfRescueWithTheNumberOfLaterOnes() {
    // The index says nothing: others may have been dropped before.
    func event(_ iteration: Int, _ identity: Int, _ kind: EMEvent.Kind = .reseeded) -> EMEvent {
      EMEvent(iteration: iteration, component: 0, identity: identity, kind: kind, reason: .empty, points: 0)
    }
    let events = [event(2, 1), event(3, 0), event(4, 1), event(5, 1), event(6, 0, .kept), event(7, 0)]
    #expect(
      RescueReport(events: events).lines == [
        "B lost its points; reseeded (iteration 2 and 2 later ones)",
        "A lost its points; reseeded (iteration 3 and 1 later one)", "A lost its points; kept as it was (iteration 6)",
      ])
    #expect(RescueReport(events: []).lines == [])
  }

  @Test(arguments: [("keep", "kept as it was"), ("reseed", "reseeded"), ("drop", "dropped")])
  func everyPolicyForEmptyComponentsIsFollowed(_ policy: String, _ remedy: String) throws {
    try Program.withFolder { folder in
      try AtomicFile.write(
        #"{"means": [[3.5, 70], [10000, 10000]], "covariances": [[[1, 0], [0, 200]], [[1, 0], [0, 1]]]}"#,
        to: folder + "/start.json")
      let result = try Program.run(
        ["fit", Program.asset("old_faithful.csv"), "--start", folder + "/start.json", "--on-empty", policy])
      #expect(result.status == 0 && result.err.contains("B lost its points; \(remedy)"), "\(result.err)")
    }
  }

  /// B and then C, each of which is the second component when it is dropped: A and D are left, and called so.
  @Test func componentsKeepTheirLettersWhenOthersAreDropped() throws {
    try Program.withFolder { folder in
      let points = (0..<60).map { (n: Int) -> String in
        let corner: Double = n < 30 ? 0 : 20
        return "\(corner + Double(n % 6) / 5),\(corner + Double(n % 5) / 5)\n"
      }
      try AtomicFile.write("x,y\n" + points.joined() + "20,0\n0,20\n0,21\n", to: folder + "/d.csv")
      try AtomicFile.write(
        #"{"means": [[0, 0], [20, 0], [0, 20], [20, 20]], "covariances": [[[1, 0], [0, 1]], [[0.01, 0], [0, 0.01]], "#
          + #"[[400, 0], [0, 4]], [[1, 0], [0, 1]]]}"#, to: folder + "/s.json")
      let arguments = ["fit", "d.csv", "--start", "s.json", "--on-collapse", "drop"]
      let json = try JSONValue.parse(Array(Program.run(arguments + ["--json"], in: folder).out.utf8))
      let identities = (json["identities"]?.elements ?? []).compactMap(\.count)
      let dropped = (json["events"]?.elements ?? []).filter { $0["kind"]?.text == "dropped" }
      #expect(Set(identities).union(dropped.compactMap { $0["component"]?.count }) == [0, 1, 2, 3])
      #expect(identities.count + dropped.count == 4 && dropped.count > 0)
      let result = try Program.run(arguments, in: folder)
      for identity in identities {
        #expect(result.out.contains("covariance of \(ComponentName.letter(identity)) "))
      }
      for event in dropped {
        let letter = ComponentName.letter(try #require(event["component"]?.count))
        #expect(result.err.contains("\(letter) ") && !result.out.contains("covariance of \(letter) "))
      }
    }
  }

  // MARK: Advice

  @Test(arguments: [
    (["--on-collapse", "fail"], "use another --on-collapse than fail, with a --floor above 0, or fewer components"),
    (["--floor", "0"], "use another --on-collapse than fail, with a --floor above 0, or fewer components"),
  ])
  func theAdviceAfterACollapseHelps(_ options: [String], _ advice: String) throws {
    try Program.withFolder { folder in
      try AtomicFile.write("x,y\n1,5\n1,5\n9,2\n9,2\n", to: folder + "/d.csv")
      let result = try Program.run(["fit", "d.csv", "-k", "2"] + options, in: folder)
      #expect(result.status == 1 && result.err.contains("; \(advice)"), "\(result.err)")
    }
  }

  /// What is recommended is never what is in force, nor what the data rule out.
  @Test func noFamilyInForceIsRecommended() {
    let varying = (0..<20).map { Double($0 * $0 % 17) }
    let constant = Array(repeating: 7.0, count: 20)
    func sentence(_ columns: [[Double]], _ family: CovarianceFamily) -> String? {
      let names = ["x", "y", "z"].prefix(columns.count)
      return RedundantColumns(DataTable(name: "d", columnNames: Array(names), columns: columns), floor: 1e-6)
        .sentence(for: [family])
    }
    for family in [CovarianceFamily.full, .tied, .diagonal] {
      #expect(
        sentence([varying, constant], family)
          == "'y' is constant, so that the covariance is singular; leave it out with --columns, or use the spherical family"
      )
    }
    #expect(sentence([varying, constant], .spherical) == nil)
    #expect(
      sentence([varying, varying], .full)?.hasSuffix(
        "leave it out with --columns, or use the diagonal or spherical family") == true)
    #expect(sentence([varying, varying], .diagonal) == nil)
    for family in CovarianceFamily.allCases {
      #expect(
        sentence([constant, constant], family)
          == "all points are the same, so that the covariance is singular; choose columns that vary with --columns")
    }
  }
}
