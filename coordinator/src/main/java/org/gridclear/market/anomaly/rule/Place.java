package org.gridclear.market.anomaly.rule;

/**
 * What an anomaly is about.
 *
 * @param kind bus, unit, storage, system, requirement, branch, flowgate or run
 * @param element its id; "" for the system and the run
 * @param outage the contingency after which it counts; "" for none
 * @param zone zone of a bus, unit or storage; "" for others
 * @param owner member that owns a unit or storage on the date; "" for none
 */
public record Place(String kind, String element, String outage, String zone, String owner) {
  static final Place SYSTEM = of("system", "");
  static final Place RUN = of("run", "");

  static Place of(String kind, String element) {
    return new Place(kind, element, "", "", "");
  }

  /** The place in words. */
  public String text() {
    return (kind + " " + element).strip()
        + (outage.isEmpty() ? "" : " after the outage of " + outage);
  }
}
