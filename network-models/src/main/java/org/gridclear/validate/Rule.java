package org.gridclear.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The catalogue of rules that input must meet; listed in docs/formats.md. */
public enum Rule {
  FILE_READABLE("FMT-01", Severity.ERROR, false, "the file is there and can be read"),
  SYNTAX("FMT-02", Severity.ERROR, false, "the file is whole and well-formed"),
  FIELD_KNOWN("FMT-03", Severity.ERROR, true, "every field is one of the format"),
  FIELD_PRESENT("FMT-04", Severity.ERROR, false, "mandatory fields are given"),
  FIELD_TYPE("FMT-05", Severity.ERROR, false, "a field has the type of the format"),
  SERIES_LENGTH("FMT-06", Severity.ERROR, false, "a series has one value per period"),
  NUMBER_FINITE("FMT-07", Severity.ERROR, false, "numbers are finite where a quantity is meant"),
  NOT_CLEARED("FMT-08", Severity.WARNING, true, "every part of the file is cleared"),
  FIELD_USED("FMT-09", Severity.NOTICE, false, "every field of the file is used"),
  TAKEN_AS("FMT-10", Severity.NOTICE, false, "what a file leaves open is taken as its format says"),

  ID_UNIQUE("NET-01", Severity.ERROR, false, "ids are unique within their kind"),
  REFERENCE_EXISTS("NET-02", Severity.ERROR, false, "what is referred to exists"),
  REACTANCE_NONZERO("NET-03", Severity.WARNING, true, "reactance is not 0"),
  RATING_NOT_NEGATIVE("NET-04", Severity.ERROR, true, "ratings are not negative"),
  BRANCH_NO_LOOP("NET-05", Severity.ERROR, true, "a branch joins two buses"),
  ONE_ISLAND("NET-06", Severity.WARNING, true, "the network is one island"),
  REFERENCE_BUS("NET-07", Severity.WARNING, true, "the network has a reference bus"),
  BASE_POSITIVE("NET-08", Severity.ERROR, false, "the power base is positive"),
  TAP_POSITIVE("NET-09", Severity.ERROR, false, "a tap ratio is positive"),
  NETWORK_NOT_EMPTY("NET-10", Severity.ERROR, false, "the network has a bus"),
  POWER_POSSIBLE("NET-11", Severity.ERROR, false, "a power is one that a grid can have"),

  CONTINGENCY_NOT_EMPTY("CTG-01", Severity.ERROR, false, "a contingency takes something out"),
  CONTINGENCY_IS_OUTAGE("CTG-02", Severity.ERROR, false, "a row of a change table is an outage"),

  LIMITS_ORDERED("MKT-01", Severity.ERROR, true, "lower limits are not above upper limits"),
  OFFER_CONVEX("MKT-02", Severity.ERROR, true, "offer prices do not fall with output"),
  OFFER_RISING("MKT-03", Severity.ERROR, false, "offer breakpoints rise"),
  RAMP_NOT_NEGATIVE("MKT-04", Severity.ERROR, false, "ramps are not negative"),
  INITIAL_STATE_CONSISTENT("MKT-05", Severity.ERROR, true, "initial state fits limits and times"),
  TIMES_NOT_NEGATIVE("MKT-06", Severity.ERROR, false, "times are not negative"),
  LOAD_COVERED("MKT-07", Severity.WARNING, true, "capacity covers load and reserve"),
  QUANTITY_NOT_NEGATIVE("MKT-08", Severity.ERROR, true, "quantities are not negative"),
  INITIAL_STATE_GIVEN("MKT-09", Severity.WARNING, true, "the initial state is given"),
  EFFICIENCY_RANGE("MKT-10", Severity.ERROR, false, "efficiencies lie in (0, 1]"),
  START_COSTS_RISING("MKT-11", Severity.ERROR, true, "start costs rise with time off"),
  LEVELS_REACHABLE("MKT-12", Severity.ERROR, true, "storage levels lie within their limits"),
  INITIAL_OUTPUT_OFFERED(
      "MKT-13", Severity.WARNING, true, "initial output lies within least output and offer"),

  CONSTRAINT_PERIODS("MKT-14", Severity.ERROR, false, "a constraint counts in periods of the day"),
  TRAJECTORY_FITS("MKT-15", Severity.ERROR, false, "start and stop curves fit the minimum up time"),
  CONTINGENCY_CLEARED("MKT-16", Severity.WARNING, true, "the clearing counts every contingency"),
  LOAD_GIVEN("MKT-17", Severity.WARNING, true, "a day has load"),
  SERVICE_TRADED("MKT-18", Severity.ERROR, false, "a product is a service that is traded"),
  MODES_APART("MKT-19", Severity.ERROR, false, "one mode at a time changes a requirement"),

  STUDY_NO_CYCLE("STD-01", Severity.ERROR, false, "cases do not build on themselves"),
  STUDY_SIZE("STD-02", Severity.ERROR, false, "a study expands to a number of cases in limits"),
  STUDY_TARGET("STD-03", Severity.ERROR, false, "a change names something that the base has"),
  STUDY_VALUE("STD-04", Severity.ERROR, false, "a change has a possible value"),

  INTERVAL_ONCE("SET-01", Severity.ERROR, false, "an interval of a series is given once"),
  INTERVALS_WHOLE("SET-02", Severity.ERROR, false, "every interval of a day is given"),
  DAY_LENGTH("SET-03", Severity.ERROR, false, "a day has its number of intervals"),
  ENERGY_NOT_NEGATIVE("SET-04", Severity.ERROR, false, "energy by direction is not negative"),
  VALUE_IN_BOUNDS("SET-05", Severity.ERROR, false, "a value lies within the settlement bounds"),
  RECORDS_APART("SET-06", Severity.ERROR, false, "records of one id do not overlap in time"),
  REGISTERED("SET-07", Severity.ERROR, false, "an id is registered on the day"),
  PRICE_GIVEN("SET-08", Severity.ERROR, false, "every price point in use has all its prices"),
  RULE_COMPUTABLE("SET-09", Severity.ERROR, false, "a rule of the book can be computed"),
  NOT_LOCKED("SET-10", Severity.ERROR, false, "locked data do not change"),
  METER_SHARED("SET-11", Severity.ERROR, false, "shares of a meter add up to at most 1"),
  SUBSTITUTED("SET-12", Severity.WARNING, false, "data are measured, or accepted"),
  ONE_SOURCE("SET-13", Severity.ERROR, false, "energy of a meter and interval has one source"),
  ENERGY_ASSIGNED("SET-14", Severity.ERROR, false, "all energy of a meter goes to entities"),
  AWARD_GIVEN("SET-15", Severity.ERROR, false, "every entity that trades has its awards"),
  TARIFF_GIVEN("SET-16", Severity.ERROR, false, "every user has a tariff on the day"),
  CURVE_GIVEN("SET-17", Severity.ERROR, false, "a valid contract has energy and price"),
  PARTY_REGISTERED("SET-18", Severity.ERROR, false, "both parties of a contract are registered"),
  SERVICE_WHOLE("SET-19", Severity.ERROR, false, "a service comes with what it is paid by"),
  PLAUSIBLE("SET-20", Severity.WARNING, false, "metered energy can be true, or is accepted"),
  OFFER_GIVEN("SET-21", Severity.WARNING, false, "a unit that offers has an offer"),
  STATE_GIVEN("SET-22", Severity.WARNING, false, "it is known whether a unit was on before"),
  GRID_GIVEN("SET-23", Severity.ERROR, false, "it is known which grid company is paid"),
  ATTRIBUTE_GIVEN("SET-24", Severity.ERROR, false, "what a rule asks of an entity is registered"),
  CONTRACT_SETTLED("SET-25", Severity.WARNING, false, "a valid contract is settled"),
  CURVE_USED("SET-26", Severity.WARNING, false, "a curve of a day is of a valid contract"),
  CORRECTION_NAMES(
      "SET-30", Severity.ERROR, false, "a correction names what is there, and something"),

  REGISTRY_ID("REG-01", Severity.ERROR, false, "an id is 1 to 64 characters without , ; : / \""),
  REGISTRY_DATES("REG-02", Severity.ERROR, false, "a record has a first day, and no end before it"),
  REGISTRY_APART("REG-03", Severity.ERROR, false, "a day of an id is given once in a proposal"),
  REGISTRY_PLANNED("REG-04", Severity.ERROR, false, "a planned change is not overwritten unseen"),
  REGISTRY_FOLLOWED(
      "REG-05", Severity.ERROR, false, "what holds after a record that ends is given"),
  REGISTRY_GAP("REG-06", Severity.ERROR, false, "records of an id leave no day out between them"),
  REGISTRY_REFERENCE(
      "REG-07", Severity.ERROR, false, "what a record refers to is registered on all its days"),
  REGISTRY_EXIT("REG-08", Severity.ERROR, false, "what exits is registered on its last day"),
  REGISTRY_SAME("REG-09", Severity.ERROR, false, "an id stays the thing that it is"),
  REGISTRY_LETTERS("REG-10", Severity.ERROR, false, "ids differ by more than the case of letters"),
  SHAREHOLDERS("REG-11", Severity.ERROR, false, "shares of investors are at most 100 %, each once"),
  MEMBER_DATES("REG-12", Severity.ERROR, false, "dates of a member's papers are in order"),
  LIFE_CYCLE("REG-13", Severity.ERROR, false, "a unit goes from one stage of its life to the next"),
  UNIT_OUTPUT("REG-14", Severity.ERROR, false, "least output is not above capacity"),
  METER_SHARES(
      "REG-15", Severity.ERROR, false, "shares of a meter are at most 1, each entity once"),
  METER_OWNER("REG-16", Severity.ERROR, false, "a meter is of the member whose thing it measures"),
  METER_EVENT("REG-17", Severity.ERROR, false, "an event of a meter is whole and fits its records"),
  POINT_PLACE("REG-18", Severity.ERROR, false, "a price point is at a bus or in a zone"),
  BUS_ZONED("REG-19", Severity.ERROR, false, "a bus is in one zone of a zoning"),
  RESPONSE_LINKED("REG-20", Severity.ERROR, false, "a response entity names whose load it is"),
  CONTRACT_WHOLE("REG-21", Severity.ERROR, false, "a contract's total, price and weights fit"),
  PLAN_PERIOD("REG-22", Severity.ERROR, false, "a plan is of one year or one month"),
  FOREIGN_ONCE("REG-23", Severity.ERROR, false, "a foreign id is one thing's, and a thing has one"),
  PROPOSED_ALONE("REG-24", Severity.WARNING, false, "one open proposal changes a record"),
  BACKDATED("REG-25", Severity.WARNING, false, "a change begins no earlier than it is proposed"),
  EXIT_OF_PLANNED("REG-26", Severity.WARNING, false, "an exit ends what is planned after it, too"),
  CONTRACT_SIDES("REG-27", Severity.WARNING, false, "a unit sells and a user buys"),

  NODE_NO_CYCLE("WFL-01", Severity.ERROR, false, "no node of a workflow waits for itself"),
  NODE_DUE_AFTER_START("WFL-02", Severity.ERROR, false, "a node is due after it can begin"),
  NODE_TIME_FITS("WFL-03", Severity.ERROR, false, "times of a node fit the cycles of its workflow");

  /**
   * The greatest power of one element that is believed, in MW: above that of all grids together.
   */
  static final double POWER_MOST_MW = 1e7;

  static final String POWER_ADVICE = "Give MW between -1e7 and 1e7.";

  private final String id;
  private final Severity severity;
  private final boolean switchable;
  private final String text;

  Rule(String id, Severity severity, boolean switchable, String text) {
    this.id = id;
    this.severity = severity;
    this.switchable = switchable;
    this.text = text;
  }

  /** Stable id, such as {@code NET-02}. */
  public String id() {
    return id;
  }

  /** How bad a breach is. */
  public Severity severity() {
    return severity;
  }

  /** Whether a user may put the rule out of effect. */
  public boolean switchable() {
    return switchable;
  }

  /** What must hold, in a few words. */
  public String text() {
    return text;
  }

  /** A line for each rule: its id, its severity, whether it can be put out of effect, its text. */
  public static List<String> lines() {
    return Arrays.stream(values())
        .map(
            rule ->
                "%s %-7s %s %s"
                    .formatted(
                        rule.id,
                        rule.severity,
                        rule.switchable() ? "can be off" : "always on ",
                        rule.text))
        .toList();
  }

  /**
   * The rules that a user puts out of effect.
   *
   * @throws IllegalArgumentException with every id of which there is no such rule
   */
  public static Set<Rule> off(Collection<String> ids) {
    Set<Rule> off = EnumSet.noneOf(Rule.class);
    List<String> wrong = new ArrayList<>();
    for (String id : ids) {
      Optional<Rule> rule = byId(id);
      rule.filter(Rule::switchable).ifPresent(off::add);
      if (rule.isEmpty()) {
        wrong.add("The rule (%s) is unknown; see gridclear validate --rules.".formatted(id));
      } else if (!rule.get().switchable()) {
        wrong.add("The rule (%s) cannot be put off.".formatted(id));
      }
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", wrong));
    }
    return off;
  }

  /** The rule with this id. */
  public static Optional<Rule> byId(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
  }
}
