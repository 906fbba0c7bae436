package org.gridclear.report.clearing;

import java.util.stream.Collectors;
import org.gridclear.clearing.explain.PriceExplanation;
import org.gridclear.clearing.explain.StorageExplanation;
import org.gridclear.clearing.explain.UnitExplanation;
import org.gridclear.market.MarketDay;

/** Explanations for a person. */
public final class ExplanationText {
  private static final int LIMITS_MAX = 10;
  private static final int MARGINAL_MAX = 5;

  private ExplanationText() {}

  /** Why a unit is on or off, and at this output. */
  public static String ofUnit(String unit, String period, MarketDay day, UnitExplanation why) {
    StringBuilder text = new StringBuilder();
    text.append(
        "Unit %s at %s: %s, %.2f MW, price at its bus %.2f %s/MWh%n"
            .formatted(
                unit,
                period,
                why.on() ? "on" : "off",
                why.outputMw(),
                why.lmpYuanPerMwh(),
                day.currency()));
    text.append(
        "  %s from %s for %d periods; over these it %s %.0f %s at LMP and %s %.0f %s%n"
            .formatted(
                why.on() ? "on" : "off",
                day.horizon().label(why.runFrom()),
                why.runTo() - why.runFrom(),
                why.on() ? "earns" : "would earn at its best",
                why.runIncomeYuan(),
                day.currency(),
                why.on() ? "costs" : "would cost",
                why.runCostYuan(),
                day.currency()));
    why.reasons().forEach(reason -> text.append("  - ").append(reason).append('\n'));
    return text.toString();
  }

  /** Why a storage unit charges, gives or rests. */
  public static String ofStorage(String period, StorageExplanation why) {
    StringBuilder text = new StringBuilder();
    String act =
        why.chargeMw() > 0 && why.chargeMw() >= why.dischargeMw()
            ? "charges %.2f MW".formatted(why.chargeMw())
            : why.dischargeMw() > 0 ? "gives %.2f MW".formatted(why.dischargeMw()) : "rests";
    text.append(
        "Storage %s at %s: %s, level %.2f to %.2f MWh (limits %.2f to %.2f)%n"
            .formatted(
                why.storage(),
                period,
                act,
                why.levelBeforeMwh(),
                why.levelAfterMwh(),
                why.levelMinMwh(),
                why.levelMaxMwh()));
    why.reasons().forEach(reason -> text.append("  - ").append(reason).append('\n'));
    return text.toString();
  }

  /** What sets the price of a bus. */
  public static String ofPrice(String bus, String period, String currency, PriceExplanation price) {
    StringBuilder text = new StringBuilder();
    text.append(
        "Price at bus %s at %s: %.4f %s/MWh = energy %.4f + loss %.4f + congestion %.4f%n"
            .formatted(
                bus,
                period,
                price.lmpYuanPerMwh(),
                currency,
                price.energyYuanPerMwh(),
                price.lossYuanPerMwh(),
                price.congestionYuanPerMwh()));
    if (price.limits().isEmpty()) {
      text.append("  no limit binds; all buses differ by losses alone\n");
    }
    price.limits().stream()
        .limit(LIMITS_MAX)
        .forEach(
            c ->
                text.append(
                    "  %+.4f from %s %s%s: shadow price %.4f × shift factor %.5f%n"
                        .formatted(
                            c.yuanPerMwh(),
                            c.constraint(),
                            c.element(),
                            c.outage().isEmpty() ? "" : " after outage of " + c.outage(),
                            c.shadowPriceYuanPerMwh(),
                            c.shiftFactor())));
    text.append("  what sets it:\n");
    price
        .shares()
        .forEach(
            share ->
                text.append(
                    "  %+.4f %s %s%n"
                        .formatted(share.yuanPerMwh(), share.element(), share.constraint())));
    price.marginal().stream()
        .limit(MARGINAL_MAX)
        .forEach(
            m ->
                text.append(
                    "  at the margin: %s, %.2f MW, next MWh %.4f %s%s%s%n"
                        .formatted(
                            place(m),
                            m.mw(),
                            m.yuanPerMwh(),
                            currency,
                            rows(m),
                            m.bothWays() ? "" : "; at a step: the last MWh had another price")));
    text.append("  for the commitment found; another of the same cost may have another price\n");
    return text.toString();
  }

  /** What is at the margin, with its bus once. */
  private static String place(PriceExplanation.Marginal marginal) {
    String bus = " at bus " + marginal.bus();
    return marginal.unit().endsWith(bus) ? marginal.unit() : marginal.unit() + bus;
  }

  /** The rows that a MWh at the margin takes part in. */
  private static String rows(PriceExplanation.Marginal marginal) {
    return marginal.shares().stream()
        .map(share -> "%+.4f %s".formatted(share.yuanPerMwh(), share.element()))
        .collect(Collectors.joining(", ", marginal.shares().isEmpty() ? "" : ", ", ""));
  }
}
