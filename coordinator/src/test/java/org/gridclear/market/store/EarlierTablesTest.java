package org.gridclear.market.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.approval.OpenAnomalies;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.approval.VersionState;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.gate.MarketParameters;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.MarketRegistry.ReviewWanted;
import org.gridclear.market.registry.MarketRegistry.Wanted;
import org.gridclear.market.registry.Proposal.Decision;
import org.gridclear.market.store.declaration.DeclarationStore;
import org.gridclear.settlement.registration.ChangeReader;
import org.gridclear.settlement.registration.RegistryLimits;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database that an earlier build filled answers as before when its tables are brought up to date.
 */
// Rows: O-14, D-02
class EarlierTablesTest {
  /**
   * Tables of the build that had days, registry, pieces and declarations, and nothing of approval.
   */
  private static final String EARLIER = "030";

  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final DayKey KEY = new DayKey(Market.DA, DATE);
  private static final String RECORDS =
      """
      {"format": "gridclear-registry", "version": 1, "records": [
        {"kind": "member", "id": "north", "from": "2026-01-01", "name": "N", "type": "generator"},
        {"kind": "price-point", "id": "b1", "from": "2026-01-01", "name": "Bus 1", "bus": "1"},
        {"kind": "unit", "id": "G1", "from": "2026-01-01", "name": "Coal", "member": "north",
         "type": "thermal", "stage": "commercial", "capacityMw": 300, "pricePoint": "b1"}]}
      """;

  private static final String PARAMETERS =
      """
      {"market": "da", "from": "2026-01-01", "minutesPerPeriod": 60,
       "opens": {"daysBefore": 30, "time": "00:00"}, "gate": {"daysBefore": 1, "time": "09:30"},
       "energy": {"floorYuanPerMwh": -200, "capYuanPerMwh": 1500},
       "priceStepYuanPerMwh": 0.01, "segmentCountMax": 10, "segmentMwMin": 1,
       "startYuanCap": 1000000, "noLoadYuanPerHCap": 50000, "jumpFactor": 10,
       "products": [], "defaults": {"lastDays": 7, "referenceOffer": true}}
      """;

  @TempDir private Path folder;

  /** What a market answers, of every kind of record of that build. */
  private record Answers(
      List<?> versions,
      Map<ResultKind, Long> sums,
      List<?> pieces,
      List<?> records,
      List<?> texts) {
    static Answers of(MarketFolder market) {
      DayStore days = DayStore.of(market);
      Map<ResultKind, Long> sums =
          List.of(ResultKind.PRICES, ResultKind.UNITS).stream()
              .collect(Collectors.toMap(kind -> kind, kind -> sum(days, kind)));
      return new Answers(
          days.versions(Market.DA, DATE, DATE),
          sums,
          new PieceStore(market).all("tickets"),
          registry(market).at(OptionalLong.empty()).state().all().toList(),
          new DeclarationStore(market.database()).parameters());
    }

    private static long sum(DayStore days, ResultKind kind) {
      ResultBlock block =
          days.block(days.newest(KEY).orElseThrow(), kind, Selection.ALL).orElseThrow();
      long sum = 0;
      for (long each : block.column("lmpYuanPerMwh")) {
        sum += each;
      }
      return sum;
    }
  }

  private static MarketRegistry registry(MarketFolder market) {
    return new MarketRegistry(market, RegistryLimits.STANDARD, Clock.systemUTC());
  }

  private static void fill(MarketFolder market) {
    DayStore.of(market).append(KEY, SmallDays.dayAhead(DATE, 100), SmallDays.MADE);
    Instant now = Instant.parse("2026-09-30T10:00:00.123Z");
    new PieceStore(market)
        .record(
            new PieceVersion.Key("tickets", "T1"),
            () ->
                new PieceStore.Wanted(
                    new PieceVersion.Facts("OMS", "approved", now, Optional.empty(), now),
                    new byte[] {1, 2, 3}),
            "ann",
            now);
    MarketRegistry registry = registry(market);
    byte[] records = RECORDS.getBytes(StandardCharsets.UTF_8);
    registry.propose(
        new Wanted("ann", "first", "r.json", ChangeReader.json("r.json", records), Map.of()));
    registry.review(new ReviewWanted(1, Decision.APPROVED, "bob", ""));
    new MarketParameters(
            new DeclarationStore(market.database()), market.facts().zone(), Clock.systemUTC())
        .add(PARAMETERS, "ann");
  }

  private static DataSource source(Path folder, String address) {
    if (address.equals(MarketDatabase.EMBEDDED)) {
      JdbcDataSource embedded = new JdbcDataSource();
      embedded.setURL("jdbc:h2:file:" + folder.resolve("database/market").toAbsolutePath());
      embedded.setUser("gridclear");
      return embedded;
    }
    PGSimpleDataSource server = new PGSimpleDataSource();
    server.setURL(address);
    return server;
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void answersAreThoseOfBeforeAndWhatIsNewWorks(String kind) {
    String address = MarketDatabases.empty(kind);
    MarketFolder.Facts facts =
        new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabases.empty(kind));
    Path here = folder.resolve("m");
    Answers before;
    Map<String, List<Map<String, Object>>> rows;
    try (MarketFolder market = MarketFolder.create(here, facts)) {
      fill(market);
      before = Answers.of(market);
      rows = earlier(folder.resolve("old"), address, market.database().jdbi());
    }
    List<String> empty =
        rows.entrySet().stream()
            .filter(table -> table.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    assertTrue(rows.size() - empty.size() >= 5, "filled: " + rows.keySet() + " without " + empty);
    MarketFolder old =
        new MarketFolder(here, facts, MarketDatabase.open(folder.resolve("old"), address));
    try (old) {
      assertEquals(before, Answers.of(old));
      VersionId version = new VersionId(KEY, 1);
      DayApproval approval =
          new DayApproval(old, OpenAnomalies.NONE, KnownAccounts.NONE, Clock.systemUTC());
      assertEquals(VersionState.DRAFT, approval.standing(version).state());
      approval.check(new DayApproval.Wanted(version, "sue", "seen"));
      assertEquals(VersionState.CHECKED, approval.standing(version).state());
    }
  }

  /**
   * Makes the tables as they were and copies their rows, those of tables that others need first.
   */
  private static Map<String, List<Map<String, Object>>> earlier(
      Path folder, String address, Jdbi newest) {
    DataSource source = source(folder, address);
    Flyway.configure(MarketDatabase.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:market/migration")
        .target(EARLIER)
        .load()
        .migrate();
    Jdbi old = Jdbi.create(source);
    Map<String, List<Map<String, Object>>> rows =
        tables(old).stream()
            .collect(
                Collectors.toMap(
                    table -> table,
                    table ->
                        newest.withHandle(
                            handle ->
                                handle.createQuery("SELECT * FROM " + table).mapToMap().list())));
    List<String> left = new ArrayList<>(rows.keySet());
    for (int round = 0; !left.isEmpty(); round++) {
      assertTrue(round < 20, "rows that need each other: " + left);
      left.removeIf(table -> copied(old, table, rows.get(table)));
    }
    return rows;
  }

  private static List<String> tables(Jdbi old) {
    return old.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT LOWER(table_name) FROM information_schema.tables WHERE"
                        + " LOWER(table_schema) = 'public'")
                .mapTo(String.class)
                .filter(name -> !name.startsWith("flyway"))
                .list());
  }

  private static boolean copied(Jdbi old, String table, List<Map<String, Object>> rows) {
    try {
      old.useTransaction(
          handle -> {
            handle.execute("DELETE FROM " + table);
            rows.forEach(row -> insert(handle, table, row));
          });
      return true;
    } catch (JdbiException e) {
      return false;
    }
  }

  private static void insert(Handle handle, String table, Map<String, Object> row) {
    List<String> names = List.copyOf(row.keySet());
    handle
        .createUpdate(
            "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                    table,
                    String.join(", ", names),
                    names.stream().map(name -> ":" + name).collect(Collectors.joining(", "))))
        .bindMap(row)
        .execute();
  }
}
