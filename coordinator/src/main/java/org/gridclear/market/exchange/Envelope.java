package org.gridclear.market.exchange;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.market.publication.MessageText;
import org.gridclear.market.store.exchange.OutboxRow.Subject;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;

/** What goes over a channel and comes over it, as bytes (docs/schemas/exchange.schema.json). */
final class Envelope {
  private static final int ID_MAX = 120;

  private Envelope() {}

  /**
   * What goes out.
   *
   * @param id what the partner knows it by
   * @param replaces id of what it replaces; empty for nothing
   * @param body fields that the format has beside those of every envelope
   */
  record Out(String id, Subject subject, Optional<String> replaces, Map<String, Object> body) {
    byte[] bytes(Channel channel, long sequence, Instant at) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("format", channel.format().label());
      fields.put("version", 1);
      fields.put("id", id);
      fields.put("channel", channel.id());
      fields.put("sequence", sequence);
      fields.put("action", subject.action());
      fields.put("replaces", replaces.orElse(null));
      fields.put("madeAt", at.toString());
      subject
          .date()
          .ifPresent(
              date -> {
                fields.put("market", subject.market());
                fields.put("date", date.toString());
                fields.put("cycle", subject.cycle());
                fields.put("dayVersion", subject.version());
              });
      fields.putAll(body);
      return Json.MAPPER.writeValueAsBytes(fields);
    }
  }

  /** The fields of a message and its rows. */
  static Map<String, Object> message(MessageRow message, List<Map<String, Object>> rows) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("message", MessageText.fields(message));
    fields.put("rows", rows);
    return fields;
  }

  /**
   * What came in.
   *
   * @param id what the partner calls it
   * @param sequence its number at the partner; 0 where it has none
   * @param content what it is about, in its own format
   */
  record In(String id, long sequence, byte[] content) {}

  /**
   * Reads what came in.
   *
   * @throws InvalidInputException with every issue
   */
  static In read(byte[] bytes, String name) {
    IssueLog log = new IssueLog(name);
    JsonNode node = Json.parseExact(bytes, log);
    log.throwIfErrors();
    JsonFields f = new JsonFields(node, "envelope", log);
    String format = f.text("format");
    int version = f.integer("version");
    if (!format.equals("gridclear-envelope") || version != 1) {
      log.add(
          Rule.FIELD_TYPE,
          "envelope",
          "format",
          format + " " + version,
          "Give gridclear-envelope, version 1.");
    }
    String id = f.text("id");
    if (id.isBlank() || id.length() > ID_MAX || !id.matches("[\\p{Graph}]+")) {
      log.add(Rule.FIELD_TYPE, "envelope", "id", id, "Give 1 to 120 letters, digits and signs.");
    }
    int sequence = f.integer("sequence", 0);
    if (sequence < 0) {
      log.add(Rule.FIELD_TYPE, "envelope", "sequence", sequence, "Give a number from 1.");
    }
    JsonNode content = f.raw("content");
    if (content == null) {
      log.add(Rule.FIELD_PRESENT, "envelope", "content", "absent", "Give what it is about.");
    }
    f.done();
    log.throwIfErrors();
    return new In(id, sequence, Json.MAPPER.writeValueAsBytes(content));
  }
}
