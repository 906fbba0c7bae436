package org.gridclear.market.assembly;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.series.SeriesKind;

/**
 * Which case is asked for.
 *
 * @param gate market, date, and up to when things had to be known
 * @param window its periods
 * @param fromNetwork what stands as the network version has it
 * @param stateHoursMax the oldest snapshot that is a state before the first period, in hours
 * @param planShare how far the energy of a day may lie from a unit's plan, as a share of it, in
 *     0..1; empty if plans do not bind
 */
public record AssemblyRequest(
    Gate gate,
    Window window,
    Set<NetworkPart> fromNetwork,
    int stateHoursMax,
    OptionalDouble planShare) {
  /** The oldest snapshot that counts where nothing is said, in hours. */
  public static final int STATE_HOURS_MAX = 36;

  public AssemblyRequest {
    Set<NetworkPart> parts = EnumSet.noneOf(NetworkPart.class);
    parts.addAll(fromNetwork);
    fromNetwork = java.util.Collections.unmodifiableSet(parts);
    if (planShare.isPresent() && !(planShare.getAsDouble() >= 0 && planShare.getAsDouble() <= 1)) {
      throw new IllegalArgumentException(
          "The share of plans (%s) must lie in 0..1.".formatted(planShare.getAsDouble()));
    }
  }

  /** A case in which plans do not bind. */
  public AssemblyRequest(
      Gate gate, Window window, Set<NetworkPart> fromNetwork, int stateHoursMax) {
    this(gate, window, fromNetwork, stateHoursMax, OptionalDouble.empty());
  }

  /** The same with plans that bind within a share. */
  public AssemblyRequest withPlans(OptionalDouble share) {
    return new AssemblyRequest(gate, window, fromNetwork, stateHoursMax, share);
  }

  /**
   * Periods of a case.
   *
   * @param days dates that it covers, from the first
   * @param minutes length of a period; 0 for that of the network version
   * @param startMinute begin of the first period, in minutes after midnight of the first date
   * @param count how many; 0 for all to the end of the last date
   */
  public record Window(int days, int minutes, int startMinute, int count) {
    /** A whole date in the network's periods. */
    public static final Window WHOLE_DATE = new Window(1, 0, 0, 0);

    public Window {
      if (days < 1 || days > 28 || minutes < 0 || startMinute < 0 || count < 0) {
        throw new IllegalArgumentException(
            "Days (%d) must lie in 1..28; minutes (%d), first minute (%d) and count (%d) must be 0 or more."
                .formatted(days, minutes, startMinute, count));
      }
    }
  }

  /** A whole date. */
  public static AssemblyRequest of(
      Market market, LocalDate date, Instant gate, Set<NetworkPart> fromNetwork) {
    return new AssemblyRequest(
        new Gate(market, date, gate), Window.WHOLE_DATE, fromNetwork, STATE_HOURS_MAX);
  }

  /** Whether a part stands as the network version has it. */
  public boolean keeps(NetworkPart part) {
    return fromNetwork.contains(part);
  }

  /** The forecast of the system's load that a market clears. */
  public static SeriesKind forecastOf(Market market) {
    return switch (market) {
      case LT_RUC -> SeriesKind.LOAD_FORECAST_HORIZON;
      case DA -> SeriesKind.LOAD_FORECAST_SHORT;
      case ID, RT -> SeriesKind.LOAD_FORECAST_ULTRA_SHORT;
    };
  }
}
