package org.gridclear.bench.day;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridclear.file.Sha256;

/**
 * Looks at what a day left, in its database, its folders and at its partner, with SQL of its own,
 * and holds it against the same day that nothing disturbed.
 *
 * @param database the day under faults
 * @param calm the day that nothing disturbed
 * @param market folder of the day under faults
 * @param partner who was handed things to
 */
record DayAuditor(Connection database, Connection calm, Path market, Partner partner) {
  private static final String RUN = "market, trading_date, cycle";

  /** What was looked at, with how many there are, and what is wrong. */
  record Verdict(Map<String, Integer> looked, List<String> faults) {}

  Verdict judge() throws IOException {
    Map<String, Integer> looked = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    versions(looked, faults);
    anomalies(looked, faults);
    approvals(looked, faults);
    publications(looked, faults);
    messages(looked, faults);
    outbox(looked, faults);
    folder(ExtendedDay.FOLDER, "out/ems", looked, faults);
    folder(ExtendedDay.MESSAGES, "out/mail", looked, faults);
    partner(looked, faults);
    workflows(looked, faults);
    return new Verdict(looked, faults);
  }

  private void same(String what, String sql, Map<String, Integer> looked, List<String> faults) {
    Map<String, Integer> left = new TreeMap<>();
    List<String> rows = Snapshots.rows(database, sql);
    Snapshots.rows(calm, sql).forEach(row -> left.merge(row, 1, Integer::sum));
    rows.forEach(row -> left.merge(row, -1, Integer::sum));
    left.forEach(
        (row, count) -> {
          if (count != 0) {
            faults.add("%s: %s %s".formatted(what, count > 0 ? "lost" : "too many", row));
          }
        });
    looked.put(what, rows.size());
  }

  private void none(String what, String sql, List<String> faults) {
    Snapshots.rows(database, sql).forEach(row -> faults.add("%s: %s".formatted(what, row)));
  }

  private void versions(Map<String, Integer> looked, List<String> faults) {
    same(
        "versions with the hashes of the undisturbed day",
        "SELECT "
            + RUN
            + ", version, case_hash, outcome_hash, provenance, alarms, blocks, made_by"
            + " FROM day_version",
        looked,
        faults);
  }

  private void anomalies(Map<String, Integer> looked, List<String> faults) {
    same(
        "anomalies",
        "SELECT "
            + RUN
            + ", version, rule_id, place_kind, element, outage, period, period_count, measured,"
            + " threshold, state, step FROM anomaly",
        looked,
        faults);
    none(
        "a version that nobody judged",
        "SELECT market, trading_date, cycle, version FROM day_version v WHERE NOT EXISTS (SELECT 1"
            + " FROM anomaly_evaluation e WHERE e.market = v.market"
            + " AND e.trading_date = v.trading_date AND e.cycle = v.cycle"
            + " AND e.version = v.version)",
        faults);
  }

  private void approvals(Map<String, Integer> looked, List<String> faults) {
    same(
        "transitions of versions",
        "SELECT "
            + RUN
            + ", version, from_state, to_state, CASE WHEN account LIKE 'scheduler-%'"
            + " THEN 'demo' ELSE account END FROM version_transition",
        looked,
        faults);
    none(
        "approved twice",
        "SELECT "
            + RUN
            + ", version, count(*) FROM version_transition WHERE to_state = 'APPROVED'"
            + " GROUP BY "
            + RUN
            + ", version HAVING count(*) > 1",
        faults);
    none(
        "approved by who made it",
        "SELECT t.market, t.trading_date, t.cycle, t.version, t.account FROM version_transition t"
            + " JOIN day_version v ON v.market = t.market AND v.trading_date = t.trading_date"
            + " AND v.cycle = t.cycle AND v.version = t.version"
            + " WHERE t.to_state = 'APPROVED' AND t.account = v.made_by",
        faults);
  }

  private void publications(Map<String, Integer> looked, List<String> faults) {
    same(
        "publications",
        "SELECT kind, " + RUN + ", version, action, content_hash FROM publication",
        looked,
        faults);
    none(
        "published twice",
        "SELECT kind, "
            + RUN
            + ", version, action, count(*) FROM publication WHERE market <> '' GROUP BY kind, "
            + RUN
            + ", version, action HAVING count(*) > 1",
        faults);
    none(
        "published before it was approved",
        "SELECT p.kind, p.market, p.trading_date, p.cycle, p.version FROM publication p"
            + " WHERE p.market <> '' AND NOT EXISTS (SELECT 1 FROM version_transition a,"
            + " version_transition b WHERE a.market = p.market AND a.trading_date = p.trading_date"
            + " AND a.cycle = p.cycle AND a.version = p.version AND a.to_state = 'APPROVED'"
            + " AND b.market = p.market AND b.trading_date = p.trading_date AND b.cycle = p.cycle"
            + " AND b.version = p.version AND b.to_state = 'PUBLISHED' AND a.step < b.step"
            + " AND a.made_at <= p.made_at)",
        faults);
  }

  private void messages(Map<String, Integer> looked, List<String> faults) {
    same(
        "messages",
        "SELECT p.kind, p.market, p.trading_date, p.cycle, p.version, p.action, m.recipient"
            + " FROM message m JOIN publication p ON p.number = m.publication",
        looked,
        faults);
    none(
        "a number twice",
        "SELECT number, count(*) FROM message GROUP BY number HAVING count(*) > 1",
        faults);
  }

  private void outbox(Map<String, Integer> looked, List<String> faults) {
    same(
        "entries of channels",
        "SELECT channel, market, trading_date, cycle, version, action FROM exchange_outbox",
        looked,
        faults);
    none(
        "not delivered",
        "SELECT channel, id, state FROM exchange_outbox WHERE state <> 'SENT'",
        faults);
    none(
        "numbers of a channel with a gap or twice",
        "SELECT channel, count(*), count(DISTINCT sequence), min(sequence), max(sequence)"
            + " FROM exchange_outbox GROUP BY channel HAVING count(*) <> max(sequence)"
            + " OR count(DISTINCT sequence) <> count(*) OR min(sequence) <> 1",
        faults);
    none(
        "handed on and not in force",
        "SELECT o.channel, o.id FROM exchange_outbox o WHERE o.market <> '' AND NOT EXISTS"
            + " (SELECT 1 FROM version_transition a WHERE a.market = o.market"
            + " AND a.trading_date = o.trading_date AND a.cycle = o.cycle"
            + " AND a.version = o.version AND a.to_state = 'APPROVED' AND a.made_at <= o.made_at)",
        faults);
    none(
        "a message in no channel",
        "SELECT m.number FROM message m WHERE m.recipient IN (SELECT o2.r FROM (SELECT"
            + " DISTINCT m2.recipient AS r FROM message m2, exchange_outbox e WHERE e.channel = '"
            + ExtendedDay.MESSAGES
            + "' AND e.id = 'message/' || m2.number) o2) AND NOT EXISTS (SELECT 1 FROM"
            + " exchange_outbox e WHERE e.channel = '"
            + ExtendedDay.MESSAGES
            + "' AND e.id = 'message/' || m.number)",
        faults);
  }

  /** A partner that looks into a folder finds each entry once, with its content. */
  private void folder(
      String channel, String place, Map<String, Integer> looked, List<String> faults)
      throws IOException {
    Map<String, String> wanted = new HashMap<>();
    for (String row :
        Snapshots.rows(
            database,
            "SELECT sequence, id, content_hash FROM exchange_outbox WHERE channel = '%s'"
                .formatted(channel))) {
      String[] cells = row.split("\\|", -1);
      wanted.put(
          "%012d-%s.json".formatted(Long.parseLong(cells[0]), cells[1].replace('/', '-')),
          cells[2]);
    }
    int files = 0;
    try (Stream<Path> all = Files.list(market.resolve(place))) {
      for (Path file : all.toList()) {
        files++;
        String hash = wanted.remove(file.getFileName().toString());
        if (hash == null) {
          faults.add("%s: nobody handed on %s".formatted(channel, file.getFileName()));
        } else if (!hash.equals(Sha256.hex(Files.readAllBytes(file)))) {
          faults.add("%s: %s has another content".formatted(channel, file.getFileName()));
        }
      }
    }
    wanted.keySet().forEach(name -> faults.add("%s: lost %s".formatted(channel, name)));
    looked.put("files of " + channel, files);
  }

  private void partner(Map<String, Integer> looked, List<String> faults) {
    faults.addAll(partner.faults());
    Map<String, String> taken = partner.taken();
    looked.put("taken by the partner", taken.size());
    looked.put("sent to it again, as its answer was lost", partner.repeated());
    for (String row :
        Snapshots.rows(
            database,
            "SELECT id, content_hash FROM exchange_outbox WHERE channel = '%s'"
                .formatted(ExtendedDay.PARTNER))) {
      int bar = row.lastIndexOf('|');
      String hash = taken.remove(row.substring(0, bar));
      if (hash == null) {
        faults.add("the partner never got " + row);
      } else if (!hash.equals(row.substring(bar + 1))) {
        faults.add("the partner has another content of " + row);
      }
    }
    taken.keySet().forEach(id -> faults.add("the partner has what nobody handed on: " + id));
  }

  private void workflows(Map<String, Integer> looked, List<String> faults) {
    same(
        "nodes of workflows",
        "SELECT workflow, trading_date, cycle, run, node, state FROM workflow_node",
        looked,
        faults);
    none(
        "a node done twice",
        "SELECT workflow, trading_date, cycle, run, node, count(*) FROM workflow_transition"
            + " WHERE state = 'done' AND node <> '' GROUP BY workflow, trading_date, cycle, run,"
            + " node HAVING count(*) > 1",
        faults);
    looked.put(
        "nodes taken from a silent scheduler",
        Snapshots.rows(
                database, "SELECT 1 FROM workflow_transition WHERE reason LIKE '%was silent for%'")
            .size());
    looked.put(
        "nodes run again, as how they ended could not be kept",
        Snapshots.rows(
                database,
                "SELECT 1 FROM workflow_transition WHERE reason LIKE 'how it ended could not be%'")
            .size());
    looked.put(
        "tries that failed and were made again",
        Snapshots.rows(
                database, "SELECT 1 FROM workflow_transition WHERE reason LIKE 'failed, again%'")
            .size());
  }
}
