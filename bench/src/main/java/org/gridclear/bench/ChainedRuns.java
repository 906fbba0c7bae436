package org.gridclear.bench;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.CostParts;
import org.gridclear.clearing.result.Prices;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.market.rule.Scope;
import org.gridclear.market.rule.Span;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;

/**
 * What a chain of runs did, put together as one schedule of the day and judged as one: each
 * run decides its first periods, the next ones decide the rest.
 */
final class ChainedRuns {
  private static final double[][] NONE = {};

  private final List<Part> parts = new ArrayList<>();
  private int periods;

  private record Part(int from, int kept, ClearingResult result) {}

  /**
   * Adds the next run.
   *
   * @param kept how many of its first periods it decides
   */
  void add(ClearingResult result, int kept) {
    parts.add(new Part(periods, kept, result));
    periods += kept;
  }

  /** SHA-256 over the bits of all that the runs decided, also of periods that later ones decide. */
  String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Part part : parts) {
        ClearingResult result = part.result();
        bits(digest, result.schedule().outputMw());
        bits(digest, result.schedule().profiledMw());
        bits(digest, result.schedule().levelMwh());
        bits(digest, result.prices().energyYuanPerMwh());
        bits(digest, result.prices().congestionYuanPerMwh());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static void bits(MessageDigest digest, double[][] table) {
    for (double[] row : table) {
      ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * row.length);
      bytes.asDoubleBuffer().put(row);
      digest.update(bytes);
    }
  }

  /** What could not be met in the periods that a run decided; of a day, the greatest amount. */
  List<Relaxation> relaxations() {
    List<Relaxation> all = new ArrayList<>();
    Map<String, Relaxation> ofDay = new LinkedHashMap<>();
    for (Part part : parts) {
      for (Relaxation r : part.result().relaxations()) {
        int period = r.period() < 0 ? -1 : r.period() + part.from();
        Relaxation moved =
            new Relaxation(
                r.constraint(),
                r.element(),
                period,
                r.day(),
                r.amount(),
                r.unit(),
                r.penaltyYuan());
        if (r.period() < 0) {
          ofDay.merge(
              r.constraint() + "|" + r.element() + "|" + r.day(),
              moved,
              (a, b) -> a.amount() >= b.amount() ? a : b);
        } else if (r.period() < part.kept()) {
          all.add(moved);
        }
      }
    }
    all.addAll(ofDay.values());
    return all;
  }

  /**
   * Everything that is wrong with the schedule of the chain as one of the whole day: every limit of
   * the day, what real time must hold of reserve, and the awards of the day-ahead market to units
   * that are in a status to hold them.
   *
   * @param day the day in the periods of the runs
   * @param plan what the day-ahead market handed on
   */
  List<Finding> audit(MarketDay day, InitialConditions plan) {
    List<ReserveRequirement> required =
        day.reserves().stream()
            .map(r -> Market.RT.has(day.rules().product(r.product()).kind()) ? r : nothing(r))
            .toList();
    ClearingCase whole = ClearingCase.of(day.withReserves(required));
    ClearingResult joined = joined(whole);
    List<ReserveProduct> products = plan.products(day, plan.horizon().minutesPerPeriod());
    List<RangeConstraint> ranges = new ArrayList<>(day.rules().ranges());
    for (InitialConditions.Award award : plan.awards()) {
      ranges.add(held(award, plan.horizon(), day, joined.schedule().committed()));
    }
    return ClearingAuditor.auditSchedule(
        ClearingCase.of(
            whole.day().withRules(day.rules().withProducts(products).withRanges(ranges))),
        joined);
  }

  private static ReserveRequirement nothing(ReserveRequirement of) {
    Series none = of.mw().map(mw -> 0);
    return new ReserveRequirement(
        of.id(), of.product(), of.scope(), none, 0, 0, false, of.shortfallYuanPerMwh());
  }

  private static RangeConstraint held(
      InitialConditions.Award award, Horizon planned, MarketDay day, boolean[][] on) {
    int g = 0;
    while (!day.thermalUnits().get(g).id().equals(award.unit())) {
      g++;
    }
    ReserveProduct.Kind kind = day.rules().product(award.product()).kind();
    boolean off = kind == ReserveProduct.Kind.NON_SPINNING;
    double[] least = new double[day.periodCount()];
    double[] most = new double[least.length];
    Arrays.fill(most, Double.POSITIVE_INFINITY);
    for (int t = 0; t < least.length; t++) {
      int minute = t * day.horizon().minutesPerPeriod();
      least[t] = on[g][t] != off ? award.mw()[minute / planned.minutesPerPeriod()] : 0;
    }
    return new RangeConstraint(
        "award of %s to %s".formatted(award.product(), award.unit()),
        RangeKind.AWARD,
        Scope.unit(award.unit()),
        true,
        0,
        least.length,
        Span.PERIOD,
        Series.of(least),
        Series.of(most),
        award.product(),
        0,
        -1);
  }

  /** The chain as a result of the whole day, without costs and prices. */
  private ClearingResult joined(ClearingCase whole) {
    MarketDay day = whole.day();
    if (periods != day.periodCount()) {
      throw new IllegalArgumentException(
          "The runs decide %d periods, the day has %d.".formatted(periods, day.periodCount()));
    }
    ClearingResult first = parts.get(0).result();
    boolean[][] on = statuses(day.thermalUnits().size());
    boolean[][] starts = new boolean[on.length][periods];
    for (int g = 0; g < on.length; g++) {
      InitialState initial = day.thermalUnits().get(g).initial();
      boolean before = initial == null ? on[g][0] : initial.on();
      for (int t = 0; t < periods; t++) {
        starts[g][t] = on[g][t] && !(t > 0 ? on[g][t - 1] : before);
      }
    }
    int products = first.schedule().reserveMw().length;
    double[][][] reserve = new double[products][][];
    for (int p = 0; p < products; p++) {
      int product = p;
      reserve[p] = table(schedule -> schedule.reserveMw()[product]);
    }
    Schedule schedule =
        new Schedule(
            on,
            starts,
            table(Schedule::outputMw),
            reserve,
            table(Schedule::profiledMw),
            table(Schedule::chargeMw),
            table(Schedule::dischargeMw),
            table(Schedule::levelMwh),
            table(Schedule::flexibleMw),
            table(Schedule::shedMw),
            table(Schedule::hvdcMw),
            table(Schedule::volumeMm3),
            table(Schedule::spillM3PerS),
            table(Schedule::variables));
    double[] lossMw = new double[periods];
    for (Part part : parts) {
      System.arraycopy(part.result().lossMw(), 0, lossMw, part.from(), part.kept());
    }
    return new ClearingResult(
        ClearingResult.Status.FEASIBLE,
        0,
        0,
        0,
        new CostParts(0, 0, 0, 0, 0, 0, 0),
        schedule,
        new Prices(NONE, NONE, NONE, NONE, NONE),
        lossMw,
        List.of(),
        List.of(),
        relaxations(),
        first.start(),
        null,
        first.statistics());
  }

  private boolean[][] statuses(int units) {
    boolean[][] on = new boolean[units][periods];
    for (Part part : parts) {
      for (int g = 0; g < units; g++) {
        System.arraycopy(
            part.result().schedule().committed()[g], 0, on[g], part.from(), part.kept());
      }
    }
    return on;
  }

  private double[][] table(Function<Schedule, double[][]> of) {
    int rows = of.apply(parts.get(0).result().schedule()).length;
    double[][] table = new double[rows][];
    Arrays.setAll(table, i -> new double[periods]);
    for (Part part : parts) {
      double[][] values = of.apply(part.result().schedule());
      for (int i = 0; i < rows; i++) {
        System.arraycopy(values[i], 0, table[i], part.from(), part.kept());
      }
    }
    return table;
  }
}
