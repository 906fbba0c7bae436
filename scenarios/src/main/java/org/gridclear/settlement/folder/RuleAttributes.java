package org.gridclear.settlement.folder;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.gridclear.settlement.input.EntityBlock.Event;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.registry.SettlementEntity;
import org.gridclear.settlement.rule.AllocationRule;
import org.gridclear.settlement.rule.ChargeRule;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.settlement.rule.TransferRule;

/** What the rules of a day ask of the registry, entity by entity. */
public final class RuleAttributes {
  private static final List<SettlementColumn> REGISTERED =
      List.of(
          SettlementColumn.CAPACITY,
          SettlementColumn.MINIMUM,
          SettlementColumn.OBLIGATION,
          SettlementColumn.HELD);

  /** A formula with this asks nothing of a unit without an offer. */
  private static final String GUARD = "if(offered > 0,";

  /**
   * That a rule asks for an attribute.
   *
   * @param rule the rule
   * @param column the attribute
   * @param classes classes that it asks it of
   * @param event the item whose events it runs over; empty for all entities of the classes
   * @param offering whether it asks it of units with an offer alone
   */
  private record Asked(
      String rule,
      SettlementColumn column,
      Set<EntityClass> classes,
      String event,
      boolean offering) {}

  private final List<Asked> asked = new ArrayList<>();

  /** The rules of a day. */
  public RuleAttributes(RuleBook today) {
    for (ChargeRule rule : today.charges()) {
      boolean event = rule.over() == ChargeRule.Over.EVENT;
      if (event || rule.over() == ChargeRule.Over.ENTITY) {
        List<String> formulas = List.of(rule.quantity(), rule.amount());
        ask(rule.item(), formulas, rule.classes(), event ? rule.item() : "");
      }
    }
    for (TransferRule rule : today.transfers()) {
      ask(rule.name(), List.of(rule.amount()), List.of(), "");
    }
    for (AllocationRule rule : today.allocations()) {
      if (rule.over() == ChargeRule.Over.ENTITY) {
        ask(rule.item(), List.of(rule.driver()), rule.classes(), "");
      }
    }
  }

  private void ask(String rule, List<String> formulas, List<String> groups, String event) {
    for (SettlementColumn column : SettlementColumn.of(SettlementColumn.Kind.ATTRIBUTE)) {
      Pattern name = Pattern.compile("\\b" + column.label() + "\\b");
      List<String> with = formulas.stream().filter(text -> name.matcher(text).find()).toList();
      if (!with.isEmpty()) {
        boolean offering = with.stream().allMatch(text -> text.strip().startsWith(GUARD));
        asked.add(new Asked(rule, column, classes(groups), event, offering));
      }
    }
  }

  /** Classes of groups; all of them where there is no group. */
  public static Set<EntityClass> classes(List<String> groups) {
    EnumSet<EntityClass> classes = EnumSet.noneOf(EntityClass.class);
    for (EntityClass each : EntityClass.values()) {
      if (groups.isEmpty() || groups.stream().anyMatch(each::in)) {
        classes.add(each);
      }
    }
    return classes;
  }

  /** Classes that a rule asks an attribute of. */
  public Set<EntityClass> asking(SettlementColumn column) {
    EnumSet<EntityClass> classes = EnumSet.noneOf(EntityClass.class);
    asked.stream()
        .filter(each -> each.column() == column)
        .forEach(a -> classes.addAll(a.classes()));
    return classes;
  }

  /** An attribute that an entity does not have and the first rule that asks for it. */
  public record Missing(SettlementColumn column, String rule) {}

  /**
   * What is missing of an entity.
   *
   * @param events its events on the day
   */
  public List<Missing> missing(SettlementEntity entity, boolean offered, List<Event> events) {
    List<Missing> missing = new ArrayList<>();
    for (SettlementColumn column : REGISTERED) {
      if (given(entity, column).isEmpty()) {
        asked.stream()
            .filter(
                each -> each.column() == column && each.classes().contains(entity.entityClass()))
            .filter(each -> offered || !each.offering())
            .filter(each -> each.event().isEmpty() || of(events, each.event()))
            .findFirst()
            .ifPresent(each -> missing.add(new Missing(column, each.rule())));
      }
    }
    return missing;
  }

  private static boolean of(List<Event> events, String item) {
    return events.stream().anyMatch(event -> event.item().equals(item));
  }

  private static OptionalLong given(SettlementEntity entity, SettlementColumn column) {
    return switch (column) {
      case CAPACITY -> entity.capacity();
      case MINIMUM -> entity.minimum();
      case OBLIGATION -> entity.obligation();
      case HELD -> entity.held();
      default -> throw new IllegalArgumentException("Not registered: " + column);
    };
  }
}
