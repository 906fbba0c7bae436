package org.gridclear.market.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesSet;

/** Breaches of one rule in one delivery; lives as long as the check. */
final class Breaches {
  private final CheckRule rule;
  private final SeriesSet set;
  private final Map<String, CheckFinding> first = new LinkedHashMap<>();
  private final Map<String, Integer> count = new LinkedHashMap<>();

  Breaches(CheckRule rule, SeriesSet set) {
    this.rule = rule;
    this.set = set;
  }

  /** What is done with a value that is there. */
  interface OfValue {
    void accept(String subject, int k, double value);
  }

  CheckRule rule() {
    return rule;
  }

  SeriesSet set() {
    return set;
  }

  void eachValue(OfValue check) {
    set.values()
        .forEach(
            (subject, column) -> {
              for (int k = 0; k < column.size(); k++) {
                int step = k;
                column.at(k).ifPresent(value -> check.accept(subject, step, value.doubleValue()));
              }
            });
  }

  /** A breach at a step of a subject; "" for all. */
  void add(String subject, int k, String value, String advice) {
    add(subject, new MarketClock(set.zone()).show(set.at(k)), value, advice);
  }

  /** A breach of the whole delivery. */
  void add(String subject, String value, String advice) {
    add(subject, "", value, advice);
  }

  private void add(String subject, String time, String value, String advice) {
    count.merge(subject, 1, Integer::sum);
    first.putIfAbsent(
        subject,
        new CheckFinding(
            rule.id(),
            rule.type().text(),
            rule.severity(),
            set.kind().label(),
            subject,
            time,
            value,
            advice));
  }

  List<CheckFinding> findings() {
    List<CheckFinding> findings = new ArrayList<>();
    first.forEach(
        (subject, found) -> {
          int more = Objects.requireNonNull(count.get(subject)) - 1;
          String value = found.value() + (more > 0 ? " (and %d more)".formatted(more) : "");
          findings.add(
              new CheckFinding(
                  found.rule(),
                  found.text(),
                  found.severity(),
                  found.kind(),
                  found.subject(),
                  found.time(),
                  value,
                  found.advice()));
        });
    return findings;
  }
}
