package org.gridclear.settlement.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridclear.settlement.proof.MerkleTree;

/**
 * The statements of a publication.
 *
 * @param from first day
 * @param to last day
 * @param items codes of the items that statements can have
 * @param pools SHA-256 of what the pools gave away, for shares to be computed again; "" of days and
 *     weeks
 * @param statements one per member, by id
 */
public record StatementIndex(
    LocalDate from, LocalDate to, List<String> items, String pools, List<Entry> statements) {
  public StatementIndex {
    items = List.copyOf(items);
    statements = List.copyOf(statements);
  }

  /**
   * The statement of a member.
   *
   * @param member id
   * @param name name of the member
   * @param entities ids of its entities
   * @param milliYuan total, 0.001 yuan, positive where the exchange pays
   * @param sha256 SHA-256 of its lines, which lie in the content
   * @param evidence SHA-256 of what it can be computed again from; "" of days and weeks
   * @param salt random digits, so that nobody can guess the content from its leaf
   */
  public record Entry(
      String member,
      String name,
      List<String> entities,
      long milliYuan,
      String sha256,
      String evidence,
      String salt) {
    public Entry {
      entities = List.copyOf(entities);
    }
  }

  /** The statement of a member, if it has one. */
  public Optional<Entry> of(String member) {
    return statements.stream().filter(entry -> entry.member().equals(member)).findFirst();
  }

  /** The leaf of a statement: salt, member, period, content and evidence. */
  public String leaf(Entry entry) {
    return MerkleTree.leaf(
        entry.salt(),
        entry.member(),
        from.toString(),
        to.toString(),
        entry.sha256(),
        entry.evidence());
  }

  /** The tree over all statements. */
  public MerkleTree tree() {
    return new MerkleTree(statements.stream().map(this::leaf).toList());
  }
}
