package org.gridclear.settlement.charge;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.formula.FormulaCompiler;
import org.gridclear.settlement.formula.Names;
import org.gridclear.settlement.formula.Unit;
import org.gridclear.settlement.formula.Value;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.input.SettlementColumn.Kind;
import org.gridclear.settlement.rule.ChargeRule;
import org.gridclear.settlement.rule.ChargeRule.Over;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.settlement.rule.RuleBook.Parameter;

/**
 * What names mean in formulas over one kind of rows. A name has as many decimals on every day and
 * for every class: what is added up over days or shared among classes is of one scale.
 */
final class RuleNames implements Names {
  private static final Map<Over, List<Kind>> KINDS =
      Map.of(
          Over.ENTITY, List.of(Kind.INTERVAL, Kind.ATTRIBUTE, Kind.POINT, Kind.MARKET),
          Over.CONTRACT, List.of(Kind.LEG),
          Over.RIGHT, List.of(Kind.RIGHT),
          Over.EVENT, List.of(Kind.EVENT, Kind.ATTRIBUTE));

  private final Over over;
  private final int intervals;
  private final List<Parameter> parameters;
  private final Map<String, Integer> decimals = new HashMap<>();
  private final Set<String> itemCodes;
  private final Map<String, Value> items = new HashMap<>();

  /**
   * No item has a line yet.
   *
   * @param whole the whole book, whose parameters have values of other days too
   * @param today the rules of the day
   */
  RuleNames(Over over, int intervals, RuleBook whole, RuleBook today) {
    this.over = over;
    this.intervals = intervals;
    this.parameters = today.parameters();
    this.itemCodes =
        whole.charges().stream().map(ChargeRule::item).collect(Collectors.toUnmodifiableSet());
    for (Parameter each : whole.parameters()) {
      int ofRecord = new BigDecimal(each.value()).stripTrailingZeros().scale();
      decimals.merge(each.name(), Math.max(0, ofRecord), Math::max);
    }
  }

  void define(String item, Value line) {
    items.put(item, line);
  }

  @Override
  public Optional<Value> find(String name, FormulaCompiler compiler) {
    if (items.containsKey(name)) {
      return Optional.of(items.get(name));
    }
    if (itemCodes.contains(name)) {
      return Optional.of(compiler.literal("0", Unit.YUAN, FixedPoint.YUAN_DECIMALS));
    }
    if (name.equals("hours")) {
      return Optional.of(compiler.literal(hours(), Unit.parse("h")));
    }
    if (name.equals("perHour")) {
      return Optional.of(compiler.literal(String.valueOf(intervals / 24), Unit.parse("1/h")));
    }
    for (Parameter parameter : parameters) {
      if (parameter.name().equals(name)) {
        int least = Objects.requireNonNull(decimals.get(name));
        return Optional.of(
            compiler.literal(parameter.value(), Unit.parse(parameter.unit()), least));
      }
    }
    return Objects.requireNonNull(KINDS.get(over)).stream()
        .flatMap(kind -> SettlementColumn.of(kind, name).stream())
        .findFirst()
        .map(column -> load(column, compiler));
  }

  private String hours() {
    return switch (intervals) {
      case 24 -> "1";
      case 48 -> "0.5";
      default -> "0.25";
    };
  }

  private static Value load(SettlementColumn column, FormulaCompiler compiler) {
    var measure = column.measure();
    boolean daily =
        column.kind() == Kind.ATTRIBUTE
            || column.kind() == Kind.EVENT
            || column == SettlementColumn.LEG_PHYSICAL
            || column == SettlementColumn.RIGHT_MW;
    return compiler.load(
        column.ordinal(), Unit.parse(measure.unit()), measure.decimals(), measure.bound(), daily);
  }
}
