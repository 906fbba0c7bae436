package org.gridclear.web.market.registry;

import java.util.List;
import org.gridclear.market.registry.MarketRegistry.Revision;
import org.gridclear.settlement.registration.EntryWriter;
import org.gridclear.settlement.registry.entry.Entry;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Records of a revision, as answers have them. */
final class RevisionAnswer {
  private RevisionAnswer() {}

  static final String REVISION = "X-Revision";

  static ResponseEntity<byte[]> json(List<Entry> entries, Revision revision) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(REVISION, Long.toString(revision.revision()))
        .body(EntryWriter.json(entries));
  }
}
