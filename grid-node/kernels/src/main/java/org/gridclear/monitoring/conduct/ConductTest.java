package org.gridclear.monitoring.conduct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;

/** Holds the offer of a unit against its reference, part by part (EQ-14). */
public final class ConductTest {
  private static final double SAME = 1e-9;

  private ConductTest() {}

  /** A part of an offer. */
  public enum Part {
    /** The price of a segment, yuan/MWh. */
    ENERGY,
    /** The cost of a start, yuan. */
    START,
    /** The cost of running at least output, yuan/h. */
    NO_LOAD
  }

  /**
   * A part that lies too far above its reference; of several of a kind the one that is furthest.
   *
   * @param unit id of the unit
   * @param part the part
   * @param period period, counted from 0
   * @param offered what is asked for
   * @param reference what the reference asks for
   * @param allowed what would pass
   */
  public record Failure(
      String unit, Part part, int period, double offered, double reference, double allowed) {
    private double excess() {
      return offered - allowed;
    }
  }

  /**
   * The parts of a unit with commitment that fail; none where it passes.
   *
   * @param offered the unit as it offers
   * @param reference the same unit as its reference would have it offer
   * @param periods number of periods
   */
  public static List<Failure> of(
      ThermalUnit offered, ThermalUnit reference, ConductThresholds thresholds, int periods) {
    List<Failure> energy = new ArrayList<>();
    List<Failure> noLoad = new ArrayList<>();
    for (int t = 0; t < periods; t++) {
      OfferCurve curve = offered.offer(t);
      OfferCurve of = reference.offer(t);
      for (int k = 0; k < curve.segmentCount(); k++) {
        double fair = price(of, (curve.mw().get(k) + curve.mw().get(k + 1)) / 2);
        double allowed = thresholds.energyYuanPerMwh(fair);
        add(energy, offered.id(), Part.ENERGY, t, curve.priceYuanPerMwh(k), fair, allowed);
      }
      double least = of.firstYuanPerH();
      double allowed = least + thresholds.noLoadShare() * Math.abs(least);
      add(noLoad, offered.id(), Part.NO_LOAD, t, curve.firstYuanPerH(), least, allowed);
    }
    List<Failure> starts = new ArrayList<>();
    int categories = Math.min(offered.startCategories().size(), reference.startCategories().size());
    for (int c = 0; c < categories; c++) {
      StartCategory fair = reference.startCategories().get(c);
      double allowed = fair.costYuan() * (1 + thresholds.startShare());
      double asked = offered.startCategories().get(c).costYuan();
      add(starts, offered.id(), Part.START, 0, asked, fair.costYuan(), allowed);
    }
    List<Failure> worst = new ArrayList<>();
    List.of(energy, noLoad, starts).forEach(each -> furthest(each).ifPresent(worst::add));
    return worst;
  }

  /** The same of a unit without commitment, which asks for a price. */
  public static List<Failure> of(
      ProfiledUnit offered, ProfiledUnit reference, ConductThresholds thresholds, int periods) {
    List<Failure> energy = new ArrayList<>();
    for (int t = 0; t < periods; t++) {
      double fair = reference.priceYuanPerMwh().at(t);
      double allowed = thresholds.energyYuanPerMwh(fair);
      double asked = offered.priceYuanPerMwh().at(t);
      add(energy, offered.id(), Part.ENERGY, t, asked, fair, allowed);
    }
    return furthest(energy).map(List::of).orElseGet(List::of);
  }

  private static void add(
      List<Failure> failures,
      String unit,
      Part part,
      int period,
      double offered,
      double reference,
      double allowed) {
    if (offered > allowed + SAME) {
      failures.add(new Failure(unit, part, period, offered, reference, allowed));
    }
  }

  private static Optional<Failure> furthest(List<Failure> failures) {
    return failures.stream().reduce((a, b) -> b.excess() > a.excess() ? b : a);
  }

  /**
   * The price at an output; beyond the curve that of its last segment; of a point its mean cost.
   */
  private static double price(OfferCurve curve, double mw) {
    int last = curve.segmentCount() - 1;
    for (int k = 0; k <= last; k++) {
      if (mw < curve.mw().get(k + 1) || k == last) {
        return curve.priceYuanPerMwh(k);
      }
    }
    return curve.lastMw() > 0 ? curve.firstYuanPerH() / curve.lastMw() : 0;
  }
}
