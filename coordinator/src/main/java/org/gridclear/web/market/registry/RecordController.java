package org.gridclear.web.market.registry;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridclear.account.Right;
import org.gridclear.market.registry.EntryTables;
import org.gridclear.market.registry.MarketRegistry.Revision;
import org.gridclear.settlement.registration.EntryWriter;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.table.TableFormat;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records of a kind, within what the caller may see. */
@RestController
@RequestMapping("/api/v1/registry")
class RecordController {
  private final ServedRegistry registry;

  RecordController(ServedRegistry registry) {
    this.registry = registry;
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
    Revision asked = registry.at(revision);
    List<Entry> entries =
        ServedRegistry.seen(asked, caller).of(Optional.of(wanted), Optional.ofNullable(on));
    if (as == TableFormat.JSON) {
      return RevisionAnswer.json(entries, asked);
    }
    ResponseEntity<byte[]> table = TableAnswer.of(EntryTables.records(wanted, entries), as);
    return ResponseEntity.ok()
        .headers(table.getHeaders())
        .header(RevisionAnswer.REVISION, Long.toString(asked.revision()))
        .body(as == TableFormat.CSV ? EntryWriter.csv(wanted, entries) : table.getBody());
  }
}
