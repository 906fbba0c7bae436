package org.gridclear.market.store.approval;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.market.store.MarketDatabase;
import org.jdbi.v3.core.JdbiException;

/**
 * Rules of approval; they are only ever added.
 *
 * @param database where they are
 */
public record ApprovalRuleRows(MarketDatabase database) {
  private static final int TRIES = 20;

  /** All rules, by number. */
  public List<ApprovalRuleRow> all() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM approval_rule ORDER BY number")
                    .map(
                        (row, context) ->
                            new ApprovalRuleRow(
                                row.getInt("number"),
                                row.getString("market"),
                                row.getObject("valid_from", LocalDate.class),
                                row.getBoolean("automatic"),
                                row.getString("account"),
                                TransitionRows.time(row, "made_at"),
                                row.getString("reason")))
                    .list());
  }

  /** Adds a rule as the next one; returns it with its number. It is on disk when this returns. */
  public ApprovalRuleRow add(ApprovalRuleRow rule) {
    for (int tried = 1; ; tried++) {
      List<ApprovalRuleRow> before = all();
      int number = before.isEmpty() ? 1 : before.get(before.size() - 1).number() + 1;
      try {
        insert(number, rule);
        return new ApprovalRuleRow(
            number,
            rule.market(),
            rule.from(),
            rule.automatic(),
            rule.account(),
            rule.at(),
            rule.reason());
      } catch (JdbiException e) {
        boolean taken = e.getCause() instanceof SQLException c && "23505".equals(c.getSQLState());
        if (!taken || tried == TRIES) {
          throw e;
        }
      }
    }
  }

  private void insert(int number, ApprovalRuleRow rule) {
    database.inTransaction(
        transaction ->
            transaction
                .handle()
                .createUpdate(
                    "INSERT INTO approval_rule (number, market, valid_from, automatic,"
                        + " account, made_at, reason) VALUES (:number, :market, :from,"
                        + " :automatic, :account, :at, :reason)")
                .bind("number", number)
                .bind("market", rule.market())
                .bind("from", rule.from())
                .bind("automatic", rule.automatic())
                .bind("account", rule.account())
                .bind("at", rule.at())
                .bind("reason", rule.reason())
                .execute());
  }
}
