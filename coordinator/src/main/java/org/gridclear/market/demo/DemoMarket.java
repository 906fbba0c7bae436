package org.gridclear.market.demo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.account.Scope;
import org.gridclear.io.declaration.DeclarationReader;
import org.gridclear.market.MarketDay;
import org.gridclear.market.gate.Answer;
import org.gridclear.market.gate.Declarant;
import org.gridclear.market.gate.MarketGate;
import org.gridclear.market.gate.RegisteredUnits;
import org.gridclear.market.gate.Submission;
import org.gridclear.market.intake.NetworkVersions;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.intake.SeriesImport;
import org.gridclear.market.intake.TicketBook;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.Proposal;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesReader;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.ticket.Ticket;
import org.gridclear.market.ticket.TicketText;
import org.gridclear.settlement.registration.Change;
import org.gridclear.settlement.registration.ChangeReader;
import org.gridclear.settlement.registration.RegistryLimits;
import org.gridclear.settlement.registry.entry.EntryKind;

/**
 * What people and other systems do to the market of a demonstration: by the same operations as
 * commands and calls.
 *
 * @param folder the market
 * @param clock the simulated clock
 */
record DemoMarket(MarketFolder folder, Clock clock) {
  static final String ZONE = "Asia/Shanghai";

  private static final String PARAMETERS =
      """
      {"market": "da", "from": "%s", "minutesPerPeriod": 60,
       "opens": {"daysBefore": 7, "time": "00:00"}, "gate": {"daysBefore": 1, "time": "09:30"},
       "energy": {"floorYuanPerMwh": -200, "capYuanPerMwh": 3000},
       "priceStepYuanPerMwh": 0.01, "segmentCountMax": 10, "segmentMwMin": 1,
       "startYuanCap": 1000000, "noLoadYuanPerHCap": 100000, "jumpFactor": 10,
       "products": [], "defaults": {"lastDays": 7, "referenceOffer": true}}
      """;

  /** Makes the folder of a market. */
  static DemoMarket create(Path folder, String currency, Clock clock) {
    MarketFolder.Facts facts =
        new MarketFolder.Facts("demo", ZONE, currency, MarketDatabase.EMBEDDED);
    return new DemoMarket(MarketFolder.create(folder, facts), clock);
  }

  private PieceStore pieces() {
    return new PieceStore(folder);
  }

  private MarketClock marketClock() {
    return new MarketClock(folder.facts().zone());
  }

  private Recording by(String who) {
    return new Recording(who, clock.instant());
  }

  /** Registers members, price points and units; another account approves. */
  long register(DemoMembers members, LocalDate from, String by, String reviewer) {
    List<Change> changes = new ArrayList<>();
    for (String[] file : members.registry(from)) {
      changes.addAll(
          ChangeReader.csv(
              file[0] + ".csv",
              file[1].getBytes(StandardCharsets.UTF_8),
              EntryKind.of(file[0]).orElseThrow()));
    }
    MarketRegistry registry = new MarketRegistry(folder, RegistryLimits.STANDARD, clock);
    MarketRegistry.Proposed proposed =
        registry.propose(
            new MarketRegistry.Wanted(by, "first registration", "demo", changes, Map.of()));
    registry.review(
        new MarketRegistry.ReviewWanted(
            proposed.number().orElseThrow(), Proposal.Decision.APPROVED, reviewer, ""));
    return changes.size();
  }

  /** Keeps the network with its units. */
  void network(MarketDay day, LocalDate from, Instant knownAt) {
    new NetworkVersions(pieces(), marketClock()).keep(day, from, "EMS", knownAt, by("ann"));
  }

  /** Takes in a file of series. */
  void series(String text) {
    SeriesImport.Result result =
        new SeriesImport(pieces(), marketClock())
            .take(
                SeriesReader.json(text.getBytes(StandardCharsets.UTF_8), "series", marketClock()),
                false,
                by("EMS"));
    if (result.refused()) {
      throw new IllegalArgumentException(result.findings().toString());
    }
  }

  /** Records an outage. */
  void outage(String id, String element, Instant from, Instant to) {
    String text =
        """
        {"format": "gridclear-tickets", "tickets": [{"id": "%s", "kind": "outage",
         "elements": ["%s"], "from": "%s", "to": "%s", "state": "running", "source": "OMS",
         "knownAt": "%s"}]}
        """
            .formatted(
                id,
                element,
                from.atZone(folder.facts().zone()).toOffsetDateTime(),
                to.atZone(folder.facts().zone()).toOffsetDateTime(),
                clock.instant().atZone(folder.facts().zone()).toOffsetDateTime());
    Ticket ticket = TicketText.read(text.getBytes(StandardCharsets.UTF_8), "ticket").get(0);
    new TicketBook(pieces(), marketClock()).record(ticket, by("OMS"));
  }

  private MarketGate gate() {
    return MarketGate.of(folder, RegisteredUnits.of(folder, clock), clock);
  }

  /** What the market takes. */
  void parameters(LocalDate from) {
    gate().parameters().add(PARAMETERS.formatted(from), "ann");
  }

  /** Offers of those who declare nothing. */
  void references(String file) {
    gate().references().add(file, "ann");
  }

  /** A member declares. */
  Answer declare(String member, String file) {
    return gate()
        .desk()
        .submit(
            new Submission(
                new Declarant(member, Scope.ofMembers(List.of(member))),
                Optional.empty(),
                Optional.empty(),
                DeclarationReader.read(file.getBytes(StandardCharsets.UTF_8))));
  }
}
