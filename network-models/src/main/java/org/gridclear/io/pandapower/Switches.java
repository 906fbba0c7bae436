package org.gridclear.io.pandapower;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gridclear.validate.Rule;

/** Switches: closed ones between buses join them, open ones at a branch put it out of service. */
final class Switches {
  private static final Set<String> KINDS = Set.of("b", "l", "t", "t3", "i");

  private final Elements elements;
  private final Map<String, String> opened = new HashMap<>();

  Switches(Elements elements) {
    this.elements = elements;
  }

  void join() {
    for (Frame.Row row : elements.frames().rows("switch")) {
      String kind = row.text("et", "");
      boolean closed = row.flag("closed", true);
      String element = row.reference("element");
      if (!KINDS.contains(kind)) {
        elements.log().add(Rule.FIELD_TYPE, row.element(), "et", kind, "Use b, l, t or t3.");
      }
      if (kind.equals("b")) {
        row.refuse("z_ohm", 0, "Switches with an impedance have no model here.");
        String bus = row.reference("bus");
        boolean both = elements.known(bus) & elements.known(element);
        if (!both) {
          elements
              .log()
              .add(
                  Rule.REFERENCE_EXISTS,
                  row.element(),
                  "bus",
                  bus + ", " + element,
                  "Name two buses.");
        } else if (closed) {
          elements.join(bus, element);
        }
      } else if (!closed) {
        row.notice(
            Rule.TAKEN_AS,
            "closed",
            false,
            "Its branch is out of service; charging of a branch open at one end is left out.");
        opened.put(kind + " " + element, row.element());
      }
    }
  }

  /** Whether a switch opens this branch: {@code l} for lines, {@code t} for transformers. */
  boolean opens(String kind, Frame.Row branch) {
    return opened.containsKey(kind + " " + branch.index());
  }
}
