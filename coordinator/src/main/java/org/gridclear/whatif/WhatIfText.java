package org.gridclear.whatif;

import java.util.Locale;
import org.gridclear.whatif.WhatIfAnswer.BusPrice;
import org.gridclear.whatif.WhatIfAnswer.LimitChange;
import org.gridclear.whatif.WhatIfAnswer.Some;
import org.gridclear.whatif.WhatIfAnswer.UnitChange;

/** Answers for a person. */
public final class WhatIfText {
  private static final int ROWS_MAX = 10;

  private final StringBuilder text = new StringBuilder();
  private final WhatIfAnswer answer;

  private WhatIfText(WhatIfAnswer answer) {
    this.answer = answer;
  }

  /** The answer in lines. */
  public static String of(WhatIfAnswer answer) {
    return new WhatIfText(answer).lines();
  }

  private String lines() {
    String money = answer.currency();
    double more = answer.objectiveAfter() - answer.objectiveBefore();
    line(
        "Objective %.2f, with the change %.2f: %+.4f %s",
        answer.objectiveBefore(), answer.objectiveAfter(), more, money);
    if (answer.price() != null) {
      line("Price of bus %s %s/MWh", priced(answer.price()), money);
    }
    if (answer.shedBeforeMwh() + answer.shedAfterMwh() > 0) {
      line(
          "Load not served %.3f MWh, with the change %.3f",
          answer.shedBeforeMwh(), answer.shedAfterMwh());
    }
    head("units, storages and loads change their power", answer.units());
    answer.units().rows().stream().limit(ROWS_MAX).forEach(this::unit);
    head("buses change their price", answer.buses());
    answer.buses().rows().stream()
        .limit(ROWS_MAX)
        .forEach(bus -> line("  %s %s/MWh", priced(bus), money));
    head("limits change their shadow price", answer.limits());
    answer.limits().rows().stream().limit(ROWS_MAX).forEach(this::limit);
    line("%s", answer.commitment());
    answer.notices().forEach(notice -> line("%s", notice));
    line("Dispatched in %.2f s.", answer.seconds());
    return text.toString();
  }

  private static String priced(BusPrice price) {
    return String.format(
        Locale.ROOT,
        "%s at %s: %.4f, with the change %.4f",
        price.bus(),
        price.time(),
        price.beforeYuanPerMwh(),
        price.afterYuanPerMwh());
  }

  private void unit(UnitChange unit) {
    line(
        "  %s %s: %.3f MWh, with the change %.3f (period %d: %.3f to %.3f MW)",
        unit.kind(),
        unit.id(),
        unit.beforeMwh(),
        unit.afterMwh(),
        unit.period(),
        unit.beforeMw(),
        unit.afterMw());
  }

  private void limit(LimitChange limit) {
    line(
        "  %s %s%s in period %d: %.4f, with the change %.4f",
        limit.constraint(),
        limit.element(),
        limit.outage().isEmpty() ? "" : " after " + limit.outage(),
        limit.period(),
        limit.beforeYuanPerMwh(),
        limit.afterYuanPerMwh());
  }

  private void head(String what, Some<?> some) {
    int shown = Math.min(ROWS_MAX, some.rows().size());
    line("%d %s%s", some.count(), what, some.count() > shown ? "; the first " + shown : "");
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
