package org.gridclear.market.store.anomaly;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.mapper.RowMapper;

/** Rows of the database as records. */
final class AnomalyMappers {
  static final RowMapper<TransitionRow> TRANSITION =
      (result, context) ->
          new TransitionRow(
              result.getLong("anomaly"),
              result.getInt("step"),
              result.getString("from_state"),
              result.getString("to_state"),
              result.getString("measure"),
              result.getString("remark"),
              result.getString("done_by"),
              time(result, "done_at"));

  static final RowMapper<EvaluationRow> EVALUATION =
      (result, context) ->
          new EvaluationRow(
              version(result),
              result.getInt("rules_version"),
              result.getString("evidence_hash"),
              result.getInt("raised"),
              result.getString("not_judged"),
              result.getString("judged_by"),
              time(result, "judged_at"));

  static final RowMapper<AnomalyRow> ANOMALY =
      (result, context) ->
          new AnomalyRow(
              result.getLong("number"),
              version(result),
              new AnomalyRow.RuleRow(
                  result.getString("rule_id"),
                  result.getString("rule_type"),
                  result.getString("severity")),
              new AnomalyRow.PlaceRow(
                  result.getString("place_kind"),
                  result.getString("element"),
                  result.getString("outage"),
                  result.getString("zone"),
                  result.getString("owner")),
              new AnomalyRow.FoundRow(
                  result.getInt("period"),
                  result.getInt("period_count"),
                  result.getDouble("measured"),
                  result.getDouble("threshold"),
                  result.getString("unit")),
              time(result, "raised_at"),
              result.getString("state"),
              result.getInt("step"));

  private AnomalyMappers() {}

  private static VersionRow version(ResultSet result) throws SQLException {
    return new VersionRow(
        result.getString("market"),
        result.getObject("trading_date", LocalDate.class),
        result.getInt("cycle"),
        result.getInt("version"));
  }

  static OffsetDateTime time(ResultSet result, String column) throws SQLException {
    return result.getObject(column, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC);
  }
}
