package org.gridclear.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.gridclear.clearing.input.Market;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.approval.OpenAnomalies;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.publication.ScheduledPublishing;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.quantity.Series;

/**
 * A market of two members, alder and birch. What belongs to one has its name in its id, so that a
 * word of it in an answer to the other shows.
 */
public final class TwoMembers {
  public static final LocalDate DATE = LocalDate.of(2026, 10, 1);

  /** What is registered. */
  public static final String RECORDS =
      """
      {"format": "gridclear-registry", "version": 1, "records": [
        {"kind": "member", "id": "alder", "from": "2026-01-01", "name": "alder", "type": "generator"},
        {"kind": "member", "id": "birch", "from": "2026-01-01", "name": "birch", "type": "generator"},
        {"kind": "member", "id": "cedar", "from": "2026-01-01", "name": "cedar", "type": "retailer"},
        {"kind": "member", "id": "grid", "from": "2026-01-01", "name": "Grid", "type": "grid-company"},
        {"kind": "price-point", "id": "p1", "from": "2026-01-01", "name": "n1", "bus": "n1"},
        {"kind": "price-point", "id": "p2", "from": "2026-01-01", "name": "n2", "bus": "n2"},
        {"kind": "tariff", "id": "10kV", "from": "2026-01-01", "yuanPerMwh": 189.5},
        {"kind": "grid-company", "id": "G", "from": "2026-01-01", "name": "Grid", "member": "grid",
         "type": "provincial", "pricePoint": "p1"},
        {"kind": "retailer", "id": "cedar-r", "from": "2026-01-01", "name": "R", "member": "cedar",
         "type": "independent", "representedMw": 100, "pricePoint": "p1", "tariff": "10kV", "grid": "G"},
        {"kind": "unit", "id": "alder-1", "from": "2026-01-01", "name": "U", "member": "alder",
         "type": "thermal", "stage": "commercial", "capacityMw": 200, "pricePoint": "p1"},
        {"kind": "unit", "id": "birch-1", "from": "2026-01-01", "name": "U", "member": "birch",
         "type": "gas", "stage": "commercial", "capacityMw": 100, "pricePoint": "p2"},
        {"kind": "meter", "id": "alder-m", "from": "2026-01-01", "name": "M", "multiplier": 1,
         "belongsTo": "alder-1"},
        {"kind": "contract", "id": "alder-c", "from": "2026-10-01", "to": "2026-10-31",
         "seller": "alder-1", "buyer": "cedar-r", "form": "bilateral", "settled": "financial",
         "pricePoint": "p1", "market": "da", "totalMwh": 3100, "yuanPerMwh": 401.25},
        {"kind": "foreign-id", "id": "x1", "from": "2026-01-01", "system": "t", "foreign": "alder's",
         "of": "unit", "thing": "alder-1"}]}
      """;

  /** A date for which can be declared. */
  public static final LocalDate DECLARED = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(5);

  /** Gates and limits of the market. */
  public static final String PARAMETERS =
      """
      {"market": "da", "from": "2026-01-01", "minutesPerPeriod": 60,
       "opens": {"daysBefore": 30, "time": "00:00"}, "gate": {"daysBefore": 1, "time": "09:30"},
       "energy": {"floorYuanPerMwh": -200, "capYuanPerMwh": 1500},
       "priceStepYuanPerMwh": 0.01, "segmentCountMax": 10, "segmentMwMin": 1,
       "startYuanCap": 1000000, "noLoadYuanPerHCap": 50000, "jumpFactor": 10,
       "products": [], "defaults": {"lastDays": 7, "referenceOffer": true}}
      """;

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-09-30T10:00:00Z"), ZoneOffset.UTC);

  private TwoMembers() {}

  /** A declaration of a member for a unit. */
  static String declaration(String member, String unit) {
    return """
    {"member": "%s", "declarations": [{"unit": "%s", "kind": "self-schedule", "mw": 50.5}]}\
    """
        .formatted(member, unit);
  }

  /** Makes the market in a folder. */
  public static void make(Path folder) {
    try (MarketFolder market = create(folder, MarketDatabase.EMBEDDED)) {
      for (LocalDate date : new LocalDate[] {DATE, DATE.plusDays(1)}) {
        published(
            market,
            DayStore.of(market).append(new DayKey(Market.DA, date), cleared(date), SmallDays.MADE));
      }
    }
  }

  /** An empty market in a folder. */
  public static MarketFolder create(Path folder, String database) {
    return MarketFolder.create(
        folder, new MarketFolder.Facts("woods", "Asia/Shanghai", "CNY", database));
  }

  /** A cleared day. */
  public static DayResult cleared(LocalDate date) {
    return SmallDays.cleared(day(date), Market.DA, (kind, id) -> owner(id));
  }

  /** The number of a message to alder of its units, which birch has none of. */
  static final int MESSAGE = 2;

  /** Brings a version in force and publishes it: members see it from then on. */
  public static void published(MarketFolder market, DayVersion version) {
    DayApproval approval = new DayApproval(market, OpenAnomalies.NONE, KnownAccounts.NONE, CLOCK);
    VersionId id = VersionId.of(version);
    approval.check(new DayApproval.Wanted(id, "sue", "a test"));
    approval.submit(new DayApproval.Wanted(id, "sue", ""));
    approval.approve(new DayApproval.Wanted(id, "bob", "a test"));
    approval.publish(new DayApproval.Wanted(id, "bob", ""));
  }

  /** Sends what alder has in storage. */
  static void publish(MarketFolder market) {
    DayStore days = DayStore.of(market);
    DayVersion version = days.newest(new DayKey(Market.DA, DATE)).orElseThrow();
    ScheduledPublishing.of(market, days, CLOCK)
        .publishing()
        .version(version, List.of("storage-results"), "op");
  }

  /** Judges the day as if alder's unit could give less than it does: its anomaly is number 1. */
  static void judge(MarketFolder market) {
    DayVersion version = DayStore.of(market).newest(new DayKey(Market.DA, DATE)).orElseThrow();
    DayResult cleared = cleared(DATE);
    MarketDay day = cleared.clearingCase().day();
    Series none = Series.constant(0, day.periodCount());
    List<ThermalUnit> less =
        day.thermalUnits().stream()
            .map(each -> each.id().equals("alder-1") ? each.withLimits(none, none) : each)
            .toList();
    DayResult judged =
        new DayResult(
            cleared.clearingCase().withDay(day.withThermalUnits(less)),
            cleared.options(),
            cleared.result(),
            cleared.summary(),
            cleared.owners());
    MarketAnomalies.of(market, Clock.systemUTC()).cleared(version, judged, "op");
  }

  /** The member that a thing belongs to; "" for none. */
  static String owner(String id) {
    return id.contains("alder") ? "alder" : id.contains("birch") ? "birch" : "";
  }

  /** A case of a date. */
  public static MarketDay day(LocalDate date) {
    return CaseFiles.unpack(
        """
        {"format": "gridclear-case", "version": 1, "name": "small",
         "horizon": {"periodCount": 2, "minutesPerPeriod": 720, "firstDay": "%s"},
         "network": {"buses": [{"id": "n1", "type": "reference", "zone": "north"},
                               {"id": "n2", "zone": "south"}],
           "branches": [{"id": "line", "from": "n1", "to": "n2", "xPu": 0.1,
                         "ratings": {"normalMva": 30, "emergencyMva": 30}}]},
         "busLoads": [{"bus": "n2", "mw": 60}],
         "thermalUnits": [
           {"id": "alder-1", "bus": "n1", "fuel": "coal",
            "offers": [{"mw": [0, 200], "yuanPerH": [100, 40100]}], "reserves": ["spin"]},
           {"id": "birch-1", "bus": "n2", "fuel": "gas",
            "offers": [{"mw": [0, 100], "yuanPerH": [0, 50000]}], "reserves": ["spin"],
            "initial": {"on": true, "hours": 9, "powerMw": 40}}],
         "storageUnits": [{"id": "alder-store", "bus": "n2", "maxLevelMwh": 10, "maxChargeMw": 2,
                           "maxDischargeMw": 2, "initialLevelMwh": 5, "endMinLevelMwh": 5}],
         "flexibleLoads": [
           {"id": "alder-user", "bus": "n2", "maxMw": 3, "valueYuanPerMwh": 450},
           {"id": "birch-user", "bus": "n2", "maxMw": 2, "valueYuanPerMwh": 470}],
         "reserves": [{"id": "r", "product": "spin", "mw": 10}]}
        """
            .formatted(date)
            .getBytes(StandardCharsets.UTF_8));
  }
}
