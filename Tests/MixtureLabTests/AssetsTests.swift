import Foundation
import Testing

@testable import mixture_lab

/// The files that come with the program are found wherever it was put.
@Suite struct AssetsTests {
  @Test(arguments: [
    ("usr/bin", "usr/share/mixture-lab"), ("home/anna/mixture-lab-1/bin", "home/anna/mixture-lab-1/share/mixture-lab"),
    ("checkout/.build/x86_64-unknown-linux-gnu/release", "checkout/assets"),
  ])
  func theyStandBesideTheProgramOrAboveIt(_ bin: String, _ share: String) throws {
    try Program.withFolder { folder in
      // A name of its own: the folder for temporary files may itself stand beside the files of a program.
      let name = "\(UUID().uuidString).csv"
      let program = URL(fileURLWithPath: "\(folder)/\(bin)/mixture-lab")
      #expect(Assets.file(name, of: program) == nil)
      try FileManager.default.createDirectory(atPath: "\(folder)/\(share)", withIntermediateDirectories: true)
      try "a,b\n".write(toFile: "\(folder)/\(share)/\(name)", atomically: true, encoding: .utf8)
      #expect(Assets.file(name, of: program) == "\(folder)/\(share)/\(name)")
    }
  }
}
