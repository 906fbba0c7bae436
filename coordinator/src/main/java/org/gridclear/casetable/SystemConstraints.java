package org.gridclear.casetable;

import static java.lang.Double.NaN;

import org.gridclear.casetable.ConstraintRows.State;
import org.gridclear.casetable.ConstraintRows.Subject;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.model.RequiredReserve;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.rule.OperatingMode;
import org.gridclear.market.rule.ReserveProduct;

/** Balance, reserve and must-run capacity. */
final class SystemConstraints {
  private final ClearingCase clearing;
  private final MarketDay day;
  private final ConstraintRows rows;

  SystemConstraints(ClearingCase clearing, ConstraintRows rows) {
    this.clearing = clearing;
    this.day = clearing.day();
    this.rows = rows;
  }

  void add() {
    rows.add(
        new Subject(
            "B-14",
            ConstraintGroup.SYSTEM_BALANCE,
            null,
            "balance",
            "",
            "every island",
            "MW",
            "injections less load and losses"),
        t -> State.on(0, 0, day.penalties().balanceYuanPerMwh(t)));
    day.reserves().forEach(this::reserve);
    RangeConstraints.add(day, rows, ConstraintGroup.SYSTEM_BALANCE);
  }

  private void reserve(ReserveRequirement required) {
    ReserveProduct product = day.rules().product(required.product());
    String words =
        "product %s, %s %s%s"
            .formatted(
                product.id(),
                product.kind().name().toLowerCase(java.util.Locale.ROOT),
                product.direction().name().toLowerCase(java.util.Locale.ROOT),
                rule(required));
    double byDefault = day.penalties().reserveYuanPerMwh();
    rows.add(
        Subject.of(
            RequiredReserve.family(required), required.id(), required.scope().label(), "MW", words),
        t ->
            State.on(
                    RequiredReserve.mw(clearing, required, t),
                    NaN,
                    required.shortfallYuanPerMwh(t, byDefault))
                .onlyIf(
                    clearing.clears(product.kind()),
                    "market %s does not clear this kind of product".formatted(clearing.market())));
  }

  private String rule(ReserveRequirement required) {
    boolean sum = required.method() == ReserveRequirement.Method.SUM;
    String and = sum ? ", plus" : ", at least";
    String words = required.largestUnit() ? ", at least the largest unit" : "";
    words += required.loadShare() == 0 ? "" : "%s %s of load".formatted(and, required.loadShare());
    words +=
        required.renewableShare() == 0
            ? ""
            : "%s %s of the forecast".formatted(and, required.renewableShare());
    for (OperatingMode mode : day.rules().modes()) {
      double factor = mode.factor(required.id());
      words += factor == 1 ? "" : ", times %s in mode %s".formatted(factor, mode.id());
    }
    return words;
  }
}
