package org.gridclear.settlement.reader;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridclear.settlement.folder.RuleAttributes;
import org.gridclear.settlement.input.EntityBlock.Event;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.registry.Contract;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.registry.EntityClass.Side;
import org.gridclear.settlement.registry.Member;
import org.gridclear.settlement.registry.Registry;
import org.gridclear.settlement.registry.SettlementEntity;
import org.gridclear.settlement.registry.TransmissionRight;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Whether a day has everything that is settled from it; what is missing is named, never 0. */
final class DayCompleteness {
  private static final List<SettlementColumn> REGULATION =
      List.of(
          SettlementColumn.REGULATION,
          SettlementColumn.MILEAGE,
          SettlementColumn.INSTRUCTED,
          SettlementColumn.ACTUAL,
          SettlementColumn.BASE);

  private final SettlementSource source;
  private final LocalDate day;
  private final DayValues values;
  private final Set<String> unread;
  private final Function<String, IssueLog> logs;

  /**
   * Checks a day.
   *
   * @param unread files that could not be read as a whole; what they lack is not said
   * @param logs the log of a file of the day
   */
  DayCompleteness(
      SettlementSource source,
      LocalDate day,
      DayValues values,
      Set<String> unread,
      Function<String, IssueLog> logs) {
    this.unread = unread;
    this.source = source;
    this.day = day;
    this.values = values;
    this.logs = logs;
  }

  void run() {
    IssueLog awards = logs.apply("awards.csv");
    IssueLog services = logs.apply("services.csv");
    IssueLog registry = logs.apply("");
    RuleAttributes rules = new RuleAttributes(today());
    Set<EntityClass> taxed = rules.asking(SettlementColumn.TARIFF);
    Set<EntityClass> offering = RuleAttributes.classes(List.of("offering"));
    long grids =
        Arrays.stream(values.records)
            .filter(entity -> entity != null && entity.entityClass() == EntityClass.GRID)
            .count();
    Asked asked = new Asked(taxed, offering, grids);
    Set<String> members =
        source.registry().members().stream()
            .filter(member -> member.validity().on(day))
            .map(Member::id)
            .collect(Collectors.toSet());
    for (int e = 0; e < values.records.length; e++) {
      SettlementEntity entity = values.records[e];
      if (entity != null) {
        if (!unread.contains("awards.csv")) {
          awards(e, entity, awards);
        }
        if (!unread.contains("services.csv")) {
          services(e, entity, services);
        }
        if (!members.contains(entity.member())) {
          absent(registry, entity, "member", entity.member());
        }
        before(e, entity, registry);
        registered(e, entity, rules, registry);
        asked(e, entity, asked, registry);
      }
    }
    contracts();
    rights();
    if (!unread.contains("prices.csv")) {
      prices();
    }
  }

  /**
   * What rules ask of entities.
   *
   * @param taxed classes that pay a tariff
   * @param offering classes that offer
   * @param grids number of grid companies
   */
  private record Asked(Set<EntityClass> taxed, Set<EntityClass> offering, long grids) {}

  private void asked(int e, SettlementEntity entity, Asked asked, IssueLog registry) {
    if (!values.tariffGiven.get(e) && asked.taxed().contains(entity.entityClass())) {
      missing(registry, Rule.TARIFF_GIVEN, entity, "tariff", tariff(entity));
    }
    if (asked.taxed().contains(entity.entityClass())) {
      String grid = source.month().entities().get(e).on(values.day).grid();
      if (asked.grids() > 1 && grid.isEmpty()) {
        missing(registry, Rule.GRID_GIVEN, entity, "grid", "absent");
      } else if (!grid.isEmpty() && !values.registered(source.entity(grid))) {
        absent(registry, entity, "grid", grid);
      }
    }
    if (asked.offering().contains(entity.entityClass()) && values.offers[e] == null) {
      registry.add(
          Rule.OFFER_GIVEN,
          "entity " + entity.id(),
          "offer",
          "absent",
          "No guarantee and no lost opportunity is due to it on %s.".formatted(day));
    }
  }

  /**
   * A start in the first interval of the month is counted if the unit is known to be off before.
   */
  private void before(int e, SettlementEntity entity, IssueLog log) {
    boolean starts = values.offers[e] != null && values.offers[e].startUpYuan() > 0;
    boolean on = values.at(SettlementColumn.METERED, e, 0) > 0;
    if (values.day == 1
        && starts
        && on
        && source.state().on(SettlementColumn.METERED, entity.id()).isEmpty()) {
      log.add(
          Rule.STATE_GIVEN,
          "entity " + entity.id(),
          "before",
          "absent",
          "No start in the first interval of the month is counted; before.csv says what was"
              + " before.");
    }
  }

  private static String tariff(SettlementEntity entity) {
    return entity.tariff().isEmpty() ? "absent" : entity.tariff() + " has no price";
  }

  private void missing(
      IssueLog log, Rule rule, SettlementEntity entity, String field, String value) {
    log.add(
        rule,
        "entity " + entity.id(),
        field,
        value,
        "Give it for %s; what is missing is not 0.".formatted(day));
  }

  /** What an entity names is in the registry, and not on this day. */
  private void absent(IssueLog log, SettlementEntity entity, String field, String id) {
    log.add(
        Rule.REGISTERED,
        "entity " + entity.id(),
        field,
        id,
        "It is not registered on %s; register it for that day, or name another.".formatted(day));
  }

  private void awards(int e, SettlementEntity entity, IssueLog log) {
    Side side = entity.entityClass().side();
    if (side != Side.GENERATION && side != Side.CONSUMPTION) {
      return;
    }
    for (String market : source.dataRules().markets()) {
      SettlementColumn column = market.equals("da") ? SettlementColumn.DA : SettlementColumn.RT;
      if (!values.given(column, e)) {
        missing(log, Rule.AWARD_GIVEN, entity, column.label(), "absent");
      }
    }
  }

  /** What a service is paid by comes together: without its response it would be paid in full. */
  private void services(int e, SettlementEntity entity, IssueLog log) {
    if (regulates(e)) {
      needed(e, entity, REGULATION, log);
    }
    if (values.some(SettlementColumn.CALLED, e)) {
      needed(e, entity, List.of(SettlementColumn.SPINNING, SettlementColumn.DELIVERED), log);
    }
    if (values.some(SettlementColumn.DELIVERED, e)) {
      needed(e, entity, List.of(SettlementColumn.CALLED), log);
    }
    if (values.some(SettlementColumn.RESPONSE_CALLED, e)) {
      needed(e, entity, List.of(SettlementColumn.RESPONSE), log);
    }
    if (values.some(SettlementColumn.RESPONSE, e)) {
      needed(e, entity, List.of(SettlementColumn.RESPONSE_CALLED), log);
    }
  }

  private boolean regulates(int e) {
    boolean some = false;
    for (SettlementColumn column : REGULATION) {
      some |= values.some(column, e);
    }
    return some;
  }

  private void needed(
      int e, SettlementEntity entity, List<SettlementColumn> columns, IssueLog log) {
    for (SettlementColumn column : columns) {
      if (!values.given(column, e)) {
        missing(log, Rule.SERVICE_WHOLE, entity, column.label(), "absent");
      }
    }
  }

  private RuleBook today() {
    return source.month().book().on(day, source.month().mode());
  }

  /** What a rule of the day asks of the registry. */
  private void registered(int e, SettlementEntity entity, RuleAttributes rules, IssueLog log) {
    List<Event> events = values.events.getOrDefault(e, List.of());
    for (RuleAttributes.Missing each : rules.missing(entity, values.offers[e] != null, events)) {
      log.add(
          Rule.ATTRIBUTE_GIVEN,
          "entity " + entity.id(),
          each.column().label(),
          "absent",
          "Rule %s asks for it on %s; give it in entities.csv, what is missing is not 0."
              .formatted(each.rule(), day));
    }
  }

  private void contracts() {
    IssueLog log = logs.apply("curves.csv");
    List<Contract> contracts = source.registry().contracts();
    for (int c = 0; c < contracts.size(); c++) {
      Contract contract = contracts.get(c);
      if (contract.validity().on(day) && !contract.withheld().isEmpty()) {
        withheld(logs.apply(""), contract);
      }
      if (!contract.settledOn(day) || !source.reads(contract)) {
        continue;
      }
      party(log, contract, "seller", contract.seller(), source.seller(c));
      party(log, contract, "buyer", contract.buyer(), source.buyer(c));
      int[][] curve = values.curves.get(source.contractOrNull(contract.id()));
      for (int part = 0; part < 2; part++) {
        boolean none = curve == null || curve[part] == null;
        if (none && !unread.contains("curves.csv")) {
          log.add(
              Rule.CURVE_GIVEN,
              name(contract),
              part == 0 ? "mwh" : "yuanPerMwh",
              "absent",
              "Give the curve for %s, or end the contract.".formatted(day));
        }
      }
    }
  }

  private static String name(Contract contract) {
    return "contract " + contract.id();
  }

  private void withheld(IssueLog log, Contract contract) {
    log.add(
        Rule.CONTRACT_SETTLED,
        name(contract),
        "withheld",
        contract.withheld(),
        "It is not in the books of %s; no bill is made until that is accepted or corrected."
            .formatted(day));
  }

  private void party(IssueLog log, Contract contract, String field, String entity, int number) {
    if (!values.registered(number)) {
      log.add(
          Rule.PARTY_REGISTERED,
          name(contract),
          field,
          entity,
          "It is not registered on %s; end the contract or register the entity.".formatted(day));
    }
  }

  /** A right of who is not there would be paid to nobody. */
  private void rights() {
    IssueLog log = logs.apply("");
    for (TransmissionRight right : source.registry().rights()) {
      int number = source.entity(right.entity());
      if (right.validity().on(day) && !values.registered(number)) {
        log.add(
            Rule.REGISTERED,
            "right " + right.id(),
            "entity",
            right.entity(),
            "It is not registered on %s; end the right or register the entity.".formatted(day));
      }
    }
  }

  private void prices() {
    IssueLog log = logs.apply("prices.csv");
    for (String market : source.dataRules().markets()) {
      List<String> parts = List.of(market + "Energy", market + "Congestion", market + "Loss");
      for (String point : pointsInUse(market)) {
        for (String part : parts) {
          if (!values.priced.contains(point + "," + part)) {
            log.add(
                Rule.PRICE_GIVEN,
                "point " + point,
                part,
                "absent",
                "Add it for %s; a part that is 0 is given as 0.".formatted(day));
          }
        }
      }
    }
    market(log, SettlementColumn.REGULATION, SettlementColumn.REGULATION_PRICE);
    market(log, SettlementColumn.MILEAGE, SettlementColumn.MILEAGE_PRICE);
    market(log, SettlementColumn.SPINNING, SettlementColumn.SPINNING_PRICE);
    market(log, SettlementColumn.NON_SPINNING, SettlementColumn.NON_SPINNING_PRICE);
  }

  private Set<String> pointsInUse(String market) {
    Registry registry = source.registry();
    Set<String> points = new LinkedHashSet<>();
    String last = null;
    for (SettlementEntity entity : values.records) {
      if (entity != null && !entity.point().equals(last)) {
        last = entity.point();
        points.add(last);
      }
    }
    registry.contracts().stream()
        .filter(contract -> contract.settledOn(day))
        .filter(contract -> contract.realTime() == market.equals("rt"))
        .forEach(contract -> points.add(contract.point()));
    for (TransmissionRight right : registry.rights()) {
      if (market.equals("da") && right.validity().on(day)) {
        points.add(right.source());
        points.add(right.sink());
      }
    }
    return points;
  }

  private void market(IssueLog log, SettlementColumn held, SettlementColumn price) {
    Optional<SettlementEntity> holder = Optional.empty();
    for (int e = 0; e < values.records.length && holder.isEmpty(); e++) {
      holder = values.some(held, e) ? Optional.of(values.records[e]) : holder;
    }
    if (holder.isPresent() && !values.priced.contains(price.label())) {
      log.add(
          Rule.PRICE_GIVEN,
          "market",
          price.label(),
          "absent",
          "Entity %s has %s on %s.".formatted(holder.get().id(), held.label(), day));
    }
  }

  /** Whether entities of a class have metered energy. */
  static boolean metered(EntityClass entityClass) {
    return entityClass != EntityClass.GRID && entityClass != EntityClass.RESPONSE;
  }
}
