package org.gridclear.settlement.reader;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.input.SettlementMonth.EntityName;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.registry.Member;
import org.gridclear.settlement.registry.Registry;
import org.gridclear.settlement.registry.SettlementEntity;
import org.gridclear.settlement.registry.Validity;

/** Entities that are registered on a day of a month, with what they were on each. */
final class MonthEntities {
  private final YearMonth month;
  private final Map<String, List<Member>> members;
  private final Map<String, List<SettlementEntity>> records;
  private final List<SettlementEntity> grids;
  private final List<Integer> starts;

  MonthEntities(Registry registry, YearMonth month) {
    this.month = month;
    this.members = registry.members().stream().collect(Collectors.groupingBy(Member::id));
    this.records =
        registry.entities().stream()
            .collect(
                Collectors.groupingBy(SettlementEntity::id, TreeMap::new, Collectors.toList()));
    this.grids =
        registry.entities().stream()
            .filter(each -> each.entityClass() == EntityClass.GRID)
            .toList();
    this.starts =
        starts(
            Stream.concat(
                registry.members().stream().map(Member::validity),
                registry.entities().stream().map(SettlementEntity::validity)));
  }

  /** Days of the month from which on a record holds or holds no more, and the first. */
  private List<Integer> starts(Stream<Validity> validities) {
    TreeSet<Integer> starts = new TreeSet<>(List.of(1));
    validities
        .flatMap(
            validity ->
                Stream.of(
                    Optional.ofNullable(validity.from()),
                    Optional.ofNullable(validity.to()).map(day -> day.plusDays(1))))
        .flatMap(Optional::stream)
        .filter(date -> YearMonth.from(date).equals(month))
        .forEach(date -> starts.add(date.getDayOfMonth()));
    return List.copyOf(starts);
  }

  /** The entities by id. */
  List<EntityName> names() {
    List<EntityName> names = new ArrayList<>();
    records.forEach((id, all) -> name(id, all).ifPresent(names::add));
    return List.copyOf(names);
  }

  private Optional<EntityName> name(String id, List<SettlementEntity> all) {
    List<SettlementMonth.Span> spans = new ArrayList<>();
    SettlementEntity last = null;
    for (int s = 0; s < starts.size(); s++) {
      int from = starts.get(s);
      int to = s + 1 < starts.size() ? starts.get(s + 1) - 1 : month.lengthOfMonth();
      for (SettlementEntity entity : all) {
        if (entity.validity().on(month.atDay(from))) {
          spans.add(span(entity, from, to));
          last = entity;
        }
      }
    }
    if (last == null) {
      return Optional.empty();
    }
    return Optional.of(
        new EntityName(
            id,
            last.name(),
            last.member(),
            spans.get(spans.size() - 1).memberName(),
            last.entityClass().label(),
            SettlementMonth.joined(spans)));
  }

  private SettlementMonth.Span span(SettlementEntity entity, int from, int to) {
    LocalDate date = month.atDay(from);
    return new SettlementMonth.Span(
        from,
        to,
        entity.name(),
        entity.member(),
        memberName(entity.member(), date),
        grid(entity, date));
  }

  /** The grid company that a user names; the only one that there is where it names none. */
  private String grid(SettlementEntity entity, LocalDate date) {
    if (!entity.grid().isEmpty() || entity.entityClass().side() != EntityClass.Side.CONSUMPTION) {
      return entity.grid();
    }
    List<String> valid =
        grids.stream().filter(each -> each.validity().on(date)).map(SettlementEntity::id).toList();
    return valid.size() == 1 ? valid.get(0) : "";
  }

  /** Name of a member on a day; that of its last record where none holds. */
  private String memberName(String id, LocalDate date) {
    List<Member> all = members.getOrDefault(id, List.of());
    return all.stream()
        .filter(member -> member.validity().on(date))
        .findFirst()
        .or(() -> all.stream().reduce((first, last) -> last))
        .map(Member::name)
        .orElse("");
  }
}
