package org.gridclear.market.store.archive;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.market.store.MarketDatabase;
import org.jdbi.v3.core.statement.Query;

/**
 * Who did what when, of all tables that say it.
 *
 * @param database the database
 */
public record OperationRows(MarketDatabase database) {
  private static final String RUN =
      "market || ' ' || CAST(trading_date AS VARCHAR) || ' cycle ' || CAST(cycle AS VARCHAR)"
          + " || ' version ' || CAST(version AS VARCHAR)";

  private static final String DATE = "market || ' ' || CAST(trading_date AS VARCHAR)";
  private static final String OF_MEMBER =
      "CASE WHEN recipient LIKE 'member:%'" + " THEN SUBSTRING(recipient FROM 8) ELSE '' END";

  /** What orders those of one time. */
  private static final Map<String, String> PLACES =
      Map.ofEntries(
          Map.entry("declaration", "number"),
          Map.entry("refusal", "number"),
          Map.entry("version", "version"),
          Map.entry("transition", "step"),
          Map.entry("measure", "number"),
          Map.entry("anomaly-raised", "number"),
          Map.entry("anomaly", "t.step"),
          Map.entry("workflow", "number"),
          Map.entry("publication", "number"),
          Map.entry("acknowledgement", "number"),
          Map.entry("handed-on", "number"));

  /** By kind: when, who, whose, what, and words, and the tables. */
  private static final Map<String, String[]> KINDS = new LinkedHashMap<>();

  static {
    kind(
        "declaration",
        "arrived_at",
        "made_by",
        "member",
        DATE + " || ' unit ' || unit || ' ' || slot || ' version ' || CAST(version AS VARCHAR)",
        "kind",
        "declaration");
    kind(
        "refusal",
        "arrived_at",
        "made_by",
        "member",
        "market || ' unit ' || unit",
        "SUBSTRING(reasons FROM 1 FOR 1000)",
        "declaration_refusal");
    kind("gate", "closed_at", "made_by", "''", DATE, "'closed'", "closed_gate");
    kind(
        "parameters",
        "made_at",
        "made_by",
        "''",
        "market || ' version ' || CAST(version AS VARCHAR)",
        "'set'",
        "declaration_parameters");
    kind(
        "reference-offer",
        "made_at",
        "made_by",
        "''",
        "market || ' unit ' || unit || ' version ' || CAST(version AS VARCHAR)",
        "'set'",
        "reference_offer");
    kind("version", "made_at", "made_by", "''", RUN, "'made'", "day_version");
    kind(
        "transition",
        "made_at",
        "account",
        "''",
        RUN,
        "to_state || ' ' || reason",
        "version_transition");
    kind("intervention", "made_at", "account", "''", RUN, "reason", "version_intervention");
    kind("measure", "made_at", "account", "''", RUN, "words", "day_measure");
    kind("approval-rule", "made_at", "account", "''", "market", "reason", "approval_rule");
    kind(
        "anomaly-raised",
        "raised_at",
        "''",
        "''",
        "market || ' ' || CAST(trading_date AS VARCHAR) || ' cycle ' || CAST(cycle AS VARCHAR)"
            + " || ' anomaly ' || CAST(number AS VARCHAR)",
        "severity || ' ' || rule_id || ' ' || place_kind || ' ' || element",
        "anomaly");
    kind(
        "anomaly",
        "t.done_at",
        "t.done_by",
        "''",
        "a.market || ' ' || CAST(a.trading_date AS VARCHAR) || ' anomaly '"
            + " || CAST(a.number AS VARCHAR) || ' ' || a.rule_id",
        "t.to_state || ' ' || t.remark",
        "anomaly_transition t JOIN anomaly a ON a.number = t.anomaly");
    kind(
        "registry-proposal",
        "proposed_at",
        "proposed_by",
        "''",
        "'proposal ' || CAST(number AS VARCHAR)",
        "note",
        "registry_proposal");
    kind(
        "registry-review",
        "reviewed_at",
        "reviewed_by",
        "''",
        "'proposal ' || CAST(proposal AS VARCHAR)",
        "decision || ' ' || reason",
        "registry_review");
    kind(
        "rule-proposal",
        "proposed_at",
        "proposed_by",
        "''",
        "kind || ' proposal ' || CAST(number AS VARCHAR)",
        "note",
        "rule_proposal");
    kind(
        "rule-review",
        "reviewed_at",
        "reviewed_by",
        "''",
        "'proposal ' || CAST(proposal AS VARCHAR)",
        "decision || ' ' || reason",
        "rule_review");
    kind(
        "data",
        "recorded_at",
        "recorded_by",
        "''",
        "kind || ' ' || id || ' version ' || CAST(version AS VARCHAR)",
        "state || ' of ' || source",
        "piece_version");
    kind(
        "workflow",
        "made_at",
        "made_by",
        "''",
        "workflow || ' ' || CAST(trading_date AS VARCHAR) || ' cycle ' || CAST(cycle AS VARCHAR)"
            + " || ' run ' || CAST(run AS VARCHAR) || ' ' || node",
        "state || ' ' || reason",
        "workflow_transition");
    kind(
        "event",
        "raised_at",
        "raised_by",
        "''",
        "name || ' ' || CAST(trading_date AS VARCHAR)",
        "'raised'",
        "workflow_event");
    kind(
        "publication",
        "made_at",
        "made_by",
        "''",
        "kind || ' ' || " + RUN,
        "action || ' ' || reason",
        "publication");
    kind(
        "acknowledgement",
        "acknowledged_at",
        "acknowledged_by",
        OF_MEMBER,
        "'message ' || CAST(number AS VARCHAR)",
        "'acknowledged'",
        "message");
    kind(
        "handed-on",
        "made_at",
        "made_by",
        "''",
        "channel || ' ' || id",
        "state || ' ' || said",
        "exchange_outbox");
    kind(
        "received",
        "received_at",
        "made_by",
        "''",
        "channel || ' ' || id",
        "state || ' ' || said",
        "exchange_inbox");
  }

  private static void kind(
      String kind, String at, String by, String member, String what, String words, String from) {
    KINDS.put(kind, new String[] {at, by, member, what, words, from});
  }

  /** All kinds of things that are done. */
  public static List<String> kinds() {
    return List.copyOf(KINDS.keySet());
  }

  /**
   * What is asked for.
   *
   * @param from first time
   * @param to one past the last
   * @param account who; "" for everybody
   * @param member whose; "" for all
   * @param kinds kinds of things; all where it is empty
   */
  public record Asked(
      OffsetDateTime from, OffsetDateTime to, String account, String member, List<String> kinds) {
    public Asked {
      kinds = List.copyOf(kinds);
    }
  }

  /**
   * What was done, the earliest first.
   *
   * @param skipped so many of the first are left out
   * @param limit the most
   */
  public List<OperationRow> find(Asked asked, int skipped, int limit) {
    List<String> parts = new ArrayList<>();
    KINDS.forEach(
        (kind, of) -> {
          boolean wanted = asked.kinds().isEmpty() || asked.kinds().contains(kind);
          if (wanted && (asked.member().isEmpty() || !of[2].equals("''"))) {
            parts.add(part(kind, of, asked));
          }
        });
    if (parts.isEmpty()) {
      return List.of();
    }
    String sql =
        String.join(" UNION ALL ", parts)
            + " ORDER BY done_at, kind, place, subject, account, member, words OFFSET :skipped ROWS"
            + " FETCH NEXT :limit ROWS ONLY";
    return database
        .jdbi()
        .withHandle(
            handle -> {
              Query query =
                  handle
                      .createQuery(sql)
                      .bind("from", asked.from())
                      .bind("to", asked.to())
                      .bind("skipped", skipped)
                      .bind("limit", limit);
              if (!asked.account().isEmpty()) {
                query.bind("account", asked.account());
              }
              if (!asked.member().isEmpty()) {
                query.bind("member", asked.member());
              }
              return query
                  .map(
                      (row, context) ->
                          new OperationRow(
                              row.getObject(1, OffsetDateTime.class)
                                  .withOffsetSameInstant(ZoneOffset.UTC),
                              row.getString(2),
                              row.getString(3),
                              row.getString(4),
                              row.getString(5),
                              row.getString(6).strip(),
                              row.getLong(7)))
                  .list();
            });
  }

  private static String part(String kind, String[] of, Asked asked) {
    String sql =
        "SELECT %s AS done_at, %s AS account, %s AS member, '%s' AS kind, %s AS subject, %s AS words, %s AS place FROM %s WHERE %s >= :from AND %s < :to"
            .formatted(
                of[0],
                of[1],
                of[2],
                kind,
                of[3],
                of[4],
                PLACES.getOrDefault(kind, "0"),
                of[5],
                of[0],
                of[0]);
    return sql
        + (asked.account().isEmpty() ? "" : " AND %s = :account".formatted(of[1]))
        + (asked.member().isEmpty() ? "" : " AND %s = :member".formatted(of[2]));
  }
}
