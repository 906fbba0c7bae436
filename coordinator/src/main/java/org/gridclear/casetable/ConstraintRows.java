package org.gridclear.casetable;

import java.util.Optional;
import java.util.function.IntFunction;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.market.MarketDay;
import org.gridclear.quantity.Horizon;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.jspecify.annotations.Nullable;

/** The table of constraints while it is filled: a row per run of periods that are alike. */
final class ConstraintRows {
  private static final Column[] COLUMNS = {
    Column.text("class", "Class: UNIT, SYSTEM_BALANCE, NETWORK or OTHER."),
    Column.text("row", "Row of the catalogue in docs/model.md; - for what has none."),
    Column.text("family", "Family whose switch it obeys; empty where it has no switch."),
    Column.text("constraint", "Its id or name, unique within its family."),
    Column.text("switch", "Name of its own switch; empty where only its family has one."),
    Column.text("scope", "Unit, group, zone, branch or other element that it hangs on."),
    Column.flag("inEffect", "Whether it counts in these periods."),
    Column.text("why", "Why it does not count; empty where it does."),
    Column.whole("firstPeriod", "First of these periods, from 1; empty without a market day."),
    Column.whole("lastPeriod", "Last of these periods; empty without a market day."),
    Column.text("fromTime", "When the first of them begins; empty without a market day."),
    Column.text("toTime", "When the last of them ends; empty without a market day."),
    Column.number("min", "Least value, in the unit beside it; empty for none."),
    Column.number("max", "Greatest value, in the unit beside it; empty for none."),
    Column.text("unit", "Unit of the two."),
    Column.number(
        "penaltyYuanPerUnit",
        "Price of leaving the range, per unit and hour; empty for one that must be kept."),
    Column.text("parameters", "What else it is made of, in words.")
  };

  private final Table.Rows rows =
      new Table.Rows("constraints", "constraints with their state, by runs of periods", COLUMNS);
  private final Optional<ClearingCase> clearing;

  ConstraintRows(ShownCase shown) {
    this.clearing = shown.clearing();
  }

  /**
   * What a constraint is, beside its state.
   *
   * @param row row of the catalogue
   * @param group its class
   * @param family family whose switch it obeys; null for none
   * @param id its id or name
   * @param ownSwitch name of its own switch; "" for none
   * @param scope what it hangs on
   * @param unit unit of its limits
   * @param parameters the rest in words
   */
  record Subject(
      String row,
      ConstraintGroup group,
      @Nullable ConstraintFamily family,
      String id,
      String ownSwitch,
      String scope,
      String unit,
      String parameters) {
    /** A constraint of a family that has no switch of its own. */
    static Subject of(
        ConstraintFamily family, String id, String scope, String unit, String parameters) {
      return new Subject(
          family.id(), ConstraintGroup.of(family), family, id, "", scope, unit, parameters);
    }

    /** The same with a switch of its own. */
    Subject switchedBy(String name) {
      return new Subject(row, group, family, id, name, scope, unit, parameters);
    }
  }

  /**
   * The state of a constraint in a period.
   *
   * @param whyNot why it does not count; "" where it does
   * @param min least value; not finite for none
   * @param max greatest value; not finite for none
   * @param penaltyYuan price of leaving the range; not finite for one that must be kept
   */
  record State(String whyNot, double min, double max, double penaltyYuan) {
    /** One that counts. */
    static State on(double min, double max, double penaltyYuan) {
      return new State("", min, max, penaltyYuan);
    }

    /** The same if a condition holds, else out of effect for a reason. */
    State onlyIf(boolean holds, String reason) {
      return holds || !whyNot.isEmpty() ? this : new State(reason, min, max, penaltyYuan);
    }
  }

  /** Number of periods; one for a network without a market day. */
  int periodCount() {
    return clearing.map(c -> c.day().periodCount()).orElse(1);
  }

  /** Adds a constraint; a switch of its family is looked at here. */
  void add(Subject subject, IntFunction<State> stateOf) {
    int from = 0;
    State state = inFamily(subject, stateOf.apply(0));
    for (int t = 1; t < periodCount(); t++) {
      State next = inFamily(subject, stateOf.apply(t));
      if (!state.equals(next)) {
        row(subject, state, from, t);
        from = t;
        state = next;
      }
    }
    row(subject, state, from, periodCount());
  }

  private State inFamily(Subject subject, State state) {
    if (subject.family() == null || clearing.isEmpty()) {
      return state;
    }
    ClearingCase of = clearing.get();
    return state
        .onlyIf(of.market().has(subject.family()), "not a constraint of market " + of.market())
        .onlyIf(of.inEffect(subject.family()), "family switched off");
  }

  /** Adds a row for periods {@code from} to {@code to}, the latter not included. */
  private void row(Subject s, State state, int from, int to) {
    Optional<Horizon> horizon = clearing.map(ClearingCase::day).map(MarketDay::horizon);
    rows.add(
        s.group().name(),
        s.row(),
        s.family() == null ? "" : s.family().name(),
        s.id(),
        s.ownSwitch(),
        s.scope(),
        state.whyNot().isEmpty(),
        state.whyNot(),
        horizon.isEmpty() ? null : from + 1,
        horizon.isEmpty() ? null : to,
        horizon.map(h -> h.label(from)).orElse(""),
        horizon.map(h -> h.label(to)).orElse(""),
        state.min(),
        state.max(),
        s.unit(),
        state.penaltyYuan(),
        s.parameters());
  }

  Table table() {
    return rows.table();
  }
}
