package org.gridclear.monitoring.impact;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.gridclear.clearing.input.Market;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.approval.OpenAnomalies;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.handover.RegistryMapping;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.index.MitigationRow;
import org.gridclear.report.clearing.ImportMapping;
import org.gridclear.settlement.bill.MitigatedOffer;
import org.gridclear.settlement.registration.RegistryState;

/**
 * What bills say of mitigations (K-15): units whose results in force were cleared with the offers
 * of an approved mitigation. One that is approved and was not used is a notice, and on no bill.
 *
 * @param market the market
 * @param approval tells what is in force
 * @param clock the time
 */
public record BilledMitigations(MarketFolder market, DayApproval approval, Clock clock) {
  /**
   * Which bills.
   *
   * @param from first date
   * @param to last date
   * @param table which unit is which entity; empty for what the registry says
   * @param system whose foreign ids the settlement uses, where the registry says
   * @param known whether the settlement has an entity
   */
  public record Wanted(
      LocalDate from,
      LocalDate to,
      Optional<ImportMapping> table,
      Optional<String> system,
      Predicate<String> known) {}

  /**
   * What there is to say.
   *
   * @param ofEntity by entity of the settlement
   * @param notices approved mitigations of which nothing is said, and why
   */
  public record Found(Map<String, List<MitigatedOffer>> ofEntity, List<String> notices) {}

  /**
   * What bills of some dates say by the market of a folder.
   *
   * @param map file of a table that says which unit is which entity; empty for the registry
   */
  public static Found of(
      Path folder,
      Optional<Path> map,
      LocalDate from,
      LocalDate to,
      Optional<String> system,
      Predicate<String> known)
      throws IOException {
    Clock clock = Clock.systemUTC();
    Optional<ImportMapping> table =
        map.isPresent() ? Optional.of(ImportMapping.read(map.get())) : Optional.empty();
    try (MarketFolder market = MarketFolder.open(folder)) {
      DayApproval approval = new DayApproval(market, OpenAnomalies.NONE, KnownAccounts.NONE, clock);
      return new BilledMitigations(market, approval, clock)
          .of(new Wanted(from, to, table, system, known));
    }
  }

  /** What bills of some dates say. */
  public Found of(Wanted wanted) {
    Mitigations mitigations = new Mitigations(market, clock);
    RegistryState registry = new MarketRegistry(market, clock).at(OptionalLong.empty()).state();
    Found found = new Found(new LinkedHashMap<>(), new ArrayList<>());
    for (MitigationRow row : mitigations.list()) {
      boolean approved = row.decision().map(each -> each.state().equals("APPROVED")).orElse(false);
      if (approved && !row.date().isBefore(wanted.from()) && !row.date().isAfter(wanted.to())) {
        ImportMapping table =
            wanted
                .table()
                .orElseGet(
                    () ->
                        RegistryMapping.on(
                                registry,
                                row.date(),
                                wanted.system(),
                                (kind, id) -> wanted.known().test(id),
                                Set.of())
                            .table());
        say(row, mitigations, entities(table, wanted.known()), found);
      }
    }
    return found;
  }

  private static Map<String, String> entities(ImportMapping table, Predicate<String> known) {
    Map<String, String> entities = new LinkedHashMap<>();
    for (ImportMapping.Row row : table.rows()) {
      if (row.kind() == ImportMapping.Kind.UNIT && known.test(row.to())) {
        entities.put(row.from(), row.to());
      }
    }
    return entities;
  }

  private void say(
      MitigationRow row, Mitigations mitigations, Map<String, String> entities, Found found) {
    MarketDay mitigated = CaseFiles.unpack(mitigations.approvedCase(row.number()));
    List<MarketDay> inForce = inForce(row);
    Set<String> units = new LinkedHashSet<>();
    mitigations
        .details(row.number())
        .get("changes")
        .forEach(change -> units.add(change.get("unitOffer").get("unit").asString()));
    for (String unit : units) {
      String name =
          "Mitigation %d of %s %s, unit %s".formatted(row.number(), row.market(), row.date(), unit);
      String entity = entities.getOrDefault(unit, "");
      if (inForce.stream().noneMatch(day -> sameOffer(mitigated, day, unit))) {
        found
            .notices()
            .add(name + ": approved, but no results in force were cleared with its offer.");
      } else if (entity.isEmpty()) {
        found.notices().add(name + ": no entity of the settlement is this unit.");
      } else {
        found
            .ofEntity()
            .computeIfAbsent(entity, none -> new ArrayList<>())
            .add(new MitigatedOffer(row.date(), row.market(), unit, row.number()));
      }
    }
  }

  /** The cases of the versions in force; none where only their results are kept. */
  private List<MarketDay> inForce(MitigationRow row) {
    Market of = DayKey.market(row.market());
    return DayStore.of(market).versions(of, row.date(), row.date()).stream()
        .map(DayVersion::key)
        .distinct()
        .flatMap(key -> approval.inForce(key).stream())
        .flatMap(version -> kept(version).stream())
        .toList();
  }

  private Optional<MarketDay> kept(DayVersion version) {
    byte[] packed;
    try {
      packed = market.content().get(version.caseHash());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return CaseFiles.load(packed, "case.json.gz", Set.of()).content()
            instanceof CaseFiles.Content.WholeDay whole
        ? Optional.of(whole.day())
        : Optional.empty();
  }

  private static boolean sameOffer(MarketDay mitigated, MarketDay day, String unit) {
    for (ThermalUnit wanted : mitigated.thermalUnits()) {
      if (wanted.id().equals(unit)) {
        return day.thermalUnits().stream()
            .filter(each -> each.id().equals(unit))
            .anyMatch(
                each ->
                    each.offers().equals(wanted.offers())
                        && each.startCategories().equals(wanted.startCategories()));
      }
    }
    ProfiledUnit wanted =
        mitigated.profiledUnits().stream()
            .filter(each -> each.id().equals(unit))
            .findFirst()
            .orElseThrow();
    return day.periodCount() == mitigated.periodCount()
        && day.profiledUnits().stream()
            .filter(each -> each.id().equals(unit))
            .anyMatch(
                each ->
                    IntStream.range(0, day.periodCount())
                        .allMatch(
                            t -> each.priceYuanPerMwh().at(t) == wanted.priceYuanPerMwh().at(t)));
  }
}
