package org.gridclear.market.store.rule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.gridclear.market.store.MarketDatabase;
import org.jdbi.v3.core.Handle;

/**
 * Proposals of rules. Whoever proposes or reviews does so alone; the others wait.
 *
 * @param database where they are
 */
public record RuleStore(MarketDatabase database) {
  private static final String ALL =
      "SELECT p.*, r.decision, r.reviewed_by, r.reviewed_at, r.reason, r.version"
          + " FROM rule_proposal p LEFT JOIN rule_review r ON r.proposal = p.number";
  private static final String APPROVED = "approved";

  /** Adds a proposal; returns it with its number. It is on disk when this returns. */
  public RuleProposal add(RuleProposal proposal) {
    return database.inTransaction(
        transaction -> {
          Handle handle = transaction.handle();
          long number = lock(handle) + 1;
          handle
              .createUpdate("UPDATE rule_head SET proposal = :number WHERE id = 1")
              .bind("number", number)
              .execute();
          insert(handle, number, proposal);
          return find(handle, number).orElseThrow();
        });
  }

  private static long lock(Handle handle) {
    return handle
        .createQuery("SELECT proposal FROM rule_head WHERE id = 1 FOR UPDATE")
        .mapTo(Long.class)
        .one();
  }

  private static void insert(Handle handle, long number, RuleProposal proposal) {
    handle
        .createUpdate(
            "INSERT INTO rule_proposal (number, kind, id, base, content_hash, valid_from, note,"
                + " proposed_by, proposed_at) VALUES (:number, :kind, :id, :base, :hash,"
                + " :validFrom, :note, :by, :at)")
        .bind("number", number)
        .bind("kind", proposal.kind())
        .bind("id", proposal.id())
        .bind("base", proposal.base())
        .bind("hash", proposal.contentHash())
        .bindByType(
            "validFrom",
            proposal.validFrom().map(RuleStore::time).orElse(null),
            OffsetDateTime.class)
        .bind("note", proposal.made().note())
        .bind("by", proposal.made().by())
        .bind("at", time(proposal.made().at()))
        .execute();
  }

  /**
   * Reviews a proposal while nobody else proposes or reviews. It is on disk when this returns.
   *
   * @param review judges the proposal as it is then; throws to leave it as it is
   * @return the proposal with its review; empty if there is none of the number
   */
  public Optional<RuleProposal> review(
      long number, Function<RuleProposal, RuleProposal.Review> review) {
    return database.inTransaction(
        transaction -> {
          Handle handle = transaction.handle();
          lock(handle);
          Optional<RuleProposal> proposal = find(handle, number);
          proposal.ifPresent(found -> insert(handle, number, review.apply(found)));
          return find(handle, number);
        });
  }

  private static void insert(Handle handle, long number, RuleProposal.Review review) {
    handle
        .createUpdate(
            "INSERT INTO rule_review (proposal, decision, reviewed_by, reviewed_at, reason,"
                + " version) VALUES (:number, :decision, :by, :at, :reason, :version)")
        .bind("number", number)
        .bind("decision", review.approved() ? APPROVED : "rejected")
        .bind("by", review.by())
        .bind("at", time(review.at()))
        .bind("reason", review.reason())
        .bindByType(
            "version",
            review.version().isPresent() ? (Integer) review.version().getAsInt() : null,
            Integer.class)
        .execute();
  }

  /** All proposals, by number. */
  public List<RuleProposal> all() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(ALL + " ORDER BY p.number")
                    .map((row, context) -> proposal(row))
                    .list());
  }

  /** A proposal. */
  public Optional<RuleProposal> find(long number) {
    return database.jdbi().withHandle(handle -> find(handle, number));
  }

  private static Optional<RuleProposal> find(Handle handle, long number) {
    return handle
        .createQuery(ALL + " WHERE p.number = :number")
        .bind("number", number)
        .map((row, context) -> proposal(row))
        .findFirst();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static RuleProposal proposal(ResultSet row) throws SQLException {
    return new RuleProposal(
        row.getLong("number"),
        row.getString("kind"),
        row.getString("id"),
        row.getInt("base"),
        row.getString("content_hash"),
        time(row, "valid_from"),
        new RuleProposal.Made(
            row.getString("proposed_by"),
            time(row, "proposed_at").orElseThrow(),
            row.getString("note")),
        row.getString("decision") == null ? Optional.empty() : Optional.of(review(row)));
  }

  private static RuleProposal.Review review(ResultSet row) throws SQLException {
    int version = row.getInt("version");
    return new RuleProposal.Review(
        row.getString("decision").equals(APPROVED),
        row.getString("reviewed_by"),
        time(row, "reviewed_at").orElseThrow(),
        row.getString("reason"),
        version == 0 ? OptionalInt.empty() : OptionalInt.of(version));
  }
}
