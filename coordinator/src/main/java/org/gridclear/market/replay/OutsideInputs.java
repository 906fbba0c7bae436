package org.gridclear.market.replay;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridclear.account.Scope;
import org.gridclear.io.CaseFiles;
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
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.ticket.TicketText;
import org.gridclear.market.workflow.book.WorkflowBook;
import org.gridclear.market.workflow.book.WorkflowBooks;
import org.gridclear.market.workflow.book.WorkflowReader;
import org.gridclear.settlement.registration.Change;
import org.gridclear.settlement.registration.ChangeReader;
import org.gridclear.settlement.registration.RegistryLimits;
import org.gridclear.settlement.registry.entry.EntryKind;

/**
 * What people and other systems give a market, taken in by the same operations as those of commands
 * and calls.
 *
 * @param folder the market
 * @param clock the time
 */
record OutsideInputs(MarketFolder folder, Clock clock) {
  private PieceStore pieces() {
    return new PieceStore(folder);
  }

  private MarketClock marketClock() {
    return new MarketClock(folder.facts().zone());
  }

  private Recording by(String who) {
    return new Recording(who, clock.instant());
  }

  /** Registers records; another account approves. */
  long register(OutsideEvent.Registered event) {
    List<Change> changes = new ArrayList<>();
    for (OutsideEvent.RegistryFile file : event.files()) {
      changes.addAll(
          ChangeReader.csv(
              file.kind() + ".csv",
              file.csv().getBytes(StandardCharsets.UTF_8),
              EntryKind.of(file.kind()).orElseThrow()));
    }
    MarketRegistry registry = new MarketRegistry(folder, RegistryLimits.STANDARD, clock);
    MarketRegistry.Proposed proposed =
        registry.propose(
            new MarketRegistry.Wanted(event.by(), "first registration", "demo", changes, Map.of()));
    registry.review(
        new MarketRegistry.ReviewWanted(
            proposed.number().orElseThrow(), Proposal.Decision.APPROVED, event.reviewer(), ""));
    return changes.size();
  }

  /** Keeps a network with its units. */
  void network(OutsideEvent.NetworkGiven event) {
    MarketDay day =
        CaseFiles.load(event.text().getBytes(StandardCharsets.UTF_8), "network.json", Set.of())
            .day("The network has no units.");
    new NetworkVersions(pieces(), marketClock())
        .keep(day, event.from(), event.source(), event.knownAt(), by(event.by()));
  }

  /** Takes in a delivery of series. */
  void series(OutsideEvent.SeriesCame event) {
    SeriesImport.Result result =
        new SeriesImport(pieces(), marketClock())
            .take(
                SeriesReader.json(
                    event.text().getBytes(StandardCharsets.UTF_8), "series", marketClock()),
                false,
                by(event.by()));
    if (result.refused()) {
      throw new IllegalArgumentException(result.findings().toString());
    }
  }

  /** Records tickets. */
  void tickets(OutsideEvent.TicketsCame event) {
    TicketBook book = new TicketBook(pieces(), marketClock());
    TicketText.read(event.text().getBytes(StandardCharsets.UTF_8), "ticket")
        .forEach(ticket -> book.record(ticket, by(event.by())));
  }

  private MarketGate gate() {
    return MarketGate.of(folder, RegisteredUnits.of(folder, clock), clock);
  }

  /** Sets what the market takes. */
  void parameters(OutsideEvent.ParametersSet event) {
    gate().parameters().add(event.text(), event.by());
  }

  /** Sets the offers of those who declare nothing. */
  void references(OutsideEvent.ReferencesSet event) {
    gate().references().add(event.text(), event.by());
  }

  /** A member declares. */
  Answer declare(OutsideEvent.Declared event) {
    return gate()
        .desk()
        .submit(
            new Submission(
                new Declarant(event.member(), Scope.ofMembers(List.of(event.member()))),
                Optional.empty(),
                Optional.empty(),
                DeclarationReader.read(event.text().getBytes(StandardCharsets.UTF_8))));
  }

  /** Sets workflows. */
  void workflows(OutsideEvent.WorkflowsSet event) {
    WorkflowBook book =
        WorkflowReader.read(event.text().getBytes(StandardCharsets.UTF_8), "workflows");
    new WorkflowBooks(pieces()).keep(book, event.from(), by(event.by()));
  }
}
