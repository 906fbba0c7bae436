package org.gridclear.market.anomaly.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.market.anomaly.rule.CaseEvidence.Outside;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;

/** Rules about outputs, balance and reserve (I-03). */
final class PlanChecks {
  private static final String MW = "MW";
  private static final String BALANCE = "B-14";

  private final JudgedDay day;
  private final Findings findings;

  PlanChecks(JudgedDay day, Findings findings) {
    this.day = day;
    this.findings = findings;
  }

  void check(AnomalyRule rule) {
    switch (rule.type()) {
      case OUTPUT_LIMIT -> outputs(rule);
      case BALANCE_SLACK -> slack(rule);
      case RESERVE_SHORT -> reserve(rule);
      default -> allShed(rule);
    }
  }

  private Optional<ResultBlock> block(AnomalyRule rule, ResultKind kind) {
    Optional<ResultBlock> block = day.block(kind);
    if (block.isEmpty()) {
      findings.notJudged(rule, "the version has no " + kind.word());
    }
    return block;
  }

  /** By the limits of the case where they are known, else by what the units have available. */
  private void outputs(AnomalyRule rule) {
    if (day.evidence().isPresent()) {
      Map<String, Place> units = places(ResultKind.UNITS, "unit");
      Map<String, Place> storages = places(ResultKind.STORAGE, "storage");
      findings.look(
          rule,
          MW,
          found -> {
            for (Outside each : day.evidence().get().outside()) {
              Map<String, Place> known = each.kind().equals("unit") ? units : storages;
              Place place = known.getOrDefault(each.unit(), Place.of(each.kind(), each.unit()));
              double beyond = Math.abs(each.mw() - each.limitMw());
              if (beyond > rule.limit()) {
                found.add(place, each.period(), each.mw(), each.limitMw(), beyond);
              }
            }
          });
    } else {
      block(rule, ResultKind.UNITS).ifPresent(units -> overAvailable(rule, units));
    }
  }

  private void overAvailable(AnomalyRule rule, ResultBlock units) {
    BlockNumbers mw = new BlockNumbers(units, "mw");
    BlockNumbers available = new BlockNumbers(units, "availableMw");
    findings.look(
        rule,
        MW,
        found -> {
          for (int u = 0; u < mw.elements(); u++) {
            for (int t = 0; t < mw.periods(); t++) {
              double beyond = mw.at(u, t) - available.at(u, t);
              if (beyond > rule.limit()) {
                found.add(place(mw, u, "unit"), t + 1, mw.at(u, t), available.at(u, t), beyond);
              }
            }
          }
        });
  }

  private Map<String, Place> places(ResultKind kind, String key) {
    Map<String, Place> places = new HashMap<>();
    day.block(kind)
        .ifPresent(
            block -> {
              for (int e = 0; e < block.elements().length; e++) {
                places.put(
                    block.text(e, key),
                    new Place(
                        key,
                        block.text(e, key),
                        "",
                        block.text(e, "zone"),
                        block.text(e, "owner")));
              }
            });
    return places;
  }

  private static Place place(BlockNumbers rows, int here, String key) {
    return new Place(
        key, rows.text(here, key), "", rows.text(here, "zone"), rows.text(here, "owner"));
  }

  private void slack(AnomalyRule rule) {
    block(rule, ResultKind.BALANCE)
        .ifPresent(
            balance -> {
              BlockNumbers shed = new BlockNumbers(balance, "shedMw");
              findings.look(
                  rule,
                  MW,
                  found -> {
                    for (int t = 0; t < shed.periods(); t++) {
                      int period = t;
                      double mw =
                          day.evidence().map(known -> slackMw(known, period)).orElse(shed.at(0, t));
                      if (mw > rule.limit()) {
                        found.add(Place.SYSTEM, t + 1, mw, rule.limit(), mw);
                      }
                    }
                  });
            });
  }

  /** Load and losses that nobody serves, output that nobody takes. */
  private static double slackMw(CaseEvidence evidence, int t) {
    return evidence.relaxed().stream()
        .filter(each -> each.constraint().equals(BALANCE) && each.period() == t)
        .mapToDouble(Relaxation::amount)
        .sum();
  }

  private void reserve(AnomalyRule rule) {
    block(rule, ResultKind.RESERVES)
        .ifPresent(
            reserves -> {
              BlockNumbers missing = new BlockNumbers(reserves, "missingMw");
              BlockNumbers required = new BlockNumbers(reserves, "requiredMw");
              findings.look(
                  rule,
                  MW,
                  found -> {
                    for (int r = 0; r < missing.elements(); r++) {
                      String product = missing.text(r, "product");
                      if (missing.text(r, "requirement").isEmpty() || !rule.holdsFor(product)) {
                        continue;
                      }
                      Place place =
                          Place.of("reserve", product + " " + missing.text(r, "requirement"));
                      for (int t = 0; t < missing.periods(); t++) {
                        double mw = missing.at(r, t);
                        if (mw > rule.limit()) {
                          double asked = required.at(r, t);
                          found.add(place, t + 1, asked - mw, asked, mw);
                        }
                      }
                    }
                  });
            });
  }

  private void allShed(AnomalyRule rule) {
    block(rule, ResultKind.BALANCE)
        .ifPresent(
            balance -> {
              BlockNumbers shed = new BlockNumbers(balance, "shedMw");
              BlockNumbers load = new BlockNumbers(balance, "loadMw");
              findings.look(
                  rule,
                  MW,
                  found -> {
                    for (int t = 0; t < shed.periods(); t++) {
                      double limit = rule.limit() * load.at(0, t);
                      if (load.at(0, t) > 0 && shed.at(0, t) >= limit) {
                        found.add(Place.SYSTEM, t + 1, shed.at(0, t), limit, shed.at(0, t));
                      }
                    }
                  });
            });
  }
}
