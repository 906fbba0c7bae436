package org.gridclear.security.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.explain.PriceExplanation;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ClearingOptions.SecurityRounds;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.security.correction.SecureClearing;
import org.gridclear.security.verification.SecurityAudit.Judged;
import org.gridclear.security.verification.SecurityAudit.Verdict;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.Test;

/**
 * Small meshed grids drawn at random, with limits by period, interfaces of weights, an HVDC line
 * that the clearing decides, wind, and outages of branches, units, buses, HVDC lines and lists:
 * every grid that the auditor's power flow finds over a limit or lacking power is named.
 */
class RandomVerdictsTest {
  private static final int PERIODS = 2;

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String joined(List<String> parts) {
    return String.join(",\n", parts);
  }

  private static String series(Random random, double from, double to) {
    return IntStream.range(0, PERIODS)
        .mapToObj(t -> number(from + (to - from) * random.nextDouble()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** A ring with chords; loads of about 60 MW a bus. */
  private static String day(Random random) {
    int buses = 4 + random.nextInt(4);
    List<String> busRows = new ArrayList<>();
    List<String> branches = new ArrayList<>();
    List<String> units = new ArrayList<>();
    List<String> loads = new ArrayList<>();
    for (int b = 0; b < buses; b++) {
      boolean unit = b == 0 || random.nextInt(3) > 0;
      String type = b == 0 ? "reference" : unit ? "pv" : "pq";
      busRows.add("{\"id\": \"b%d\", \"type\": \"%s\"}".formatted(b, type));
      branches.add(branch(random, b, (b + 1) % buses, branches.size()));
      if (random.nextInt(3) == 0) {
        branches.add(branch(random, b, (b + 2) % buses, branches.size()));
      }
      if (unit) {
        units.add(unit(random, b));
      }
      loads.add("{\"bus\": \"b%d\", \"mw\": %s}".formatted(b, series(random, 10, 40)));
    }
    String wind =
        "{\"id\": \"wind\", \"bus\": \"b%d\", \"maxMw\": %s}"
            .formatted(1 + random.nextInt(buses - 1), series(random, 0, 60));
    String gate =
        ("{\"id\": \"gate\", \"limitMw\": %s, \"reverseLimitMw\": %s, \"terms\": [{\"branch\":"
                + " \"l0\", \"weight\": 1}, {\"branch\": \"l2\", \"weight\": -0.7}]}")
            .formatted(
                number(15 + 60 * random.nextDouble()), number(15 + 60 * random.nextDouble()));
    String dc =
        ("{\"id\": \"dc\", \"from\": \"b0\", \"to\": \"b2\", \"pFromMw\": 0, \"pMinMw\": -30,"
            + " \"pMaxMw\": 30, \"lossShare\": 0.03}");
    String limit =
        "{\"branch\": \"l1\", \"mw\": %s%s}"
            .formatted(
                series(random, 15, 60),
                random.nextBoolean() ? ", \"emergencyMw\": " + series(random, 15, 70) : "");
    return """
    {"name": "random", "horizon": {"periodCount": %d},
     "network": {"baseMva": 100, "buses": [%s], "branches": [%s], "flowgates": [%s],
       "hvdcLines": [%s]},
     "thermalUnits": [%s], "profiledUnits": [%s], "busLoads": [%s], "branchLimits": [%s],
     "rules": {"hvdcSchedules": [{"line": "dc"}], "contingencies": {"everyBranch": %s,
       "listed": [%s]}}}
    """
        .formatted(
            PERIODS,
            joined(busRows),
            joined(branches),
            gate,
            dc,
            joined(units),
            wind,
            joined(loads),
            limit,
            random.nextBoolean(),
            joined(outages(buses)));
  }

  private static String branch(Random random, int from, int to, int number) {
    double x = 0.03 + 0.1 * random.nextDouble();
    double normal = 30 + 90 * random.nextDouble();
    return ("{\"id\": \"l%d\", \"from\": \"b%d\", \"to\": \"b%d\", \"rPu\": %s, \"xPu\": %s,"
            + " \"ratings\": {\"normalMva\": %s, \"emergencyMva\": %s}}")
        .formatted(
            number,
            from,
            to,
            number(x * random.nextDouble() * 0.6),
            number(x),
            number(normal),
            number(normal * (0.8 + 0.5 * random.nextDouble())));
  }

  private static String unit(Random random, int bus) {
    double most = 60 + 120 * random.nextDouble();
    double least = random.nextInt(3) == 0 ? 0.2 * most : 0;
    double price = 100 + 400 * random.nextDouble();
    String mw = random.nextBoolean() ? "" : ", \"pMaxMw\": " + series(random, 0.6 * most, most);
    return ("{\"id\": \"g%d\", \"bus\": \"b%d\", \"offers\": [{\"mw\": [%s, %s], \"yuanPerH\": [%s,"
            + " %s]}]%s, \"initial\": {\"on\": true, \"hours\": 20, \"powerMw\": %s}}")
        .formatted(
            bus,
            bus,
            number(least),
            number(most),
            number(least * price),
            number(most * price),
            mw,
            number(0.5 * most));
  }

  private static List<String> outages(int buses) {
    return List.of(
        "{\"id\": \"unit\", \"generators\": [\"g0\"]}",
        "{\"id\": \"wind\", \"generators\": [\"wind\"]}",
        "{\"id\": \"bus\", \"buses\": [\"b%d\"]}".formatted(buses - 1),
        "{\"id\": \"far\", \"buses\": [\"b1\"]}",
        "{\"id\": \"dc\", \"hvdcLines\": [\"dc\"]}",
        "{\"id\": \"list\", \"branches\": [\"l1\"], \"generators\": [\"g0\"]}",
        "{\"id\": \"same\", \"generators\": [\"g0\"], \"branches\": [\"l1\"]}");
  }

  /**
   * Among them losses drawn at lost buses (6, 20), interfaces after outages (44, 58), and outages
   * of wind that does not blow (41).
   */
  @Test
  void whatTheAuditorFindsIsNamed() {
    List<String> wrong = new ArrayList<>();
    int[] counts = new int[Verdict.values().length];
    for (int seed : new int[] {6, 41, 58}) {
      ClearingCase clearingCase = ClearingCase.of(Days.read(day(new Random(seed))));
      ClearingResult result = clear(clearingCase, seed % 2 == 0);
      SecurityAudit.solveAll(
          clearingCase, result, PERIODS, judged -> take(seed, judged, counts, wrong));
      explained(clearingCase, result);
      ClearingAuditor.audit(clearingCase, result)
          .forEach(finding -> wrong.add(seed + " audit: " + finding.line()));
      SecurityAudit.audit(clearingCase, result, false, Deadline.never())
          .findings()
          .forEach(finding -> wrong.add(seed + " sample: " + finding.line()));
    }
    assertEquals(List.of(), wrong);
    for (Verdict verdict : List.of(Verdict.NONE, Verdict.SECURE, Verdict.NAMED_OVER)) {
      assertTrue(counts[verdict.ordinal()] > 0, "nothing was " + verdict);
    }
  }

  /** Binding limits explain the congestion component of every price. */
  private static void explained(ClearingCase clearingCase, ClearingResult result) {
    for (int b = 0; b < clearingCase.day().network().buses().size(); b++) {
      for (int t = 0; t < PERIODS; t++) {
        PriceExplanation why = PriceExplanation.of(clearingCase, result, b, t);
        double sum = why.limits().stream().mapToDouble(each -> each.yuanPerMwh()).sum();
        double price = result.prices().congestionYuanPerMwh()[b][t];
        assertEquals(price, sum, 1e-4 * Math.max(1, Math.abs(price)), "bus " + b);
      }
    }
  }

  private static ClearingResult clear(ClearingCase clearingCase, boolean losses) {
    ClearingOutcome outcome =
        SecureClearing.clear(
            clearingCase,
            ClearingOptions.DEFAULT
                .withLosses(losses)
                .withGap(1e-4)
                .withSecurity(new SecurityRounds(6, false)),
            ClearingContext.of(HighsSolver.find().orElseThrow()));
    return assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
  }

  private static void take(int seed, Judged judged, int[] counts, List<String> wrong) {
    counts[judged.verdict().ordinal()]++;
    switch (judged.verdict()) {
      case OVER, LACKING, UNSOLVED -> wrong.add(seed + ": " + judged);
      default -> {}
    }
  }
}
