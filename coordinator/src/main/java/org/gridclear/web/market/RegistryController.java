package org.gridclear.web.market;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.gridclear.account.Right;
import org.gridclear.market.registry.ContractCurves;
import org.gridclear.market.registry.ContractCurves.Curve;
import org.gridclear.market.registry.EntryTables;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.MarketRegistry.Revision;
import org.gridclear.market.registry.MarketRegistry.Version;
import org.gridclear.market.registry.VisibleRecords;
import org.gridclear.settlement.reader.DayTypeFile;
import org.gridclear.settlement.registration.Change.Key;
import org.gridclear.settlement.registration.EntryWriter;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.table.TableFormat;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What is registered, within what the caller may see. */
@RestController
@RequestMapping("/api/v1/registry")
class RegistryController {
  private static final String REVISION = "X-Revision";

  private final ServedMarket served;
  private final ServedRegistry registry;

  RegistryController(ServedMarket served, ServedRegistry registry) {
    this.served = served;
    this.registry = registry;
  }

  private Revision at(@Nullable Long revision) {
    return RegistryErrors.asked(
        () ->
            registry
                .open()
                .at(revision == null ? OptionalLong.empty() : OptionalLong.of(revision)));
  }

  private static VisibleRecords seen(Revision revision, Caller caller) {
    boolean owned =
        caller.may(Right.READ_OWN)
            || caller.may(Right.MANAGE_REGISTRY)
            || caller.may(Right.APPROVE_REGISTRY);
    return new VisibleRecords(revision.state(), caller.scope(), owned);
  }

  /** Records of all kinds; what is answered can be proposed to another registry. */
  @GetMapping("/records")
  @Needs({Right.READ_MARKET, Right.READ_OWN, Right.MANAGE_REGISTRY, Right.APPROVE_REGISTRY})
  ResponseEntity<byte[]> all(
      Caller caller,
      @RequestParam(required = false) @Nullable LocalDate on,
      @RequestParam(required = false) @Nullable Long revision) {
    Revision asked = at(revision);
    List<Entry> entries = seen(asked, caller).of(Optional.empty(), Optional.ofNullable(on));
    return json(entries, asked);
  }

  private static ResponseEntity<byte[]> json(List<Entry> entries, Revision revision) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(REVISION, Long.toString(revision.revision()))
        .body(EntryWriter.json(entries));
  }

  /** Records of one kind, in JSON and CSV as they can be proposed. */
  @GetMapping("/records/{kind}")
  @Needs({Right.READ_MARKET, Right.READ_OWN, Right.MANAGE_REGISTRY, Right.APPROVE_REGISTRY})
  ResponseEntity<byte[]> records(
      Caller caller,
      @PathVariable String kind,
      @RequestParam(required = false) @Nullable LocalDate on,
      @RequestParam(required = false) @Nullable Long revision,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    EntryKind wanted = ServedRegistry.kind(kind);
    TableFormat as = TableAnswer.format(format);
    Revision asked = at(revision);
    List<Entry> entries = seen(asked, caller).of(Optional.of(wanted), Optional.ofNullable(on));
    if (as == TableFormat.JSON) {
      return json(entries, asked);
    }
    ResponseEntity<byte[]> table = TableAnswer.of(EntryTables.records(wanted, entries), as);
    return ResponseEntity.ok()
        .headers(table.getHeaders())
        .header(REVISION, Long.toString(asked.revision()))
        .body(as == TableFormat.CSV ? EntryWriter.csv(wanted, entries) : table.getBody());
  }

  /** Every record that a thing ever had. */
  @GetMapping("/records/{kind}/{id}/history")
  @Needs({Right.READ_MARKET, Right.READ_OWN, Right.MANAGE_REGISTRY, Right.APPROVE_REGISTRY})
  ResponseEntity<byte[]> history(
      Caller caller,
      @PathVariable String kind,
      @PathVariable String id,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    EntryKind wanted = ServedRegistry.kind(kind);
    MarketRegistry open = registry.open();
    VisibleRecords seen = seen(open.at(OptionalLong.empty()), caller);
    List<Version> versions =
        open.history(new Key(wanted, id)).stream()
            .filter(version -> seen.sees(version.entry()))
            .toList();
    if (versions.isEmpty()) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "There was never a %s %s.".formatted(kind, id));
    }
    return TableAnswer.of(
        EntryTables.history(wanted, versions, served.folder().facts().zone()), format);
  }

  /** Contracts with a total as curves of a month. */
  @GetMapping("/curves")
  @Needs({Right.READ_OWN, Right.MANAGE_REGISTRY, Right.APPROVE_REGISTRY})
  ResponseEntity<byte[]> curves(
      Caller caller,
      @RequestParam YearMonth month,
      @RequestParam(defaultValue = "96") int intervals,
      @RequestParam(required = false) @Nullable String contract,
      @RequestParam(required = false) @Nullable Long revision,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    Revision asked = at(revision);
    VisibleRecords seen = seen(asked, caller);
    List<Curve> curves =
        new ContractCurves(asked.state(), month, intervals, day -> DayTypeFile.of(day, Map.of()))
            .all().stream()
                .filter(curve -> seen.sees(curve.contract()))
                .filter(curve -> contract == null || curve.contract().id().equals(contract))
                .toList();
    return TableAnswer.of(EntryTables.curves(curves, month), format);
  }
}
