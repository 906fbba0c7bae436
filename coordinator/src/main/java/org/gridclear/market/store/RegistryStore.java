package org.gridclear.market.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gridclear.market.store.RegistryRows.ProposalRow;
import org.gridclear.market.store.RegistryRows.RecordRow;
import org.gridclear.market.store.RegistryRows.ReviewRow;
import org.gridclear.market.store.RegistryRows.ThingRow;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The registry on disk: proposals, reviews, and the records of every revision. Whoever changes it
 * does so alone; the others wait.
 *
 * @param database where it is
 */
public record RegistryStore(MarketDatabase database) {

  /** The registry as one reads it. */
  public interface Reading {
    /** The newest revision, 0 before the first approval. */
    long revision();

    /**
     * All records of a revision, in no order.
     *
     * @param revision from 0 to the newest
     */
    List<RecordRow> records(long revision);

    /** Every thing with the newest revision that changed it, by kind and id. */
    List<ThingRow> things();

    /** Records of a thing in every revision that changed it, by revision and first day. */
    List<RecordRow> history(String kind, String id);

    /** A proposal; empty if there is none of the number. */
    Optional<ProposalRow> proposal(long number);

    /** Proposals by number; those without a review alone where {@code open}. */
    List<ProposalRow> proposals(boolean open);

    /** The review of a proposal; empty if it has none. */
    Optional<ReviewRow> review(long proposal);

    /** All reviews, by proposal. */
    List<ReviewRow> reviews();
  }

  /** The registry as one changes it. */
  public interface Writing extends Reading {
    /** Keeps a proposal; returns its number. */
    long add(ProposalRow proposal);

    /** Keeps a review that makes no revision. */
    void add(ReviewRow review);

    /**
     * Keeps a review that makes the next revision, with all records of every thing that it changes.
     *
     * @param review its revision is set here
     * @param records their revision is set here
     * @return the revision
     */
    long approve(ReviewRow review, List<RecordRow> records);
  }

  /** Reads in one transaction. */
  public <T> T read(Function<Reading, T> work) {
    return database
        .jdbi()
        .inTransaction(
            TransactionIsolationLevel.REPEATABLE_READ,
            handle -> work.apply(new RegistrySql(handle)));
  }

  /**
   * Changes in one transaction that no other change runs beside; what throws changes nothing. It is
   * on disk when this returns.
   */
  public <T> T write(Function<Writing, T> work) {
    T done =
        database
            .jdbi()
            .inTransaction(
                TransactionIsolationLevel.READ_COMMITTED,
                handle -> {
                  RegistrySql sql = new RegistrySql(handle);
                  sql.lock();
                  return work.apply(sql);
                });
    database.force();
    return done;
  }
}
