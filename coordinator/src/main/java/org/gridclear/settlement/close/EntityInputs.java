package org.gridclear.settlement.close;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.charge.ChargeKernel;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.EntityBlock.Leg;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.input.SettlementColumn.Kind;
import org.gridclear.settlement.registry.ContractKind;
import org.gridclear.settlement.rule.ChargeRule;
import org.gridclear.settlement.rule.RuleBook.Parameter;
import org.jspecify.annotations.Nullable;

/** The values that a rule read for an entity, with the version of the block they come from. */
public final class EntityInputs {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

  private final CloseFolder close;
  private final EntityBlock block;
  private final PriceDay prices;
  private final int row;
  private final int interval;
  private final List<Input> lines = new ArrayList<>();

  private EntityInputs(
      CloseFolder close, ChargeKernel.Day day, int entity, @Nullable Integer interval) {
    this.close = close;
    this.block = day.blocks().get(0);
    this.prices = day.prices();
    this.interval = interval == null ? -1 : close.month().interval(interval) - 1;
    int found = -1;
    for (int r = 0; r < block.rows(); r++) {
      found = block.entities()[r] == entity ? r : found;
    }
    this.row = found;
  }

  /**
   * A value that a rule read.
   *
   * @param name column, parameter, contract, or {@code inputs} for the version of all
   * @param value its value
   * @param unit its unit; empty where the value says what it is
   */
  public record Input(String name, String value, String unit) {
    /** A line of text. */
    public String text() {
      return unit.isEmpty() ? name + ": " + value : "%s = %s %s".formatted(name, value, unit);
    }
  }

  /**
   * What a rule read.
   *
   * @param interval interval from 1; null for the version of the inputs alone
   * @throws IllegalArgumentException if a day has no such interval
   */
  public static List<Input> of(
      CloseFolder close, int entity, int day, @Nullable Integer interval, ChargeRule rule) {
    EntityInputs inputs = new EntityInputs(close, close.day(day, entity), entity, interval);
    String version =
        close
            .record()
            .blockHashes()
            .get(day - 1)
            .get(entity / EntityBlock.ENTITIES)
            .substring(0, 16);
    inputs.lines.add(
        new Input("inputs", "version %s of %s".formatted(version, close.month().date(day)), ""));
    if (inputs.row >= 0 && interval != null) {
      inputs.values(rule);
    }
    return inputs.lines;
  }

  private void values(ChargeRule rule) {
    if (rule.over() == ChargeRule.Over.CONTRACT) {
      block.legs().stream().filter(leg -> leg.row() == row).forEach(this::leg);
      return;
    }
    Matcher names = NAME.matcher(rule.amount());
    List<String> seen = new ArrayList<>();
    while (names.find()) {
      String name = names.group();
      if (!seen.contains(name)) {
        seen.add(name);
        name(name);
      }
    }
  }

  private void name(String name) {
    for (Kind kind : List.of(Kind.INTERVAL, Kind.ATTRIBUTE, Kind.POINT, Kind.MARKET)) {
      SettlementColumn.of(kind, name).ifPresent(column -> value(column, at(column)));
    }
    for (Parameter parameter :
        close
            .month()
            .book()
            .on(close.month().date(block.day()), close.month().mode())
            .parameters()) {
      if (parameter.name().equals(name)) {
        lines.add(new Input(name, parameter.value(), parameter.unit()));
      }
    }
  }

  private long at(SettlementColumn column) {
    int n = block.intervals();
    return switch (column.kind()) {
      case INTERVAL -> of(block.columns()[column.index()], row * n + interval);
      case ATTRIBUTE -> block.attributes()[column.index()][row];
      case POINT -> of(prices.points()[column.index()], block.points()[row] * n + interval);
      default -> of(prices.market()[column.index()], interval);
    };
  }

  private static long of(int @Nullable [] values, int at) {
    return values == null ? 0 : values[at];
  }

  private void value(SettlementColumn column, long value) {
    var measure = column.measure();
    lines.add(
        new Input(column.label(), FixedPoint.format(value, measure.decimals()), measure.unit()));
  }

  private void leg(Leg leg) {
    SettlementColumn reference =
        leg.realTime() ? SettlementColumn.RT_PRICE : SettlementColumn.DA_PRICE;
    long price = of(prices.points()[reference.index()], leg.point() * block.intervals() + interval);
    lines.add(
        new Input(
            "contract %s, %s"
                .formatted(
                    close.month().contracts().get(leg.contract()),
                    (leg.physical() ? ContractKind.PHYSICAL : ContractKind.FINANCIAL).label()),
            "contractMwh = %s, contractYuanPerMwh = %s, referenceYuanPerMwh = %s (%s, point %s)"
                .formatted(
                    FixedPoint.format(Objects.requireNonNull(leg.mwh())[interval], 4),
                    FixedPoint.format(of(leg.yuanPerMwh(), interval), 3),
                    FixedPoint.format(price, 3),
                    reference.label(),
                    close.month().points().get(leg.point())),
            ""));
  }
}
