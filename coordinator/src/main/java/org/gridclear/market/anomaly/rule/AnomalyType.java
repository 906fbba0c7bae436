package org.gridclear.market.anomaly.rule;

import java.util.Locale;

/** What a rule looks at (I-01…I-04). */
public enum AnomalyType {
  /** A price of a bus above the cap of the market. */
  PRICE_CAP("price of a bus over the cap", "yuanPerMwh", Limit.OPTIONAL),
  /** A price of a bus above the alarm threshold, which is another number than the cap (AMB-18). */
  PRICE_ALARM("price of a bus over the alarm threshold", "yuanPerMwh", Limit.REQUIRED),
  /** A price of a bus that rose by more than a share, and a least amount, since the day before. */
  PRICE_RISE("price of a bus risen against the day before", "share", Limit.REQUIRED),
  /** A price of a bus below a value, 0 by default. */
  PRICE_NEGATIVE("price of a bus below the value", "yuanPerMwh", Limit.REQUIRED),
  /** Output outside the limits of its unit or storage by more than a tolerance. */
  OUTPUT_LIMIT("output outside its limits", "mw", Limit.REQUIRED),
  /** Load not served, or output not absorbed, over a value. */
  BALANCE_SLACK("slack of the balance over the value", "mw", Limit.REQUIRED),
  /** A requirement of reserve that is short by more than a value. */
  RESERVE_SHORT("reserve short of its requirement", "mw", Limit.REQUIRED),
  /** A flow from a share of its limit up to the limit, in the intact grid in AC. */
  FLOW_HEAVY("heavy flow", "share", Limit.REQUIRED),
  /** A flow over its limit, in the intact grid. */
  FLOW_VIOLATED("flow over its limit", "", Limit.NONE),
  /** A flow from a share of its limit up to the limit, after an outage in AC. */
  OUTAGE_HEAVY("heavy flow after an outage", "share", Limit.REQUIRED),
  /** A flow over its limit, after an outage. */
  OUTAGE_VIOLATED("flow over its limit after an outage", "", Limit.NONE),
  /** The auditor objects. */
  AUDIT_FAILED("audit failed", "", Limit.NONE),
  /** The gap is wider than a share; without one, than what was asked for. */
  GAP_WIDE("gap over its target", "share", Limit.OPTIONAL),
  /** No version at the time of the gate, and so many minutes after it. */
  NO_RESULT("no result by its time", "minutes", Limit.REQUIRED),
  /** A share of the load of a period, or more, is not served. */
  ALL_SHED("the whole load not served", "share", Limit.REQUIRED),
  /** Flows over their limits, or power flows without a solution. */
  NOT_SECURE("not secure", "", Limit.NONE);

  /** Whether a rule of a type gives a threshold. */
  enum Limit {
    REQUIRED,
    OPTIONAL,
    NONE
  }

  private final String text;
  private final String field;
  private final Limit limit;

  AnomalyType(String text, String field, Limit limit) {
    this.text = text;
    this.field = field;
    this.limit = limit;
  }

  /** What it is, in a few words. */
  public String text() {
    return text;
  }

  /** Name of the field with the threshold of a rule; "" for none. */
  String field() {
    return field;
  }

  Limit limit() {
    return limit;
  }

  /** Whether it is about the price of a bus, so that a rule may name zones. */
  boolean isPrice() {
    return name().startsWith("PRICE_");
  }

  /** Name in files and answers. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
