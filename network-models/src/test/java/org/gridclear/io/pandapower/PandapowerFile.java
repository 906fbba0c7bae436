package org.gridclear.io.pandapower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.json.Json;
import org.gridclear.network.Branch;
import org.gridclear.network.Generator;
import org.gridclear.network.GeneratorCost;
import org.gridclear.network.Network;
import org.gridclear.network.Shunt;
import org.gridclear.validate.IssueLog;
import tools.jackson.databind.node.ObjectNode;

/** A pandapower network on a base of 10 MVA, with buses of 100 kV (1000 Ω) and 20 kV (40 Ω). */
abstract class PandapowerFile {
  static final double NONE = Double.POSITIVE_INFINITY;

  final IssueLog log = new IssueLog("net.json");
  final ObjectNode body = Json.MAPPER.createObjectNode();

  PandapowerFile() {
    body.put("sn_mva", 10);
    body.put("f_hz", 50);
    body.put("name", "net");
    table(
        "bus",
        "name vn_kv type zone in_service min_vm_pu max_vm_pu",
        "['h', 100, 'b', 'north', true, 0.95, 1.05]",
        "['l', 20, 'b', null, true, 0.9, 1.1]",
        "['m', 20, 'b', null, true, 0.9, 1.1]");
  }

  /** A table as to_json writes it: rows are numbered from 0; quotes are single ones here. */
  void table(String name, String columns, String... rows) {
    List<String> index = new ArrayList<>();
    for (int r = 0; r < rows.length; r++) {
      index.add(String.valueOf(r));
    }
    String split =
        "{'columns': ['%s'], 'index': [%s], 'data': [%s]}"
            .formatted(
                columns.replace(" ", "', '"), String.join(", ", index), String.join(", ", rows));
    ObjectNode frame = Json.MAPPER.createObjectNode();
    frame.put("_class", "DataFrame");
    frame.put("_object", split.replace('\'', '"'));
    body.set(name, frame);
  }

  Network read() {
    Frames frames = new Frames(body, log);
    Network network = new Elements(frames, log).network("net");
    frames.noticeRest();
    return network;
  }

  Branch onlyBranch() {
    Network network = read();
    assertEquals(1, network.branches().size());
    return network.branches().get(0);
  }

  static void assertShunts(Network network, Object... busAndValues) {
    assertEquals(busAndValues.length / 3, network.shunts().size(), network.shunts().toString());
    for (int k = 0; k < network.shunts().size(); k++) {
      Shunt shunt = network.shunts().get(k);
      assertEquals(busAndValues[3 * k], shunt.bus());
      assertEquals(((Number) busAndValues[3 * k + 1]).doubleValue(), shunt.gMw(), 1e-9);
      assertEquals(((Number) busAndValues[3 * k + 2]).doubleValue(), shunt.bMvar(), 1e-9);
    }
  }

  static final String LINE =
      "from_bus to_bus length_km r_ohm_per_km x_ohm_per_km c_nf_per_km g_us_per_km max_i_ka df"
          + " parallel in_service";

  static final String TRAFO =
      "hv_bus lv_bus sn_mva vn_hv_kv vn_lv_kv vk_percent vkr_percent pfe_kw i0_percent shift_degree"
          + " tap_side tap_pos tap_neutral tap_step_percent tap_step_degree tap_changer_type"
          + " parallel df in_service";

  void transformer(String... tail) {
    table("trafo", TRAFO, "[0, 1, 25, 110, 21, 10, 6, 0, 0, 150, " + String.join(", ", tail) + "]");
  }

  /** Two-port admittances of a T with half of z on either side of 1/y, by its impedances. */
  static double[] tee(double r, double x, double g, double b) {
    double y2 = g * g + b * b;
    double[] across = {g / y2, -b / y2};
    double[] own = {r / 2 + across[0], x / 2 + across[1]};
    // Y = Z⁻¹ of the symmetric Z = (own across; across own): own/det and −across/det
    double[] det = {
      own[0] * own[0] - own[1] * own[1] - across[0] * across[0] + across[1] * across[1],
      2 * own[0] * own[1] - 2 * across[0] * across[1]
    };
    double d2 = det[0] * det[0] + det[1] * det[1];
    return new double[] {
      (own[0] * det[0] + own[1] * det[1]) / d2,
      (own[1] * det[0] - own[0] * det[1]) / d2,
      -(across[0] * det[0] + across[1] * det[1]) / d2,
      -(across[1] * det[0] - across[0] * det[1]) / d2
    };
  }

  static Generator machine(
      String id,
      String bus,
      String fuel,
      double mw,
      double mvar,
      double qMin,
      double qMax,
      double vSet,
      double pMin,
      double pMax,
      double share,
      GeneratorCost cost) {
    return new Generator(
        id, bus, fuel, mw, mvar, qMin, qMax, vSet, pMin, pMax, 0, share, true, cost);
  }
}
