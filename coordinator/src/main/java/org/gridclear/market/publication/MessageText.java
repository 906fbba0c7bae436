package org.gridclear.market.publication;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.market.store.publication.PublicationRow;

/** Messages and publications by named fields, as files and answers have them. */
public final class MessageText {
  private MessageText() {}

  /** A message; what is not there is null. */
  public static Map<String, Object> fields(MessageRow message) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("number", message.number());
    fields.put("recipient", message.recipient());
    fields.put("publication", fields(message.publication()));
    fields.put(
        "acknowledgedAt", message.acknowledged().map(each -> each.at().toString()).orElse(null));
    fields.put("acknowledgedBy", message.acknowledged().map(each -> each.by()).orElse(null));
    return fields;
  }

  /** A publication; what is not there is null. */
  public static Map<String, Object> fields(PublicationRow row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("number", row.number());
    fields.put("kind", row.kind());
    fields.put("action", row.action().name());
    fields.put("replaces", row.replaces().isPresent() ? row.replaces().getAsLong() : null);
    fields.put("market", row.subject().market().isEmpty() ? null : row.subject().market());
    fields.put("date", row.subject().date().toString());
    fields.put("cycle", row.subject().market().isEmpty() ? null : row.subject().cycle());
    fields.put("version", row.subject().version() == 0 ? null : row.subject().version());
    fields.put("reason", row.reason());
    fields.put("contentHash", row.contentHash());
    fields.put("catalogueVersion", row.catalogueVersion());
    fields.put("publishedAt", row.at().toString());
    return fields;
  }
}
