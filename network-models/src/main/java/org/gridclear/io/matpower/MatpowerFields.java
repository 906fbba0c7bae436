package org.gridclear.io.matpower;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** The fields of a MATPOWER case beside its tables: what is used, refused, noticed. */
final class MatpowerFields {
  static final Set<String> USED =
      Set.of(
          "version",
          "baseMVA",
          "bus",
          "gen",
          "branch",
          "gencost",
          "dcline",
          "bus_name",
          "genfuel",
          "if.map",
          "if.lims");

  private static final Set<String> THREE_PHASE =
      Set.of(
          "bus3p", "line3p", "xfmr3p", "load3p", "gen3p", "shunt3p", "lc", "buslink", "freq",
          "basekVA");

  private static final String OPF = "It belongs to the optimal power flow and is not used.";

  /** Documented fields that are not used, and what that means; {@code x.} stands for all of x. */
  private static final Map<String, String> NOTICED = new LinkedHashMap<>();

  static {
    NOTICED.put("areas", "Price reference buses of areas are not used.");
    NOTICED.put("gentype", "The kind of machine is not used; genfuel is.");
    NOTICED.put("dclinecost", "DC lines cost nothing in a market day.");
    NOTICED.put("reserves.", "Reserves of a network file are not used.");
    NOTICED.put("iflims.", "Interface limits are read from mpc.if.");
    NOTICED.put("userfcn", "Callback functions are not run.");
    NOTICED.put("order.", "The internal order of a solved case is not used.");
    NOTICED.put("softlims.", OPF);
    for (String field : "A l u N fparm H Cw z0 zl zu user_constraints.".split(" ")) {
      NOTICED.put(field, OPF);
    }
    for (String field : "et success iterations f om x mu raw var lin nle nli qdc".split(" ")) {
      NOTICED.put(field, "It is a result of an earlier run and is not used.");
    }
  }

  private MatpowerFields() {}

  /** Refuses or notes every field that no table of the reader is made of. */
  static void check(Map<String, MatlabValue> fields, IssueLog log) {
    Set<String> threePhase = new java.util.TreeSet<>(fields.keySet());
    threePhase.retainAll(THREE_PHASE);
    if (!threePhase.isEmpty()) {
      log.add(
          Rule.FIELD_TYPE,
          "document",
          String.join(", ", threePhase),
          "a three-phase network",
          "not supported: unbalanced three-phase cases. Give its single-phase equivalent.");
    }
    for (Map.Entry<String, MatlabValue> field : fields.entrySet()) {
      String name = field.getKey();
      if (USED.contains(name) || THREE_PHASE.contains(name) || field.getValue().count() == 0) {
        continue;
      }
      log.notice(
          Rule.FIELD_USED, "document", "", "mpc." + name, size(field.getValue()), effect(name));
    }
  }

  private static String size(MatlabValue value) {
    return value.isScalar()
        ? String.valueOf(value.asScalar())
        : "%d×%d".formatted(value.rowCount(), value.columnCount());
  }

  private static String effect(String name) {
    int dot = name.indexOf('.');
    String whole = dot < 0 ? name : name.substring(0, dot + 1);
    return NOTICED.getOrDefault(
        whole, "It is not a field of the format as documented, and is not used.");
  }
}
