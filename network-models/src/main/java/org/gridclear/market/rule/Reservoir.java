package org.gridclear.market.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gridclear.quantity.PeriodMap;
import org.gridclear.quantity.Series;

/**
 * A reservoir and the hydro plant below it (B-22, B-24). Volumes in million m³ at the end of a
 * period, flows in m³/s.
 *
 * @param id unique among reservoirs
 * @param units ids of the units that draw from it
 * @param inEffect whether its water limits the units
 * @param m3PerMwh water for one MWh
 * @param inflowM3PerS natural inflow
 * @param minMm3 least volume
 * @param maxMm3 greatest volume, flood control included
 * @param initialMm3 volume before the first period
 * @param endMinMm3 least volume at the end
 * @param minReleaseM3PerS least release, turbined and spilled
 * @param maxReleaseM3PerS greatest release
 * @param maxSpillM3PerS greatest spillage
 * @param downstream reservoir that takes the release; "" for none
 * @param delayHours time until the release arrives there
 * @param releaseBeforeM3PerS release before the first period that is still on its way
 * @param releasesBeforeM3PerS releases of the last periods before the first one, the latest last;
 *     what was released before them is {@code releaseBeforeM3PerS}
 * @param penaltyYuanPerMm3 price of water that is missing or too much, of spillage above its limit
 */
public record Reservoir(
    String id,
    List<String> units,
    boolean inEffect,
    double m3PerMwh,
    Series inflowM3PerS,
    Series minMm3,
    Series maxMm3,
    double initialMm3,
    double endMinMm3,
    Series minReleaseM3PerS,
    Series maxReleaseM3PerS,
    Series maxSpillM3PerS,
    String downstream,
    double delayHours,
    double releaseBeforeM3PerS,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Double> releasesBeforeM3PerS,
    double penaltyYuanPerMm3) {
  /** The price of relaxing a reservoir where it names none, in yuan per million m³. */
  public static final double PENALTY_YUAN_PER_MM3 = 2_000_000;

  public Reservoir {
    units = List.copyOf(units);
    releasesBeforeM3PerS =
        releasesBeforeM3PerS == null ? List.of() : List.copyOf(releasesBeforeM3PerS);
  }

  /** Release in a period before the first one, in m³/s; {@code t} = -1 is the last of them. */
  public double releasedM3PerS(int t) {
    int i = releasesBeforeM3PerS.size() + t;
    return i < 0 ? releaseBeforeM3PerS : releasesBeforeM3PerS.get(i);
  }

  /** The same reservoir on other periods; its end level stays with the end of the day. */
  public Reservoir on(PeriodMap map) {
    int last = map.lastSource();
    return new Reservoir(
        id,
        units,
        inEffect,
        m3PerMwh,
        map.of(inflowM3PerS),
        map.of(minMm3),
        map.of(maxMm3),
        initialMm3,
        map.toEnd() ? endMinMm3 : minMm3.at(last),
        map.of(minReleaseM3PerS),
        map.of(maxReleaseM3PerS),
        map.of(maxSpillM3PerS),
        downstream,
        delayHours,
        releaseBeforeM3PerS,
        releasesBefore(map),
        penaltyYuanPerMm3);
  }

  /** Releases before the first period in other periods; longer ones have the mean. */
  private List<Double> releasesBefore(PeriodMap map) {
    List<Double> releases = new ArrayList<>();
    int old = (releasesBeforeM3PerS.size() + map.coarser() - 1) / map.coarser();
    for (int t = -old; t < 0; t++) {
      double sum = 0;
      for (int i = t * map.coarser(); i < (t + 1) * map.coarser(); i++) {
        sum += releasedM3PerS(i);
      }
      releases.addAll(Collections.nCopies(map.finer(), sum / map.coarser()));
    }
    return releases;
  }

  /** The same in or out of effect. */
  public Reservoir switched(boolean on) {
    return new Reservoir(
        id,
        units,
        on,
        m3PerMwh,
        inflowM3PerS,
        minMm3,
        maxMm3,
        initialMm3,
        endMinMm3,
        minReleaseM3PerS,
        maxReleaseM3PerS,
        maxSpillM3PerS,
        downstream,
        delayHours,
        releaseBeforeM3PerS,
        releasesBeforeM3PerS,
        penaltyYuanPerMm3);
  }

  /**
   * The same reservoir with other volumes before the first period and, at least, at the end, after
   * these releases.
   */
  public Reservoir after(double volumeMm3, List<Double> releases, double endMm3) {
    return new Reservoir(
        id,
        units,
        inEffect,
        m3PerMwh,
        inflowM3PerS,
        minMm3,
        maxMm3,
        volumeMm3,
        endMm3,
        minReleaseM3PerS,
        maxReleaseM3PerS,
        maxSpillM3PerS,
        downstream,
        delayHours,
        releaseBeforeM3PerS,
        releases,
        penaltyYuanPerMm3);
  }
}
