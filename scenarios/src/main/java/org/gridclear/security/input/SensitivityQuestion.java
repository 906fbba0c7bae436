package org.gridclear.security.input;

import java.util.List;
import org.gridclear.clearing.input.ElementFilter;

/**
 * What sensitivities are asked for (H-10 to H-13): of which devices, to what, on which grid.
 *
 * @param devices branches, flowgates and buses
 * @param by what moves them
 * @param elements what of that: units by their ids, loads and buses by those of buses, transformers
 *     and outages by those of branches
 * @param opened branches that are out before, as after an outage
 * @param leastShare sensitivities smaller than this are left out, in absolute terms
 * @param options how the AC power flow is solved, for voltages
 */
public record SensitivityQuestion(
    ElementFilter devices,
    List<By> by,
    ElementFilter elements,
    List<String> opened,
    double leastShare,
    PowerFlowOptions options) {
  /** What moves a device. */
  public enum By {
    /** A MW more of a unit, taken at the reference bus: MW of flow per MW (EQ-04). */
    GENERATOR("MW/MW"),
    /** A MW more drawn by load at a bus, given at the reference bus: MW of flow per MW. */
    LOAD("MW/MW"),
    /** A MW put in at a bus, taken at the reference bus: MW of flow per MW. */
    BUS("MW/MW"),
    /** A Mvar put in at a bus with generators or shunts: p.u. of voltage per Mvar (EQ-07). */
    REACTIVE("p.u./Mvar"),
    /** The ratio of a transformer: p.u. of voltage per unit of the ratio (EQ-07). */
    TAP("p.u./ratio"),
    /** The outage of a branch: MW of flow per MW that the branch carried (LODF, EQ-05). */
    OUTAGE("MW/MW");

    private final String unit;

    By(String unit) {
      this.unit = unit;
    }

    /** Unit of the sensitivity. */
    public String unit() {
      return unit;
    }

    /** Whether it moves voltages, and so needs an AC power flow. */
    public boolean ofVoltage() {
      return this == REACTIVE || this == TAP;
    }
  }

  private static final double LEAST_SHARE = 0.01;
  private static final double TOLERANCE_PU = 1e-6;

  /** The share below which sensitivities are left out where nobody says one. */
  public static double leastShare(List<By> by) {
    return by.stream().anyMatch(By::ofVoltage) ? 0 : LEAST_SHARE;
  }

  /** How the AC power flow is solved where nobody says more. */
  public static PowerFlowOptions solved(boolean reactiveLimits) {
    return new PowerFlowOptions(
        PowerFlowOptions.Start.FILE,
        reactiveLimits,
        PowerFlowOptions.Sharing.REFERENCE,
        TOLERANCE_PU);
  }

  public SensitivityQuestion {
    by = by.stream().distinct().sorted().toList();
    opened = List.copyOf(opened);
    if (by.isEmpty()) {
      throw new IllegalArgumentException(
          "Say what moves the devices: generator, load, bus, reactive, tap or outage.");
    }
    if (!(leastShare >= 0)) {
      throw new IllegalArgumentException(
          "The least sensitivity (%s) must be 0 or more.".formatted(leastShare));
    }
  }
}
