package org.gridclear.io.matpower;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.network.Generator;
import org.gridclear.network.GeneratorCost;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/** Reads the tables gen and gencost of a MATPOWER case. */
final class MatpowerGenerators {
  static final String COLUMNS =
      "GEN_BUS PG QG QMAX QMIN VG MBASE GEN_STATUS PMAX PMIN PC1 PC2 QC1MIN QC1MAX QC2MIN QC2MAX"
          + " RAMP_AGC RAMP_10 RAMP_30 RAMP_Q APF MU_PMAX MU_PMIN MU_QMAX MU_QMIN";

  private final MatpowerTable gen;
  private final MatpowerTable cost;
  private final List<String> fuels;
  private final double baseMva;
  private final IssueLog log;

  MatpowerGenerators(
      MatpowerTable gen, MatpowerTable cost, List<String> fuels, double baseMva, IssueLog log) {
    this.baseMva = baseMva;
    this.gen = gen;
    this.cost = cost;
    this.fuels = fuels;
    this.log = log;
  }

  List<Generator> read() {
    if (cost.size() != 0 && cost.size() != gen.size() && cost.size() != 2 * gen.size()) {
      log.add(
          Rule.SERIES_LENGTH,
          "document",
          "gencost",
          cost.size() + " rows",
          "Give one per generator (%d), or two.".formatted(gen.size()));
    }
    List<Generator> generators = new ArrayList<>();
    for (int r = 0; r < gen.size(); r++) {
      generators.add(generator(r));
    }
    for (String column : List.of("MU_PMAX", "MU_PMIN", "MU_QMAX", "MU_QMIN")) {
      gen.unused(
          column, value -> value != 0, "It is a result of an optimal power flow and is not used.");
    }
    gen.unused("RAMP_Q", value -> value != 0, "Reactive power may change at once; it is kept.");
    gen.unused(
        "MBASE",
        value -> value != 0 && value != baseMva,
        "It is not the base of the case. It is kept; nothing is in p.u. of it.");
    gen.noticeRest();
    cost.unused("SHUTDOWN", value -> value != 0, "A stop costs nothing in a market day.");
    return generators;
  }

  private Generator generator(int r) {
    return new Generator(
        "G" + (r + 1),
        gen.bus(r, "GEN_BUS"),
        fuels.isEmpty() ? "" : fuels.get(r),
        gen.number(r, "PG"),
        gen.number(r, "QG"),
        gen.limit(r, "QMIN"),
        gen.limit(r, "QMAX"),
        gen.number(r, "VG"),
        gen.limit(r, "PMIN"),
        gen.limit(r, "PMAX"),
        gen.number(r, "RAMP_10"),
        gen.number(r, "APF"),
        gen.runs(r, "GEN_STATUS"),
        r < cost.size() ? cost(r, gen.element(r)) : null,
        capability(r),
        gen.size() + r < cost.size() ? reactive(r) : null,
        new Generator.Machine(
            gen.number(r, "MBASE"),
            gen.number(r, "RAMP_AGC"),
            gen.number(r, "RAMP_30"),
            gen.number(r, "RAMP_Q")));
  }

  private @Nullable GeneratorCost reactive(int r) {
    GeneratorCost curve = cost(gen.size() + r, gen.element(r));
    log.notice(
        Rule.FIELD_USED,
        "gencost row",
        String.valueOf(gen.size() + r + 1),
        "COST",
        "reactive power",
        "Reactive power has no price in a market day; the curve is kept.");
    return curve;
  }

  /** The sloping sides where the two outputs differ; MATPOWER has none where they are equal. */
  private Generator.@Nullable Capability capability(int r) {
    double p1 = gen.number(r, "PC1");
    double p2 = gen.number(r, "PC2");
    double q1Min = gen.number(r, "QC1MIN");
    double q1Max = gen.number(r, "QC1MAX");
    double q2Min = gen.number(r, "QC2MIN");
    double q2Max = gen.number(r, "QC2MAX");
    if (p1 > p2) {
      log.add(Rule.LIMITS_ORDERED, gen.element(r), "PC1", p1, "Its PC2 is %s.".formatted(p2));
    } else if (p1 == p2) {
      if (p1 != 0 || q1Min != 0 || q1Max != 0 || q2Min != 0 || q2Max != 0) {
        log.notice(
            Rule.TAKEN_AS,
            "gen row",
            String.valueOf(r + 1),
            "PC1",
            p1,
            "It equals PC2: there is no capability curve.");
      }
      return null;
    }
    ordered(r, "QC2MAX", q2Max, "QC1MAX", q1Max);
    ordered(r, "QC1MIN", q1Min, "QC2MIN", q2Min);
    ordered(r, "QC1MIN", q1Min, "QC1MAX", q1Max);
    ordered(r, "QC2MIN", q2Min, "QC2MAX", q2Max);
    return new Generator.Capability(p1, q1Min, q1Max, p2, q2Min, q2Max);
  }

  private void ordered(int r, String lesser, double least, String greater, double most) {
    if (least > most) {
      log.add(
          Rule.LIMITS_ORDERED,
          gen.element(r),
          lesser,
          least,
          "Its %s is %s.".formatted(greater, most));
    }
  }

  private @Nullable GeneratorCost cost(int r, String owner) {
    double model = cost.number(r, "MODEL");
    double ncost = cost.number(r, "NCOST");
    boolean piecewise = model == 1;
    if (!piecewise && model != 2) {
      log.add(
          Rule.FIELD_TYPE,
          cost.element(r),
          "MODEL",
          model,
          "Use 1 piecewise linear, 2 polynomial.");
      return null;
    }
    List<Double> given = cost.rest(r, "COST");
    int used = piecewise ? 2 * (int) ncost : (int) ncost;
    if ((int) ncost != ncost || ncost < (piecewise ? 2 : 1) || used > given.size()) {
      log.add(
          Rule.SERIES_LENGTH,
          cost.element(r),
          "NCOST",
          ncost,
          "The row has %d numbers behind it.".formatted(given.size()));
      return null;
    }
    List<Double> polynomial = new ArrayList<>();
    List<Double> mw = new ArrayList<>();
    List<Double> money = new ArrayList<>();
    for (int k = 0; k < given.size(); k++) {
      double value = given.get(k);
      if (k >= used) {
        unusedEnd(r, value);
      } else if (!Double.isFinite(value)) {
        log.add(Rule.NUMBER_FINITE, cost.element(r), "COST", value, "Give a finite number.");
        return null;
      } else if (piecewise) {
        (k % 2 == 0 ? mw : money).add(value);
      } else {
        polynomial.add(0, value);
      }
    }
    return rising(r, owner, mw)
        ? new GeneratorCost(
            cost.number(r, "STARTUP"), cost.number(r, "SHUTDOWN"), polynomial, mw, money)
        : null;
  }

  /** Whether the outputs of a piecewise linear cost rise. */
  private boolean rising(int r, String owner, List<Double> mw) {
    for (int k = 1; k < mw.size(); k++) {
      if (!(mw.get(k) > mw.get(k - 1))) {
        log.add(
            Rule.OFFER_RISING,
            cost.element(r),
            "COST",
            mw.get(k),
            "It is the cost of %s; give rising outputs.".formatted(owner));
        return false;
      }
    }
    return true;
  }

  private void unusedEnd(int r, double value) {
    if (value != 0) {
      log.notice(
          Rule.FIELD_USED,
          "gencost row",
          String.valueOf(r + 1),
          "COST",
          value,
          "It stands behind the NCOST numbers of the row and is not used.");
    }
  }
}
