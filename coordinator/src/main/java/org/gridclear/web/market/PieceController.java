package org.gridclear.web.market;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridclear.account.Right;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.check.CheckSetReader;
import org.gridclear.market.intake.CheckSets;
import org.gridclear.market.intake.NetworkVersions;
import org.gridclear.market.intake.PieceKinds;
import org.gridclear.market.intake.PieceTables;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.intake.Snapshots;
import org.gridclear.market.intake.TicketBook;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleKinds;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.snapshot.SnapshotText;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.ticket.Ticket;
import org.gridclear.market.ticket.TicketText;
import org.gridclear.validate.Rule;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Network versions, tickets, snapshots and rules of checks, for whoever operates the market. */
@RestController
@RequestMapping("/api/v1/market")
class PieceController {
  private final ServedMarket served;

  PieceController(ServedMarket served) {
    this.served = served;
  }

  static Recording recording(Caller caller) {
    return new Recording(caller.name(), Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  private PieceStore store() {
    return new PieceStore(served.folder());
  }

  private MarketClock clock() {
    return new MarketClock(served.folder().facts().zone());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Keeps a case as the network version that holds from a date on. */
  @PostMapping(path = "/networks", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  PieceStore.Recorded network(
      Caller caller,
      @RequestBody String text,
      @RequestParam LocalDate from,
      @RequestParam(defaultValue = "EMS") String source,
      @RequestParam(required = false) @Nullable String knownAt) {
    Recording recording = recording(caller);
    Set<Rule> rulesOff = new CheckSets(store()).at(recording.now()).set().rulesOff();
    CaseFiles.Content content = CaseFiles.load(bytes(text), "network.json", rulesOff).content();
    if (!(content instanceof CaseFiles.Content.WholeDay whole)) {
      throw new IllegalArgumentException("The network has no units; send a case with its units.");
    }
    return new NetworkVersions(store(), clock())
        .keep(
            whole.day(),
            from,
            source,
            knownAt == null ? recording.now() : MarketClock.exact(knownAt),
            recording);
  }

  /** Network versions. */
  @GetMapping("/networks")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> networks(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        PieceTables.versions(new NetworkVersions(store(), clock()).versions(), clock()), format);
  }

  /** Records tickets, or their next versions; the first that cannot be ends it. */
  @PostMapping(path = "/tickets", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  List<PieceStore.Recorded> tickets(Caller caller, @RequestBody String text) {
    List<PieceStore.Recorded> recorded = new ArrayList<>();
    for (Ticket ticket : TicketText.read(bytes(text), "request")) {
      recorded.add(new TicketBook(store(), clock()).record(ticket, recording(caller)));
    }
    return recorded;
  }

  /** The last version of every ticket, or all versions. */
  @GetMapping("/tickets")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> tickets(
      Caller caller,
      @RequestParam(defaultValue = "false") boolean versions,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    TicketBook book = new TicketBook(store(), clock());
    return TableAnswer.of(
        PieceTables.tickets(versions ? book.versions() : book.at(PieceStore.ALL), clock()), format);
  }

  /** Keeps a snapshot. */
  @PostMapping(path = "/snapshots", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  PieceStore.Recorded snapshot(Caller caller, @RequestBody String text) {
    return new Snapshots(store(), clock())
        .keep(SnapshotText.read(bytes(text), "request"), recording(caller));
  }

  /** Snapshots. */
  @GetMapping("/snapshots")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> snapshots(
      Caller caller, @RequestParam(defaultValue = "json") String format) throws IOException {
    return TableAnswer.of(PieceTables.versions(store().all(PieceKinds.SNAPSHOT), clock()), format);
  }

  /** The rules in effect. */
  @GetMapping("/checks")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> checks(Caller caller) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(CheckSetReader.write(new CheckSets(store()).at(Instant.now()).set()));
  }

  /** Sets the rules; those that there were stay as earlier versions. */
  @PutMapping(path = "/checks", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  PieceStore.Recorded checks(Caller caller, @RequestBody String text) {
    new RuleBase(served.folder(), Clock.systemUTC()).requireOneMaySet(RuleKinds.CHECKS);
    return new CheckSets(store())
        .set(CheckSetReader.read(bytes(text), "request"), recording(caller));
  }
}
