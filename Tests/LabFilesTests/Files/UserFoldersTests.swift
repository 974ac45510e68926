import Foundation
import Glibc
import Testing

@testable import LabFiles

/// The folders of the XDG Base Directory Specification.
struct UserFoldersTests {
  private func folders(_ variables: [String: String]) -> UserFolders { UserFolders { variables[$0] } }

  @Test func withoutVariablesTheyAreBelowTheHomeFolder() {
    let folders = folders(["HOME": "/home/ada"])
    #expect(folders.config == "/home/ada/.config/mixture-lab")
    #expect(folders.state == "/home/ada/.local/state/mixture-lab")
    #expect(folders.systemConfigs == ["/etc/xdg/mixture-lab"])
  }

  @Test func variablesMoveThem() {
    let folders = folders([
      "HOME": "/home/ada", "XDG_CONFIG_HOME": "/c/", "XDG_STATE_HOME": "/s", "XDG_CONFIG_DIRS": "/a:relative:/b",
    ])
    #expect(folders.config == "/c/mixture-lab")
    #expect(folders.state == "/s/mixture-lab")
    #expect(folders.systemConfigs == ["/a/mixture-lab", "/b/mixture-lab"])
  }

  @Test func whatIsNotAbsoluteCountsAsUnset() {
    let folders = folders(["HOME": "/home/ada", "XDG_CONFIG_HOME": "c", "XDG_STATE_HOME": "", "XDG_CONFIG_DIRS": ""])
    #expect(folders.config == "/home/ada/.config/mixture-lab")
    #expect(folders.state == "/home/ada/.local/state/mixture-lab")
    #expect(folders.systemConfigs == ["/etc/xdg/mixture-lab"])
  }

  @Test func creatingMakesTheFoldersAboveToo() throws {
    try Fixture.withFolder { root in
      let folder = "\(root)/a/b/c"
      #expect(UserFolders.create(folder) == 0)
      #expect(UserFolders.create(folder) == 0, "it is there already")
      var status = stat()
      #expect(stat(folder, &status) == 0 && status.st_mode & 0o777 == 0o700)
    }
  }

  @Test func aFileInTheWayIsAnError() throws {
    try Fixture.withFolder { root in
      try "x".write(toFile: "\(root)/a", atomically: true, encoding: .utf8)
      #expect(UserFolders.create("\(root)/a/b") == ENOTDIR)
      #expect(UserFolders.create("\(root)/a") == ENOTDIR)
    }
  }
}
