package org.gridclear.market.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.json.Json;
import org.gridclear.market.registry.Proposal.Decision;
import org.gridclear.market.registry.Proposal.Review;
import org.gridclear.market.store.RegistryRows.AttachmentRow;
import org.gridclear.market.store.RegistryRows.ChangeRow;
import org.gridclear.market.store.RegistryRows.ProposalRow;
import org.gridclear.market.store.RegistryRows.RecordRow;
import org.gridclear.market.store.RegistryRows.ReviewRow;
import org.gridclear.market.store.RegistryRows.ThingRow;
import org.gridclear.settlement.registration.Change;
import org.gridclear.settlement.registration.Change.Exit;
import org.gridclear.settlement.registration.Change.Key;
import org.gridclear.settlement.registration.Change.Put;
import org.gridclear.settlement.registration.EntryCodec;
import org.gridclear.settlement.registration.EntryRow;
import org.gridclear.settlement.registration.RegistryState;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.validate.IssueLog;
import tools.jackson.core.type.TypeReference;

/** Records and changes as rows, and back. */
final class EntryRows {
  private static final TypeReference<LinkedHashMap<String, String>> CELLS =
      new TypeReference<>() {};

  private EntryRows() {}

  static RegistryState state(Collection<RecordRow> rows) {
    return RegistryState.of(rows.stream().map(EntryRows::entry).toList());
  }

  static Entry entry(RecordRow row) {
    return entry(key(row.kind(), row.id()), row.content());
  }

  private static Key key(String kind, String id) {
    return new Key(EntryKind.of(kind).orElseThrow(), id);
  }

  /**
   * The record of what a row keeps.
   *
   * @throws IllegalStateException if this build cannot read it
   */
  private static Entry entry(Key key, String content) {
    IssueLog log = new IssueLog("database");
    Map<String, String> cells = Json.MAPPER.readValue(content, CELLS);
    Optional<Entry> entry = EntryCodec.read(key.kind(), new EntryRow(log, key.toString(), cells));
    return entry.orElseThrow(
        () ->
            new IllegalStateException(
                "The database holds a record that this build does not know: "
                    + log.issues().get(0).line()));
  }

  /** Revision at which each thing was changed last. */
  static Map<Key, Long> revisions(Collection<ThingRow> rows) {
    Map<Key, Long> revisions = new HashMap<>();
    rows.forEach(row -> revisions.put(key(row.kind(), row.id()), row.revision()));
    return revisions;
  }

  /** A record as a row whose revision is not known yet. */
  static RecordRow row(Entry entry) {
    return new RecordRow(
        0,
        entry.kind().label(),
        entry.id(),
        entry.validity().from(),
        Optional.ofNullable(entry.validity().to()),
        content(entry));
  }

  private static String content(Entry entry) {
    return Json.MAPPER.writeValueAsString(EntryCodec.cells(entry));
  }

  static ChangeRow row(Change change, long base) {
    String kind = change.key().kind().label();
    Optional<LocalDate> lastDay =
        change instanceof Exit exit ? Optional.of(exit.lastDay()) : Optional.empty();
    String content = change instanceof Put put ? content(put.entry()) : "{}";
    return new ChangeRow(kind, change.key().id(), lastDay, content, change.place(), base);
  }

  private static Change change(ChangeRow row) {
    Key key = key(row.kind(), row.id());
    return row.lastDay().isPresent()
        ? new Exit(key, row.lastDay().get(), row.place())
        : new Put(entry(key, row.content()), row.place());
  }

  static Proposal proposal(ProposalRow row, Optional<ReviewRow> review) {
    Map<String, String> attachments = new LinkedHashMap<>();
    for (AttachmentRow attachment : row.attachments()) {
      attachments.put(attachment.name(), attachment.content());
    }
    Map<Key, Long> bases = new HashMap<>();
    row.changes().forEach(each -> bases.put(key(each.kind(), each.id()), each.base()));
    List<Change> changes = row.changes().stream().map(EntryRows::change).toList();
    return new Proposal(
        row.number(),
        row.by(),
        row.at(),
        row.note(),
        attachments,
        changes,
        bases,
        review.map(
            done ->
                new Review(
                    Decision.valueOf(done.decision()),
                    done.by(),
                    done.at(),
                    done.reason(),
                    done.revision())));
  }
}
