package org.gridclear.io.matpower;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridclear.network.Flowgate;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Reads interface limits of a MATPOWER case (MATPOWER manual, section 7.6.2): {@code if.map} has an
 * interface and a branch row, negative against its direction; {@code if.lims} has an interface, its
 * lower and its upper limit in MW.
 */
final class MatpowerInterfaces {
  private MatpowerInterfaces() {}

  static List<Flowgate> read(Map<String, MatlabValue> fields, int branches, IssueLog log) {
    List<Flowgate> flowgates = new ArrayList<>();
    if (!fields.containsKey("if.map") && !fields.containsKey("if.lims")) {
      return flowgates;
    }
    MatpowerTable map = table(fields, "if.map", 2, "INTERFACE BRANCH", log);
    MatpowerTable limits = table(fields, "if.lims", 3, "INTERFACE LOWER UPPER", log);
    for (int r = 0; r < limits.size(); r++) {
      double number = limits.number(r, "INTERFACE");
      List<Flowgate.Term> terms = terms(map, number, branches, log);
      double upper = limits.limit(r, "UPPER");
      double lower = limits.limit(r, "LOWER");
      if (upper < 0 || lower > 0) {
        log.add(
            Rule.FIELD_TYPE,
            limits.element(r),
            upper < 0 ? "UPPER" : "LOWER",
            upper < 0 ? upper : lower,
            "not supported: an interface that must carry power.");
      }
      flowgates.add(
          new Flowgate(
              "IF" + limits.whole(r, "INTERFACE", 0, "Interfaces are whole numbers."),
              terms,
              Math.min(upper, Double.MAX_VALUE),
              Math.min(-lower, Double.MAX_VALUE)));
    }
    return flowgates;
  }

  private static List<Flowgate.Term> terms(
      MatpowerTable map, double number, int branches, IssueLog log) {
    List<Flowgate.Term> terms = new ArrayList<>();
    for (int k = 0; k < map.size(); k++) {
      if (map.number(k, "INTERFACE") == number) {
        double branch = map.number(k, "BRANCH");
        if (branch != Math.rint(branch) || branch == 0 || Math.abs(branch) > branches) {
          log.add(
              Rule.REFERENCE_EXISTS,
              map.element(k),
              "BRANCH",
              branch,
              "Branches are rows 1 to %d.".formatted(branches));
        }
        terms.add(new Flowgate.Term("L" + (long) Math.abs(branch), Math.signum(branch)));
      }
    }
    return terms;
  }

  private static MatpowerTable table(
      Map<String, MatlabValue> fields, String name, int columns, String names, IssueLog log) {
    MatlabValue value = fields.get(name);
    if (value == null || (value.rowCount() > 0 && value.columnCount() != columns)) {
      log.add(
          Rule.FIELD_PRESENT,
          "document",
          "mpc." + name,
          value == null ? "absent" : value.columnCount() + " columns",
          "Give %s.".formatted(names));
      return new MatpowerTable(name, names, new double[0][], log);
    }
    return new MatpowerTable(name, names, value.asRows(), log);
  }
}
