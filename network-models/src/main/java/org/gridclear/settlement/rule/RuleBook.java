package org.gridclear.settlement.rule;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridclear.settlement.registry.Label;
import org.gridclear.settlement.registry.MarketMode;
import org.gridclear.settlement.registry.Validity;

/**
 * All rules of a settlement.
 *
 * @param name name and version
 * @param parameters numbers that formulas name
 * @param pools where money waits
 * @param charges items of bills
 * @param transfers between pools
 * @param allocations of pools
 */
public record RuleBook(
    String name,
    List<Parameter> parameters,
    List<Pool> pools,
    List<ChargeRule> charges,
    List<TransferRule> transfers,
    List<AllocationRule> allocations) {
  /**
   * A number that formulas name.
   *
   * @param name name
   * @param value decimal text, exact
   * @param unit unit such as {@code yuan/MWh}
   * @param validity days on which it has this value
   */
  public record Parameter(String name, String value, String unit, Validity validity) {}

  /**
   * Where money waits.
   *
   * @param name code
   * @param label name in reports
   * @param kind what becomes of it
   */
  public record Pool(String name, Label label, Kind kind) {
    /** What becomes of a pool. */
    public enum Kind {
      /** 0 by itself in every interval. */
      ZERO,
      /** Emptied by allocations. */
      SHARED,
      /** The account of somebody outside. */
      ACCOUNT
    }
  }

  public RuleBook {
    parameters = List.copyOf(parameters);
    pools = List.copyOf(pools);
    charges = List.copyOf(charges);
    transfers = List.copyOf(transfers);
    allocations = List.copyOf(allocations);
  }

  /** The rules and values of parameters in effect on a day in a mode; pools stay. */
  public RuleBook on(LocalDate day, MarketMode mode) {
    return new RuleBook(
        name,
        parameters.stream().filter(parameter -> parameter.validity().on(day)).toList(),
        pools,
        charges.stream()
            .filter(rule -> rule.enabled() && rule.validity().on(day) && holds(rule.modes(), mode))
            .toList(),
        transfers.stream()
            .filter(rule -> rule.validity().on(day) && holds(rule.modes(), mode))
            .toList(),
        allocations.stream().filter(rule -> rule.enabled() && rule.validity().on(day)).toList());
  }

  private static boolean holds(List<MarketMode> modes, MarketMode mode) {
    return modes.isEmpty() || modes.contains(mode);
  }

  /** Codes, names and accounts of all items that the book can put on a bill, in its order. */
  public List<Item> items() {
    Map<String, Item> items = new LinkedHashMap<>();
    Stream.concat(
            charges.stream().map(rule -> new Item(rule.item(), rule.name(), rule.account())),
            allocations.stream()
                .filter(AllocationRule::shares)
                .map(rule -> new Item(rule.item(), rule.name(), rule.account())))
        .forEach(item -> items.putIfAbsent(item.code(), item));
    return List.copyOf(items.values());
  }

  /** Number of an item in {@link #items}; −1 if there is none of this code. */
  public int item(String code) {
    return items().stream().map(Item::code).toList().indexOf(code);
  }

  /** Number of a pool; −1 if there is none of this name. */
  public int pool(String code) {
    for (int p = 0; p < pools.size(); p++) {
      if (pools.get(p).name().equals(code)) {
        return p;
      }
    }
    return -1;
  }

  /**
   * An item of bills.
   *
   * @param code code
   * @param name name
   * @param account group of the bill
   */
  public record Item(String code, Label name, String account) {}
}
