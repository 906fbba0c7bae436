package org.gridclear.settlement.reader;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gridclear.settlement.folder.SeriesPath;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Response of loads that is measured against a baseline: where it is called, what the load would
 * have taken less what it took, at least 0.
 */
final class Responses {
  /** Series of what a load would have taken. */
  static final String BASELINE = "baselineMwh";

  private final SettlementSource source;
  private final DayValues values;
  private final Map<Integer, int[]> baselines = new TreeMap<>();
  private final Map<Integer, Integer> lines = new TreeMap<>();
  private final Map<Integer, int[]> calls = new TreeMap<>();

  Responses(SettlementSource source, DayValues values) {
    this.source = source;
    this.values = values;
  }

  void baseline(int entity, int[] mwh, int line) {
    baselines.put(entity, mwh);
    lines.put(entity, line);
  }

  void called(int entity, int[] mwh) {
    calls.put(entity, mwh);
  }

  /** Who is paid for the response of a load: itself, or who stands for it on the day. */
  int owner(int entity, MeteredEnergy.Place place) {
    String aggregator = values.records[entity].aggregator();
    int owner = aggregator.isEmpty() ? entity : source.entity(aggregator);
    if (values.registered(owner)) {
      return owner;
    }
    place
        .log()
        .add(
            Rule.REGISTERED,
            SeriesPath.place(place.file(), place.line()),
            values.records[entity].id() + " aggregator",
            aggregator,
            "It is not registered on the day; register it, or name another in entities.csv.");
    return entity;
  }

  /** Gives responses to the loads, or those that stand for them, once energy is known. */
  void assign(IssueLog log) {
    baselines.forEach(
        (entity, baseline) -> {
          String id = values.records[entity].id();
          if (values.given(SettlementColumn.RESPONSE, entity)) {
            report(log, entity, Rule.ONE_SOURCE, id, "also responseMwh", "Remove one of the two.");
          } else if (!calls.containsKey(entity)) {
            report(log, entity, Rule.SERVICE_WHOLE, id, "no responseCalledMwh", "Give the calls.");
          } else if (!DayCompleteness.metered(values.records[entity].entityClass())) {
            report(log, entity, Rule.SERVICE_WHOLE, id, "no metered energy", "Name a load.");
          } else {
            respond(entity, baseline, log);
          }
        });
  }

  private void report(IssueLog log, int entity, Rule rule, String id, String value, String advice) {
    String name = log.file().substring(log.file().lastIndexOf('/') + 1);
    log.add(
        rule,
        name + " " + SeriesPath.place(log.file(), Objects.requireNonNull(lines.get(entity))),
        id + " " + BASELINE,
        value,
        advice);
  }

  private void respond(int entity, int[] baseline, IssueLog log) {
    int[] called = Objects.requireNonNull(calls.get(entity));
    int[] response = new int[baseline.length];
    for (int t = 0; t < response.length; t++) {
      int consumed = -values.at(SettlementColumn.METERED, entity, t);
      response[t] = called[t] > 0 ? Math.max(0, baseline[t] - consumed) : 0;
    }
    int line = Objects.requireNonNull(lines.get(entity));
    int owner = owner(entity, new MeteredEnergy.Place(log, log.file(), line));
    values.mark(SettlementColumn.RESPONSE, entity);
    values.add(SettlementColumn.RESPONSE, owner, response, 1);
  }
}
