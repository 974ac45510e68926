/// How far two partitions of the same items agree, corrected for chance (Hubert & Arabie, "Comparing partitions",
/// Journal of Classification 2, 1985).
///
/// With nᵢⱼ items in group i of one and group j of the other, sums aᵢ and bⱼ, and C(m) = m (m − 1) / 2:
///
///     ARI = (Σ C(nᵢⱼ) − E) / ((Σ C(aᵢ) + Σ C(bⱼ)) / 2 − E),  E = Σ C(aᵢ) · Σ C(bⱼ) / C(N)
///
/// 1 where the partitions are the same, whatever their groups are called; 0 on average for partitions drawn at random
/// with groups of these sizes; negative below that, never below −1/2. Where the denominator vanishes – fewer than two
/// items, all in one group in both, or each alone in both – the partitions are the same and the index is 1.
///
/// - Parameters:
///   - first: N labels, any numbers.
///   - second: N labels of the same items.
/// - Throws: `labelCounts` where there is not one label each per item.
public func adjustedRandIndex(_ first: [Int], _ second: [Int]) throws(MixtureError) -> Double {
  guard first.count == second.count else { throw .labelCounts(first: first.count, second: second.count) }
  struct Pair: Hashable {
    let first: Int
    let second: Int
  }
  var (rows, columns, cells) = ([Int: Int](), [Int: Int](), [Pair: Int]())
  for (i, j) in zip(first, second) {
    rows[i, default: 0] += 1
    columns[j, default: 0] += 1
    cells[Pair(first: i, second: j), default: 0] += 1
  }
  // Whole numbers up to N²: exact as long as they stay below 2⁵³, and near enough beyond.
  func pairs(_ counts: some Sequence<Int>) -> Double { counts.reduce(0) { $0 + Double($1) * Double($1 - 1) / 2 } }
  let (inRows, inColumns, inCells) = (pairs(rows.values), pairs(columns.values), pairs(cells.values))
  let all = pairs([first.count])
  guard all > 0 else { return 1 }
  // Multiplied by C(N): a quotient would round, and make a little more or less than the 0 of independent partitions.
  let expected = inRows * inColumns
  let most = (inRows + inColumns) / 2 * all
  return most == expected ? 1 : (inCells * all - expected) / (most - expected)
}
