package org.gridclear.market.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.json.Json;
import org.gridclear.market.approval.DayApproval.Wanted;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.exchange.OutboxRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each format that goes out is as its schema in docs/schemas says. */
class SchemasTest {
  @TempDir Path folder;

  private static JsonSchema schema(String name) throws Exception {
    Path docs = Path.of(System.getProperty("gridclear.root")).resolve("docs");
    Path file = docs.resolve("schemas").resolve(name + ".schema.json");
    return new JsonSchema(Json.MAPPER.readTree(Files.readAllBytes(file)));
  }

  /** A channel for each format of versions, so a new one without a schema fails. */
  private static String channels() {
    StringBuilder text = new StringBuilder("channels:\n");
    for (HandedFormat format : HandedFormat.values()) {
      if (!format.comesIn()) {
        text.append(
            """
            - {id: c-%1$s, partner: x, format: %1$s, transport: {way: folder, target: out}%2$s}
            """
                .formatted(
                    format.word(),
                    format == HandedFormat.TABLE
                        ? ""
                        : ", trigger: {when: condition}, "
                            + (format == HandedFormat.MESSAGES
                                ? "recipient: regulator"
                                : "markets: [da]")));
      }
    }
    return text.toString();
  }

  @Test
  void whatGoesOutIsAsItsSchemaSays() throws Exception {
    try (ExchangeWoods exchange = new ExchangeWoods("embedded", folder, channels())) {
      DayVersion version = exchange.woods.approved();
      exchange.woods.publishing.version(version, List.of("unit-results"), "op");
      exchange.outbox.table(
          exchange.channel("c-table"), "t.csv", "a\n1".getBytes(StandardCharsets.UTF_8), "op");
      exchange.collect();
      exchange.woods.approval.withdraw(new Wanted(VersionId.of(version), "bob", "wrong"));
      exchange.collect();
      int withdrawn = 0;
      for (Channel channel : exchange.outbox.channels().all()) {
        List<OutboxRow> rows = exchange.outbox.store().of(channel.id());
        assertFalse(rows.isEmpty(), channel.id());
        for (OutboxRow row : rows) {
          JsonNode document = exchange.json(row);
          assertEquals(List.of(), schema(channel.format().word()).faults(document), channel.id());
          withdrawn += row.subject().action().equals("WITHDRAWN") ? 1 : 0;
        }
      }
      assertEquals(5, withdrawn);
    }
  }

  @Test
  void aSchemaRefusesWhatIsMissingOddOrOfAnotherKind() throws Exception {
    try (ExchangeWoods exchange = new ExchangeWoods("embedded", folder, channels())) {
      exchange.woods.approved();
      exchange.collect();
      JsonNode plan = exchange.json(exchange.outbox.store().of("c-ems-plan").get(0));
      JsonSchema schema = schema("ems-plan");
      List<ObjectNode> wrong = new ArrayList<>();
      for (int k = 0; k < 4; k++) {
        wrong.add((ObjectNode) Json.MAPPER.readTree(plan.toString()));
      }
      wrong.get(0).remove("id");
      wrong.get(1).put("colour", "red");
      wrong.get(2).put("sequence", 0);
      ((ObjectNode) wrong.get(3).get("sections").get("units").get(0)).put("mw", "60");
      for (ObjectNode each : wrong) {
        assertEquals(1, schema.faults(each).size(), schema.faults(each).toString());
      }
    }
  }

  @Test
  void whatComesInIsAsItsSchemaSays() throws Exception {
    JsonNode envelope = Json.MAPPER.readTree(ExchangeWoods.tickets("m1", 1, "T1"));
    assertEquals(List.of(), schema("envelope").faults(envelope));
    ((ObjectNode) envelope).put("id", "a b");
    assertTrue(schema("envelope").faults(envelope).get(0).contains("a b"));
  }
}
