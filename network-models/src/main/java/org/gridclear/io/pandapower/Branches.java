package org.gridclear.io.pandapower;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Shunt;
import org.gridclear.validate.Rule;

/**
 * Lines, two-winding transformers and impedances, by the formulas of pandapower's documentation
 * (elements/line, elements/trafo, T equivalent, and elements/impedance).
 */
final class Branches {
  private static final String OUT =
      "Conductance and magnetising are shunts of the buses, also while the branch is out.";

  private final Elements elements;
  private final Switches switches;
  private final double baseMva;
  private final List<Branch> branches = new ArrayList<>();

  Branches(Elements elements, Switches switches) {
    this.elements = elements;
    this.switches = switches;
    this.baseMva = elements.baseMva();
  }

  List<Branch> read() {
    elements.frames().rows("line").forEach(this::line);
    elements.frames().rows("trafo").forEach(this::transformer);
    elements.frames().rows("impedance").forEach(this::impedance);
    return branches;
  }

  private void line(Frame.Row row) {
    String from = elements.bus(row, "from_bus");
    String to = elements.bus(row, "to_bus");
    double parallel = row.number("parallel", 1);
    double length = row.number("length_km");
    double kv = elements.kv(from);
    double zBase = kv * kv / baseMva;
    double omega = 2 * Math.PI * elements.frequencyHz();
    double b = omega * row.number("c_nf_per_km", 0) * 1e-9 * length * parallel * zBase;
    double g = row.number("g_us_per_km", 0) * 1e-6 * length * parallel * zBase;
    double mva = Math.sqrt(3) * kv * row.number("max_i_ka", 0) * row.number("df", 1) * parallel;
    loading(row);
    boolean on = row.flag("in_service", true) && !switches.opens("l", row);
    add(
        row,
        from,
        to,
        BranchKind.LINE,
        row.number("r_ohm_per_km") * length / parallel / zBase,
        row.number("x_ohm_per_km") * length / parallel / zBase,
        g,
        b,
        1,
        0,
        mva,
        on);
  }

  private static void loading(Frame.Row row) {
    if (row.number("max_loading_percent", 100) != 100) {
      row.notice(
          Rule.TAKEN_AS,
          "max_loading_percent",
          row.number("max_loading_percent", 100),
          "The rating is the full current or power.");
    }
  }

  private void add(
      Frame.Row row,
      String from,
      String to,
      BranchKind kind,
      double r,
      double x,
      double g,
      double b,
      double tap,
      double shiftDeg,
      double mva,
      boolean on) {
    if (from.equals(to)) {
      row.notice(Rule.FIELD_USED, "ends", from, "Both ends are one bus; it is left out.");
      return;
    }
    Branch.Ratings ratings = new Branch.Ratings(mva, mva, mva);
    branches.add(new Branch(row.element(), from, to, kind, r, x, b, tap, shiftDeg, ratings, on));
    if (g != 0 && on) {
      row.notice(Rule.TAKEN_AS, "conductance", g + " p.u.", OUT);
      elements.shunts().add(new Shunt(from, g / 2 / (tap * tap) * baseMva, 0));
      elements.shunts().add(new Shunt(to, g / 2 * baseMva, 0));
    }
  }

  private void transformer(Frame.Row row) {
    String hv = elements.bus(row, "hv_bus");
    String lv = elements.bus(row, "lv_bus");
    double parallel = row.number("parallel", 1);
    double[] kv = {row.number("vn_hv_kv"), row.number("vn_lv_kv")};
    double shift = row.number("shift_degree", 0) + tapped(row, kv);
    double sn = row.number("sn_mva");
    double base = Elements.square(kv[1] / elements.kv(lv)) * baseMva;
    double z = row.number("vk_percent") / 100 / sn * base;
    double r = row.number("vkr_percent") / 100 / sn * base;
    if (Math.abs(r) > Math.abs(z)) {
      elements
          .log()
          .add(
              Rule.LIMITS_ORDERED,
              row.element(),
              "vkr_percent",
              row.number("vkr_percent"),
              "It is part of vk_percent.");
    }
    double x = Math.copySign(Math.sqrt(Math.max(0, z * z - r * r)), z);
    double[] pi = delta(r / parallel, x / parallel, magnetising(row, sn, kv[1], lv, parallel));
    double tap = kv[0] / kv[1] * elements.kv(lv) / elements.kv(hv);
    loading(row);
    add(
        row,
        hv,
        lv,
        BranchKind.TRANSFORMER,
        pi[0],
        pi[1],
        pi[2],
        pi[3],
        tap,
        shift,
        sn * row.number("df", 1) * parallel,
        row.flag("in_service", true) && !switches.opens("t", row));
  }

  /** Moves the rated voltages to the tap; returns the phase shift that the tap adds. */
  private double tapped(Frame.Row row, double[] kv) {
    double steps = steps(row);
    double percent = row.number("tap_step_percent", 0);
    double degree = row.number("tap_step_degree", 0);
    String side = row.text("tap_side", "");
    String older = row.flag("tap_phase_shifter", false) ? "Ideal" : "Ratio";
    String type = row.text("tap_changer_type", row.column("tap_changer_type") ? "None" : older);
    refuseOtherTaps(row);
    if (steps != 0 && side.isEmpty()) {
      row.notice(Rule.TAKEN_AS, "tap_side", "absent", "Without a side a tap changes nothing.");
    }
    if (steps == 0 || side.isEmpty()) {
      return 0;
    }
    if (!side.equals("hv") && !side.equals("lv")) {
      elements.log().add(Rule.FIELD_TYPE, row.element(), "tap_side", side, "Use hv or lv.");
    }
    int end = side.equals("lv") ? 1 : 0;
    int sign = side.equals("lv") ? -1 : 1;
    if (type.equalsIgnoreCase("Ratio") || type.equalsIgnoreCase("Symmetrical")) {
      return sign * inSteps(steps * percent / 100, degree, kv, end);
    }
    if (type.equalsIgnoreCase("Ideal")) {
      double turned =
          degree != 0 ? steps * degree : 2 * Math.toDegrees(Math.asin(steps * percent / 100 / 2));
      return sign * turned;
    }
    if (type.equals("None")) {
      row.notice(
          Rule.TAKEN_AS, "tap_pos", steps, "Without tap_changer_type a tap changes nothing.");
      return 0;
    }
    elements
        .log()
        .add(
            Rule.FIELD_TYPE,
            row.element(),
            "tap_changer_type",
            type,
            "Use Ratio, Symmetrical, Ideal.");
    return 0;
  }

  /** Steps from the neutral position; none, as pandapower has it, where one of both is missing. */
  private static double steps(Frame.Row row) {
    double least = row.number("tap_min", Double.NEGATIVE_INFINITY);
    double most = row.number("tap_max", Double.POSITIVE_INFINITY);
    for (String bound : List.of("tap_min", "tap_max")) {
      if (row.has(bound)) {
        row.notice(Rule.FIELD_USED, bound, row.number(bound), "It holds no tap back.");
      }
    }
    boolean position = row.has("tap_pos");
    if (!position || !row.has("tap_neutral")) {
      if (position || row.has("tap_neutral")) {
        String missing = position ? "tap_neutral" : "tap_pos";
        row.notice(Rule.TAKEN_AS, missing, "absent", "The tap stands at its neutral position.");
      }
      return 0;
    }
    double at = row.number("tap_pos");
    if (at < least || at > most) {
      row.notice(
          Rule.TAKEN_AS,
          "tap_pos",
          at,
          "It lies beyond tap_min and tap_max and counts all the same.");
    }
    return at - row.number("tap_neutral");
  }

  private void refuseOtherTaps(Frame.Row row) {
    row.refuse(
        "tap2_pos", row.number("tap2_neutral", 0), "A second tap changer has no model here.");
    if (row.flag("tap_dependency_table", false)) {
      elements
          .log()
          .add(
              Rule.FIELD_KNOWN,
              row.element(),
              "tap_dependency_table",
              true,
              "Transformers by a table of taps have no model here.");
    }
  }

  /** Adds a voltage at an angle to that of an end; returns what it turns by, in degrees. */
  private static double inSteps(double step, double degree, double[] kv, int end) {
    double angle = Math.toRadians(degree);
    double along = 1 + step * Math.cos(angle);
    double across = step * Math.sin(angle);
    kv[end] *= Math.hypot(along, across);
    return Math.toDegrees(Math.atan2(across, along));
  }

  /** Conductance and susceptance of the magnetising branch in p.u. */
  private double[] magnetising(Frame.Row row, double sn, double lvKv, String lv, double parallel) {
    double iron = row.number("pfe_kw", 0) / 1000;
    double noLoad = row.number("i0_percent", 0) / 100 * sn;
    double q = Math.sqrt(Math.max(0, noLoad * noLoad - iron * iron));
    // Powers at the transformer's rated voltage, seen at the bus's nominal voltage.
    double scale = Elements.square(elements.kv(lv) / lvKv) / baseMva * parallel;
    return new double[] {iron * scale, -Math.copySign(q, noLoad) * scale};
  }

  /**
   * The π of a T with the magnetising branch in the middle of the series impedance: r, x, and the
   * admittance of both ends together.
   */
  private static double[] delta(double r, double x, double[] y) {
    // Star-delta with z/2, z/2 and 1/y: series z (1 + y z/4), each end y/2 / (1 + y z/4).
    double yz4Re = (y[0] * r - y[1] * x) / 4;
    double yz4Im = (y[0] * x + y[1] * r) / 4;
    double re = 1 + yz4Re;
    double im = yz4Im;
    double seriesR = r * re - x * im;
    double seriesX = r * im + x * re;
    double square = re * re + im * im;
    double g = (y[0] * re + y[1] * im) / square;
    double b = (y[1] * re - y[0] * im) / square;
    return new double[] {seriesR, seriesX, g, b};
  }

  private void impedance(Frame.Row row) {
    String from = elements.bus(row, "from_bus");
    String to = elements.bus(row, "to_bus");
    double scale = baseMva / row.number("sn_mva");
    double r = row.number("rft_pu");
    double x = row.number("xft_pu");
    row.refuse("rtf_pu", r, "An impedance that differs by direction has no model here.");
    row.refuse("xtf_pu", x, "An impedance that differs by direction has no model here.");
    boolean on = row.flag("in_service", true) && !switches.opens("i", row);
    add(row, from, to, BranchKind.LINE, r * scale, x * scale, 0, 0, 1, 0, 0, on);
    double gf = row.number("gf_pu", 0) / scale;
    double bf = row.number("bf_pu", 0) / scale;
    double gt = row.number("gt_pu", 0) / scale;
    double bt = row.number("bt_pu", 0) / scale;
    if (on && (gf != 0 || bf != 0 || gt != 0 || bt != 0)) {
      row.notice(Rule.TAKEN_AS, "admittance", gf + " + j " + bf + " p.u.", OUT);
      elements.shunts().add(new Shunt(from, gf * baseMva, bf * baseMva));
      elements.shunts().add(new Shunt(to, gt * baseMva, bt * baseMva));
    }
  }
}
