package org.gridclear.market.declaration.check;

import java.util.Arrays;
import java.util.Optional;

/** The catalogue of what a declaration must meet; listed in docs/market.md. */
public enum DeclarationRule {
  READABLE("DEC-01", true, "the file is whole and well-formed"),
  FIELD_KNOWN("DEC-02", true, "every field is one of the form"),
  FIELD_GIVEN("DEC-03", true, "what the form needs is given"),
  VALUE_READ("DEC-04", true, "a value is of its kind: a plain number has at most its decimals"),
  TIME_WITH_OFFSET("DEC-05", true, "a time has a date, a time of day and an offset from UTC"),
  PERIODS_WHOLE("DEC-06", true, "what goes by period is given once for each period of the date"),
  DECLARED_ONCE("DEC-07", true, "a submission declares a unit once"),
  SAME_DAY("DEC-08", true, "market and date are those to which it is sent"),

  MARKET_KNOWN("DEC-10", true, "the market takes declarations for the date"),
  UNIT_REGISTERED("DEC-11", true, "the unit is registered on the trading date"),
  OWNER("DEC-12", true, "the member owns the unit on the trading date"),
  SCOPE("DEC-13", true, "the account may declare for the member"),
  NOT_EARLY("DEC-14", true, "the window of the date is open"),
  NOT_LATE("DEC-15", true, "the gate of the date is not closed"),
  KIND_FITS("DEC-16", true, "the kind of declaration is one for the unit"),
  REPLACES("DEC-17", true, "what it says to replace is in force"),
  NOT_REPLAYED("DEC-18", true, "an older file does not replace a newer one"),
  NOT_OF_FUTURE("DEC-19", true, "it was prepared before it arrived"),
  WITHDRAWN("DEC-20", true, "a withdrawal withdraws what is in force"),

  SEGMENT_COUNT("DEC-21", true, "a curve has one segment or more, and not too many"),
  SEGMENTS_RISE("DEC-22", true, "ends of segments rise, from 0 MW, by the least step or more"),
  PRICES_IN_ORDER("DEC-23", true, "prices do not fall in an offer and do not rise in a bid"),
  PRICE_IN_BOUNDS("DEC-24", true, "a price lies between floor and cap"),
  PRICE_STEP("DEC-25", true, "a price is a multiple of the price step"),
  LIMITS_ORDERED("DEC-26", true, "a lower limit is not above its upper limit"),
  WITHIN_CAPACITY("DEC-27", true, "what is offered lies within the registered capacity"),
  ENDS_AT_MAXIMUM("DEC-28", true, "the last segment ends at the greatest output"),
  NOT_NEGATIVE("DEC-29", true, "costs, ramps and quantities are not negative"),
  COST_IN_BOUNDS("DEC-30", true, "start-up and no-load costs are not above their caps"),
  STARTS_IN_ORDER("DEC-31", true, "starts are hot, warm, cold, of rising time and cost"),
  NO_GAIN_IN_CIRCLES("DEC-32", true, "storage bids no more than it asks for the same day"),
  PRODUCT_TRADED("DEC-33", true, "a product is traded on the date, and offered once"),

  PRICE_JUMP("DEC-40", false, "prices are of the size of the last declaration"),
  PRICE_DIMENSION("DEC-41", false, "prices are in yuan/MWh"),
  CAPACITY_OFFERED("DEC-42", false, "the whole registered capacity is offered"),
  DUPLICATE("DEC-43", false, "a declaration is sent once"),

  OFFER_AT_GATE("DEC-50", true, "each unit that must offer has an offer at the gate"),
  OWNER_AT_GATE("DEC-51", false, "who declared owned the unit at the gate"),
  DEFAULT_TAKEN("DEC-52", false, "a unit has a declaration of its own at the gate");

  private final String id;
  private final boolean refuses;
  private final String text;

  DeclarationRule(String id, boolean refuses, String text) {
    this.id = id;
    this.refuses = refuses;
    this.text = text;
  }

  /** Stable id, such as {@code DEC-24}. */
  public String id() {
    return id;
  }

  /** Whether a breach refuses the declaration; else it is a notice. */
  public boolean refuses() {
    return refuses;
  }

  /** What must hold, in a few words. */
  public String text() {
    return text;
  }

  /** The rule with this id. */
  public static Optional<DeclarationRule> byId(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
  }
}
