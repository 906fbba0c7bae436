package org.gridclear.market.publication;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.gridclear.market.intake.PieceKinds;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.Proposal;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.settlement.registration.ChangeReader;
import org.gridclear.settlement.registration.RegistryLimits;
import org.gridclear.web.TwoMembers;

/** Data of a date for every kind of the catalogue that is not of results. */
public final class WoodsData {
  /** Kinds of which birch owns a row; a new kind has to be decided here. */
  static final Set<String> BIRCH_OWNS =
      Set.of(
          "unit-results",
          "unit-commitment",
          "unit-offers",
          "load-results",
          "renewable-forecast",
          "unit-output",
          "settlement-results",
          "settlement-effects",
          "member-results",
          "member-risks");

  /** Kinds of which cedar owns a row. */
  static final Set<String> CEDAR_OWNS = Set.of("contracts");

  private static final Instant KNOWN = Instant.parse("2026-09-29T01:00:00Z");

  private WoodsData() {}

  public static void fill(MarketFolder market) {
    register(market);
    PieceStore store = new PieceStore(market);
    for (PublicationKind kind : Catalogues.standard().kinds()) {
      if (kind.source() instanceof Source.Series series) {
        series(store, series.kind());
      } else if (kind.source() instanceof Source.Ticket) {
        piece(
            store,
            new PieceVersion.Key(PieceKinds.TICKET, "T1"),
            "approved",
            """
            {"format": "gridclear-tickets", "tickets": [{"id": "T1", "kind": "outage",
             "elements": ["unit:alder-1"], "from": "2026-10-01T08:00+08:00",
             "to": "2026-10-01T12:00+08:00", "state": "approved", "source": "OMS",
             "knownAt": "2026-09-29T09:00+08:00"}]}
            """);
      }
    }
  }

  private static void register(MarketFolder market) {
    Clock clock = Clock.fixed(KNOWN, ZoneOffset.UTC);
    MarketRegistry registry = new MarketRegistry(market, RegistryLimits.STANDARD, clock);
    OptionalLong number =
        registry
            .propose(
                new MarketRegistry.Wanted(
                    "ann",
                    "",
                    "woods.json",
                    ChangeReader.json("woods.json", records().getBytes(StandardCharsets.UTF_8)),
                    Map.of()))
            .number();
    registry.review(
        new MarketRegistry.ReviewWanted(
            number.orElseThrow(), Proposal.Decision.APPROVED, "bob", ""));
  }

  private static String records() {
    String plan =
        """
        ,{"kind": "plan", "id": "alder-p", "from": "2026-10-01", "to": "2026-10-31",
          "entity": "alder-1", "scope": "monthly", "totalMwh": 100}]}
        """;
    String all = TwoMembers.RECORDS.strip();
    return all.substring(0, all.length() - 2) + plan;
  }

  private static void series(PieceStore store, SeriesKind kind) {
    String[] subjects =
        switch (kind.subject()) {
          case SYSTEM -> new String[] {SeriesKind.SYSTEM};
          case UNIT -> new String[] {"alder-1", "birch-1"};
          default -> new String[] {"s1", "s2"};
        };
    StringBuilder values = new StringBuilder();
    for (String subject : subjects) {
      values
          .append(values.isEmpty() ? "" : ", ")
          .append("\"%s\": [12.5, 13, null, 14]".formatted(subject));
    }
    piece(
        store,
        PieceKinds.of(kind),
        "",
        """
        {"format": "gridclear-series", "version": 1, "kind": "%s", "unit": "%s", "source": "EMS",
         "knownAt": "2026-09-29T09:00+08:00", "step": "PT1H", "from": "2026-10-01T00:00+08:00",
         "values": {%s}}
        """
            .formatted(kind.label(), kind.unit(), values));
  }

  private static void piece(PieceStore store, PieceVersion.Key key, String state, String text) {
    PieceVersion.Facts facts =
        new PieceVersion.Facts(
            "EMS", state, Instant.parse("2026-09-30T16:00:00Z"), Optional.empty(), KNOWN);
    store.record(
        key,
        () -> new PieceStore.Wanted(facts, text.getBytes(StandardCharsets.UTF_8)),
        "op",
        KNOWN);
  }

  /** A table for a kind that is handed in. */
  static HandedTable document(PublicationKind kind) {
    boolean owned = kind.audience().contains(Audience.OWN_MEMBER);
    String csv =
        owned
            ? "member,item,yuan\nalder,energy of alder,10.5\nbirch,energy of birch,11\n"
            : "item,value\nHHI,0.18\n";
    return new HandedTable(kind.id() + ".csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  /** A notice to everybody. */
  static Notice notice() {
    return notice("public");
  }

  /** A notice to some. */
  static Notice notice(String audience) {
    return Notice.read(
        """
        {"title": "Maintenance", "text": "The market closes at 10:00.", "textZh": "十点闭市",
         "from": "2026-09-30T08:00", "to": "2026-10-02T08:00", "audience": ["%s"]}
        """
            .formatted(audience)
            .getBytes(StandardCharsets.UTF_8),
        "notice.json",
        new MarketClock(ZoneId.of("Asia/Shanghai")));
  }
}
