import Testing

@testable import GaussianMixtures

@Suite struct ThreadBudgetTests {
  @Test func neverMoreThanThereAre() {
    for threads in 1...40 {
      for tasks in 0...40 {
        let budget = ThreadBudget(threads: threads, tasks: tasks)
        #expect(budget.tasks >= 1 && budget.threadsPerTask >= 1)
        #expect(budget.tasks * budget.threadsPerTask <= threads)
        #expect(budget.tasks <= max(tasks, 1))
      }
    }
    #expect(ThreadBudget(threads: 8, tasks: 3).threadsPerTask == 2)
    #expect(ThreadBudget(threads: 8, tasks: 36) == ThreadBudget(threads: 8, tasks: 8))
    #expect(ThreadBudget(threads: -3, tasks: 2) == ThreadBudget(threads: 1, tasks: 1))
  }

  @Test func anEMWithFewerThreadsComputesTheSame() throws {
    let em = try EM(data: oldFaithful(), options: EMOptions(family: .tied), resources: PassResources(threads: 6))
    let alone = em.with(threads: 1)
    #expect(alone.resources.threads == 1 && alone.options == em.options && alone.data == em.data)
    let start = try StartKind.kMeans.makeStart(data: em.data, componentCount: 2, family: .tied, seed: 1)
    #expect(try alone.fit(from: start) == em.fit(from: start))
  }
}
