package org.gridclear.market.declaration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.Commitment;

/**
 * The offer of a unit with commitment (GAP-01). An hour at output p costs the no-load cost and the
 * energy from 0 MW to p by its segments.
 *
 * @param minMw least output when running, 0.0001 MW
 * @param maxMw greatest output, 0.0001 MW
 * @param noLoadYuanPerH cost of an hour of running, 0.001 yuan/h
 * @param segments prices that do not fall, up to the greatest output
 * @param starts costs of a start, hot first
 * @param ramps ramps for the day; where absent those of the network hold
 * @param commitment what the member fixes, one for all periods or one per period
 */
public record ThermalOffer(
    WholeSeries minMw,
    WholeSeries maxMw,
    long noLoadYuanPerH,
    StepCurves segments,
    List<StartPrice> starts,
    Optional<Ramps> ramps,
    List<Commitment> commitment)
    implements Terms {
  /** Name of the kind in files. */
  public static final String KIND = "thermal";

  public ThermalOffer {
    starts = List.copyOf(starts);
    commitment = List.copyOf(commitment);
  }

  /**
   * How fast the output changes.
   *
   * @param upMwPerH greatest rise, 0.0001 MW/h
   * @param downMwPerH greatest fall, 0.0001 MW/h
   */
  public record Ramps(long upMwPerH, long downMwPerH) {}

  /** What is fixed in period {@code t}. */
  public Commitment commitment(int t) {
    return commitment.size() == 1 ? commitment.get(0) : commitment.get(t);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean fits(UnitKind unit) {
    return unit == UnitKind.THERMAL || unit == UnitKind.HYDRO;
  }

  @Override
  public ThermalOffer in(int[] periods) {
    return new ThermalOffer(
        minMw.in(periods),
        maxMw.in(periods),
        noLoadYuanPerH,
        segments.in(periods),
        starts,
        ramps,
        commitment.size() == 1
            ? commitment
            : Arrays.stream(periods).mapToObj(commitment::get).toList());
  }
}
