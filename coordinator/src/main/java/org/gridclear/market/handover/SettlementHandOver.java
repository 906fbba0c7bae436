package org.gridclear.market.handover;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.gridclear.clearing.input.Market;
import org.gridclear.file.Sha256;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.report.clearing.ClearedDay.Series;
import org.gridclear.report.clearing.DayImport;
import org.gridclear.report.clearing.ImportMapping;
import org.gridclear.report.clearing.ImportMapping.Kind;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.settlement.register.ImportRegister;
import org.gridclear.settlement.registration.RegistryLimits;
import org.gridclear.settlement.registry.SettlementEntity;

/**
 * Hands a trading date on to a settlement: prices and awards of the versions that are in force.
 * Series are added and replaced by id, none is taken away, and a date by which an entity would lose
 * one is refused.
 *
 * @param market the market
 * @param approval tells what is in force
 * @param clock the time
 */
public record SettlementHandOver(MarketFolder market, DayApproval approval, Clock clock) {
  /**
   * What is to be handed on.
   *
   * @param trade day-ahead or real time
   * @param date trading date
   * @param folder settlement folder
   * @param table what is what; empty for what the registry says
   * @param system whose foreign ids the settlement uses, where the registry says
   * @param by who does it
   */
  public record Wanted(
      Market trade,
      LocalDate date,
      Path folder,
      Optional<ImportMapping> table,
      Optional<String> system,
      String by) {
    public Wanted {
      if (trade != Market.DA && trade != Market.RT) {
        throw new IllegalArgumentException(
            "The market (%s) must be da or rt.".formatted(DayKey.word(trade)));
      }
    }
  }

  /**
   * What was handed on.
   *
   * @param versions the versions that are in force
   * @param alarms what stands against them
   * @param merged what became of the files
   * @param unmatched elements of the day that are nothing of the settlement
   * @param withoutElement things of the registry that the settlement does not have
   * @param entitiesWithout units and storages of the settlement that the day does not have
   */
  public record HandedOver(
      List<DayVersion> versions,
      List<String> alarms,
      DayImport.Merged merged,
      List<String> unmatched,
      List<String> withoutElement,
      List<String> entitiesWithout) {}

  /**
   * Hands a date on.
   *
   * @throws IllegalArgumentException if a run has no version in force, if the runs are no whole
   *     day, if the day is locked, if an entity would lose its series, or nothing matches; nothing
   *     was changed then
   */
  public HandedOver handOver(Wanted wanted) throws IOException {
    DayStore store = DayStore.of(market);
    VersionsInForce inForce = VersionsInForce.of(approval, store, wanted.trade(), wanted.date());
    SettlementDay settled = SettlementDay.open(wanted.folder(), wanted.date());
    DayOfRuns day = new DayOfRuns(store, inForce);
    List<String> unknown = new ArrayList<>();
    ImportMapping mapping =
        wanted.table().orElseGet(() -> registered(wanted, day, settled::knows, unknown));
    String word = DayKey.word(wanted.trade());
    Series series =
        new VersionSeries(day, word, settled.intervals(), mapping, settled::knows).series();
    DayImport.Merged merged = settled.merge(series, mapping);
    note(wanted, word, inForce);
    return new HandedOver(
        inForce.versions(),
        inForce.alarms(),
        merged,
        series.unmatched().stream().distinct().toList(),
        unknown,
        without(settled.source(), wanted.date(), series));
  }

  private ImportMapping registered(
      Wanted wanted, DayOfRuns day, BiPredicate<Kind, String> known, List<String> unknown) {
    MarketRegistry registry = new MarketRegistry(market, RegistryLimits.STANDARD, clock);
    Set<String> bidding = new TreeSet<>();
    Set<String> products = new TreeSet<>();
    day.rows(ResultKind.LOADS, List.of("load", "kind"), List.of("mw")).stream()
        .filter(load -> !load.text("kind").equals("FIXED"))
        .forEach(load -> bidding.add("flexible " + load.text("load")));
    day.rows(ResultKind.RESERVES, List.of("product"), List.of("mw"))
        .forEach(row -> products.add(row.text("product")));
    RegistryMapping mapping =
        RegistryMapping.on(
            registry.at(OptionalLong.empty()).state(),
            wanted.date(),
            wanted.system(),
            known,
            bidding);
    unknown.addAll(mapping.unknown());
    List<ImportMapping.Row> rows = new ArrayList<>(mapping.rows());
    if (wanted.trade() == Market.DA) {
      products.stream()
          .filter(SettlementDay.SERVICES::contains)
          .forEach(
              each ->
                  rows.add(new ImportMapping.Row(Kind.PRODUCT, each, each, ImportMapping.WHOLE)));
    }
    return new RegistryMapping(rows, unknown).table();
  }

  private void note(Wanted wanted, String word, VersionsInForce inForce) {
    List<DayVersion> versions = inForce.versions();
    List<String> reasons =
        versions.stream()
            .map(version -> approval.standing(VersionId.of(version)))
            .flatMap(standing -> standing.transitions().stream())
            .filter(step -> step.to().isInForce() && !step.reason().isEmpty())
            .map(step -> "approved by %s: %s".formatted(step.by(), step.reason()))
            .distinct()
            .toList();
    String outcomes =
        versions.stream().map(DayVersion::outcomeHash).collect(Collectors.joining("\n"));
    String outcome = versions.size() == 1 ? outcomes : Sha256.hex(outcomes.getBytes(UTF_8));
    new ImportRegister(wanted.folder())
        .add(
            wanted.date(),
            word,
            outcome,
            wanted.by(),
            clock.instant().toString(),
            inForce.alarms(),
            String.join("; ", reasons));
  }

  private static List<String> without(SettlementSource source, LocalDate date, Series series) {
    Set<String> with = new TreeSet<>();
    series
        .files()
        .getOrDefault("awards.csv", Map.of())
        .keySet()
        .forEach(key -> with.add(key.split(",", 2)[0]));
    return source.registry().entities().stream()
        .filter(entity -> source.trades(entity.id(), date, true))
        .map(SettlementEntity::id)
        .filter(id -> !with.contains(id))
        .distinct()
        .toList();
  }
}
