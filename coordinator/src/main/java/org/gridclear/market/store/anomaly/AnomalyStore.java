package org.gridclear.market.store.anomaly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.Numbering;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Anomalies, their transitions, and that versions were judged. */
public final class AnomalyStore {
  private static final String OF =
      "market = :market AND trading_date = :date AND cycle = :cycle AND version = :version";

  private final MarketDatabase database;

  /** The anomalies of a database. */
  public AnomalyStore(MarketDatabase database) {
    this.database = database;
  }

  /**
   * Which anomalies.
   *
   * @param market word of the market; "" for all
   * @param from first trading date
   * @param to last trading date
   * @param states states; empty for all
   */
  public record Wanted(String market, LocalDate from, LocalDate to, List<String> states) {}

  /**
   * Keeps an evaluation and what it found that is not there yet; both or nothing. It is not forced
   * to disk, for a version that was not judged is judged when somebody asks.
   *
   * @param evaluation its count of what was raised is set here
   * @param found anomalies without numbers
   * @return how many were new
   */
  public int add(EvaluationRow evaluation, List<AnomalyRow> found) {
    return database.jdbi().inTransaction(handle -> add(handle, evaluation, found));
  }

  private static int add(Handle handle, EvaluationRow evaluation, List<AnomalyRow> found) {
    long last = Numbering.ANOMALIES.hold(handle);
    List<AnomalyRow.PlaceRow> none = List.of();
    Map<String, List<AnomalyRow.PlaceRow>> there = new LinkedHashMap<>();
    of(handle, evaluation.of())
        .forEach(
            row ->
                there.computeIfAbsent(row.rule().id(), id -> new ArrayList<>()).add(row.place()));
    List<AnomalyRow> added = new ArrayList<>();
    for (AnomalyRow row : found) {
      boolean known =
          there.getOrDefault(row.rule().id(), none).stream()
              .anyMatch(place -> same(place, row.place()));
      if (!known) {
        added.add(row.numbered(++last));
      }
    }
    insert(handle, added);
    Numbering.ANOMALIES.given(handle, last);
    insert(handle, evaluation.raised(added.size()));
    return added.size();
  }

  private static boolean same(AnomalyRow.PlaceRow a, AnomalyRow.PlaceRow b) {
    return a.kind().equals(b.kind())
        && a.element().equals(b.element())
        && a.outage().equals(b.outage());
  }

  private static void insert(Handle handle, List<AnomalyRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO anomaly (number, market, trading_date, cycle, version, rule_id, rule_type,"
                + " severity, place_kind, element, outage, zone, owner, period, period_count,"
                + " measured, threshold, unit, raised_at, state, step) VALUES (:number, :market,"
                + " :date, :cycle, :version, :rule, :type, :severity, :kind, :element, :outage,"
                + " :zone, :owner, :period, :count, :value, :threshold, :unit, :at, :state,"
                + " :step)");
    for (AnomalyRow row : rows) {
      batch
          .bind("number", row.number())
          .bind("market", row.of().market())
          .bind("date", row.of().date())
          .bind("cycle", row.of().cycle())
          .bind("version", row.of().version())
          .bind("rule", row.rule().id())
          .bind("type", row.rule().type())
          .bind("severity", row.rule().severity())
          .bind("kind", row.place().kind())
          .bind("element", row.place().element())
          .bind("outage", row.place().outage())
          .bind("zone", row.place().zone())
          .bind("owner", row.place().owner())
          .bind("period", row.found().period())
          .bind("count", row.found().periodCount())
          .bind("value", row.found().value())
          .bind("threshold", row.found().threshold())
          .bind("unit", row.found().unit())
          .bind("at", row.raisedAt())
          .bind("state", row.state())
          .bind("step", row.step())
          .add();
    }
    batch.execute();
  }

  private static void insert(Handle handle, EvaluationRow row) {
    int last =
        handle
            .createQuery("SELECT COALESCE(MAX(number), 0) FROM anomaly_evaluation WHERE " + OF)
            .bindMap(bound(row.of()))
            .mapTo(Integer.class)
            .one();
    handle
        .createUpdate(
            "INSERT INTO anomaly_evaluation (market, trading_date, cycle, version, number,"
                + " rules_version, evidence_hash, raised, not_judged, judged_by, judged_at) VALUES"
                + " (:market, :date, :cycle, :version, :number, :rules, :evidence, :raised,"
                + " :notJudged, :by, :at)")
        .bindMap(bound(row.of()))
        .bind("number", last + 1)
        .bind("rules", row.rulesVersion())
        .bind("evidence", row.evidenceHash())
        .bind("raised", row.raised())
        .bind("notJudged", row.notJudged())
        .bind("by", row.by())
        .bind("at", row.at())
        .execute();
  }

  private static Map<String, Object> bound(VersionRow of) {
    return Map.of(
        "market", of.market(), "date", of.date(), "cycle", of.cycle(), "version", of.version());
  }

  /**
   * Makes a step, unless somebody made one since the anomaly was read.
   *
   * @return whether it was made
   */
  public boolean step(AnomalyRow read, TransitionRow transition) {
    return database.inTransaction(
        transaction -> {
          Handle handle = transaction.handle();
          int changed =
              handle
                  .createUpdate(
                      "UPDATE anomaly SET state = :to, step = :next WHERE number = :number AND"
                          + " state = :from AND step = :step")
                  .bind("to", transition.to())
                  .bind("next", transition.step())
                  .bind("number", read.number())
                  .bind("from", read.state())
                  .bind("step", read.step())
                  .execute();
          if (changed == 1) {
            insert(handle, transition);
          }
          return changed == 1;
        });
  }

  private static void insert(Handle handle, TransitionRow row) {
    handle
        .createUpdate(
            "INSERT INTO anomaly_transition (anomaly, step, from_state, to_state, measure, remark,"
                + " done_by, done_at) VALUES (:anomaly, :step, :from, :to, :measure, :remark, :by,"
                + " :at)")
        .bind("anomaly", row.anomaly())
        .bind("step", row.step())
        .bind("from", row.from())
        .bind("to", row.to())
        .bind("measure", row.measure())
        .bind("remark", row.remark())
        .bind("by", row.by())
        .bind("at", row.at())
        .execute();
  }

  /** Anomalies by date, market, cycle, version and number. */
  public List<AnomalyRow> list(Wanted wanted) {
    AnomalyCondition condition = AnomalyCondition.of(wanted);
    String sql =
        "SELECT * FROM anomaly WHERE "
            + condition.sql()
            + " ORDER BY trading_date, market, cycle, version, number";
    return database
        .jdbi()
        .withHandle(
            handle -> condition.bind(handle.createQuery(sql)).map(AnomalyMappers.ANOMALY).list());
  }

  /**
   * How many there are.
   *
   * @param market word of the market
   * @param severity label of the severity
   * @param count how many
   */
  public record Count(String market, String severity, long count) {}

  /**
   * How many are in one of some states, by market and severity; those that are none are left out.
   */
  public List<Count> counts(List<String> states) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT market, severity, COUNT(*) AS found FROM anomaly WHERE state IN"
                            + " (<states>) GROUP BY market, severity")
                    .bindList("states", states)
                    .map(
                        (row, context) ->
                            new Count(
                                row.getString("market"),
                                row.getString("severity"),
                                row.getLong("found")))
                    .list());
  }

  /** The anomalies of a version, by number. */
  public List<AnomalyRow> of(VersionRow of) {
    return database.jdbi().withHandle(handle -> of(handle, of));
  }

  private static List<AnomalyRow> of(Handle handle, VersionRow of) {
    return handle
        .createQuery("SELECT * FROM anomaly WHERE " + OF + " ORDER BY number")
        .bindMap(bound(of))
        .map(AnomalyMappers.ANOMALY)
        .list();
  }

  /** An anomaly; nothing if there is none of the number. */
  public Optional<AnomalyRow> find(long number) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM anomaly WHERE number = :number")
                    .bind("number", number)
                    .map(AnomalyMappers.ANOMALY)
                    .findOne());
  }

  /** Its transitions, in order. */
  public List<TransitionRow> transitions(long number) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM anomaly_transition WHERE anomaly = :number ORDER BY step")
                    .bind("number", number)
                    .map(AnomalyMappers.TRANSITION)
                    .list());
  }

  /** The last evaluation of a version; nothing if it was never judged. */
  public Optional<EvaluationRow> lastEvaluation(VersionRow of) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM anomaly_evaluation WHERE " + OF + " ORDER BY number DESC")
                    .bindMap(bound(of))
                    .map(AnomalyMappers.EVALUATION)
                    .findFirst());
  }
}
