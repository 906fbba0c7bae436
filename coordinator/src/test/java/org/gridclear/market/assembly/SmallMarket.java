package org.gridclear.market.assembly;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridclear.clearing.input.Market;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.intake.NetworkVersions;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.intake.SeriesImport;
import org.gridclear.market.intake.Snapshots;
import org.gridclear.market.intake.TicketBook;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesReader;
import org.gridclear.market.series.SeriesSet;
import org.gridclear.market.snapshot.SnapshotText;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.ticket.TicketText;

/** A market of three buses with everything that 2026-10-01 needs. */
final class SmallMarket {
  static final MarketClock CLOCK = MarketClock.of("Asia/Shanghai");
  static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  static final Instant GATE = Instant.parse("2026-09-30T04:00:00Z");
  static final Recording NOON = new Recording("anna", Instant.parse("2026-09-30T04:30:00Z"));

  static final OffersInForce AS_THEY_ARE =
      (gate, day) -> new OffersInForce.Offered(day, List.of(), List.of());
  static final RegistryInForce ALL = registered("g1", "g2", "w1", "s1");

  private static final String NETWORK =
      """
      {"format": "gridclear-case", "name": "small", "horizon": {"periodCount": 24},
       "network": {"buses": [{"id": "a", "type": "reference", "zone": "north"},
           {"id": "b", "zone": "south"}, {"id": "c", "zone": "south"}],
         "branches": [{"id": "ab", "from": "a", "to": "b", "xPu": 0.1, "ratings": {"normalMva": 400}},
           {"id": "bc", "from": "b", "to": "c", "xPu": 0.1, "ratings": {"normalMva": 400}},
           {"id": "ac", "from": "a", "to": "c", "xPu": 0.1, "ratings": {"normalMva": 400}}],
         "flowgates": [{"id": "gate", "terms": [{"branch": "ab", "weight": 1}],
           "limitMw": 300, "reverseLimitMw": 300}]},
       "busLoads": [{"bus": "a", "mw": 1}],
       "thermalUnits": [
         {"id": "g1", "bus": "a", "offers": [{"mw": [100, 600], "yuanPerH": [30000, 180000]}],
          "minUpHours": 4, "minDownHours": 4},
         {"id": "g2", "bus": "b", "offers": [{"mw": [50, 400], "yuanPerH": [20000, 160000]}]}],
       "profiledUnits": [{"id": "w1", "bus": "c", "fuel": "wind", "maxMw": 0}],
       "storageUnits": [{"id": "s1", "bus": "c", "maxLevelMwh": 200, "maxChargeMw": 50,
          "maxDischargeMw": 50}],
       "reserves": [{"id": "spinning", "mw": 40}]}
      """;

  private SmallMarket() {}

  static RegistryInForce registered(String... ids) {
    TreeMap<String, String> owners = new TreeMap<>();
    for (String id : ids) {
      owners.put(id, "owner of " + id);
    }
    return (date, gate) ->
        new RegistryInForce.Registered(owners, new Piece("registry", "", "1", "0".repeat(64)));
  }

  static MarketDay network() {
    return ((CaseFiles.Content.WholeDay)
            CaseFiles.load(NETWORK.getBytes(StandardCharsets.UTF_8), "small.json", Set.of())
                .content())
        .day();
  }

  static SeriesSet series(String kind, String knownAt, Map<String, List<String>> values) {
    StringBuilder columns = new StringBuilder();
    new TreeMap<>(values)
        .forEach(
            (subject, column) ->
                columns
                    .append(columns.isEmpty() ? "" : ", ")
                    .append("\"%s\": [%s]".formatted(subject, String.join(", ", column))));
    String unit = kind.equals("bus-factor") ? "share" : "MW";
    return SeriesReader.json(
        """
        {"format": "gridclear-series", "kind": "%s", "unit": "%s", "source": "EMS",
         "knownAt": "%s", "step": "PT1H", "from": "2026-10-01T00:00+08:00", "values": {%s}}
        """
            .formatted(kind, unit, knownAt, columns)
            .getBytes(StandardCharsets.UTF_8),
        kind,
        CLOCK);
  }

  /** A load with a third of a MW in it, so that shares of it have no end. */
  static List<String> load() {
    return IntStream.range(0, 24).mapToObj(h -> (500 + 10 * h) + ".1").toList();
  }

  static List<String> flat(String value) {
    return Collections.nCopies(24, value);
  }

  static SeriesSet factors() {
    return series(
        "bus-factor",
        "2026-09-30T10:00+08:00",
        Map.of("a", flat("0.3333333"), "b", flat("0.3333333"), "c", flat("0.3333334")));
  }

  static void network(PieceStore store) {
    new NetworkVersions(store, CLOCK)
        .keep(network(), LocalDate.of(2026, 1, 1), "EMS", GATE.minusSeconds(86_400), NOON);
  }

  static void take(PieceStore store, SeriesSet set) {
    SeriesImport.Result result = new SeriesImport(store, CLOCK).take(set, false, NOON);
    if (result.refused()) {
      throw new IllegalArgumentException(result.findings().toString());
    }
  }

  static void ticket(PieceStore store, String ticket) {
    new TicketBook(store, CLOCK)
        .record(
            TicketText.read(
                    "{\"format\": \"gridclear-tickets\", \"tickets\": [%s]}"
                        .formatted(ticket)
                        .getBytes(StandardCharsets.UTF_8),
                    "ticket")
                .get(0),
            NOON);
  }

  static String outage(String id, String element, String from, String to, String state) {
    return """
    {"id": "%s", "elements": ["%s"], "from": "%s", "to": "%s", "state": "%s", "source": "OMS",
     "knownAt": "2026-09-29T10:00+08:00"}
    """
        .formatted(id, element, from, to, state);
  }

  static void snapshot(PieceStore store, String g1) {
    snapshot(store, g1, "s1");
  }

  static void snapshot(PieceStore store, String g1, String... storages) {
    String levels =
        String.join(
            ", ",
            Stream.of(storages).map("{\"id\": \"%s\", \"levelMwh\": 80.5}"::formatted).toList());
    new Snapshots(store, CLOCK)
        .keep(
            SnapshotText.read(
                """
                {"format": "gridclear-snapshot", "at": "2026-09-30T12:00+08:00", "source": "SCADA",
                 "knownAt": "2026-09-30T12:00+08:00",
                 "units": [%s, {"id": "g2", "on": false, "mw": 0, "hoursInState": 30}],
                 "branches": [{"id": "bc", "inService": false}],
                 "storages": [%s]}
                """
                    .formatted(g1, levels)
                    .getBytes(StandardCharsets.UTF_8),
                "snapshot"),
            NOON);
  }

  static String running(double mw) {
    return "{\"id\": \"g1\", \"on\": true, \"mw\": %s, \"hoursInState\": 5}".formatted(mw);
  }

  /**
   * What is taken in, one by one, in an order that does not matter; the network is there before.
   */
  static List<Runnable> steps(PieceStore store) {
    List<Runnable> steps = new ArrayList<>();
    steps.add(
        () ->
            take(
                store,
                series(
                    "load-forecast-short", "2026-09-30T09:00+08:00", Map.of("system", flat("1")))));
    steps.add(
        () ->
            take(
                store,
                series("load-forecast-short", "2026-09-30T10:00+08:00", Map.of("system", load()))));
    steps.add(() -> take(store, factors()));
    steps.add(
        () ->
            take(
                store,
                series(
                    "renewable-forecast", "2026-09-30T10:00+08:00", Map.of("w1", flat("33.3")))));
    steps.add(() -> snapshot(store, running(250)));
    steps.add(
        () ->
            ticket(
                store,
                outage(
                    "T1",
                    "branch:ac",
                    "2026-10-01T02:00+08:00",
                    "2026-10-01T05:20+08:00",
                    "approved")));
    steps.add(
        () ->
            ticket(
                store,
                outage(
                    "T2",
                    "unit:g2",
                    "2026-10-01T10:00+08:00",
                    "2026-10-01T12:00+08:00",
                    "approved")));
    return steps;
  }

  static AssemblyRequest request() {
    return AssemblyRequest.of(Market.DA, DATE, GATE, Set.of());
  }

  static AssembledCase assemble(PieceStore store) {
    return new Assembly(store, CLOCK, ALL, AS_THEY_ARE).make(request(), NOON.now());
  }
}
