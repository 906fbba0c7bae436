package org.gridclear.market.day;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.gridclear.clearing.input.Market;
import org.gridclear.file.Sha256;
import org.gridclear.market.day.BlockLayout.Origin;
import org.gridclear.market.store.ContentStore;
import org.gridclear.market.store.DayRow;
import org.gridclear.market.store.DayRows;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.StoreTransaction;
import org.gridclear.quantity.Horizon;
import org.gridclear.report.clearing.ResultTables;
import org.gridclear.work.CaseAlarms;
import org.jspecify.annotations.Nullable;

/**
 * Versions of days and their results. A version is appended whole: its blocks first, then its row;
 * one without a row does not exist, and one with a row is complete.
 */
public final class DayStore {
  private final DayRows rows;
  private final DayBlocks blocks;
  private final ContentStore content;
  private final ZoneId zone;

  /** The days of a market whose blocks lie elsewhere than in its folder alone. */
  public DayStore(MarketFolder market, DayBlocks blocks) {
    this.rows = new DayRows(market.database());
    this.blocks = blocks;
    this.content = market.content();
    this.zone = market.facts().zone();
  }

  /** The days of a market, as they lie in its folder. */
  public static DayStore of(MarketFolder market) {
    return new DayStore(market, new ParquetDays(market.days()));
  }

  /** The zone of time of the trading dates. */
  public ZoneId zone() {
    return zone;
  }

  /**
   * Appends a cleared case as the next version of a day; the case is kept as content, by the hash
   * that the version names.
   *
   * @throws IllegalArgumentException if the case is of another market or date, or as {@link #check}
   */
  public DayVersion append(DayKey key, DayResult day, Made made) {
    return append(key, day, made, List.of());
  }

  /**
   * The same of a case whose version says more before it is used.
   *
   * @param first what it says before the alarms of the case itself
   * @throws IllegalArgumentException if the case is of another market or date, or as {@link #check}
   */
  public DayVersion append(DayKey key, DayResult day, Made made, List<String> first) {
    return append(key, day, made, first, (transaction, version) -> {});
  }

  /**
   * Appends a cleared case as the next version of a day. The case itself is kept with it, so that
   * the version can be explained, audited and changed by hand.
   *
   * @param first alarms before those of the case
   * @param also what another store writes of the version, by its number, together with it
   * @throws IllegalArgumentException if the case is of another market or date, or as {@link #check}
   */
  public DayVersion append(
      DayKey key,
      DayResult day,
      Made made,
      List<String> first,
      BiConsumer<StoreTransaction, Integer> also) {
    Market market = day.clearingCase().market();
    if (market != key.market()) {
      throw new IllegalArgumentException(
          "The case %s was cleared as %s and cannot be %s."
              .formatted(day.clearingCase().name(), DayKey.word(market), key.text()));
    }
    check(key, day.clearingCase().day().horizon());
    Origin origin = new Origin(key, Objects.requireNonNull(day.summary()).outcomeHash());
    try (ResultTables tables = ResultTables.of(day.clearingCase(), day.options(), day.result())) {
      Map<ResultKind, ResultBlock> results = DayTables.blocks(day, origin, tables);
      List<String> alarms = new ArrayList<>(first);
      alarms.addAll(CaseAlarms.of(day.summary()));
      return append(key, results, content.put(tables.packedCase()), alarms, made, also);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Appends results as the next version of a day.
   *
   * @param results blocks of one run
   * @param caseHash hash of the case that was cleared
   * @param alarms what somebody must know before the results are used
   * @throws IllegalArgumentException if there is no block, or they are not of one run of the day
   */
  public DayVersion append(
      DayKey key,
      Map<ResultKind, ResultBlock> results,
      String caseHash,
      List<String> alarms,
      Made made) {
    return append(key, results, caseHash, alarms, made, (transaction, version) -> {});
  }

  /**
   * Appends results as the next version of a day, with what another store writes of it.
   *
   * @param results blocks of one run
   * @param caseHash hash of the case that was cleared
   * @param alarms what somebody must know before the results are used
   * @param also what another store writes of the version, by its number, together with it
   * @throws IllegalArgumentException if there is no block, or they are not of one run of the day
   */
  public DayVersion append(
      DayKey key,
      Map<ResultKind, ResultBlock> results,
      String caseHash,
      List<String> alarms,
      Made made,
      BiConsumer<StoreTransaction, Integer> also) {
    List<Origin> origins =
        results.values().stream().map(block -> block.layout().origin()).distinct().toList();
    if (origins.size() != 1 || !origins.get(0).key().equals(key)) {
      throw new IllegalArgumentException(
          "The blocks of %s are of %d runs, %s.".formatted(key.text(), origins.size(), origins));
    }
    Map<String, String> hashes = new LinkedHashMap<>();
    results.forEach(
        (kind, block) -> {
          String hash = Sha256.hex(BlockCodec.head(block).bytes());
          blocks.put(new BlockAddress(key, kind, hash), block);
          hashes.put(kind.word(), hash);
        });
    return version(
        rows.append(
            new DayRow(
                DayKey.word(key.market()),
                key.date(),
                key.cycle(),
                0,
                DayVersion.DRAFT,
                caseHash,
                origins.get(0).outcomeHash(),
                made.build(),
                made.by(),
                made.at(),
                made.provenance(),
                alarms,
                hashes),
            (transaction, row) -> also.accept(transaction, row.version())));
  }

  /**
   * Refuses periods that cannot be the next version of a day.
   *
   * @throws IllegalArgumentException if they begin on another date, go beyond the trading date of a
   *     market that clears one day, or leave out hours of the version before: the newest one
   *     counts, so these would be hidden
   */
  public void check(DayKey key, Horizon horizon) {
    if (horizon.firstDay() != null && !horizon.firstDay().equals(key.date())) {
      throw new IllegalArgumentException(
          "The case begins on %s and cannot be %s.".formatted(horizon.firstDay(), key.text()));
    }
    long minutes =
        Duration.between(key.date().atStartOfDay(zone), key.date().plusDays(1).atStartOfDay(zone))
            .toMinutes();
    long end = end(horizon);
    boolean beyond =
        key.market() == Market.LT_RUC ? horizon.startMinute() >= minutes : end > minutes;
    if (beyond) {
      throw new IllegalArgumentException(
          "The periods of %s end at minute %d, and %s has %d minutes in %s: two days would have the same hours."
              .formatted(key.text(), end, key.date(), minutes, zone));
    }
    if (key.market() != Market.LT_RUC) {
      newest(key).flatMap(this::horizon).ifPresent(before -> refuseIfHidden(key, before, horizon));
    }
  }

  private static long end(Horizon horizon) {
    return horizon.startMinute() + (long) horizon.periodCount() * horizon.minutesPerPeriod();
  }

  private static void refuseIfHidden(DayKey key, Horizon before, Horizon horizon) {
    if (horizon.startMinute() > before.startMinute() || end(horizon) < end(before)) {
      throw new IllegalArgumentException(
          "%s has a version from %s to %s, and a next one from %s to %s would hide hours of it: clear those too, or give the run another cycle."
              .formatted(
                  key.text(),
                  before.label(0),
                  before.label(before.periodCount()),
                  horizon.label(0),
                  horizon.label(horizon.periodCount())));
    }
  }

  /**
   * The periods of a version; nothing where its balance cannot be read, so that it can be mended.
   */
  private Optional<Horizon> horizon(DayVersion version) {
    try {
      return block(version, ResultKind.BALANCE, Selection.ALL)
          .map(ResultBlock::layout)
          .map(
              layout ->
                  new Horizon(
                      layout.whole() ? layout.slots() - 1 : layout.slots(),
                      layout.minutesPerPeriod(),
                      layout.startMinute(),
                      version.key().date()));
    } catch (DamagedBlockException e) {
      return Optional.empty();
    }
  }

  /** All versions of a market from one date to another, by date, cycle and number. */
  public List<DayVersion> versions(Market market, LocalDate from, LocalDate to) {
    return rows.between(DayKey.word(market), from, to).stream().map(DayStore::version).toList();
  }

  /** The newest version of a day that nobody rejected or withdrew; nothing if it has none. */
  public Optional<DayVersion> standing(DayKey key) {
    return ofRun(key).filter(DayVersion::stands).reduce((earlier, later) -> later);
  }

  /** A version of a day by its number; nothing if it has none of it. */
  public Optional<DayVersion> find(DayKey key, int number) {
    return ofRun(key).filter(version -> version.version() == number).findFirst();
  }

  /** The newest version of a day; nothing if it has none. */
  public Optional<DayVersion> newest(DayKey key) {
    return ofRun(key).reduce((earlier, later) -> later);
  }

  private Stream<DayVersion> ofRun(DayKey key) {
    return versions(key.market(), key.date(), key.date()).stream()
        .filter(version -> version.key().equals(key));
  }

  /**
   * All versions of the newest trading dates of each market, by date.
   *
   * @param days how many dates of each market
   */
  public List<DayVersion> newest(int days) {
    List<DayVersion> versions = new ArrayList<>();
    for (Market market : Market.values()) {
      rows.newestDate(DayKey.word(market))
          .ifPresent(last -> versions.addAll(versions(market, last.minusDays(days - 1L), last)));
    }
    return versions;
  }

  private static DayVersion version(DayRow row) {
    Map<ResultKind, String> blocks = new EnumMap<>(ResultKind.class);
    row.blocks().forEach((kind, hash) -> blocks.put(ResultKind.of(kind), hash));
    return new DayVersion(
        new DayKey(DayKey.market(row.market()), row.date(), row.cycle()),
        row.version(),
        row.state(),
        row.caseHash(),
        row.outcomeHash(),
        new Made(row.build(), row.madeBy(), row.madeAt(), row.provenance()),
        row.alarms(),
        blocks);
  }

  /**
   * Results of a version; nothing if it has none of this kind.
   *
   * @throws DamagedBlockException if they are not what was appended, of another run, or gone
   */
  public Optional<ResultBlock> block(DayVersion version, ResultKind kind, Selection selection) {
    return Optional.ofNullable(blocks(List.of(version), kind, selection).get(version));
  }

  /**
   * Results of versions, read together; those that have none of this kind are left out.
   *
   * @throws DamagedBlockException if they are not what was appended, of another run, or gone
   */
  public Map<DayVersion, ResultBlock> blocks(
      List<DayVersion> versions, ResultKind kind, Selection selection) {
    Map<DayVersion, BlockAddress> addresses = new LinkedHashMap<>();
    for (DayVersion version : versions) {
      String hash = version.blocks().get(kind);
      if (hash != null) {
        addresses.put(version, new BlockAddress(version.key(), kind, hash));
      }
    }
    Map<BlockAddress, ResultBlock> found = blocks.all(addresses.values(), selection);
    Map<DayVersion, ResultBlock> results = new LinkedHashMap<>();
    addresses.forEach(
        (version, address) -> results.put(version, checked(version, address, found.get(address))));
    return results;
  }

  private static ResultBlock checked(
      DayVersion version, BlockAddress address, @Nullable ResultBlock block) {
    if (block == null) {
      throw new DamagedBlockException(address.text(), "it is gone");
    }
    if (!block.layout().origin().equals(new Origin(version.key(), version.outcomeHash()))) {
      throw new DamagedBlockException(address.text(), "it is of another run than its version");
    }
    return block;
  }
}
